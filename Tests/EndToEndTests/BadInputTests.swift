import Glibc
import TestSupport
import Testing

/// Files that are not what they should be, given to the program itself.
///
/// Each run has what is promised and no more: a second of the processor, however busy the machine,
/// and 512 MB of memory. Going over either, or a trap, ends a run by a signal.
@Suite struct BadInputTests {
  /// A file to spoil, and what is then done with it.
  struct Victim: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let commands: [String]
    /// Keys for a board on a terminal, which is then left, and what is seen after them; for files
    /// that only a board reads.
    var keys: (String, then: String)?
    /// Makes the file on a desk.
    let make: @Sendable (Desk) async throws -> Void
  }

  static let victims =
    [
      Victim(
        testDescription: "a journal", path: "share/zhaoshang/journal/0000000000000001.jsonl",
        commands: ["list", "verify", "doctor", "note 1 接着", "history", "doctor --repair gap"]
      ) { try await $0.does("demo", "--keep", $0.store) },
      Victim(
        testDescription: "what kind of store it is", path: "share/zhaoshang/format",
        commands: ["list", "doctor", "note 1 接着"]
      ) { try await $0.does("demo", "--keep", $0.store) },
      Victim(
        testDescription: "a checkpoint", path: "share/zhaoshang/checkpoint/0000000000000001",
        commands: ["list", "verify", "note 1 接着"]
      ) { desk in
        try await desk.does("init")
        try await desk.does("add", "光翼", "--investor", "光翼科技")
        let made = try await desk.run("store-writer", ["checkpoint", desk.store, "1"])
        #expect(made.status == 0, "\(made)")
      },
      Victim(
        testDescription: "a gap", path: "share/zhaoshang/journal/0000000000000002.gap",
        commands: ["list", "verify", "doctor", "note 1 接着"]
      ) { desk in
        try await desk.does("init")
        try await desk.does("add", "光翼", "--investor", "光翼科技")
        try await desk.does("edit", "1", "owner=王磊")
        let journal = "share/zhaoshang/journal/0000000000000001.jsonl"
        let text = try #require(desk.home.read(journal)).replacing("王磊", with: "王雷")
        try desk.home.write(text, to: journal)
        try await desk.does("doctor", "--repair", "gap", "--yes")
      },
      Victim(
        testDescription: "an exchange file", path: "x.json", commands: ["import $HOME/x.json"]
      ) { desk in
        let other = try await Desk.withExample()
        try desk.home.write(try await other.does("export", "-"), to: "x.json")
        try await desk.does("init")
      },
      Victim(
        testDescription: "a ledger", path: "x.csv",
        commands: ["import $HOME/x.csv", "import $HOME/x.csv --dry-run"]
      ) { desk in
        let other = try await Desk.withExample()
        try desk.home.write(try await other.does("export", "--format", "csv"), to: "x.csv")
        try await desk.does("init")
      },
      Victim(
        testDescription: "a configuration", path: "config/zhaoshang/config.toml",
        commands: ["list", "config"]
      ) { desk in
        try await desk.does("init")
        _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
        let text = "theme = \"mono\"\nmouse = true\nlanguage = \"zh\"\n[keys]\nquit = \"Q\"\n"
        try desk.home.write(text, to: "config/zhaoshang/config.toml")
      },
      Victim(
        testDescription: "a theme", path: "config/zhaoshang/themes/夜.toml",
        commands: ["theme check 夜", "theme list", "board --script $HOME/script"]
      ) { desk in
        try await desk.does("init")
        _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang/themes")])
        let text =
          "inherits = \"default-dark\"\n[palette]\nred = \"#ff0000\"\n[roles]\ntext = \"red\"\n"
        try desk.home.write(text, to: "config/zhaoshang/themes/夜.toml")
        try desk.home.write("theme = \"夜\"\n", to: "config/zhaoshang/config.toml")
        try desk.home.write("keys ?\nprint\n", to: "script")
      },
      Victim(
        testDescription: "a script", path: "script", commands: ["board --script $HOME/script"]
      ) { desk in
        try await desk.does("demo", "--keep", desk.store)
        let steps = "keys jjL\nkey Enter\ntext 落户\npaste 某某\npress 40 5\nsize 140x40\nprint\n"
        try desk.home.write(steps, to: "script")
      },
      Victim(
        testDescription: "views", path: "config/zhaoshang/views.toml",
        commands: ["list --view 重点", "config show", "board --script $HOME/script"]
      ) { desk in
        try await desk.does("demo", "--keep", desk.store)
        _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
        let steps = "text :view 重点\nkey Enter\nprint\ntext :save 夜\nkey Enter\nprint\n"
        try desk.home.write(steps, to: "script")
        try desk.home.write("keys :save 重点\nkey Enter\nprint\n", to: "first")
        try await desk.does("board", "--script", desk.home.path("first"))
      },
      Victim(
        testDescription: "a map of columns", path: "map.toml",
        commands: ["import $HOME/x.csv --map $HOME/map.toml --dry-run"]
      ) { desk in
        let other = try await Desk.withExample()
        try desk.home.write(try await other.does("export", "--format", "csv"), to: "x.csv")
        try await desk.does("init")
        try await desk.does(
          "import", desk.home.path("x.csv"), "--dry-run", "--save-map", desk.home.path("map.toml"))
      },
      Victim(
        testDescription: "a table of matters", path: "m.csv",
        commands: ["matter import $HOME/m.csv"]
      ) { desk in
        try await desk.does("init")
        try desk.home.write(
          "编码,名称,层级,承办单位,天数\n3700-1,项目备案,市级,发改局,3\n3700-2,用地预审,县级,自然资源局,10\n", to: "m.csv")
      },
      Victim(
        testDescription: "an exchange file of registers", path: "x.json",
        commands: ["import $HOME/x.json"]
      ) { desk in
        let other = try await Desk.withExample()
        for arguments in [
          ["request", "add", "光翼科技", "用工不足", "--project", "1"],
          ["target", "set", "signings", "12", "--year", "2023"],
          ["matter", "add", "3700-1", "项目备案"], ["phase", "set", "一期", "--project", "1"],
          ["handover", "offer", "1", "--to", "国信发展集团"], ["cluster", "set", "铝业集群", "--note", "延链"],
        ] {
          let outcome = try await other.run("zhaoshang", arguments + ["--today", "2026-11-22"])
          #expect(outcome.status == 0, "\(arguments): \(outcome.stderr)")
        }
        try desk.home.write(try await other.does("export", "-"), to: "x.json")
        try await desk.does("init")
      },
      Victim(
        testDescription: "a draft", path: "share/zhaoshang/drafts/\(getuid())-1.json",
        commands: [""],
        keys: ("n", then: "新建项目")
      ) { desk in
        try await desk.does("demo", "--keep", desk.store)
        let text = "{\"name\":\"光翼\",\"owner\":\"王磊\",\"tags\":\"急\"}"
        try desk.home.write(
          "[{\"action\":\"newProject\",\"project\":null,\"stage\":\"contact\",\"texts\":\(text)}]",
          to: "share/zhaoshang/drafts/\(getuid())-1.json")
      },
      Victim(
        testDescription: "lines typed before", path: "state/zhaoshang/filters", commands: [""],
        keys: ("/\u{1B}[A\u{1B}[A", then: "命中")
      ) { desk in
        try await desk.does("demo", "--keep", desk.store)
        _ = try await desk.run("mkdir", ["-p", desk.home.path("state/zhaoshang")])
        try desk.home.write("owner:王敏\n青岛\nstage:visit\n", to: "state/zhaoshang/filters")
      },
    ] + workbooks

  #if Excel
    private static let workbooks = [
      Victim(
        testDescription: "a workbook", path: "x.xlsx",
        commands: ["import $HOME/x.xlsx", "import $HOME/x.xlsx --dry-run"]
      ) { desk in
        let other = try await Desk.withExample()
        let file = desk.home.path("x.xlsx")
        try await other.does("report", "ledger", "--format", "xlsx", "--output", file)
        try await desk.does("init")
      }
    ]
  #else
    private static let workbooks: [Victim] = []
  #endif

  @Test(
    "Whatever a file holds, a command ends by itself, with a status and a sentence",
    arguments: victims)
  func spoiled(victim: Victim) async throws {
    let desk = try Desk()
    try await victim.make(desk)
    let whole = try bytes(of: desk.home.path(victim.path))
    try #require(!whole.isEmpty)
    // Told how it draws, the board asks the terminal nothing.
    if victim.keys != nil { try await desk.configure("ambiguous = 1\n") }
    // The store is what it was before each run; only the file is another.
    _ = try await desk.run("cp", ["-a", desk.home.path, desk.home.path + ".kept"])
    defer { _ = try? remove(desk.home.path + ".kept") }
    var mutation = Mutation(seed: 20_261_123, corpus: [whole])
    var rounds = 0
    defer { Effort.tell("spoiled files, \(victim.testDescription)", ["files": rounds]) }
    for round in 0..<Effort.count(12, long: 1000) {
      guard Effort.hasTime else { return }
      rounds += 1
      let spoiled = round == 0 ? [] : mutation.next()
      try write(spoiled, to: desk.home.path("spoiled"))
      let command = victim.commands[round % victim.commands.count]
      let outcome = try await desk.run(
        "sh",
        [
          "-c",
          """
          rm -rf "$HOME/share"
          [ -d "$HOME.kept/share" ] && cp -a "$HOME.kept/share" "$HOME/share"
          rm -f "$HOME/\(victim.path)"; cp "$HOME/spoiled" "$HOME/\(victim.path)"
          chmod 600 "$HOME/\(victim.path)"
          cd "$HOME"; ulimit -v 524288; ulimit -t 1
          \(Self.invocation(of: command, keys: victim.keys))
          """,
        ])
      let what = "round \(round), \(command): \(outcome.stderr)"
      // 128 and more is a signal: a trap, too much memory, more than the second.
      #expect([0, 1, 64, 65, 66, 74, 75, 78].contains(outcome.status), "\(outcome.status) \(what)")
      #expect(!outcome.stderr.contains("Fatal error"), "\(what)")
      // What goes wrong on a terminal is said there.
      if outcome.status != 0, victim.keys == nil { #expect(!outcome.stderr.isEmpty, "\(what)") }
      let text = victim.keys == nil ? outcome.stdout + outcome.stderr : outcome.stderr
      #expect(Emissions.forbidden(inText: text) == [], "\(what)")
      if victim.keys != nil {
        #expect(outcome.stdout.utf8.count > 1000, "\(what)")
        #expect(Emissions.forbidden(inStream: outcome.stdout) == [], "\(what)")
      }
    }
  }

  /// Both are a megabyte, and within what every file may cost.
  @Test(arguments: [
    #""projects":[{"key":"P","name":"光翼","investors":["甲"],"stages":[{"stage":"contact","on":"2023-05-01"}],"#,
    "",
  ])
  func manyMembersThatNobodyKnowsCostNoMoreThanTheirSize(opening: String) async throws {
    let desk = try await Desk.withStore()
    let members = (1...45_000).map { #""未知的第\#($0)项":\#($0)"# }.joined(separator: ",")
    let end = opening.isEmpty ? "}" : "}]}"
    try desk.home.write(
      #"{"format":"zhaoshang-exchange","version":1,"# + opening + members + end, to: "x.json")
    let outcome = try await desk.run(
      "sh", ["-c", "ulimit -v 1048576; ulimit -t 2; zhaoshang import \(desk.home.path("x.json"))"])
    // What one record cannot hold is refused, and what the file has beside is told: in time.
    #expect([0, 1, 65].contains(outcome.status), "\(outcome)")
  }

  @Test("A checkpoint that is larger than the memory there is passed over, and all is shown")
  func hugeCheckpoint() async throws {
    let desk = try await Desk.withStore()
    let outcome = try await desk.run(
      "sh",
      [
        "-c",
        """
        truncate -s 4G "\(desk.store)/checkpoint/0000000000000001"
        ulimit -v 524288; zhaoshang list && zhaoshang verify
        """,
      ])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stderr.contains("checkpoint/0000000000000001"))
  }

  private static func invocation(of command: String, keys: (String, then: String)?) -> String {
    let program = "zhaoshang \(command) --today 2026-11-22"
    guard let keys else { return "exec \(program)" }
    let typed = keys.0.replacing("\u{1B}", with: "\\033")
    return """
      rm -f sent ended; : >sent; export TERM=screen-256color
      { printf '\(typed)'
        until grep -qa '\(keys.then)' sent || [ -e ended ]; do :; done
        printf '\\003\\003:q\\r'; } |
      { script -qefc '\(program)' sent >/dev/null; echo $? >ended; }
      cat sent; exit "$(cat ended)"
      """
  }

  private func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    try #require(file >= 0, "\(path) is missing")
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  private func remove(_ path: String) throws {
    _ = try Child("rm", ["-rf", path]).wait()
  }
}
