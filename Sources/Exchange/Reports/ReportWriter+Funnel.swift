internal import Insight
internal import Pipeline
internal import Wording

extension ReportWriter {
  /// Stock and new by stage, with how many went on, by a method that is printed.
  mutating func writeFunnel() {
    let funnel = facts.funnel
    let method = question.method
    var rows: [[String]] = []
    var bars: [Report.Chart.Bar] = []
    let entries = facts.entries(question.period)
    var undated = 0
    for stage in Stage.allCases {
      let figures = funnel[stage]
      let new = entries.filter { $0.entry.stage == stage }
      undated += figures.undatedFlow
      let name = words.stage(stage)
      let count = funnel.count(stage, by: method)
      let rate = words.share(funnel.rate(stage, by: method))
      rows.append([
        name, "\(figures.count(.stock))", "\(new.count)", "\(count)",
        "\(figures.count(.advanced))", "\(figures.count(.still))", "\(figures.count(.dropped))",
        rate, words.medianDays(figures.dwell), words.sums(figures.amounts(.stock)),
      ])
      bars.append(Report.Chart.Bar(label: name, values: [count], note: rate))
      let sets: [(String, FunnelSet)] = [
        (words.report(.stock), .stock), (words.funnelColumn(.reached), method.set),
        (words.funnelColumn(.advanced), .advanced), (words.funnelColumn(.still), .still),
        (words.funnelColumn(.dropped), .dropped),
      ]
      for (label, set) in sets {
        let projects = funnel.projects(set, at: stage)
        source(name + words.say("，", ", ") + label, projects.count, projects.map(self.name))
      }
      source(name + words.say("，", ", ") + words.report(.new), new.count, new.map(record))
    }
    let grid = Report.Grid(
      [
        text(.stage), number(.stock), number(.new), .number(words.funnelColumn(.reached)),
        .number(words.funnelColumn(.advanced)), .number(words.funnelColumn(.still)),
        .number(words.funnelColumn(.dropped)), .number(words.funnelColumn(.rate)),
        .number(words.funnelColumn(.dwell)), .number(words.report(.amount)),
      ], rows)
    section(
      .funnel, .paragraph(words.methodRule(method)),
      .chart(
        Report.Chart(
          kind: .funnel, title: words.report(.funnel), series: [words.funnelColumn(.reached)],
          bars: bars)),
      .table(grid), .paragraph(words.funnelTotal(funnel)))
    source(words.overallLabel, funnel.signed, funnel.projects(.signed).map(name))
    report.notes += funnel.notes.map(words.funnelNote)
    if undated > 0 { report.notes.append(words.undatedEntries(undated)) }
  }

  /// The stock of each stage and what was signed, group by group.
  mutating func writeGroups() {
    guard let grouping = question.grouping else { return }
    let asked = FunnelQuestion(at: question.moment)
    let rows = pipeline.funnels(by: grouping, asked, passing: question.filter)
    table(
      .groups,
      [.text(words.grouping(grouping)), number(.count)]
        + Stage.allCases.map { .number(words.stage($0)) }
        + [.number(words.overallLabel), number(.amount)],
      rows.map { row in
        let funnel = row.funnel
        let name = words.groupName(row.key, grouping)
        source(name, funnel.population, funnel.projects.map(self.name))
        let stock = Stage.allCases.map { "\(funnel[$0].count(.stock))" }
        let sums = AmountTotals(funnel.projects.map { pipeline[$0]?.amount })
        return [name, "\(funnel.population)"] + stock
          + [words.share(funnel.overall), words.sums(sums)]
      })
  }

  /// Contacts of the six months up to the period's last.
  mutating func writeMonths() {
    var months: [(first: Day, last: Day)] = []
    var first = question.last.adding(1 - question.last.civil.day)
    for _ in 0..<6 {
      let (year, month, _) = first.civil
      months.insert(
        (first, first.adding(Day.length(ofMonth: month, year: year) - 1)), at: 0)
      first = first.adding(-1)
      first = first.adding(1 - first.civil.day)
    }
    var bars: [Report.Chart.Bar] = []
    var rows: [[String]] = []
    for month in months {
      let period = Period(from: month.first, to: month.last)
      let label = String(month.first.description.dropLast(3))
      var counts: [Int] = []
      for direction in ActivityKind.Direction.allCases {
        let lines = facts.contacts(period, direction)
        let count = UnitWork.times(lines)
        counts.append(count)
        source(
          label + " " + words.direction(direction), count, lines.map(record))
      }
      rows.append([label] + (counts + [counts.reduce(0, +)]).map(String.init))
      bars.append(Report.Chart.Bar(label: label, values: counts, note: ""))
    }
    let names = ActivityKind.Direction.allCases.map { words.direction($0) }
    let grid = Report.Grid(
      [text(.month)] + names.map { .number($0) } + [.number(words.total)], rows)
    section(
      .byMonth,
      .chart(
        Report.Chart(
          kind: .columns, title: words.report(.byMonth), series: names, bars: bars)),
      .table(grid))
  }
}
