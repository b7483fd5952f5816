import JSON
import TestSupport
import Testing

/// Where files may be written, and what a change says that could not be printed.
@Suite struct OutputTests {
  @Test func noFileIsEverWrittenIntoAStore() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("backup", desk.home.path("备份"))
    let files = [desk.store, desk.home.path("备份"), "-printf", "%p %s %T@\n"]
    let before = try await desk.run("find", files)
    for store in [desk.store, desk.home.path("备份")] {
      for name in [
        "journal/0000000000000001.jsonl", "lock", "format", "新", "journal/../新", "drafts/新",
      ] {
        let path = store + "/" + name
        for arguments in [
          ["export", path, "--format", "json"], ["report", "week", "--format", "md", "-o", path],
        ] {
          for forced in [[], ["--force"]] {
            let outcome = try await desk.run("zhaoshang", arguments + forced)
            #expect(outcome.status == 1, "\(arguments): \(outcome)")
            #expect(outcome.stdout == "" && outcome.stderr.contains(store), "\(outcome)")
          }
        }
      }
    }
    _ = try await desk.run("ln", ["-s", desk.store + "/lock", desk.home.path("链.json")])
    try await desk.refuses(
      "export", desk.home.path("链.json"), "--force", status: 1, saying: desk.store)
    _ = try await desk.run("rm", [desk.home.path("链.json")])
    #expect(try await desk.run("find", files).stdout == before.stdout)
    try await desk.does("verify")
  }

  @Test func theLedgerThatIsReadIsNotWritten() async throws {
    let desk = try await Desk.withStore()
    let text = "项目名称,投资方,总投资\n甲,乙,1亿\n丙,丁,很多\n"
    let ledger = try desk.home.write(text, to: "台账.csv")
    let map = try desk.home.write("\"项目名称\" = \"name\"\n", to: "对照.toml")
    _ = try await desk.run("ln", [ledger, desk.home.path("硬.csv")])
    _ = try await desk.run("ln", ["-s", ledger, desk.home.path("软.csv")])
    for name in ["台账.csv", "硬.csv", "软.csv"] {
      for option in ["--skip-bad", "--save-map"] {
        try await desk.refuses(
          "import", ledger, option, desk.home.path(name), "--force", status: 1, saying: name, "所读")
      }
    }
    try await desk.refuses(
      "import", ledger, "--map", map, "--save-map", map, "--force", status: 1, saying: "对照.toml")
    #expect(desk.home.read("台账.csv") == text)
    #expect(try await desk.json("list") == [])
    try await desk.does(
      "import", ledger, "--skip-bad", desk.home.path("有误.csv"), "--stage", "对接")
    #expect(desk.home.read("有误.csv")?.contains("很多") == true)
  }

  @Test func whatIsThereIsReplacedOnlyWhenAgreedAndStaysWhatItWas() async throws {
    let desk = try await Desk.withExample()
    let file = try desk.home.write("王敏的", to: "报表.md")
    _ = try await desk.run("chmod", ["640", file])
    _ = try await desk.run("ln", ["-s", "报表.md", desk.home.path("链.md")])
    let table = try desk.home.write("李梅的", to: "表.csv")
    for arguments in [["export", table], ["report", "week", "-o", file]] {
      let outcome = try await desk.run("zhaoshang", arguments)
      #expect(outcome.status == 1 && outcome.stderr.contains("--force"), "\(outcome)")
    }
    #expect(desk.home.read("报表.md") == "王敏的" && desk.home.read("表.csv") == "李梅的")
    try await desk.does("report", "week", "-o", desk.home.path("链.md"), "--force")
    #expect(desk.home.read("报表.md")?.contains("周报") == true)
    let kinds = try await desk.run("stat", ["-c", "%F %a", file, desk.home.path("链.md")])
    #expect(kinds.lines == ["regular file 640", "symbolic link 777"])
    #expect(
      try await desk.run("sh", ["-c", "ls -A '\(desk.home.path)' | grep -c new"]).stdout == "0\n")
  }

  @Test func onATerminalItIsAsked() async throws {
    let desk = try await Desk.withExample()
    let file = try desk.home.write("王敏的", to: "表.md")
    for (answer, isReplaced) in [("", false), ("n", false), ("y", true)] {
      try await TerminalScreen.show("zhaoshang report week -o '\(file)'", on: desk) { screen in
        try await screen.wait(for: "覆盖吗？[y/N]", "it asks")
        try await screen.type(answer)
        try await screen.press("Enter")
        #expect(try await screen.waitForExit("it ends") == (isReplaced ? 0 : 1))
      }
      #expect((desk.home.read("表.md") != "王敏的") == isReplaced)
    }
  }

  @Test func pipesAndDevicesAreWrittenToAndNotReplaced() async throws {
    let desk = try await Desk.withExample()
    let exported = try await desk.does("export")
    _ = try await desk.run("mkfifo", [desk.home.path("管")])
    try await desk.refuses("export", desk.home.path("管"), status: 1, saying: "管", "读")
    let script = """
      cd "$HOME"
      cat 管 >读到的 & sleep 0.1
      until zhaoshang export 管 2>/dev/null; do :; done
      wait
      zhaoshang export /dev/stdout >写出的 2>/dev/null
      echo 头 >接着; zhaoshang export /dev/stdout >>接着 2>/dev/null
      stat -c %F 管
      """
    let outcome = try await desk.run("bash", ["-c", script])
    #expect(outcome.stdout == "fifo\n")
    #expect(desk.home.read("读到的") == exported && desk.home.read("写出的") == exported)
    #expect(desk.home.read("接着") == "头\n" + exported)
  }

  @Test func aChangeThatCannotBePrintedIsSaidToBeDone() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.json("history", "--limit", "500").array?.count ?? 0
    let ways = ["note 3 记", "edit 3 owner=李梅", "undo", "redo", "note 3 又 --json"]
    for (index, way) in ways.enumerated() {
      for (ending, isFull) in [(">/dev/full", true), (">&-", false)] where index % 2 == 0 || isFull
      {
        let outcome = try await desk.run("sh", ["-c", "zhaoshang \(way) \(ending)"])
        #expect(outcome.status == 73, "\(way) \(ending): \(outcome)")
        #expect(outcome.stderr.contains("已存盘 记录 "), "\(outcome)")
        #expect(outcome.stderr.contains("不要再做"), "\(outcome)")
      }
    }
    #expect(try await desk.json("history", "--limit", "500").array?.count ?? 0 > before)
    for way in ["init 新", "backup 备份"] {
      let outcome = try await desk.run("sh", ["-c", "cd; zhaoshang \(way) >/dev/full"])
      #expect(outcome.status == 73, "\(way): \(outcome)")
    }
    // What changes nothing may be done again.
    #expect(try await desk.run("sh", ["-c", "zhaoshang list >/dev/full"]).status == 74)
  }

  @Test func withClosedDescriptorsNoTextGetsIntoTheStore() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "甲", "--investor", "乙")
    for closed in ["2>&-", "<&- >&- 2>&-", ">&- 2>&-", "<&- 2>&-"] {
      for way in ["move 1 没有", "note 1 记", "list --sort 没有", "undo", "doctor"] {
        _ = try await desk.run("sh", ["-c", "zhaoshang \(way) \(closed)"])
        let found = try await desk.run("grep", ["-rl", "zhaoshang:", desk.store])
        #expect(found.stdout == "", "\(way) \(closed)")
      }
    }
    try await desk.does("verify")
  }

  @Test func withoutEvenItsOwnNameItDoesNothing() async throws {
    let desk = try Desk()
    let outcome = try await desk.run("bash", ["-c", "exec -a '' \"$(command -v zhaoshang)\""])
    #expect(outcome.status == 64 && outcome.stderr.contains("程序名"), "\(outcome)")
    #expect(try await desk.run("ls", ["-A", desk.home.path]).stdout == "")
  }

  @Test func aTerminalOfAnotherCharacterSetIsToldThatOnlyUTF8IsPrinted() async throws {
    let desk = try await Desk.withExample()
    for (locale, isTold) in [
      ("zh_CN.GB18030", true), ("zh_CN.gbk", true), ("zh_CN.GB2312", true), ("zh_CN.UTF-8", false),
      ("C", false), ("zh_CN.utf8", false),
    ] {
      try await TerminalScreen.show("LC_ALL=\(locale) zhaoshang list", on: desk, columns: 120) {
        screen in
        let rows = try await screen.wait("it is listed") { $0.contains { $0.contains("青岛夜经济项目") } }
        let told = rows.filter { $0.contains("only UTF-8 is printed") }
        #expect(told.count == (isTold ? 1 : 0), "\(locale): \(rows)")
      }
    }
    #expect(try await desk.run("sh", ["-c", "LC_ALL=zh_CN.GB18030 zhaoshang list"]).stderr == "")
  }

  @Test func aCommandThatIsSuggestedCanBePasted() async throws {
    let desk = try Desk()
    let place = desk.home.path("it's `touch 坏` $HOME")
    let outcome = try await desk.zhaoshang("demo", "--keep", place)
    let suggested = try #require(outcome.stderr.split(separator: "再次打开：").last)
    for shell in ["bash", "zsh", "fish"] {
      guard let opened = try? await desk.run(shell, ["-c", String(suggested) + " list"]) else {
        print("SKIPPED: there is no \(shell) to paste into")
        continue
      }
      #expect(opened.stdout.contains("青岛夜经济项目"), "\(shell): \(opened)")
    }
    #expect(try await !desk.run("ls", ["-A", desk.home.path]).lines.contains("坏"))
  }
}
