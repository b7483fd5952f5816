import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

/// One figure, asked at every door, against an oracle that was written from docs/figures.md.
@Suite("Every door tells the same figure")
struct FigureOracleTests {
  @Test(
    "Stock, totals and what is new agree with their definitions", arguments: 0..<40 as Range<UInt64>
  )
  func agree(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let oracle = FigureOracle(&chance)
    let pipeline = oracle.pipeline
    let day = Day.of("2026-01-15").adding(chance.below(200))
    let moment = Moment.asOf(day)
    let (year, month, _) = day.civil
    let first = try #require(Day(year: year, month: month, day: 1))
    let period = (first, first.adding(Day.length(ofMonth: month, year: year) - 1))
    let truth = oracle.figures(on: day, in: period)

    // The funnel, the board, the list and the filters.
    let funnel = pipeline.funnel(FunnelQuestion(at: moment))
    let stock = Stage.allCases.map { funnel[$0].count(.stock) }
    #expect(stock == truth.stock)
    #expect(Stage.allCases.map { funnel[$0].count(.reachedAny) } == truth.reached)
    #expect([funnel.population, funnel.signed] == [truth.population, truth.signed])
    #expect([funnel.lost, funnel.withdrawn] == [truth.lost, truth.withdrawn])
    #expect(funnel.closedAfterSigning == truth.closedAfterSigning)
    #expect(stock.reduce(0, +) + funnel.lost + funnel.withdrawn == funnel.population)
    let board = pipeline.snapshot(at: moment)
    #expect(Stage.allCases.map { board.column($0).count } == truth.stock)
    func found(_ text: String) -> Int {
      pipeline.ids(
        passing: Filter.parse(text, scope: .everything, in: pipeline).filter, at: moment
      ).count
    }
    #expect(found("状态:在谈") == truth.talks && found("状态:流失") == truth.lost)
    #expect(found("状态:在办 阶段:签约") == truth.stock[5] && found("状态:放弃") == truth.withdrawn)
    for unit in FigureOracle.units {
      #expect(found("lead:\(unit) 状态:在办") == truth.open[unit, default: 0], "\(unit)")
    }
    #expect(found("lead:无 状态:在办") == truth.open["", default: 0])

    // What is new in a month: the trend, the report and the funnel's cohort.
    let trend = pipeline.trend(TrendQuestion(at: moment, by: .month, in: Period()))
    let row = trend.rows.first { $0.first == period.0 }
    #expect(
      (row?.count(.entered) ?? 0) == truth.begun && (row?.count(.signed) ?? 0) == truth.signedThen)
    #expect(trend.undatedCount(.entered) == truth.begunUndated)
    let cohort = FunnelQuestion(
      at: moment, cohort: .init(in: Period(from: period.0, to: period.1)))
    #expect(pipeline.funnel(cohort).population == truth.begun)

    // The monthly report: running totals, the month, and unit by unit.
    let report = pipeline.report(
      ReportQuestion(.month, at: moment, from: period.0, to: period.1), in: Words(.zh))
    func cells(_ heading: String, _ name: String, at place: Int = 0) -> [String] {
      for section in report.sections where section.heading == heading {
        for case .table(let grid) in section.blocks {
          if let row = grid.rows.first(where: { $0[place] == name }) { return row }
        }
      }
      return []
    }
    #expect(cells("总体情况", "在谈（个）")[1] == "\(truth.talks)")
    #expect(cells("总体情况", "新增项目（个）")[1...2] == ["\(truth.population)", "\(truth.begun)"])
    #expect(cells("总体情况", "签约（个）")[1...2] == ["\(truth.signed)", "\(truth.signedThen)"])
    #expect(cells("总体情况", "意向（个）")[1] == "\(truth.reached[3])")
    #expect(cells("总体情况", "流失和放弃（个）")[1] == "\(truth.lost + truth.withdrawn)")
    for unit in FigureOracle.units where truth.open[unit] != nil {
      #expect(cells("各单位情况", unit, at: 1)[2] == "\(truth.open[unit, default: 0])")
    }
    if let none = truth.open[""] { #expect(cells("各单位情况", "未归类", at: 1)[2] == "\(none)") }

    // The year's targets and the ledger.
    let progress = pipeline.targetProgress(at: moment, year: 2026)
    for item in progress {
      let wanted = item.target.measure == .leads ? truth.begunInYear : truth.signedInYear
      #expect(item.actual == .count(wanted), "\(item.target.measure)")
    }
    #expect(progress.count == 2)
    let ledger = pipeline.ledger(
      .standard, ReportQuestion(.ledger, at: moment, from: period.0, to: period.1), in: Words(.zh))
    #expect(ledger.lines[0].contains("在谈项目 \(truth.talks) 个"), "\(ledger.lines)")
    #expect(ledger.sources.last?.count == truth.stock[5])
  }
}

/// Random pipelines, and their figures by the definitions alone: nothing of Insight is asked.
private struct FigureOracle {
  static let units = ["一局", "二局", "三局"]

  private struct Event {
    /// A stage from 1 to 6, or a status by a word.
    let what: String
    /// Nil without a date; else the first and the last day it may have been.
    let on: (first: Day, last: Day)?
    var stage: Int? { Int(what) }
  }

  private struct History {
    var events: [Event]
    let lead: [String]
  }

  private var histories: [History] = []
  private(set) var pipeline: Pipeline

  init(_ chance: inout Chance) {
    var fixture = PipelineFixture()
    for number in 0..<30 {
      var events: [Event] = []
      var day = Day.of("2025-06-01").adding(chance.below(330))
      var stage = 1 + chance.below(2)
      var isOpen = true
      func date(_ chance: inout Chance) -> (first: Day, last: Day)? {
        // Now and then recorded late, or known less exactly.
        let day = chance.below(10) == 0 ? day.adding(-chance.below(40)) : day
        let (year, month, _) = day.civil
        switch chance.below(9) {
        case 0: return nil
        case 1:
          let start = day.adding(1 - day.civil.day)
          return (start, start.adding(Day.length(ofMonth: month, year: year) - 1))
        case 2: return (day, day.adding(1 + chance.below(15)))
        default: return (day, day)
        }
      }
      events.append(Event(what: "\(stage)", on: date(&chance)))
      for _ in 0..<chance.below(7) {
        day = day.adding(chance.below(45))
        switch chance.below(9) {
        case 0 where isOpen: events.append(Event(what: "hold", on: (day, day)))
        case 1 where isOpen:
          let ends = ["lost", "withdrawn", "archived"]
          events.append(Event(what: ends[chance.below(3)], on: (day, day)))
          isOpen = false
        case 1, 2:
          if !isOpen { events.append(Event(what: "reopen", on: (day, day))) }
          isOpen = true
        case _ where isOpen:
          let next = min(6, max(1, stage + chance.below(4) - 1))
          if next != stage { events.append(Event(what: "\(next)", on: date(&chance))) }
          stage = next
        default: break
        }
      }
      let lead = (0..<chance.below(3)).map { _ in FigureOracle.units[chance.below(3)] }
      let history = History(events: events, lead: Array(Set(lead)).sorted())
      histories.append(history)
      fixture.draw(
        "项目\(number)",
        events.map { event in
          let date: BusinessDate =
            switch event.on {
            case nil: .unknown
            case let (first, last)? where first == last: .day(first)
            case let (first, last)?: .range(first, last)
            }
          return "\(event.what) \(date)"
        }.joined(separator: ","), history.lead.isEmpty ? [:] : [.lead: .list(history.lead)])
    }
    for measure in [Target.Measure.signings, .leads] {
      var target = Target(year: 2026, measure: measure)
      target.count = 10
      if let change = RegisterChange(old: nil, new: .target(target)) {
        fixture.apply(.registerChanged(change))
      }
    }
    pipeline = fixture.pipeline
  }

  struct Figures {
    var population = 0
    var stock = Array(repeating: 0, count: 6)
    var reached = Array(repeating: 0, count: 6)
    var talks = 0
    var lost = 0
    var withdrawn = 0
    var signed = 0
    var closedAfterSigning = 0
    /// In the period.
    var begun = 0
    var signedThen = 0
    var begunUndated = 0
    var begunInYear = 0
    var signedInYear = 0
    /// Open projects by unit, those of none under nothing.
    var open: [String: Int] = [:]
  }

  /// As of the end of a past day: a month counts from its last day.
  func figures(on day: Day, in period: (Day, Day)) -> Figures {
    var figures = Figures()
    for history in histories {
      var latest: Day?
      // An undated move is in from the day of the latest dated one recorded before it.
      let moves = history.events.filter { event in
        guard event.stage != nil else { return false }
        defer { latest = [latest, event.on?.last].compactMap { $0 }.max() }
        return (event.on?.last ?? latest).map { $0 <= day } ?? true
      }
      guard let current = moves.last?.stage else { continue }
      let status =
        history.events.last { event in
          event.stage == nil && event.on.map { $0.last <= day } ?? false
        }?.what ?? "ongoing"
      if status == "archived" { continue }
      /// The earliest date; without one when an undated move was recorded before the others.
      func first(_ events: [Event]) -> Day?? {
        guard let head = events.first else { return .none }
        return .some(head.on == nil ? nil : events.compactMap { $0.on?.last }.min())
      }
      let begun = first(moves) ?? nil
      let signing = first(moves.filter { $0.stage == 6 })
      figures.population += 1
      for stage in Set(moves.compactMap(\.stage)) { figures.reached[stage - 1] += 1 }
      if signing != nil { figures.signed += 1 }
      switch status {
      case "lost": figures.lost += 1
      case "withdrawn": figures.withdrawn += 1
      default:
        figures.stock[current - 1] += 1
        if current < 6 { figures.talks += 1 }
        for unit in history.lead.isEmpty ? [""] : history.lead {
          figures.open[unit, default: 0] += 1
        }
      }
      if ["lost", "withdrawn"].contains(status), signing != nil { figures.closedAfterSigning += 1 }
      if let begun {
        if begun >= period.0 && begun <= period.1 { figures.begun += 1 }
        if begun.civil.year == 2026 { figures.begunInYear += 1 }
      } else {
        figures.begunUndated += 1
      }
      if let signed = signing ?? nil {
        if signed >= period.0 && signed <= period.1 { figures.signedThen += 1 }
        if signed.civil.year == 2026 { figures.signedInYear += 1 }
      }
    }
    return figures
  }
}
