/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable {
  /// The three letters, the first one highest: there are as many as amounts.
  private let letters: UInt32

  package static let yuan = Currency(Array("CNY".utf8))

  /// Makes a currency from three capital letters; nil for anything else.
  package init?(code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
      return nil
    }
    self.init(code.utf8)
  }

  private init(_ letters: some Sequence<UInt8>) {
    self.letters = letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  package var code: String {
    // Nearly every amount is in yuan.
    if self == .yuan { return "CNY" }
    return String(
      decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
  }

  /// Digits after the point of the smallest unit: 2 for fen and cents, 0 for yen.
  package var minorDigits: Int {
    if self == .yuan { return 2 }
    return switch code {
    case "JPY", "KRW", "VND": 0
    default: 2
    }
  }
}

/// A sum of money as it was given, and exactly in the currency's smallest unit.
package struct Money: Hashable, Sendable {
  /// What the value counts.
  package enum Unit: String, CaseIterable, Sendable {
    case one = "元"
    case wan = "万元"
    case yi = "亿元"

    /// Powers of ten above one unit of the currency.
    package var exponent: Int {
      switch self {
      case .one: 0
      case .wan: 4
      case .yi: 8
      }
    }
  }

  /// The decimal as given, canonical: no leading zeros, no trailing point.
  package let value: String
  package let unit: Unit
  package let currency: Currency
  /// The sum in the currency's smallest unit (fen, cents).
  package let minor: Int64

  /// Makes a sum, or nil when `value` is not a plain decimal, is negative, is finer than the
  /// smallest unit, or does not fit 64 bits.
  package init?(_ value: some StringProtocol, unit: Unit, currency: Currency = .yuan) {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      value.utf8.allSatisfy({ $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) })
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    if parts.count == 2 && fraction.isEmpty { return nil }
    let scale = unit.exponent + currency.minorDigits
    let significant = fraction.reversed().drop { $0 == "0" }
    guard significant.count <= scale else { return nil }
    let kept = String(significant.reversed())
    let digits = whole + kept + String(repeating: "0", count: scale - kept.utf8.count)
    guard let minor = Int64(digits) else { return nil }
    let trimmed = whole.drop { $0 == "0" }
    self.value = (trimmed.isEmpty ? "0" : String(trimmed)) + (kept.isEmpty ? "" : "." + kept)
    self.unit = unit
    self.currency = currency
    self.minor = minor
  }

  /// Makes a sum from a decimal in its canonical form, where it lies; nil for any other form, of
  /// which ``init(_:unit:currency:)`` may yet make one.
  ///
  /// A replay reads nothing else, and the general way took a fifth of its time.
  package init?(
    canonical bytes: UnsafeBufferPointer<UInt8>, unit: Unit, currency: Currency
  ) {
    let point = bytes.firstIndex(of: 0x2E) ?? bytes.count
    let decimals = max(0, bytes.count - point - 1)
    let zeros = unit.exponent + currency.minorDigits - decimals
    let isPlain =
      point > 0 && (point == 1 || bytes[0] != 0x30)
      && (point == bytes.count || decimals > 0 && bytes[bytes.count - 1] != 0x30)
    guard isPlain, zeros >= 0, bytes.count <= 18 else { return nil }
    var minor: Int64 = 0
    for (index, byte) in bytes.enumerated() where index != point {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      minor = minor * 10 + Int64(byte - 0x30)
    }
    for _ in 0..<zeros {
      let (product, overflowed) = minor.multipliedReportingOverflow(by: 10)
      if overflowed { return nil }
      minor = product
    }
    self.init(
      rebuilding: String(decoding: bytes, as: UTF8.self), unit: unit, currency: currency,
      minor: minor)
  }

  /// A sum whose parts a store kept; they are believed to belong together.
  package init(rebuilding value: String, unit: Unit, currency: Currency, minor: Int64) {
    self.value = value
    self.unit = unit
    self.currency = currency
    self.minor = minor
  }

  /// Makes a sum from its smallest unit, in the unit a person would write it in.
  ///
  /// 亿 from one hundred million up, 万 where two decimals hold it, else the currency itself.
  /// A difference may be negative; it keeps its sign.
  package init(minor: Int64, currency: Currency = .yuan) {
    let one = Money.power(of: currency.minorDigits)
    let magnitude = minor.magnitude
    let unit: Unit =
      if magnitude >= 100_000_000 * one {
        .yi
      } else if magnitude > 0 && magnitude % (100 * one) == 0 {
        .wan
      } else {
        .one
      }
    let scale = Money.power(of: unit.exponent + currency.minorDigits)
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: scale)
    // Digits after the point, with the zeros in front that a number does not print.
    let fraction = String(String(scale + rest).dropFirst())
    let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
    value = (minor < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : "." + kept)
    self.unit = unit
    self.currency = currency
    self.minor = minor
  }

  private static func power(of exponent: Int) -> UInt64 {
    (0..<exponent).reduce(UInt64(1)) { product, _ in product * 10 }
  }
}

/// What is known of an amount.
package enum Amount: Hashable, Sendable {
  case known(Money)
  /// The investor will not say; this satisfies a requirement for an amount.
  case undisclosed
}
