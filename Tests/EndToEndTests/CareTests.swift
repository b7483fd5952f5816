import Glibc
import TestSupport
import Testing

/// Backups, bringing them back, and mending with them, as a person types it.
@Suite struct CareTests {
  private static let journal = "share/zhaoshang/journal/0000000000000001.jsonl"

  /// A desk with a store of two changes and a backup of it.
  private func withBackup(language: String = "zh_CN.UTF-8") async throws -> Desk {
    let desk = try await Desk.withStore(language: language)
    try await desk.does("add", "光翼", "--investor", "光翼科技")
    try await desk.does("edit", "1", "owner=王磊")
    let size = try #require(desk.home.read(Self.journal)).utf8.count
    let backup = desk.home.path("备份")
    let said = try await desk.does("backup", backup)
    #expect(
      said
        == (language.hasPrefix("zh")
          ? "已备份到 \(backup)：2 条记录，\(size) 字节，已逐条核对\n"
          : "Backed up to \(backup): 2 changes, \(size) bytes, every record checked\n"))
    return desk
  }

  private func changeAByte(_ desk: Desk) throws {
    let text = try #require(desk.home.read(Self.journal))
    try desk.home.write(text.replacing("王磊", with: "王雷"), to: Self.journal)
  }

  @Test func aBackupIsAStoreOfItsOwnAndNothingIsWrittenOver() async throws {
    let desk = try await withBackup()
    let backup = desk.home.path("备份")
    #expect(try await desk.does("--store", backup, "list") == desk.does("list"))
    #expect(try await desk.zhaoshang("--store", backup, "verify").status == 0)
    let before = desk.home.read("备份/journal/0000000000000001.jsonl")
    try await desk.does("note", "1", "备份以后")
    try await desk.refuses("backup", backup, status: 1, saying: backup)
    try await desk.refuses("backup", desk.store, status: 1, saying: desk.store)
    #expect(desk.home.read("备份/journal/0000000000000001.jsonl") == before)
  }

  @Test func aBackupIsBroughtBackWhereNothingIsYet() async throws {
    let desk = try await withBackup()
    let backup = desk.home.path("备份")
    let held = try await desk.does("list")
    let kept = desk.home.read(Self.journal)
    try await desk.refuses("restore", backup, status: 1, saying: desk.store)
    #expect(desk.home.read(Self.journal) == kept)
    _ = try await desk.run("mv", [desk.store, desk.home.path("旧的")])
    #expect(
      try await desk.does("restore", backup) == "已从 \(backup) 恢复到 \(desk.store)：2 条记录\n")
    #expect(try await desk.does("list") == held)
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
    #expect(try await desk.does("history", "--limit", "1").contains("数据：从备份恢复到第 2 条"))
    try await desk.does("edit", "1", "owner=李梅")
    let other = desk.home.path("没有备份")
    try await desk.refuses(
      "--store", desk.home.path("新的"), "restore", other, status: 1, saying: other)
  }

  @Test func foldersMadeOnTheWayToABackupAreNamed() async throws {
    let desk = try await withBackup()
    let typed = desk.home.path("外/打错/备份")
    let made = try await desk.zhaoshang("backup", typed)
    #expect(made.status == 0)
    #expect(made.stderr.contains(desk.home.path("外") + " 原来没有"), "\(made)")
    let again = try await desk.zhaoshang("backup", desk.home.path("外/打错/备份二"))
    #expect(!again.stderr.contains("原来没有"), "\(again)")
    let other = try await desk.zhaoshang("init", desk.home.path("新/数据"))
    #expect(other.stderr.contains(desk.home.path("新") + " 原来没有"), "\(other)")
  }

  @Test func aStoreIsNoBackupOfItself() async throws {
    let desk = try await withBackup()
    try await desk.refuses("doctor", "--from", desk.store, status: 1, saying: "本身")
    try changeAByte(desk)
    try await desk.refuses("doctor", "--from", desk.store + "/.", status: 1, saying: "本身")
  }

  @Test func aDamagedStoreIsMendedWithItsBackup() async throws {
    let desk = try await withBackup()
    try await desk.does("note", "1", "备份以后")
    let held = try await desk.does("export")
    try changeAByte(desk)
    try await desk.refuses("verify", status: 74, saying: "0000000000000001.jsonl", "2")
    try await desk.refuses("backup", desk.home.path("又一个"), status: 74)
    let mended = try await desk.zhaoshang("doctor", "--from", desk.home.path("备份"))
    #expect(mended.status == 0)
    #expect(mended.stdout.hasSuffix("一切正常，可以读写\n"))
    #expect(
      mended.stderr.contains("已用备份修补：journal/0000000000000001.jsonl；数据完整到第 3 条"),
      "\(mended.stderr)")
    #expect(mended.stderr.contains("原来的文件留在："))
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
    #expect(try await desk.does("export") == held)
    let history = try await desk.does("history", "--limit", "1")
    #expect(history.contains("数据：用备份修补了 journal/0000000000000001.jsonl，完整到第 3 条"))
    try await desk.does("edit", "1", "owner=李梅")
  }

  @Test func doctorDoesNotCallWellWhatItAsksToMend() async throws {
    let desk = try await withBackup()
    let lock = desk.store + "/lock"
    try #require(chmod(lock, 0o664) == 0)
    let found = try await desk.does("doctor")
    #expect(found.contains("别人也能读写"), "\(found)")
    #expect(found.hasSuffix("可以读写，记录齐全；但上面有 1 处请处理\n"), "\(found)")
    try #require(chmod(lock, 0o600) == 0)
    #expect(try await desk.does("doctor").hasSuffix("一切正常，可以读写\n"))
  }

  @Test func mendingIsSaidInEnglishToo() async throws {
    let desk = try await withBackup(language: "en_GB.UTF-8")
    try changeAByte(desk)
    #expect(try await desk.zhaoshang("verify").status == 74)
    let mended = try await desk.zhaoshang("doctor", "--from", desk.home.path("备份"))
    #expect(mended.status == 0)
    #expect(
      mended.stderr.contains(
        "Mended with the backup: journal/0000000000000001.jsonl; all is there up to change 2"),
      "\(mended.stderr)")
    #expect(mended.stdout.hasSuffix("All is well; it can be read and written\n"))
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
  }
}
