package import Pipeline

/// Why a typed text, or a cell of a file, is not the value that was expected there.
///
/// Facts only; `Words.typed(_:)` makes the sentence, the same at every door.
package struct TypedFault: Error, Hashable, Sendable {
  /// The text as it was typed.
  package let text: String
  package let problem: Problem

  package init(_ text: some StringProtocol, _ problem: Problem) {
    self.text = String(text)
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    // Amounts.
    case notAnAmount
    /// A number without a unit, where nothing around it tells one.
    case unitMissing
    /// A minus, or brackets as accounts write one.
    case negative
    /// Finer than the currency's smallest unit.
    case tooFine
    /// More than 64 bits of the smallest unit hold.
    case tooLarge
    /// A range or a bound: no one sum.
    case notOneAmount
    /// ①… ②…: the amounts of several things.
    case severalAmounts
    /// What the cell counts and what the heading says do not go together: 500美元 under 万元.
    case unitDoubtful(AmountScale)

    // Dates.
    case notADate
    /// A date, though not to the day.
    case notADay
    /// A day that the calendar does not have, such as 2月30日.
    case noSuchDay
    /// A day told from today, where only a written date means anything.
    case relative
    /// A day without its year, and nothing around it tells one.
    case yearMissing
    /// Without a year it would be this day, which has not come.
    case notYet(BusinessDate, today: Day)
    /// Excel's number for a day.
    case serial(Day)
    /// The weekday beside it is another one.
    case weekdayDiffers(Day)
    /// It can be read as either.
    case eitherDay(Day, Day)

    // Codes and telephones.
    /// 1.38E+10: the last digits are lost.
    case scientific

    /// No kind of project.
    case notAKind
  }
}
