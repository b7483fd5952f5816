/// A date, a time of day, or both, with or without an offset from UTC.
package struct TOMLMoment: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case offsetDateTime, localDateTime, localDate, localTime
  }

  package let kind: Kind
  /// As it is written.
  package let text: String

  /// Whether a word begins like a date, `2026-`, or like a time, `09:`.
  static func begins(_ word: ArraySlice<UInt8>) -> Bool {
    let digits = word.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    let sign = word.dropFirst(digits).first
    return digits == 4 && sign == UInt8(ascii: "-") || digits == 2 && sign == UInt8(ascii: ":")
  }

  /// Whether a word is a date as far as its signs go, so that a time may follow after a blank.
  static func isDateAlone(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 10 && word.dropFirst(4).first == UInt8(ascii: "-")
  }

  /// The moment of a word; nil when there is no such day or time.
  init?(_ word: ArraySlice<UInt8>) {
    var rest = word
    var hasDate = false
    var hasTime = false
    var hasOffset = false
    if word.dropFirst(4).first == UInt8(ascii: "-") {
      guard TOMLMoment.takeDate(&rest) else { return nil }
      hasDate = true
      if let sign = rest.first {
        guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(sign) else {
          return nil
        }
        rest = rest.dropFirst()
      }
    }
    if !hasDate || !rest.isEmpty || word.count > 10 {
      guard TOMLMoment.takeTime(&rest) else { return nil }
      hasTime = true
    }
    if hasDate, !rest.isEmpty {
      guard TOMLMoment.takeOffset(&rest) else { return nil }
      hasOffset = true
    }
    guard rest.isEmpty else { return nil }
    kind =
      hasOffset
      ? .offsetDateTime : hasDate ? (hasTime ? .localDateTime : .localDate) : .localTime
    text = String(decoding: word, as: UTF8.self)
  }

  private static func takeDate(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let year = number(4, &rest), sign("-", &rest), let month = number(2, &rest),
      sign("-", &rest), let day = number(2, &rest), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...days).contains(day)
  }

  private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
    // A minute may have a leap second.
    guard let hour = number(2, &rest), hour < 24, sign(":", &rest), let minute = number(2, &rest),
      minute < 60, sign(":", &rest), let second = number(2, &rest), second < 61
    else { return false }
    guard sign(".", &rest) else { return true }
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    rest = rest.dropFirst(digits)
    return digits > 0
  }

  private static func takeOffset(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if sign("Z", &rest) || sign("z", &rest) { return true }
    guard sign("+", &rest) || sign("-", &rest), let hour = number(2, &rest), hour < 24,
      sign(":", &rest), let minute = number(2, &rest), minute < 60
    else { return false }
    return true
  }

  private static func number(_ digits: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let byte = rest.popFirst(), let digit = TOMLNumber.digit(byte), digit < 10 else {
        return nil
      }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private static func sign(_ sign: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
