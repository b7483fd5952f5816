import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The month over the board")
struct MonthTests {
  private func sitting() throws -> Sitting {
    var ledger = try Ledger(drawn: "对接: 1 2 | 考察: 3", today: "2023-11-22")
    for (number, due) in [(1, "2023-11-24"), (2, "2023-11-20")] as [(ProjectID, Day)] {
      try ledger.commit(
        .edit(number, [FieldEdit(.next, to: .next(NextStep(text: "送图", due: due, who: "李娜")))]))
    }
    var sitting = Sitting(ledger)
    sitting.press(";")
    return sitting
  }

  private func month(_ sitting: Sitting) throws -> MonthState {
    guard case .month(let month) = sitting.ui.overlay else {
      Issue.record("no month")
      return MonthState(day: "2023-11-22")
    }
    return month
  }

  @Test("It begins today, and shows what is due on which day")
  func opens() throws {
    let sitting = try sitting()
    let month = try month(sitting)
    #expect(month.day == "2023-11-22")
    #expect(month.plan["2023-11-24"].map(\.project) == [1])
    #expect(month.plan["2023-11-20"] == [.step(2)])
    #expect(sitting.screen.contains("2023 年 11 月"))
    #expect(sitting.screen.contains("项目1"))
  }

  @Test("Arrows go by days and weeks, pages by months, and the view follows")
  func days() throws {
    var sitting = try sitting()
    sitting.press("l", "j")
    #expect(try month(sitting).day == "2023-11-30")
    sitting.press("l")
    #expect(try month(sitting).plan.first == "2023-12-01")
    sitting.press("PgUp", "PgUp")
    #expect(try month(sitting).day == "2023-10-01")
    sitting.press("t", "q")
    #expect(sitting.ui.overlay == .none)
  }

  @Test("A step goes to another day by < and >, keeps its words and whose it is, and can be undone")
  func shifts() throws {
    var sitting = try sitting()
    sitting.press("l", "l", "Enter", ">")
    #expect(sitting.ui.pipeline[1]?.next == NextStep(text: "送图", due: "2023-11-25", who: "李娜"))
    #expect(try month(sitting).day == "2023-11-25")
    #expect(try month(sitting).plan["2023-11-24"].isEmpty)
    // It stays chosen, so that the next key goes on with it.
    #expect(try month(sitting).selected?.project == 1)
    sitting.press("q", "q", "u")
    #expect(sitting.ui.pipeline[1]?.next?.due == "2023-11-24")
  }

  @Test("A step is dragged to another day; let go outside the days nothing changes")
  func drags() throws {
    var sitting = try sitting()
    drag(
      .monthDay("2023-11-24", .step(1)), to: sitting.place(of: .monthDay("2023-11-28", nil)),
      &sitting)
    #expect(sitting.ui.pipeline[1]?.next?.due == "2023-11-28")
    drag(.monthDay("2023-11-28", .step(1)), to: Point(x: 0, y: 0), &sitting)
    #expect(sitting.ui.pipeline[1]?.next?.due == "2023-11-28")
  }

  @Test("A step that a colleague sets meanwhile is not moved in place of the one taken up")
  func dragsWhatWasTakenUp() throws {
    var sitting = try sitting()
    sitting.pull(
      .monthDay("2023-11-24", .step(1)), to: sitting.place(of: .monthDay("2023-11-27", nil)))
    let step = NextStep(text: "新的一步", due: "2023-11-24")
    try sitting.colleague(.edit(1, [FieldEdit(.next, to: .next(step))]))
    let end = sitting.place(of: .monthDay("2023-11-28", nil))
    sitting.pointer(.drag(.left), at: end)
    sitting.pointer(.up(.left), at: end)
    #expect(sitting.ui.pipeline[1]?.next == step)
    #expect(sitting.ui.notice?.tone == .bad)
  }

  private func drag(_ target: HitMap.Target, to point: Point, _ sitting: inout Sitting) {
    sitting.pull(target, to: point)
    sitting.pointer(.up(.left), at: point)
  }

  @Test("Enter opens the day and then its card; a day without anything says so")
  func opensCard() throws {
    var sitting = try sitting()
    sitting.press("Enter")
    #expect(sitting.ui.notice?.text.contains("没有到期的") == true)
    sitting.press("h", "h", "Enter", "Enter")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 2)))
  }

  @Test("A request that is due stands on its day with its sign; Enter and a double click go to it")
  func requests() throws {
    var ledger = try Ledger(drawn: "对接: 1 2", today: "2023-11-22")
    for (firm, due) in [("德润包装", "2023-11-24"), ("西王集团", "2023-11-20")] as [(String, Day)] {
      var request = ServiceRequest(
        organisation: firm, kind: .need, subject: "用电增容", received: .day("2023-11-01"))
      (request.due, request.unit) = (due, "供电公司")
      try ledger.commit(.register(.save(.request(request))))
    }
    var sitting = Sitting(ledger, size: Size(width: 140, height: 40))
    sitting.press(";", "l", "l", "Enter")
    #expect(try month(sitting).selected == .request(RequestID(1)))
    #expect(sitting.screen.contains("?德润包装"))
    #expect(sitting.screen.contains("用电增容  供电公司"))
    #expect(sitting.screen.contains("到期 1"))
    // There is no step to be moved.
    sitting.press(">")
    #expect(sitting.ui.notice?.tone == .bad)
    sitting.press("Enter")
    #expect(sitting.ui.screen == .requests && sitting.ui.overlay == .none)
    #expect(sitting.ui.requests.selected?.id == RequestID(1))
    sitting.press(";")
    sitting.doubleClick(.monthDay("2023-11-20", .request(RequestID(2))))
    #expect(sitting.ui.requests.selected?.id == RequestID(2))
  }

  @Test(
    "A request of a project that passes is in the month, and is found though its words do not pass")
  func filteredRequests() throws {
    var ledger = try Ledger(drawn: "对接: 1 | 考察: 2", today: "2023-11-22")
    for project in [1, 2, nil] as [ProjectID?] {
      var request = ServiceRequest(
        organisation: "德润包装", kind: .need, subject: "用电增容", received: .day("2023-11-01"))
      (request.due, request.project) = ("2023-11-22", project)
      try ledger.commit(.register(.save(.request(request))))
    }
    var sitting = Sitting(ledger)
    sitting.press("/")
    sitting.type("阶段:考察")
    sitting.press("Enter", ";")
    #expect(try month(sitting).items == [.request(RequestID(2))])
    sitting.press("Enter", "Enter")
    #expect(sitting.ui.requests.selected?.id == RequestID(2))
  }
}
