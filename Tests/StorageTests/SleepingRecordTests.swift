import CustomDump
import Insight
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Records that are still in the checkpoint")
struct SleepingRecordTests {
  /// A pipeline after sixty random commands, and the same out of a checkpoint.
  private func pair(seed: Int) throws -> (ledger: Ledger, asleep: Pipeline, RandomCommands) {
    var commands = RandomCommands(seed: seed)
    var ledger = Ledger()
    for _ in 0..<60 {
      _ = try? ledger.commit(commands.command(for: ledger.pipeline))
      if commands.isOnce(in: 5) { _ = try? ledger.undo() }
      if commands.isOnce(in: 9) { _ = try? ledger.redo() }
    }
    let body = try CheckpointTests.body(of: ledger.pipeline)
    return (ledger, try CheckpointTests.pipeline(in: body), commands)
  }

  @Test("They wake when they change, and what comes after is as if they had never slept")
  func waking() throws {
    for seed in 0..<60 {
      var (ledger, asleep, commands) = try pair(seed: seed)
      let before = asleep
      for _ in 0..<30 {
        let known = ledger.log.count
        _ = try? ledger.commit(commands.command(for: ledger.pipeline))
        if commands.isOnce(in: 4) { _ = try? ledger.undo() }
        for event in ledger.log.dropFirst(known) { asleep.apply(event) }
      }
      #expect(asleep == ledger.pipeline, "seed \(seed)")
      #expect(asleep.projects.numbers == ledger.pipeline.projects.map(\.id.number))
      #expect(Array(asleep.projects) == Array(ledger.pipeline.projects), "seed \(seed)")
      // A copy from before is as it was.
      #expect(try CheckpointTests.body(of: before).isEmpty == false)
      for number in ledger.pipeline.projects.numbers {
        let id = ProjectID(number)
        try expectSame(asleep, ledger.pipeline, id, "seed \(seed) \(number)")
      }
    }
  }

  /// Compares all that questions ask of a project where it sleeps with what the project itself says.
  private func expectSame(
    _ asleep: Pipeline, _ awake: Pipeline, _ id: ProjectID, _ place: Comment
  ) throws {
    let project = try #require(awake[id])
    guard let sleeping = asleep.asleep(id) else {
      #expect(asleep[id] == project, place)
      return
    }
    let told = (sleeping.history(in: asleep), project.history)
    #expect(Array(told.0.entries) == Array(told.1.entries), place)
    #expect(Array(told.0.changes) == Array(told.1.changes), place)
    #expect(sleeping.kind == project.kind && sleeping.stage == project.stage, place)
    #expect(sleeping.statusKind == project.statusKind, place)
    #expect(sleeping.isRemoved == project.isRemoved, place)
    #expect(sleeping.hasBeenHeld == project.hasBeenHeld, place)
    #expect(sleeping.amountFigure == project.amountFigure, place)
    #expect(sleeping.hasNextStep == project.hasNextStep, place)
    #expect(sleeping.nextDue == project.nextDue && sleeping.enteredDay == project.enteredDay, place)
    #expect(sleeping.lastActivityDay(in: asleep) == project.lastActivityDay(in: awake), place)
    #expect(days(sleeping, asleep) == days(project, awake), place)
    #expect(texts(sleeping, asleep) == texts(project, awake), place)
  }

  private func days(_ project: some ProjectReading, _ pipeline: Pipeline) -> [Day] {
    var days: [Day] = []
    project.forEachActivityDay(in: pipeline) { days.append($0) }
    return days
  }

  private func texts(_ project: some ProjectReading, _ pipeline: Pipeline) -> [String] {
    var texts: [String] = []
    _ = project.hasText(in: pipeline) { part, text in
      texts.append("\(part) \(String(decoding: text.utf8, as: UTF8.self))")
      return false
    }
    return texts
  }

  @Test("A column counted anew says what the whole board says, with every one asleep or some awake")
  func renewed() throws {
    for seed in 0..<60 {
      var (ledger, asleep, commands) = try pair(seed: seed)
      for isFirst in [true, false] {
        for day in [19_000, 19_550, 19_560, 19_700, 21_000] as [Int32] {
          let moment = Moment.now(today: Day(number: day))
          let whole = ledger.pipeline.snapshot(at: moment)
          var renewed = Snapshot.empty(at: moment)
          renewed.renew(Stage.allCases, of: asleep, thresholds: .standard)
          expectNoDifference(renewed, whole, "seed \(seed) \(isFirst)")
          expectNoDifference(asleep.snapshot(at: moment), whole, "seed \(seed) \(isFirst)")
        }
        let known = ledger.log.count
        for _ in 0..<5 { _ = try? ledger.commit(commands.command(for: ledger.pipeline)) }
        for event in ledger.log.dropFirst(known) { asleep.apply(event) }
      }
    }
  }

  @Test("A sleeping project says what the project itself says, on any day")
  func sleeping() throws {
    for seed in 0..<60 {
      let (ledger, asleep, _) = try pair(seed: seed)
      for number in ledger.pipeline.projects.numbers {
        let id = ProjectID(number)
        #expect(asleep.asleep(id) != nil)
        try expectSame(asleep, ledger.pipeline, id, "seed \(seed) \(number)")
        let project = try #require(ledger.pipeline[id])
        for day in [19_000, 19_550, 19_560, 19_700, 21_000] as [Int32] {
          let moment = Moment.now(today: Day(number: day))
          let ageing = try #require(ledger.pipeline.ageing(of: project, at: moment))
          let lateness = asleep.lateness(of: id, at: moment)
          #expect(lateness?.isStale == (project.status.isOpen ? ageing.isStale : nil))
          #expect(lateness?.isOverdue == (project.status.isOpen ? ageing.isOverdue : nil))
        }
      }
    }
  }

  @Test(
    "A filter finds asleep what it finds awake",
    arguments: [
      "", "铝", "l", "cq", "zq", "xm", "#1", "#12", "王", "wm", "魏 l", "stage:visit", "status:lost",
      "stage:intent l", "owner:王敏", "stale:yes", "next:any x", "amount>1亿", "項目", "a",
    ])
  func filters(text: String) throws {
    let moment = Moment.now(today: Day(number: 19_600))
    for seed in 0..<25 {
      let (ledger, asleep, _) = try pair(seed: seed)
      for scope in [FilterScope.open, .everything] {
        let filter = Filter.parse(text, scope: scope, me: "王敏").filter
        #expect(
          asleep.ids(passing: filter, at: moment)
            == ledger.pipeline.projects.filter {
              filter.matches($0, in: ledger.pipeline, at: moment)
            }.map(\.id), "seed \(seed)")
        expectNoDifference(
          asleep.snapshot(at: moment, passing: filter),
          ledger.pipeline.snapshot(at: moment, passing: filter))
      }
      expectNoDifference(asleep.snapshot(at: moment), ledger.pipeline.snapshot(at: moment))
    }
  }

  @Test("Figures are the same asleep as awake, on any day and under any filter")
  func figures() throws {
    for seed in 0..<40 {
      let (ledger, asleep, _) = try pair(seed: seed)
      let awake = ledger.pipeline
      for number in awake.projects.numbers {
        let project = try #require(awake[ProjectID(number)])
        let sleeping = try #require(asleep.asleep(project.id))
        for day in [19_550, 19_560, 19_700].map(Day.init(number:)) {
          let ageing = awake.ageing(of: project, at: .asOf(day))
          #expect(asleep.ageing(of: sleeping, at: .asOf(day)) == ageing, "seed \(seed) \(number)")
          let isOpen = project.standing(asOf: day)?.status.isOpen ?? false
          let late = asleep.lateness(of: project.id, at: .asOf(day))
          #expect(late?.isStale == (isOpen ? ageing?.isStale : nil), "seed \(seed) \(number)")
          #expect(late?.isOverdue == (isOpen ? ageing?.isOverdue : nil), "seed \(seed) \(number)")
        }
      }
      for day in [19_000, 19_550, 19_560, 19_700, 21_000].map(Day.init(number:)) {
        for text in ["", "海", "status:lost", "stage:visit amount:>1", "stale:yes"] {
          let filter = text.isEmpty ? nil : Filter.parse(text, scope: .everything, me: nil).filter
          let question = FunnelQuestion(asOf: day)
          let place: Comment = "seed \(seed) day \(day) \(text)"
          #expect(
            asleep.funnel(question, passing: filter) == awake.funnel(question, passing: filter),
            place)
          let trend = TrendQuestion(asOf: day)
          #expect(
            asleep.trend(trend, passing: filter) == awake.trend(trend, passing: filter), place)
          for moment in [Moment.asOf(day), .now(today: day)] {
            #expect(
              asleep.snapshot(at: moment, passing: filter)
                == awake.snapshot(at: moment, passing: filter), place)
            let asked = CounterQuestion(at: moment, filter: filter)
            let rules = CountingRule.allCases
            let told = awake.counters(rules, asked)
            for pipeline in [asleep, awake] {
              let sums = pipeline.contacts(rules, asked)
              for rule in rules {
                #expect(sums[rule]?.outbound == told[rule]?.outbound, place)
                #expect(sums[rule]?.inbound == told[rule]?.inbound, place)
                #expect(sums[rule]?.other == told[rule]?.other, place)
                #expect(sums[rule]?.undated == told[rule]?.undated, place)
              }
            }
          }
        }
      }
    }
  }

  @Test("Likely duplicates are found asleep as they are awake")
  func likenesses() throws {
    for seed in 0..<20 {
      let (ledger, asleep, _) = try pair(seed: seed)
      for project in ledger.pipeline.projects {
        expectNoDifference(
          asleep.likenesses(to: project.id), ledger.pipeline.likenesses(to: project.id))
        for name in [project.name + "集团", "（\(project.name)）", "ＡＢ" + project.name] {
          let fields: [Field: FieldValue] = [
            .name: .text(name), .investors: .list(project.investors.map { $0 + "有限公司" }),
          ]
          expectNoDifference(
            asleep.likenesses(to: fields), ledger.pipeline.likenesses(to: fields))
        }
      }
    }
  }

  @Test("A large checkpoint is mapped, and what it holds is the same")
  func mapped() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    let many = (1...3000).map { number in
      Event.projectAdded(
        ProjectAdded(
          id: ProjectID(UInt32(number)),
          fields: [
            .name: .text("青岛高端铝材产业园项目\(number)号"),
            .investors: .list([String(repeating: "某某实业有限公司", count: 12) + "\(number)"]),
          ], stage: .contact, on: .unknown))
    }
    _ = try journal.commit { _ in many }
    let large = try scratch.checkpointing(every: 1)
    guard case .written(_, let bytes) = large.writeCheckpointIfDue() else {
      Issue.record("not written")
      return
    }
    #expect(bytes > 1 << 20)
    let opened = try scratch.journal()
    #expect(opened.checkpointed == SequenceNumber(3000))
    #expect(opened.pipeline.projects.isAsleep(1))
    #expect(opened.pipeline == journal.pipeline)
    _ = try opened.commit(Work.note("一"))
    #expect(!opened.pipeline.projects.isAsleep(1))
    #expect(opened.pipeline.projects.isAsleep(2))
  }
}
