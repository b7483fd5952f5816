package import Pipeline

/// The pipeline as it stood on a past day, or stands today without what is dated later, kept so that the next day asked for costs what happened in
/// between.
///
/// Of each project it knows between which days nothing happens to it. A step to another day asks the
/// projects to which something did happen, and takes the others as they are: what grows day by day,
/// such as ages, follows from a number or two each. It answers what ``Pipeline/snapshot(at:passing:)``,
/// ``Pipeline/funnel(_:passing:)``, ``Pipeline/trend(_:passing:)`` and ``Pipeline/contacts(_:_:)``
/// answer as of its day, to the last figure.
package struct Hindsight: Sendable {
  /// What the board's columns are filtered by; nil for all open cards.
  package let filter: Filter?
  package let thresholds: StaleThresholds
  /// The last event of the pipeline it was made of.
  package let version: SequenceNumber
  package private(set) var cutoff: Cutoff
  package var day: Day { cutoff.day }

  var rows: HindsightRows
  var board = AmountLedger(slots: Stage.allCases.count)
  var funnel: HindsightFunnel?
  var trend: TrendTally?
  var contacts: HindsightContacts?
  /// The filter of the funnel, of everybody who passes whether closed or not.
  let everyone: Filter?

  /// The pipeline as it stands up to a cut-off.
  ///
  /// - Parameters:
  ///   - filter: One that ``canFollow(_:)``.
  ///   - question: A funnel that will be asked for, of the same cut-off: counted with the rest.
  ///   - monthly: A trend that will be asked for, likewise.
  /// - Complexity: O(entries, changes of status and activities of all projects).
  package init(
    _ pipeline: Pipeline, at cutoff: Cutoff, passing filter: Filter?, _ thresholds: StaleThresholds,
    counting question: FunnelQuestion? = nil, _ monthly: TrendQuestion? = nil
  ) {
    self.filter = filter
    self.thresholds = thresholds
    self.cutoff = cutoff
    version = pipeline.version
    everyone = filter.map { filter in
      var wide = filter
      wide.scope = .everything
      return wide
    }
    let last = Int(pipeline.projects.lastNumber)
    rows = HindsightRows(upTo: last)
    var funnel = question.map { HindsightFunnel($0, upTo: last) }
    var trend = monthly.map(TrendTally.init)
    var course = Course()
    var scan = everyone.map { FilterScan($0) }
    for number in pipeline.projects.numbers
    where pipeline.follow(ProjectID(number), into: &course) {
      let (due, amount) = pipeline.dueAndAmount(of: course.id)
      rows.begin(course, due: due)
      settle(course, amount, &scan, in: pipeline)
      if rows.standing[Int(number)].passes {
        funnel?.change(course, amount, from: nil, to: cutoff)
        trend?.add(course)
      }
    }
    self.funnel = funnel
    self.trend = trend
  }

  /// Whether a project passes a filter for as long as nothing happens to it; what asks for ages does
  /// not.
  package static func canFollow(_ filter: Filter?) -> Bool {
    filter?.clauses.allSatisfy { clause in
      switch clause {
      case .stale, .overdue: false
      case .stage, .status, .kind, .text, .amount, .next: true
      }
    } ?? true
  }

  /// Goes to another day.
  ///
  /// - Parameter pipeline: The one it was made of.
  /// - Complexity: O(what happened to projects in between), and a few nanoseconds a project.
  package mutating func look(at cutoff: Cutoff, in pipeline: Pipeline) {
    let before = self.cutoff
    guard cutoff != before else { return }
    self.cutoff = cutoff
    trend?.question.cutoff = cutoff
    var course = Course()
    var scan = everyone.map { FilterScan($0) }
    var turned: Set<ProjectID> = []
    for index in rows.changed(by: day) {
      let id = ProjectID(UInt32(index))
      guard pipeline.follow(id, into: &course) else { continue }
      let old = rows.standing[index]
      let amount = pipeline.amount(of: id)
      if let stage = old.stage { board.add(board.entry(amount), to: stage.index, times: -1) }
      settle(course, amount, &scan, in: pipeline)
      let new = rows.standing[index]
      if old.admitsContacts != new.admitsContacts { turned.insert(id) }
      funnel?.change(
        course, amount, from: old.passes ? before : nil, to: new.passes ? cutoff : nil)
      trend?.change(course, from: old.passes ? before : nil, isIn: new.passes)
    }
    contacts?.look(at: cutoff, from: before, turned: turned, rows, in: pipeline)
  }

  /// Works out a project on the day, and adds it to its column.
  private mutating func settle(
    _ course: borrowing Course, _ amount: Glance.AmountGlance, _ scan: inout FilterScan?,
    in pipeline: Pipeline
  ) {
    var standing = HindsightRows.State()
    if let last = course.lastEntry(asOf: cutoff) {
      let stage = course.entries[last].stage
      let status = course.status(asOf: cutoff)
      standing.passes = passes(course.id, stage, status, &scan, in: pipeline)
      standing.isOpen = status.isOpen
      standing.isOngoing = status == .ongoing
      if standing.passes, status.isOpen || filter?.scope == .everything { standing.stage = stage }
    }
    let isRemoved = course.lastChange(asOf: cutoff).map { course.changes[$0].isRemoved } ?? false
    standing.admitsContacts = !isRemoved && (filter == nil || standing.passes)
    rows.settle(course, as: standing, at: cutoff, thresholds)
    if let stage = standing.stage { board.add(board.entry(amount), to: stage.index, times: 1) }
  }

  private func passes(
    _ id: ProjectID, _ stage: Stage, _ status: Status.Kind, _ scan: inout FilterScan?,
    in pipeline: Pipeline
  ) -> Bool {
    guard let everyone else { return true }
    return scan?.verdict(on: id, stage, status, in: pipeline)
      ?? pipeline[id].map { everyone.matches($0, in: pipeline, at: .upTo(cutoff)) } ?? false
  }
}

extension Pipeline {
  /// When a project's next step is due, and its amount, as they are today.
  fileprivate func dueAndAmount(of id: ProjectID) -> (due: Day?, amount: Glance.AmountGlance) {
    if let kept = keptGlance(at: id) { return (kept.due, kept.amount) }
    guard let project = self[id] else { return (nil, .missing) }
    return (project.next?.due, Glance.AmountGlance(project.amount))
  }
}
