/// Where records sleep, as far as questions go that need not wake them.
package protocol SleepingSource: AnyObject, Sendable {
  /// Nil when there is no such project, or what is there cannot be believed; so is all that follows.
  func figures(_ project: UInt32) -> ProjectFigures?
  func history(_ project: UInt32) -> StageHistory?
  /// - Returns: Whether it knew the days.
  func forEachActivityDay(_ project: UInt32, _ body: (Day) -> Void) -> Bool
  /// Shows the texts a project is found by until one is what was looked for.
  func hasText(_ project: UInt32, _ look: (TextPart, TextBytes) -> Bool) -> Bool?
  func activity(_ number: UInt32) -> SleepingActivity?
  func text(_ shared: SharedText) -> String?
  /// Tells the projects that have a name of this sum, one by one.
  ///
  /// - Returns: Whether it knew them.
  func forEachNamesake(_ sum: UInt32, _ body: (ProjectID) -> Void) -> Bool
}

/// A source as part of a pipeline: a cache, so two pipelines never differ by it.
struct KeptSource: Hashable, Sendable {
  var source: (any SleepingSource)?

  static func == (lhs: KeptSource, rhs: KeptSource) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension Pipeline {
  /// A project that is asleep, where it sleeps; nil for one that is awake, and when there is none.
  ///
  /// What sleeps is as it was kept: every event that bears on a project, also one of its activities,
  /// changes its version and with it wakes the project.
  package func asleep(_ id: ProjectID) -> SleepingProject? {
    guard let source = sleeping.source, projects.isAsleep(id.number) else { return nil }
    return SleepingProject(id, in: source)
  }

  /// An activity that is asleep; nil for one that is awake, that is not all there, and for none.
  package func asleep(_ id: ActivityID) -> SleepingActivity? {
    guard activities.isAsleep(id.number), let kept = sleeping.source?.activity(id.number),
      kept.isWhole
    else { return nil }
    return kept
  }

  package func text(_ shared: SharedText) -> String? { sleeping.source?.text(shared) }

  /// The stages and statuses of a project; nil when there is none.
  package func history(of id: ProjectID) -> StageHistory? {
    if let asleep = asleep(id) { return asleep.history(in: self) }
    return projects.ask(id.number) { StageHistory(of: $0) }
  }

  /// A project's amount as it is now; missing when there is no project.
  package func amountFigure(of id: ProjectID) -> AmountFigure {
    asleep(id)?.amountFigure ?? projects.ask(id.number) { $0.amountFigure } ?? .missing
  }

  /// When an activity was, without taking it apart; nil when there is none.
  package func date(of id: ActivityID) -> SettledDate? {
    if activities.isAsleep(id.number), let kept = sleeping.source?.activity(id.number) {
      return kept.on
    }
    return activities.ask(id.number) { SettledDate($0.facts.on) }
  }

  /// The projects that may have a name with one of these keys, by number: all that do, and some that
  /// do not.
  ///
  /// - Complexity: O(keys × log names, and projects that are awake).
  package func projects(perhapsNamed keys: Set<ProjectKey>) -> [ProjectID] {
    var found = Set(projects.awakeNumbers)
    let sums = Set(keys.map(\.sum))
    for sum in sums.union([ProjectKey.unsureSum]) {
      let isKnown = sleeping.source?.forEachNamesake(sum) { id in
        if projects.isAsleep(id.number) { found.insert(id.number) }
      }
      if isKnown != true || sums.contains(ProjectKey.unsureSum) {
        return projects.numbers.map(ProjectID.init)
      }
    }
    return found.sorted().map(ProjectID.init)
  }

  /// Tells every date that figures are counted by: of entries, statuses, activities and milestones.
  ///
  /// - Complexity: O(all that has a date).
  package func forEachDate(_ body: (SettledDate) -> Void) {
    for number in projects.numbers {
      guard let history = history(of: ProjectID(number)) else { continue }
      for entry in history.entries { body(entry.on) }
      for change in history.changes { body(change.on) }
    }
    for number in activities.numbers {
      if let on = date(of: ActivityID(number)) { body(on) }
    }
    for number in milestones.numbers {
      if let on = milestones.ask(number, { SettledDate($0.facts.on) }) { body(on) }
    }
  }
}
