internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang target list|set`.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "target", .target, [TargetListCommand.self, TargetSetCommand.self])
}

/// The subcommand `zhaoshang target set MEASURE VALUE`.
struct TargetSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("set", .targetSet)

  @Argument(help: .entry(.measure), completion: .codes(of: Target.Measure.self))
  var measure: String
  @Argument(help: .entry(.value)) var value: String?
  @Option(help: .entry(.year)) var year: Int?
  @Option(help: .entry(.targetUnit)) var unit: String?
  @Option(help: .entry(.targetCluster)) var cluster: String?
  @Option(help: .of(.note)) var note: String?
  @Flag(help: .entry(.remove)) var remove = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, _ throws(Failure) in
      var target = Target(
        year: year ?? workplace.today.civil.year, measure: try workplace.known(measure, as: .kind))
      target.unit = unit
      target.cluster = cluster
      target.note = note
      if remove, value != nil || note != nil {
        throw Failure(
          .wrongCommandLine,
          workplace.words.conflictingOptions("--remove", note == nil ? "VALUE" : "--note"))
      }
      if remove { return .register(.remove(RegisterEntry.target(target).key)) }
      guard let value else { throw Failure(.wrongCommandLine, workplace.words.nothingToSet) }
      if target.measure.isAmount {
        target.amount = try workplace.amount(value)
      } else {
        target.count = Int(value)
      }
      return .register(.save(.target(target)))
    }
  }
}

/// The subcommand `zhaoshang target list`.
struct TargetListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .targetList, aliases: ["ls"])

  @Option(help: .entry(.year)) var year: Int?
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let progress = pipeline.targetProgress(at: workplace.moment(of: pipeline), year: year)
    let rows = Table(
      [
        .number(words.column(.year)), .text(words.column(.unit), isFlexible: true),
        .text(words.heading(.cluster), isFlexible: true), .text(words.column(.figure)),
        .number(words.column(.target)), .number(words.column(.actual)),
        .number(words.column(.known)), .number(words.column(.share)),
      ],
      rows: progress.map { progress in
        let target = progress.target
        let (actual, known) = words.actual(progress.actual)
        return [
          "\(target.year)", target.unit ?? "", target.cluster ?? "", words.name(target.measure),
          words.targetValue(target), actual, known, words.share(progress.share),
        ]
      }
    ).with(sheet: words.targetSheetHeadings, progress.map(words.figures))
    try table.show(rows, json: JSONText(.array(progress.map(\.json))))
    if progress.isEmpty, !table.read.json, !table.csv { Output.say(words.nothingFound) }
  }
}

extension Words {
  fileprivate var targetSheetHeadings: [String] {
    [
      column(.year), column(.unit), heading(.cluster), column(.figure), column(.target),
      column(.actual), say("币种", "currency"), say("金额已知", "amounts_known"),
      say("金额应有", "amounts_of"), column(.share),
    ].map { $0.replacing(" ", with: "_") }
  }

  /// A target and what was reached as bare numbers; sums in the unit of the target's own currency.
  fileprivate func figures(of progress: TargetProgress) -> [String] {
    let target = progress.target
    let money: Money? = if case .known(let money) = target.amount { money } else { nil }
    let wanted = money.map { bare($0.minor, of: $0.currency) }
    let names = ["\(target.year)", target.unit ?? "", target.cluster ?? "", name(target.measure)]
    switch progress.actual {
    case .count(let count):
      let figures = [wanted ?? target.count.map(String.init) ?? "", "\(count)", "", "", ""]
      return names + figures + [bare(progress.share)]
    case .amounts(let totals):
      let currency = money?.currency ?? .yuan
      let sum = totals.sums.first { $0.currency == currency }?.minor
      return names + [
        wanted ?? "", sum.map { bare($0, of: currency) } ?? "", currency.code,
        "\(totals.known)", "\(totals.count)", bare(progress.share),
      ]
    }
  }

  /// What was reached, and how much of it is known where it is money.
  fileprivate func actual(_ actual: TargetProgress.Actual) -> (String, known: String) {
    switch actual {
    case .count(let count): return ("\(count)", "")
    case .amounts(let totals):
      let sums = totals.sums.map { sum($0.minor, $0.currency) }
      return (
        sums.isEmpty ? "—" : sums.joined(separator: "+"),
        coverage(totals.known, of: totals.count)
      )
    }
  }
}

extension TargetProgress {
  fileprivate var json: JSONValue {
    let members = EntryJSON.object(of: .target(target))
    let share = JSONValue.decimal(share, digits: 4)
    return switch actual {
    case .count(let count):
      .object(members, adding: ("actual", .integer(count)), ("share", share))
    case .amounts(let totals):
      .object(members, adding: ("actual", totals.json), ("share", share))
    }
  }
}

extension AmountTotals {
  var json: JSONValue {
    var sums = JSONObject()
    for sum in self.sums { sums[sum.currency.code] = .integer(sum.minor) }
    return ["known": .integer(known), "of": .integer(count), "sum_fen": .object(sums)]
  }
}
