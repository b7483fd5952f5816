import Glibc
import TestSupport
import Testing

/// What a colleague puts into the folder of drafts, which everybody of a shared store may write.
@Suite struct DraftSafetyStories {
  /// What a board keeps of a form in which a name was begun; its file is gone afterwards.
  private func draft(of name: String, on desk: Desk) async throws -> String {
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "新建项目 ", "the form")
      try await screen.type(name)
      let drafts = "cat \(desk.store)/drafts/*.json"
      try await screen.wait("it is kept") { _ in
        try await desk.run("sh", ["-c", drafts]).stdout.contains(name)
      }
      let kept = try await desk.run("sh", ["-c", drafts + "; rm \(desk.store)/drafts/*"])
      try await screen.signal(SIGKILL)
      _ = try await screen.waitForExit("it is gone")
      return kept.stdout
    }
  }

  /// Every kind of thing, under every name that boards of this person have ever given.
  private func plant(in desk: Desk) async throws {
    try desk.home.write(try await draft(of: "伪造的", on: desk), to: "伪造.json")
    let me = getuid()
    let script = """
      set -e
      cd "\(desk.store)/drafts"
      mkfifo \(me)-1.json \(me)-2.json.new .x.new
      ln -s "$HOME/伪造.json" \(me)-3.json
      ln "$HOME/伪造.json" \(me)-4.json
      mkdir \(me)-5.json
      cp "$HOME/伪造.json" \(me)-6.json; chmod 0666 \(me)-6.json
      ln "\(desk.store)/journal/0000000000000001.jsonl" \(me)-7.json
      if [ \(me) = 0 ]; then cp "$HOME/伪造.json" \(me)-8.json; chown 1234 \(me)-8.json; fi
      """
    let outcome = try await desk.run("sh", ["-c", script])
    #expect(outcome.status == 0, "\(outcome)")
  }

  private func planted(_ desk: Desk) async throws -> [String] {
    try await desk.run(
      "find", [desk.store + "/drafts", "-printf", "%f %y %s %m %T@ %n\n"]
    ).lines.sorted().filter { !$0.hasPrefix("drafts ") }
  }

  @Test func nothingThatAColleaguePlantedIsTakenWrittenOrWaitedFor() async throws {
    let desk = try await Desk.withExample()
    try await plant(in: desk)
    let before = try await planted(desk)
    let journal = try await desk.run("sha256sum", [desk.store + "/journal/0000000000000001.jsonl"])
    try await desk.onBoard { screen in
      try await screen.press("n")
      let rows = try await screen.wait(for: "新建项目 ", "the form opens at once")
      #expect(!rows.contains { $0.contains("伪造的") })
      try await screen.type("自己写的")
      try await screen.wait("it is kept, for us alone") { _ in
        let kept = try await planted(desk).filter { !before.contains($0) }
        return kept.count == 1 && kept[0].hasPrefix("\(getuid())-") && kept[0].contains(" f ")
          && kept[0].contains(" 600 ") && kept[0].hasSuffix(" 1")
      }
      try await screen.signal(SIGKILL)
      _ = try await screen.waitForExit("it is gone")
    }
    try await desk.onBoard { screen in
      try await screen.wait(for: "没写完", "its own is offered")
      try await screen.press("n")
      let rows = try await screen.wait(for: "自己写的", "what was typed")
      #expect(!rows.contains { $0.contains("伪造的") })
      try await screen.press("Escape")
      try await screen.signal(SIGTERM)
      #expect(try await screen.waitForExit("no pipe holds it") == 143)
    }
    #expect(try await planted(desk).filter(before.contains) == before)
    #expect(
      try await desk.run("sha256sum", [desk.store + "/journal/0000000000000001.jsonl"]) == journal)
  }

  @Test func aDraftOfAnEarlierVersionIsOfferedAndThenGone() async throws {
    let desk = try await Desk.withExample()
    try desk.home.write(
      try await draft(of: "旧版写的", on: desk), to: "share/zhaoshang/drafts/\(getuid())-4711.json")
    try desk.home.write("[", to: "share/zhaoshang/drafts/\(getuid())-4712.json.new")
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "旧版写的", "it is offered")
      let names = try await desk.run("ls", ["-A", desk.store + "/drafts"]).lines
      #expect(names.count == 1 && names[0] != "\(getuid())-4711.json", "\(names)")
    }
  }

  @Test func linesThatWereTypedAreNotReadFromNorWrittenToWhatIsNotOurs() async throws {
    let desk = try await Desk.withExample()
    let script = """
      mkdir -p "$HOME/state/zhaoshang"; cd "$HOME/state/zhaoshang"
      mkfifo filters
      echo 'forget 别的' >"$HOME/别处"; ln -s "$HOME/别处" commands
      """
    _ = try await desk.run("sh", ["-c", script])
    try await desk.onBoard { screen in
      try await screen.type("/青岛")
      try await screen.press("Enter")
      try await screen.type(":")
      try await screen.wait(for: "─ 命令 ─", "the palette opens")
      try await screen.press("Up")
      try await screen.type("光伏")
      let rows = try await screen.wait(for: ": 光伏", "what is typed stands alone")
      #expect(!rows.contains { $0.contains("别的") }, "nothing of it is offered")
      try await screen.press("Escape")
      try await screen.wait("the palette is closed") { !$0.contains { $0.contains("─ 命令 ─") } }
      try await screen.type("q")
      #expect(try await screen.waitForExit("it is not held") == 0)
    }
    #expect(desk.home.read("别处") == "forget 别的\n")
    #expect(desk.home.read("state/zhaoshang/filters")?.contains("青岛") == true)
  }
}
