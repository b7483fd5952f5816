import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

/// Records that name a project an older version took back under them.
@Suite("References to what is not there")
struct LostReferenceTests {
  /// Three projects, of which the second is gone while a request, a phase, a step, a hand-over, an
  /// activity and a milestone name it.
  private func broken() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add("光翼激光雷达")  // 1
    try ledger.add("铝箔")  // 2
    try ledger.add("电池")  // 3
    let added = ledger.log[1].event
    var request = ServiceRequest(
      organisation: "铝箔公司", kind: .need, subject: "用工", received: "2023-07-01")
    request.project = 2
    try ledger.commit(.register(.save(.request(request))))
    try ledger.commit(.register(.save(.phase(Phase("一期", of: 2)))))
    try ledger.commit(.register(.save(.decision(Decision(project: 2, name: "用地", place: 1)))))
    try ledger.commit(
      .register(.save(.handOver(HandOver(2, from: "一局", to: "二局", on: "2023-07-01")))))
    try ledger.log(.outbound, for: 2, 3, on: "2023-06-20")
    try ledger.reach(.approvalStarted, for: 2, on: "2023-06-21")
    ledger.record([.undone(2, added)])
    #expect(ledger.pipeline[2] == nil && ledger.pipeline[3]?.name == "电池")
    return ledger
  }

  @Test("No reference is exported to another project: it is left out, and counted")
  func exported() throws {
    let pipeline = try broken().pipeline
    #expect(pipeline.lostReferences == 6)
    let intake = Intake(pipeline)
    #expect(intake.projects.count == 2)
    let projects = intake.registers.flatMap(\.projects)
    #expect(projects == [])
    #expect(intake.registers.map(\.key.kind) == [.request])
    #expect(intake.activities.map(\.projects) == [[2]], "the third project is the second there")
    #expect(intake.milestones.map(\.projects) == [[]])
    let text = String(decoding: ExchangeFile.bytes(of: pipeline), as: UTF8.self)
    #expect(text.contains("用工") && !text.contains("\"P2\""))
  }

  @Test("Such an export comes in again, and nothing hangs on a project it does not belong to")
  func takenIn() throws {
    let file = try ExchangeFile(ExchangeFile.bytes(of: broken().pipeline))
    let rebuilt = try Pipeline(taking: file.intake)
    #expect(rebuilt.projects.map(\.name) == ["光翼激光雷达", "电池"])
    #expect(rebuilt.requests.map(\.project) == [nil])
    #expect(rebuilt[2]?.activities == [1])
    #expect(rebuilt.lostReferences == 0)
  }

  @Test("Whole pipelines lose nothing", arguments: 0..<20)
  func whole(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    #expect(chance.pipeline().lostReferences == 0)
  }

  @Test(
    "Reports and the ledger say in their foot what they do not show", arguments: Language.allCases)
  func feet(language: Language) throws {
    var ledger = try broken()
    let words = Words(language)
    func notes(_ kind: ReportQuestion.Kind) -> [String] {
      let question = ReportQuestion(
        kind, at: .asOf("2023-11-22"), from: "2023-11-01", to: "2023-11-22")
      return ledger.pipeline.report(question, in: words).notes
    }
    let before = ReportQuestion.Kind.allCases.map(notes)
    ledger.record([.unknown(kind: "project.financed", json: "{}")])
    ledger.record([.unknown(kind: "project.financed", json: "{}")])
    for (kind, before) in zip(ReportQuestion.Kind.allCases, before) {
      let added = notes(kind).filter { !before.contains($0) }
      #expect(added.count == 1 && added[0].hasSuffix(words.newerRecords(2)), "\(kind)")
    }
  }
}
