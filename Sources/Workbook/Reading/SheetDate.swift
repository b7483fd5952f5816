/// What a number format makes of a number: a day, a month, a time, or the number itself.
enum SheetFormat: Hashable {
  case number, month, day, time

  /// A format that every workbook has without writing it down.
  init(builtIn id: Int) {
    switch id {
    case 17, 55: self = .month
    // 27 to 58 are what Excel in Chinese shows dates by; 57 is 2023年7月 in it.
    case 27, 52, 57: self = .month
    case 14...16, 22, 28...31, 36, 50, 51, 53, 54, 56, 58: self = .day
    case 18...21, 32...35, 45...47: self = .time
    default: self = .number
    }
  }

  /// What a format spells: yyyy"年"m"月" is a month, 0.00"元" a number.
  init(code: String) {
    var hasYear = false
    var hasMonth = false
    var hasDay = false
    var hasHour = false
    var isQuoted = false
    var isBracketed = false
    var isLiteral = false
    reading: for character in code.lowercased() {
      if isLiteral {
        isLiteral = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: continue
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "\\", "_", "*": isLiteral = true
      // [h] counts hours beyond a day; [Red] and [$-804] say nothing of what is shown.
      case _ where isBracketed: continue
      // What follows is for negative numbers.
      case ";": break reading
      case "y", "e": hasYear = true
      case "m": hasMonth = true
      case "d": hasDay = true
      case "h", "s": hasHour = true
      default: continue
      }
    }
    // E+00 is an exponent and General has letters too.
    let isNumeric = code.contains("0") || code.contains("#") || code.lowercased() == "general"
    switch (hasYear, hasMonth, hasDay, hasHour) {
    case (_, _, true, _): self = .day
    case (true, true, _, _), (false, true, _, false): self = .month
    case (_, _, _, true): self = .time
    case (true, _, _, _): self = isNumeric ? .number : .month
    default: self = .number
    }
  }
}

/// A serial number as the date it stands for, written as our own dates are.
struct SheetDate {
  /// Whether day 0 is 1904-01-01, as on old Macintoshes.
  let isFrom1904: Bool

  /// 2023-07-19, 2023-07 or 14:30; nil when the number is no date.
  func text(_ serial: Double, _ format: SheetFormat) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let whole = Int(serial.rounded(.down))
    switch format {
    case .number: return nil
    case .time:
      let minutes = Int(((serial - Double(whole)) * 1440).rounded())
      return Self.two(minutes / 60 % 24) + ":" + Self.two(minutes % 60)
    case .day, .month:
      // Excel believes that 1900 had a 29 February: day 60.
      if !isFrom1904, whole == 60 || whole == 0 { return nil }
      let sinceEpoch =
        isFrom1904 ? whole + 1462 - 25_569 : whole - 25_569 + (whole < 60 ? 1 : 0)
      let date = Self.civil(sinceEpoch)
      let month = "\(date.year)-" + Self.two(date.month)
      return format == .month ? month : month + "-" + Self.two(date.day)
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The Gregorian date of a day counted from 1970-01-01, by eras of 400 years.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
