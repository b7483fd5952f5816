/// Numbers as TOML writes them.
enum TOMLNumber {
  /// A whole number that is one, and does not fit.
  struct TooLarge: Error {}

  /// The value of a word; nil when it is no number.
  static func value(of word: ArraySlice<UInt8>) throws(TooLarge) -> TOMLValue? {
    if word.count > 2, word.first == UInt8(ascii: "0"), let radix = radix(word.dropFirst().first) {
      guard let digits = plainDigits(word.dropFirst(2), radix: radix) else { return nil }
      return .integer(try integer(digits, radix: radix))
    }
    var rest = word
    var sign = ""
    if let first = rest.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      sign = first == UInt8(ascii: "-") ? "-" : ""
      rest = rest.dropFirst()
    }
    if rest.elementsEqual("inf".utf8) { return .float(sign.isEmpty ? .infinity : -.infinity) }
    if rest.elementsEqual("nan".utf8) { return .float(.nan) }
    let exponent = rest.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let point = rest[..<(exponent ?? rest.endIndex)].firstIndex(of: UInt8(ascii: "."))
    guard let whole = plainDigits(rest[..<(point ?? exponent ?? rest.endIndex)], radix: 10),
      whole.utf8.count == 1 || !whole.hasPrefix("0")
    else { return nil }
    if point == nil, exponent == nil { return .integer(try integer(sign + whole, radix: 10)) }
    var number = sign + whole
    if let point {
      let digits = rest[rest.index(after: point)..<(exponent ?? rest.endIndex)]
      guard let fraction = plainDigits(digits, radix: 10) else { return nil }
      number += "." + fraction
    }
    if let exponent {
      var digits = rest[rest.index(after: exponent)...]
      number += "e"
      if let first = digits.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
        number += first == UInt8(ascii: "-") ? "-" : ""
        digits = digits.dropFirst()
      }
      guard let power = plainDigits(digits, radix: 10) else { return nil }
      number += power
    }
    return Double(number).map { .float($0) }
  }

  /// The value of a digit of any base up to sixteen.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func radix(_ letter: UInt8?) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func integer(_ digits: String, radix: Int) throws(TooLarge) -> Int {
    guard let number = Int(digits, radix: radix) else { throw TooLarge() }
    return number
  }

  /// The digits without the underscores, each of which has to stand between two; nil otherwise.
  private static func plainDigits(_ word: ArraySlice<UInt8>, radix: Int) -> String? {
    var digits: [UInt8] = []
    var isAfterDigit = false
    for byte in word {
      if byte == UInt8(ascii: "_") {
        guard isAfterDigit else { return nil }
        isAfterDigit = false
      } else {
        guard let digit = digit(byte), digit < radix else { return nil }
        digits.append(byte)
        isAfterDigit = true
      }
    }
    return isAfterDigit ? String(decoding: digits, as: UTF8.self) : nil
  }
}
