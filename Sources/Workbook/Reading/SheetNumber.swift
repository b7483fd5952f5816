internal import Glibc

/// A stored number as a person would type it.
enum SheetNumber {
  /// 1.6 for what is stored as 1.6000000000000001: a spreadsheet has fifteen digits.
  static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    var buffer = [CChar](repeating: 0, count: 64)
    _ = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.15g", $0) }
    let text = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.contains("e") ? expanded(text) : text
  }

  /// 1.5e-05 as 0.000015.
  private static func expanded(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) < 400 else { return text }
    let isNegative = parts[0].hasPrefix("-")
    let mantissa = parts[0].drop { $0 == "-" }
    let whole = mantissa.prefix { $0 != "." }
    var digits = String(whole) + mantissa.dropFirst(whole.count + 1)
    var point = whole.count + exponent
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if digits.count < point { digits += String(repeating: "0", count: point - digits.count) }
    let fraction = digits.dropFirst(point)
    return (isNegative ? "-" : "") + digits.prefix(point) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
