@testable import BoardUI
import Canvas
import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The reports on the board")
struct ReportViewTests {
  /// The reports that were asked for, in order.
  private func asked(_ sitting: Sitting) -> [ReportOrder] {
    sitting.effects.compactMap {
      if case .store(.loadReport(let order)) = $0 { order } else { nil }
    }
  }

  /// What the board wanted to have written, in order.
  private func written(_ sitting: Sitting) -> [Effect] {
    sitting.effects.filter { if case .store(.writeReport) = $0 { true } else { false } }
  }

  private func filing(_ sitting: Sitting) -> Filing? {
    if case .filing(let filing) = sitting.ui.overlay { filing } else { nil }
  }

  @Test("P shows the week's report in the words of the command line")
  func words() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P")
    let question = ReportQuestion(
      .week, at: .now(today: "2023-09-04"), from: "2023-09-04", to: "2023-09-10")
    #expect(asked(sitting) == [ReportOrder(question, hasSources: false)])
    let text = sitting.ledger.pipeline.report(question, in: Words(.zh)).text(as: .txt)
    #expect(sitting.ui.report.lines.joined(separator: "\n") + "\n" == text)
    #expect(sitting.screen.contains("招商工作周报"))
  }

  @Test("1 to 5, v and clicks choose the report; :report takes one with its days")
  func choosing() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P")
    for (key, kind) in zip(["1", "2", "3", "4", "5"], ReportQuestion.Kind.allCases) {
      sitting.press(key)
      #expect(sitting.ui.report.kind == kind)
      sitting.press("v")
      let next = ReportQuestion.Kind.allCases.firstIndex(of: kind).map { ($0 + 1) % 5 }
      #expect(sitting.ui.report.kind == next.map { ReportQuestion.Kind.allCases[$0] })
    }
    sitting.click(.reportKind(.month))
    #expect(sitting.ui.report.kind == .month)
    sitting.press("B")
    sitting.command("report leader 2023-08")
    #expect(sitting.ui.screen == .report && sitting.ui.report.kind == .leader)
    let order = try #require(asked(sitting).last)
    #expect(order.question.first == "2023-08-01" && order.question.last == "2023-08-31")
    #expect(order.question.moment == .asOf("2023-08-31"))
    sitting.command("报表 周报 2023-07-25")
    let week = try #require(asked(sitting).last)
    #expect(week.question.first == "2023-07-24" && week.question.last == "2023-07-30")
    // A month is no week.
    sitting.command("period 2023-07")
    #expect(sitting.ui.notice?.text.contains("最多 7 天") ?? false)
    #expect(asked(sitting).last?.question.first == "2023-07-24")
    sitting.click(.reportKind(.month))
    sitting.command("period 2023-07")
    let july = try #require(asked(sitting).last)
    #expect(july.question.first == "2023-07-01" && july.question.last == "2023-07-31")
  }

  @Test("< and > turn to other periods, and none lies ahead of the present one")
  func turning() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P", "<")
    #expect(asked(sitting).last?.question.first == "2023-08-28")
    sitting.press("<")
    #expect(asked(sitting).last?.question.last == "2023-08-27")
    sitting.click(.action(.reportLater))
    #expect(asked(sitting).last?.question.first == "2023-08-28")
    sitting.press(">")
    let count = asked(sitting).count
    sitting.press(">")
    #expect(asked(sitting).count == count)
    #expect(sitting.ui.notice?.text == "已是当前一期")
    sitting.press("2", "<", "<")
    #expect(asked(sitting).last?.question.first == "2023-07-01")
    sitting.press("3")
    #expect(asked(sitting).last?.question.first == ReportQuestion.beginning)
    sitting.press("<")
    #expect(asked(sitting).last?.question.first == "2023-09-01")
  }

  @Test("Filter, day, language and the sources of figures are the report's too")
  func following() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P", "5")
    let whole = sitting.ui.report.lines
    sitting.press("/")
    sitting.type("光翼")
    #expect(sitting.ui.report.lines == whole)
    sitting.press("Enter")
    #expect(asked(sitting).last?.question.filter != nil)
    #expect(sitting.ui.report.lines != whole)
    sitting.command("clear")
    #expect(sitting.ui.report.lines == whole)
    sitting.command("asof 2023-08-26")
    #expect(asked(sitting).last?.question.moment == .asOf("2023-08-26"))
    sitting.press("0", "d")
    #expect(sitting.ui.report.lines.contains("【数据来源】"))
    sitting.press("d")
    #expect(sitting.ui.report.lines == whole)
    sitting.command("lang en")
    #expect(sitting.ui.report.lines.first == "One page for the leader")
  }

  @Test("What a colleague saves comes into the report by itself")
  func colleague() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P")
    let count = asked(sitting).count
    try sitting.colleague(.note(5, text: "电话沟通", on: "2023-09-04"))
    #expect(asked(sitting).count == count + 1)
    sitting.press("B")
    try sitting.colleague(.note(5, text: "再次沟通", on: "2023-09-04"))
    #expect(asked(sitting).count == count + 1)
  }

  @Test("The text scrolls to its end and its widest line, by keys, wheel and bar")
  func scrolling() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P", "5", "j", "j", "l")
    #expect(sitting.ui.report.top == 2 && sitting.ui.report.left == 8)
    sitting.press("G")
    let last = try #require(sitting.ui.report.lines.last)
    #expect(sitting.screen.contains(Painter.pan(last, by: 8).prefix(10)))
    sitting.press("j")
    #expect(sitting.ui.report.top == sitting.ui.report.lines.count - sitting.ui.reportRows)
    for _ in 0..<100 { sitting.press("l") }
    let width = sitting.ui.report.lines.map { TextWidth.columns(of: $0) }.max() ?? 0
    #expect(sitting.ui.report.left == width - 78)
    sitting.press("g", "h")
    #expect(sitting.ui.report.top == 0)
    sitting.pointer(.wheelDown, at: Point(x: 10, y: 10))
    #expect(sitting.ui.report.top == 1)
  }

  @Test("Half a wide character that is panned away leaves a blank")
  func panning() {
    #expect(Painter.pan("招商a", by: 0) == "招商a")
    #expect(Painter.pan("招商a", by: 1) == " 商a")
    #expect(Painter.pan("招商a", by: 2) == "商a")
    #expect(Painter.pan("招商a", by: 9) == "")
  }

  @Test("w asks where to; what was typed goes to the desk with the report that is shown")
  func writing() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P", "w")
    #expect(filing(sitting)?.editor.text == "周报-2023-09-04.html")
    sitting.press("Ctrl-U")
    sitting.type("周报.md")
    sitting.press("Enter")
    #expect(
      written(sitting)
        == [.store(.writeReport(sitting.ui.reportOrder, to: "周报.md", replacing: false))])
    sitting.handle(.reportFiled(.written("报表已写入 /tmp/周报.md")))
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.notice == Notice("报表已写入 /tmp/周报.md", tone: .good))
  }

  @Test("A file that is there is replaced by y alone, not by Enter out of habit")
  func replacing() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("P")
    sitting.command("write 周报.txt")
    sitting.handle(.reportFiled(.taken))
    #expect(sitting.screen.contains("周报.txt 已经存在"))
    sitting.press("Enter")
    sitting.paste("x")
    #expect(written(sitting).count == 1)
    sitting.press("n")
    #expect(filing(sitting)?.isTaken == false)
    #expect(filing(sitting)?.editor.text == "周报.txt")
    sitting.press("Enter")
    sitting.handle(.reportFiled(.taken))
    sitting.press("y")
    #expect(
      written(sitting).last
        == .store(.writeReport(sitting.ui.reportOrder, to: "周报.txt", replacing: true)))
    sitting.handle(.reportFiled(.taken))
    sitting.click(.filingButton(.cancel))
    sitting.click(.filingButton(.cancel))
    #expect(sitting.ui.overlay == .none)
  }

  @Test("Why nothing was written stands in the window until something else is typed")
  func failing() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("write 周报.txt")
    #expect(sitting.ui.notice?.text == "只在「报表」里可用")
    sitting.press("P", "w", "Ctrl-U", "Enter")
    #expect(filing(sitting)?.failure == "请写文件名")
    sitting.type("/root/周报.txt")
    sitting.click(.filingButton(.write))
    sitting.handle(.reportFiled(.failed("写不了 /root/周报.txt：没有权限")))
    #expect(sitting.screen.contains("没有权限"))
    sitting.press("Backspace")
    #expect(filing(sitting)?.failure == nil)
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .none && sitting.ui.screen == .report)
  }
}

extension Sitting {
  fileprivate mutating func paste(_ text: String) { input(.paste(text)) }
}
