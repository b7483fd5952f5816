package import Pipeline

/// What a date is read by: the day it is asked, what it is a date of, and where it stands.
package struct DateContext: Hashable, Sendable {
  /// What a date is a date of; it tells the year of a day that is typed without one.
  package enum Tense: Hashable, Sendable {
    /// Of something that has happened: the last such day that is not after today.
    case happened
    /// Of something to come: the first such day that is not before today.
    case due
    /// Of either: the nearest such day, the past one when both are as near.
    case either
  }

  package enum Place: Hashable, Sendable {
    /// Typed by a person, who sees what it was taken for.
    case typed
    /// A cell: no word that tells a day from today, and no year but that of the sheet, nil when it
    /// tells none; `serials` where a number may be Excel's for a day.
    case file(year: Int?, serials: SerialDays?)
  }

  package var today: Day
  package var tense: Tense
  package var place: Place
  /// Minutes that the bureau's clock is ahead of UTC.
  package var zone: Int

  package static let beijing = 480

  package init(
    today: Day, tense: Tense = .either, place: Place = .typed, zone: Int = DateContext.beijing
  ) {
    self.today = today
    self.tense = tense
    self.place = place
    self.zone = zone
  }

  var isTyped: Bool { place == .typed }
}

/// The day that a spreadsheet's number 0 stands for.
package enum SerialDays: Hashable, Sendable {
  case from1900, from1904

  /// The day of a number from 1927 on; nil for other numbers, which are hardly days.
  package func day(_ number: Int) -> Day? {
    let number = self == .from1904 ? number + 1462 : number
    guard (10_000...99_999).contains(number) else { return nil }
    // 25569 is 1970-01-01.
    return Day(number: Int32(number - 25_569))
  }
}

/// A date as it was read, and what it was read from.
package struct DateReading: Hashable, Sendable {
  /// What told the day.
  package enum Basis: Hashable, Sendable {
    case written
    /// Written with a time and a zone, and brought to the bureau's day.
    case zone
    /// Without a year: by the day it was typed, or by the sheet.
    case nearest, sheet
    /// 昨天, 周五, +3d.
    case relative
    /// Excel's number for the day.
    case serial
  }

  /// Nil where nothing stands, or a word that says so.
  package internal(set) var date: BusinessDate?
  package var basis = Basis.written
  /// What the text says beyond the date: 未开工; nil when the date says it all.
  package var words: String?
}

extension BusinessDate {
  /// Reads a date as ``DateReading/init(_:in:)`` does; nil for anything else.
  package init?(
    spoken: some StringProtocol, today: Day, tense: DateContext.Tense = .either
  ) {
    let context = DateContext(today: today, tense: tense)
    guard let date = (try? DateReading(spoken, in: context))?.date else { return nil }
    self = date
  }
}

extension Day {
  /// Reads one day as ``DateReading/init(_:in:)`` does; nil for anything else, and for no exact day.
  package init?(
    spoken: some StringProtocol, today: Day, tense: DateContext.Tense = .either
  ) {
    guard let day = BusinessDate(spoken: spoken, today: today, tense: tense)?.exactDay else {
      return nil
    }
    self = day
  }
}
