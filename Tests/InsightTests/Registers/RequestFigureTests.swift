import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Figures of service requests")
struct RequestFigureTests {
  private func requests() throws -> Ledger {
    var ledger = Ledger(today: "2023-11-22")
    func add(_ unit: String, _ received: BusinessDate, fast: Bool = false) throws {
      var request = ServiceRequest(
        organisation: "魏桥", kind: .need, subject: "用电", received: received)
      request.unit = unit
      request.isFast = fast
      try ledger.commit(.register(.save(.request(request))))
    }
    func close(
      _ number: UInt32, _ on: BusinessDate, trips: Int? = nil, mark: Int? = nil
    ) throws {
      try ledger.commit(
        .register(
          .advance(
            RequestID(number), to: .closed, on: on,
            RequestAnswer(trips: trips, satisfaction: mark))))
    }
    try add("供电公司", "2023-10-01")  // due 10-08
    try add("供电公司", "2023-10-10", fast: true)  // due 10-12
    try add("人社局", "2023-11-01")  // due 11-08, open
    try add("人社局", .unknown)  // never due
    try add("人社局", "2023-11-20")  // due 11-27, open
    try close(1, "2023-10-08", trips: 1, mark: 5)
    try close(2, "2023-10-15", trips: 3, mark: 2)
    try close(4, .unknown, trips: 0)
    return ledger
  }

  @Test("Each share is of those of which it is known")
  func figures() throws {
    let pipeline = try requests().pipeline
    let figures = pipeline.requestFigures(RequestQuestion(at: .now(today: "2023-11-22")))
    #expect(figures.received == 5 && figures.closed == 3 && figures.open == 2)
    #expect(figures.fast == 1 && figures.overdue == [RequestID(3)])
    #expect(figures.timed == 2 && figures.inTime == 1 && figures.inTimeShare == 0.5)
    #expect(figures.tripsKnown == 3 && figures.oneTrip == 2)
    #expect(figures.asked == 2 && figures.contentShare == 0.5 && figures.meanMark == 3.5)
  }

  @Test("A day of the past shows what was open then; a unit shows its own")
  func past() throws {
    let pipeline = try requests().pipeline
    let then = pipeline.requestFigures(RequestQuestion(at: .asOf("2023-10-13")))
    #expect(then.received == 3, "the undated one is in every picture")
    #expect(then.overdue == [RequestID(2)] && then.asked == 1)
    let unit = pipeline.requestFigures(
      RequestQuestion(at: .now(today: "2023-11-22"), unit: "供电公司"))
    #expect(unit.received == 2 && unit.open == 0)
    let october = pipeline.requestFigures(
      RequestQuestion(
        at: .now(today: "2023-11-22"), period: Period(from: "2023-10-01", to: "2023-10-31")))
    #expect(october.received == 3)
  }

  @Test("Nothing is a share of nothing")
  func empty() {
    let figures = Pipeline().requestFigures(RequestQuestion(at: .now(today: "2023-11-22")))
    #expect(figures == RequestFigures() && figures.oneTripShare == nil)
  }

  @Test("The catalogue is checked against the stated total")
  func matters() throws {
    var ledger = Ledger()
    #expect(ledger.pipeline.matterCheck.difference == nil)
    try ledger.commit(
      .register(.save(.catalogue(MatterCatalogue(name: "权力事项", stated: 3)))))
    for (code, level) in [("A", Matter.Level.city), ("B", .county)] {
      var matter = Matter(code: code, name: "事项\(code)")
      matter.level = level
      try ledger.commit(.register(.save(.matter(matter))))
    }
    let check = ledger.pipeline.matterCheck
    #expect(check.stated == 3 && check.listed == 2 && check.difference == -1)
    #expect(check.byLevel == [.city: 1, .county: 1] && !check.isComplete)
  }
}
