internal import Pipeline
internal import SafeText

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
  package func text(written: String) -> String {
    var text = ""
    func line(_ name: String, _ value: String) { text += Self.folded("\(name):\(value)") }
    line("BEGIN", "VCALENDAR")
    line("VERSION", "2.0")
    line("PRODID", "-//zhaoshang//zhaoshang//ZH")
    line("CALSCALE", "GREGORIAN")
    line("METHOD", "PUBLISH")
    line("X-WR-CALNAME", Self.escaped(name))
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
      line("UID", Self.escaped(entry.uid))
      line("DTSTAMP", written)
      line("SEQUENCE", "\(entry.sequence)")
      line("DTSTART;VALUE=DATE", Self.date(entry.day))
      line("DTEND;VALUE=DATE", Self.date(entry.day.adding(1)))
      line("SUMMARY", Self.escaped(entry.summary))
      if !entry.description.isEmpty { line("DESCRIPTION", Self.escaped(entry.description)) }
      if !entry.categories.isEmpty {
        line("CATEGORIES", entry.categories.map(Self.escaped).joined(separator: ","))
      }
      line("STATUS", entry.isCancelled ? "CANCELLED" : "CONFIRMED")
      // The day is not taken: nobody is busy for having something due.
      line("TRANSP", "TRANSPARENT")
      if hasAlarms, !entry.isCancelled {
        line("BEGIN", "VALARM")
        line("ACTION", "DISPLAY")
        line("DESCRIPTION", Self.escaped(entry.summary))
        line("TRIGGER", "PT9H")
        line("END", "VALARM")
      }
      line("END", "VEVENT")
    }
    line("END", "VCALENDAR")
    return text
  }

  static let zone = "Asia/Shanghai"

  /// Years beyond four digits have no form in the format; there are none in the domain.
  static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

  /// A TEXT value (3.3.11), without anything that drives a terminal.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeText(text).string.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A content line, folded (3.1) between characters, never within one.
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded + "\r\n"
  }
}
