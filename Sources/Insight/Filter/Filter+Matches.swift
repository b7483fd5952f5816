package import Pipeline

extension Filter {
  /// Whether a project passes at a moment; one that had not begun never does.
  ///
  /// Fields have no history: owner, tags, amount and the like are today's whatever the moment.
  ///
  /// - Complexity: O(the project's texts), and its entries and activities when these are asked for.
  package func matches(_ project: Project, in pipeline: Pipeline, at moment: Moment) -> Bool {
    guard let standing = project.standing(asOf: moment.cutoff) else { return false }
    return matches(project, standing, in: pipeline, at: moment)
  }

  /// The same for a caller that knows the project's standing at that moment already.
  package func matches(
    _ project: Project, _ standing: Standing, in pipeline: Pipeline, at moment: Moment
  ) -> Bool {
    if scope == .open, !standing.status.isOpen { return false }
    for clause in clauses where !fits(clause, project, standing, pipeline, moment) { return false }
    for word in words where !word.isFound(in: project) { return false }
    return true
  }

  /// Where the words of free text stand in a project's name, from left to right; for highlighting.
  package func nameRanges(in name: String) -> [Range<String.Index>] {
    Filter.merged(words.flatMap { $0.ranges(in: name) })
  }

  private func fits(
    _ clause: Clause, _ project: Project, _ standing: Standing, _ pipeline: Pipeline,
    _ moment: Moment
  ) -> Bool {
    switch clause {
    case .stage(let mask): return mask & (1 << UInt8(standing.stage.index)) != 0
    case .status(let mask):
      return mask & Self.mask([standing.status.kind], among: Status.Kind.allCases) != 0
    case .kind(let mask):
      return mask & Self.mask([project.kind], among: ProjectKind.allCases) != 0
    case .text(.owner, let wanted): return wanted.fit(project.owner)
    case .text(.cluster, let wanted): return wanted.fit(project.cluster)
    case .text(.industry, let wanted): return wanted.fit(project.industry)
    case .text(.lead, let wanted): return wanted.fit(project.lead)
    case .text(.tag, let wanted): return wanted.fit(project.tags)
    case .amount(let tests): return tests.contains { $0.fits(project.amount) }
    case .next(let wanted): return (project.next != nil) == wanted
    case .overdue(let wanted):
      let isLate = project.next?.due.map { $0 < moment.day } ?? false
      return (isLate && standing.status.isOpen) == wanted
    case .stale(let wanted):
      let ageing = pipeline.ageing(of: project, standing, at: moment, thresholds: thresholds)
      return ageing.isStale == wanted
    }
  }
}

extension Filter.TextAlternatives {
  func fit(_ text: String?) -> Bool {
    guard let text else { return allowsNone }
    return queries.contains { $0.matches(text) }
  }

  func fit(_ texts: [String]) -> Bool {
    if texts.isEmpty { return allowsNone }
    return texts.contains { text in queries.contains { $0.matches(text) } }
  }
}

extension TextQuery {
  /// Whether the word stands in one of the texts a project is known by, or is its number as `#27`.
  func isFound(in project: Project) -> Bool {
    if matches(project.name) || isNumber(of: project.id) { return true }
    for investor in project.investors where matches(investor) { return true }
    if let owner = project.owner, matches(owner) { return true }
    for unit in project.lead where matches(unit) { return true }
    for tag in project.tags where matches(tag) { return true }
    if let industry = project.industry, matches(industry) { return true }
    if let cluster = project.cluster, matches(cluster) { return true }
    return false
  }

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
