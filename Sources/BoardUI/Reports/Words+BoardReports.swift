internal import Insight
internal import Pipeline
internal import Wording

// What the reports view says.
extension Words {
  /// A short name, for a tab.
  func reportTab(_ kind: ReportQuestion.Kind) -> String {
    switch kind {
    case .week: say("周报", "Week")
    case .month: say("月报", "Month")
    case .path: say("路径", "Path")
    case .ledger: say("台账", "Ledger")
    case .leader: say("一页通", "Leader")
    }
  }

  func reportDays(_ question: ReportQuestion) -> String {
    question.first == ReportQuestion.beginning
      ? say("截至 \(question.last)", "Up to \(question.last)")
      : reportPeriod(from: question.first, to: question.last)
  }

  /// A name for the file of a report: what it is and its days.
  func reportFile(_ question: ReportQuestion) -> String {
    let name =
      switch question.kind {
      case .week: say("周报", "week")
      case .month: say("月报", "month")
      case .path: say("招商路径", "path")
      case .ledger: say("项目台账", "ledger")
      case .leader: say("一页通", "leader")
      }
    return "\(name)-\(question.kind == .week ? question.first : question.last).html"
  }

  func reportSources(_ areShown: Bool) -> String {
    areShown
      ? say("文末列出每个数字计了什么", "What each figure counts follows the report")
      : say("不再列出数字来源", "What the figures count is left out")
  }

  func reportSourcesChip(_ areShown: Bool) -> String {
    areShown ? say("附数字来源", "with sources") : say("数字来源", "sources")
  }

  var noLaterPeriod: String { say("已是当前一期", "This is the present period") }
  var filingTitle: String { say("写入文件", "Write to a file") }
  var fileLabel: String { say("文件", "File") }
  var fileEndings: String {
    say(
      "格式看结尾：.txt .md .html .csv .xlsx；~/ 是家目录",
      "The ending says the format: .txt .md .html .csv .xlsx; ~/ is your home")
  }
  var noFileName: String { say("请写文件名", "Name the file") }
  func fileIsThere(_ path: String) -> String {
    say("\(path) 已经存在。按 y 覆盖，按 n 另起名字", "\(path) is there already. y replaces it, n goes back")
  }
  func writeButton(_ key: String) -> String { say("写入 \(key)", "Write \(key)") }
  var replaceButton: String { say("覆盖 y", "Replace y") }
  var keepButton: String { say("不覆盖 n", "Keep it n") }
}
