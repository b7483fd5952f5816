internal import Pipeline

/// Which projects a person wants to see.
///
/// Every clause and every word must fit; values parted by commas are alternatives.
package struct Filter: Hashable, Sendable {
  /// Whether lost, withdrawn and archived projects are left out; a status asked for overrides it.
  package var scope: FilterScope
  /// What `stale:` goes by.
  package var thresholds: StaleThresholds
  var clauses: [Clause] = []
  /// Free text.
  package internal(set) var words: [TextQuery] = []

  package init(scope: FilterScope = .open, thresholds: StaleThresholds = .standard) {
    self.scope = scope
    self.thresholds = thresholds
  }

  /// Whether nothing was asked for beyond the scope.
  package var isEmpty: Bool { clauses.isEmpty && words.isEmpty }

  /// One condition.
  enum Clause: Hashable, Sendable {
    /// A bit for each `Stage.index`.
    case stage(UInt8)
    /// A bit for each place in `Status.Kind.allCases`.
    case status(UInt8)
    /// A bit for each place in `ProjectKind.allCases`.
    case kind(UInt8)
    case text(TextKey, TextAlternatives)
    case amount([AmountTest])
    case stale(Bool)
    case overdue(Bool)
    case next(Bool)
  }

  /// A key whose value is text.
  enum TextKey: Hashable, Sendable { case owner, lead, cluster, industry, tag }

  /// Texts any of which may fit, and whether none at all fits too.
  struct TextAlternatives: Hashable, Sendable {
    var queries: [TextQuery] = []
    var allowsNone = false
  }

  /// A test of an amount; sums in another currency never pass one.
  enum AmountTest: Hashable, Sendable {
    case within(minimum: Int64, maximum: Int64, Currency)
    case undisclosed
    case missing
  }
}

/// Which projects a filter starts from.
package enum FilterScope: Hashable, Sendable {
  /// Ongoing and on hold.
  case open
  case everything
}

/// What a filter could not make sense of; the rest of it holds.
package struct FilterProblem: Error, Hashable, Sendable {
  /// Where it stands, in scalars from the start of the text.
  package let position: Int
  package let text: String
  package let expected: Expectation

  package init(position: Int, text: String, expected: Expectation) {
    self.position = position
    self.text = text
    self.expected = expected
  }

  package enum Expectation: Hashable, Sendable {
    /// A key that exists; what was typed is looked for as free text.
    case key
    /// A value after the colon; the clause is left out until there is one.
    case value
    case stage, status, kind, amount, yesOrNo
    /// `none` or `any`.
    case presence
    /// A word of at most ``TextQuery/limit`` scalars.
    case shorterWord
    /// The second quotation mark.
    case closingQuote
  }
}
