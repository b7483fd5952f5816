package import Insight
internal import Pipeline
package import Vocabulary

// What a filter is told in, and what is wrong with one.
extension Words {
  /// What is filed says what it is of: 筛选：责任人:王磊; nil when nothing was asked for.
  package func filed(_ filter: Filter?) -> String? {
    guard let text = filter?.text, !text.isEmpty else { return nil }
    return say("筛选：\(text)", "Filter: \(text)")
  }

  package func filterKey(_ key: FilterKey) -> String { say(key.term.zh, key.term.en) }

  /// What could not be read in a filter, or is nobody's: one sentence for board and command line.
  package func filterProblem(_ problem: FilterProblem) -> String {
    let text = say("「\(problem.text)」", "'\(problem.text)'")
    switch problem.expected {
    case .key:
      let known = FilterKey.offered.map { language == .zh ? filterKey($0) : $0.code }
      return say(
        "筛选里没有\(text)这个键，可用：\(known.joined(separator: " "))；要找带冒号的字就加引号",
        "There is no filter key \(text); known are: \(known.joined(separator: " ")); "
          + "put quotation marks round a text that has a colon")
    case .oneKey(let keys):
      let names = keys.map { filterKey($0) }
      return say(
        "\(text)可以是 \(names.joined(separator: "、"))，请写全",
        "\(text) may be \(names.joined(separator: ", ")); write it in full")
    case .value(let key):
      return say(
        "筛选「\(filterKey(key))」缺少值，例如 \(example(of: key))",
        "The filter '\(key.code)' lacks a value; write it like \(example(of: key))")
    case .noComparison(let key):
      return say(
        "「\(filterKey(key))」没有大小，请写 \(example(of: key))",
        "'\(key.code)' is not more or less; write \(example(of: key))")
    case .stage: return unknownWord(problem.text, heading(of: .stage), of: Stage.self)
    case .status:
      let known =
        Status.Kind.allCases.map { ($0.code, $0.term) }
        + StatusGroup.allCases.map { ($0.code, $0.term) }
      return unknownWord(
        problem.text, heading(of: .status),
        choices: known.map { language == .zh ? "\($0)(\($1.zh))" : $0 })
    case .kind: return unknownWord(problem.text, heading(.kind), of: ProjectKind.self)
    case .amount:
      return say(
        "\(text)不是金额条件，请写 总投资>1亿 或 总投资:5000万..2亿",
        "\(text) is no condition on an amount; write amount>1亿 or amount:5000万..2亿")
    case .yesOrNo: return say("\(text)应为 是 或 否", "\(text) should be yes or no")
    case .number: return say("\(text)不是编号，请写 编号:27", "\(text) is no number; write number:27")
    case .date:
      return say(
        "\(text)不是日期条件，请写 期限<2026-12-01 或 期限:2026-11",
        "\(text) is no condition on a date; write due<2026-12-01 or due:2026-11")
    case .days:
      return say(
        "\(text)不是天数，请写 停留>30 或 停留:10..20",
        "\(text) is no number of days; write days>30 or days:10..20")
    case .somebody(let key, let known):
      let label = say(filterKey(key), key.code)
      return say(
        "没有一个项目的\(label)是\(text)" + (known.isEmpty ? "" : "，有：\(known.joined(separator: "、"))"),
        "No project has \(text) for its \(label)"
          + (known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))"))
    case .shorterWord: return say("要找的词太长", "The word to look for is too long")
    case .closingQuote: return say("缺少后引号", "The closing quotation mark is missing")
    }
  }

  /// A condition of a key as one would type it.
  private func example(of key: FilterKey) -> String {
    let name = say(filterKey(key), key.code)
    return switch key {
    case .stage: name + ":" + say("意向", "intent")
    case .status: name + ":" + say("挂起", "hold")
    case .number: name + ":27"
    case .days, .idle: name + ">30"
    case .due, .entered: name + "<2026-12-01"
    case .stale, .overdue: name + ":" + say("是", "yes")
    case .field(let field):
      switch field.form {
      case .amount: name + ">1亿"
      case .date: name + ":2026-11"
      case .kind: name + ":" + say("基金", "fund")
      case .next: name + ":" + say("无", "none")
      default: name + ":" + say(field == .owner ? "王磊" : "重点", field == .owner ? "me" : "Acme")
      }
    }
  }
}
