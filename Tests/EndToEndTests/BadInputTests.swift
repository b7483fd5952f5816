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
    /// Makes the file on a desk.
    let make: @Sendable (Desk) async throws -> Void
  }

  static let victims = [
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
  ]

  @Test(
    "Whatever a file holds, a command ends by itself, with a status and a sentence",
    arguments: victims)
  func spoiled(victim: Victim) async throws {
    let desk = try Desk()
    try await victim.make(desk)
    let whole = try bytes(of: desk.home.path(victim.path))
    try #require(!whole.isEmpty)
    // The store is what it was before each run; only the file is another.
    _ = try await desk.run("cp", ["-a", desk.home.path, desk.home.path + ".kept"])
    defer { _ = try? remove(desk.home.path + ".kept") }
    var mutation = Mutation(seed: 20_261_123, corpus: [whole])
    for round in 0..<Effort.count(12, long: 1000) {
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
          ulimit -v 524288; ulimit -t 1; exec zhaoshang \(command) --today 2026-11-22
          """,
        ])
      let what = "round \(round), \(command): \(outcome.stderr)"
      // 128 and more is a signal: a trap, too much memory, more than the second.
      #expect([0, 1, 64, 65, 66, 74, 75, 78].contains(outcome.status), "\(outcome.status) \(what)")
      #expect(!outcome.stderr.contains("Fatal error"), "\(what)")
      if outcome.status != 0 { #expect(!outcome.stderr.isEmpty, "\(what)") }
      #expect(Emissions.forbidden(inText: outcome.stdout + outcome.stderr) == [], "\(what)")
    }
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
