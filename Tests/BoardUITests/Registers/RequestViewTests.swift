@testable import BoardUI
import Canvas
import CustomDump
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The view of service requests")
struct RequestViewTests {
  /// Each listed request: its number, and what is said of its due day.
  private func listed(_ sitting: Sitting) -> [String] {
    sitting.ui.requests.requests.map { request in
      "\(request.id.number) "
        + sitting.ui.words.requestCell(.due, request, on: sitting.ui.day)
    }
  }

  @Test("W, the palette and the tab show the open ones, the longest late first")
  func openOnes() throws {
    var sitting = Sitting(try .service(), size: Size(width: 140, height: 40))
    sitting.press("W")
    #expect(sitting.ui.screen == .requests)
    #expect(listed(sitting).prefix(2) == ["7 超期5天", "8 2023-09-09"])
    #expect(sitting.ui.requests.requests.allSatisfy { !$0.isClosed })
    for way in ["view requests", "诉求", "view 诉求"] {
      sitting.press("B")
      sitting.command(way)
      #expect(sitting.ui.screen == .requests, "\(way)")
    }
    sitting.press("B")
    sitting.click(.viewTab(.requests))
    #expect(sitting.ui.screen == .requests)
  }

  @Test("The figures say how many were closed in time, with one trip, and content")
  func figures() throws {
    var sitting = Sitting(try .service())
    sitting.press("W")
    #expect(sitting.screen.contains("按时办结 1/1 100%   只跑一次 1/1 100%   满意 1/1 100%"))
    #expect(sitting.screen.contains("超期 1"))
  }

  @Test("v goes through open, overdue, closed and all; a click chooses")
  func scopes() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", "v")
    #expect(listed(sitting) == ["7 超期5天"])
    sitting.press("v")
    #expect(sitting.ui.requests.requests.map(\.id) == [RequestID(9)])
    sitting.press("v")
    #expect(sitting.ui.requests.requests.count == sitting.ui.requests.figures.received)
    sitting.click(.requestScope(.closed))
    #expect(sitting.ui.requests.scope == .closed)
  }

  @Test("A filter finds firms, subjects, units and kinds by text and pinyin")
  func filter() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", "/")
    sitting.type("gongdian")
    #expect(sitting.ui.requests.requests.map(\.id) == [RequestID(7)])
    #expect(sitting.screen.contains("命中 1"))
    sitting.press("Esc")
    #expect(sitting.ui.requests.requests.count > 1)
  }

  @Test("n asks what a request needs; saved it is listed, u takes it back")
  func adding() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", "n")
    sitting.type("魏桥")
    sitting.press("Down", "Enter", "Tab", "Tab", "Tab")
    sitting.type("员工子女入学")
    sitting.press("Tab")
    sitting.type("教育局")
    sitting.press("Tab", "Tab", "Right", "Enter")
    let added = try #require(sitting.ledger.pipeline.request(RequestID(10)))
    #expect(added.organisation == "魏桥创业集团有限公司")
    #expect(added.subject == "员工子女入学" && added.unit == "教育局" && added.isFast)
    // The fast lane gives two days.
    #expect(added.received == "2023-09-04" && added.due == "2023-09-06")
    #expect(sitting.ui.requests.requests.contains { $0.id == added.id })
    sitting.press("u")
    #expect(sitting.ledger.pipeline.request(RequestID(10)) == nil)
    #expect(!sitting.ui.requests.requests.contains { $0.id == added.id })
  }

  @Test("> takes it to the next step with a date, at the end with trips and satisfaction")
  func advancing() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", ">", "Enter")
    #expect(sitting.ledger.pipeline.request(RequestID(7))?.started == "2023-09-04")
    sitting.press(">", "Tab", "Tab")
    sitting.type("已送电")
    sitting.press("Tab")
    sitting.type("1")
    sitting.press("Tab")
    sitting.type("5")
    sitting.press("Enter")
    let closed = try #require(sitting.ledger.pipeline.request(RequestID(7)))
    #expect(closed.closed == "2023-09-04" && closed.result == "已送电")
    #expect(closed.trips == 1 && closed.satisfaction == 5)
    #expect(!sitting.ui.requests.requests.contains { $0.id == closed.id })
    sitting.press("u")
    #expect(sitting.ledger.pipeline.request(RequestID(7))?.closed == nil)
  }

  @Test("A wrong number of trips is told beside its line, and nothing is saved")
  func faults() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", ">", "Enter", ">", "Tab", "Tab", "Tab")
    sitting.type("很多")
    sitting.press("Enter")
    #expect(sitting.screen.contains("要 0 到 99"))
    #expect(sitting.ledger.pipeline.request(RequestID(7))?.closed == nil)
  }

  @Test("< takes a request a step back, and not before the first")
  func goingBack() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", "<")
    #expect(sitting.ledger.pipeline.request(RequestID(7))?.status == .collected)
    sitting.press("<")
    #expect(sitting.screen.contains("还在收集，没有上一步"))
  }

  @Test("< and > on a closed request lose neither its day nor its mark")
  func thereAndBack() throws {
    var sitting = Sitting(try .service())
    let closed = try #require(sitting.ledger.pipeline.requests.first { $0.isClosed })
    sitting.press("W")
    while sitting.ui.requests.scope != .closed { sitting.press("v") }
    sitting.press("<")
    #expect(sitting.ledger.pipeline.request(closed.id)?.status == .handling)
    while sitting.ui.requests.scope != .open { sitting.press("v") }
    while sitting.ui.requests.selected?.id != closed.id { sitting.press("j") }
    sitting.press(">", "Enter")
    let again = try #require(sitting.ledger.pipeline.request(closed.id))
    #expect(again.closed == closed.closed && again.satisfaction == closed.satisfaction)
    #expect(again.result == closed.result && again.trips == closed.trips)
  }

  @Test("Enter changes what was touched and leaves the rest as it is by now")
  func editing() throws {
    var sitting = Sitting(try .service())
    sitting.press("W", "Enter")
    var meanwhile = try #require(sitting.ledger.pipeline.request(RequestID(7)))
    meanwhile.note = "同事补的说明"
    try sitting.colleague(.register(.save(.request(meanwhile))))
    sitting.press("Tab", "Tab", "Tab", "Tab", "End")
    sitting.type("二部")
    sitting.press("Enter")
    let changed = try #require(sitting.ledger.pipeline.request(RequestID(7)))
    #expect(changed.unit == "供电公司二部" && changed.note == "同事补的说明")
  }

  @Test("On a past day requests stand as they stood, and nothing may be changed")
  func pastDay() throws {
    var sitting = Sitting(try .service())
    sitting.press("W")
    sitting.command("asof 2023-08-22")
    #expect(sitting.ui.requests.requests.contains { $0.id == RequestID(9) })
    sitting.press("n")
    #expect(sitting.ui.overlay == .none)
  }

  @Test("Keys that change projects do nothing to them here")
  func projectKeys() throws {
    var sitting = Sitting(try .service())
    sitting.press("W")
    for key in ["a", "x", "O", "i", "M", "m", "y"] {
      sitting.press(key)
      #expect(sitting.ui.overlay == .none, "\(key)")
    }
  }
}
