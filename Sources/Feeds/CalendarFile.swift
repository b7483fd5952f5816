internal import Pipeline

/// A calendar as RFC 5545 writes it: lines of at most 75 octets that end with CRLF.
package struct CalendarFile: Hashable, Sendable {
  package var name: String
  package var entries: [CalendarEntry]
  /// Whether each entry rings, at nine in the morning of its day.
  package var hasAlarms = true

  package init(name: String, entries: [CalendarEntry], hasAlarms: Bool = true) {
    self.name = name
    self.entries = entries
    self.hasAlarms = hasAlarms
  }

  /// - Parameter written: When, as `20261130T090000Z`: what RFC 5545 calls a date with UTC time.
  /// - Complexity: O(octets).
  package func text(written: String) -> String {
    var lines = CalendarLines()
    func line(_ name: String, _ value: String) { lines.put(name, value) }
    func line(_ name: String, texts: [String]) { lines.put(name, texts: texts) }
    line("BEGIN", "VCALENDAR")
    line("VERSION", "2.0")
    line("PRODID", Self.product)
    line("CALSCALE", "GREGORIAN")
    line("METHOD", "PUBLISH")
    line("X-WR-CALNAME", texts: [name])
    line("X-WR-TIMEZONE", Self.zone)
    line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
    line("BEGIN", "VTIMEZONE")
    line("TZID", Self.zone)
    line("BEGIN", "STANDARD")
    line("DTSTART", "19700101T000000")
    line("TZOFFSETFROM", "+0800")
    line("TZOFFSETTO", "+0800")
    line("TZNAME", "CST")
    line("END", "STANDARD")
    line("END", "VTIMEZONE")
    for entry in entries {
      line("BEGIN", "VEVENT")
      line("UID", texts: [entry.uid])
      line("DTSTAMP", written)
      line("SEQUENCE", "\(entry.sequence)")
      line("DTSTART;VALUE=DATE", Self.date(entry.day))
      line("DTEND;VALUE=DATE", Self.date(entry.day.adding(1)))
      line("SUMMARY", texts: [entry.summary])
      if !entry.description.isEmpty { line("DESCRIPTION", texts: [entry.description]) }
      if !entry.categories.isEmpty { line("CATEGORIES", texts: entry.categories) }
      line("STATUS", entry.isCancelled ? "CANCELLED" : "CONFIRMED")
      if let day = entry.cancelledOn { line(Self.cancellation, Self.date(day)) }
      // The day is not taken: nobody is busy for having something due.
      line("TRANSP", "TRANSPARENT")
      if hasAlarms, !entry.isCancelled {
        line("BEGIN", "VALARM")
        line("ACTION", "DISPLAY")
        line("DESCRIPTION", texts: [entry.summary])
        line("TRIGGER", "PT9H")
        line("END", "VALARM")
      }
      line("END", "VEVENT")
    }
    line("END", "VCALENDAR")
    return lines.text
  }

  static let product = "-//zhaoshang//zhaoshang//ZH"
  /// Our own property (3.8.8.2): since when an entry is told as cancelled.
  static let cancellation = "X-ZHAOSHANG-CANCELLED"
  static let zone = "Asia/Shanghai"

  /// Years beyond four digits have no form in the format; there are none in the domain.
  static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }
}
