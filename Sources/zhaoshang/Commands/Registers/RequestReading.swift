internal import ArgumentParser
internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang request list`.
struct RequestListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .requestList, aliases: ["ls"])

  @Flag(help: .entry(.withClosed)) var all = false
  @Flag(help: .entry(.onlyOverdue)) var overdue = false
  @Option(help: .entry(.unit)) var unit: String?
  @Option(help: .entry(.requestKind), completion: .codes(of: ServiceRequest.Kind.self))
  var kind: String?
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    if all, overdue {
      throw Failure(
        .wrongCommandLine, workplace.words.conflictingOptions("--all", "--overdue"))
    }
    var question = try workplace.requests(from: from, to: to, unit: unit, kind: kind)
    let pipeline = try workplace.read()
    question.moment = workplace.moment(of: pipeline)
    let requests = pipeline.requests(question).filter { request in
      overdue ? request.daysLate(on: workplace.day) != nil : all || !request.isClosed
    }
    try table.show(
      workplace.words.table(of: requests, on: workplace.day),
      json: JSONText(.array(requests.map { $0.json(on: workplace.day) })))
    if requests.isEmpty, !table.read.json, !table.csv { Output.say(workplace.words.nothingFound) }
  }
}

/// The subcommand `zhaoshang request show NUMBER`.
struct RequestShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .requestShow)

  @Argument(help: .entry(.requestNumber)) var number: UInt32
  @OptionGroup var read: ReadOptions

  func run() throws {
    let workplace = try read.workplace()
    let pipeline = try workplace.read()
    let known = try workplace.request(number, in: pipeline)
    guard let request = pipeline.request(known.id, at: workplace.moment(of: pipeline)) else {
      throw Failure(.refused, workplace.words.requestNotIn(known.id, on: workplace.day))
    }
    if read.json { return try Output.document(JSONText(request.json(on: workplace.day)).text) }
    try Output.result(request.sheet(in: workplace.words, pipeline, on: workplace.day))
  }
}

/// The subcommand `zhaoshang request figures`.
struct RequestFiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration("figures", .requestFigures)

  @Option(help: .entry(.unit)) var unit: String?
  @Option(help: .entry(.requestKind), completion: .codes(of: ServiceRequest.Kind.self))
  var kind: String?
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    var question = try workplace.requests(from: from, to: to, unit: unit, kind: kind)
    let pipeline = try workplace.read()
    question.moment = workplace.moment(of: pipeline)
    let figures = pipeline.requestFigures(question)
    try table.show(workplace.words.table(of: figures), json: JSONText(figures.json))
  }
}

extension Workplace {
  /// What is asked of requests, before the store is read.
  fileprivate func requests(from: String?, to: String?, unit: String?, kind: String?)
    throws(Failure) -> RequestQuestion
  {
    let kind: ServiceRequest.Kind? = try kind.map { text throws(Failure) in
      try known(text, as: .kind)
    }
    return RequestQuestion(
      at: .upTo(Cutoff(day)), period: try period(from: from, to: to), unit: unit, kind: kind)
  }
}

extension Words {
  fileprivate func table(of requests: [ServiceRequest], on day: Day) -> Table {
    let columns: [Table.Column] = [
      .number(heading(of: .number)), .text(column(.firm), isFlexible: true),
      .text(heading(.kind), isDispensable: true), .text(column(.subject), isFlexible: true),
      .text(column(.category), isDispensable: true), .text(column(.received)),
      .text(column(.fast), isDispensable: true), .text(column(.unit), isFlexible: true),
      .text(heading(of: .due)), .text(heading(of: .status)), .number(column(.late)),
    ]
    func cells(_ request: ServiceRequest) -> [String] {
      [
        "\(request.id.number)", request.organisation, name(request.kind), request.subject,
        request.category.map { name($0) } ?? "", date(request.received),
        request.isFast ? yes : "", request.unit ?? "", request.due?.description ?? "",
        name(request.status),
      ]
    }
    return Table(
      columns, rows: requests.map { cells($0) + [$0.daysLate(on: day).map { days($0) } ?? ""] }
    ).with(
      sheet: columns.map(\.heading) + [projectNumberHeading],
      requests.map { request in
        cells(request) + [
          request.daysLate(on: day).map(String.init) ?? "",
          request.project.map { "\($0.number)" } ?? "",
        ]
      })
  }

  fileprivate func table(of figures: RequestFigures) -> Table {
    func row(_ name: String, _ part: Int, _ whole: Int? = nil, _ share: Double? = nil)
      -> [String]
    {
      [name, "\(part)", whole.map(String.init) ?? "", whole == nil ? "" : self.share(share)]
    }
    return Table(
      [
        .text(column(.figure)), .number(column(.part)), .number(column(.whole)),
        .number(column(.share)),
      ],
      rows: [
        row(receivedRequests, figures.received), row(fastFigure, figures.fast),
        row(column(.open), figures.open), row(overdueRequests, figures.overdue.count),
        row(column(.closed), figures.closed),
        row(inTimeFigure, figures.inTime, figures.timed, figures.inTimeShare),
        row(oneTripFigure, figures.oneTrip, figures.tripsKnown, figures.oneTripShare),
        row(contentFigure, figures.content, figures.asked, figures.contentShare),
      ])
  }
}

extension ServiceRequest {
  fileprivate func json(on day: Day) -> JSONValue {
    .object(
      EntryJSON.object(of: .request(self)), adding: ("status", .string(status.rawValue)),
      ("days_late", .init(daysLate(on: day))))
  }

  /// Every member with a value, the labels in one column.
  fileprivate func sheet(in words: Words, _ pipeline: Pipeline, on day: Day) -> String {
    let late = daysLate(on: day).map { "  " + words.overdueFor($0) } ?? ""
    var lines: [(String, String?)] = [
      (words.column(.firm), organisation), (words.heading(.kind), words.name(kind)),
      (words.column(.category), category.map { words.name($0) }),
      (words.column(.subject), subject), (words.column(.received), words.date(received)),
      (words.column(.channel), channel), (words.column(.fast), isFast ? words.yes : nil),
      (words.column(.unit), unit), (words.heading(of: .due), due.map { "\($0)\(late)" }),
      (words.heading(of: .status), words.name(status)),
    ]
    for step in Status.allCases.dropFirst() {
      lines.append(("  " + words.name(step), self[step].map { words.date($0) }))
    }
    lines += [
      (words.column(.result), result), (words.column(.trips), trips.map(String.init)),
      (words.column(.satisfaction), satisfaction.map(String.init)),
      (words.column(.matter), matter),
      (words.heading(.project), project.map { words.project($0, in: pipeline) }),
      (words.heading(.note), note),
    ]
    let known = lines.compactMap { label, value in value.map { (label, $0) } }
    let width = known.map { TextWidth.columns(of: $0.0) }.max() ?? 0
    return known.map { label, value in
      let gap = String(repeating: " ", count: width + 2)
      let parts = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return TextWidth.padded(label, to: width) + "  " + parts.joined(separator: "\n" + gap)
    }.joined(separator: "\n")
  }
}

extension RequestFigures {
  fileprivate var json: JSONValue {
    [
      "received": .integer(received), "fast": .integer(fast), "open": .integer(open),
      "closed": .integer(closed),
      "overdue": .array(overdue.map { .integer($0.number) }),
      "in_time": ["part": .integer(inTime), "of": .integer(timed), "share": rate(inTimeShare)],
      "one_trip": [
        "part": .integer(oneTrip), "of": .integer(tripsKnown), "share": rate(oneTripShare),
      ],
      "content": ["part": .integer(content), "of": .integer(asked), "share": rate(contentShare)],
      "mean_mark": rate(meanMark),
    ]
  }

  private func rate(_ share: Double?) -> JSONValue { .decimal(share, digits: 4) }
}
