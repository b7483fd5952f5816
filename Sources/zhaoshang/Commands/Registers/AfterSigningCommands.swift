internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang batch KIND --subject NAME --count 32`.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration("batch", .batch)

  @Argument(help: .entry(.milestone), completion: .codes(of: MilestoneKind.self))
  var kind: String
  @Option(help: .entry(.count)) var count = 1
  @Option(help: .entry(.ofSubject)) var subject: String?
  @Option(help: .entry(.project), completion: .projects) var project: [String] = []
  @Option(help: .entry(.targetCluster)) var cluster: String?
  @Option(help: .entry(.on, "date")) var on: String?
  @Option(help: .of(.milestoneName)) var name: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      var facts = Milestone.Facts(
        projects: try workplace.projects(project, in: pipeline),
        kind: try workplace.known(kind, as: .kind), on: try workplace.date(on))
      facts.count = max(count, facts.projects.count)
      facts.subject = subject
      facts.cluster = cluster
      facts.name = name
      facts.note = note
      return .reach(facts)
    }
  }
}

/// The subcommand `zhaoshang rates [FILTER …]`.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration("rates", .rates)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Flag(help: .of(.drill)) var drill = false
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let filter =
      try filter.isEmpty
      ? nil : workplace.filter(filter, scope: .everything, in: pipeline)
    let after = pipeline.afterSigning(at: workplace.moment(of: pipeline), passing: filter)
    let rows = words.table(of: after)
    let lines = words.table(of: after.projects, in: pipeline)
    let json = JSONText(after.json)
    if table.read.json || table.csv {
      let sheet = words.sheet(of: after, asOf: workplace.day, filter)
      return try table.show(drill ? lines : sheet, json: json)
    }
    let columns = Surroundings.columns
    let parts =
      [rows.text(columns: columns), words.rateFootnote(after)]
      + (drill ? [lines.text(columns: columns)] : [])
    try Output.result(parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}

/// The subcommand `zhaoshang alerts [FILTER …]`.
struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration("alerts", .alerts)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let filter =
      try filter.isEmpty
      ? nil : workplace.filter(filter, scope: .everything, in: pipeline)
    let alerts = pipeline.alerts(at: workplace.moment(of: pipeline), passing: filter)
    let rows = Table(
      [
        .text(words.heading(.what)), .text(words.heading(.project), isFlexible: true),
        .number(words.heading(.dayCount)),
      ],
      rows: alerts.map { alert in
        [
          words.alertKind(alert.kind), words.alertSubject(alert.subject, in: pipeline),
          "\(alert.days)",
        ]
      }
    ).with(
      sheet: [
        words.heading(.what), words.projectNumberHeading, words.heading(.project),
        words.heading(.dayCount),
      ],
      alerts.map { alert in
        [words.alertKind(alert.kind)] + words.numberAndName(of: alert.subject, in: pipeline) + [
          "\(alert.days)"
        ]
      })
    try table.show(rows, json: JSONText(.array(alerts.map(\.json))))
    if alerts.isEmpty, !table.read.json, !table.csv { Output.say(words.nothingToAlert) }
  }
}

extension Words {
  fileprivate func table(of after: AfterSigning) -> Table {
    func row(_ name: String, _ part: Int, _ whole: Int, _ share: Double?) -> [String] {
      [name, "\(part)", "\(whole)", self.share(share)]
    }
    return Table(
      [
        .text(column(.figure)), .number(column(.part)), .number(column(.whole)),
        .number(column(.share)),
      ],
      rows: [
        row(performanceRate, after.performed, after.signed, after.performanceRate),
        row(startRate, after.started, after.building, after.startRate),
        row(completionRate, after.completed, after.building, after.completionRate),
        row(productionRate, after.producing, after.building, after.productionRate),
        [
          fundsRate, fundsCounted(after), sums(AmountTotals(after.projects.map(\.amount))),
          share(after.fundsRate()),
        ],
      ])
  }

  /// The same as bare numbers, the funds rate in yuan.
  fileprivate func sheet(of after: AfterSigning, asOf day: Day, _ filter: Filter?) -> Table {
    func row(_ name: String, _ part: Int, _ whole: Int, _ share: Double?) -> [String] {
      [name, "\(part)", "\(whole)", bare(share), "", ""]
    }
    let contracted = AmountTotals(after.projects.map(\.amount))
    let arrived = after.fundsCounted.first { $0.currency == .yuan }?.minor
    let rows = [
      row(performanceRate, after.performed, after.signed, after.performanceRate),
      row(startRate, after.started, after.building, after.startRate),
      row(completionRate, after.completed, after.building, after.completionRate),
      row(productionRate, after.producing, after.building, after.productionRate),
      [
        fundsRate, arrived.map { bare($0, of: .yuan) } ?? "",
        contracted.sum(.yuan).map { bare($0, of: .yuan) } ?? "", bare(after.fundsRate()),
        "\(after.amountsKnown)", "\(after.signed)",
      ],
    ]
    let headings =
      [column(.figure), column(.part), column(.whole), column(.share)]
      + [say("金额已知", "amounts_known"), say("金额应有", "amounts_of")] + scopeHeadings
    return Table(
      headings.map { .text($0.replacing(" ", with: "_")) },
      rows: rows.map { $0 + scope(Period(), asOf: day, filter) })
  }

  fileprivate func table(of projects: [AfterSigning.SignedProject], in pipeline: Pipeline)
    -> Table
  {
    func cell(_ date: BusinessDate?) -> String { date.map { self.date($0) } ?? "" }
    return Table(
      [
        .text(heading(.project), isFlexible: true), .text(heading(.kind)),
        .text(column(.signed)), .text(column(.registered)), .text(column(.started)),
        .text(column(.completed)), .text(column(.inProduction)), .text(column(.funds)),
      ],
      rows: projects.map { signed in
        [
          project(signed.id, in: pipeline), projectKind(signed.kind), cell(signed.signed),
          cell(signed.registered), cell(signed.started), cell(signed.completed),
          cell(signed.inProduction), signed.funds.count == 0 ? "" : sums(signed.funds),
        ]
      })
  }
}

extension AfterSigning {
  fileprivate var json: JSONValue {
    func rate(_ part: Int, _ whole: Int, _ share: Double?) -> JSONValue {
      ["part": .integer(part), "of": .integer(whole), "share": .decimal(share, digits: 4)]
    }
    return [
      "signed": .integer(signed), "performance": rate(performed, signed, performanceRate),
      "start": rate(started, building, startRate),
      "completion": rate(completed, building, completionRate),
      "production": rate(producing, building, productionRate),
      "funds": [
        "known": .integer(amountsKnown), "of": .integer(signed),
        "share": .decimal(fundsRate(), digits: 4),
      ],
      "started_beside": .integer(startedBeside),
      "projects": .array(projects.map(\.json)),
      "batches": .array(
        batches.map { batch in
          [
            "kind": .string(batch.kind.rawValue), "on": .string(batch.on.description),
            "subject": .init(batch.subject), "cluster": .init(batch.cluster),
            "count": .integer(batch.count),
          ]
        }),
    ]
  }
}

extension AfterSigning.SignedProject {
  fileprivate var json: JSONValue {
    [
      "id": .integer(id.number), "kind": .string(kind.rawValue),
      "signed": .string(signed.description), "registered": .init(registered?.description),
      "started": .init(started?.description), "completed": .init(completed?.description),
      "in_production": .init(inProduction?.description), "amount": .amount(amount),
      "funds": funds.json,
    ]
  }
}

extension Alert {
  var json: JSONValue {
    var object = JSONObject()
    object["kind"] = .string(kind.rawValue)
    switch subject {
    case .project(let id): object["project"] = .integer(id.number)
    case .request(let id): object["request"] = .integer(id.number)
    case .handOver(let id, let project):
      object["hand_over"] = .integer(id.number)
      object["project"] = .integer(project.number)
    }
    object["days"] = .integer(days)
    return .object(object)
  }
}
