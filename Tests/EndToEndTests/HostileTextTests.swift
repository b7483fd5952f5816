import JSON
import TestSupport
import Testing

/// Texts made to break something, by every way into the program and every way out.
@Suite struct HostileTextTests {
  private static let short = HostileText.all.filter { $0.text.utf8.count < 100_000 }

  @Test func byTheCommandLineEachIsKeptCleanedOrRefused() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "甲", "--investor", "乙")
    var tried = 0
    defer { Effort.tell("hostile texts by the command line", ["tried": tried]) }
    for (index, hostile) in Self.short.enumerated()
    where !hostile.text.unicodeScalars.contains("\0") {
      var ways = [
        (["edit", "1", "name=\(hostile.text)"], hostile.name),
        (["edit", "1", "owner=\(hostile.text)"], hostile.line),
        (["note", "1", "--", hostile.text], hostile.note),
      ]
      ways += Self.lines.map { (["edit", "1", "\($0)=\(hostile.text)"], hostile.line) }
      ways += Self.notes.map { (["edit", "1", "\($0)=\(hostile.text)"], hostile.note) }
      // One way each; all of them for a release.
      for (arguments, verdict) in Effort.isLong ? ways : [ways[index % ways.count]] {
        tried += 1
        let outcome = try await desk.run("zhaoshang", arguments)
        check(outcome, hostile)
        if case .refused = verdict {
          #expect(outcome.status == 1, "\(arguments[0]) \(hostile): \(outcome)")
        } else if arguments[0] == "edit" {
          #expect(outcome.status == 0, "\(hostile): \(outcome)")
        }
      }
    }
    try await checkEverything(printedBy: desk)
  }

  /// The members of a project that hold a line of text, and those that hold several.
  private static let lines = [
    "industry", "cluster", "source", "origin", "landing", "grade", "sponsor", "steward",
  ]
  private static let notes = ["description"]

  @Test func aReaderWhoHasGoneDoesNotKeepAChangeFromBeingSaved() async throws {
    let desk = try await Desk.withStore()
    _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
    // Something is said on stderr before anything is saved.
    try desk.home.write("mouse = \"maybe\"\n", to: "config/zhaoshang/config.toml")
    let outcome = try await desk.run(
      "bash",
      [
        "-c",
        "exec 3> >(exit 0); wait $!; zhaoshang add 光翼 --investor 光翼科技 --today \(deskDay) 2>&3; echo $?",
      ])
    #expect(outcome.stdout.hasSuffix("\n0\n") || outcome.stdout == "0\n", "\(outcome)")
    #expect(try await desk.json("list").array?.count == 1)
  }

  @Test func bytesThatAreNoTextAreNotTaken() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "甲", "--investor", "乙")
    for bytes in [
      "\\101\\200\\102", "\\101\\344\\270", "\\300\\257", "\\355\\240\\200", "\\364\\220\\200\\200",
      "\\376\\377", "\\141\\23331m", "\\313\\325\\326\\335",
    ] {
      let outcome = try await desk.run(
        "sh", ["-c", "zhaoshang note 1 \"$(printf '\(bytes)')\""])
      #expect([0, 1, 64].contains(outcome.status), "\(bytes): \(outcome)")
      #expect(Emissions.forbidden(inText: outcome.stdout + outcome.stderr) == [])
      let file = desk.home.path("x.json")
      let imported = try await desk.run(
        "sh", ["-c", "printf '{\"format\":\"\(bytes)\"' >'\(file)'; zhaoshang import '\(file)'"])
      #expect(imported.status == 65)
      #expect(Emissions.forbidden(inText: imported.stdout + imported.stderr) == [])
    }
    try await checkEverything(printedBy: desk)
  }

  @Test func byAnImportEachIsCleanedOrRefusedWithItsPlace() async throws {
    let desk = try await Desk.withStore()
    var tried = 0
    defer { Effort.tell("hostile texts by an import of the program", ["tried": tried]) }
    for (index, hostile) in HostileText.all.enumerated() {
      let text = Self.quoted(hostile.text)
      let ways = [
        ("\"name\":\(text),\"investors\":[\"乙\"]", hostile.name),
        ("\"name\":\"甲\",\"investors\":[\"乙\"],\"description\":\(text)", hostile.note),
      ]
      for (member, verdict) in Effort.isLong ? ways : [ways[index % 2]] {
        let file = try desk.home.write(
          """
          {"format":"zhaoshang-exchange","version":1,"projects":[{"key":"P1",\(member),
          "stages":[{"stage":"contact","on":"2026-11-01"}]}]}
          """, to: "敌.json")
        tried += 1
        let outcome = try await desk.zhaoshang("import", file, "--today", "2026-11-22")
        check(outcome, hostile)
        if case .refused = verdict {
          #expect(outcome.status == 65, "\(hostile): \(outcome)")
        } else {
          #expect([0, 1, 65].contains(outcome.status), "\(hostile): \(outcome)")
        }
      }
    }
    try await checkEverything(printedBy: desk)
  }

  @Test func aForeignJournalIsShownSafely() async throws {
    let desk = try await Desk.withForeignJournal()
    try await checkEverything(printedBy: desk)
    // The board asks for no width, so that any question in the stream came from data.
    try await desk.configure("ambiguous = 1\n")
    let stream = desk.home.path("stream")
    try await TerminalScreen.show(
      "sh -c 'read -r x; exec zhaoshang'", on: desk, columns: 100, rows: 30
    ) { screen in
      try await screen.record(to: stream)
      try await screen.press("Enter")
      try await screen.wait(for: "对接", "the board")
      for key in ["j", "j", "G", "Enter", "Escape", "Tab", "1", "2", "3", "4", "?", "Escape", "l"] {
        try await screen.press(key)
        try await screen.wait("something stands there") { $0.contains { !$0.isEmpty } }
      }
      try await screen.resize(columns: 41, rows: 12)
      try await screen.wait("something stands there") { $0.contains { !$0.isEmpty } }
      #expect(try await screen.exitStatus() == nil)
    }
    let sent = try #require(desk.home.read("stream"))
    #expect(sent.utf8.count > 1000)
    #expect(Set(Emissions.forbidden(inStream: sent)) == [])
  }

  @Test(arguments: [false, true])
  func typedAndPastedNothingDrivesTheTerminal(isPasted: Bool) async throws {
    let desk = try await Desk.withExample()
    try await desk.configure("ambiguous = 1\n")
    let stream = desk.home.path("stream")
    var tried = 0
    defer {
      Effort.tell("hostile texts \(isPasted ? "pasted" : "typed") on a terminal", ["tried": tried])
    }
    try await TerminalScreen.show("sh -c 'read -r x; exec zhaoshang'", on: desk) { screen in
      try await screen.record(to: stream)
      try await screen.press("Enter")
      try await screen.wait(for: "青岛", "the board")
      try await screen.press("n")
      try await screen.wait(for: "新建项目", "the form")
      for hostile in Self.short
      where hostile.text.utf8.count < 12_000 && !hostile.text.unicodeScalars.contains("\u{3}") {
        // Typed, an escape is a key that closes the form.
        let isSequence = hostile.text.unicodeScalars.contains("\u{1B}")
        if isSequence && !isPasted { continue }
        tried += 1
        let text = hostile.text.replacing("\n", with: " ").replacing("\r", with: " ")
        for piece in Self.pieces(isPasted ? "\u{1B}[200~\(text)\u{1B}[201~" : text) {
          try await screen.send(piece)
        }
        // Each text in another line of the form.
        try await screen.press("Down")
      }
      try await screen.wait("something stands there") { $0.contains { !$0.isEmpty } }
      #expect(try await screen.exitStatus() == nil)
    }
    let sent = try #require(desk.home.read("stream"))
    #expect(sent.utf8.count > 1000)
    #expect(Set(Emissions.forbidden(inStream: sent)) == [])
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  /// A text in as many pieces as a command line of the terminal's server takes.
  private static func pieces(_ text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 2000).map {
      Array(bytes[$0..<min($0 + 2000, bytes.count)])
    }
  }

  /// What was said, whether it went well or not.
  private func check(_ outcome: Desk.Outcome, _ hostile: HostileText) {
    #expect(Emissions.forbidden(inText: outcome.stdout + outcome.stderr) == [], "\(hostile)")
    #expect([0, 1, 64, 65].contains(outcome.status), "\(hostile): \(outcome)")
  }

  /// Every way out: subcommands as text, JSON and CSV, the export, and the journal itself.
  private func checkEverything(printedBy desk: Desk) async throws {
    for arguments in [
      ["list", "--all"], ["list", "--all", "--json"], ["list", "--all", "--csv"], ["show", "1"],
      ["history", "--limit", "10000"], ["history", "--limit", "10000", "--json"], ["timeline"],
      ["agenda"], ["funnel"], ["count"], ["board"], ["export", "-"], ["verify"], ["doctor"],
      ["remind"], ["remind", "--json"], ["calendar"], ["hooks"],
    ] {
      let outcome = try await desk.run("zhaoshang", arguments + ["--today", "2026-11-22"])
      #expect([0, 1].contains(outcome.status), "\(arguments): \(outcome.stderr)")
      let forbidden = Emissions.forbidden(inText: outcome.stdout + outcome.stderr)
      // CSV and calendars end their lines as they do.
      let hasReturns = arguments.contains("--csv") || arguments == ["calendar"]
      #expect(forbidden.filter { $0 != "\r" || !hasReturns } == [], "\(arguments)")
    }
    let journal = try await desk.run("sh", ["-c", "cat '\(desk.store)'/journal/*"])
    #expect(Emissions.forbidden(inText: journal.stdout) == [])
    let grep = try await desk.run(
      "sh", ["-c", "LC_ALL=C grep -c -P '[\\x00-\\x1f\\x7f]' '\(desk.store)'/journal/*"])
    #expect(grep.stdout.hasSuffix("0\n"), "\(grep.stdout)")
  }

  /// A JSON string that holds a text in ASCII only.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for unit in text.utf16 {
      if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C {
        quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let hex = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    return quoted + "\""
  }
}

extension Desk {
  /// A desk whose store was written by a program without rules for texts.
  static func withForeignJournal() async throws -> Desk {
    let desk = try await Desk.withStore()
    let lines = HostileText.all.filter { $0.text.utf8.count < 10_000 }.map { hostile in
      hostile.text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let file = try desk.home.write(lines.joined(separator: "\n") + "\n", to: "texts")
    let outcome = try await desk.run("store-writer", ["foreign", desk.store, file])
    #expect(outcome.status == 0, "\(outcome)")
    return desk
  }
}
