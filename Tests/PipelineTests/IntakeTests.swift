import Pipeline
import SafeText
import TestSupport
import Testing

struct IntakeTests {
  private func arrival(_ name: String, _ steps: [Intake.Step], status: StatusChange? = nil)
    -> Intake.Arrival
  {
    Intake.Arrival(
      fields: [.name: .text(name), .investors: .list([name + "公司"])], stages: steps,
      status: status)
  }

  /// Two projects with a shared trip, over a board that has cards already.
  private func sample() -> Intake {
    var intake = Intake()
    intake.directory = [.organisation(Organisation(name: "甲公司"))]
    intake.projects = [
      arrival(
        "静脉产业园",
        [
          Intake.Step(stage: .visit, on: "2023-05-08"),
          Intake.Step(stage: .returnVisit, on: "2023-08-30"),
          Intake.Step(stage: .returnVisit, on: "2023-08-30"),
          Intake.Step(stage: .signing, on: "2023-08-30", reason: "当日签约"),
        ]),
      arrival(
        "鲁企基金", [],
        status: StatusChange(
          old: .archived(reason: "乱写"), new: .lost(.terms, place: "济南", note: nil), on: "2023-09",
          reason: "对方\t来函")),
    ]
    var trip = Activity.Facts(projects: [2, 1], kind: .outbound, on: "2023-05")
    trip.trip = "长三角"
    intake.activities = [trip, Activity.Facts(projects: [], kind: .promotion, on: .unknown)]
    intake.milestones = [Milestone.Facts(projects: [2], kind: .registered, on: "2023-09-04")]
    return intake
  }

  @Test("An import is one step over what is there, and is taken back as one")
  func oneStep() throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    let before = ledger.pipeline.content
    let recorded = try ledger.commit(.take(sample()))
    #expect(Set(recorded.map(\.parts)) == [recorded.count])
    #expect(ledger.board == Board("对接: 1 2 | 签约: 3"))
    let park = try #require(ledger.pipeline[3])
    #expect(park.entries.map(\.stage) == [.visit, .returnVisit, .signing])
    #expect(park.entries.map(\.kind) == [.start, .advance, .skip])
    #expect(park.entries.last?.skipped == [.intent, .approval])
    #expect(park.activities == [1] && park.milestones == [])
    let fund = try #require(ledger.pipeline[4])
    #expect(fund.status == .lost(.terms, place: "济南", note: nil))
    #expect(fund.entries.map(\.on) == [.unknown] && fund.stage == .contact)
    #expect(fund.statuses.map(\.reason) == ["对方 来函"])
    #expect(fund.activities == [1] && fund.milestones == [1])
    #expect(ledger.pipeline.brokenInvariants == [])

    let after = ledger.pipeline.content
    try ledger.undo()
    #expect(ledger.pipeline.content == before)
    #expect(ledger.pipeline.nextProject == 5, "a number is never given twice")
    try ledger.redo()
    #expect(ledger.pipeline.content == after)
  }

  @Test("A reopened import does not stand twice on the board")
  func bogusOldStatus() throws {
    var ledger = Ledger()
    var intake = sample()
    intake.projects[1].status?.new = .onHold(review: "2024-01-01", reason: "等指标")
    try ledger.commit(.take(intake))
    #expect(ledger.board == Board("对接: 2! | 签约: 1"))
    try ledger.undo()
    #expect(ledger.board == Board(""))
  }

  private static let null = "\0"

  @Test("A refusal names the record at fault")
  func sites() throws {
    let ledger = try Ledger(drawn: "对接: 1 2 3")
    func refusal(_ change: (inout Intake) -> Void) -> Refusal? {
      var intake = sample()
      change(&intake)
      return ledger.refusal(of: .take(intake))
    }
    #expect(refusal { _ in } == nil)
    #expect(
      refusal { $0.directory.append(.person(Person(name: " "))) }
        == .intake(.directory(1), .text(.name, TextFaults.nothingVisible)))
    #expect(
      refusal { $0.projects[1].fields[.name] = nil }
        == .intake(.project(1), .text(.field(.name), TextFaults.nothingVisible)))
    #expect(
      refusal { $0.projects[0].fields[.investors] = nil }
        == .intake(.project(0), .missing(nil, entering: .visit, [.organisation])))
    #expect(
      refusal { $0.projects[0].fields[.amount] = .text("三千万") }
        == .intake(.project(0), .notAnAmount(.amount, "三千万")))
    #expect(
      refusal { $0.projects[0].stages[3].on = .unknown }
        == .intake(
          .stage(project: 0, stage: 3), .missing(nil, entering: .signing, [.signingDate])))
    #expect(
      refusal { $0.projects[0].stages[1].on = "2024-01" }
        == .intake(
          .stage(project: 0, stage: 1), .inFuture("2024-01", today: ledger.today)))
    #expect(
      refusal { $0.projects[0].stages[3].reason = Self.null }
        == .intake(.stage(project: 0, stage: 3), .text(.reason, TextFaults.null)))
    #expect(
      refusal { $0.projects[1].status?.on = "2023-11-23" }
        == .intake(.status(project: 1), .inFuture("2023-11-23", today: ledger.today)))
    #expect(
      refusal { $0.projects[1].status?.reason = Self.null }
        == .intake(.status(project: 1), .text(.reason, TextFaults.null)))
    #expect(
      refusal { $0.projects[1].status?.new = .onHold(review: "2023-09-30", reason: "等指标") }
        == .intake(.status(project: 1), .reviewNotAfter("2023-09-30", today: "2023-09-30")))
    #expect(
      refusal { $0.projects[1].status?.new = .withdrawn(reason: "") }
        == .intake(.status(project: 1), .reasonMissing(5, .withdrawn)))
    #expect(
      refusal { $0.activities[1].times = 0 } == .intake(.activity(1), .outOfRange(.times, 0)))
    #expect(
      refusal { $0.milestones[0].on = "2024-01" }
        == .intake(.milestone(0), .inFuture("2024-01", today: ledger.today)))
  }

  @Test("A record names only projects of its own import", arguments: [0, 3, 4, UInt32.max])
  func strangers(_ number: UInt32) throws {
    let ledger = try Ledger(drawn: "对接: 1 2 3")
    let stranger = ProjectID(number)
    var intake = sample()
    intake.activities[1].projects = [1, stranger]
    #expect(
      ledger.refusal(of: .take(intake)) == .intake(.activity(1), .unknownProject(stranger)))
    intake = sample()
    intake.milestones[0].projects = [stranger]
    #expect(
      ledger.refusal(of: .take(intake)) == .intake(.milestone(0), .unknownProject(stranger)))
  }
}
