import JSON
import TestSupport
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  static let subcommands = [
    "board", "demo", "init", "list", "show", "search", "timeline", "agenda", "history", "funnel",
    "trend", "count", "add", "edit", "move", "hold", "resume", "lose", "withdraw", "archive",
    "reopen",
    "log", "milestone", "next", "note", "tag", "assign", "undo", "redo", "report", "import",
    "export", "backup", "restore", "doctor", "verify", "seal", "theme", "config", "keys",
    "remind", "calendar", "watch", "hooks", "publish",
  ]

  @Test(arguments: ["zh_CN.UTF-8", "en_GB.UTF-8"])
  func everySubcommandHasHelp(language: String) async throws {
    let desk = try Desk(language: language)
    let overview = try await desk.zhaoshang("--help")
    #expect(overview.status == 0)
    for subcommand in Self.subcommands {
      #expect(overview.stdout.contains("  \(subcommand)"), "\(subcommand)")
      let help = try await desk.zhaoshang(subcommand, "--help")
      #expect(help.status == 0)
      #expect(help.stderr == "")
      let isChinese = help.stdout.unicodeScalars.contains { $0.value >= 0x4E00 }
      #expect(isChinese == language.hasPrefix("zh"), "\(help.stdout)")
    }
  }

  /// Whoever sits at a terminal is told which page helps; a program gets the sentence alone.
  @Test func anErrorNamesThePageThatHelps() async throws {
    let desk = try Desk()
    try await desk.does("init")
    try desk.home.write("只有一句话\n", to: "信.csv")
    let plain = try await desk.zhaoshang("import", desk.home.path("信.csv"))
    #expect(plain.status == 65 && !plain.stderr.contains("使用手册"), "\(plain)")
    _ = try await TerminalScreen.show(
      "zhaoshang import '\(desk.home.path("信.csv"))'; sleep 60",
      on: desk
    ) { screen in
      try await screen.wait(for: "zhaoshang help ledger（", "the page")
    }
  }

  @Test func aTaskOfTheHandbookIsPrintedInEitherLanguage() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    for (language, file, list) in [
      ("zh_CN.UTF-8", "handbook.zh-CN.md", "任务"), ("en_GB.UTF-8", "handbook.md", "tasks"),
    ] {
      let desk = try Desk(language: language)
      let book = try await desk.run("cat", ["\(root)/docs/\(file)"]).stdout
      let titles = book.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
        $0.dropFirst(3)
      }
      let tasks = try await desk.zhaoshang("help", list)
      #expect(tasks.lines.count == titles.count)
      for (line, title) in zip(tasks.lines, titles) {
        #expect(line.hasSuffix("  " + title), "\(line)")
        let name = try #require(line.split(separator: " ").first)
        let page = try await desk.zhaoshang("help", String(name))
        #expect(page.status == 0 && page.lines.first == String(title), "\(page)")
        for sign in ["![", "](", "`", "| ---"] {
          #expect(!page.stdout.contains(sign), "\(page.stdout)")
        }
        // By its heading too, and all that the section says.
        #expect(try await desk.zhaoshang("help", String(title)).stdout == page.stdout)
        let section = try #require(book.split(separator: "\n## ").first { $0.hasPrefix(title) })
        let said = section.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("![") }
          .joined().filter { $0.isLetter }
        let printed = page.lines.dropFirst().joined().filter { $0.isLetter }
        // Addresses of links are not printed.
        #expect(printed.count > said.count * 9 / 10 && printed.count <= said.count, "\(title)")
      }
    }
    let desk = try Desk()
    let unknown = try await desk.zhaoshang("help", "做饭")
    #expect(unknown.status == 64 && unknown.stderr.contains("没有「做饭」这一页"))
    #expect(unknown.stderr.contains("一次拜访"))
    #expect(try await desk.zhaoshang("help", "visit", "--lang", "en").stdout.hasPrefix("A visit"))
    // A subcommand's own help stays the subcommand's.
    #expect(try await desk.zhaoshang("help", "move").stdout.contains("把项目移到另一阶段"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreMadeForEveryShell(shell: String) async throws {
    let desk = try Desk()
    let script = try await desk.zhaoshang("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.stdout.contains("return-visit"))
  }

  @Test func keysComeFromTheBoardsOwnTable() async throws {
    let desk = try Desk()
    let keys = try #require(try await desk.json("keys").array)
    #expect(keys.contains { $0["action"] == "quit" && $0["keys"]?.array?.contains("q") == true })
    #expect(try await desk.does("keys").contains("下一阶段"))
  }

  @Test func optionsMayStandBeforeTheSubcommand() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.zhaoshang("--lang", "en", "--store=\(desk.store)", "theme", "list")
    #expect(before.status == 0)
    #expect(before.stdout.contains("* default-dark\n"))
    #expect(try await desk.zhaoshang("--lang=en", "help", "move").stdout.contains("Move a project"))
  }

  @Test func themesAreListedPreviewedAndChecked() async throws {
    let desk = try await Desk.withExample()
    let plain = try await desk.does("theme", "preview")
    #expect(plain.contains("ui.selected"))
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    let coloured = try await desk.does("theme", "preview", "--colour", "always")
    #expect(coloured.contains("\u{1B}["))
    #expect(try await desk.does("theme", "check") == "")
    #expect(try await desk.does("theme", "path").contains("config/zhaoshang/themes"))
    #expect(
      try await desk.does("config", "path") == desk.home.path("config/zhaoshang/config.toml") + "\n"
    )
  }
}
