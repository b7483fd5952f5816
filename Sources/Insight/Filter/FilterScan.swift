package import Pipeline

/// A filter being asked of projects, which remembers what it has learnt of its words.
struct FilterScan {
  private let filter: Filter
  private let moment: Moment
  private var words: [TextFinder]
  /// For each clause, what looks for the texts it asks for.
  private var texts: [[TextFinder]]

  /// - Parameter isOnce: For one project, of which there is nothing to be remembered.
  init(_ filter: Filter, at moment: Moment, isOnce: Bool = false) {
    self.filter = filter
    self.moment = moment
    func finder(_ query: TextQuery) -> TextFinder { TextFinder(query, remembers: !isOnce) }
    words = filter.words.map(finder)
    texts = filter.clauses.map { clause in
      if case .text(_, let wanted) = clause { wanted.queries.map(finder) } else { [] }
    }
  }

  /// Whether a project passes that stood so at the moment asked for.
  ///
  /// What is told soonest is asked first.
  mutating func passes(
    _ project: some ProjectReading, _ standing: StandingFigures, in pipeline: Pipeline
  ) -> Bool {
    if filter.scope == .open, !standing.status.isOpen { return false }
    for clause in filter.clauses where !fits(clause, project, standing, pipeline) { return false }
    for index in words.indices {
      if words[index].query.isNumber(of: project.id) { continue }
      let isFound = project.hasText(in: pipeline) { words[index].matches($1) }
      if !isFound { return false }
    }
    for (index, clause) in filter.clauses.enumerated() {
      if case .text(let key, let wanted) = clause,
        !Self.fits(key, wanted, &texts[index], project, pipeline)
      {
        return false
      }
    }
    return true
  }

  private func fits(
    _ clause: Filter.Clause, _ project: some ProjectReading, _ standing: StandingFigures,
    _ pipeline: Pipeline
  ) -> Bool {
    switch clause {
    case .stage(let mask): mask & (1 << UInt8(standing.stage.index)) != 0
    case .status(let mask): mask & Filter.mask([standing.status], among: Status.Kind.allCases) != 0
    case .kind(let mask): mask & Filter.mask([project.kind], among: ProjectKind.allCases) != 0
    case .text: true
    case .amount(let tests): tests.contains { $0.fits(project.amountFigure) }
    case .next(let wanted): project.hasNextStep == wanted
    case .overdue(let wanted): (project.overdueDays(standing, on: moment.day) != nil) == wanted
    case .stale(let wanted):
      project.isStale(standing, by: filter.thresholds, at: moment, in: pipeline) == wanted
    }
  }

  private static func fits(
    _ key: Filter.TextKey, _ wanted: Filter.TextAlternatives, _ finders: inout [TextFinder],
    _ project: some ProjectReading, _ pipeline: Pipeline
  ) -> Bool {
    var hasAny = false
    let isFound = project.hasText(in: pipeline) { part, text in
      guard part == key.part else { return false }
      hasAny = true
      for index in finders.indices where finders[index].matches(text) { return true }
      return false
    }
    return isFound || (!hasAny && wanted.allowsNone)
  }
}

extension Filter.TextKey {
  fileprivate var part: TextPart {
    switch self {
    case .owner: .owner
    case .lead: .lead
    case .cluster: .cluster
    case .industry: .industry
    case .tag: .tag
    }
  }
}

extension TextQuery {
  /// Whether the word is a project's number, as `#27`.
  func isNumber(of id: ProjectID) -> Bool {
    guard scalars[0] == 0x23, scalars.count > 1 else { return false }
    var number: UInt32 = 0
    for digit in scalars.dropFirst() {
      guard digit >= 0x30, digit <= 0x39, number <= 400_000_000 else { return false }
      number = number * 10 + (digit - 0x30)
    }
    return number == id.number
  }
}

extension Pipeline {
  /// The projects that pass a filter at a moment, by number.
  ///
  /// - Complexity: O(projects), and what the filter asks of each; of those asleep none is woken.
  package func ids(passing filter: Filter, at moment: Moment) -> [ProjectID] {
    var passing = Passing(pipeline: self, moment: moment, scan: FilterScan(filter, at: moment))
    for number in projects.numbers { show(ProjectID(number), to: &passing) }
    return passing.ids
  }
}

private struct Passing: ProjectVisitor {
  let pipeline: Pipeline
  let moment: Moment
  var scan: FilterScan
  var ids: [ProjectID] = []

  mutating func visit(_ project: some ProjectReading) {
    guard let standing = project.figures(asOf: moment.cutoff, in: pipeline),
      scan.passes(project, standing, in: pipeline)
    else { return }
    ids.append(project.id)
  }
}
