package import Pipeline

/// Which two funnels are put side by side.
package enum ComparisonSubject: Hashable, Sendable {
  /// The same projects on two days.
  case days(Day, Day)
  /// Projects by the period of their first entry, both on the day asked for.
  case periods(Period, Period)
  /// Two rows of a breakdown.
  case groups(FunnelGrouping, String, String)
}

/// Two funnels side by side, counted by the same rules.
package struct FunnelComparison: Hashable, Sendable {
  package let subject: ComparisonSubject
  /// The one named first.
  package let left: Funnel
  /// The one named second; differences are this less the other.
  package let right: Funnel

  /// Right less left of what a method counts at a stage.
  package func change(_ stage: Stage, by method: FunnelMethod) -> Int {
    right.count(stage, by: method) - left.count(stage, by: method)
  }

  package func change(_ stage: Stage, of set: FunnelSet) -> Int {
    right[stage].count(set) - left[stage].count(set)
  }

  /// Right less left of the rate; nil when either side has none.
  package func rateChange(_ stage: Stage, by method: FunnelMethod) -> Double? {
    guard let left = left.rate(stage, by: method), let right = right.rate(stage, by: method)
    else { return nil }
    return right - left
  }

  /// The projects worth a look at a stage: of two days those in one set only, else those of both.
  package func projects(_ set: FunnelSet, at stage: Stage) -> [ProjectID] {
    let before = Set(left.projects(set, at: stage))
    let after = Set(right.projects(set, at: stage))
    return switch subject {
    case .days: before.symmetricDifference(after).sorted()
    case .periods, .groups: before.union(after).sorted()
    }
  }
}

extension Pipeline {
  /// Counts two funnels by one question.
  ///
  /// - Complexity: O(entries of all projects).
  package func comparison(
    of subject: ComparisonSubject, _ question: FunnelQuestion, passing filter: Filter? = nil
  ) -> FunnelComparison {
    func funnel(_ change: (inout FunnelQuestion) -> Void) -> Funnel {
      var question = question
      change(&question)
      return self.funnel(question, passing: filter)
    }
    switch subject {
    case .days(let first, let second):
      return FunnelComparison(
        subject: subject, left: funnel { $0.cutoff = $0.cutoff.moved(to: first) },
        right: funnel { $0.cutoff = $0.cutoff.moved(to: second) })
    case .periods(let first, let second):
      func cohort(_ period: Period) -> Funnel {
        funnel {
          $0.cohort = FunnelQuestion.Cohort(in: period)
          $0.flow = period
        }
      }
      return FunnelComparison(subject: subject, left: cohort(first), right: cohort(second))
    case .groups(let grouping, let first, let second):
      let rows = funnels(by: grouping, question, passing: filter)
      func row(_ key: String) -> Funnel {
        rows.first { $0.key == key }?.funnel ?? FunnelTally(question).finish()
      }
      return FunnelComparison(subject: subject, left: row(first), right: row(second))
    }
  }

  /// Two units, people, clusters or industries by what they are called: the name, or a part, pinyin
  /// or initials that fit one alone; nil when no breakdown has both.
  ///
  /// - Complexity: O(projects).
  package func groups(named first: String, _ second: String) -> ComparisonSubject? {
    for grouping in [FunnelGrouping.lead, .owner, .cluster, .industry] {
      let names = names(by: grouping)
      if let left = found(first, in: names), let right = found(second, in: names), left != right {
        return .groups(grouping, left, right)
      }
    }
    return nil
  }

  private func names(by grouping: FunnelGrouping) -> Set<String> {
    var names: Set<String> = []
    let mainNames = MainNames(self)
    for project in projects {
      switch grouping {
      case .lead: names.formUnion(mainNames(project.lead))
      case .owner: if let name = project.owner { names.insert(name) }
      case .cluster: if let name = project.cluster { names.insert(name) }
      case .industry: if let name = project.industry { names.insert(name) }
      case .kind: names.insert(project.kind.rawValue)
      }
    }
    return names
  }

  private func found(_ text: String, in names: Set<String>) -> String? {
    if names.contains(text) { return text }
    guard let query = TextQuery(text) else { return nil }
    let fitting = names.filter { query.matches($0) }
    return fitting.count == 1 ? fitting.first : nil
  }
}
