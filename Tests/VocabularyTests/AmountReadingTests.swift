import Pipeline
import TestSupport
import Testing
import Vocabulary

@Suite("Amounts as people and tables write them")
struct AmountReadingTests {
  typealias Source = AmountReading.Source

  static func context(_ heading: String = "", table: String = "") -> AmountContext {
    AmountContext(
      heading: AmountScale(spoken: heading) ?? AmountScale(),
      table: AmountScale(spoken: table) ?? AmountScale())
  }

  /// Value, unit and currency as stored, or what it is instead.
  static func shown(_ reading: AmountReading) -> String {
    func shown(_ money: Money?) -> String {
      money.map { $0.value + $0.unit.rawValue + " " + $0.currency.code } ?? "…"
    }
    return switch reading.value {
    case .known(let money): shown(money)
    case .undisclosed: "undisclosed"
    case .blank: "blank"
    case .between(let low, let high): shown(low) + " - " + shown(high)
    }
  }

  static func read(_ text: String, _ context: AmountContext) -> String {
    do throws(TypedFault) {
      return shown(try AmountReading(text, in: context))
    } catch {
      return "\(error.problem)"
    }
  }

  @Test(
    "A typed amount needs its unit or its currency, and is read exactly",
    arguments: [
      ("1.6亿", "1.6亿元 CNY"), ("1.6亿元", "1.6亿元 CNY"), ("5千万", "5000万元 CNY"),
      ("5千元", "5000元 CNY"), ("20千元", "20000元 CNY"), ("百万元", "notAnAmount"),
      ("12百万元", "1200万元 CNY"), ("3千万美元", "3000万元 USD"), ("2千万欧元", "2000万元 EUR"),
      ("5亿日元", "5亿元 JPY"), ("300万港元", "300万元 HKD"), ("8000元", "8000元 CNY"),
      ("￥1,200.00", "1200元 CNY"), ("¥ 1,200.00", "1200元 CNY"), ("$500", "500元 USD"),
      ("500美元", "500元 USD"), ("€5m", "500万元 EUR"), ("RMB 1200", "1200元 CNY"),
      ("CNY1200", "1200元 CNY"), ("1200 usd", "1200元 USD"), ("US$5m", "500万元 USD"),
      ("HK$3亿", "3亿元 HKD"), ("1200万人民币", "1200万元 CNY"), ("1200万元人民币", "1200万元 CNY"),
      ("人民币 1,200 万元", "1200万元 CNY"), ("1200万元整", "1200万元 CNY"), ("3 000万", "3000万元 CNY"),
      ("１２，５００万元", "12500万元 CNY"), ("3000wan", "3000万元 CNY"), ("1.6yi", "1.6亿元 CNY"),
      ("20 million USD", "2000万元 USD"), ("2个亿", "2亿元 CNY"), ("1.20亿", "1.2亿元 CNY"),
      ("5亿（美元）", "5亿元 USD"), ("5000（万元）", "5000万元 CNY"), ("１．６ 亿 元", "1.6亿元 CNY"),
    ])
  func typed(_ text: String, _ expected: String) {
    #expect(Self.read(text, .typed) == expected)
  }

  @Test(
    "Unit and currency come from the cell, else the heading, else the table",
    arguments: [
      ("12,500", "万元", "", "12500万元 CNY", Source.heading, Source.heading),
      ("1200", "百万元", "", "120000万元 CNY", .heading, .heading),
      ("5000", "万美元", "", "5000万元 USD", .heading, .heading),
      ("1.6亿", "万元", "", "1.6亿元 CNY", .cell, .heading),
      ("5", "亿", "万美元", "5亿元 USD", .heading, .table),
      ("5", "", "万元", "5万元 CNY", .table, .table),
      ("5", "美元", "万", "5元 USD", .heading, .heading),
      ("￥1,200.00", "万元", "", "1200万元 CNY", .heading, .cell),
      ("RMB 1200", "万元", "", "1200万元 CNY", .heading, .cell),
      ("CNY1200", "万元", "", "1200万元 CNY", .heading, .cell),
      ("1200人民币", "万元", "", "1200万元 CNY", .heading, .cell),
      ("1,200.00", "万元", "", "1200万元 CNY", .heading, .heading),
      ("12,000,000元", "万元", "", "12000000元 CNY", .cell, .cell),
      ("$500", "万美元", "", "500万元 USD", .heading, .cell),
      ("8000万美元", "万元", "", "8000万元 USD", .cell, .cell),
      ("5", "千元", "", "5000元 CNY", .heading, .heading),
    ])
  func surroundings(
    _ text: String, _ heading: String, _ table: String, _ expected: String, _ unit: Source,
    _ currency: Source
  ) throws {
    let reading = try AmountReading(text, in: Self.context(heading, table: table))
    #expect(Self.shown(reading) == expected)
    #expect(reading.unitSource == unit)
    #expect(reading.currencySource == currency)
  }

  @Test(
    "What is no one sum says what it is",
    arguments: [
      ("1200", "", "unitMissing"), ("1,200.00", "", "unitMissing"), ("0", "", "unitMissing"),
      ("（4500）", "万元", "negative"), ("(4500)", "", "negative"), ("(4500)万元", "", "negative"),
      ("-4500", "万元", "negative"), ("－4500万", "", "negative"), ("负4500万", "", "negative"),
      ("①1亿②2亿", "", "severalAmounts"), ("1.2E+08", "元", "scientific"),
      ("0.001元", "", "tooFine"), ("922337203.69亿", "", "tooLarge"), ("1,60亿", "", "notAnAmount"),
      ("1 6亿", "", "notAnAmount"), ("三千万元", "", "notAnAmount"), ("美元1亿港元", "", "notAnAmount"),
      ("8000万元，其中外资500万美元", "", "notAnAmount"), ("12%", "万元", "notAnAmount"),
    ])
  func refused(_ text: String, _ heading: String, _ expected: String) {
    #expect(Self.read(text, Self.context(heading)) == expected)
  }

  @Test(
    "A small sum in a column of 万元 is asked about, and so is another currency without a unit",
    arguments: ["500美元", "$500", "1200元", "500 USD", "5千元", "￡500", "€500"])
  func doubtful(_ text: String) {
    let context = Self.context("万元")
    #expect(throws: TypedFault(text, .unitDoubtful(context.heading))) {
      try AmountReading(text, in: context)
    }
  }

  @Test(
    "A dash, a stroke and 无 are blank; 待定, 面议 and the like are undisclosed",
    arguments: [
      ("", "blank"), ("　", "blank"), ("—", "blank"), ("——", "blank"), ("-", "blank"),
      ("/", "blank"),
      ("／", "blank"), ("无", "blank"), ("暂无", "blank"), ("N/A", "blank"), ("待定", "undisclosed"),
      ("未定", "undisclosed"), ("面议", "undisclosed"), ("未披露", "undisclosed"),
      ("保密", "undisclosed"), ("TBD", "undisclosed"),
    ])
  func none(_ text: String, _ expected: String) {
    #expect(Self.read(text, .typed) == expected)
    #expect(Self.read(text, Self.context("万元")) == expected)
  }

  @Test(
    "About a sum is the sum, a range or a bound is none, and the words are kept",
    arguments: [
      ("约2亿", "2亿元 CNY"), ("2亿左右", "2亿元 CNY"), ("约8000万", "8000万元 CNY"),
      ("近3亿元", "3亿元 CNY"), ("10余亿元", "10亿元 CNY"), ("2亿多", "2亿元 CNY"),
      ("大约 2 个亿", "2亿元 CNY"), ("预计5000万元", "5000万元 CNY"),
      ("1亿元（含设备）", "1亿元 CNY"),
      ("3-5亿元", "3亿元 CNY - 5亿元 CNY"), ("3～5亿元", "3亿元 CNY - 5亿元 CNY"),
      ("3亿—5亿元", "3亿元 CNY - 5亿元 CNY"), ("5000万-1亿元", "5000万元 CNY - 1亿元 CNY"),
      ("3至5亿美元", "3亿元 USD - 5亿元 USD"), ("不低于1亿", "1亿元 CNY - …"),
      ("1亿以上", "1亿元 CNY - …"), ("超1亿元", "1亿元 CNY - …"), ("1亿+", "1亿元 CNY - …"),
      ("不超过2亿元", "… - 2亿元 CNY"), ("2亿元以内", "… - 2亿元 CNY"),
    ])
  func imprecise(_ text: String, _ expected: String) throws {
    let reading = try AmountReading(text, in: .typed)
    #expect(Self.shown(reading) == expected)
    #expect(reading.words == text)
  }

  @Test("A range upside down is refused")
  func upsideDown() {
    #expect(Self.read("5-3亿元", .typed) == "notAnAmount")
    #expect(Self.read("3亿美元-5亿元", .typed) == "notAnAmount")
  }

  @Test(
    "A unit is read with its currency",
    arguments: [
      ("万元", AmountUnit(.wan), "CNY"), ("万美元", AmountUnit(.wan), "USD"),
      ("亿元", AmountUnit(.yi), "CNY"), ("百万元", AmountUnit(.wan, shift: 2), "CNY"),
      ("千万元", AmountUnit(.wan, shift: 3), "CNY"), ("千元", AmountUnit(.one, shift: 3), "CNY"),
      ("元", AmountUnit(.one), "CNY"), ("美元", AmountUnit(.one), "USD"),
      ("亿日元", AmountUnit(.yi), "JPY"), ("万 欧元", AmountUnit(.wan), "EUR"),
      ("万元人民币", AmountUnit(.wan), "CNY"), ("m USD", AmountUnit(.wan, shift: 2), "USD"),
      ("万港元", AmountUnit(.wan), "HKD"), ("RMB万元", AmountUnit(.wan), "CNY"),
    ])
  func scale(_ text: String, _ unit: AmountUnit, _ code: String) {
    #expect(
      AmountScale(spoken: text)
        == AmountScale(unit: unit, currency: Currency(code: code)))
  }

  @Test("What is no unit is none", arguments: ["", "个", "亩", "万美元港元", "12万元", "万平方米", "元元"])
  func noScale(_ text: String) { #expect(AmountScale(spoken: text) == nil) }

  /// Texts of every make: whatever is known is what its digits say, and nothing traps.
  @Test("No text under 万元 becomes a sum of another size")
  func anyText() {
    var pieces = Chance(seed: 20_261_130)
    let alphabet = [
      "1", "2", "0", "5", "00", ",", ".", "亿", "万", "千", "百", "元", "美元", "￥", "$", "约", "左右", "-",
      "（", "）", " ", "个", "余", "以上", "E+", "①", "，", "RMB", "不低于", "/", "无",
    ]
    let context = Self.context("万元")
    for _ in 0..<4000 {
      let text = (0..<pieces.below(7)).map { _ in alphabet[pieces.below(alphabet.count)] }.joined()
      guard let reading = try? AmountReading(text, in: context),
        case .known(let money) = reading.value
      else { continue }
      let digits = text.filter(\.isWholeNumber)
      let shown = money.value.filter { $0 != "." }
      #expect(
        digits.contains(shown.trimmingZeros) || shown.contains(digits.trimmingZeros),
        "\(text) was read as \(money.value) \(money.unit)")
      #expect(money.minor == 0 || money.minor >= 1_000_000 || text.contains("."), "\(text)")
    }
  }
}

extension String {
  fileprivate var trimmingZeros: String {
    let kept = drop { $0 == "0" }
    return String(kept.reversed().drop { $0 == "0" }.reversed())
  }
}
