internal import ArgumentParser
internal import Feeds
internal import Insight
internal import JSON
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

/// The subcommand `zhaoshang remind [FILTER …]`: one digest a person a day.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remind", .remind)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(name: .customLong("for"), help: .of(.addressee, "name")) var people: [String] = []
  @Flag(help: .of(.dryRunReminders)) var dryRun = false
  @Flag(help: .of(.remindAgain)) var again = false
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var saved: ViewOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let words = workplace.words
    let settings = workplace.configuration.reminders
    let typed = try saved.chosen(workplace).narrowed(by: filter)
    // What was due on a past day is looked at; nobody is told of it any more.
    let onlyShown = [(dryRun, "--dry-run"), (json, "--json"), (asOf != nil, "--as-of")]
      .first { $0.0 }?.1
    if again, let onlyShown {
      throw Failure(.wrongCommandLine, words.conflictingOptions("--again", onlyShown))
    }
    let isSending = onlyShown == nil && !settings.command.isEmpty
    if onlyShown == nil { try workplace.demandSettings(under: "remind.") }
    if !isSending {
      for problem in workplace.configurationProblems { Output.say(words.settings(problem)) }
    }
    if isSending, !typed.isEmpty {
      throw Failure(.wrongCommandLine, words.filterOnlyShows)
    }
    let post = isSending ? try ReminderPost(settings, workplace) : nil
    let store = try isSending ? workplace.openForWriting() : workplace.openForReading()
    let pipeline = store.pipeline
    let filter = try workplace.filter(typed, scope: .open, in: pipeline)
    var digests = pipeline.digests(
      at: workplace.moment(of: pipeline), passing: typed.isEmpty ? nil : filter,
      by: DigestRules(settings), in: words)
    if !people.isEmpty {
      try workplace.checkAddressees(people, in: pipeline)
      digests.removeAll { !people.contains($0.person ?? ReminderPost.everybodyElse) }
    }
    if json {
      let objects = digests.map { $0.json(in: words) }
      return try Output.document(JSONText(.array(objects)).text)
    }
    guard let post else {
      if digests.isEmpty { return try Output.result(words.nothingToRemind) }
      return try Output.result(digests.map { $0.text(in: words) }.joined(separator: "\n"))
    }
    try send(digests, by: post, store, workplace)
  }

  /// Sends each digest that was not sent yet; one that cannot be sent keeps no other back.
  private func send(
    _ digests: [Digest], by post: ReminderPost, _ store: any EventStore, _ workplace: Workplace
  ) throws {
    let words = workplace.words
    var lines: [String] = []
    var problems: [String] = []
    var log = ReminderLog(store, of: workplace.today)
    for (person, day) in try log.cutOff(workplace) {
      Output.say(words.reminderCutOff(person, on: day))
    }
    for digest in digests {
      let person = digest.person ?? ReminderPost.everybodyElse
      do throws(Failure) {
        let letter = try post.letter(digest, of: store.storeID)
        if !again {
          switch try log.state(of: person, workplace) {
          case .sent:
            lines.append(words.reminderSentBefore(person))
            continue
          case .begun where log.isFresh(person):
            lines.append(words.reminderElsewhere(person))
            continue
          case .begun:
            problems.append(words.reminderUnknown(person))
            continue
          case .failed, nil: break
          }
        }
        guard try log.begin(person, digest.count, isForced: again, workplace) else {
          lines.append(words.reminderElsewhere(person))
          continue
        }
        let problem = post.send(letter)
        try log.end(person, digest.count, problem == nil ? .sent : .failed, workplace)
        if let problem { throw Failure(.refused, words.notReminded(person, problem)) }
        lines.append(words.reminded(person, digest.count))
      } catch {
        problems.append(error.message)
      }
    }
    if digests.isEmpty { lines.append(words.nothingToRemind) }
    for problem in problems { Output.say("zhaoshang: " + problem) }
    if !lines.isEmpty { try Output.result(lines.joined(separator: "\n")) }
    if !problems.isEmpty {
      throw Failure(.refused, words.remindersFailed(problems.count, of: digests.count))
    }
  }
}

extension DigestRules {
  fileprivate init(_ settings: ReminderSettings) {
    self.init()
    days = settings.days
    handOverDays = settings.handOverDays
    kinds = Set(settings.kinds.compactMap(Duty.Kind.init))
  }
}
