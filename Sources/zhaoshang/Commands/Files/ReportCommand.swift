internal import ArgumentParser
internal import Exchange
internal import Insight
internal import Pipeline
internal import SafeText
internal import Wording
internal import Workbook

/// The subcommand `zhaoshang report week|month|path|ledger|leader`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("report", .report)

  @Argument(help: .of(.reportKind), completion: .words(of: ReportQuestion.Kind.self))
  var kind: String
  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @Option(help: .of(.method), completion: .words(of: FunnelMethod.self)) var method: String?
  @Option(help: .of(.profile), completion: .words(of: LedgerProfile.self)) var profile: String?
  @Option(help: .of(.by), completion: .words(of: FunnelGrouping.self)) var by: String?
  @Option(help: .of(.filedBy)) var filedBy: String?
  @Option(help: .of(.filingTeam)) var group: String?
  @Option(help: .of(.phone)) var phone: String?
  @Option(help: .of(.format), completion: .words(of: Format.self)) var format: String?
  @Option(help: .of(.encoding), completion: .words(of: TextEncoding.self)) var encoding: String?
  @Option(name: .shortAndLong, help: .of(.output), completion: .file()) var output: String?
  @Flag(help: .of(.force)) var force = false
  @Flag(help: .of(.drill)) var drill = false
  @OptionGroup var global: GlobalOptions

  typealias Format = ReportPaper.Format

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let words = workplace.words
    let kind: ReportQuestion.Kind = try workplace.choice(kind, "report")
    try workplace.refuseIdle(given, for: kind)
    let format = try format(workplace)
    let encoding: TextEncoding? = try encoding.map { text throws(Failure) in
      try workplace.encoding(text)
    }
    if encoding != nil, format != .csv {
      throw Failure(
        .wrongCommandLine,
        words.conflictingOptions("--encoding", "--format \(format.rawValue)"))
    }
    let profile: LedgerProfile? = try profile.map { text throws(Failure) in
      try workplace.choice(text, "--profile")
    }
    if format == .xlsx { try workplace.requireExcel() }
    let destination = try workplace.destination(output, force: force)
    let pipeline = try workplace.read()
    let question = try question(kind, pipeline, workplace)
    // Until the paper is in its place; what is written to a pipe may be stopped as ever.
    var progress: Progress? = Progress(.writingReport, words)
    var report =
      kind == .ledger
      ? pipeline.ledger(
        profile ?? .standard, question,
        filing: LedgerFiling(
          group: group, filedBy: filedBy ?? workplace.account.name, phone: phone),
        in: words, pace: progress?.pace)
      : pipeline.report(question, in: words, hasSources: drill, pace: progress?.pace)
    if kind.carriesSeal { workplace.seal(&report, upTo: pipeline.version, progress) }
    if format == .txt, destination == nil {
      let text = report.text(as: .txt, withSources: drill)
      progress?.beginWriting()
      progress = nil
      return try Output.result(text)
    }
    let paper = ReportPaper(
      report: report, format: format, withSources: drill, encoding: encoding ?? .utf8,
      created: workplace.midnight)
    let bytes = try paper.bytes(words)
    progress?.beginWriting()
    guard let destination else {
      progress = nil
      return try Output.document(bytes)
    }
    try destination.write(bytes, progress)
    progress?.settle()
    progress = nil
    Output.say(words.exported(destination.path))
  }

  /// The options given that not every report has a use for.
  private var given: [ReportOption] {
    ReportOption.allCases.filter { option in
      let value: String? =
        switch option {
        case .from: from
        case .to: to
        case .method: method
        case .by: by
        case .profile: profile
        case .filedBy: filedBy
        case .group: group
        case .phone: phone
        }
      return value != nil
    }
  }

  /// The format asked for, else the one the file's name ends in, else plain text.
  private func format(_ workplace: Workplace) throws(Failure) -> Format {
    try workplace.format(format, of: output) ?? .txt
  }

  /// The filter; `path 27` and `path #27` are the path of that project.
  private func passing(_ kind: ReportQuestion.Kind, _ pipeline: Pipeline, _ workplace: Workplace)
    throws(Failure) -> Filter?
  {
    if filter.isEmpty { return nil }
    var words = filter
    if kind == .path, filter.count == 1, UInt32(FullWidth.folded(filter[0])) != nil {
      words = [try workplace.project(filter[0], in: pipeline).description]
    }
    return try workplace.filter(
      words, scope: kind == .ledger ? .open : .everything, in: pipeline)
  }

  /// The period given, else the one that the day lies in; of the path, all time.
  private func question(
    _ kind: ReportQuestion.Kind, _ pipeline: Pipeline, _ workplace: Workplace
  ) throws(Failure) -> ReportQuestion {
    var period = try workplace.period(from: from, to: to)
    // A month for a start and no end is that month.
    if to == nil, let from, let whole = try workplace.span(from) { period = whole }
    var question = ReportQuestion(kind, of: period, at: workplace.moment(of: pipeline))
    if question.first > question.last {
      throw Failure(
        .wrongCommandLine,
        workplace.words.endBeforeStart(question.last, question.first.description))
    }
    if question.isTooLong, let most = question.most {
      throw Failure(
        .wrongCommandLine,
        workplace.words.tooLong(
          kind.rawValue, from: question.first, to: question.last, most: most))
    }
    question.filter = try passing(kind, pipeline, workplace)
    question.grouping = try by.map { text throws(Failure) in
      try workplace.choice(text, "--by")
    }
    question.thresholds = workplace.thresholds
    if let method { question.method = try workplace.choice(method, "--method") }
    return question
  }
}

extension Workplace {
  /// A character set by the name it goes by.
  func encoding(_ text: String) throws(Failure) -> TextEncoding {
    guard let encoding = TextEncoding(name: text) else {
      throw Failure(
        .wrongCommandLine,
        words.unknownChoice(
          text, "--encoding", choices: TextEncoding.allCases.map(\.rawValue)))
    }
    return encoding
  }

  func encoded(_ text: String, as encoding: TextEncoding) throws(Failure) -> [UInt8] {
    try encoding.bytes(text, words)
  }
}
