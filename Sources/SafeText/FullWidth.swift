/// The wide forms that a Chinese input method types for digits, letters and signs.
package enum FullWidth {
  /// The text with every full-width form brought to its ASCII one: １．６ to 1.6, a wide blank to a
  /// blank.
  ///
  /// - Complexity: O(length); a text without wide forms is returned as it is.
  package static func folded(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: { folded($0) != $0 }) else { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(folded(scalar)) }
    return String(scalars)
  }

  /// The ASCII form of one scalar; itself when it has none.
  package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x3000: " "
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    default: scalar
    }
  }
}
