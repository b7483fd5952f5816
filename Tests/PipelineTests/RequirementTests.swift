import Pipeline
import TestSupport
import Testing

struct RequirementTests {
  /// A project in contact with all that the stages ask for, up to signing.
  private func ready() throws -> (Ledger, ProjectID) {
    var ledger = Ledger()
    let id = try ledger.add(
      "创新型基础件", on: "2023-05-01",
      [.amount: .amount(.undisclosed), .source: .text("商会引荐")])
    try ledger.log(.outbound, for: id, on: "2023-05-08")
    try ledger.log(.returnVisit, for: id, on: "2023-06", outcome: .preliminary)
    try ledger.reach(.approvalStarted, for: id, on: "2023-08-01")
    try ledger.reach(.approvalGranted, for: id, on: "2023-08-20")
    return (ledger, id)
  }

  private func unmet(_ ledger: Ledger, _ id: ProjectID, _ stage: Stage, _ on: BusinessDate) throws
    -> [Requirement]
  {
    let project = try #require(ledger.pipeline[id])
    return ledger.pipeline.requirements(entering: stage, project, on: on)
      .filter { !$0.isMet && $0.requirement.weight != .wanted }.map(\.requirement)
  }

  @Test("A project that has everything walks all six stages without a reason")
  func straightOn() throws {
    var (ledger, id) = try ready()
    for (stage, day) in zip(
      Stage.allCases.dropFirst(),
      ["2023-05-09", "2023-06-30", "2023-07-01", "2023-08-02", "2023-08-30"])
    {
      let on = try #require(BusinessDate(day))
      let recorded = try ledger.commit(.move(id, MoveOrder(to: stage, on: on)))
      #expect(recorded.count == 1)
    }
    let project = try #require(ledger.pipeline[id])
    #expect(
      project.entries.map(\.kind) == [.start, .advance, .advance, .advance, .advance, .advance])
    #expect(project.entries.map(\.evidence) == [[], [1], [2], [2], [], []])
  }

  @Test("A trip counts as evidence from the day it was made")
  func tripDates() throws {
    let (ledger, id) = try ready()
    #expect(try unmet(ledger, id, .visit, "2023-05-07") == [.outboundActivity])
    #expect(try unmet(ledger, id, .visit, "2023-05-08") == [])
    #expect(try unmet(ledger, id, .visit, "2023-05") == [])
    #expect(try unmet(ledger, id, .visit, .unknown) == [])
    #expect(try unmet(ledger, id, .returnVisit, "2023-05-31") == [.inboundActivity])
    #expect(try unmet(ledger, id, .returnVisit, "2023-06-01") == [])
  }

  @Test("An intent wants an outcome of a preliminary intent or more", arguments: Outcome.allCases)
  func outcomes(_ outcome: Outcome) throws {
    var ledger = Ledger()
    let id = try ledger.add("齐星铝业")
    try ledger.log(.negotiation, for: id, on: "2023-07-01", outcome: outcome)
    let strong: [Outcome] = [.preliminary, .intent, .letterOfIntent, .framework, .contract]
    #expect(
      try unmet(ledger, id, .intent, "2023-07-02")
        == (strong.contains(outcome) ? [] : [.intentOutcome]))
  }

  @Test(
    "Only our going out is a visit, and only their coming is a return visit",
    arguments: ActivityKind.allCases)
  func directions(_ kind: ActivityKind) throws {
    var ledger = Ledger()
    let id = try ledger.add("齐星铝业")
    try ledger.log(kind, for: id, on: "2023-07-01")
    #expect(try unmet(ledger, id, .visit, "2023-07-02").isEmpty == (kind == .outbound))
    #expect(
      try unmet(ledger, id, .returnVisit, "2023-07-02").isEmpty
        == (kind == .inbound || kind == .returnVisit))
  }

  @Test("Signing takes a known amount or the word that it is undisclosed")
  func amounts() throws {
    var (ledger, id) = try ready()
    #expect(try unmet(ledger, id, .signing, "2023-08-30") == [])
    try ledger.commit(.edit(id, [FieldEdit(.amount, to: nil)]))
    #expect(try unmet(ledger, id, .signing, "2023-08-30") == [.amount])
    try ledger.commit(.edit(id, [FieldEdit(.amount, to: .amount(.known(.of("2", .yi))))]))
    #expect(try unmet(ledger, id, .signing, "2023-08-30") == [])
    #expect(try unmet(ledger, id, .signing, .unknown) == [.signingDate])
  }

  @Test("Every stage names what it wants besides, hard things first", arguments: Stage.allCases)
  func lists(_ stage: Stage) throws {
    var ledger = Ledger()
    let id = try ledger.add("齐星铝业")
    let project = try #require(ledger.pipeline[id])
    let asked = ledger.pipeline.requirements(entering: stage, project, on: "2023-07-01")
      .map(\.requirement)
    let expected: [Requirement] =
      switch stage {
      case .contact:
        [
          .name, .organisation, .source, .field(.owner), .field(.firstTalkUnit),
          .field(.firstTalkOn),
        ]
      case .visit: [.outboundActivity]
      case .returnVisit: [.inboundActivity]
      case .intent: [.intentOutcome, .field(.amount), .field(.landing)]
      case .approval:
        [
          .approvalStarted, .intentReached, .field(.route), .field(.reviewingBody),
          .field(.approvalStatus),
        ]
      case .signing: [.signingDate, .approvalGranted, .amount, .field(.contractKind)]
      }
    #expect(asked == expected)
  }

  @Test("A skip names the stages passed over, and the reason covers all that is missing")
  func skip() throws {
    var (ledger, id) = try ready()
    #expect(
      ledger.refusal(of: .move(id, MoveOrder(to: .intent, on: "2023-07-01")))
        == .reasonNeeded(id, entering: .intent, [.reasonToSkip([.visit, .returnVisit])]))
    try ledger.commit(.move(id, MoveOrder(to: .intent, on: "2023-07-01", reason: "老客户增资")))
    let entry = try #require(ledger.pipeline[id]?.entries.last)
    #expect(entry.skipped == [.visit, .returnVisit] && entry.kind == .skip)
    #expect(entry.reason == "老客户增资")
  }

  @Test("A move points to the trips made by then, and to no other")
  func evidence() throws {
    var (ledger, id) = try ready()
    try ledger.log(.outbound, for: id, on: "2023-05")
    try ledger.log(.outbound, for: id, on: "2023-05-20")
    try ledger.log(.outbound, for: id, on: .unknown)
    try ledger.commit(.move(id, MoveOrder(to: .visit, on: "2023-05-10")))
    #expect(ledger.pipeline[id]?.entries.last?.evidence == [1, 3, 5])
  }

  @Test("Going back never unmakes what was reached")
  func back() throws {
    var (ledger, id) = try ready()
    try ledger.commit(.move(id, MoveOrder(to: .approval, on: "2023-08-01", reason: "补录")))
    try ledger.commit(.move(id, MoveOrder(to: .visit, on: "2023-08-05", reason: "环评退回")))
    let project = try #require(ledger.pipeline[id])
    #expect(project.stage == .visit && project.furthest == .approval)
    #expect(project.hasReached(.approval) && !project.hasReached(.intent))
    #expect(project.entries.last?.kind == .back && project.entries.last?.skipped == [])
  }

  @Test("Three steps on one day are in order")
  func sameDay() throws {
    var (ledger, id) = try ready()
    for stage in [Stage.returnVisit, .intent, .signing] {
      try ledger.commit(.move(id, MoveOrder(to: stage, on: "2023-08-30", reason: "当日签约")))
    }
    #expect(ledger.board == Board("签约: 1"))
    #expect(
      ledger.pipeline[id]?.entries.map(\.on).dropFirst() == [
        "2023-08-30", "2023-08-30", "2023-08-30",
      ])
  }

  @Test("A date is out of order only when it is sure to be")
  func dateOrder() throws {
    var (ledger, id) = try ready()
    try ledger.commit(.move(id, MoveOrder(to: .visit, on: "2023-07")))
    func missing(_ on: BusinessDate) throws -> [Requirement] {
      ledger.pipeline.missing(moving: try #require(ledger.pipeline[id]), to: .returnVisit, on: on)
    }
    #expect(try missing("2023-06-30") == [.dateInOrder(after: "2023-07-01")])
    #expect(try missing("2023-06") == [.dateInOrder(after: "2023-07-01")])
    #expect(try missing("2023-07-15") == [])
    #expect(try missing("2023-07") == [])
    #expect(try missing(.unknown) == [])
  }
}
