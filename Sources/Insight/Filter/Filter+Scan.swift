package import Pipeline

/// A filter being asked of very many projects.
///
/// What can be told from a glance and from the texts where they are kept takes no project apart.
struct FilterScan {
  private let filter: Filter
  private var finders: [TextFinder]
  /// Whether there are conditions that only the project itself can answer.
  private let asksMore: Bool

  /// - Parameter moment: Kept glances are of now: nil is returned for any other moment.
  init?(_ filter: Filter, at moment: Moment) {
    guard moment.cutoff == nil else { return nil }
    self.init(filter)
  }

  /// Asks at any moment, of projects whose standing at that moment is known.
  init(_ filter: Filter) {
    self.filter = filter
    finders = filter.words.map(TextFinder.init)
    asksMore = filter.clauses.contains { clause in
      switch clause {
      case .stage, .status: false
      case .kind, .text, .amount, .stale, .overdue, .next: true
      }
    }
  }

  /// Whether a project passes as it stands now; nil when it has to be looked at.
  mutating func verdict(on id: ProjectID, in pipeline: Pipeline) -> Bool? {
    guard let kept = pipeline.keptStanding(of: id) else { return nil }
    return verdict(on: id, kept.stage, kept.status, in: pipeline)
  }

  /// The same for a project that stood in a stage and a status at the moment asked for.
  mutating func verdict(
    on id: ProjectID, _ stage: Stage, _ status: Status.Kind, in pipeline: Pipeline
  ) -> Bool? {
    if filter.scope == .open, !status.isOpen { return false }
    for clause in filter.clauses {
      switch clause {
      case .stage(let mask): if mask & (1 << UInt8(stage.index)) == 0 { return false }
      case .status(let mask):
        if mask & Filter.mask([status], among: Status.Kind.allCases) == 0 { return false }
      case .kind, .text, .amount, .stale, .overdue, .next: break
      }
    }
    for index in finders.indices {
      if finders[index].query.isNumber(of: id) { continue }
      let isFound = pipeline.keptTexts(of: id) { text, place in
        finders[index].matches(text, sharedAt: place)
      }
      guard let isFound else { return nil }
      if !isFound { return false }
    }
    return asksMore ? nil : true
  }
}

extension Pipeline {
  /// The projects that pass a filter at a moment, by number.
  ///
  /// - Complexity: O(projects), but few are taken apart when the filter asks for text or stages.
  package func ids(passing filter: Filter, at moment: Moment) -> [ProjectID] {
    var scan = FilterScan(filter, at: moment)
    return projects.numbers.map(ProjectID.init).filter { id in
      if let passes = scan?.verdict(on: id, in: self) { return passes }
      return self[id].map { filter.matches($0, in: self, at: moment) } ?? false
    }
  }
}
