import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The agenda of a day")
struct AgendaTests {
  /// 2023-06-14 is a Wednesday.
  let day = Day.of("2023-06-14")

  func agenda(_ cards: (history: String, due: String?)..., filter: Filter? = nil) -> Agenda {
    var fixture = PipelineFixture()
    for (index, card) in cards.enumerated() {
      let next = card.due.map { NextStep(text: "回访", due: $0.isEmpty ? nil : Day.of($0)) }
      fixture.draw("项目\(index + 1)", card.history, next.map { [.next: .next($0)] } ?? [:])
    }
    return fixture.pipeline.agenda(at: .asOf(day), passing: filter)
  }

  func numbers(_ items: [Agenda.Item]) -> [UInt32] { items.map(\.project.number) }

  @Test("Next steps are late, due today, due by Sunday, or later")
  func steps() {
    let agenda = agenda(
      ("1 2023-06-10", "2023-06-12"), ("1 2023-06-10", "2023-06-14"),
      ("1 2023-06-10", "2023-06-18"),
      ("1 2023-06-10", "2023-06-19"), ("1 2023-06-10", "2023-06-01"), ("1 2023-06-10", ""))
    #expect(numbers(agenda.overdue) == [5, 1])
    #expect(agenda.overdue.map(\.days) == [13, 2])
    #expect(numbers(agenda.today) == [2])
    #expect(numbers(agenda.thisWeek) == [3])
    #expect(numbers(agenda.withoutNextStep) == [])
  }

  @Test("No next step is a lack before signing only, and not on hold")
  func withoutNextStep() {
    let agenda = agenda(
      ("1 2023-06-10", nil), ("6 2023-06-10", nil),
      ("1 2023-06-10, hold 2023-06-11 2023-07-01", nil),
      ("1 2023-06-10, lost 2023-06-12", nil), ("1 2023-06-01", nil))
    #expect(numbers(agenda.withoutNextStep) == [5, 1])
  }

  @Test("Stale projects come with the longest quiet first")
  func stale() {
    let agenda = agenda(("1 2023-05-20", ""), ("1 2023-05-01", ""), ("1 2023-06-01", ""))
    #expect(numbers(agenda.stale) == [2, 1])
    #expect(agenda.stale.map(\.days) == [44, 25])
    #expect(agenda.stale.map(\.stage) == [.contact, .contact])
  }

  @Test("Holds are reviewed on their day, and late after it")
  func holds() {
    let agenda = agenda(
      ("1 2023-05-01, hold 2023-05-10 2023-06-13", nil),
      ("1 2023-05-01, hold 2023-05-10 2023-06-14", nil),
      ("1 2023-05-01, hold 2023-05-10 2023-06-16", nil),
      ("1 2023-05-01, hold 2023-05-10 2023-06-01", nil))
    #expect(numbers(agenda.heldPastReview) == [4, 1])
    #expect(agenda.heldPastReview.map(\.days) == [13, 1])
    #expect(agenda.today.map(\.subject) == [.review])
    #expect(numbers(agenda.thisWeek) == [3])
    #expect(numbers(agenda.stale) == [])
  }

  @Test("Closed projects and those not begun are on no agenda; a filter narrows it")
  func left() {
    #expect(
      agenda(("1 2023-06-15", "2023-06-14"), ("1 2023-06-01, lost 2023-06-10", "2023-06-01"))
        == Agenda.empty(at: day))
    let filtered = agenda(
      ("1 2023-06-10", "2023-06-12"), ("2 2023-06-10", "2023-06-12"),
      filter: Filter.parse("stage:visit").filter)
    #expect(numbers(filtered.overdue) == [2])
  }
}

extension Agenda {
  fileprivate static func empty(at day: Day) -> Agenda { Pipeline().agenda(at: .asOf(day)) }
}

@Suite("The columns of the board")
struct SnapshotTests {
  let fixture: PipelineFixture = {
    var fixture = PipelineFixture()
    fixture.draw("甲", "1 2023-05-01, 2 2023-06-01", [.amount: .amount(.of("1.6"))])
    fixture.draw("乙", "1 2023-05-01")
    fixture.draw("丙", "1 2023-05-01", [.amount: .amount(.of("0.4"))])
    fixture.draw("丁", "1 2023-05-01, lost 2023-06-01")
    fixture.apply(
      .placed(ProjectID(3), Placement(oldAfter: ProjectID(2), newAfter: nil)))
    return fixture
  }()

  func columns(_ moment: Moment, _ text: String? = nil) -> [[UInt32]] {
    fixture.pipeline.snapshot(at: moment, passing: text.map { Filter.parse($0).filter })
      .columns.map { $0.map(\.number) }
  }

  @Test("Now and without a filter it is the pipeline's own columns")
  func now() {
    let snapshot = fixture.pipeline.snapshot(at: .now(today: Day.of("2023-07-01")))
    #expect(snapshot.columns == fixture.pipeline.columns)
    #expect(columns(.now(today: Day.of("2023-07-01"))) == [[3, 2], [1], [], [], [], []])
    #expect(snapshot.count == 3)
  }

  @Test("As of a day, cards keep the board's order, and those gone since follow by number")
  func asOf() {
    #expect(columns(.asOf(Day.of("2023-05-31"))) == [[3, 2, 1, 4], [], [], [], [], []])
    #expect(columns(.asOf(Day.of("2023-06-01"))) == [[3, 2], [1], [], [], [], []])
    #expect(columns(.asOf(Day.of("2023-04-30"))) == [[], [], [], [], [], []])
  }

  @Test("A filter narrows the columns, and may ask for closed projects")
  func filtered() {
    let now = Moment.now(today: Day.of("2023-07-01"))
    #expect(columns(now, "丙") == [[3], [], [], [], [], []])
    #expect(columns(now, "status:lost") == [[4], [], [], [], [], []])
    #expect(columns(now, "status:all") == [[3, 2, 4], [1], [], [], [], []])
  }

  @Test("Column totals say of how many the amount is known")
  func totals() {
    let snapshot = fixture.pipeline.snapshot(at: .asOf(Day.of("2023-05-31")))
    let totals = snapshot.totals(.contact)
    #expect([totals.known, totals.count] == [2, 4])
    #expect(totals.sum(.yuan) == 20_000_000_000)
    #expect(snapshot.totals(.signing) == AmountTotals())
  }
}
