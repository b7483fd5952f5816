import Insight
import Pipeline
import TestSupport
import Testing

@testable import Storage

@Suite("Texts that are looked through where they lie")
struct SleepingTextTests {
  @Test(
    "Any word finds in a checkpoint what it finds in the projects, key by key",
    arguments: 0..<40 as Range<UInt64>)
  func words(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let awake = Self.draw(&chance)
    let asleep = try CheckpointTests.pipeline(in: CheckpointTests.body(of: awake))
    let moment = Moment.now(today: Day.of("2023-07-01"))
    for _ in 0..<12 {
      let whole = Self.word(&chance)
      var typed = ""
      var columns = asleep.snapshot(at: moment).columns
      for scalar in whole.unicodeScalars {
        let before = typed
        typed.unicodeScalars.append(scalar)
        let filter = Filter.parse(typed).filter
        let place: Comment = "seed \(seed) \(typed)"
        let expected = awake.projects.filter { filter.matches($0, in: awake, at: moment) }
        #expect(asleep.ids(passing: filter, at: moment) == expected.map(\.id), place)
        let snapshot = asleep.snapshot(at: moment, passing: filter)
        #expect(snapshot == awake.snapshot(at: moment, passing: filter), place)
        #expect(snapshot.columns.flatMap { $0 }.sorted() == expected.map(\.id), place)
        #expect(snapshot.count == snapshot.totals.reduce(0) { $0 + $1.count }, place)
        #expect(snapshot.late == Self.late(snapshot, in: awake, at: moment), place)
        if Filter.narrows(from: before, to: typed) {
          #expect(asleep.snapshot(at: moment, passing: filter, among: columns) == snapshot, place)
        }
        columns = snapshot.columns
      }
    }
  }

  @Test(
    "A likely duplicate is found in a checkpoint as among the projects",
    arguments: 0..<30 as Range<UInt64>)
  func duplicates(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let awake = Self.draw(&chance)
    let asleep = try CheckpointTests.pipeline(in: CheckpointTests.body(of: awake))
    for project in awake.projects {
      #expect(asleep.likenesses(to: project.id) == awake.likenesses(to: project.id), "seed \(seed)")
    }
    for _ in 0..<20 {
      let fields: [Field: FieldValue] = [
        .name: .text(Self.name(&chance)), .investors: .list([Self.name(&chance)]),
      ]
      #expect(asleep.likenesses(to: fields) == awake.likenesses(to: fields), "seed \(seed)")
    }
  }

  private static func late(_ snapshot: Snapshot, in pipeline: Pipeline, at moment: Moment)
    -> LateCounts
  {
    var late = LateCounts()
    for id in snapshot.columns.joined() {
      if let card = pipeline.lateness(of: id, at: moment) { late.add(card) }
    }
    return late
  }

  private static func draw(_ chance: inout Chance) -> Pipeline {
    var fixture = PipelineFixture()
    for _ in 0..<40 {
      var fields: [Field: FieldValue] = [
        .investors: .list((0..<chance.below(3)).map { _ in name(&chance) })
      ]
      if chance.below(2) == 0 { fields[.owner] = .text(name(&chance)) }
      if chance.below(2) == 0 { fields[.lead] = .list([name(&chance), "招商一局"]) }
      if chance.below(2) == 0 { fields[.tags] = .list(["链主", name(&chance)]) }
      if chance.below(2) == 0 { fields[.industry] = .text("新材料") }
      if chance.below(2) == 0 { fields[.cluster] = .text(name(&chance)) }
      if chance.below(2) == 0 { fields[.amount] = .amount(.of("3", .yi, "USD")) }
      if chance.below(3) == 0 {
        let due = Day.of("2023-06-20").adding(chance.below(30))
        fields[.next] = .next(NextStep(text: name(&chance), due: due, who: "李娜"))
      }
      let step = ["1 2023-05-01", "3 2023-06-20, hold 2023-06-25", "2 2023-06-01, lost 2023-06-02"]
      fixture.draw(name(&chance), step[chance.below(3)], fields)
    }
    return fixture.pipeline
  }

  private static let signs = [
    "重", "庆", "银", "行", "长", "沙", "青", "岛", "有", "限", "公", "司", "集", "团", "绿", "女", "Ａ", "ｂ", "A",
    "c", "7", "（", "）", "·", " ", "-", "é", "Ω", "я", "豈", "𠮷", "🏭", "株", "㈱", "ー",
  ]

  private static func name(_ chance: inout Chance) -> String {
    (0...chance.below(8)).map { _ in signs[chance.below(signs.count)] }.joined()
  }

  /// A word such as people type: signs of a name, initials, whole readings, or all of them mixed.
  private static func word(_ chance: inout Chance) -> String {
    let pieces = [
      "c", "q", "z", "chong", "qing", "yh", "yin", "hang", "cs", "lv", "lu", "g", "s", "#1",
    ]
    return (0...chance.below(3)).map { _ in
      chance.below(2) == 0 ? pieces[chance.below(pieces.count)] : signs[chance.below(signs.count)]
    }.joined()
  }
}
