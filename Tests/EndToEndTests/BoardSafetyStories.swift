import Glibc
import JSON
import TestSupport
import Testing

/// What is promised when something goes wrong: power, disk, colleagues, data, windows.
@Suite(.serialized) struct BoardSafetyStories {
  @Test func whatIsSaidToBeSavedOutlivesAKill() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      try await screen.press("1", "L")
      try await screen.wait(for: "已存盘", "saved")
      try await screen.signal(SIGKILL)
      #expect(try await screen.waitForExit("killed") == 128 + SIGKILL)
    }
    #expect(try await desk.stage(of: 7) == "visit")
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
    try await desk.does("note", "7", "锁没有留下")
  }

  @Test(arguments: ["trap : HUP", "trap '' HUP"])
  func aTerminalThatIsGoneEndsTheBoard(trap: String) async throws {
    let desk = try await Desk.withExample()
    // With the signal, and with nothing but the hang-up of the line itself.
    _ = try await TerminalScreen.show(
      "\(trap); zhaoshang board --today \(exampleDay); echo $? > \"$HOME/ended\"", on: desk
    ) { screen in
      try await screen.wait(for: "[看板]", "the board opens")
    }
    let deadline = ContinuousClock.now.advanced(by: .seconds(5))
    while desk.home.read("ended") == nil, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(15))
    }
    #expect(desk.home.read("ended") == "129\n")
  }

  @Test func aDiskThatTakesNothingKeepsTheFormAndTheCard() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.lastChange()
    // No file may grow beyond what the journal has already.
    try await desk.onBoard(prefix: "ulimit -f 8; exec") { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.type("写不进去的话")
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "没有存盘", "it says that nothing was saved")
      #expect(rows.contains { $0.contains("备注 #5") })
      #expect(rows.contains { $0.contains("写不进去的话") })
      #expect(!rows.contains { $0.contains("已存盘") })
    }
    #expect(try await desk.lastChange() == before)
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
  }

  @Test func aStoreThatIsMendedMovedAndPutBackBesideAnOpenBoardTakesEveryChange() async throws {
    let journal = "share/zhaoshang/journal/0000000000000001.jsonl"
    let desk = try await Desk.withStore()
    for name in ["光翼", "远东", "海螺"] {
      try await desk.does("add", name, "--investor", name + "科技")
    }
    let backup = desk.home.path("备份")
    try await desk.does("backup", backup)
    try await TerminalScreen.show("zhaoshang board --today \(deskDay)", on: desk) { screen in
      try await screen.wait(for: "光翼", "the board opens")
      let text = try #require(desk.home.read(journal))
      try desk.home.write(text.replacing("远东科技", with: "远西科技"), to: journal)
      try await desk.does("doctor", "--from", backup)
      try await desk.does("note", "1", "同事刚存的")
      try await screen.press("1", "i")
      try await screen.type("板上写的")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘 记录 6", "behind the colleague's change and the repair's")
      // Moved away while a form is open: nothing is saved, and nothing of what was typed is lost.
      try await screen.press("i")
      try await screen.type("移走的时候写的")
      try await screen.wait(for: "移走的时候写的", "it stands in the form")
      _ = try await desk.run("mv", [desk.store, desk.store + ".away"])
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "被移走或替换了", "it says what happened")
      #expect(rows.contains { $0.contains("移走的时候写的") })
      #expect(!rows.contains { $0.contains("已存盘 记录 7") })
      // As a whole: half a copy would be half a store.
      _ = try await desk.run("cp", ["-r", desk.store + ".away", desk.store + ".copy"])
      _ = try await desk.run("mv", [desk.store + ".copy", desk.store])
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘 记录 7", "in the copy that was put there")
    }
    let history = try await desk.does("history")
    for text in ["同事刚存的", "板上写的", "移走的时候写的"] { #expect(history.contains(text)) }
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
    let away = try await desk.does("--store", desk.store + ".away", "history")
    #expect(!away.contains("移走的时候写的"))
  }

  @Test func twoPeopleAtOneFieldAreAsked() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "e")
      try await screen.wait(for: "编辑 #5", "my form")
      try await desk.does("edit", "5", "name=远东宏信合作二期", "source=老乡介绍")
      try await screen.press("C-u")
      try await screen.type("远东宏信新项目")
      try await screen.press("Enter")
      try await screen.wait(for: "刚被改为「远东宏信合作二期」", "theirs and mine are shown")
      let rows = try await screen.wait(for: "远东宏信新项目", "what I typed is still there")
      #expect(rows.contains { $0.contains("编辑 #5") })
    }
    let show = try await desk.json("show", "5")
    #expect(show["name"] == "远东宏信合作二期")
  }

  @Test func dataCannotDriveTheTerminal() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard(columns: 140, rows: 40) { screen in
      let file = desk.home.path("sent")
      try await screen.record(to: file)
      try await screen.press("C-l", "3")
      for hostile in HostileText.all where hostile.text.utf8.count < 2000 {
        // Typed as an input method would, pasted, and stored as a note when it may be.
        let text = hostile.text.replacing("\u{1B}[201~", with: "")
        guard !text.utf8.contains(0) else { continue }
        _ = try await desk.run("zhaoshang", ["note", "5", text, "--today", exampleDay])
        try await screen.press("/")
        try await screen.type("\u{1B}[200~\(text)\u{1B}[201~")
        try await screen.press("C-c")
      }
      try await screen.wait("the filter is closed") { rows in
        !rows.contains { $0.contains("命中") } && !rows[0].contains("筛选")
      }
      try await screen.press("3", "Enter")
      try await screen.wait(for: "项目详情", "the card with all notes")
      for _ in 1...12 { try await screen.press("PageDown") }
      try await screen.press("C-c", "T")
      try await screen.wait(for: "[路径]", "the path")
      let sent = try await screen.recorded("sent", until: "招商路径", on: desk)
      #expect(sent.contains("[99;1H已保存"))
      let forbidden = sent.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x08, 0x0D, 0x0A, 0x0F, 0x1B: false  // what curses itself moves the cursor with
        case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
          0xE0000...0xE007F:
          true
        default: false
        }
      }
      #expect(Set(forbidden.map(\.value)) == [])
      for sequence in ["\u{1B}]", "\u{1B}P", "\u{1B}c", "\u{1B}[6n", "\u{1B}[?1049l"] {
        #expect(!sent.contains(sequence), "\(sequence.dropFirst())")
      }
    }
  }

  @Test func aStormOfSizesLeavesTheBoardWhole() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      var chance = Chance(seed: 20_261_122)
      for key in ["B", "F", "S", "T", "?", "C-c", "n", "C-c", "3", "Enter"] {
        try await screen.press(key)
        for _ in 1...6 {
          try await screen.resize(columns: 1 + chance.below(240), rows: 1 + chance.below(80))
        }
      }
      for (columns, rows) in [(1, 1), (2, 1), (19, 5), (20, 6), (39, 9), (77, 24), (500, 200)] {
        try await screen.resize(columns: columns, rows: rows)
      }
      try await screen.press("C-c", "C-c", "B")
      try await screen.resize(columns: 80, rows: 24)
      let rows = try await screen.wait("the board as it was") {
        $0[0].contains("[看板]") && $0[1].hasPrefix(" 1对接 0       2考察 0")
      }
      #expect(rows[23].contains("F1?帮助"))
    }
  }

  @Test func theMouseIsGivenBackAndTakenByAKey() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("%")
      try await screen.wait(for: "鼠标已关", "the terminal has its mouse")
      #expect(try await screen.modes().isMouseOn == false)
      try await screen.press("%")
      try await screen.wait(for: "鼠标已开", "and lends it again")
      #expect(try await screen.modes().isMouseOn)
    }
  }

  @Test func aCardIsCopiedToTheClipboardOfTheTerminal() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.record(to: desk.home.path("sent"))
      try await screen.press("3", "y")
      try await screen.wait(for: "卡片文字已送往", "copied")
      // OSC 52 with base64: the first bytes are those of "#5 ".
      _ = try await screen.recorded("sent", until: "\u{1B}]52;c;IzUg", on: desk)
    }
  }
}
