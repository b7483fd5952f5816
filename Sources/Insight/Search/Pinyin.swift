/// The readings of Chinese characters, as they are typed.
///
/// A table in the program's constant data: nothing is loaded or built at start.
enum Pinyin {
  private static let firstCharacter: UInt32 = 0x4E00
  private static let lastCharacter: UInt32 = 0x9FFF
  private static let comma = UInt8(ascii: ",")
  private static let semicolon = UInt8(ascii: ";")

  /// Where a character's readings begin in the table; nil when it has none.
  static func place(of scalar: UInt32) -> Int? {
    guard scalar >= firstCharacter, scalar <= lastCharacter else { return placeOfRare(scalar) }
    let place = number(in: cells, at: Int(scalar - firstCharacter) * 2, digits: 2)
    return place == 0 ? nil : place * 4
  }

  /// The same of Extension A, and of Extensions B to I by looking it up in their list.
  private static func placeOfRare(_ scalar: UInt32) -> Int? {
    if scalar < firstOfExtensionA { return nil }
    if scalar <= lastOfExtensionA {
      let place = number(
        in: cellsOfExtensionA, at: Int(scalar - firstOfExtensionA) * 2, digits: 2)
      return place == 0 ? nil : place * 4
    }
    return entry(of: scalar, in: cellsOfRare, digits: 2).map { $0 * 4 }
  }

  /// Where a character stands in the order of pinyin, then tones, then strokes; nil when it has no
  /// reading.
  static func rank(of scalar: UInt32) -> Int? {
    if scalar < firstOfExtensionA { return nil }
    let rank: Int
    if scalar >= firstCharacter, scalar <= lastCharacter {
      rank = number(in: ranks, at: Int(scalar - firstCharacter) * 3, digits: 3)
    } else if scalar <= lastOfExtensionA {
      rank = number(in: ranksOfExtensionA, at: Int(scalar - firstOfExtensionA) * 3, digits: 3)
    } else {
      return entry(of: scalar, in: ranksOfRare, digits: 3)
    }
    return rank == 0 ? nil : rank
  }

  private static let firstOfExtensionA: UInt32 = 0x3400
  private static let lastOfExtensionA: UInt32 = 0x4DBF
  private static let firstRare: UInt32 = 0x20000

  /// What a list in the order of code points has for a character; nil when it is not there.
  ///
  /// - Complexity: O(log n).
  private static func entry(of scalar: UInt32, in list: StaticString, digits: Int) -> Int? {
    guard scalar >= firstRare else { return nil }
    let wanted = Int(scalar - firstRare)
    let width = 3 + digits
    var (low, high) = (0, list.utf8CodeUnitCount / width)
    while low < high {
      let middle = (low + high) / 2
      let found = number(in: list, at: middle * width, digits: 3)
      if found == wanted { return number(in: list, at: middle * width + 3, digits: digits) }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  @inline(__always)
  private static func number(in table: StaticString, at place: Int, digits: Int) -> Int {
    let start = unsafe table.utf8Start
    var number = 0
    for index in place..<place + digits { number = number << 6 | digit(unsafe start[index]) }
    return number
  }

  /// Calls `body` with the place and length of each reading of a character.
  static func forEachReading(of scalar: UInt32, _ body: (_ at: Int, _ length: Int) -> Void) {
    guard var at = place(of: scalar) else { return }
    let start = unsafe readings.utf8Start
    while true {
      var end = at
      while unsafe start[end] != comma, unsafe start[end] != semicolon { end += 1 }
      body(at, end - at)
      if unsafe start[end] == semicolon { return }
      at = end + 1
    }
  }

  /// One letter of the table of readings.
  static func letter(_ at: Int) -> UInt8 { unsafe readings.utf8Start[at] }

  /// The readings of a character, in alphabetical order.
  static func readings(of scalar: Unicode.Scalar) -> [String] {
    var found: [String] = []
    forEachReading(of: scalar.value) { at, length in
      found.append(String(decoding: (at..<at + length).map(letter), as: UTF8.self))
    }
    return found
  }

  private static func digit(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65 + 36
    case UInt8(ascii: "-"): 62
    default: 63
    }
  }
}
