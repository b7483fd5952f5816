@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Trend, comparison and periods on the board")
struct FlowViewTests {
  private func sitting(_ width: Int = 80, _ height: Int = 24) throws -> Sitting {
    var sitting = Sitting(try .zouping(), size: Size(width: width, height: height))
    sitting.press("F")
    return sitting
  }

  @Test("t goes to the trend, h l choose the month, j k what is drawn, Enter lists its projects")
  func trend() throws {
    var sitting = try sitting()
    sitting.press("t")
    #expect(sitting.ui.flow.row == 2 && sitting.ui.flow.measure == .entered)
    sitting.press("h", "j")
    #expect(sitting.ui.flow.selected.map { "\($0.first)" } == "2023-08-01")
    let ids = try #require(sitting.ui.flow.selected?.projects(.advanced))
    sitting.press("Enter")
    #expect(sitting.ui.screen == .list && sitting.ui.list.ids == ids && !ids.isEmpty)
    #expect(sitting.screen.contains("2023-08 推进: \(ids.count) 个项目"))
    sitting.press("Esc")
    #expect(sitting.ui.screen == .funnel && sitting.ui.flow.page == .trend)
    sitting.press("v")
    #expect(sitting.ui.flow.step == .quarter && sitting.screen.contains("2023Q3"))
    sitting.press("Esc")
    #expect(sitting.ui.screen == .funnel && sitting.ui.flow.page == .figures)
    sitting.press("Esc")
    #expect(sitting.ui.screen == .board)
  }

  @Test("Where there is room the trend stands under the funnel; at 80 by 24 one page at a time")
  func panes() throws {
    #expect(try sitting(140, 40).screen.contains("趋势"))
    #expect(try sitting(140, 40).screen.contains("总转化"))
    #expect(try sitting(110, 44).screen.contains("按季"))
    #expect(try !sitting(110, 30).screen.contains("按季"))
    var narrow = try sitting()
    #expect(!narrow.screen.contains("新进"))
    narrow.press("t")
    #expect(narrow.screen.contains("新进") && !narrow.screen.contains("总转化"))
  }

  @Test("A bar is chosen by a click and opened by two, a step by a click")
  func mouse() throws {
    var sitting = try sitting(140, 40)
    sitting.click(.trendCell(1, .signed))
    #expect(sitting.ui.flow.page == .trend && sitting.ui.flow.measure == .signed)
    sitting.click(.trendStep(.quarter))
    #expect(sitting.ui.flow.step == .quarter)
    sitting.click(.trendStep(.month))
    sitting.doubleClick(.trendCell(1, .signed))
    #expect(sitting.ui.screen == .list && sitting.ui.list.ids == [4])
    sitting.press("Esc")
    sitting.click(.funnelRow(2))
    #expect(sitting.ui.flow.page == .figures && sitting.ui.funnel.row == 2)
  }

  @Test("What the trend shows is what has a date; the rest is in a footnote")
  func footnote() throws {
    var sitting = try sitting()
    sitting.press("t")
    #expect(sitting.screen.contains("没有日期，不在任何一期：新进 6，推进 3"))
    #expect(sitting.screen.contains("2023-09 只计到 2023-09-04"))
  }

  @Test("c compares with a month and a year earlier and two units, then goes back")
  func compare() throws {
    var sitting = try sitting()
    var subjects: [ComparisonSubject] = []
    for _ in 0..<3 {
      sitting.press("c")
      subjects.append(try #require(sitting.ui.flow.comparison?.subject))
    }
    #expect(subjects[0] == .days("2023-08-04", "2023-09-04"))
    #expect(subjects[1] == .days("2022-09-04", "2023-09-04"))
    guard case .groups(.lead, let first, _) = subjects[2] else {
      Issue.record("\(subjects[2])")
      return
    }
    #expect(first == "招商发展公司")
    sitting.press("c")
    #expect(sitting.ui.flow.page == .figures)
  }

  @Test("A comparison that follows the day moves with it")
  func follows() throws {
    var sitting = try sitting()
    sitting.press("c", ",")
    #expect(sitting.ui.flow.comparison?.subject == .days("2023-08-03", "2023-09-03"))
  }

  @Test(
    "`:compare` takes two days, one day, two periods, two units",
    arguments: [
      ("compare 2023-07-24 2023-09-04", ComparisonSubject.days("2023-07-24", "2023-09-04")),
      ("对比 2023-07-24", .days("2023-07-24", "2023-09-04")),
      (
        "compare 2023-07 2023-08",
        .periods(
          Period(from: "2023-07-01", to: "2023-07-31"), Period(from: "2023-08-01", to: "2023-08-31")
        )
      ),
      (
        "compare 2023Q2 2023Q3",
        .periods(
          Period(from: "2023-04-01", to: "2023-06-30"), Period(from: "2023-07-01", to: "2023-09-30")
        )
      ),
      ("对比 招商发展 国信", .groups(.lead, "招商发展公司", "国信发展集团")),
    ])
  func commands(_ command: String, _ subject: ComparisonSubject) throws {
    var sitting = Sitting(try .zouping())
    sitting.command(command)
    #expect(sitting.ui.screen == .funnel && sitting.ui.flow.comparison?.subject == subject)
    #expect(sitting.screen.contains(sitting.ui.words.comparisonSides(subject).left))
  }

  @Test("What cannot be compared says what can, and leaves the screen alone")
  func refused() throws {
    for text in ["compare 甲 乙", "compare 国信", "compare 2023-07-24 国信"] {
      var sitting = Sitting(try .zouping())
      sitting.command(text)
      #expect(
        sitting.ui.screen == .board && sitting.ui.notice?.text == sitting.ui.words.cannotCompare)
    }
  }

  @Test("Differences have a sign and an arrow, at every width", arguments: [140, 80, 60])
  func signs(_ width: Int) throws {
    var sitting = try sitting(width, 24)
    sitting.command("compare 2023-07-24 2023-09-04")
    #expect(sitting.screen.contains("▴+4") && sitting.screen.contains("▾-4"))
    #expect(sitting.screen.contains("2023-07-24") && sitting.screen.contains("对比："))
  }

  @Test("Enter on a stage of a comparison lists what differs, or says that nothing does")
  func differing() throws {
    var sitting = try sitting()
    sitting.command("compare 2023-07-24 2023-09-04")
    sitting.press("G", "Enter")
    #expect(sitting.ui.screen == .list && sitting.ui.list.ids == [3, 4])
    sitting.press("Esc", "g", "Enter")
    #expect(
      sitting.ui.screen == .funnel && sitting.ui.notice?.text == sitting.ui.words.nothingDiffers)
  }

  @Test("d goes round the dwell rules, and the figures follow")
  func dwell() throws {
    var sitting = try sitting()
    var rules: [DwellRule] = []
    for _ in DwellRule.allCases {
      rules.append(sitting.ui.flow.dwell)
      let question = FunnelQuestion(asOf: sitting.ui.day, dwell: sitting.ui.flow.dwell)
      #expect(sitting.ui.funnel.report == sitting.ui.pipeline.funnel(question))
      #expect(sitting.screen.contains("停留（\(sitting.ui.words.dwellRule(sitting.ui.flow.dwell))）"))
      sitting.press("d")
    }
    #expect(rules == DwellRule.allCases)
  }

  @Test("p goes round the periods, `:period` takes any; w counts entries and names their ratio")
  func periods() throws {
    var sitting = try sitting()
    sitting.press("p")
    #expect(
      sitting.ui.flow.period(on: sitting.ui.day) == Period(from: "2023-09-01", to: "2023-09-30"))
    sitting.command("period 2023-07..2023-08")
    #expect(sitting.ui.flow.span == .chosen(Period(from: "2023-07-01", to: "2023-08-31")))
    sitting.command("period 2023-08")
    #expect(sitting.ui.flow.span == .chosen(Period(from: "2023-08-01", to: "2023-08-31")))
    #expect(sitting.screen.contains("同批：只计首次进入落在期间内的项目"))
    sitting.press("w")
    #expect(sitting.screen.contains("当期比率") && sitting.screen.contains("可超过 100%"))
    let flow = try #require(sitting.ui.funnel.report)
    #expect(Stage.allCases.map { flow[$0].flow } == [0, 3, 2, 2, 0, 1])
    sitting.press("j", "Enter")
    #expect(sitting.ui.list.ids == [3, 4, 5])
    sitting.command("期间 全部")
    #expect(sitting.ui.flow.period(on: sitting.ui.day) == nil)
  }

  @Test("The selected stage's decided rate, dwell and coverage are spelled out; the win rate too")
  func detail() throws {
    var sitting = try sitting()
    sitting.press("j", "j")
    #expect(sitting.screen.contains("回访：已决率 3/3 = 100%"))
    #expect(sitting.screen.contains("金额 0/4"))
    #expect(sitting.screen.contains("赢率 2/2 = 100%"))
  }
}
