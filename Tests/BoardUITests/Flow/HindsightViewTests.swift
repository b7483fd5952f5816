import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("From one past day to the next")
struct HindsightViewTests {
  @Test(
    "Each step shows what the board shows that was opened on that day", arguments: [false, true])
  func steps(isFunnel: Bool) throws {
    let ledger = try Ledger.zouping()
    func board(_ day: Day?, _ filter: String) -> UIState {
      var ui = UIState(
        pipeline: ledger.pipeline, today: ledger.today, size: Size(width: 140, height: 40),
        words: Words(.zh), actor: ledger.actor)
      ui.screen = isFunnel ? .funnel : .board
      ui.begin(filter: filter, asOf: day)
      return ui
    }
    for filter in ["", "项目", "stage:1,2", "stale:yes"] {
      var ui = board(nil, filter)
      for key in ",,,.,,,,((,,.)),,,(,,((((,," {
        let action: Action =
          switch key {
          case ",": .dayEarlier
          case ".": .dayLater
          case "(": .eventEarlier
          default: .eventLater
          }
        _ = ui.handle(.perform(action))
        let anew = board(ui.asOf, filter)
        let place: Comment = "\(filter) \(ui.day)"
        #expect(ui.columns == anew.columns, place)
        #expect(ui.totals == anew.totals, place)
        #expect(ui.warnings == anew.warnings, place)
        guard isFunnel else { continue }
        let funnel = ui.pipeline.funnel(FunnelQuestion(asOf: ui.day), passing: all(filter))
        #expect(ui.funnel.report == funnel, place)
        let asked = CounterQuestion(at: ui.moment, filter: all(filter))
        let counters = ui.pipeline.contacts(CountingRule.allCases, asked)
        #expect(ui.funnel.counters == counters, place)
        let trend = ui.pipeline.trend(TrendQuestion(asOf: ui.day), passing: all(filter))
        #expect(ui.flow.trend == trend, place)
      }
      #expect(ui.asOf != nil)
    }
  }

  private func all(_ filter: String) -> Filter? {
    filter.isEmpty ? nil : Filter.parse(filter, scope: .everything).filter
  }

  @Test("A change that comes in while a past day is looked at is counted")
  func change() throws {
    var ledger = try Ledger.zouping()
    var ui = UIState(
      pipeline: ledger.pipeline, today: ledger.today, size: Size(width: 140, height: 40),
      words: Words(.zh), actor: ledger.actor)
    let day = ledger.today.adding(-3)
    _ = ui.handle(.perform(.dayEarlier))
    let before = ui.columns.reduce(0) { $0 + $1.count }
    let known = ledger.log.count
    try ledger.commit(
      .add(
        NewProject(
          fields: [.name: .text("补录的项目"), .investors: .list(["甲公司"])], stage: .contact,
          on: .day(day))))
    _ = ui.handle(.committed(Array(ledger.log.dropFirst(known)), mine: false))
    #expect(ui.asOf != nil)
    #expect(ui.columns.reduce(0) { $0 + $1.count } == before + 1)
  }
}
