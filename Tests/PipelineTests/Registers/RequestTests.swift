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
    try ledger.commit(.register(.advance(id, to: .forwarded, on: "2023-11-06", RequestAnswer())))
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
