/// What the board counts of a project without looking at the rest of it.
///
/// A store keeps it beside the project, so that totals and warnings over a hundred thousand cards
/// take no project apart.
package struct Glance: Hashable, Sendable {
  package var stage: Stage
  package var status: Status.Kind
  package var amount: AmountGlance
  /// When the next step is due; nil when it is not, or there is none.
  package var due: Day?
  /// The later of the entry into the stage and the last activity, as far as they are dated.
  package var lastSign: Day?
  /// Whether a hold has to be taken off the quiet days: then the project itself is asked.
  package var hasBeenHeld: Bool

  package init(
    stage: Stage, status: Status.Kind, amount: AmountGlance, due: Day?, lastSign: Day?,
    hasBeenHeld: Bool
  ) {
    self.stage = stage
    self.status = status
    self.amount = amount
    self.due = due
    self.lastSign = lastSign
    self.hasBeenHeld = hasBeenHeld
  }

  /// An amount without its words.
  package enum AmountGlance: Hashable, Sendable {
    case missing, undisclosed
    /// In the currency's smallest unit.
    case known(minor: Int64, Currency)

    package init(_ amount: Amount?) {
      self =
        switch amount {
        case nil: .missing
        case .undisclosed: .undisclosed
        case .known(let money): .known(minor: money.minor, money.currency)
        }
    }
  }
}

/// Where glances are kept that were taken before.
package protocol GlanceSource: AnyObject, Sendable {
  /// The glance at a project as it is kept there; nil when there is none.
  func glance(_ number: UInt32) -> Glance?
  /// Adds kept glances to a tally; those that it cannot take go to `rest`.
  func tally(_ ids: [ProjectID], into tally: inout GlanceTally, _ rest: (ProjectID) -> Void)
  /// The stage and the status alone, of which few pass most filters.
  func standing(_ number: UInt32) -> (stage: Stage, status: Status.Kind)?
  /// Fills in the course of a project as it is kept there; false when there is none.
  func course(_ number: UInt32, into course: inout Course) -> Bool
  /// What a count of contacts asks of an activity; nil when the activity itself has to be asked.
  func contact(_ number: UInt32) -> Contact?
  /// A text that several records have.
  func text(at place: Int) -> String?
  /// When an activity was; nil when there is no such activity.
  func activityDate(_ number: UInt32) -> BusinessDate?
  /// Shows the texts a project is found by, until one is what was looked for: name, investors, lead
  /// units, owner, industry, cluster and tags. Nil when there is no such project.
  ///
  /// - Parameter look: A text's bytes, and its place among those that several projects have.
  func texts(_ number: UInt32, _ look: (UnsafeRawBufferPointer, _ place: Int?) -> Bool) -> Bool?
  /// Shows the texts that a project alone has, name and investors, until one is what was looked for.
  /// Nil when there is no such project.
  func names(_ number: UInt32, _ look: (UnsafeRawBufferPointer) -> Bool) -> Bool?
}

/// A source of glances as part of a pipeline: a cache, so two pipelines never differ by it.
struct KeptGlances: Hashable, Sendable {
  var source: (any GlanceSource)?

  static func == (lhs: KeptGlances, rhs: KeptGlances) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension Pipeline {
  /// A glance at a project as it stands now; nil when there is none.
  ///
  /// Kept ones are used only for a project that nothing has touched since: every event that bears
  /// on a project, also one of its activities, changes its version and with it wakes the project.
  ///
  /// - Complexity: O(1) for a project asleep, else O(its history).
  package func glance(at id: ProjectID) -> Glance? {
    keptGlance(at: id) ?? self[id].map(glance(at:))
  }

  /// The glance that was kept; nil when there is none, or when the project has changed since.
  package func keptGlance(at id: ProjectID) -> Glance? {
    projects.isAsleep(id.number) ? glances.source?.glance(id.number) : nil
  }

  /// The stage and the status of the glance that was kept.
  package func keptStanding(of id: ProjectID) -> (stage: Stage, status: Status.Kind)? {
    projects.isAsleep(id.number) ? glances.source?.standing(id.number) : nil
  }

  /// Whether one of the texts a project is found by is what `look` looks for, without taking the
  /// project apart; nil when it has to be.
  package func keptTexts(
    of id: ProjectID, _ look: (UnsafeRawBufferPointer, _ place: Int?) -> Bool
  ) -> Bool? {
    projects.isAsleep(id.number) ? glances.source?.texts(id.number, look) : nil
  }

  /// The same for its name and its investors' names only.
  package func keptNames(of id: ProjectID, _ look: (UnsafeRawBufferPointer) -> Bool) -> Bool? {
    projects.isAsleep(id.number) ? glances.source?.names(id.number, look) : nil
  }

  /// When an activity was, without taking it apart; nil when there is none.
  package func date(of id: ActivityID) -> BusinessDate? {
    if activities.isAsleep(id.number), let kept = glances.source?.activityDate(id.number) {
      return kept
    }
    return activities.ask(id.number) { $0.facts.on }
  }

  package func glance(at project: Project) -> Glance {
    var sign = project.entered.settled
    for id in project.activities {
      guard let settled = date(of: id)?.settled else { continue }
      if sign.map({ settled > $0 }) ?? true { sign = settled }
    }
    return Glance(
      stage: project.stage, status: project.status.kind,
      amount: Glance.AmountGlance(project.amount), due: project.next?.due,
      lastSign: sign, hasBeenHeld: project.statuses.contains { $0.status.kind == .hold })
  }
}
