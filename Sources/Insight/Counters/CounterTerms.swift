package import Pipeline

/// What counts as one when activities are counted.
package enum CountingRule: String, CaseIterable, Hashable, Sendable {
  /// Real occurrences: the `times` of every record.
  case occurrences
  /// Ledger lines: records with the same line reference are one, any other record is one.
  case lines
  /// Journeys: records of the same trip are one, any other record is its `times`.
  case trips
}

/// What activities are counted by.
package enum CounterGrouping: String, CaseIterable, Hashable, Sendable {
  /// Joint lead units, credited by the question's ``CreditRule``.
  case lead
  case kind, month
  /// The leader and everybody of the team, credited by the question's ``CreditRule``.
  case person
}

/// A row of a count.
package enum CounterKey: Hashable, Sendable {
  case unit(String)
  case kind(ActivityKind)
  /// The month it was settled in.
  case month(year: Int, month: Int)
  case person(String)
  /// No unit, no date, nobody named.
  case none
}

/// What activities are asked for.
package struct CounterQuestion: Hashable, Sendable {
  /// Activities without a date are in no period, and counted beside; they are in everything.
  package var period: Period
  package var rule: CountingRule
  /// How the rows of units and people share what they led together.
  package var credit: CreditRule
  package var moment: Moment
  /// Only activities with one of these projects.
  package var filter: Filter?

  package init(
    at moment: Moment, period: Period = Period(), rule: CountingRule = .occurrences,
    credit: CreditRule = .full, filter: Filter? = nil
  ) {
    self.period = period
    self.rule = rule
    self.credit = credit
    self.moment = moment
    self.filter = filter
  }
}
