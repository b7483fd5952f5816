package import Pipeline

/// A filter being asked of projects, which remembers what it has learnt of its words.
struct FilterScan {
  private let filter: Filter
  private let moment: Moment
  private var words: [TextFinder]
  private var excludedWords: [TextFinder]
  /// For each condition, what looks for the texts it asks for.
  private var texts: [ValueFinder?]

  /// - Parameter isOnce: For one project, of which there is nothing to be remembered.
  init(_ filter: Filter, at moment: Moment, isOnce: Bool = false) {
    self.filter = filter
    self.moment = moment
    func finder(_ query: TextQuery) -> TextFinder { TextFinder(query, remembers: !isOnce) }
    words = filter.words.map(finder)
    excludedWords = filter.excludedWords.map(finder)
    texts = filter.conditions.map { condition in
      guard case .text(_, let wanted) = condition.clause else { return nil }
      return ValueFinder(wanted.texts, remembers: !isOnce)
    }
  }

  /// Whether a project passes that stood so at the moment asked for.
  ///
  /// What is told soonest is asked first.
  mutating func passes(
    _ project: some ProjectReading, _ standing: StandingFigures, in pipeline: Pipeline
  ) -> Bool {
    if filter.scope == .open, !standing.status.isOpen { return false }
    for condition in filter.conditions {
      guard let holds = holds(condition.clause, project, standing, pipeline) else { continue }
      if holds == condition.isExcluded { return false }
    }
    for index in words.indices {
      if words[index].query.isNumber(of: project.id) { continue }
      let isFound = project.hasText(in: pipeline) { words[index].matches($1) }
      if !isFound { return false }
    }
    for index in excludedWords.indices {
      if excludedWords[index].query.isNumber(of: project.id) { return false }
      let isFound = project.hasText(in: pipeline) { excludedWords[index].matches($1) }
      if isFound { return false }
    }
    for (index, condition) in filter.conditions.enumerated() {
      guard case .text(let field, let wanted) = condition.clause, var finder = texts[index] else {
        continue
      }
      let holds = Self.holds(field, wanted, &finder, project, pipeline)
      texts[index] = finder
      if holds == condition.isExcluded { return false }
    }
    return true
  }

  /// Whether a condition holds; nil for one on texts, which are looked at last.
  private func holds(
    _ clause: Filter.Clause, _ project: some ProjectReading, _ standing: StandingFigures,
    _ pipeline: Pipeline
  ) -> Bool? {
    switch clause {
    case .number(let numbers): numbers.contains(project.id.number)
    case .stage(let mask): mask & (1 << UInt8(standing.stage.index)) != 0
    case .status(let mask): mask & standing.statusBit != 0
    case .kind(let mask): mask & Filter.mask([project.kind], among: ProjectKind.allCases) != 0
    case .text: nil
    case .amount(.amount, let tests): tests.contains { $0.fits(project.amountFigure) }
    case .amount(let field, let tests):
      tests.contains { $0.fits(pipeline[project.id].figure(of: field)) }
    case .date(let key, let tests):
      tests.contains { $0.fits(date(key, of: project, pipeline)) }
    case .days(.inStage, let tests):
      Self.fits(standing.entered(by: moment.day).map { moment.day.days(since: $0) }, tests)
    case .days(.idle, let tests):
      Self.fits(
        (project.active(by: moment.day, in: pipeline) ?? standing.entered(by: moment.day))
          .map { moment.day.days(since: $0) }, tests)
    case .next(let wanted): project.hasNextStep == wanted
    case .overdue(let wanted): (project.overdueDays(standing, on: moment.day) != nil) == wanted
    case .stale(let wanted):
      project.isStale(standing, by: filter.thresholds, at: moment, in: pipeline) == wanted
    }
  }

  private static func fits(_ days: Int?, _ tests: [ClosedRange<Int>]) -> Bool {
    days.map { days in tests.contains { $0.contains(days) } } ?? false
  }

  private func date(
    _ key: Filter.DateKey, of project: some ProjectReading, _ pipeline: Pipeline
  ) -> BusinessDate? {
    switch key {
    case .due: return project.nextDue.map(BusinessDate.day)
    case .entered: return pipeline[project.id]?.entries.first?.on
    case .field(let field):
      guard case .date(let date)? = pipeline[project.id]?[field] else { return nil }
      return date
    }
  }

  private static func holds(
    _ field: Field, _ wanted: Filter.TextAlternatives, _ finder: inout ValueFinder,
    _ project: some ProjectReading, _ pipeline: Pipeline
  ) -> Bool {
    var hasAny = false
    var isFound = false
    if let part = field.part {
      isFound = project.hasText(in: pipeline) { which, text in
        guard which == part else { return false }
        hasAny = true
        return finder.matches(text)
      }
    } else {
      for text in pipeline[project.id]?.texts(of: field) ?? [] {
        hasAny = true
        if finder.matches(text) {
          isFound = true
          break
        }
      }
    }
    return isFound || (hasAny ? wanted.allowsAny : wanted.allowsNone)
  }
}

extension StandingFigures {
  /// Its bit among those of `Filter.Clause.status`.
  fileprivate var statusBit: UInt16 {
    let all = Status.Kind.allCases
    let bit = UInt16(Filter.mask([status], among: all))
    return stage.next == nil ? bit << all.count : bit
  }
}

extension Project? {
  fileprivate func figure(of field: Field) -> AmountFigure {
    guard case .amount(let amount)? = self?[field] else { return .missing }
    return AmountFigure(amount)
  }
}

extension Filter.AmountTest {
  func fits(_ amount: AmountFigure) -> Bool {
    switch (self, amount) {
    case (.missing, .missing), (.undisclosed, .undisclosed), (.present, .known),
      (.present, .undisclosed):
      true
    case (.within(let minimum, let maximum, let wanted), .known(let minor, let currency)):
      currency == wanted && minor >= minimum && minor <= maximum
    case (.missing, _), (.undisclosed, _), (.within, _), (.present, _): false
    }
  }
}

extension Filter.DateTest {
  func fits(_ date: BusinessDate?) -> Bool {
    switch self {
    case .missing: return date == nil
    case .present: return date != nil
    case .within(let first, let last):
      guard let earliest = date?.earliest, let settled = date?.settled else { return false }
      return earliest >= first && settled <= last
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
  /// - Complexity: O(projects), and what the filter asks of each; of those asleep none is woken, but
  ///   where it asks for a field that projects are not found by.
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
