/// Numbers written in ideographs, as dates write them.
package enum ChineseNumerals {
  /// A text with the numerals of a date as digits: 二〇二三年八月二十三日 is 2023年8月23日.
  ///
  /// A numeral counts when 年, 月, 日 and the like follow it, or when it ends the text behind 月; that of
  /// a weekday stays.
  package static func digits(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard text.contains(where: { isNumeral($0) }) else { return text }
    var digits: [Unicode.Scalar] = []
    var rest = text
    while let first = rest.first {
      let numeral = rest.prefix(while: isNumeral)
      if numeral.isEmpty {
        digits.append(first)
        rest.removeFirst()
        continue
      }
      rest = rest.dropFirst(numeral.count)
      let isCounted =
        rest.first.map { "年月日号天周星个季".unicodeScalars.contains($0) } ?? (digits.last == "月")
      if isCounted, let number = number(numeral) {
        digits.append(contentsOf: number.unicodeScalars)
      } else {
        digits.append(contentsOf: numeral)
      }
    }
    return digits[...]
  }

  private static let values: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10, "廿": 20, "卅": 30,
  ]

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && values[scalar] != nil
  }

  /// The digits of a numeral: each for one, or tens and ones; nil for neither.
  private static func number(_ numeral: ArraySlice<Unicode.Scalar>) -> String? {
    let parts = numeral.compactMap { values[$0] }
    guard let ten = parts.firstIndex(where: { $0 >= 10 }) else {
      return parts.map { "\($0)" }.joined()
    }
    // 十二, 二十, 二十五, 廿五.
    let (before, after) = (parts[..<ten], parts[(ten + 1)...])
    guard before.count <= 1, after.count <= 1,
      (before + after).allSatisfy({ (1...9).contains($0) }),
      parts[ten] == 10 || before.isEmpty
    else { return nil }
    return "\((before.first ?? 1) * parts[ten] + (after.first ?? 0))"
  }
}
