internal import Insight
internal import Pipeline
internal import Wording

// What the year asks for, and how far it has been met.
extension ReportWriter {
  /// Every target of the year with a bar, the best first where units are ranked.
  mutating func writeTargets(isRanked: Bool = false) {
    let year = question.last.civil.year
    var progress = pipeline.targetProgress(at: question.moment, year: year)
    if isRanked { progress.sort { ($0.share ?? -1) > ($1.share ?? -1) } }
    var bars: [Report.Chart.Bar] = []
    var rows: [[String]] = []
    var finder = TargetEvidenceFinder(pipeline, at: question.moment)
    let ranks = Ranks(progress)
    for item in progress {
      let target = item.target
      let whose = [target.unit, target.cluster].compactMap { $0 }
      let whom = whose.isEmpty ? words.report(.everybody) : words.list(whose)
      let measure = words.name(target.measure)
      let (actual, known) = reached(item.actual)
      var row = [
        whom, measure, words.targetValue(target), actual, known, words.share(item.share),
      ]
      if isRanked {
        // Ranked among those that are to reach the same, equal shares alike.
        row.insert(ranks.rank(of: item), at: 0)
      }
      rows.append(row)
      bars.append(
        Report.Chart.Bar(
          label: whom + words.say("，", ", ") + measure,
          values: [item.share.map { Int(($0 * 100).rounded()) } ?? 0],
          note: "\(actual) / \(words.targetValue(target))"))
      let records = records(finder.evidence(of: target))
      source(
        "\(year) \(whom) \(measure)", count(item.actual) ?? records.count, records)
    }
    var columns = [
      text(.unit), text(.measure), number(.targetValue), number(.actual), number(.amountsKnown),
      number(.share),
    ]
    if isRanked { columns.insert(number(.rank), at: 0) }
    guard !rows.isEmpty else {
      section(.targets, .paragraph(words.none))
      return
    }
    section(
      .targets, .paragraph(words.yearElapsed(question.moment.day, of: year)),
      .chart(
        Report.Chart(
          kind: .progress, title: words.report(.targets), series: [words.report(.share)],
          bars: bars)),
      .table(Report.Grid(columns, rows)))
  }

  /// Every cluster with what stands in it, beside what it is to come to.
  mutating func writeClusters() {
    let scale = pipeline.targetProgress(at: question.moment, year: question.last.civil.year)
      .filter { $0.target.measure == .scale && $0.target.unit == nil }
    let goals = Dictionary(
      scale.map { ($0.target.cluster, $0) }, uniquingKeysWith: { first, _ in first })
    let open = Dictionary(
      grouping: pipeline.projects.filter {
        $0.standing(asOf: question.moment.cutoff)?.status.isOpen ?? false
      }, by: \.cluster)
    var rows: [[String]] = []
    for standing in pipeline.clusterStandings(at: question.moment) {
      let name = standing.cluster?.name
      let shown = name ?? words.counterKey(.none)
      let goal = name.flatMap { goals[$0] }
      rows.append([
        shown, "\(standing.projects)", words.sums(standing.amounts), "\(standing.started)",
        goal.map { words.targetValue($0.target) } ?? standing.cluster?.target ?? "—",
        words.share(goal?.share),
      ])
      source(
        shown + words.say("，", ", ") + words.report(.underWay), standing.projects,
        (open[name] ?? []).map(recordWithAmount))
    }
    table(
      .clusters,
      [
        text(.cluster), number(.underWay), number(.amount), number(.startsSoFar),
        text(.targetValue), number(.share),
      ], rows)
  }

  private func reached(_ actual: TargetProgress.Actual) -> (String, known: String) {
    switch actual {
    case .count(let count): return ("\(count)", "")
    case .amounts(let totals):
      let sums = totals.sums.map { words.sum($0.minor, $0.currency) }
      return (
        sums.isEmpty ? "—" : sums.joined(separator: "+"),
        words.coverage(totals.known, of: totals.count)
      )
    }
  }

  private func count(_ actual: TargetProgress.Actual) -> Int? {
    if case .count(let count) = actual { count } else { nil }
  }

  private func records(_ evidence: TargetEvidence) -> [String] {
    switch evidence {
    case .projects(let projects): projects.map(recordWithAmount)
    case .contacts(let lines): lines.map(record)
    case .milestones(let facts): facts.map(record)
    }
  }

  func recordWithAmount(_ project: Project) -> String {
    name(project.id) + (project.amount.map { " " + words.amount($0) } ?? "")
  }

  func record(_ facts: Milestone.Facts) -> String {
    let about = facts.subject ?? facts.name ?? facts.cluster
    let whom = facts.projects.isEmpty ? about ?? "" : names(facts.projects)
    return words.date(facts.on) + " " + words.milestoneLine(facts)
      + (whom.isEmpty ? "" : " " + whom)
  }
}

/// The places of targets among those that ask for the same, equal shares alike.
private struct Ranks {
  /// The shares of each measure, the best first.
  private var shares: [Target.Measure: [Double]] = [:]
  private var firsts: [Target.Measure: [Double: Int]] = [:]

  init(_ progress: [TargetProgress]) {
    for item in progress { shares[item.target.measure, default: []].append(item.share ?? -1) }
    for (measure, all) in shares {
      for (place, share) in all.sorted(by: >).enumerated() where firsts[measure]?[share] == nil {
        firsts[measure, default: [:]][share] = place
      }
    }
  }

  /// `2/7`; a dash where nothing can be said.
  func rank(of item: TargetProgress) -> String {
    let measure = item.target.measure
    guard let share = item.share, let better = firsts[measure]?[share] else { return "—" }
    return "\(better + 1)/\(shares[measure]?.count ?? 0)"
  }
}
