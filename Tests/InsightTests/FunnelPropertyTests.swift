import Insight
import Pipeline
import TestSupport
import Testing

@Suite("What holds for any history")
struct FunnelPropertyTests {
  @Test("Sets nest, figures and lists agree, and rows add up", arguments: 0..<100 as Range<UInt64>)
  func consistent(seed: UInt64) {
    var chance = Chance(seed: seed)
    let histories = (0..<30).map { _ in History(&chance) }
    let pipeline = draw(histories, until: nil)
    let day = Day.of("2023-01-01").adding(chance.below(400))
    let funnel = pipeline.funnel(FunnelQuestion(asOf: day))
    for stage in Stage.allCases {
      let any = Set(funnel.projects(.reachedAny, at: stage))
      let through = Set(funnel.projects(.reachedThrough, at: stage))
      let strict = Set(funnel.projects(.strict, at: stage))
      #expect(strict.isSubset(of: any) && any.isSubset(of: through))
      #expect(Set(funnel.projects(.stock, at: stage)).isSubset(of: any))
      let parts = [FunnelSet.advanced, .still, .dropped].map { funnel.projects($0, at: stage) }
      #expect(parts.reduce(0) { $0 + $1.count } == any.count)
      #expect(parts.allSatisfy { any.isSuperset(of: $0) })
      if let next = stage.next {
        #expect(through.isSuperset(of: funnel.projects(.reachedThrough, at: next)))
        #expect(strict.isSuperset(of: funnel.projects(.strict, at: next)))
        #expect(funnel[stage].rate.map { $0 <= 1 } ?? any.isEmpty)
      }
      for set in FunnelSet.allCases {
        #expect(funnel[stage].count(set) == funnel.projects(set, at: stage).count)
      }
    }
    let rows = pipeline.funnels(by: .owner, FunnelQuestion(asOf: day))
    #expect(rows.reduce(0) { $0 + $1.funnel.population } == funnel.population)
    #expect(rows.flatMap { $0.funnel.projects }.sorted() == funnel.projects)
  }

  @Test(
    "As of a day is what a pipeline without the later events says",
    arguments: 0..<100 as Range<UInt64>)
  func asOf(seed: UInt64) {
    var chance = Chance(seed: seed)
    let histories = (0..<30).map { _ in History(&chance) }
    let day = Day.of("2023-01-01").adding(chance.below(400))
    let whole = draw(histories, until: nil).funnel(FunnelQuestion(asOf: day))
    let cut = draw(histories, until: day).funnel(FunnelQuestion(asOf: day))
    for set in FunnelSet.allCases where set != .enteredBackward {
      #expect(whole.stages.map { $0.count(set) } == cut.stages.map { $0.count(set) }, "\(set)")
    }
    #expect(whole.population == cut.population)
    #expect(whole.transitions == cut.transitions)
    #expect(whole.stages.map(\.openAges) == cut.stages.map(\.openAges))
    #expect(whole.stages.map(\.flow) == cut.stages.map(\.flow))
    #expect(FunnelEnd.allCases.map { whole.count($0) } == FunnelEnd.allCases.map { cut.count($0) })
  }

  /// A pipeline of histories, with only what had happened by a day.
  private func draw(_ histories: [History], until day: Day?) -> Pipeline {
    var fixture = PipelineFixture()
    for history in histories {
      // A step without a date is there from the day of the latest dated one recorded before it.
      var latest: Day?
      let steps = history.steps.filter { step in
        guard UInt8(step.what) != nil else {
          return day.map { step.date.isSettled(by: $0) } ?? true
        }
        latest = [latest, step.date.settled].compactMap { $0 }.max()
        guard let day else { return true }
        return step.date == .unknown
          ? latest.map { $0 <= day } ?? true : step.date.isSettled(by: day)
      }
      // The first stage left is the beginning, whatever status was dated before it.
      guard let first = steps.firstIndex(where: { UInt8($0.what) != nil }) else { continue }
      let ordered = [steps[first]] + steps[..<first] + steps[(first + 1)...]
      fixture.draw(
        "项目", ordered.map { "\($0.what) \($0.date)" }.joined(separator: ","),
        [.owner: .text(history.owner)])
    }
    return fixture.pipeline
  }
}

/// A project's steps, drawn by lot.
private struct History {
  let owner: String
  var steps: [(what: String, date: BusinessDate)] = []

  init(_ chance: inout Chance) {
    owner = ["张三", "李四", "王五"][chance.below(3)]
    var day = Day.of("2023-01-01").adding(chance.below(200))
    var stage = 1 + chance.below(2)
    var isOpen = true
    steps.append(("\(stage)", Self.date(day, &chance)))
    for _ in 0..<chance.below(8) {
      day = day.adding(chance.below(40))
      switch chance.below(10) {
      case 0 where isOpen: steps.append(("hold", .day(day)))
      case 1 where isOpen: steps.append(("resume", .day(day)))
      case 2 where isOpen:
        steps.append((["lost", "withdrawn", "archived"][chance.below(3)], .day(day)))
        isOpen = false
      case 2:
        steps.append(("reopen", .day(day)))
        isOpen = true
      case _ where isOpen:
        let next = 1 + chance.below(6)
        if next != stage { steps.append(("\(next)", Self.date(day, &chance))) }
        stage = next
      default: break
      }
    }
  }

  private static func date(_ day: Day, _ chance: inout Chance) -> BusinessDate {
    switch chance.below(8) {
    case 0: .unknown
    case 1: .month(year: day.civil.year, month: day.civil.month)
    case 2: .range(day, day.adding(1 + chance.below(20)))
    default: .day(day)
    }
  }
}
