internal import JSON

/// A JSON document for stdout: one line, members in the order that was promised.
struct JSONText {
  let text: String

  init(_ value: JSONValue) { text = JSONWriter.text(of: value) }
}

extension JSONValue {
  /// A text, or null.
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// A whole number, or null.
  init(_ number: (some BinaryInteger)?) { self = number.map { .integer($0) } ?? .null }

  init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

  /// A decimal with at most so many digits after the point, and at least one; null for nil.
  static func decimal(_ number: Double?, digits: Int) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    var fraction = String(rest)
    fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    while fraction.utf8.count > 1, fraction.last == "0" { fraction.removeLast() }
    return .number("\(scaled < 0 ? "-" : "")\(whole).\(fraction)")
  }
}
