import Pipeline
import TestSupport
import Testing
import Vocabulary
import Wording

@Suite("Sentences about typed values")
struct TypedSentenceTests {
  static let problems: [TypedFault.Problem] = [
    .notAnAmount, .unitMissing, .negative, .tooFine, .tooLarge, .notOneAmount, .severalAmounts,
    .unitDoubtful(AmountScale(unit: AmountUnit(.wan), currency: .yuan)), .notADate, .notADay,
    .noSuchDay, .relative, .yearMissing, .notYet(.day("2026-12-28"), today: "2026-11-30"),
    .serial("2023-07-19"), .weekdayDiffers("2023-07-19"), .eitherDay("2023-03-04", "2023-04-03"),
    .scientific, .notAKind,
  ]

  @Test("Every fault names the value and tells how to write it, in both languages, each otherwise")
  func sentences() {
    for language in Language.allCases {
      let words = Words(language)
      let said = Self.problems.map { words.typed(TypedFault("壹", $0)) }
      #expect(Set(said).count == said.count)
      for sentence in said {
        #expect(sentence.contains("壹"))
        #expect(
          // Of a bare number the example is made of it.
          sentence.contains { $0.isASCII && $0.isNumber } || sentence.contains("壹万元")
            || sentence.contains("fund"),
          "no example: \(sentence)")
      }
    }
  }

  @Test("A unit is written as headings write it, and read back")
  func scales() throws {
    for unit in [
      AmountUnit(.one), AmountUnit(.one, shift: 3), AmountUnit(.wan), AmountUnit(.wan, shift: 1),
      AmountUnit(.wan, shift: 2), AmountUnit(.wan, shift: 3), AmountUnit(.yi),
      AmountUnit(.yi, shift: 4),
    ] {
      for code in ["CNY", "USD", "EUR", "JPY", "HKD"] {
        let scale = AmountScale(unit: unit, currency: Currency(code: code))
        #expect(AmountScale(spoken: Words(.zh).scale(scale)) == scale)
      }
    }
  }

  @Test("Every amount and date that is shown is read back as it was")
  func readBack() throws {
    var chance = Chance(seed: 11)
    for _ in 0..<2000 {
      let unit = Money.Unit.allCases[chance.below(3)]
      let code = ["CNY", "USD", "JPY", "HKD", "EUR", "GBP"][chance.below(6)]
      let whole = chance.below(100_000)
      let hasFraction = chance.below(2) == 0 && code != "JPY"
      let value = hasFraction ? "\(whole).\(1 + chance.below(99))" : "\(whole)"
      let currency = try #require(Currency(code: code) as Currency?)
      guard let money = Money(value, unit: unit, currency: currency) else { continue }
      for amount in [Amount.known(money), .undisclosed] {
        for words in [Words(.zh), Words(.en)] {
          let shown = words.amountInFull(amount)
          #expect(Amount(spoken: shown) == amount, "\(shown)")
        }
      }
      let first = Day(number: Int32(chance.below(40_000)))
      for date in [
        BusinessDate.day(first), .month(year: first.civil.year, month: first.civil.month),
        .range(first, first.adding(1 + chance.below(400))), .unknown,
      ] {
        for words in [Words(.zh), Words(.en)] {
          let shown = words.date(date)
          for tense in [DateContext.Tense.happened, .due, .either] {
            let read = BusinessDate(spoken: shown, today: "2026-11-30", tense: tense)
            #expect(read == date, "\(shown)")
          }
        }
      }
    }
  }
}
