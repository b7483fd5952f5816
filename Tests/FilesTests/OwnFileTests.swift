import Files
import Glibc
import TestSupport
import Testing

@Suite("Files of our own in folders of others") struct OwnFileTests {
  private let home: ScratchFolder

  init() throws { home = try ScratchFolder() }

  private func fault(of name: String) throws -> FileFault.Reason? {
    let folder = try Folder(home.path)
    do throws(FileFault) {
      _ = try OwnFile(name, in: folder).read(limit: 100)
      return nil
    } catch {
      #expect(error.path == home.path(name))
      return error.reason
    }
  }

  @Test("Only a file that nobody else can have written is read")
  func own() throws {
    try home.write("[]", to: "自己的")
    #expect(try fault(of: "自己的") == nil)
    #expect(try fault(of: "没有") == .system(errno: ENOENT))
    #expect(symlink("自己的", home.path("链接")) == 0)
    #expect(try fault(of: "链接") == .system(errno: ELOOP))
    // Neither is waited for.
    #expect(mkfifo(home.path("管道"), 0o600) == 0)
    #expect(try fault(of: "管道") == .notAFile)
    #expect(mkdir(home.path("目录"), 0o700) == 0)
    #expect(try fault(of: "目录") == .notAFile)
    try home.write("[]", to: "人人可写")
    #expect(chmod(home.path("人人可写"), 0o606) == 0)
    #expect(try fault(of: "人人可写") == .foreign)
    try home.write(String(repeating: "x", count: 101), to: "太大")
    #expect(try fault(of: "太大") == .tooLarge(limit: 100))
    #expect(link(home.path("自己的"), home.path("别名")) == 0)
    #expect(try fault(of: "别名") == .hasOtherNames)
    #expect(try fault(of: "自己的") == .hasOtherNames)
    if geteuid() == 0 {
      try home.write("[]", to: "别人的")
      #expect(chown(home.path("别人的"), 1234, 1234) == 0)
      #expect(try fault(of: "别人的") == .foreign)
    }
  }

  @Test("A file is written under a name nobody can foresee, and is gone when it gets none")
  func new() throws {
    let folder = try Folder(home.path)
    func count() -> Int {
      guard let stream = opendir(home.path) else { return -1 }
      defer { closedir(stream) }
      var count = -2
      while readdir(stream) != nil { count += 1 }
      return count
    }
    do {
      var file = try NewFile(in: folder, for: home.path("甲"))
      try file.write(Array("一".utf8))
      #expect(count() == 1)
    }
    #expect(count() == 0)
    var file = try NewFile(in: folder, for: home.path("甲"))
    file.lock()
    try file.write(Array("一".utf8))
    try file.name("甲", replacing: false)
    let held = file.release()
    #expect(home.read("甲") == "一" && count() == 1)
    #expect(try !OwnFile("甲", in: folder).lock(), "its maker has the lock")
    withExtendedLifetime(held) {}
    var second = try NewFile(in: folder, for: home.path("甲"))
    try second.write(Array("二".utf8))
    do throws(FileFault) {
      try second.name("甲", replacing: false)
      Issue.record("nothing is replaced")
    } catch {
      #expect(error == FileFault(.isThere, path: home.path("甲")))
    }
    try second.name("甲", replacing: true)
    #expect(home.read("甲") == "二" && count() == 1)
  }

  @Test("A folder that is held open is the folder, whatever becomes of its path")
  func folder() throws {
    #expect(mkdir(home.path("夹"), 0o700) == 0)
    let folder = try Folder(home.path("夹"))
    #expect(rename(home.path("夹"), home.path("别处")) == 0)
    #expect(symlink("/etc", home.path("夹")) == 0)
    var file = try NewFile(in: folder, for: "甲")
    try file.name("甲", replacing: true)
    #expect(home.read("别处/甲") == "")
    #expect(throws: FileFault(.system(errno: ENOTDIR), path: home.path("夹"))) {
      _ = try Folder(home.path("夹"), followsLink: false)
    }
  }
}
