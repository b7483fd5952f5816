internal import Pipeline
internal import Vocabulary
internal import Workbook

/// A day as a cell says it, and what it was taken from.
struct CellDate {
  let date: BusinessDate
  let source: DateSource
}

/// Reads cells by what surrounds them.
enum CellReader {
  /// - Parameter unit: What a bare number counts, by heading, table or answer.
  static func amount(_ text: String, unit: AmountScale?) throws(TypedFault) -> AmountReading {
    try AmountReading(text, in: AmountContext(heading: unit ?? AmountScale()))
  }

  /// - Parameters:
  ///   - year: What a day without a year is to take it from.
  ///   - isPast: Whether it says when something happened: that is never after today.
  /// - Returns: Nil where no day stands; with the words that stand there instead, 未开工.
  static func date(
    _ text: String, year: (value: Int, source: DateSource)?, today: Day, isPast: Bool,
    from1904: Bool = false
  ) throws(TypedFault) -> (date: CellDate?, words: String?) {
    let place = DateContext.Place.file(year: year?.value, serials: from1904 ? .from1904 : .from1900)
    let context = DateContext(today: today, tense: isPast ? .happened : .due, place: place)
    let reading = try DateReading(text, in: context)
    guard let date = reading.date else { return (nil, reading.words) }
    let source: DateSource =
      switch reading.basis {
      case .written, .nearest, .relative: .cell
      case .sheet: year?.source ?? .cell
      case .zone: .zone
      case .serial: .serial(Int(text.prefix { $0.isNumber }) ?? 0)
      }
    return (CellDate(date: date, source: source), nil)
  }
}

extension Day {
  /// The bureau's day of a time that another program wrote: 2026-08-31T16:30:00.000Z, 20261015T160000Z.
  init?(zoned text: String) {
    let context = DateContext(today: Day(number: 0), place: .file(year: nil, serials: nil))
    guard let day = (try? DateReading(text, in: context))?.date?.exactDay else { return nil }
    self = day
  }
}

/// Lists as our own export writes them: parted by 、, or a line each when one of them holds what parts.
enum OwnList {
  static func items(_ text: String, _ kind: NameList.Kind) -> [String] {
    if text.contains(where: \.isNewline) {
      return text.split(whereSeparator: \.isNewline).map(String.init)
    }
    return NameList.parts(of: text, kind)
  }
}
