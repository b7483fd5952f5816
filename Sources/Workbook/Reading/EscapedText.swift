/// `_x000D_`: how a workbook writes the characters that its markup cannot hold.
enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let value = code(scalars[index...].prefix(7)), let scalar = Unicode.Scalar(value) {
        out.append(scalar)
        index += 7
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return String(out)
  }

  /// A text that says the same after ``decoded(_:)``.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var out = ""
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices {
      out += code(scalars[index...].prefix(7)) == nil ? "" : "_x005F"
      out.unicodeScalars.append(scalars[index])
    }
    return out
  }

  private static func code(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt32? {
    guard scalars.count == 7, scalars.first == "_", scalars.last == "_",
      scalars[scalars.startIndex + 1] == "x"
    else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars.dropFirst(2).dropLast())
    return UInt32(digits, radix: 16)
  }
}
