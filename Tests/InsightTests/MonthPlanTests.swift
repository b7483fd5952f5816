import Insight
import Pipeline
import TestSupport
import Testing

@Suite("What a month holds")
struct MonthPlanTests {
  @Test("Steps and reviews of open projects, and what was done, each on its day")
  func plan() {
    var fixture = PipelineFixture()
    let next = { (day: Day) in [Field.next: FieldValue.next(NextStep(text: "回访", due: day))] }
    let first = fixture.draw("甲", "1 2023-05-01", next("2023-06-30"))
    fixture.draw("乙", "1 2023-05-01, hold 2023-06-01 2023-06-15", next("2023-07-01"))
    fixture.draw("丙", "1 2023-05-01, lost 2023-06-02", next("2023-06-10"))
    fixture.log(.outbound, "2023-06-03", [first])
    fixture.log(.call, "2023-06", [first])
    fixture.log(.call, "2023-06-29", [first])
    let pipeline = fixture.pipeline
    func plan(_ day: Day) -> MonthPlan {
      pipeline.monthPlan(
        of: day, at: pipeline.moment(today: "2023-06-20"), passing: Filter(scope: .everything))
    }
    let june = plan("2023-06-20")
    #expect((june.first, june.last) == ("2023-06-01", "2023-06-30"))
    let held = (0..<30).map { june.first.adding($0) }.filter { !june[$0].isEmpty }
    #expect(held == ["2023-06-03", "2023-06-15", "2023-06-30"])
    #expect(june["2023-06-03"] == [.done(1, first)])
    #expect(june["2023-06-15"].map(\.project) == [2])
    #expect(plan("2023-07-09")["2023-07-01"] == [.step(2)])
    #expect(june["2023-07-01"] == [])
  }
}
