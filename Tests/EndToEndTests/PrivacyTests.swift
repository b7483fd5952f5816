import TestSupport
import Testing

/// Who may read what the program leaves behind, whatever the account's habits are.
@Suite struct PrivacyTests {
  /// Everything that writes a file, by somebody who hides nothing of his own accord.
  private static let work = """
    umask 000
    set -e
    zhaoshang init $GROUP
    zhaoshang add 光翼 --investor 光翼科技
    zhaoshang edit 1 owner=王磊
    zhaoshang undo
    printf '{"sum":"' >> "$STORE"/journal/0000000000000001.jsonl
    zhaoshang note 1 接着
    zhaoshang export "$HOME/导出.json"
    zhaoshang list --csv > /dev/null
    zhaoshang backup "$HOME/备份"
    zhaoshang demo > /dev/null
    """

  private func work(_ desk: Desk, group: String = "") async throws {
    var desk = desk
    desk.environment["STORE"] = desk.store
    desk.environment["GROUP"] = group
    let outcome = try await desk.run("sh", ["-c", Self.work])
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }

  /// Type and mode of everything below, without the folders the test itself made.
  private func modes(_ desk: Desk, below paths: String...) async throws -> [String] {
    let found = try await desk.run("find", paths + ["-printf", "%y %m %P\n"])
    #expect(found.status == 0, "\(found.stderr)")
    return found.lines
  }

  @Test func everyFileIsForItsOwnerAloneWhateverTheUmask() async throws {
    let desk = try Desk()
    try await work(desk)
    let found = try await modes(
      desk, below: desk.store, desk.home.path("备份"), desk.home.path("导出.json"))
    // The torn end was put aside, so every folder has been written to but the one of drafts.
    #expect(found.contains { $0.contains(" quarantine/") })
    #expect(found.count > 15)
    for line in found {
      #expect(line.hasPrefix("d 700 ") || line.hasPrefix("f 600 "), "\(line)")
    }
  }

  @Test func aSharedStoreIsForItsGroupAndNobodyElse() async throws {
    let desk = try Desk()
    let group = try await desk.run("id", ["-gn"]).lines.first ?? ""
    try await work(desk, group: "--group \(group)")
    let found = try await modes(desk, below: desk.store)
    #expect(found.contains { $0.contains(" quarantine/") })
    for line in found {
      #expect(line.hasPrefix("d 2770 ") || line.hasPrefix("f 660 "), "\(line)")
    }
  }

  @Test(
    .enabled(if: Tracing.works, "strace is not here, or may not trace: nothing was looked at"))
  func nothingIsLeftInOrWrittenToASharedTemporaryFolder() async throws {
    var desk = try Desk()
    let shared = desk.home.path("tmp")
    _ = try await desk.run("mkdir", ["-p", shared, desk.home.path("run")])
    desk.environment["TMPDIR"] = shared
    desk.environment["STORE"] = desk.store
    desk.environment["GROUP"] = ""
    let trace = desk.home.path("trace")
    let outcome = try await desk.run(
      "strace",
      ["-f", "-s", "4096", "-e", "trace=file", "-o", trace, "sh", "-c", Self.work])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try await modes(desk, below: shared).count == 1)
    let lines = try #require(desk.home.read("trace")).split(separator: "\n")
    let made = lines.filter {
      $0.contains("O_CREAT") || $0.contains("mkdir") || $0.contains("rename")
    }
    #expect(made.count > 20)
    let places = ["/tmp/", "/var/tmp/", "/dev/shm/"]
    for line in made {
      let elsewhere = line.replacing(desk.home.path + "/", with: "HOME/")
      #expect(!places.contains { elsewhere.contains("\"" + $0) }, "\(line)")
      #expect(!elsewhere.contains("HOME/tmp"), "\(line)")
    }
  }
}
