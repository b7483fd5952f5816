import Pipeline
import TestSupport
import Testing

struct DayTests {
  /// The next day of a calendar kept by hand.
  private func dayAfter(_ date: (year: Int, month: Int, day: Int)) -> (Int, Int, Int) {
    let (year, month, day) = date
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if day < lengths[month - 1] { return (year, month, day + 1) }
    return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
  }

  @Test("Every day from 1900 to 2999 follows the one before and comes back from its number")
  func everyDay() throws {
    var expected = (1900, 1, 1)
    var day = try #require(Day(year: 1900, month: 1, day: 1))
    var wrong = 0
    var count = 0
    while expected.0 <= 2999 {
      if day.civil != expected { wrong += 1 }
      if Day(year: expected.0, month: expected.1, day: expected.2) != day { wrong += 1 }
      if day.weekday != count % 7 + 1 { wrong += 1 }  // 1 January 1900 was a Monday.
      expected = dayAfter((expected.0, expected.1, expected.2))
      day = day.adding(1)
      count += 1
    }
    #expect(wrong == 0)
    #expect(count == 401_767)
  }

  @Test("A printed day reads back")
  func printing() {
    var wrong: [Day] = []
    var day: Day = "1900-01-01"
    while day <= "2999-12-31" {
      if Day(day.description) != day { wrong.append(day) }
      day = day.adding(37)
    }
    #expect(wrong.isEmpty)
    #expect(("2023-07-09" as Day).description == "2023-07-09")
    #expect(("1970-01-01" as Day).number == 0)
  }

  @Test(
    "A date that does not exist is no day",
    arguments: [
      "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00",
      "2023-01-32", "1899-12-31", "3000-01-01", "2023-1-1", "2023/01/01", " 2023-01-01",
      "2023-01-01 ", "20230101", "", "２０２３-01-01", "2023-0a-01", "-023-01-01", "2023-01-01T",
    ])
  func noDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test("The 29th of February exists in leap years", arguments: [1904, 2000, 2024, 2400, 2996])
  func leapYears(_ year: Int) {
    #expect(Day(year: year, month: 2, day: 29) != nil)
    #expect(Day(year: year + 1, month: 2, day: 29) == nil)
  }

  @Test("Days are counted and compared across years")
  func counting() {
    #expect(("2024-03-01" as Day).days(since: "2023-03-01") == 366)
    #expect(("2023-03-01" as Day).days(since: "2024-03-01") == -366)
    #expect(("2023-12-31" as Day).adding(1) == "2024-01-01")
    #expect(("2024-01-01" as Day).adding(-1) == "2023-12-31")
    #expect(("2023-07-19" as Day) < "2023-07-20")
    #expect(("2023-07-19" as Day).weekday == 3)
  }

  @Test("A step too far stops at the end and never wraps round")
  func farAway() {
    let day: Day = "2023-07-19"
    #expect(day.adding(.max) > day)
    #expect(day.adding(.min) < day)
    #expect(day.adding(Int(Int32.max)) > day)
  }
}
