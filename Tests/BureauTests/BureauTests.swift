import Bureau
import Insight
import Pipeline
import Testing

@Suite struct BureauTests {
  /// The bureau as the rules make it; each refusal is a fault of the story.
  static func pipeline(_ bureau: Bureau = Bureau()) throws -> Pipeline {
    var pipeline = Pipeline()
    var sequence = SequenceNumber.origin
    for deed in bureau.deeds {
      let events = try pipeline.decide(deed.command, today: deed.on)
      for (part, event) in events.enumerated() {
        sequence = sequence.next
        pipeline.apply(
          RecordedEvent(
            sequence: sequence, id: "", part: part, parts: events.count,
            by: Actor(uid: 1, name: deed.by), host: "", recordedAt: 0, event: event))
      }
    }
    return pipeline
  }

  @Test func theRulesTakeAllOfIt() throws {
    let bureau = Bureau()
    #expect(Bureau.lastDay.description == "2026-11-27")
    #expect(bureau.deeds.last?.on == Bureau.lastDay)
    #expect(bureau.deeds.allSatisfy { $0.on.weekday <= 5 && $0.on <= Bureau.lastDay })
    #expect(zip(bureau.deeds, bureau.deeds.dropFirst()).allSatisfy { $0.on <= $1.on })
    let pipeline = try Self.pipeline(bureau)
    let living = pipeline.projects.filter { !$0.status.isRemoved }
    #expect(living.count == 120)
    #expect(pipeline.activities.count == 480)
    #expect(Set(living.compactMap(\.owner)).count == 8)
    #expect(Set(living.flatMap(\.lead)).count == 5)
    #expect(Set(living.compactMap(\.cluster)).count == 4)
    #expect(pipeline.requests.count == 24)
    #expect(living.filter { $0.status.kind == .hold }.count == 3)
    #expect(living.filter { $0.status.kind == .lost }.count == 21)
    #expect(living.filter { $0.status.kind == .withdrawn }.count == 8)
    #expect(living.filter { $0.hasReached(.signing) }.count == 13)
    #expect(living.filter { $0.stage == .approval && $0.status.isOpen }.count == 8)
  }

  @Test func theSameSeedMakesTheSameBureauAndAnotherOneIsLegalToo() throws {
    #expect(try Self.pipeline().projects.map(\.name) == Self.pipeline().projects.map(\.name))
    for seed in UInt64(1)...6 {
      #expect(try Self.pipeline(Bureau(seed: seed)).activities.count == 480)
    }
  }

  /// An example without anything late, due or quiet would show half the board.
  @Test func somethingIsLateDueAndQuietOnItsLastDay() throws {
    let pipeline = try Self.pipeline()
    let agenda = pipeline.agenda(at: pipeline.moment(today: Bureau.lastDay, asOf: nil))
    #expect((4...14).contains(agenda.overdue.count), "\(agenda.overdue.count)")
    #expect((4...14).contains(agenda.today.count), "\(agenda.today.count)")
    #expect((4...30).contains(agenda.stale.count), "\(agenda.stale.count)")
    #expect((2...9).contains(agenda.withoutNextStep.count), "\(agenda.withoutNextStep.count)")
  }
}
