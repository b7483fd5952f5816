import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Where a project stood on a day")
struct StandingTests {
  func stages(_ history: String, _ days: String...) -> [Int?] {
    var fixture = PipelineFixture()
    let id = fixture.draw("光翼激光", history)
    let project = fixture[id]
    return days.map { day in
      project.standing(asOf: day == "now" ? nil : Cutoff(Day.of(day)))?.stage.number
    }
  }

  @Test("Before its first event a project had not begun")
  func notBegun() {
    #expect(
      stages("1 2023-05-01, 2 2023-06-01", "2023-04-30", "2023-05-01", "2023-05-31", "2023-06-01")
        == [nil, 1, 1, 2])
  }

  @Test("A month and a range count from their last day")
  func vagueDates() {
    #expect(
      stages("1 2023-05, 2 2023-06", "2023-05-30", "2023-05-31", "2023-06-29", "2023-06-30")
        == [nil, 1, 1, 2])
    #expect(stages("1 2023-05-01..2023-05-09", "2023-05-08", "2023-05-09") == [nil, 1])
  }

  @Test("What has no date is always included")
  func undated() {
    #expect(stages("1 unknown, 2 2023-06-01", "1900-01-01", "2023-06-01") == [1, 2])
    #expect(stages("1 2023-05-01, 4 unknown, 5 2023-09-01", "2023-06-01", "now") == [4, 5])
  }

  @Test("An undated later event does not bring a project in before it began")
  func undatedDoesNotBegin() {
    #expect(stages("1 2023-05-01, 4 unknown", "2023-04-30", "2023-05-01") == [nil, 4])
  }

  @Test("Steps of one day stand in the order recorded")
  func sameDay() {
    #expect(
      stages("3 2023-08-30, 4 2023-08-30, 6 2023-08-30", "2023-08-29", "2023-08-30") == [nil, 6])
  }

  @Test("A step back changes the stage, and reopening returns to the stage held")
  func backAndReopen() {
    #expect(
      stages("1 2023-05-01, 4 2023-06-01, 2 2023-07-01", "2023-06-30", "2023-07-01") == [4, 2])
    var fixture = PipelineFixture()
    let id = fixture.draw("甲", "1 2023-05-01, 4 2023-06-01, lost 2023-07-01, reopen 2023-08-01")
    let kinds = ["2023-06-30", "2023-07-01", "2023-08-01"].map { day in
      fixture[id].standing(asOf: Day.of(day))
    }
    #expect(kinds.map { $0?.status.kind } == [.ongoing, .lost, .ongoing])
    #expect(kinds.map { $0?.stage } == [.intent, .intent, .intent])
    #expect(kinds[1]?.statusDate == .day(Day.of("2023-07-01")))
    #expect(kinds[0]?.statusDate == nil)
    #expect(kinds[2]?.entered == .day(Day.of("2023-06-01")))
  }
}

@Suite("How a card ages")
struct AgeingTests {
  func ageing(
    _ history: String, _ day: String, next: NextStep? = nil, activities: [String] = [],
    now: Bool = false
  ) -> Ageing? {
    var fixture = PipelineFixture()
    let id = fixture.draw("光翼激光", history, next.map { [.next: .next($0)] } ?? [:])
    for date in activities { fixture.log(.call, date, [id]) }
    let day = Day.of(day)
    return fixture.pipeline.ageing(of: fixture[id], at: now ? .now(today: day) : .asOf(day))
  }

  @Test("Ageing counts from the entry into the present stage")
  func daysInStage() {
    let ageing = ageing("1 2023-05-01, 2 2023-05-10", "2023-05-24")
    #expect(ageing?.daysInStage == 14)
    #expect(ageing?.idleDays == 14)
    #expect(ageing?.isStale == true)
    #expect(self.ageing("1 2023-05-01, 2 2023-05-10", "2023-05-23")?.isStale == false)
  }

  @Test("Idle counts from the last activity known by the day, or from the entry")
  func idle() {
    let history = "1 2023-05-01"
    #expect(
      self.ageing(history, "2023-06-01", activities: ["2023-05-11", "2023-06-02"])?.idleDays == 21)
    #expect(self.ageing(history, "2023-06-01", activities: ["unknown"])?.idleDays == 31)
    #expect(self.ageing(history, "2023-06-01", activities: ["2023-06"])?.idleDays == 31)
  }

  @Test(
    "A card is stale from the day it has been quiet for as long as its stage allows",
    arguments: [(1, 14), (2, 14), (3, 21), (4, 30), (5, 30)])
  func stale(stage: Int, days: Int) {
    let start = Day.of("2023-05-01")
    let history = "\(stage) \(start)"
    #expect(ageing(history, start.adding(days - 1).description)?.isStale == false)
    #expect(ageing(history, start.adding(days).description)?.isStale == true)
  }

  @Test("A signed card never goes stale, nor does a closed one")
  func neverStale() {
    #expect(ageing("6 2020-05-01", "2023-05-01")?.isStale == false)
    #expect(ageing("1 2020-05-01, lost 2020-05-02", "2023-05-01")?.isStale == false)
  }

  @Test("An entry into a stage is a sign of life, though idle goes by activities alone")
  func movedYesterday() {
    let ageing = ageing(
      "1 2023-05-01, 2 2023-06-01", "2023-06-02", activities: ["2023-05-01"])
    #expect(ageing?.idleDays == 32)
    #expect(ageing?.quietDays == 1)
    #expect(ageing?.isStale == false)
  }

  @Test("Days on hold are not quiet days, and a hold stops the clock")
  func hold() {
    let resumed = ageing(
      "1 2023-05-01, hold 2023-05-06, resume 2023-05-26", "2023-05-31")
    #expect(resumed?.daysInStage == 30)
    #expect(resumed?.heldDays == 20)
    #expect(resumed?.quietDays == 10)
    #expect(resumed?.isStale == false)
    let held = ageing("1 2023-05-01, hold 2023-06-01 2023-07-01", "2023-07-01")
    #expect(held?.quietDays == 31)
    #expect(held?.isStale == false)
    #expect(held?.isHeldPastReview == false)
    #expect(ageing("1 2023-05-01, hold 2023-06-01 2023-07-01", "2023-07-04")?.reviewDays == 3)
  }

  @Test("A next step is overdue the day after it was due, unless the project is closed")
  func overdue() {
    let next = NextStep(text: "回访", due: Day.of("2023-05-10"))
    #expect(ageing("1 2023-05-01", "2023-05-10", next: next)?.isOverdue == false)
    #expect(ageing("1 2023-05-01", "2023-05-12", next: next)?.overdueDays == 2)
    #expect(ageing("1 2023-05-01, lost 2023-05-11", "2023-05-12", next: next)?.isOverdue == false)
    let undue = NextStep(text: "回访", due: nil)
    #expect(ageing("1 2023-05-01", "2023-05-12", next: undue)?.isOverdue == false)
  }

  @Test("Without a date nothing is counted, and a month not over yet is today")
  func noDates() {
    let undated = ageing("1 unknown", "2023-05-12")
    #expect(undated?.daysInStage == nil)
    #expect(undated?.idleDays == nil)
    #expect(undated?.isStale == false)
    #expect(ageing("1 2023-05", "2023-05-12") == nil)
    #expect(ageing("1 2023-05", "2023-05-12", now: true)?.daysInStage == 0)
  }

  @Test("Thresholds can be changed stage by stage")
  func thresholds() {
    var fixture = PipelineFixture()
    let id = fixture.draw("光翼激光", "6 2023-01-01")
    var thresholds = StaleThresholds.standard
    thresholds[.signing] = 90
    let ageing = fixture.pipeline.ageing(
      of: fixture[id], at: .asOf(Day.of("2023-05-01")), thresholds: thresholds)
    #expect(ageing?.isStale == true)
  }
}
