import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The dated path")
struct PathTests {
  /// Each line as `date kind projects`, R for a return visit.
  func lines(_ entries: [PathEntry]) -> [String] {
    entries.map { entry in
      let projects = entry.projects.map { "#\($0.number)" }.joined(separator: ",")
      switch entry.what {
      case .activity(let activity, let isReturn):
        return "\(entry.on) \(activity.facts.kind.rawValue)\(isReturn ? " R" : "") \(projects)"
      case .milestone(let milestone):
        return "\(entry.on) \(milestone.facts.kind.rawValue) \(projects)"
      }
    }
  }

  @Test("The article's path runs from July to September, the undated at the end")
  func article() {
    let path = ZoupingExample.pipeline.path(PathQuestion(at: .asOf(ZoupingExample.published)))
    #expect(
      lines(path) == [
        "2023-07-19 outbound #1", "2023-07-23 inbound R #1", "2023-07-25 outbound #2",
        "2023-08-15 outbound #3", "2023-08-16 outbound #4", "2023-08-17 outbound #5",
        "2023-08-26 inbound R #5", "2023-08-30 inbound R #4", "2023-08-30 contract-signed #4",
        "2023-07-01..2023-09-04 inbound #6", "2023-09-04 registered #3", "unknown outbound #1",
        "unknown approval-started #6",
      ])
  }

  @Test("A day, a period and a project narrow it")
  func narrowed() {
    let pipeline = ZoupingExample.pipeline
    let early = pipeline.path(PathQuestion(at: .asOf(Day.of("2023-07-23")), project: ProjectID(1)))
    #expect(
      lines(early) == ["2023-07-19 outbound #1", "2023-07-23 inbound R #1", "unknown outbound #1"])
    let september = pipeline.path(
      PathQuestion(
        at: .asOf(ZoupingExample.published), period: Period(from: Day.of("2023-09-01"))))
    #expect(
      lines(september).prefix(2) == [
        "2023-07-01..2023-09-04 inbound #6", "2023-09-04 registered #3",
      ])
    let filtered = pipeline.path(
      PathQuestion(at: .asOf(ZoupingExample.published), filter: Filter.parse("kind:fund").filter))
    #expect(lines(filtered) == ["2023-08-15 outbound #3", "2023-09-04 registered #3"])
  }

  @Test("Inbound is a return visit only after an earlier visit of ours to the same project")
  func returnVisit() {
    var fixture = PipelineFixture()
    let first = fixture.draw("甲")
    let second = fixture.draw("乙")
    fixture.log(.inbound, "2023-05-01", [first])
    fixture.log(.outbound, "2023-05-10", [first])
    fixture.log(.inbound, "2023-05-10", [first])
    fixture.log(.inbound, "2023-05-20", [second])
    fixture.log(.returnVisit, "2023-05-21", [second])
    fixture.log(.inbound, "unknown", [first])
    let path = fixture.pipeline.path(PathQuestion(at: .now(today: Day.of("2023-06-01"))))
    #expect(
      lines(path) == [
        "2023-05-01 inbound #1", "2023-05-10 outbound #1", "2023-05-10 inbound R #1",
        "2023-05-20 inbound #2", "2023-05-21 return R #2", "unknown inbound R #1",
      ])
  }

  @Test("What has no date stands before the stage it is evidence of")
  func bounded() {
    var fixture = PipelineFixture()
    let id = fixture.draw("甲", "1 2023-05-01")
    fixture.log(.call, "2023-06-20", [id])
    let trip = fixture.log(.outbound, "unknown", [id])
    fixture.apply(
      .moved(
        id,
        Move(
          from: .contact, to: .visit, on: .day(Day.of("2023-06-10")), kind: .advance, reason: nil,
          evidence: [trip], isToTop: false, oldAfter: nil)))
    let path = fixture.pipeline.path(PathQuestion(at: .now(today: Day.of("2023-07-01"))))
    #expect(lines(path) == ["unknown outbound #1", "2023-06-20 call #1"])
    #expect(path.map(\.boundedBy) == [Day.of("2023-06-10"), nil])
  }

  @Test("Lines of no project belong to the path of all; removed projects leave it")
  func subjects() {
    var fixture = PipelineFixture()
    let gone = fixture.draw("甲", "1 2023-05-01, archived 2023-05-03")
    fixture.log(.call, "2023-05-02", [gone])
    fixture.reach(.constructionStarted, "2023-02", []) { $0.count = 32 }
    let all = fixture.pipeline.path(PathQuestion(at: .now(today: Day.of("2023-07-01"))))
    #expect(lines(all) == ["2023-02 construction-started "])
    let one = fixture.pipeline.path(
      PathQuestion(at: .now(today: Day.of("2023-07-01")), project: gone))
    #expect(lines(one) == ["2023-05-02 call #1"])
  }
}

@Suite("A project's strip of days")
struct StripTests {
  func strip(
    _ history: String, from first: String, _ cells: Int, of days: Int = 1,
    asOf day: String = "2023-12-31"
  ) -> String {
    var fixture = PipelineFixture()
    let id = fixture.draw("甲", history)
    let window = StripWindow(first: Day.of(first), cells: cells, cellDays: days)
    return String(fixture[id].strip(window, asOf: Cutoff(Day.of(day))).map(\.character))
  }

  @Test("Digits are stages, dots before the beginning, = on hold and x once closed")
  func characters() {
    let history =
      "1 2023-05-03, 2 2023-05-05, hold 2023-05-07, resume 2023-05-09, 3 2023-05-10, lost 2023-05-12"
    #expect(strip(history, from: "2023-05-01", 14) == "..1122==23" + "3xxx")
  }

  @Test("A cell shows how its last day ended")
  func cells() {
    #expect(strip("1 2023-05-03, 2 2023-05-04", from: "2023-05-01", 3, of: 2) == ".22")
    #expect(strip("1 2023-05-01, 2 2023-05-08", from: "2023-05-01", 3, of: 7) == "122")
  }

  @Test("After the day asked for there is nothing; the cell that holds it shows that day")
  func future() {
    #expect(
      strip("1 2023-05-01, 2 2023-05-04", from: "2023-05-01", 4, of: 2, asOf: "2023-05-03")
        == "11  ")
    #expect(
      strip("1 2023-05-01, 2 2023-05-04", from: "2023-05-01", 4, of: 2, asOf: "2023-05-04")
        == "12  ")
  }

  @Test("Undated entries are there from the beginning")
  func undated() { #expect(strip("1 unknown, 2 2023-05-02", from: "2023-05-01", 3) == "122") }

  @Test("A window knows its cells")
  func window() {
    let window = StripWindow(first: Day.of("2023-05-01"), cells: 3, cellDays: 2)
    #expect(window.cell(of: Day.of("2023-04-30")) == nil)
    #expect(window.cell(of: Day.of("2023-05-04")) == 1)
    #expect(window.cell(of: Day.of("2023-05-07")) == nil)
    #expect(window.lastDay(of: 1) == Day.of("2023-05-04"))
    #expect(StripWindow(first: Day.of("2023-05-01"), cells: -1, cellDays: 0).cells == 0)
  }
}
