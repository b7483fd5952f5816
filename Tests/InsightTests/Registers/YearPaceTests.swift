import Pipeline
import TestSupport
import Testing

@testable import Insight

@Suite("How much of a year has passed, and where a target stands against it")
struct YearPaceTests {
  @Test(
    "Days of a year, the day asked on among them",
    arguments: [
      (2026, "2026-11-30", 334, 365, 92), (2024, "2024-12-31", 366, 366, 100),
      (2026, "2026-01-01", 1, 365, 0), (2026, "2025-12-31", 0, 365, 0),
      (2026, "2027-03-01", 365, 365, 100),
    ] as [(Int, Day, Int, Int, Int)])
  func pace(_ year: Int, _ day: Day, _ passed: Int, _ days: Int, _ percent: Int) {
    let pace = YearPace(of: year, on: day)
    #expect((pace.passed, pace.days, pace.percent) == (passed, days, percent))
  }

  @Test("Less than the year is behind, all is reached, more is exceeded, and unknown is nothing")
  func standing() {
    let pace = YearPace(of: 2026, on: "2026-11-30")
    func standing(_ reached: Int, of wanted: Int?) -> TargetStanding? {
      var target = Target(year: 2026, measure: .signings)
      target.count = wanted
      return TargetProgress(target: target, actual: .count(reached)).standing(at: pace)
    }
    #expect(standing(13, of: 30) == .behind)
    #expect(standing(74, of: 80) == .onPace)
    #expect(standing(80, of: 80) == .reached)
    #expect(standing(425, of: 400) == .exceeded)
    #expect(standing(5, of: 0) == nil)
  }
}
