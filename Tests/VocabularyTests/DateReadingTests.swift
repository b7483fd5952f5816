import Pipeline
import TestSupport
import Testing
import Vocabulary

@Suite("Dates as people and tables write them")
struct DateReadingTests {
  /// A Monday.
  static let today: Day = "2026-11-30"

  static func typed(_ tense: DateContext.Tense) -> DateContext {
    DateContext(today: today, tense: tense)
  }

  static func file(
    _ tense: DateContext.Tense = .happened, year: Int? = nil, _ serials: SerialDays? = .from1900
  ) -> DateContext {
    DateContext(today: today, tense: tense, place: .file(year: year, serials: serials))
  }

  static func read(_ text: String, _ context: DateContext) -> String {
    do throws(TypedFault) {
      return try DateReading(text, in: context).date?.description ?? "blank"
    } catch {
      return "\(error.problem)".split(separator: "(").first.map(String.init) ?? ""
    }
  }

  /// What means the same in a file and typed by a person.
  private static let written = [
    ("2023-07-19", "2023-07-19"), ("2023.7.19", "2023-07-19"), ("2023/7/19", "2023-07-19"),
    ("2023/7/19 0:00", "2023-07-19"), ("2023-07-19 00:00:00", "2023-07-19"),
    ("2023-07-19T00:00:00", "2023-07-19"), ("2023-07-19T08:30:00.000", "2023-07-19"),
    ("2023年7月19日", "2023-07-19"), ("2023年7月19日（周三）", "2023-07-19"),
    ("2023年7月19日(星期三)", "2023-07-19"), ("2023年7月19日周三", "2023-07-19"),
    ("2023-07-19 周三", "2023-07-19"), ("2023-07-19 Wed", "2023-07-19"),
    ("2023年7月19日下午3点", "2023-07-19"), ("2023年7月19日 15:30", "2023-07-19"),
    ("二〇二三年八月三日", "2023-08-03"), ("二零二三年十二月二十五日", "2023-12-25"),
    ("二○二三年十月", "2023-10"), ("２０２３年７月１９日", "2023-07-19"), ("20230719", "2023-07-19"),
    ("2023 年 7 月 19 日", "2023-07-19"), ("2023年7月19号", "2023-07-19"), ("23.7.19", "2023-07-19"),
    ("7/19/2023", "2023-07-19"), ("19.7.2023", "2023-07-19"), ("7/19/23", "2023-07-19"),
    ("19 July 2023", "2023-07-19"), ("Jul 19, 2023", "2023-07-19"),
    ("12/Mar/26 9:41 AM", "2026-03-12"),
    ("2023年10月", "2023-10"), ("2023-10", "2023-10"), ("2023/10", "2023-10"), ("2023.10", "2023-10"),
    ("202310", "2023-10"), ("2023年7月中旬", "2023-07-11..2023-07-20"),
    ("2023年7月上旬", "2023-07-01..2023-07-10"), ("2023年2月下旬", "2023-02-21..2023-02-28"),
    ("2023年7月底", "2023-07-21..2023-07-31"), ("2023年7月初", "2023-07-01..2023-07-10"),
    ("2023年初", "2023-01-01..2023-03-31"), ("2023年底", "2023-11-01..2023-12-31"),
    ("2023年上半年", "2023-01-01..2023-06-30"), ("2023年三季度", "2023-07-01..2023-09-30"),
    ("2023年第3季度", "2023-07-01..2023-09-30"), ("2023年", "2023-01-01..2023-12-31"),
    ("2023年7月1日至9月4日", "2023-07-01..2023-09-04"), ("2023.7.1-2023.9.4", "2023-07-01..2023-09-04"),
    ("2023年7月19日-21日", "2023-07-19..2023-07-21"), ("2023年7月19-21日", "2023-07-19..2023-07-21"),
    ("2023年12月28日至1月3日", "2023-12-28..2024-01-03"), ("2023年3月-5月", "2023-03-01..2023-05-31"),
    ("2026-08-31T16:30Z", "2026-09-01"), ("20261015T160000Z", "2026-10-16"),
    ("2026-09-01T00:30:00+09:00", "2026-08-31"), ("2026-08-31T23:30:00+08:00", "2026-08-31"),
    ("2026-08-31 16:30:00+0000", "2026-09-01"), ("不详", "unknown"),
    ("2023年2月30日", "noSuchDay"), ("2023-02-30", "noSuchDay"), ("2月30日", "noSuchDay"),
    ("2023-13-01", "noSuchDay"), ("二〇二三年二月三十日", "noSuchDay"),
    ("2023年7月19日（周五）", "weekdayDiffers"), ("3/4/2023", "eitherDay"), ("201112", "eitherDay"),
    ("七月流火", "notADate"), ("2023年7月19日（预计）", "notADate"), ("2023--7", "notADate"),
    ("2023-09-04..2023-07-01", "notADate"), ("19", "notADate"), ("1-2 MAR1", "notADate"),
    ("13-01", "notADate"), ("1/32", "notADate"), ("2023年25日", "notADate"),
  ]

  @Test("A date with its year means the same wherever it stands", arguments: written)
  func anywhere(_ text: String, _ expected: String) {
    for context in [
      Self.typed(.happened), Self.typed(.due), Self.file(), Self.file(.either, year: 2020),
    ] {
      #expect(Self.read(text, context) == expected)
    }
  }

  @Test(
    "A typed day without a year is past where it has happened, and to come where it is due",
    arguments: [
      // Text, of what has happened, what is due, either.
      ("12月28日", "2025-12-28", "2026-12-28", "2026-12-28"),
      ("12-28", "2025-12-28", "2026-12-28", "2026-12-28"),
      ("1228", "2025-12-28", "2026-12-28", "2026-12-28"),
      ("1225", "2025-12-25", "2026-12-25", "2026-12-25"),
      ("3.11", "2026-03-11", "2027-03-11", "2027-03-11"),
      ("7/19", "2026-07-19", "2027-07-19", "2026-07-19"),
      ("十一月三十日", "2026-11-30", "2026-11-30", "2026-11-30"),
      ("11月30日", "2026-11-30", "2026-11-30", "2026-11-30"),
      ("25日", "2026-11-25", "2026-12-25", "2026-11-25"),
      ("31号", "2026-10-31", "2026-12-31", "2026-10-31"),
      ("12月", "2025-12", "2026-12", "2026-12"), ("11月", "2026-11", "2026-11", "2026-11"),
      ("7月中旬", "2026-07-11..2026-07-20", "2027-07-11..2027-07-20", "2026-07-11..2026-07-20"),
      ("月底", "2026-11-21..2026-11-30", "2026-11-21..2026-11-30", "2026-11-21..2026-11-30"),
      ("月初", "2026-11-01..2026-11-10", "2026-12-01..2026-12-10", "2026-12-01..2026-12-10"),
      ("年初", "2026-01-01..2026-03-31", "2027-01-01..2027-03-31", "2027-01-01..2027-03-31"),
      ("年底", "2026-11-01..2026-12-31", "2026-11-01..2026-12-31", "2026-11-01..2026-12-31"),
      ("周五", "2026-11-27", "2026-12-04", "2026-12-04"),
      ("周一", "2026-11-30", "2026-11-30", "2026-11-30"),
      ("下周", "2026-12-07..2026-12-13", "2026-12-07..2026-12-13", "2026-12-07..2026-12-13"),
      ("下周三", "2026-12-09", "2026-12-09", "2026-12-09"),
      ("上周五", "2026-11-27", "2026-11-27", "2026-11-27"),
      ("下月", "2026-12", "2026-12", "2026-12"),
      ("下月底", "2026-12-21..2026-12-31", "2026-12-21..2026-12-31", "2026-12-21..2026-12-31"),
      ("上个月25日", "2026-10-25", "2026-10-25", "2026-10-25"),
      ("去年12月", "2025-12", "2025-12", "2025-12"),
      ("昨天", "2026-11-29", "2026-11-29", "2026-11-29"),
      ("三天后", "2026-12-03", "2026-12-03", "2026-12-03"),
      ("两周前", "2026-11-16", "2026-11-16", "2026-11-16"),
      ("+3d", "2026-12-03", "2026-12-03", "2026-12-03"),
      ("3月4日-6日", "2026-03-04..2026-03-06", "2027-03-04..2027-03-06", "2027-03-04..2027-03-06"),
      ("12月28日至1月3日", "2025-12-28..2026-01-03", "2026-12-28..2027-01-03", "2026-12-28..2027-01-03"),
      ("45126", "serial", "serial", "serial"), ("2-29", "noSuchDay", "noSuchDay", "noSuchDay"),
    ])
  func withoutYear(_ text: String, _ happened: String, _ due: String, _ either: String) {
    #expect(Self.read(text, Self.typed(.happened)) == happened)
    #expect(Self.read(text, Self.typed(.due)) == due)
    #expect(Self.read(text, Self.typed(.either)) == either)
  }

  @Test(
    "In a file the sheet's year counts, and without one a day is a question",
    arguments: [
      ("12月28日", "yearMissing", "2025-12-28"), ("3.11", "yearMissing", "2025-03-11"),
      ("7/19", "yearMissing", "2025-07-19"), ("7月中旬", "yearMissing", "2025-07-11..2025-07-20"),
      ("10月", "yearMissing", "2025-10"), ("年底", "yearMissing", "2025-11-01..2025-12-31"),
      ("25日", "yearMissing", "yearMissing"), ("2月29日", "yearMissing", "noSuchDay"),
      ("1225", "notADate", "notADate"), ("昨天", "relative", "relative"),
      ("周五", "relative", "relative"),
      ("+3d", "relative", "relative"), ("下周", "relative", "relative"),
      ("本月底", "relative", "relative"),
      ("今年3月", "relative", "relative"), ("45126", "2023-07-19", "2023-07-19"),
      ("45126.5", "2023-07-19", "2023-07-19"), ("/", "blank", "blank"), ("—", "blank", "blank"),
      ("无", "blank", "blank"), ("未开工", "blank", "blank"), ("待定", "blank", "blank"),
    ])
  func inFiles(_ text: String, _ without: String, _ of2025: String) {
    #expect(Self.read(text, Self.file()) == without)
    #expect(Self.read(text, Self.file(year: 2025)) == of2025)
  }

  @Test("What has happened is never put after today by the sheet's year")
  func afterToday() {
    #expect(Self.read("12月28日", Self.file(.happened, year: 2026)) == "notYet")
    #expect(Self.read("12月28日", Self.file(.due, year: 2026)) == "2026-12-28")
    #expect(Self.read("2027-03-01", Self.file(.happened, year: nil)) == "notYet")
    #expect(Self.read("2027-03-01", Self.file(.due, year: nil)) == "2027-03-01")
  }

  @Test("A deadline may say that it is before a day, what has happened may not")
  func beforeADay() {
    #expect(Self.read("2027年6月底前", Self.file(.due, year: nil)) == "2027-06-21..2027-06-30")
    #expect(Self.read("2026年6月底前", Self.file(.happened, year: nil)) == "notADate")
  }

  @Test("Excel's numbers are days where the context says so, in both systems")
  func serials() throws {
    #expect(Self.read("45126", Self.file(.either, .from1900)) == "2023-07-19")
    #expect(Self.read("43664", Self.file(.either, .from1904)) == "2023-07-19")
    #expect(Self.read("45126", Self.file(.either, nil)) == "serial")
    let day: Day = "2023-07-19"
    #expect(throws: TypedFault("45126", .serial(day))) {
      try DateReading("45126", in: Self.typed(.happened))
    }
  }

  @Test("What told the day is told")
  func bases() throws {
    let cases: [(String, DateContext, DateReading.Basis)] = [
      ("2023-07-19", Self.typed(.happened), .written), ("12月28日", Self.typed(.happened), .nearest),
      ("昨天", Self.typed(.happened), .relative), ("12月28日", Self.file(year: 2025), .sheet),
      ("45126", Self.file(), .serial), ("2026-08-31T16:30Z", Self.file(), .zone),
    ]
    for (text, context, basis) in cases {
      #expect(try DateReading(text, in: context).basis == basis, "\(text)")
    }
    #expect(try DateReading("未开工", in: Self.file()).words == "未开工")
  }

  @Test("Whatever day it is, a day that has happened is not after it, and a due one not before")
  func everyDay() throws {
    for offset in 0..<800 {
      let today = Self.today.adding(offset)
      for (month, day) in [(1, 1), (2, 28), (6, 30), (12, 28), (12, 31)] {
        let text = "\(month)月\(day)日"
        let past = try #require(Day(spoken: text, today: today, tense: .happened))
        let due = try #require(Day(spoken: text, today: today, tense: .due))
        #expect(past <= today && past.days(since: today) > -367)
        #expect(due >= today && due.days(since: today) < 367)
      }
      for day in [1, 15, 28, 31] {
        let past = try #require(Day(spoken: "\(day)日", today: today, tense: .happened))
        let due = try #require(Day(spoken: "\(day)日", today: today, tense: .due))
        #expect(past <= today && past.days(since: today) > -63 && past.civil.day == day)
        #expect(due >= today && due.days(since: today) < 63 && due.civil.day == day)
      }
    }
  }

  @Test("Every day is read back from every way to write it")
  func everyForm() throws {
    var chance = Chance(seed: 7)
    let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func ideographs(_ number: Int) -> String {
      let (tens, ones) = (number / 10, number % 10)
      return (tens == 0 ? "" : (tens == 1 ? "" : numerals[tens]) + "十")
        + (ones == 0 && tens > 0 ? "" : numerals[ones])
    }
    for _ in 0..<500 {
      let day = Day(number: Int32(chance.below(40_000)))
      let (year, month, date) = day.civil
      let weekday = ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
      let years = String(year).map { numerals[Int(String($0)) ?? 0] }.joined()
      for text in [
        "\(year)-\(month)-\(date)", "\(year)/\(month)/\(date) 0:00", "\(year).\(month).\(date)",
        "\(year)年\(month)月\(date)日", "\(year)年\(month)月\(date)日（周\(weekday)）",
        "\(years)年\(ideographs(month))月\(ideographs(date))日", "\(day)T00:00:00",
        "\(year * 10_000 + month * 100 + date)", "\(day.number + 25_569)",
      ] {
        if text.count == 5, !(10_000...99_999).contains(Int(text) ?? 0) { continue }
        let reading = try DateReading(text, in: Self.file(.either))
        #expect(reading.date == .day(day), "\(text)")
      }
    }
  }
}
