package import Pipeline

/// The funnel's figures as they stood on a past day, kept so that the next day asked for costs what
/// happened in between.
///
/// Of each project it knows between which days nothing happens to it. A step to another day asks the
/// projects to which something did happen, and takes the others as they are: what grows day by day,
/// such as ages, follows from a number or two each. It answers what ``Pipeline/funnel(_:passing:)``,
/// ``Pipeline/trend(_:passing:)`` and ``Pipeline/contacts(_:_:)`` answer as of its day, to the last
/// figure, where those take a tenth of a second for a hundred thousand projects.
package struct Hindsight: Sendable {
  /// Who is counted; nil for everybody.
  package let filter: Filter?
  /// The last event of the pipeline it was made of.
  package let version: SequenceNumber
  package private(set) var cutoff: Cutoff
  package var day: Day { cutoff.day }

  var rows: HindsightRows
  var funnel: HindsightFunnel
  var trend: TrendTally
  var contacts: HindsightContacts?

  /// The figures up to a cut-off.
  ///
  /// - Parameters:
  ///   - filter: One that ``canFollow(_:)``.
  ///   - question: A funnel of the same cut-off.
  ///   - monthly: A trend, likewise.
  /// - Complexity: O(entries and changes of status of all projects).
  package init(
    _ pipeline: Pipeline, at cutoff: Cutoff, passing filter: Filter?,
    counting question: FunnelQuestion, _ monthly: TrendQuestion
  ) {
    self.filter = filter
    self.cutoff = cutoff
    version = pipeline.version
    let last = Int(pipeline.projects.lastNumber)
    rows = HindsightRows(upTo: last)
    funnel = HindsightFunnel(question, upTo: last)
    trend = TrendTally(monthly)
    var settling = Settling(pipeline, at: cutoff, passing: filter, rows)
    for number in pipeline.projects.numbers {
      pipeline.show(ProjectID(number), to: &settling)
      guard let (id, history, amount) = settling.found, settling.rows.standing[Int(number)].passes
      else { continue }
      funnel.change(id, history, amount, from: nil, to: cutoff)
      trend.add(id, history)
    }
    rows = settling.rows
  }

  /// Whether a project passes a filter for as long as nothing happens to it; what asks for ages does
  /// not.
  package static func canFollow(_ filter: Filter?) -> Bool {
    filter?.conditions.allSatisfy { condition in
      switch condition.clause {
      case .stale, .overdue, .days: false
      case .number, .stage, .status, .kind, .text, .amount, .date, .next: true
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
    trend.question.cutoff = cutoff
    var settling = Settling(pipeline, at: cutoff, passing: filter, rows)
    var turned: Set<ProjectID> = []
    for index in rows.changed(by: day) {
      pipeline.show(ProjectID(UInt32(index)), to: &settling)
      guard let (id, history, amount) = settling.found else { continue }
      let (old, new) = (rows.standing[index], settling.rows.standing[index])
      if old.admitsContacts != new.admitsContacts { turned.insert(id) }
      funnel.change(
        id, history, amount, from: old.passes ? before : nil, to: new.passes ? cutoff : nil)
      trend.change(id, history, from: old.passes ? before : nil, isIn: new.passes)
    }
    rows = settling.rows
    contacts?.look(at: cutoff, from: before, turned: turned, rows, in: pipeline)
  }
}

/// Works projects out on a day.
private struct Settling: ProjectVisitor {
  private let pipeline: Pipeline
  private let cutoff: Cutoff
  private var scan: FilterScan?
  private(set) var rows: HindsightRows
  /// The last one that was worked out; nil when there was none.
  private(set) var found: (id: ProjectID, StageHistory, AmountFigure)?

  init(_ pipeline: Pipeline, at cutoff: Cutoff, passing filter: Filter?, _ rows: HindsightRows) {
    self.pipeline = pipeline
    self.cutoff = cutoff
    self.rows = rows
    scan = filter.map { FilterScan($0, at: .upTo(cutoff)) }
  }

  mutating func visit(_ project: some ProjectReading) {
    let history = project.history(in: pipeline)
    var state = HindsightRows.State()
    if let standing = history.figures(asOf: cutoff) {
      state.passes = scan?.passes(project, standing, in: pipeline) ?? true
    }
    state.admitsContacts =
      !history.isRemoved(asOf: cutoff) && (scan == nil || state.passes)
    rows.settle(project.id, history, as: state, at: cutoff)
    found = (project.id, history, project.amountFigure)
  }
}
