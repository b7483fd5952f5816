internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// The report that the view stands for: its kind and days, as of the day looked at, filtered.
  package var reportOrder: ReportOrder {
    var question = ReportQuestion(report.kind, of: reportPeriod, at: moment)
    if !filterText.isEmpty {
      question.filter = filter(scope: report.kind == .ledger ? .open : .everything)
    }
    question.thresholds = thresholds
    return ReportOrder(question, hasSources: report.hasSources)
  }

  /// The period that a person chose; an empty one when the report takes its own.
  private var reportPeriod: Period {
    switch report.span {
    case .chosen(let period): return period
    case .back(0): return Period()
    case .back(let count):
      var period = ReportQuestion(report.kind, at: moment).period
      // The path has all time first; one step back is the month of the day.
      for _ in 0..<(report.kind == .path ? count - 1 : count) {
        period = ReportQuestion(report.kind, of: period, at: moment).previous
      }
      return period
    }
  }

  /// Asks for the report's text when the text on the screen is of another report.
  ///
  /// While a filter or a command is typed, the text stays as it is.
  mutating func settleReport() -> [Effect] {
    let count = report.lines.count
    report.top = min(max(0, report.top), max(0, count - reportRows))
    report.left = min(max(0, report.left), max(0, reportWidth - layout.body.width + 2))
    guard screen == .report, !isTyping else { return [] }
    let asked = ReportState.Asked(
      order: reportOrder, language: words.language, version: pipeline.version)
    guard report.asked != asked else { return [] }
    report.asked = asked
    report.leader =
      report.kind == .leader
      ? pipeline.leaderFigures(
        at: asked.order.question.moment, passing: asked.order.question.filter,
        thresholds: thresholds) : nil
    return [.store(.loadReport(asked.order))]
  }

  /// The figures of the leader's page, where it is shown as one screen.
  ///
  /// It is so from the top, where there is room for it, without the projects behind each figure.
  /// Further down there is its text.
  var leaderPage: LeaderFigures? {
    let room = layout.body.height - Painter.reportHead(layout)
    guard report.top == 0, !report.hasSources, layout.body.width >= 76, room >= 16 else {
      return nil
    }
    return report.leader
  }

  /// How many lines of the text are seen.
  var reportRows: Int { max(1, layout.body.height - Painter.reportHead(layout)) }

  private var reportWidth: Int { report.lines.lazy.map { TextWidth.columns(of: $0) }.max() ?? 0 }

  /// Takes a text in, unless another report was asked for since.
  mutating func show(_ text: String, of order: ReportOrder) {
    guard report.asked?.order == order else { return }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    report.lines = lines
  }

  mutating func choose(report kind: ReportQuestion.Kind, of period: Period? = nil) {
    if let period, period.from != period.to {
      let question = ReportQuestion(kind, of: period, at: moment)
      if question.isTooLong, let most = question.most {
        say(words.tooLong(kind.rawValue, from: question.first, to: question.last, most: most), .bad)
        return
      }
    }
    if report.kind != kind {
      report.top = 0
      report.left = 0
      // A chosen week means nothing to a monthly report.
      report.span = .back(0)
    }
    report.kind = kind
    if let period {
      // One day stands for the week or the month it lies in.
      let day = period.from == period.to ? period.from : nil
      report.span = .chosen(day.map { ReportQuestion(kind, at: .asOf($0)).period } ?? period)
    }
    show(.report)
  }

  mutating func nextReport() {
    let all = ReportQuestion.Kind.allCases
    choose(report: all[((all.firstIndex(of: report.kind) ?? 0) + 1) % all.count])
  }

  /// Goes to the period before or after the one shown; after the present one comes nothing.
  mutating func turnReport(by step: Int) {
    let count: Int
    switch report.span {
    case .back(let shown): count = shown
    case .chosen: count = step > 0 ? 0 : 1
    }
    guard count - step >= 0 else {
      say(words.noLaterPeriod)
      return
    }
    report.span = .back(count - step)
    report.top = 0
  }

  mutating func switchSources() {
    report.hasSources.toggle()
    say(words.reportSources(report.hasSources))
  }

  /// Scrolls the text, pans it, or chooses a report by its number.
  mutating func navigateReport(_ action: Action) {
    switch action {
    case .previousStage: report.left -= 8
    case .nextStage: report.left += 8
    case .stage1: choose(report: .week)
    case .stage2: choose(report: .month)
    case .stage3: choose(report: .path)
    case .stage4: choose(report: .ledger)
    case .stage5: choose(report: .leader)
    default:
      report.top = moved(
        report.top, action, count: max(1, report.lines.count - reportRows + 1), page: reportRows)
    }
  }
}

extension ReportQuestion.Kind {
  /// Reads a report's name in either language.
  init?(spoken: String) {
    switch spoken.lowercased() {
    case "week", "weekly", "周报": self = .week
    case "month", "monthly", "月报", "通报": self = .month
    case "path", "路径", "招商路径": self = .path
    case "ledger", "台账": self = .ledger
    case "leader", "一页通", "一页", "领导": self = .leader
    default: return nil
    }
  }
}
