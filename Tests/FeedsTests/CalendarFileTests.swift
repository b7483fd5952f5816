import Pipeline
import TestSupport
import Testing
import Wording

@testable import Feeds

@Suite("A calendar file (RFC 5545)")
struct CalendarFileTests {
  private let entry = CalendarEntry(
    uid: "step-27@1f", day: "2026-12-02", summary: "#27 光翼激光雷达：送用地红线图，带图",
    description: "阶段：意向\n责任人：王磊",
    categories: ["下步"])

  private func text(_ entries: [CalendarEntry], alarms: Bool = true) -> String {
    CalendarFile(name: "招商下步", entries: entries, hasAlarms: alarms)
      .text(written: "20261130T010203Z")
  }

  @Test("Every line ends with CRLF and has at most 75 octets; no character is cut in two")
  func lines() {
    let long = CalendarEntry(
      uid: "step-1@1f", day: "2026-12-02", summary: String(repeating: "邹平铝精深加工", count: 30),
      description: String(repeating: "a\\;,\n", count: 50), categories: ["下步"])
    let text = text([entry, long])
    #expect(text.utf8.reversed().starts(with: [10, 13]))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.isEmpty })
    #expect(!text.replacing("\r\n", with: "").utf8.contains(10))
    #expect(!text.contains("\u{FFFD}"))
    #expect(CalendarFile.entries(in: text) == [entry, long])
  }

  @Test("An entry is a day of its own that rings at nine, and takes nobody's time")
  func members() {
    let text = text([entry])
    for line in [
      "UID:step-27@1f", "DTSTART;VALUE=DATE:20261202", "DTEND;VALUE=DATE:20261203",
      "DTSTAMP:20261130T010203Z", "SEQUENCE:0", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
      "TRIGGER:PT9H", "DESCRIPTION:阶段：意向\\n责任人：王磊", "X-WR-TIMEZONE:Asia/Shanghai",
    ] {
      #expect(text.contains(line + "\r\n"), "\(line)")
    }
    #expect(!self.text([entry], alarms: false).contains("VALARM"))
  }

  @Test("No text ends a line, escapes its value, or drives a terminal")
  func hostile() {
    let entry = CalendarEntry(
      uid: "step-1@1f", day: "2026-12-02", summary: "a\r\nEND:VEVENT\u{1B}]0;x\u{7},;\\",
      description: "", categories: [])
    let text = text([entry])
    #expect(text.components("END:VEVENT\r\n") == 1)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(CalendarFile.entries(in: text).count == 1)
  }

  @Test("What changed counts its changes; what is done is told as cancelled, and then forgotten")
  func following() {
    var moved = entry
    moved.day = "2026-12-05"
    let first = [moved].following([entry], on: "2026-12-01")
    #expect(first.map(\.sequence) == [1])
    #expect([moved].following(first, on: "2026-12-01").map(\.sequence) == [1])
    let done = [CalendarEntry]().following(first, on: "2026-12-06")
    #expect(done.map(\.isCancelled) == [true])
    #expect(done.map(\.sequence) == [2])
    #expect([].following(done, on: "2026-12-07") == done)
    #expect([].following(done, on: "2027-03-01") == [])
    // It is to be done again: the same entry, and newer than the cancelled one.
    #expect([moved].following(done, on: "2026-12-07").map(\.sequence) == [3])
    #expect(text(done).contains("STATUS:CANCELLED\r\n"))
    // It was forgotten: it comes back above all that it can have counted to.
    let back = [moved].following([], on: "2027-03-01")
    #expect(back[0].sequence > 3)
    #expect([moved].following(nil, on: "2027-03-01")[0].sequence == 0)
  }

  @Test(
    "What somebody wrote into the file is a number as RFC 5545 has them",
    arguments: [
      "9223372036854775807", "99999999999999999999999", "-3", "x",
    ])
  func strangeSequences(_ written: String) {
    let strange = text([entry]).replacing("SEQUENCE:0", with: "SEQUENCE:" + written)
    let entries = CalendarFile.entries(in: strange)
    #expect(entries.count == 1)
    var moved = entry
    moved.day = "2026-12-05"
    let followed = [moved].following(entries, on: "2026-12-01")
    #expect((0...Int(Int32.max)).contains(followed[0].sequence))
    #expect([].following(followed, on: "2026-12-01").map(\.isCancelled) == [true])
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
