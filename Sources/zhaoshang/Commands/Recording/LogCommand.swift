internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang log ID KIND --on DATE …`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration("log", .log)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.activityKind), completion: .codes(of: ActivityKind.self))
  var kind: String
  @Option(help: .of(.alsoProject, "project"), completion: .projects) var also: [String] = []
  @Option(help: .of(.on, "date")) var on: String?
  @Option(help: .of(.end, "date")) var end: String?
  @Option(help: .of(.place)) var place: String?
  @Option(help: .of(.site)) var site: [String] = []
  @Option(help: .of(.lead)) var lead: [String] = []
  @Option(help: .of(.counterpart)) var counterpart: [String] = []
  @Option(help: .of(.leader)) var leader: String?
  @Option(help: .of(.leaderTitle)) var title: String?
  @Option(help: .of(.team)) var team: [String] = []
  @Option(help: .of(.times)) var times = 1
  @Option(help: .of(.headcount)) var headcount: Int?
  @Option(help: .of(.days)) var days: Int?
  @Option(help: .of(.outcome, "code"), completion: .codes(of: Outcome.self))
  var outcome: String?
  @Option(help: .of(.outcomeText)) var outcomeText: String?
  @Option(help: .of(.trip)) var trip: String?
  @Option(help: .of(.line)) var line: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      if title != nil, leader == nil {
        throw Failure(.wrongCommandLine, workplace.words.optionNeeds("--title", "--leader"))
      }
      return .log(try facts(workplace, pipeline))
    }
  }

  private func facts(_ workplace: Workplace, _ pipeline: Pipeline) throws(Failure)
    -> Activity.Facts
  {
    var facts = Activity.Facts(
      projects: try workplace.projects([project] + also, in: pipeline),
      kind: try workplace.known(kind, as: .kind),
      on: try workplace.date(on, until: end))
    facts.place = place
    facts.sites = site
    facts.lead = lead
    facts.counterparts = counterpart
    facts.leader = leader.map { Leader(name: $0, title: title) }
    facts.team = team
    facts.times = times
    facts.headcount = headcount
    facts.days = days
    facts.outcome = try outcome.map { text throws(Failure) in
      try workplace.known(text, as: .outcome)
    }
    facts.outcomeText = outcomeText
    facts.trip = trip
    facts.line = line
    facts.note = note
    return facts
  }
}
