internal import Pipeline
package import Vocabulary

/// Which projects a person wants to see.
///
/// Every condition and every word must fit; values parted by commas are alternatives.
package struct Filter: Hashable, Sendable {
  /// Whether lost, withdrawn and archived projects are left out; a status asked for overrides it.
  package var scope: FilterScope
  /// What `stale:` goes by.
  package var thresholds: StaleThresholds
  /// As it was typed; empty when nothing was asked for.
  package internal(set) var text = ""
  var conditions: [Condition] = []
  /// Free text.
  package internal(set) var words: [TextQuery] = []
  /// Free text that must not be there: -雷达.
  var excludedWords: [TextQuery] = []

  package init(scope: FilterScope = .open, thresholds: StaleThresholds = .standard) {
    self.scope = scope
    self.thresholds = thresholds
  }

  /// Whether nothing was asked for beyond the scope.
  package var isEmpty: Bool { conditions.isEmpty && words.isEmpty && excludedWords.isEmpty }

  /// Whether it says itself which statuses it wants, so that no scope is to.
  var asksForStatus: Bool {
    conditions.contains { condition in
      if case .status = condition.clause { !condition.isExcluded } else { false }
    }
  }

  /// The same, starting from other projects, unless a status was asked for.
  package func scoped(_ scope: FilterScope) -> Filter {
    var filter = self
    if !asksForStatus { filter.scope = scope }
    return filter
  }

  /// One condition, or that it must not hold: -tag:重点.
  struct Condition: Hashable, Sendable {
    var clause: Clause
    var isExcluded = false
  }

  enum Clause: Hashable, Sendable {
    case number(Set<UInt32>)
    /// A bit for each `Stage.index`.
    case stage(UInt8)
    /// A bit for each place in `Status.Kind.allCases`, and so many again for projects in the last
    /// stage.
    case status(UInt16)
    /// A bit for each place in `ProjectKind.allCases`.
    case kind(UInt8)
    case text(Field, TextAlternatives)
    case amount(Field, [AmountTest])
    case date(DateKey, [DateTest])
    case days(DaysKey, [ClosedRange<Int>])
    case stale(Bool)
    case overdue(Bool)
    case next(Bool)
  }

  enum DateKey: Hashable, Sendable { case due, entered, field(Field) }
  enum DaysKey: Hashable, Sendable { case inStage, idle }

  /// Texts any of which may fit, and whether none at all, or any, fits too.
  struct TextAlternatives: Hashable, Sendable {
    var texts: [TextAlternative] = []
    var allowsNone = false
    var allowsAny = false
  }

  /// One text that may stand in a field.
  struct TextAlternative: Hashable, Sendable {
    /// As it was typed.
    let text: String
    /// Where it stands in the filter, in scalars.
    let position: Int
    var look: Look
    /// Whether it is the whole text as soon as some project has that, and else a part of it.
    let isLoose: Bool
    /// Whether it need not be anybody's: whoever asks may have no project.
    let isKnown: Bool

    enum Look: Hashable, Sendable {
      /// A part of the text, also in pinyin and initials.
      case part(TextQuery)
      /// The whole text: one name, or the others that the same firm has.
      case whole([WholeText])
    }
  }

  /// A test of an amount; sums in another currency never pass one.
  enum AmountTest: Hashable, Sendable {
    case within(minimum: Int64, maximum: Int64, Currency)
    case undisclosed
    case missing
    case present
  }

  /// A test of a date: all that it may have been has to lie between two days.
  enum DateTest: Hashable, Sendable {
    case within(Day, Day)
    case missing
    case present
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

  /// Whether the filter can be read, and only finds nobody.
  package var isOfNobody: Bool {
    if case .somebody = expected { true } else { false }
  }

  package enum Expectation: Hashable, Sendable {
    /// A key that exists; what was typed is looked for as free text.
    case key
    /// One key: what was typed is the pinyin of several.
    case oneKey([FilterKey])
    /// A value after the colon; the condition is left out until there is one.
    case value(FilterKey)
    /// `:` or `=`: what the key is about is not more or less.
    case noComparison(FilterKey)
    case stage, status, kind, amount, yesOrNo, number, date, days
    /// A value that a project has, such as these.
    case somebody(FilterKey, [String])
    /// A word of at most ``TextQuery/limit`` scalars.
    case shorterWord
    /// The second quotation mark.
    case closingQuote
  }
}
