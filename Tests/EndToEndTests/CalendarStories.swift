import JSON
import TestSupport
import Testing

/// The calendar as a file: replaced, and read by another program.
@Suite struct CalendarStories {
  @Test func aCalendarIsReplacedAndTellsWhatIsDone() async throws {
    let desk = try await Desk.withSteps()
    let file = desk.home.path("下步.ics")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    let first = try #require(desk.home.read("下步.ics"))
    #expect(first.contains("SUMMARY:#1 光翼激光雷达：送用地红线图\r\n"))
    try await desk.does("next", "1", "--clear")
    try await desk.does("next", "2", "约法务看合同", "--due", "2026-12-03")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    let second = try #require(desk.home.read("下步.ics"))
    #expect(
      second.contains("STATUS:CANCELLED\r\n") && second.contains("DTSTART;VALUE=DATE:20261203"))
    #expect(second.ranges(of: "SEQUENCE:1\r\n").count == 2)
    let his = try await desk.does("calendar", "--for", "李娜", "--today", "2026-11-30")
    #expect(his.contains("约法务看合同") && !his.contains("光翼"))
  }

  @Test func anotherFileIsNotReplacedByACalendar() async throws {
    let desk = try await Desk.withSteps()
    try desk.home.write("BEGIN:VCALENDAR\r\nPRODID:-//other//\r\n", to: "x.ics")
    let outcome = try await desk.zhaoshang("calendar", "-o", desk.home.path("x.ics"))
    #expect(outcome.status == 1 && outcome.stderr.contains("--force"))
    let missing = try await desk.zhaoshang("calendar", "-o", desk.home.path("没有/x.ics"))
    #expect(missing.status == 74 && missing.stderr.contains("没有/x.ics"))
  }

  /// Prints what another library makes of a calendar: an entry a line.
  private static let reading = """
    import icalendar
    seen = set()
    for e in icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT'):
        assert e['UID'] not in seen and '@' in e['UID']
        seen.add(e['UID'])
        alarms = [str(a['TRIGGER'].dt) for a in e.walk('VALARM')]
        print(e['DTSTART'].dt, e['DTEND'].dt, e['STATUS'], e['SEQUENCE'], e['SUMMARY'], alarms)
    """

  @Test func anotherLibraryReadsWhatIsDueAndWhatWasCancelled() async throws {
    let desk = try await Desk.withSteps()
    let file = desk.home.path("下步.ics")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    try await desk.does("next", "1", "--clear")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    let read = try await desk.python(Self.reading, file)
    #expect(
      read == """
        2026-12-01 2026-12-02 CONFIRMED 0 #2 铝箔二期：约法务 ['9:00:00']
        2026-11-27 2026-11-28 CANCELLED 1 #1 光翼激光雷达：送用地红线图 []

        """)
    // Lines end as the format has them, and none is longer than 75 octets.
    let bytes = Array(try #require(desk.home.read("下步.ics")).utf8)
    let lines = bytes.split(separator: 10)
    #expect(lines.allSatisfy { $0.last == 13 && $0.count <= 76 })
  }

  @Test func nothingInATextGetsOutOfItsEntry() async throws {
    let desk = try await Desk.withSteps()
    var texts = HostileText.all.map(\.text).filter {
      $0.utf8.count < 3000 && !$0.unicodeScalars.contains("\0")
    }
    texts += [
      "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:fremd", "甲;乙,丙\\丁:戊", "line\nSTATUS:CANCELLED",
    ]
    var stored = 0
    for (index, text) in texts.enumerated()
    where Effort.isLong || index % 4 == 0 || index > texts.count - 4 {
      let outcome = try await desk.zhaoshang(
        "next", "1", "--due", "2026-12-05", "--", text)
      guard outcome.status == 0 else { continue }
      stored += 1
      let file = desk.home.path("敌.ics")
      try await desk.does("calendar", "-o", file)
      let read = try await desk.python(Self.reading, file)
      #expect(read.split(separator: "\n").count == 2, "\(text): \(read)")
      #expect(
        Emissions.forbidden(inText: (desk.home.read("敌.ics") ?? "").replacing("\r\n", with: "\n"))
          == [], "\(text)")
    }
    #expect(stored > 20)
  }

  @Test func theCalendarOfAnotherProgramOrStoreIsNotTakenOver() async throws {
    let desk = try await Desk.withSteps()
    let other =
      "BEGIN:VCALENDAR\r\nPRODID:-//other//x//EN\r\nBEGIN:VEVENT\r\nDESCRIPTION:PRODID:-//zhaoshang//zhaoshang//ZH\r\n"
      + "END:VEVENT\r\nEND:VCALENDAR\r\n"
    try desk.home.write(other, to: "o.ics")
    let file = desk.home.path("o.ics")
    #expect(try await desk.zhaoshang("calendar", "-o", file).status == 1)
    #expect(desk.home.read("o.ics") == other)
    try await desk.does("calendar", "-o", file, "--force")
    let second = try await Desk.withSteps()
    #expect(try await second.zhaoshang("calendar", "-o", file).status == 1)
  }

  /// Marks that join the sign before them are where lines are folded, too.
  @Test(arguments: ["👩‍👩‍👧‍👦", "é́"])
  func whatDoesNotChangeIsNotCountedAsChanged(sign: String) async throws {
    let desk = try await Desk.withSteps()
    let file = desk.home.path("a.ics")
    try await desk.does("next", "1", String(repeating: sign, count: 18), "--due", "2026-12-02")
    for _ in 1...3 { try await desk.does("calendar", "-o", file) }
    #expect(desk.home.read("a.ics")?.contains("SEQUENCE:1") == false)
  }

  @Test func whatWasLongDueIsToldAsCancelledWhenItIsDone() async throws {
    let desk = try await Desk.withSteps()
    let file = desk.home.path("a.ics")
    try await desk.does("next", "1", "老事", "--due", "2026-08-01")
    try await desk.does("calendar", "-o", file)
    try await desk.does("next", "1", "--clear")
    try await desk.does("calendar", "-o", file)
    #expect(desk.home.read("a.ics")?.contains("STATUS:CANCELLED") == true)
    try await desk.does("next", "1", "新事", "--due", "2026-12-24")
    try await desk.does("calendar", "-o", file)
    #expect(desk.home.read("a.ics")?.contains("SEQUENCE:2") == true)
  }

  /// One person's, a part, or a past day never takes the place of the whole feed by the way.
  @Test func theFeedOfSomethingElseIsNotTakenOver() async throws {
    let desk = try await Desk.withSteps()
    let file = desk.home.path("a.ics")
    try await desk.does("calendar", "-o", file)
    let before = desk.home.read("a.ics")
    for call in [["--for", "王磊"], ["owner:王磊"], ["--as-of", "2026-11-21"]] {
      let outcome = try await desk.run("zhaoshang", ["calendar", "-o", file] + call)
      #expect(outcome.status == 1 && outcome.stderr.contains("--force"), "\(call) \(outcome)")
    }
    #expect(desk.home.read("a.ics") == before)
    try await desk.does("calendar", "-o", file)
  }
}
