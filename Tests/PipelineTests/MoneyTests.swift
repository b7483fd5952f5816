import Pipeline
import TestSupport
import Testing

struct MoneyTests {
  @Test(
    "A sum is exact in fen",
    arguments: [
      ("3000", Money.Unit.wan, 3_000_000_000 as Int64), ("0.3", .yi, 3_000_000_000),
      ("12.345678", .wan, 12_345_678), ("1.2345678901", .yi, 12_345_678_901), ("0", .one, 0),
      ("0.01", .one, 1), ("007.50", .one, 750), ("200", .yi, 2_000_000_000_000),
      ("92233720368547758.07", .one, .max), ("0.1", .one, 10),
    ])
  func exact(value: String, unit: Money.Unit, fen: Int64) {
    #expect(Money(value, unit: unit)?.minor == fen)
  }

  @Test("A sum keeps the value as it was given, without idle zeros")
  func asGiven() {
    #expect(Money("0030.500", unit: .wan)?.value == "30.5")
    #expect(Money("0", unit: .yi)?.value == "0")
    #expect(Money("000.0", unit: .yi)?.value == "0")
    #expect(Money("3000", unit: .wan) != Money("0.3", unit: .yi), "as given, not as counted")
  }

  @Test(
    "What is not a plain sum is none",
    arguments: [
      "", ".", "1.", ".5", "-1", "+1", "1,000", "1e3", "NaN", "0x10", "１２", "三千", " 1", "1 ",
      "1.2.3", "12.3456789", "0.000000001", "92233720368547758.08", "9999999999999999999999999999",
    ])
  func noSum(_ text: String) {
    #expect(Money(text, unit: .one) == nil)
    #expect(Money(text, unit: .wan) == nil)
  }

  @Test("Yen have no smaller unit, dollars have cents")
  func currencies() throws {
    let yen = try #require(Currency(code: "JPY"))
    let dollar = try #require(Currency(code: "USD"))
    #expect(Money("5", unit: .wan, currency: yen)?.minor == 50_000)
    #expect(Money("5.5", unit: .one, currency: yen) == nil)
    #expect(Money("5.55", unit: .one, currency: dollar)?.minor == 555)
    #expect(Currency(code: "usd") == nil && Currency(code: "US") == nil)
    #expect(Currency(code: "元元元") == nil)
  }

  @Test(
    "A counted sum is written in the unit a person would use",
    arguments: [
      (0 as Int64, "0", Money.Unit.one), (1, "0.01", .one), (12_345, "123.45", .one),
      (1_000_000, "1", .wan), (1_230_000, "1.23", .wan), (3_000_000_000, "3000", .wan),
      (10_000_000_000, "1", .yi), (12_345_678_901, "1.2345678901", .yi), (-5, "-0.05", .one),
      (-50, "-0.5", .one), (-1_000_000, "-1", .wan),
      (.max, "922337203.6854775807", .yi), (.min, "-922337203.6854775808", .yi),
    ])
  func written(fen: Int64, value: String, unit: Money.Unit) {
    let money = Money(minor: fen)
    #expect(money.value == value && money.unit == unit && money.minor == fen)
  }

  @Test("A counted sum reads back to the same sum", arguments: 0..<200)
  func roundTrip(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let fen = Int64.random(
      in: 0...(.max >> Int64(random.pick([0, 8, 16, 30, 40, 50]))), using: &random)
    for currency in [Currency.yuan, Currency(code: "JPY") ?? .yuan] {
      let money = Money(minor: fen, currency: currency)
      #expect(Money(money.value, unit: money.unit, currency: currency) == money)
    }
  }
}

struct CanonicalMoneyTests {
  @Test("A canonical decimal is the same sum either way, and any other form is left to the general")
  func canonical() {
    let texts = [
      "0", "1", "1.6", "0.01", "0.001", "10.20", "01", "00", ".5", "5.", "", "1.2.3", "-1", "1e3",
      "92233720368547758.07", "92233720368547758.08", "9999999999999999999", "123456789012345678",
      "0.00000001", "12a", "１", "100", "0.10", "0.0",
    ]
    var taken = 0
    for unit in Money.Unit.allCases {
      for currency in [Currency.yuan, Currency(code: "JPY") ?? .yuan] {
        for text in texts {
          let general = Money(text, unit: unit, currency: currency)
          let bytes = Array(text.utf8)
          let quick = bytes.withUnsafeBufferPointer {
            Money(canonical: $0, unit: unit, currency: currency)
          }
          guard let quick else { continue }
          taken += 1
          #expect(quick == general, "\(text) \(unit)")
        }
      }
    }
    #expect(taken > 20)
  }
}
