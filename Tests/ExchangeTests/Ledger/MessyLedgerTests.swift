import Exchange
import Pipeline
import TestSupport
import Testing
import Wording

@Suite struct MessyLedgerTests {
  private let today: Day = "2026-11-30"
  private let words = Words(.zh)

  @Test(
    "A ledger comes in as it was meant, once; its sums are none of it; undo takes it back whole")
  func whole() throws {
    var projects = 0
    for seed in Effort.seeds(300, long: 10_000) {
      let ledger = MessyLedger(seed: seed)
      projects += ledger.meant.count
      let file = LedgerImport(
        try LedgerSource(try DecodedText(CSVWriter.bytes(ledger.rows))))
      var answers = ImportAnswers()
      let asked = try file.plan(for: Pipeline(), answers: answers, today: today)
      #expect(asked.reconciliation.contains { !$0.agrees } == ledger.statesWrongSum, "seed \(seed)")
      #expect(
        asked.isReady != ledger.statesWrongSum,
        "seed \(seed): \(asked.questions.map { words.question($0) })")
      answers.acceptsSums = true
      var store = Ledger(today: today)
      let plan = try file.plan(for: store.pipeline, answers: answers, today: today)
      #expect(
        plan.isReady, "seed \(seed): \(plan.questions.map { words.question($0) }) \(plan.wrong)")
      for row in ledger.sums {
        #expect(plan.lines.first { $0.row == row }?.kind == .sum, "seed \(seed), row \(row)")
      }
      guard let command = plan.command else {
        Issue.record("seed \(seed): nothing")
        continue
      }
      try store.commit(command)
      check(store.pipeline, ledger, seed)
      #expect(
        try file.plan(for: store.pipeline, answers: answers, today: today).command == nil,
        "seed \(seed)")
      try store.undo()
      #expect(
        store.pipeline.projects.count == 0 && store.pipeline.milestones.count == 0, "seed \(seed)")
    }
    Effort.tell("messy ledgers", ["projects": projects])
  }

  private func check(_ pipeline: Pipeline, _ ledger: MessyLedger, _ seed: UInt64) {
    #expect(pipeline.projects.count == ledger.meant.count, "seed \(seed)")
    for (project, meant) in zip(pipeline.projects, ledger.meant) {
      var yuan: Int64?
      if case .known(let money) = project.amount { yuan = money.minor / 100 }
      var talk: BusinessDate?
      if case .date(let date) = project[.firstTalkOn] { talk = date }
      let read = MessyLedger.Meant(
        name: project.name, firms: project.investors, yuan: yuan, firstTalk: talk,
        stage: project.stage, lead: project.lead.first ?? "")
      #expect(read == meant, "seed \(seed)")
    }
  }

  @Test("No ledger that lost a sign or a cell ends well with fewer projects than rows of projects")
  func mutations() throws {
    for seed in Effort.seeds(100, long: 3_000) {
      var dice = SplitMix64(seed: seed)
      var ledger = MessyLedger(seed: seed).rows
      let row = Int(dice.next() % UInt64(ledger.count))
      if ledger[row].isEmpty { continue }
      let column = Int(dice.next() % UInt64(ledger[row].count))
      switch dice.next() % 4 {
      case 0: ledger[row][column] = ""
      case 1: ledger[row][column] = dice.pick(["合计", "小计", "一", "注：", "待答", "①甲②乙"])
      case 2: ledger.insert(ledger[row], at: row)
      default: ledger[row].swapAt(0, column)
      }
      guard let source = try? LedgerSource(try DecodedText(CSVWriter.bytes(ledger))),
        let plan = try? LedgerImport(source).plan(for: Pipeline(), today: today), plan.isReady
      else { continue }
      let named = plan.leftOut.count
      #expect(plan.created + named == plan.records, "seed \(seed)")
    }
  }
}
