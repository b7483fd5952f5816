import Insight
import Pipeline
import TestSupport
import Testing

/// A funnel's column of figures, one for each stage.
extension Funnel {
  func counts(_ set: FunnelSet) -> [Int] { stages.map { $0.count(set) } }
}

@Suite("The worked example of the Zouping article")
struct WorkedExampleTests {
  let funnel = ZoupingExample.pipeline.funnel(FunnelQuestion(asOf: ZoupingExample.published))

  @Test("Three methods and the stock come out as printed")
  func sets() {
    #expect(funnel.population == 6)
    #expect(funnel.counts(.reachedAny) == [6, 5, 4, 5, 1, 2])
    #expect(funnel.counts(.reachedThrough) == [6, 6, 6, 5, 3, 2])
    #expect(funnel.counts(.strict) == [6, 5, 3, 2, 0, 0])
    #expect(funnel.counts(.stock) == [0, 0, 1, 2, 1, 2])
  }

  @Test("Advanced is 6/6, 5/5, 3/4, 3/5, 0/1, and nothing is beyond signing")
  func stepAdvance() {
    #expect(funnel.counts(.advanced) == [6, 5, 3, 3, 0, 0])
    #expect(funnel.counts(.still) == [0, 0, 1, 2, 1, 2])
    #expect(funnel.counts(.dropped) == [0, 0, 0, 0, 0, 0])
    #expect(funnel.stages.map(\.rate) == [1, 1, 0.75, 0.6, 0, nil])
    #expect(funnel.stages.map(\.decidedRate) == [1, 1, 1, 1, nil, nil])
  }

  @Test("Two of six are signed, and one project has no dated event at all")
  func overall() {
    #expect(funnel.signed == 2)
    #expect(funnel.overall == 2.0 / 6)
    #expect(funnel.undated == 1)
    #expect(funnel.notes == [.undatedProjects(1), .undatedEvents(9)])
  }

  @Test("From visit to return visit it took 4, 14 and 9 days, 9 in the middle")
  func dwell() {
    let days = funnel.dwell(from: .visit, to: .returnVisit)
    #expect(days.count == 3)
    #expect(days.median == 9)
    #expect(days.mean == 9)
    #expect(days.max == 14)
    #expect(funnel[.visit].dwell.count == 5)
    #expect(funnel[.visit].dwell.median == 4)
    #expect(funnel.dwell(from: .intent, to: .signing).mean == 10)
  }

  @Test("Behind each figure stand its projects")
  func drillDown() {
    let p = ZoupingExample.ids
    #expect(funnel.projects == p)
    #expect(funnel.projects(.still, at: .returnVisit) == [p[4]])
    #expect(funnel.projects(.still, at: .intent) == [p[0], p[1]])
    #expect(funnel.projects(.strict, at: .returnVisit) == [p[0], p[3], p[4]])
    #expect(funnel.projects(.reachedAny, at: .signing) == [p[2], p[3]])
    #expect(funnel.projects(.reachedAny, at: .approval) == [p[5]])
    #expect(funnel.projects(.timed, at: .visit) == Array(p[0...4]))
    #expect(funnel.projects(.undated) == [p[5]])
    #expect(funnel.projects(.signed) == [p[2], p[3]])
  }

  @Test("No amount is known of six")
  func amounts() {
    let amounts = funnel[.contact].amounts(.reachedAny)
    #expect(amounts.known == 0)
    #expect(amounts.count == 6)
    #expect(amounts.sums == [])
  }

  @Test("None has a contact date, so none has a lead time")
  func leadTime() { #expect(funnel.leadTime.median == nil) }

  @Test("Each method has its own count and rate")
  func methods() {
    let figures = FunnelMethod.allCases.map { method in
      Stage.allCases.map { funnel.count($0, by: method) }
    }
    #expect(figures[0] == figures[1])
    #expect(funnel.rate(.returnVisit, by: .step) == 0.75)
    #expect(funnel.rate(.returnVisit, by: .any) == 4.0 / 6)
    #expect(funnel.rate(.intent, by: .through) == 0.6)
    #expect(funnel.rate(.visit, by: .strict) == 0.6)
    #expect(funnel.rate(.approval, by: .strict) == nil)
    #expect(
      FunnelMethod.allCases.map { funnel.rate(.signing, by: $0) } == [nil, 1.0 / 3, nil, nil])
  }

  @Test("As of an earlier day only what had happened counts")
  func asOf() {
    let july = ZoupingExample.pipeline.funnel(FunnelQuestion(asOf: Day.of("2023-07-24")))
    // P1 up to intent; P6 without a date is in every picture.
    #expect(july.counts(.reachedAny) == [6, 1, 2, 2, 1, 0])
    #expect(july.counts(.stock) == [4, 0, 0, 1, 1, 0])
    #expect(july.undated == 5)
  }

  @Test("None is of a cluster: they share the row of none, and joint leads get full credit")
  func groupings() {
    let question = FunnelQuestion(asOf: ZoupingExample.published)
    let clusters = ZoupingExample.pipeline.funnels(by: .cluster, question)
    #expect(clusters.map(\.key) == [nil])
    #expect(clusters.map(\.funnel) == [funnel])
    let leads = ZoupingExample.pipeline.funnels(by: .lead, question)
    let populations = Dictionary(uniqueKeysWithValues: leads.map { ($0.key, $0.funnel.population) })
    #expect(
      populations == [
        "投资促进局": 1, "招商发展公司": 3, "城市运营公司": 1, "党工委、管委会": 1,
        "国信发展集团": 1, nil: 1,
      ])
    #expect(leads.last?.key == .some(nil))
    let kinds = ZoupingExample.pipeline.funnels(by: .kind, question)
    #expect(kinds.map(\.key) == ["cooperation", "fund", "investment", "procurement"])
    #expect(kinds.map(\.funnel.population) == [1, 1, 3, 1])
  }
}

@Suite("What the funnel's definitions say")
struct FunnelTests {
  func funnel(
    _ histories: String..., asOf day: String = "2023-12-31", cohort: FunnelQuestion.Cohort? = nil,
    flow: Period? = nil, dwell: DwellRule = .visit
  ) -> Funnel {
    var fixture = PipelineFixture()
    for (index, history) in histories.enumerated() { fixture.draw("项目\(index + 1)", history) }
    return fixture.pipeline.funnel(
      FunnelQuestion(asOf: Day.of(day), cohort: cohort, flow: flow, dwell: dwell))
  }

  @Test("An empty pipeline has rates of nil, not of zero")
  func empty() {
    let funnel = funnel()
    #expect(funnel.population == 0)
    #expect(funnel.overall == nil)
    #expect(funnel.winRate == nil)
    #expect(funnel.stages.map(\.rate) == [nil, nil, nil, nil, nil, nil])
    #expect(funnel[.contact].dwell.median == nil)
    #expect(funnel.notes == [])
  }

  @Test("A stage skipped is not reached-any, but reached-through, and ends strict")
  func skip() {
    let funnel = funnel("1 2023-05-01, 4 2023-06-01")
    #expect(funnel.counts(.reachedAny) == [1, 0, 0, 1, 0, 0])
    #expect(funnel.counts(.reachedThrough) == [1, 1, 1, 1, 0, 0])
    #expect(funnel.counts(.strict) == [1, 0, 0, 0, 0, 0])
    #expect(funnel.counts(.advanced) == [1, 0, 0, 0, 0, 0])
  }

  @Test("Furthest is the highest stage ever reached, not the present one")
  func back() {
    let funnel = funnel("1 2023-05-01, 2 2023-06-01, 3 2023-07-01, 2 2023-08-01")
    #expect(funnel.counts(.reachedThrough) == [1, 1, 1, 0, 0, 0])
    #expect(funnel.counts(.advanced) == [1, 1, 0, 0, 0, 0])
    // Still there at the furthest stage, also when it was moved back since.
    #expect(funnel.counts(.still) == [0, 0, 1, 0, 0, 0])
    #expect(funnel.counts(.stock) == [0, 1, 0, 0, 0, 0])
  }

  @Test("A stage first entered by moving back counts as advanced, with a footnote")
  func enteredBackward() {
    let funnel = funnel("1 2023-05-01, 4 2023-06-01, 2 2023-07-01")
    #expect(funnel.counts(.advanced) == [1, 1, 0, 0, 0, 0])
    #expect(funnel[.visit].rate == 1)
    #expect(funnel.notes == [.enteredBackward(.visit, 1)])
    #expect(funnel.projects(.enteredBackward, at: .visit) == [ProjectID(1)])
  }

  @Test("Strict wants the days of first entry not to fall; the same day is in order")
  func strictOrder() {
    #expect(
      funnel("1 2023-05-01, 2 2023-05-01, 3 2023-05-01").counts(.strict) == [1, 1, 1, 0, 0, 0])
    // Returned to a stage passed over: both are reached, but the days fall.
    #expect(
      funnel("1 2023-05-01, 3 2023-06-01, 2 2023-07-01").counts(.strict) == [1, 1, 0, 0, 0, 0])
    // Written up later with an earlier day, the order of days holds.
    #expect(
      funnel("1 2023-05-01, 3 2023-06-01, 2 2023-05-15").counts(.strict) == [1, 1, 1, 0, 0, 0])
  }

  @Test("A day that is not known constrains nothing")
  func strictUnknown() {
    #expect(
      funnel("1 2023-05-01, 2 unknown, 3 2023-06-01").counts(.strict) == [1, 1, 1, 0, 0, 0])
    #expect(
      funnel("1 2023-05-01, 2 2023-06, 3 2023-06-02").counts(.strict) == [1, 1, 1, 0, 0, 0])
    // The days on either side of it still do.
    #expect(
      funnel("1 2023-05-10, 2 unknown, 3 2023-05-01").counts(.strict) == [1, 1, 0, 0, 0, 0])
  }

  @Test("Advanced, still and dropped add up to everybody who reached the stage")
  func sumsUp() {
    let funnel = funnel(
      "1 2023-05-01", "1 2023-05-01, 2 2023-06-01, lost 2023-07-01", "2 2023-05-01",
      "1 2023-05-01, withdrawn 2023-05-09", "1 2023-05-01, 4 2023-06-01, 2 2023-07-01",
      "1 2023-05-01, hold 2023-06-01")
    for stage in funnel.stages {
      #expect(
        stage.count(.advanced) + stage.count(.still) + stage.count(.dropped)
          == stage.count(.reachedAny))
    }
    #expect(funnel.counts(.dropped) == [1, 1, 0, 0, 0, 0])
    #expect(funnel[.contact].rate == 0.4)
    #expect(funnel[.contact].decidedRate == 2.0 / 3)
    #expect(funnel.projects(.dropped, at: .visit) == [ProjectID(2)])
  }

  @Test("Stock leaves out lost and withdrawn, and counts a project on hold")
  func stock() {
    let funnel = funnel(
      "1 2023-05-01, lost 2023-06-01", "1 2023-05-01, withdrawn 2023-06-01",
      "1 2023-05-01, hold 2023-06-01", "6 2023-05-01")
    #expect(funnel.counts(.stock) == [1, 0, 0, 0, 0, 1])
    #expect(funnel.population == 4)
  }

  @Test("Reopened, a project is in the stock again and no longer dropped")
  func reopened() {
    let history = "1 2023-05-01, 2 2023-06-01, lost 2023-07-01, reopen 2023-08-01"
    #expect(funnel(history, asOf: "2023-07-31").counts(.dropped) == [0, 1, 0, 0, 0, 0])
    #expect(funnel(history, asOf: "2023-08-01").counts(.dropped) == [0, 0, 0, 0, 0, 0])
    #expect(funnel(history, asOf: "2023-08-01").counts(.stock) == [0, 1, 0, 0, 0, 0])
  }

  @Test("Archived projects and duplicates are in no count, from the day they were removed")
  func removed() {
    let histories = ("1 2023-05-01, archived 2023-06-01", "2 2023-05-01, duplicate 2023-06-01")
    #expect(funnel(histories.0, histories.1).population == 0)
    #expect(funnel(histories.0, histories.1, asOf: "2023-05-31").population == 2)
  }

  @Test("The population begins with the first event")
  func population() {
    let histories = ("1 2023-05-01", "1 2023-06", "1 unknown")
    let sizes = ["2023-04-30", "2023-05-01", "2023-06-29", "2023-06-30"].map { day in
      funnel(histories.0, histories.1, histories.2, asOf: day).population
    }
    #expect(sizes == [1, 2, 2, 3])
  }

  @Test("Losses are told by reason, the commonest first, what was signed before among them")
  func losses() {
    var fixture = PipelineFixture()
    for (index, reason) in [LossReason.terms, .land, .land, .credit].enumerated() {
      let id = fixture.draw("项目\(index)", "1 2023-05-01")
      fixture.change(id, to: .lost(reason, place: nil, note: nil), on: .day(Day.of("2023-06-01")))
    }
    fixture.draw("签了又丢", "6 2023-05-01, lost 2023-06-01")
    let funnel = fixture.pipeline.funnel(FunnelQuestion(asOf: Day.of("2023-12-31")))
    #expect(Set(funnel.losses.map(\.reason)).isSuperset(of: [.land, .credit, .terms]))
    #expect(funnel.losses.map(\.count) == [3, 1, 1])
    #expect(funnel.lost == 5 && funnel.closedAfterSigning == 1)
  }

  @Test("Overall is signed of all; win rate is signed of the decided")
  func rates() {
    let funnel = funnel(
      "1 2023-05-01, 6 2023-06-01", "1 2023-05-01, lost 2023-06-01",
      "1 2023-05-01, withdrawn 2023-06-01", "1 2023-05-01",
      "1 2023-05-01, 6 2023-06-01, lost 2023-09-01")
    #expect(funnel.signed == 2)
    #expect(funnel.overall == 0.4)
    #expect(funnel.winRate == 0.5)
    #expect([funnel.lost, funnel.withdrawn, funnel.closedAfterSigning] == [2, 1, 1])
    #expect(funnel.projects(.lost) == [ProjectID(2), ProjectID(5)])
    #expect(funnel.projects(.withdrawn) == [ProjectID(3)])
  }
}

@Suite("Dwell, lead time and flows")
struct FunnelTimeTests {
  func funnel(
    _ histories: String..., asOf day: String = "2023-12-31", cohort: FunnelQuestion.Cohort? = nil,
    flow: Period? = nil, dwell: DwellRule = .visit
  ) -> Funnel {
    var fixture = PipelineFixture()
    for (index, history) in histories.enumerated() { fixture.draw("项目\(index + 1)", history) }
    return fixture.pipeline.funnel(
      FunnelQuestion(asOf: Day.of(day), cohort: cohort, flow: flow, dwell: dwell))
  }

  @Test("Dwell is from entry to the next event, and zero on the same day")
  func dwell() {
    let funnel = funnel("1 2023-05-01, 2 2023-05-11, 3 2023-05-11", asOf: "2023-06-10")
    #expect(funnel[.contact].dwell.median == 10)
    #expect(funnel[.visit].dwell.median == 0)
    #expect(funnel[.returnVisit].dwell.count == 0)
    #expect(funnel[.returnVisit].open == 1)
    #expect(funnel[.returnVisit].openAges.max == 30)
  }

  @Test("Visits with a vague or unknown end give no dwell, and no age")
  func vague() {
    let funnel = funnel("1 2023-05, 2 2023-06-01, 3 unknown")
    #expect(funnel[.contact].dwell.count == 0)
    #expect(funnel[.visit].dwell.count == 0)
    #expect(funnel[.returnVisit].open == 1)
    #expect(funnel[.returnVisit].openAges.count == 0)
  }

  @Test("Of an even number the median is halfway between the two in the middle")
  func median() {
    let funnel = funnel(
      "1 2023-05-01, 2 2023-05-02", "1 2023-05-01, 2 2023-05-05", "1 2023-05-01, 2 2023-05-06",
      "1 2023-05-01, 2 2023-05-31")
    #expect(funnel[.contact].dwell.median == 4.5)
    #expect(funnel[.contact].dwell.mean == 10)
    #expect(funnel[.visit].openAges.count == 4)
  }

  @Test("Hold days are taken off, and it is said so")
  func hold() {
    let funnel = funnel(
      "1 2023-05-01, hold 2023-05-05, resume 2023-05-15, 2 2023-05-21, hold 2023-06-01",
      asOf: "2023-06-30")
    #expect(funnel[.contact].dwell.median == 10)
    #expect(funnel[.visit].openAges.max == 11)
    #expect(funnel.notes == [.holdDaysSubtracted(visits: 2, days: 39)])
    let undated = self.funnel("1 2023-05-01, hold unknown, resume 2023-05-15, 2 2023-05-21")
    #expect(undated[.contact].dwell.median == 20)
    #expect(undated.notes == [.undatedHolds(1)])
  }

  @Test("A hold that runs across a move shortens both visits")
  func holdAcrossMove() {
    let funnel = funnel(
      "1 2023-05-01, hold 2023-05-05, 2 2023-05-11, resume 2023-05-21, 3 2023-05-31")
    #expect(funnel[.contact].dwell.median == 4)
    #expect(funnel[.visit].dwell.median == 10)
  }

  @Test("Holds that overlap by their dates never take more than the visit has")
  func overlappingHolds() {
    let funnel = funnel(
      "1 2023-05-01, hold 2023-05-01, resume 2023-05-11, hold 2023-05-01, resume 2023-05-11, "
        + "2 2023-05-11")
    #expect(funnel[.contact].dwell.median == 0)
    #expect(funnel.notes == [.holdDaysSubtracted(visits: 1, days: 10)])
  }

  @Test("A visit ended by closing is neither completed nor open; reopened, it goes on")
  func closed() {
    let closed = funnel("1 2023-05-01, 2 2023-05-11, lost 2023-06-01")
    #expect(closed[.visit].dwell.count == 0)
    #expect(closed[.visit].open == 0)
    #expect(closed[.visit].openAges.count == 0)
    let reopened = funnel("1 2023-05-01, lost 2023-06-01, reopen 2023-07-01, 2 2023-07-10")
    #expect(reopened[.contact].dwell.median == 70)
  }

  @Test("Figures are per visit, or per project: cumulative, first pass or latest")
  func rules() {
    // Visit: 10 days, then 20, then a third that is open.
    let twice = "2 2023-05-01, 3 2023-05-11, 2 2023-05-12, 3 2023-06-01"
    let figures = DwellRule.allCases.map { funnel(twice, dwell: $0)[.visit].dwell.mean }
    #expect(figures == [15, 30, 10, 20])
    #expect(
      DwellRule.allCases.map { funnel(twice, dwell: $0)[.visit].dwell.count } == [2, 1, 1, 1])
    let again = twice + ", 2 2023-06-05"
    #expect(
      DwellRule.allCases.map { funnel(again, dwell: $0)[.visit].dwell.mean } == [15, nil, 10, nil])
  }

  @Test("A visit that ends before it begins by its dates gives no dwell, and is named")
  func reversed() {
    let funnel = funnel("1 2023-05-11, 2 2023-05-01, 3 2023-05-21")
    #expect(funnel[.contact].dwell.count == 0)
    #expect(funnel[.visit].dwell.median == 20)
    #expect(funnel.notes == [.visitsOutOfOrder(1)])
  }

  @Test("Lead time is from the first contact to the first signing")
  func leadTime() {
    let funnel = funnel(
      "1 2023-05-01, 4 2023-05-20, 1 2023-06-01, 6 2023-06-10, 5 2023-06-20, 6 2023-07-01",
      "2 2023-05-01, 6 2023-06-01", "1 2023-05, 6 2023-06-01")
    #expect(funnel.leadTime.count == 1)
    #expect(funnel.leadTime.median == 40)
  }

  @Test("A cohort holds whose first entry lies in the period; who has no date is in none, and told")
  func cohort() {
    let histories = (
      "1 2023-05-01, 2 2023-06-15", "1 2023-06-01, 2 2023-07-15",
      "1 2023-05-20, 2 2023-05-25, 1 2023-05-28, 2 2023-06-20", "1 unknown, 2 unknown"
    )
    func funnel(_ cohort: FunnelQuestion.Cohort) -> Funnel {
      self.funnel(histories.0, histories.1, histories.2, histories.3, cohort: cohort)
    }
    let june = Period(from: Day.of("2023-06-01"), to: Day.of("2023-06-30"))
    let started = funnel(.init(in: june))
    #expect(started.projects == [ProjectID(2)])
    #expect(started.notes.contains(.undatedInCohort(1)))
    // The third entered visit again in June; its first entry was in May.
    #expect(funnel(.init(enteredFirst: .visit, in: june)).projects == [ProjectID(1)])
    #expect(funnel(.init(enteredFirst: .signing, in: june)).population == 0)
  }

  @Test("A flow counts entries, so it may exceed the stock")
  func flow() {
    let june = Period(from: Day.of("2023-06-01"), to: Day.of("2023-06-30"))
    let funnel = funnel(
      "1 2023-05-01, 2 2023-06-01, 1 2023-06-05, 2 2023-06-10, 3 2023-07-01", "2 unknown",
      flow: june)
    #expect(funnel.stages.map(\.flow) == [1, 2, 0, 0, 0, 0])
    #expect(funnel.stages.map(\.undatedFlow) == [0, 1, 0, 0, 0, 0])
    #expect(funnel.population == 2)
  }
}

@Suite("The amounts in a funnel")
struct FunnelAmountTests {
  @Test("Sums are kept by currency, with how many are known")
  func byCurrency() {
    var fixture = PipelineFixture()
    fixture.draw("甲", "1 2023-05-01, 4 2023-06-01", [.amount: .amount(.of("1.6"))])
    fixture.draw("乙", "1 2023-05-01", [.amount: .amount(.of("0.4"))])
    fixture.draw("丙", "1 2023-05-01", [.amount: .amount(.of("2000", .wan, "USD"))])
    fixture.draw("丁", "1 2023-05-01", [.amount: .amount(.undisclosed)])
    fixture.draw("戊", "1 2023-05-01")
    let funnel = fixture.pipeline.funnel(FunnelQuestion(asOf: Day.of("2023-12-31")))
    let contact = funnel[.contact].amounts(.reachedAny)
    #expect([contact.known, contact.count, contact.undisclosed] == [3, 5, 1])
    #expect(contact.sums.map(\.currency.code) == ["CNY", "USD"])
    #expect(contact.sums.map(\.minor) == [20_000_000_000, 2_000_000_000])
    #expect(funnel[.contact].amounts(.advanced).sum(.yuan) == 16_000_000_000)
    #expect(funnel[.intent].amounts(.stock).sum(.yuan) == 16_000_000_000)
    #expect(funnel[.visit].amounts(.reachedThrough).known == 1)
    #expect(funnel[.signing].amounts(.reachedAny) == AmountTotals())
  }

  @Test("A sum that does not fit is left out and named; it never traps")
  func overflow() {
    var fixture = PipelineFixture()
    let most = Amount.of("92233720368547758.07", .one)
    fixture.draw("甲", "1 2023-05-01", [.amount: .amount(most)])
    fixture.draw("乙", "1 2023-05-01", [.amount: .amount(most)])
    fixture.draw("丙", "2 2023-05-01", [.amount: .amount(most)])
    let funnel = fixture.pipeline.funnel(FunnelQuestion(asOf: Day.of("2023-12-31")))
    let contact = funnel[.contact].amounts(.reachedAny)
    #expect(contact.overflowed == [.yuan])
    #expect(contact.sums == [])
    #expect(contact.known == 2)
    #expect(funnel[.visit].amounts(.reachedAny).sum(.yuan) == .max)
    #expect(funnel.notes.contains(.sumOverflow(.contact, .reachedAny, .yuan)))
    #expect(AmountTotals([most, most, .of("1"), nil]).overflowed == [.yuan])
  }

  @Test("A funnel obeys a filter")
  func filtered() {
    var fixture = PipelineFixture()
    fixture.draw("甲", "1 2023-05-01", [.owner: .text("张三")])
    fixture.draw("乙", "1 2023-05-01, lost 2023-06-01", [.owner: .text("张三")])
    fixture.draw("丙", "1 2023-05-01", [.owner: .text("李四")])
    let filter = Filter.parse("owner:张三", scope: .everything).filter
    let funnel = fixture.pipeline.funnel(
      FunnelQuestion(asOf: Day.of("2023-12-31")), passing: filter)
    #expect(funnel.projects == [ProjectID(1), ProjectID(2)])
    #expect(funnel.counts(.dropped) == [1, 0, 0, 0, 0, 0])
  }
}
