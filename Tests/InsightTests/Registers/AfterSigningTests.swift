import Insight
import Pipeline
import TestSupport
import Testing

@Suite("After signing")
struct AfterSigningTests {
  private func fixture() -> (PipelineFixture, [ProjectID]) {
    var fixture = PipelineFixture()
    let amount: [Field: FieldValue] = [.amount: .amount(.of("2"))]
    let ids = [
      fixture.draw("甲", "1 2023-01-05, 6 2023-01-10", amount),
      fixture.draw("乙", "6 2023-06-01"),
      fixture.draw("丙", "6 2023-09-01", [.kind: .kind(.fund)]),
      fixture.draw("丁", "1 2023-01-05, 6 2023-02-01, hold 2023-03-01"),
      fixture.draw("戊", "1 2023-01-05, 6 2023-02-01, archived 2023-03-01"),
      fixture.draw("己", "1 2023-11-01"),
    ]
    fixture.reach(.constructionStarted, "2023-08", [ids[1]])
    fixture.reach(.constructionStarted, "2023-07-01", [ids[1]])
    fixture.reach(.registered, "2023-09-04", [ids[2]])
    fixture.reach(.fundsInPlace, "2023-09-05", [ids[0]]) { $0.amount = .of("0.5") }
    fixture.reach(.constructionStarted, "2023-02", []) { $0.count = 32 }
    return (fixture, ids)
  }

  @Test("Rates are of the signed, and starts only of what is built")
  func rates() {
    let (fixture, ids) = fixture()
    let after = fixture.pipeline.afterSigning(at: .now(today: .of("2023-11-22")))
    #expect(after.projects.map(\.id) == [ids[0], ids[3], ids[1], ids[2]], "by day of signing")
    #expect(after.signed == 4 && after.performed == 3 && after.performanceRate == 0.75)
    #expect(after.building == 3 && after.started == 1)
    #expect(after.projects[2].started == "2023-07-01", "the first of two dates")
    #expect(after.fundsRate() == 0.25 && after.amountsKnown == 1)
    #expect(after.fundsRate(Currency(code: "USD") ?? .yuan) == nil)
    #expect(after.startedBeside == 32 && after.completionRate == 0)
    let before = fixture.pipeline.afterSigning(at: .asOf(.of("2023-06-30")))
    #expect(before.signed == 3 && before.performed == 0, "as it stood then")
  }

  @Test("Three months without anything is talked about, three quarters struck off")
  func alerts() {
    let (fixture, ids) = fixture()
    func alerts(_ day: String) -> [String] {
      fixture.pipeline.alerts(at: .asOf(.of(day))).map { alert in
        guard case .project(let id) = alert.subject else { return "?" }
        return "\(alert.kind.rawValue) \((ids.firstIndex(of: id) ?? 99) + 1) \(alert.days)"
      }
    }
    #expect(alerts("2023-04-09") == [])
    #expect(alerts("2023-04-10") == ["unperformed 1 90", "unstarted 1 90"])
    #expect(alerts("2023-08-31") == ["unperformed 1 233", "unstarted 1 233"])
    #expect(alerts("2023-09-05") == ["unstarted 1 238"], "funds have arrived")
    #expect(
      alerts("2023-11-16") == ["unstarted 1 310", "follow-up 6 15"], "a fortnight of silence")
    var other = PipelineFixture()
    other.draw("甲", "1 2023-01-05, 6 2023-01-10", [.kind: .kind(.fund)])
    #expect(
      other.pipeline.alerts(at: .asOf(.of("2023-10-10"))).map(\.kind) == [.exit],
      "a fund has nothing to start")
  }

  @Test("A late request and an offer without an answer are alerted")
  func others() throws {
    var ledger = Ledger(today: "2023-11-22")
    try ledger.add("甲", on: "2023-11-20")
    try ledger.commit(
      .register(
        .save(
          .request(
            ServiceRequest(
              organisation: "魏桥", kind: .need, subject: "用电", received: "2023-11-01")))))
    try ledger.commit(
      .register(.save(.handOver(HandOver(1, from: nil, to: "国信", on: "2023-11-18")))))
    let alerts = ledger.pipeline.alerts(at: .now(today: "2023-11-22"))
    #expect(
      alerts == [
        Alert(kind: .request, subject: .request(RequestID(1)), days: 14),
        Alert(kind: .handOver, subject: .handOver(HandOverID(1), 1), days: 4),
      ])
    try ledger.commit(.archive(1, reason: "退库", on: "2023-11-22"))
    #expect(
      ledger.pipeline.alerts(at: .now(today: "2023-11-22")).map(\.kind) == [.request],
      "of a project off the board nobody waits for an answer")
  }

  @Test("The state of an approval goes by its milestones and its checklist")
  func approval() throws {
    var ledger = Ledger()
    let id = try ledger.add("甲", in: .intent)
    #expect(ledger.pipeline.approval(of: id).state == .notStarted)
    for (place, name) in ApprovalRoute.filing.usualSteps.enumerated() {
      try ledger.commit(
        .register(.save(.decision(Decision(project: id, name: name, place: place + 1)))))
    }
    #expect(ledger.pipeline.approval(of: id).state == .notStarted, "a plan is no beginning")
    var step = try #require(ledger.pipeline.decisions(of: id).first)
    step.done = "2023-10-01"
    try ledger.commit(.register(.save(.decision(step))))
    let progress = ledger.pipeline.approval(of: id)
    #expect(progress.state == .inProgress && progress.done == 1)
    #expect(progress.next?.name == ApprovalRoute.filing.usualSteps[1])
    try ledger.reach(.approvalRefused, for: id, on: "2023-10-02")
    #expect(ledger.pipeline.approval(of: id).state == .refused)
    try ledger.reach(.approvalGranted, for: id, on: "2023-10-09")
    #expect(ledger.pipeline.approval(of: id).state == .granted)
  }
}
