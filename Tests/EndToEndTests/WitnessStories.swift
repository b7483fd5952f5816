import JSON
import TestSupport
import Testing

/// What a person can show who kept a backup or a printed report.
@Suite struct WitnessStories {
  private static let journal = "share/zhaoshang/journal/0000000000000001.jsonl"

  /// A desk with a store of four changes.
  private func desk(language: String = "zh_CN.UTF-8") async throws -> Desk {
    let desk = try await Desk.withStore(language: language)
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    for note in ["一次电话", "二次电话", "三次电话"] { try await desk.does("note", "1", note) }
    return desk
  }

  /// Rewrites a record as a member of the group can: another store's sums are as right as ours.
  private func rewrite(_ desk: Desk) async throws {
    let forged = desk.home.path("伪造")
    try await desk.does("backup", forged)
    let text = try #require(desk.home.read(Self.journal))
    _ = try await desk.run("rm", ["-r", desk.store])
    try await desk.does("restore", forged)
    // The same store with another fourth change: cut before it, and gone on in another way.
    let lines = text.split(separator: "\n").map { $0 + "\n" }
    try desk.home.write(lines[..<3].joined(), to: Self.journal)
    try desk.home.write("", to: "share/zhaoshang/lock")
    try await desk.does("note", "1", "改过的第三次")
  }

  @Test func aPrintedSealShowsThatHistoryWasRewritten() async throws {
    let desk = try await desk()
    let sum = try await desk.run(
      "sh", ["-c", "cat '\(desk.store)'/journal/*.jsonl | sha256sum"]
    ).stdout.prefix(64)
    #expect(try await desk.does("seal") == "账本指纹 #4 \(sum)  2026-11-22\n")
    let json = try await desk.json("seal")
    #expect(json["seq"] == .integer(4) && json["sha256"] == .string(String(sum)))
    #expect(json["day"] == "2026-11-22")
    for format in ["txt", "md", "html", "csv"] {
      for kind in ["week", "leader"] {
        let report = try await desk.does("report", kind, "--format", format)
        #expect(report.replacing("\\#", with: "#").contains("账本指纹 #4 \(sum)"), "\(kind) \(format)")
      }
    }
    #expect(try await !desk.does("report", "month").contains("账本指纹"))
    let printed = "账本指纹 #4 \(sum)"
    try await desk.does("note", "1", "印出以后")
    #expect(try await desk.does("verify", "--seal", printed).contains("比对了 64 位"))
    #expect(try await desk.does("verify", "--seal", "#4 \(sum.prefix(16))…").contains("16 位"))
    try await desk.refuses(
      "verify", "--seal", "#4 \(sum.prefix(15))", status: 64, saying: "至少 16 位")
    try await desk.refuses("verify", "--seal", "#9 \(sum)", status: 74, saying: "只到第 5 条")
    try await rewrite(desk)
    #expect(try await desk.does("verify") == "", "its own sums are right")
    try await desk.refuses("verify", "--seal", printed, status: 74, saying: "账本指纹不符")
  }

  @Test func aBackupIsComparedByteForByteAndNothingIsChanged() async throws {
    let desk = try await desk()
    let backup = desk.home.path("备份")
    try await desk.does("backup", backup)
    let same = try await desk.does("doctor", "--from", backup)
    #expect(same.contains("与备份 \(backup) 逐字节相同：都到第 4 条"))
    try await desk.does("note", "1", "备份以后")
    #expect(try await desk.does("doctor", "--from", backup).contains("现在到第 5 条"))
    #expect(
      try await desk.json("doctor", "--from", backup)["backup"]?["verdict"] == "backup_ends_earlier"
    )
    try await rewrite(desk)
    let before = desk.home.read(Self.journal)
    let told = try await desk.zhaoshang("doctor", "--from", backup)
    #expect(told.status == 74)
    #expect(told.stderr.contains("备份 \(backup) 从第 4 条起说的是另一回事"), "\(told.stderr)")
    let json = try await desk.zhaoshang("doctor", "--from", backup, "--json")
    #expect(json.status == 74)
    let answer = try JSONValue.parse(json.stdout)["backup"]
    #expect(answer?["verdict"] == "differs" && answer?["differs_at"] == .integer(4))
    #expect(desk.home.read(Self.journal) == before)
  }

  @Test func theSameIsSaidInEnglish() async throws {
    let desk = try await desk(language: "en_GB.UTF-8")
    let backup = desk.home.path("backup")
    try await desk.does("backup", backup)
    let printed = try await desk.does("seal")
    #expect(printed.hasPrefix("Ledger seal #4 "))
    try await rewrite(desk)
    try await desk.refuses(
      "verify", "--seal", printed, status: 74, saying: "The seal does not hold")
    let told = try await desk.zhaoshang("doctor", "--from", backup)
    #expect(told.status == 74)
    #expect(told.stderr.contains("tells another story from change 4 on"), "\(told.stderr)")
  }

  @Test func whatWasCutOffIsSaidWithBothNumbersAndMendedWithTheBackup() async throws {
    let desk = try await desk()
    let backup = desk.home.path("备份")
    try await desk.does("backup", backup)
    let text = try #require(desk.home.read(Self.journal))
    try desk.home.write(
      text.split(separator: "\n").prefix(2).map { $0 + "\n" }.joined(), to: Self.journal)
    let doctor = try await desk.zhaoshang("doctor")
    #expect(doctor.status == 74)
    #expect(doctor.stdout.contains("存盘过的到第 4 条，日志只到第 2 条"), "\(doctor.stdout)")
    #expect(!doctor.stdout.contains("从未算作已存盘"))
    try await desk.refuses("verify", status: 74, saying: "存盘过的到第 4 条")
    try await desk.refuses("note", "1", "不", status: 74, saying: "存盘过的到第 4 条")
    let mended = try await desk.zhaoshang("doctor", "--from", backup)
    #expect(mended.status == 0, "\(mended)")
    #expect(desk.home.read(Self.journal)?.hasPrefix(text) == true)
    try await desk.does("note", "1", "接着")
  }

  @Test func historyNamesTheAccountBesideANameThatIsNotItsOwn() async throws {
    let desk = try await desk()
    let account = try await desk.run("id", ["-un"]).stdout.split(separator: "\n").joined()
    #expect(try await !desk.does("history").contains("账号"))
    try await desk.configure("[user]\nname = \"bob\"\n")
    try await desk.does("note", "1", "以别人的名字")
    let history = try await desk.does("history", "--limit", "2")
    #expect(history.contains("bob（账号 \(account)）"), "\(history)")
    let own = try #require(history.split(separator: "\n").first { $0.contains("三次电话") })
    #expect(own.contains(account) && !own.contains("账号"), "\(history)")
    let by = try await desk.json("history", "--limit", "1").array?.first?["by"]
    #expect(by?["name"] == "bob" && by?["account"] == .string(account))
    try await desk.configure("[user]\nname = \"\(String(repeating: "长", count: 1000))\"\n")
    let told = try await desk.zhaoshang("note", "1", "名字太长")
    #expect(told.status == 0)
    #expect(told.stderr.contains("config.toml:2:8: user.name: “长长"), "\(told.stderr)")
    #expect(told.stderr.contains("不超过 64 个字") && told.stderr.utf8.count < 1000)
  }

  @Test func recordsOfANewerVersionAreSaidWhereTheyAreNotShown() async throws {
    let desk = try await desk()
    let written = try await desk.run("store-writer", ["newer", desk.store, "project.financed"])
    #expect(written.status == 0, "\(written)")
    let sentence = "另有 1 条记录由更新的版本写入"
    for arguments in [["list"], ["export"], ["report", "week"], ["board"]] {
      let outcome = try await desk.run("zhaoshang", arguments)
      #expect(outcome.status == 0)
      #expect(outcome.stderr.contains(sentence), "\(arguments): \(outcome.stderr)")
    }
    #expect(try await desk.does("report", "week").contains(sentence))
    try await desk.refuses("undo", "1", status: 1, saying: "第 5 条由更新的版本写入")
  }
}
