/// Where a name stands among others, one order for all lists, groups and completions.
///
/// Runs of digits by their value (1组 2组 10组), Chinese numbers that count something likewise (一局 … 十一局,
/// 第三组), Latin letters without case, Chinese characters by pinyin, then tones, then strokes. What is
/// left equal goes by its code points, so that no two names are.
package struct NameKey: Comparable, Hashable, Sendable {
  private let parts: [UInt32]
  private let name: String

  /// - Complexity: O(length).
  package init(_ name: String) {
    self.name = name
    var parts: [UInt32] = []
    let scalars = name.unicodeScalars.map { Folding.fold($0.value) }
    var index = 0
    while index < scalars.count {
      if let (digits, end) = NameKey.number(in: scalars, at: index) {
        // A number is as large as it is long, and then by its digits.
        parts.append(NameKey.numbers | UInt32(min(digits.count, 0xFF_FFFF)))
        parts += digits
        index = end
        continue
      }
      parts.append(NameKey.part(scalars[index]))
      index += 1
    }
    self.parts = parts
  }

  package static func < (one: NameKey, other: NameKey) -> Bool {
    if one.parts == other.parts {
      return one.name.unicodeScalars.lexicographicallyPrecedes(other.name.unicodeScalars)
    }
    return one.parts.lexicographicallyPrecedes(other.parts)
  }

  // Signs and blanks stand before numbers, these before letters, these before characters.
  private static let numbers: UInt32 = 1 << 24
  private static let letters: UInt32 = 2 << 24
  private static let characters: UInt32 = 3 << 24
  private static let others: UInt32 = 4 << 24

  private static func part(_ scalar: UInt32) -> UInt32 {
    if let rank = Pinyin.rank(of: scalar) { return characters | UInt32(rank) }
    guard let known = Unicode.Scalar(scalar) else { return scalar }
    if known.properties.isIdeographic { return others | scalar }
    return known.properties.isAlphabetic ? letters | scalar : scalar
  }

  /// The digits of a number that begins at a place, without leading zeros, and where it ends.
  private static func number(in scalars: [UInt32], at start: Int) -> (digits: [UInt32], end: Int)? {
    var end = start
    while end < scalars.count, (0x30...0x39).contains(scalars[end]) { end += 1 }
    if end > start {
      let digits = scalars[start..<end].drop { $0 == 0x30 }
      return (Array(digits), end)
    }
    while end < scalars.count, numerals[scalars[end]] != nil { end += 1 }
    guard end > start, counts(scalars, from: start, to: end),
      let value = value(of: scalars[start..<end])
    else { return nil }
    return (String(value).unicodeScalars.map(\.value), end)
  }

  /// Whether Chinese numerals count something: 一局, 第三, and not 一汽 or 三一重工.
  private static func counts(_ scalars: [UInt32], from start: Int, to end: Int) -> Bool {
    if start > 0, scalars[start - 1] == 0x7B2C { return true }
    return end == scalars.count ? start > 0 : counters.contains(scalars[end])
  }

  private static let counters = Set("局组科处室队部所站园区期号批季月年届轮类级层楼栋线厂".unicodeScalars.map(\.value))

  private static let numerals: [UInt32: Int] = {
    var numerals: [UInt32: Int] = [:]
    for (value, scalar) in "零一二三四五六七八九十".unicodeScalars.enumerated() {
      numerals[scalar.value] = value
    }
    numerals[0x3007] = 0
    numerals[0x767E] = 100
    return numerals
  }()

  /// 十一 is 11, 一百零三 is 103, 二〇二六 is 2026; nil for what is no number.
  private static func value(of scalars: ArraySlice<UInt32>) -> Int? {
    let values = scalars.compactMap { numerals[$0] }
    if values.count > 9 { return nil }
    if values.allSatisfy({ $0 < 10 }) { return values.reduce(0) { $0 * 10 + $1 } }
    var (sum, digit) = (0, 0)
    for value in values {
      if value < 10 {
        digit = value
      } else {
        // 十 alone is ten.
        sum += max(1, digit) * value
        digit = 0
      }
    }
    return sum + digit
  }
}

extension Sequence<String> {
  /// The names in their order.
  ///
  /// - Complexity: O(n log n).
  package func inNameOrder() -> [String] {
    map { (key: NameKey($0), name: $0) }.sorted { $0.key < $1.key }.map(\.name)
  }
}
