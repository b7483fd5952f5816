import JSON
import TestSupport
import Testing

/// Every way to be wrong ends with its own status and one sentence.
@Suite struct RefusalTests {
  @Test func aWrongCommandLineIs64() async throws {
    let desk = try await Desk.withExample()
    try await desk.refuses("move", "1", "七", status: 64, saying: "阶段", "七", "contact(对接)")
    try await desk.refuses(
      "move", "1", "visit", "--on", "2026-13-01", status: 64, saying: "2026-13-01")
    try await desk.refuses(
      "next", "1", "回访", "--due", "2026-02-30", status: 64, saying: "2026-02-30")
    try await desk.refuses("list", "--as-of", "2026-11", status: 64, saying: "2026-11")
    try await desk.refuses("edit", "1", "金额=很多", status: 64, saying: "很多")
    try await desk.refuses("edit", "1", "颜色=红", status: 64, saying: "颜色", "owner")
    try await desk.refuses("edit", "1", "owner", status: 64, saying: "owner=")
    try await desk.refuses("edit", "1", "owner=甲", "责任人=乙", status: 64, saying: "责任人")
    try await desk.refuses("edit", "1", status: 64)
    try await desk.refuses("list", "foo:bar", status: 64, saying: "foo")
    try await desk.refuses("list", "--sort", "x", status: 64, saying: "--sort", "amount")
    try await desk.refuses("list", "--csv", "--json", status: 64, saying: "--csv", "--json")
    try await desk.refuses("funnel", "--method", "x", status: 64, saying: "--method", "strict")
    try await desk.refuses("lose", "1", "--reason", "x", status: 64, saying: "elsewhere")
    try await desk.refuses("log", "1", "吃饭", status: 64, saying: "吃饭", "outbound")
    try await desk.refuses("list", "--lang", "fr", status: 64, saying: "fr")
    try await desk.refuses("lsit", status: 64, saying: "lsit")
    try await desk.refuses("move", "1", status: 64)
  }

  @Test func aRuleOrAMissingProjectIs1() async throws {
    let desk = try await Desk.withExample()
    try await desk.refuses("show", "99", status: 1, saying: "#99")
    try await desk.refuses("show", "没有这样的", status: 1, saying: "没有这样的")
    try await desk.refuses("show", "项目", status: 1, saying: "#1 青岛夜经济项目", "#4 招商大数据系统项目")
    try await desk.refuses("add", "无主项目", status: 1, saying: "投资方")
    try await desk.refuses("move", "1", "approval", "--on", "2027-01-01", status: 1, saying: "2027")
    try await desk.refuses("resume", "1", status: 1, saying: "#1")
    try await desk.does("add", "新项目", "--investor", "甲", "--on", "2026-11-20")
    try await desk.refuses("show", "7", "--as-of", "2026-11-19", status: 1, saying: "2026-11-19")
  }

  @Test func withoutAStoreItSaysHowToMakeOne() async throws {
    let desk = try Desk()
    for subcommand in ["list", "board", "funnel", "history", "verify"] {
      try await desk.refuses(subcommand, status: 1, saying: desk.store, "zhaoshang init")
    }
    try await desk.refuses("add", "项目", "--investor", "甲", status: 1, saying: "zhaoshang init")
  }

  @Test func aStoreIsMadeOnce() async throws {
    let desk = try await Desk.withStore()
    // One that is still empty is as good as new.
    #expect(try await desk.does("init").contains("还是空的：\(desk.store)"))
    try await desk.does("add", "项目", "--investor", "甲")
    try await desk.refuses("init", status: 1, saying: desk.store)
    let other = desk.home.path("别处/看板")
    let outcome = try await desk.zhaoshang("init", other)
    #expect(outcome.status == 0 && outcome.stdout == "已新建数据目录 \(other)\n")
    // A folder on the way that was not there may be a slip of the hand.
    #expect(outcome.stderr.contains("\(desk.home.path("别处")) 原来没有"))
    #expect(try await desk.does("--store", other, "list") == "")
    try await desk.refuses(
      "init", desk.home.path("x"), "--group", "没有这个组", status: 1, saying: "没有这个组")
  }

  @Test func aStoreThatIsNoneIs74() async throws {
    let desk = try Desk()
    let file = try desk.home.write("不是目录", to: "file")
    try await desk.refuses("list", "--store", file, status: 74, saying: file)
    try await desk.refuses("list", "--store", desk.home.path, status: 74, saying: desk.home.path)
  }

  @Test func aNewerStoreIsLookedAtAndLeftAlone() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    let format = try #require(desk.home.read("share/zhaoshang/format"))
    try desk.home.write(
      format.replacing("1.0", with: "2.0"), to: "share/zhaoshang/format")
    let outcome = try await desk.zhaoshang("add", "二期", "--investor", "光翼科技")
    #expect(outcome.status == 74)
    #expect(outcome.stdout == "")
  }

  @Test func aDamagedStoreIsNamedAndNotWritten() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    try await desk.does("edit", "1", "owner=王磊")
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
    let journal = "share/zhaoshang/journal/0000000000000001.jsonl"
    let text = try #require(desk.home.read(journal))
    try desk.home.write(text.replacing("王磊", with: "王雷"), to: journal)
    try await desk.refuses("verify", status: 74, saying: "0000000000000001.jsonl", "2")
    try await desk.refuses("edit", "1", "owner=李梅", status: 74, saying: "doctor")
    let doctor = try await desk.zhaoshang("doctor")
    #expect(doctor.status == 74)
    #expect(doctor.stdout.contains("0000000000000001.jsonl 第 2 行（第 2 条） 校验不符"))
    #expect(doctor.stderr.contains("第 1 条以前完好，之后有 1 条读不出"))
    #expect(doctor.stderr.contains("备份"))
    // What comes before the damage can still be looked at, with a word of warning.
    let list = try await desk.zhaoshang("list")
    #expect(list.status == 0)
    #expect(list.stdout.contains("光翼"))
    #expect(list.stderr.contains("受损"))
  }

  @Test func damageWithoutABackupIsGivenUpOnlyWithConsent() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    try await desk.does("edit", "1", "owner=王磊")
    try await desk.does("note", "1", "王敏来电")
    try await desk.refuses("doctor", "--repair", "gap", "--yes", status: 1, saying: "没有受损")
    let journal = "share/zhaoshang/journal/0000000000000001.jsonl"
    let text = try #require(desk.home.read(journal)).replacing("王磊", with: "王雷")
    try desk.home.write(text, to: journal)

    let asked = try await desk.zhaoshang("doctor", "--repair", "gap")
    #expect(asked.status == 1)
    #expect(asked.stdout.contains("会失去第 2–3 条（2 个序号，2 行"), "\(asked.stdout)")
    #expect(asked.stderr.contains("--yes"))
    let facts = try await desk.zhaoshang("doctor", "--repair", "gap", "--json")
    #expect(facts.status == 1)
    #expect(try JSONValue.parse(facts.stdout)["first_lost"]?.integer == 2)
    #expect(try await desk.zhaoshang("doctor", "--yes").status == 64)
    #expect(try await desk.zhaoshang("doctor", "--from", "x", "--repair", "gap").status == 64)
    #expect(try await desk.zhaoshang("verify").status == 74)

    let done = try await desk.zhaoshang("doctor", "--repair", "gap", "--yes", "--lang", "en")
    #expect(done.status == 0, "\(done)")
    #expect(done.stderr.contains("Given up: changes 2–3"))
    #expect(done.stdout.contains("agreed to give up changes 2–3"))
    #expect(desk.home.read(journal) == text)
    let verified = try await desk.zhaoshang("verify")
    #expect(verified.status == 0 && verified.stdout == "")
    #expect(verified.stderr.contains("放弃了第 2–3 条"))
    #expect(try await desk.json("doctor")["given_up"]?.integer == 2)
    try await desk.does("edit", "1", "owner=李梅")
    try await desk.refuses("undo", "3", status: 1, saying: "3")
    let history = try #require(try await desk.json("history").array)
    #expect(history.compactMap { $0["seq"]?.integer } == [5, 4, 1])
    // What was given up is told where everything is told, and is nobody's step to take back.
    #expect(try await desk.does("history").contains("数据：放弃了读不出的第 2–3 条"))
    try await desk.refuses("undo", "4", status: 1, saying: "没有改动任何项目")
    try await desk.refuses("doctor", "--repair", "gap", "--yes", status: 1, saying: "没有受损")
  }

  @Test func aStoreThatSomebodyHoldsIs75AndCanStillBeRead() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    let script = "flock '\(desk.store)/lock' sh -c 'zhaoshang list; zhaoshang edit 1 owner=王磊'"
    let outcome = try await desk.run("sh", ["-c", script])
    #expect(outcome.status == 75)
    #expect(outcome.stdout.contains("光翼"))
    #expect(outcome.stderr.contains("别人正在写入"))
    try await desk.does("edit", "1", "owner=王磊")
  }

  @Test func stdoutThatTakesNothingIsNotASuccess() async throws {
    let desk = try await Desk.withExample()
    let full = try await desk.run("sh", ["-c", "zhaoshang list >/dev/full"])
    #expect(full.status == 74)
    let head = try await desk.run("sh", ["-c", "zhaoshang list | head -n 1"])
    #expect(head.status == 0)
    #expect(head.stderr == "")
  }

  @Test func aBadConfigurationIs78AndBreaksNothingElse() async throws {
    let desk = try await Desk.withExample()
    _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
    try desk.home.write(
      "mouse = \"maybe\"\nlanguage = \"en\"\n", to: "config/zhaoshang/config.toml")
    let shown = try await desk.zhaoshang("config", "show")
    #expect(shown.status == 78)
    #expect(shown.stdout.contains("language"))
    #expect(shown.stderr.contains("config.toml:1:9: mouse"))
    #expect(try await desk.does("board").contains("4 Intent  2"))
    try await desk.refuses("theme", "preview", "没有", status: 78, saying: "没有")
    try await desk.refuses("board", "--theme", "没有", status: 78, saying: "没有")
  }
}
