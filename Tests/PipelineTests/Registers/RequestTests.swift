import Pipeline
import TestSupport
import Testing

@Suite("Service requests")
struct RequestTests {
  private func request(_ received: BusinessDate = "2023-11-01") -> ServiceRequest {
    ServiceRequest(
      organisation: "魏桥创业集团", kind: .need, subject: "用电增容", received: received)
  }

  @Test("A request is due in a week, on the fast lane in two days, and as said when it is said")
  func due() throws {
    var ledger = Ledger()
    var fast = request()
    fast.isFast = true
    var other = request()
    other.due = "2023-12-24"
    for request in [request(), fast, other, request(.unknown)] {
      try ledger.commit(.register(.save(.request(request))))
    }
    #expect(ledger.pipeline.requests.map(\.id) == (1...4).map { RequestID($0) })
    #expect(
      ledger.pipeline.requests.map(\.due) == ["2023-11-08", "2023-11-03", "2023-12-24", nil])
  }

  @Test("It goes from step to step and back, and each step can be taken back")
  func steps() throws {
    var ledger = Ledger()
    try ledger.commit(.register(.save(.request(request()))))
    let id = RequestID(1)
    let before = ledger.pipeline
    try ledger.commit(.register(.advance(id, to: .forwarded, on: "2023-11-02", RequestAnswer())))
    try ledger.commit(
      .register(
        .advance(
          id, to: .closed, on: "2023-11-05",
          RequestAnswer(result: "已增容", trips: 1, satisfaction: 5))))
    let closed = try #require(ledger.pipeline.request(id))
    #expect(closed.status == .closed && closed.started == nil)
    #expect(closed.trips == 1 && closed.satisfaction == 5 && closed.result == "已增容")
    try ledger.commit(.register(.advance(id, to: .forwarded, on: nil, RequestAnswer())))
    #expect(ledger.pipeline.request(id)?.status == .forwarded)
    #expect(ledger.pipeline.request(id)?.forwarded == "2023-11-02", "the step keeps its date")
    #expect(ledger.pipeline.request(id)?.satisfaction == nil)
    try ledger.undo()
    #expect(ledger.pipeline.request(id) == closed)
    try ledger.undo()
    try ledger.undo()
    #expect(ledger.pipeline.requests == before.requests)
    try ledger.undo()
    #expect(ledger.pipeline.requests == [])
    #expect(ledger.pipeline.nextRequest == RequestID(2), "a number is given once")
  }

  /// Closed without the steps between, with all that is said of a closed one.
  private func closed() throws -> Ledger {
    var ledger = Ledger()
    try ledger.commit(.register(.save(.request(request()))))
    try ledger.commit(
      .register(
        .advance(
          RequestID(1), to: .closed, on: "2023-11-04",
          RequestAnswer(result: "已增容", trips: 1, satisfaction: 5))))
    return ledger
  }

  @Test("A step that was passed over is gone back to, and the later ones come back as they were")
  func backAndForth() throws {
    var ledger = try closed()
    let id = RequestID(1)
    func go(_ step: ServiceRequest.Status, _ on: BusinessDate? = nil) throws -> ServiceRequest {
      try ledger.commit(.register(.advance(id, to: step, on: on, RequestAnswer())))
      return try #require(ledger.pipeline.request(id))
    }
    let before = try #require(ledger.pipeline.request(id))
    let handling = try go(.handling, "2023-11-03")
    #expect(handling.status == .handling && handling.started == "2023-11-03")
    #expect(!handling.isClosed && handling.trips == nil && handling.satisfaction == nil)
    let again = try go(.closed)
    #expect(again.closed == "2023-11-04" && again.satisfaction == 5 && again.trips == 1)
    #expect(again.result == "已增容" && again.started == "2023-11-03")
    #expect(try go(.collected).status == .collected)
    #expect(try go(.closed) == again, "the steps between come back too")
    #expect(try go(.forwarded).forwarded == .unknown, "nobody said when")
    try ledger.undo()
    for _ in 0..<4 { try ledger.undo() }
    #expect(ledger.pipeline.request(id) == before)
  }

  @Test("The same step with another day mends the day, and without one changes nothing")
  func mendedDay() throws {
    var ledger = try closed()
    let id = RequestID(1)
    let same = Command.register(.advance(id, to: .closed, on: nil, RequestAnswer()))
    #expect(try ledger.pipeline.decide(same, today: ledger.today).isEmpty)
    try ledger.commit(.register(.advance(id, to: .closed, on: "2023-11-05", RequestAnswer())))
    #expect(ledger.pipeline.request(id)?.closed == "2023-11-05")
    #expect(ledger.pipeline.request(id)?.satisfaction == 5)
    #expect(
      ledger.refusal(of: .register(.advance(id, to: .closed, on: "2023-10-05", RequestAnswer())))
        == .register(.before("2023-10-05", earliest: "2023-11-01")))
  }

  @Test("Reopened later than it was closed, it is closed on another day")
  func reopenedLater() throws {
    var ledger = try closed()
    let id = RequestID(1)
    try ledger.commit(.register(.advance(id, to: .handling, on: "2023-11-10", RequestAnswer())))
    try ledger.commit(.register(.advance(id, to: .closed, on: nil, RequestAnswer())))
    #expect(ledger.pipeline.request(id)?.closed == .day("2023-11-22"))
  }

  @Test("A request entered by mistake is taken out, and undo brings it back under its number")
  func removed() throws {
    var ledger = try closed()
    let before = ledger.pipeline
    try ledger.commit(.register(.remove(RegisterKey(RequestID(1)))))
    #expect(ledger.pipeline.requests == [] && ledger.pipeline.nextRequest == RequestID(2))
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
  }

  @Test("What makes no sense is refused, with the rule")
  func refusals() throws {
    var ledger = Ledger()
    try ledger.commit(.register(.save(.request(request()))))
    func refusal(_ command: RegisterCommand) -> Refusal? {
      ledger.refusal(of: .register(command))
    }
    let id = RequestID(1)
    let nothing = RequestAnswer()
    #expect(
      refusal(.advance(RequestID(7), to: .closed, on: .unknown, nothing))
        == .register(.unknownRequest(RequestID(7))))
    #expect(
      refusal(.advance(id, to: .closed, on: "2023-10-31", nothing))
        == .register(.before("2023-10-31", earliest: "2023-11-01")))
    #expect(
      refusal(.advance(id, to: .handling, on: .unknown, RequestAnswer(satisfaction: 4)))
        == .register(.notClosed))
    #expect(
      refusal(.advance(id, to: .handling, on: .unknown, RequestAnswer(trips: 1)))
        == .register(.answerBeforeClosing))
    #expect(
      refusal(.advance(id, to: .closed, on: .unknown, RequestAnswer(satisfaction: 6)))
        == .register(.outOfRange(6, 1...5)))
    #expect(
      refusal(.advance(id, to: .closed, on: "2023-11-23", nothing))
        == .inFuture("2023-11-23", today: "2023-11-22"))
    var empty = request()
    empty.subject = "  "
    #expect(
      refusal(.save(.request(empty)))
        == .register(.missing(.request, member: "subject")))
    var late = request()
    late.due = "2023-10-01"
    #expect(
      refusal(.save(.request(late)))
        == .register(.dueBefore("2023-10-01", received: "2023-11-01")))
    var strange = request()
    strange.matter = "A-9"
    #expect(refusal(.save(.request(strange))) == .register(.unknownMatter("A-9")))
    strange.matter = nil
    strange.project = 12
    #expect(refusal(.save(.request(strange))) == .unknownProject(12))
  }

  @Test("A record that somebody changed meanwhile is not overwritten")
  func meanwhile() throws {
    var ledger = Ledger()
    try ledger.commit(.register(.save(.request(request()))))
    let seen = try #require(ledger.pipeline.request(RequestID(1)))
    var mine = seen
    mine.unit = "供电公司"
    try ledger.commit(
      .register(.advance(RequestID(1), to: .forwarded, on: .unknown, RequestAnswer())))
    #expect(
      ledger.refusal(of: .register(.save(.request(mine), seen: .request(seen))))
        == .register(.changedMeanwhile(.request)))
  }

  @Test("A delegated power stays while a request falls under it")
  func matter() throws {
    var ledger = Ledger()
    let matter = RegisterEntry.matter(Matter(code: "A-1", name: "施工许可"))
    try ledger.commit(.register(.save(matter)))
    var request = request()
    request.matter = "A-1"
    try ledger.commit(.register(.save(.request(request))))
    #expect(
      ledger.refusal(of: .register(.remove(matter.key)))
        == .register(.matterInUse("A-1", by: RequestID(1))))
    let first = CommitReference(first: 1, count: 1, uid: 1000)
    #expect(
      ledger.refusal(of: .undo(ledger.events(of: first)))
        == .cannotUndo(1, .entryChanged(matter.key)))
  }
}
