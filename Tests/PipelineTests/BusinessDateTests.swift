import Pipeline
import TestSupport
import Testing

struct BusinessDateTests {
  @Test(
    "A date reads as it prints",
    arguments: [
      "2023-07-19", "2023-07", "2023-07-01..2023-09-04", "unknown", "1900-01", "2999-12-31",
    ])
  func roundTrip(_ text: String) {
    #expect(BusinessDate(text)?.description == text)
  }

  @Test("A range of one day is that day")
  func shortRange() {
    #expect(BusinessDate("2023-07-19..2023-07-19") == .day("2023-07-19"))
  }

  @Test(
    "Anything else is no date",
    arguments: [
      "", "2023", "2023-7", "2023-13", "2023-00", "2023-02-30", "2023-09-04..2023-07-01",
      "2023-07..2023-09", "2023-07-01..", "..2023-07-01", "2023-07-01...2023-09-04",
      "2023-07-01..2023-09-31", "Unknown", "2023-07-01 2023-09-04", "七月", "2023-07-01…023-09-04",
    ])
  func noDate(_ text: String) {
    #expect(BusinessDate(text) == nil)
  }

  @Test("A month has begun on its first day and is settled on its last")
  func month() {
    let february: BusinessDate = "2024-02"
    #expect(february.earliest == "2024-02-01")
    #expect(february.settled == "2024-02-29")
    #expect(february.exactDay == nil)
    #expect(!february.isSettled(by: "2024-02-28"))
    #expect(february.isSettled(by: "2024-02-29"))
  }

  @Test("A range is settled on its last day, an unknown date always")
  func others() {
    let range: BusinessDate = "2023-07-01..2023-09-04"
    #expect(range.earliest == "2023-07-01")
    #expect(range.settled == "2023-09-04")
    #expect(!range.isSettled(by: "2023-09-03"))
    #expect(BusinessDate.unknown.isSettled(by: "1900-01-01"))
    #expect(BusinessDate.unknown.earliest == nil && BusinessDate.unknown.settled == nil)
    #expect(BusinessDate.day("2023-07-19").exactDay == "2023-07-19")
  }
}
