internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Vocabulary
internal import Wording

/// The subcommand `zhaoshang approval show|set|checklist|step`.
struct ApprovalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "approval", .approval,
    [
      ApprovalShowCommand.self, ApprovalSetCommand.self, ApprovalChecklistCommand.self,
      ApprovalStepCommand.self,
    ])
}

/// The subcommand `zhaoshang approval show ID`.
struct ApprovalShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .approvalShow)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let id = try workplace.project(project, in: pipeline)
    let progress = pipeline.approval(of: id, at: workplace.moment(of: pipeline))
    let route = pipeline[id]?.text(.route)
    let known = route.flatMap { ApprovalRoute(spoken: $0) }
    let rows = Table(
      [
        .number(words.heading(.order)), .text(words.column(.step), isFlexible: true),
        .text(words.column(.decidedBy), isFlexible: true), .text(words.heading(of: .due)),
        .text(words.column(.done)),
      ],
      rows: progress.decisions.map { decision in
        [
          "\(decision.place)", decision.name, decision.body ?? "",
          decision.due?.description ?? "", decision.done.map { words.date($0) } ?? "",
        ]
      })
    let json = JSONText([
      "project": .integer(id.number), "route": .init(known?.rawValue ?? route),
      "state": .string(progress.state.rawValue), "done": .integer(progress.done),
      "of": .integer(progress.decisions.count), "next": .init(progress.next?.name),
      "decisions": .array(
        progress.decisions.map { .object(EntryJSON.object(of: .decision($0))) }),
    ])
    if table.read.json || table.csv { return try table.show(rows, json: json) }
    let line = words.approvalLine(route: known.map { words.name($0) } ?? route, progress)
    let text = rows.text(columns: Surroundings.columns)
    try Output.result(
      words.project(id, in: pipeline) + "\n" + line + (text.isEmpty ? "" : "\n\n" + text))
  }
}

/// The subcommand `zhaoshang approval set ID --route ROUTE --body BODY`.
struct ApprovalSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("set", .approvalSet)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .entry(.route), completion: .codes(of: ApprovalRoute.self)) var route: String?
  @Option(help: .entry(.body)) var body: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      var edits: [FieldEdit] = []
      if let route {
        let route: ApprovalRoute = try workplace.known(route, as: .kind)
        // As ledgers print it, and as it is read back from any of its names.
        edits.append(FieldEdit(.route, to: .text(route.term.zh)))
      }
      if let body { edits.append(FieldEdit(.reviewingBody, to: .text(body))) }
      if edits.isEmpty { throw Failure(.wrongCommandLine, workplace.words.nothingToSet) }
      return .edit(try workplace.project(project, in: pipeline), edits)
    }
  }
}

/// The subcommand `zhaoshang approval checklist ID`: the usual points that are not there yet.
struct ApprovalChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration("checklist", .approvalChecklist)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .entry(.route), completion: .codes(of: ApprovalRoute.self)) var route: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let id = try workplace.project(project, in: pipeline)
      let named: ApprovalRoute? = try route.map { text throws(Failure) in
        try workplace.known(text, as: .kind)
      }
      let noted = pipeline[id]?.text(.route).flatMap { ApprovalRoute(spoken: $0) }
      guard let route = named ?? noted else {
        throw Failure(.wrongCommandLine, workplace.words.unknownRoute(id))
      }
      let there = pipeline.decisions(of: id)
      let last = there.map(\.place).max() ?? 0
      let new = route.usualSteps.filter { name in !there.contains { $0.name == name } }
      return .together(
        new.enumerated().map { index, name in
          .register(
            .save(.decision(Decision(project: id, name: name, place: last + index + 1))))
        })
    }
  }
}

/// The subcommand `zhaoshang approval step ID NAME`.
struct ApprovalStepCommand: ParsableCommand {
  static let configuration = CommandConfiguration("step", .approvalStep)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .entry(.step)) var name: String
  @Option(help: .entry(.done, "date")) var done: String?
  @Option(help: .entry(.body)) var body: String?
  @Option(help: .of(.due, "date")) var due: String?
  @Option(help: .entry(.document)) var document: String?
  @Option(help: .entry(.place)) var place: Int?
  @Flag(help: .entry(.remove)) var remove = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let id = try workplace.project(project, in: pipeline)
      if remove {
        try workplace.refuse(
          [
            ("--done", done != nil), ("--body", body != nil), ("--due", due != nil),
            ("--document", document != nil), ("--place", place != nil),
          ], with: "--remove")
        return .register(.remove(RegisterKey(decision: name, of: id)))
      }
      let there = pipeline.decisions(of: id)
      let old = there.first { $0.name == name }
      var decision =
        old ?? Decision(project: id, name: name, place: (there.map(\.place).max() ?? 0) + 1)
      if let done { decision.done = try workplace.date(done) }
      if let due { decision.due = try workplace.day(due) }
      decision.body = body ?? decision.body
      decision.document = document ?? decision.document
      decision.place = place ?? decision.place
      return .register(.save(.decision(decision), seen: old.map(RegisterEntry.decision)))
    }
  }
}
