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
    guard scalar >= firstCharacter, scalar <= lastCharacter else { return nil }
    let cell = Int(scalar - firstCharacter) * 2
    let start = unsafe cells.utf8Start
    let place = digit(unsafe start[cell]) << 6 | digit(unsafe start[cell + 1])
    return place == 0 ? nil : place * 4
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
