package import Pipeline
package import Storage
import TestSupport

extension Authorship {
  /// A writer whose clock and dice are counted.
  package static var sample: Authorship {
    var clock: Int64 = 1_690_000_000_000
    var dice = SystemRandomNumberGenerator()
    return Authorship(
      actor: Actor(uid: 1000, name: "王敏"), host: "投促中心-01",
      now: {
        clock += 1
        return clock
      }, random: { dice.next() })
  }
}

/// Pieces of work for a store to commit.
package enum Work {
  package static let day = Day(number: 19_557)

  package static func add(_ name: String) -> (Pipeline) throws(Refusal) -> [Event] {
    { (pipeline) throws(Refusal) in
      try pipeline.decide(
        .add(
          NewProject(
            fields: [.name: .text(name), .investors: .list([name]), .source: .text("推介会")],
            on: .day(day))), today: day)
    }
  }

  package static func note(_ text: String, on project: UInt32 = 1)
    -> (Pipeline) throws(Refusal) -> [Event]
  {
    { (pipeline) throws(Refusal) in
      try pipeline.decide(.note(ProjectID(project), text: text, on: .day(day)), today: day)
    }
  }

  /// Several notes as one commit.
  package static func notes(_ texts: [String]) -> (Pipeline) throws(Refusal) -> [Event] {
    { (pipeline) throws(Refusal) in
      try pipeline.decide(
        .together(texts.map { .note(ProjectID(1), text: $0, on: .day(day)) }), today: day)
    }
  }
}
