internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang phase list|set`.
struct PhaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "phase", .phase, [PhaseListCommand.self, PhaseSetCommand.self])
}

/// The subcommand `zhaoshang phase set NAME --of PROJECT`, or `--subject PARK`.
struct PhaseSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("set", .phaseSet)

  @Argument(help: .entry(.phaseName)) var name: String
  @Option(help: .entry(.project), completion: .projects) var project: String?
  @Option(help: .entry(.ofSubject)) var subject: String?
  @Option(help: .of(.investor)) var firm: String?
  @Option(help: .entry(.targetCluster)) var cluster: String?
  @Option(help: .of(.amount)) var amount: String?
  @Option(help: .of(.due, "date")) var due: String?
  @Option(help: .entry(.registered, "date")) var registered: String?
  @Option(help: .entry(.started, "date")) var started: String?
  @Option(help: .entry(.completed, "date")) var completed: String?
  @Option(help: .entry(.inProduction, "date")) var inProduction: String?
  @Option(help: .of(.note)) var note: String?
  @Flag(help: .entry(.remove)) var remove = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      var phase = Phase(name, of: subject ?? "")
      phase.subject = subject
      phase.project = try project.map { text throws(Failure) in
        try workplace.project(text, in: pipeline)
      }
      let key = RegisterEntry.phase(phase).key
      if remove {
        try workplace.refuse(
          [
            ("--firm", firm != nil), ("--cluster", cluster != nil), ("--amount", amount != nil),
            ("--due", due != nil), ("--registered", registered != nil),
            ("--started", started != nil), ("--completed", completed != nil),
            ("--in-production", inProduction != nil), ("--note", note != nil),
          ], with: "--remove")
        return .register(.remove(key))
      }
      let old = pipeline.registers[key]
      if case .phase(let there) = old { phase = there }
      phase.firm = firm ?? phase.firm
      phase.cluster = cluster ?? phase.cluster
      if let amount { phase.amount = try workplace.amount(amount) }
      if let due { phase.due = try workplace.day(due) }
      if let registered { phase.registered = try workplace.date(registered) }
      if let started { phase.started = try workplace.date(started) }
      if let completed { phase.completed = try workplace.date(completed) }
      if let inProduction { phase.inProduction = try workplace.date(inProduction) }
      phase.note = note ?? phase.note
      return .register(.save(.phase(phase), seen: old))
    }
  }
}

/// The subcommand `zhaoshang phase list`.
struct PhaseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .phaseList, aliases: ["ls"])

  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let phases = pipeline.phases(at: workplace.moment(of: pipeline))
    func date(_ date: BusinessDate?) -> String { date.map { words.date($0) } ?? "" }
    let rows = Table(
      [
        .text(words.heading(.project), isFlexible: true), .text(words.column(.phase)),
        .text(words.column(.firm), isFlexible: true), .text(words.heading(of: .status)),
        .number(words.heading(of: .amount), isDispensable: true),
        .text(words.column(.registered), isDispensable: true),
        .text(words.column(.started)), .text(words.column(.completed)),
        .text(words.column(.inProduction)),
      ],
      rows: phases.map { phase in
        [
          phase.project.map { words.project($0, in: pipeline) } ?? phase.subject ?? "",
          phase.name, phase.firm ?? "", words.name(phase.state),
          phase.amount.map { words.amount($0) } ?? "", date(phase.registered),
          date(phase.started), date(phase.completed), date(phase.inProduction),
        ]
      })
    let json = phases.map { phase in
      JSONValue.object(
        EntryJSON.object(of: .phase(phase)), adding: ("state", .string(phase.state.rawValue)))
    }
    try table.show(rows, json: JSONText(.array(json)))
    if phases.isEmpty, !table.read.json, !table.csv { Output.say(words.nothingFound) }
  }
}
