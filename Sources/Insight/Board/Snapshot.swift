package import Pipeline

/// The six columns of the board under a filter, now or as of a day, and what their heads say.
package struct Snapshot: Hashable, Sendable {
  /// By `Stage.index`, from top to bottom.
  package fileprivate(set) var columns: [[ProjectID]]
  /// By `Stage.index`.
  package fileprivate(set) var totals: [AmountTotals]
  /// What is late, by `Stage.index`.
  fileprivate var lateness: [LateCounts]
  package let moment: Moment
  package let order: BoardOrder

  /// A board without cards.
  package static func empty(at moment: Moment) -> Snapshot {
    let stages = Stage.allCases
    return Snapshot(
      columns: stages.map { _ in [] }, totals: stages.map { _ in AmountTotals() },
      lateness: stages.map { _ in LateCounts() }, moment: moment, order: .byHand)
  }

  package func column(_ stage: Stage) -> [ProjectID] { columns[stage.index] }
  package func totals(_ stage: Stage) -> AmountTotals { totals[stage.index] }
  /// What is late in a stage.
  package func late(_ stage: Stage) -> LateCounts { lateness[stage.index] }
  /// How many cards there are in all columns.
  package var count: Int { columns.reduce(0) { $0 + $1.count } }
  /// What is late in all columns.
  package var late: LateCounts {
    lateness.reduce(into: LateCounts()) { $0.add($1) }
  }
}

extension Pipeline {
  /// The columns of the board, their sums, and what is late in them: one pass over the projects.
  ///
  /// Cards stand in the order asked for. By hand those that are not in their column today, because the
  /// moment is another one or because the filter asks for closed projects, follow by number.
  ///
  /// - Parameters:
  ///   - filter: Nil for all open cards.
  ///   - thresholds: What is stale.
  ///   - order: Of the cards in a column.
  ///   - wider: The columns at the same moment of a filter that everybody passes who passes this one;
  ///     nil looks at all projects.
  /// - Complexity: O(projects, or cards in the wider columns), and what the filter asks of each.
  package func snapshot(
    at moment: Moment, passing filter: Filter? = nil, thresholds: StaleThresholds = .standard,
    in order: BoardOrder = .byHand, among wider: [[ProjectID]]? = nil
  ) -> Snapshot {
    var count = BoardCount(self, at: moment, passing: filter, thresholds)
    if let wider {
      // By number, because that is how records lie: the order of the columns jumps about among them.
      for id in wider.joined().sorted() { show(id, to: &count) }
    } else {
      for number in projects.numbers { show(ProjectID(number), to: &count) }
    }
    let isWhole = filter == nil && moment.cutoff == nil
    let cards = isWhole ? columns : count.columns(in: wider ?? columns, hasAll: wider != nil)
    return Snapshot(
      columns: order == .byHand ? cards : cards.map(count.lateFirst), totals: count.totals,
      lateness: count.late, moment: moment, order: order)
  }
}

extension Snapshot {
  /// Counts columns anew in which something has changed; for all open cards as they stand now.
  ///
  /// - Complexity: O(cards in the columns).
  package mutating func renew(
    _ stages: [Stage], of pipeline: Pipeline, thresholds: StaleThresholds
  ) {
    for stage in stages {
      var count = BoardCount(pipeline, at: moment, passing: nil, thresholds)
      let cards = pipeline.column(stage)
      for id in cards { pipeline.show(id, to: &count) }
      columns[stage.index] = order == .byHand ? cards : count.lateFirst(cards)
      totals[stage.index] = count.totals[stage.index]
      lateness[stage.index] = count.late[stage.index]
    }
  }
}

/// The board being counted, project by project.
private struct BoardCount: ProjectVisitor {
  private let pipeline: Pipeline
  private let moment: Moment
  private let thresholds: StaleThresholds
  private var scan: FilterScan?
  private var amounts = AmountLedger(slots: Stage.allCases.count)
  /// By `Stage.index`.
  private(set) var late = Array(repeating: LateCounts(), count: Stage.allCases.count)
  /// By number: the number of the stage a card stands in; 0 for one that is not shown.
  private var shown: [UInt8]
  /// By number: what is wrong with a card that is shown.
  private var urgency: [UInt8]
  /// Those shown that stand elsewhere today, or nowhere.
  private var moved: [ProjectID] = []

  init(
    _ pipeline: Pipeline, at moment: Moment, passing filter: Filter?, _ thresholds: StaleThresholds
  ) {
    self.pipeline = pipeline
    self.moment = moment
    self.thresholds = thresholds
    scan = filter.map { FilterScan($0, at: moment) }
    shown = Array(repeating: 0, count: Int(pipeline.projects.lastNumber) + 1)
    urgency = shown
  }

  mutating func visit(_ project: some ProjectReading) {
    guard let standing = project.figures(asOf: moment.cutoff, in: pipeline),
      scan?.passes(project, standing, in: pipeline) ?? standing.status.isOpen
    else { return }
    let stage = standing.stage
    shown[Int(project.id.number)] = stage.rawValue
    amounts.add(amounts.entry(project.amountFigure), to: stage.index, times: 1)
    if let lateness = pipeline.lateness(
      of: project, standing, at: moment, thresholds: thresholds)
    {
      late[stage.index].add(lateness)
      urgency[Int(project.id.number)] = lateness.isOverdue ? 2 : lateness.isStale ? 1 : 0
    }
    if !project.statusKind.isOpen || project.stage != stage { moved.append(project.id) }
  }

  /// The overdue cards, then the stale ones, then the rest, each as they stood.
  func lateFirst(_ cards: [ProjectID]) -> [ProjectID] {
    var parts: [[ProjectID]] = [[], [], []]
    for id in cards { parts[2 - Int(urgency[Int(id.number)])].append(id) }
    return parts[0] + parts[1] + parts[2]
  }

  var totals: [AmountTotals] { Stage.allCases.map { amounts.totals($0.index) } }

  /// The cards shown in the order of other columns.
  ///
  /// - Parameter hasAll: Whether the others hold every card shown; else those that moved follow.
  func columns(in others: [[ProjectID]], hasAll: Bool) -> [[ProjectID]] {
    var columns = Stage.allCases.map { stage in
      others[stage.index].filter { shown[Int($0.number)] == stage.rawValue }
    }
    if !hasAll {
      for id in moved { columns[Int(shown[Int(id.number)]) - 1].append(id) }
    }
    return columns
  }
}
