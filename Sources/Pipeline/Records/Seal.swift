/// A digest of the whole journal up to one event, which whoever keeps a printed report holds against it.
package struct Seal: Hashable, Sendable {
  /// The last event it covers.
  package let sequence: SequenceNumber
  /// SHA-256, as 64 digits of lower-case hex.
  package let digest: String

  package init(sequence: SequenceNumber, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }
}

/// A seal as somebody has it on paper: the number, and at least the first digits.
package struct SealClaim: Hashable, Sendable {
  package let sequence: SequenceNumber
  /// Lower-case hex, from ``leastDigits`` to 64 of it.
  package let digits: String

  /// So few that they can be typed from paper, so many that nobody makes another history fit them.
  package static let leastDigits = 16
  private static let allDigits = 64

  /// Reads `#4711 3f9a…` with or without the words that are printed around it; nil for anything else.
  package init?(_ text: String) {
    let text = Array(text.unicodeScalars)
    guard let sign = text.firstIndex(where: { $0 == "#" || $0 == "＃" }) else { return nil }
    let number = text[(sign + 1)...].prefix { ("0"..."9").contains($0) }
    guard (1...15).contains(number.count), let sequence = UInt64(SealClaim.string(number)) else {
      return nil
    }
    let rest = text[number.endIndex...].drop { $0.properties.isWhitespace }
    guard rest.startIndex > number.endIndex else { return nil }
    let digits = rest.prefix { $0.isASCII && $0.properties.isASCIIHexDigit }
    guard (SealClaim.leastDigits...SealClaim.allDigits).contains(digits.count) else { return nil }
    // What follows on paper is a mark of omission, or another word.
    if let next = rest.dropFirst(digits.count).first, !next.properties.isWhitespace,
      !"…. ，,（(".unicodeScalars.contains(next)
    {
      return nil
    }
    self.sequence = SequenceNumber(sequence)
    self.digits = SealClaim.string(digits).lowercased()
  }

  /// Whether a seal is the one that was printed.
  package func isMet(by seal: Seal) -> Bool {
    seal.sequence == sequence && seal.digest.hasPrefix(digits)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
