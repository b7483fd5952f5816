import Pipeline
import Testing
import Vocabulary
import Wording

@Suite("Amounts as people write them")
struct MoneyTests {
  private let zh = Words(.zh)
  private let en = Words(.en)

  @Test(
    "A typed amount is read exactly",
    arguments: [
      ("1.6亿", "1.6", Money.Unit.yi, "CNY", 16_000_000_000),
      ("1.6亿元", "1.6", .yi, "CNY", 16_000_000_000),
      ("16000万", "16000", .wan, "CNY", 16_000_000_000),
      ("１．６亿", "1.6", .yi, "CNY", 16_000_000_000),
      ("3,000万", "3000", .wan, "CNY", 3_000_000_000),
      ("３，０００ 万", "3000", .wan, "CNY", 3_000_000_000),
      ("5千万", "5000", .wan, "CNY", 5_000_000_000),
      ("1.25百万元", "125", .wan, "CNY", 125_000_000),
      ("20000000美元", "20000000", .one, "USD", 2_000_000_000),
      ("2000万美元", "2000", .wan, "USD", 2_000_000_000),
      ("20m USD", "2000", .wan, "USD", 2_000_000_000),
      ("USD 1.5bn", "15", .yi, "USD", 150_000_000_000),
      ("¥160m", "16000", .wan, "CNY", 16_000_000_000),
      ("人民币3000万元", "3000", .wan, "CNY", 3_000_000_000),
      ("5亿日元", "5", .yi, "JPY", 500_000_000),
      ("0.01元", "0.01", .one, "CNY", 1),
    ] as [(String, String, Money.Unit, String, Int64)])
  func spoken(_ text: String, _ value: String, _ unit: Money.Unit, _ code: String, _ minor: Int64)
    throws
  {
    let currency = try #require(Currency(code: code))
    let money = try #require(Money(value, unit: unit, currency: currency))
    #expect(money.minor == minor)
    #expect(Amount(spoken: text) == .known(money))
  }

  @Test("Undisclosed is an answer", arguments: ["未披露", "undisclosed", " Undisclosed ", "withheld"])
  func undisclosed(_ text: String) {
    #expect(Amount(spoken: text) == .undisclosed)
  }

  @Test(
    "What is no amount is refused, never guessed",
    arguments: [
      "", "NaN", "Infinity", "1e309", "1e8元", "-1", "-1亿", "-0元", "0x10", "三千万元", "亿", "元", "16000",
      "92233720368547758.08元", "9223372036854775808元", "922337203.69亿", "1.6.6亿", "1,60亿",
      "3,0000万",
      ",300万", "1 6亿", "1.亿", ".5亿", "0.001元", "1.6亿亿", "1.6亿元元", "1.6亿日元美元", "+1亿",
      "美元1亿港元",
    ])
  func refused(_ text: String) {
    #expect(Amount(spoken: text) == nil)
  }

  private func shown(_ text: String, _ words: Words) -> String {
    words.amount(Amount(spoken: text))
  }

  @Test(
    "A short amount keeps what a card has room for",
    arguments: [
      ("1.6亿", "1.6亿", "160m CNY"), ("16000万", "1.6亿", "160m CNY"), ("3000万", "3000万", "30m CNY"),
      ("2000万美元", "2000万美元", "20m USD"), ("12345678.90元", "1234万", "12.3m CNY"),
      ("1.2999亿", "1.29亿", "129m CNY"), ("200亿", "200亿", "20bn CNY"),
      ("1.65亿美元", "1.65亿美元", "165m USD"), ("8000元", "8000元", "8k CNY"),
      ("0.05元", "0.05元", "0.05 CNY"),
      ("0元", "0元", "0 CNY"), ("99999999元", "9999万", "99.9m CNY"), ("1.5万亿", "1.5万亿", "1.5tn CNY"),
      ("12万日元", "12万日元", "120k JPY"), ("30万元", "30万", "300k CNY"), ("16.5亿", "16.5亿", "1.6bn CNY"),
      ("未披露", "未披露", "withheld"), ("", "-", "-"),
    ])
  func short(_ text: String, _ chinese: String, _ english: String) {
    #expect([shown(text, zh), shown(text, en)] == [chinese, english])
  }

  @Test("No sum of yuan takes more than nine columns", arguments: 0..<17)
  func columns(_ exponent: Int) {
    let power = (0..<exponent).reduce(Int64(1)) { product, _ in product * 10 }
    for minor in [power, power * 9 + power / 3, power * 10 - 1, power + power / 2] {
      for words in [zh, en] {
        let text = words.sum(minor, .yuan)
        let columns = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
        #expect(columns <= 9, "\(text)")
      }
    }
  }

  @Test("Sums of any size are said, negative ones too")
  func extremes() {
    #expect(zh.sum(.max, .yuan) == "92233万亿")
    #expect(zh.sum(.min, .yuan) == "-92233万亿")
    #expect(en.sum(-16_000_000_000, .yuan) == "-160m CNY")
  }

  @Test("In full, an amount is as it was given, to the last digit")
  func full() {
    #expect(zh.amountInFull(Amount(spoken: "16000.5万")) == "16000.5万元")
    #expect(zh.amountInFull(Amount(spoken: "2000万美元")) == "2000万美元")
    #expect(en.amountInFull(Amount(spoken: "1.6亿")) == "1.6亿 CNY")
    #expect(zh.amountInFull(nil) == "-")
  }

  @Test("Coverage is known of all")
  func coverage() {
    #expect(zh.coverage(0, of: 6) == "0/6")
  }
}
