package import Pipeline

/// An invented bureau of a zone that does not exist, two years of its work: an example as large as life.
///
/// 120 projects of five units and eight handlers in four clusters, 480 activities, requests, targets,
/// approvals under way. It is a list of what these people did, one sitting after the other, for the
/// rules to decide; nothing in it is written past them.
package struct Bureau: Sendable {
  /// 2026-11-27, a Friday: the day of the last thing done.
  package static let lastDay = Day(number: 20_784)
  /// Where the two years begin.
  static let firstDay = Bureau.lastDay.adding(-725)
  /// The handler whose board it is.
  package static let handler = "王磊"

  /// What one of its people did in one go: one step of the history.
  package struct Deed: Sendable {
    package let by: String
    package let on: Day
    package let commands: [Command]
    /// All of it as one command.
    package var command: Command { commands.count == 1 ? commands[0] : .together(commands) }
  }

  /// In the order of days.
  package let deeds: [Deed]

  /// - Complexity: O(what was done).
  package init(seed: UInt64 = 20_261_127) {
    var story = Story(seed: seed)
    story.tell()
    deeds = story.deeds()
  }
}

/// The numbers that records get when they are made, known beforehand because they are given in order.
struct Numbers {
  var projects: [Int: ProjectID] = [:]
  var requests: [Int: RequestID] = [:]
  var handOvers: [Int: HandOverID] = [:]
  func project(_ place: Int) -> ProjectID { projects[place] ?? ProjectID(0) }
  func request(_ place: Int) -> RequestID { requests[place] ?? RequestID(0) }
  func handOver(_ place: Int) -> HandOverID { handOvers[place] ?? HandOverID(0) }
}

/// One line of the story: who does what on which day, and which record it makes.
struct Line {
  let on: Day
  let by: String
  var makes: Made?
  let does: (Numbers) -> Command

  /// A record that gets a number, by its place in the story.
  enum Made { case project(Int), request(Int), handOver(Int) }
}

extension Story {
  /// The lines in order of days, those of one person and day as one deed.
  func deeds() -> [Bureau.Deed] {
    let order = lines.indices.sorted { (lines[$0].on, $0) < (lines[$1].on, $1) }
    var numbers = Numbers()
    for place in order {
      switch lines[place].makes {
      case .project(let key): numbers.projects[key] = ProjectID(UInt32(numbers.projects.count + 1))
      case .request(let key): numbers.requests[key] = RequestID(UInt32(numbers.requests.count + 1))
      case .handOver(let key):
        numbers.handOvers[key] = HandOverID(UInt32(numbers.handOvers.count + 1))
      case nil: break
      }
    }
    var deeds: [Bureau.Deed] = []
    for place in order {
      let line = lines[place]
      let command = line.does(numbers)
      if let last = deeds.last, last.on == line.on, last.by == line.by {
        deeds[deeds.count - 1] = Bureau.Deed(
          by: last.by, on: last.on, commands: last.commands + [command])
      } else {
        deeds.append(Bureau.Deed(by: line.by, on: line.on, commands: [command]))
      }
    }
    return deeds
  }
}
