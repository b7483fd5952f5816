import Pipeline
import Testing
import Vocabulary
import Wording

@Suite("Dates as people write them")
struct DateTests {
  private let zh = Words(.zh)
  private let en = Words(.en)

  /// 2026-11-22 is a Sunday.
  private static let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

  @Test(
    "A typed date is read",
    arguments: [
      ("2023-07-19", "2023-07-19"), ("2023-07", "2023-07"),
      ("2023-07-01..2023-09-04", "2023-07-01..2023-09-04"), ("unknown", "unknown"),
      ("不详", "unknown"), (" 日期不详 ", "unknown"),
      ("今天", "2026-11-22"), ("昨天", "2026-11-21"), ("明天", "2026-11-23"), ("Today", "2026-11-22"),
      ("+3d", "2026-11-25"), ("-2d", "2026-11-20"), ("＋３ｄ", "2026-11-25"), ("+1w", "2026-11-29"),
      ("3天后", "2026-11-25"), ("2周前", "2026-11-08"),
      ("周五", "2026-11-20"), ("星期日", "2026-11-22"), ("周日", "2026-11-22"), ("星期天", "2026-11-22"),
      ("下周三", "2026-11-25"), ("上周五", "2026-11-13"), ("本周一", "2026-11-16"), ("fri", "2026-11-20"),
      ("Wednesday", "2026-11-18"),
      ("7-19", "2026-07-19"), ("7/19", "2026-07-19"), ("7月19日", "2026-07-19"),
      ("7月19号", "2026-07-19"),
      ("1-5", "2027-01-05"), ("5月30日", "2026-05-30"),
      ("2026年11月22日", "2026-11-22"), ("２０２６年１１月２２日", "2026-11-22"), ("2026/1/5", "2026-01-05"),
      ("2026.11.22", "2026-11-22"), ("20230719", "2023-07-19"), ("2023-7-9", "2023-07-09"),
      ("2023年7月", "2023-07"), ("7月", "2026-07"), ("7月份", "2026-07"), ("2023/7", "2023-07"),
      ("7月1日至9月4日", "2026-07-01..2026-09-04"), ("2023-7-1~9-4", "2023-07-01..2023-09-04"),
      ("昨天到今天", "2026-11-21..2026-11-22"), ("2023年7月1日至2023年9月4日", "2023-07-01..2023-09-04"),
      ("7-19..7-19", "2026-07-19"),
    ])
  func spoken(_ text: String, _ expected: String) {
    #expect(BusinessDate(spoken: text, today: Self.today)?.description == expected)
  }

  @Test(
    "What is no date, or does not exist, is refused",
    arguments: [
      "", " ", "2026-02-30", "13-01", "0-0", "2月30日", "周八", "周", "+", "+d", "3", "++3d", "-",
      "10000-01-01", "10000-01-01T23:59:60Z", "19", "+99999999999999999999d",
      "2023-09-04..2023-07-01", "2026--11", "7月19日20日", "2023-13", "1-2 MAR1", "+99999d99", "月",
      "3d", "2026-11-22 ..", "年月日",
    ])
  func refused(_ text: String) {
    #expect(BusinessDate(spoken: text, today: Self.today) == nil)
  }

  @Test("2-29 in a year far from a leap year is no date")
  func leapDay() throws {
    let today = try #require(Day("2026-06-01"))
    #expect(BusinessDate(spoken: "2-29", today: today) == nil)
  }

  @Test("A day is read, a month is not one")
  func day() {
    #expect(Day(spoken: "明天", today: Self.today)?.description == "2026-11-23")
    #expect(Day(spoken: "2023-07", today: Self.today) == nil)
  }

  @Test("What is shown reads back as the same date", arguments: Language.allCases)
  func roundTrip(_ language: Language) {
    for text in ["2023-07-19", "2023-07", "2023-07-01..2023-09-04", "unknown"] {
      let date = BusinessDate(text)
      let shown = date.map(Words(language).date) ?? ""
      #expect(BusinessDate(spoken: shown, today: Self.today) == date)
    }
  }

  @Test("Short dates leave the year out where they can")
  func short() throws {
    #expect(zh.shortDate(Self.today) == "11-22")
    #expect(zh.shortDate(try #require(BusinessDate("2023-07-01..2023-09-04"))) == "07-01..09-04")
    #expect(zh.shortDate(try #require(BusinessDate("2023-07"))) == "2023-07")
    #expect(zh.shortDate(.unknown) == "不详")
  }

  @Test("Weekdays, spans and due days are said in both languages")
  func spans() {
    let week = (1...7).map { Self.today.adding($0) }
    #expect(week.map(zh.weekday) == ["周一", "周二", "周三", "周四", "周五", "周六", "周日"])
    #expect(week.map(en.weekday) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect([zh.days(3), en.days(3)] == ["3天", "3d"])
    #expect([3, 0, -2].map(zh.dueIn) == ["还剩3天", "今天", "逾期2天"])
    #expect([3, 0, -2].map(en.dueIn) == ["3d left", "today", "2d overdue"])
  }
}
