import Files
import Glibc
import TestSupport
import Testing

@Suite("Where output goes") struct OutputPlaceTests {
  private let home: ScratchFolder

  init() throws { home = try ScratchFolder() }

  private func status(_ name: String) -> stat {
    var status = stat()
    lstat(home.path(name), &status)
    return status
  }

  private func put(_ text: String, at name: String, replacing: Bool = true) throws(FileFault) {
    try OutputPlace(home.path(name)).write(Array(text.utf8), replacing: replacing)
  }

  private func names() -> [String] {
    guard let folder = opendir(home.path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  @Test("A new file is its owner's alone, and one that is there is kept unless it may be replaced")
  func new() throws {
    umask(0)
    try put("一", at: "甲", replacing: false)
    #expect(home.read("甲") == "一" && status("甲").st_mode & 0o7777 == 0o600)
    #expect(throws: FileFault(.isThere, path: home.path("甲"))) {
      try put("二", at: "甲", replacing: false)
    }
    #expect(home.read("甲") == "一" && names() == ["甲"])
    try put("二", at: "甲")
    #expect(home.read("甲") == "二" && names() == ["甲"])
  }

  @Test("What is replaced keeps its mode and its group", arguments: [0o640, 0o664, 0o600, 0o444])
  func mode(mode: Int) throws {
    try home.write("旧", to: "甲")
    let groups = [gid_t](unsafeUninitializedCapacity: 64) { buffer, count in
      count = max(0, Int(getgroups(64, buffer.baseAddress)))
    }
    let group = geteuid() == 0 ? 4242 : groups.last ?? getegid()
    #expect(chown(home.path("甲"), geteuid() == 0 ? 1234 : uid_t.max, group) == 0)
    #expect(chmod(home.path("甲"), mode_t(mode)) == 0)
    let before = status("甲")
    try put("新", at: "甲")
    let after = status("甲")
    #expect(after.st_mode == before.st_mode && after.st_gid == before.st_gid)
    #expect(after.st_uid == before.st_uid && after.st_ino != before.st_ino)
  }

  @Test("A link is followed and stays one; a link to nothing is refused")
  func links() throws {
    try home.write("旧", to: "甲")
    #expect(symlink("甲", home.path("链")) == 0)
    try put("新", at: "链")
    #expect(status("链").st_mode & S_IFMT == S_IFLNK && home.read("甲") == "新")
    #expect(symlink("没有", home.path("空")) == 0)
    #expect(throws: FileFault(.danglingLink, path: home.path("空"))) { try put("新", at: "空") }
    #expect(names() == ["甲", "链", "空"].sorted())
  }

  @Test("A pipe and a device are written to and stay what they are")
  func streams() throws {
    #expect(mkfifo(home.path("管"), 0o600) == 0)
    #expect(throws: FileFault(.nobodyReads, path: home.path("管"))) { try put("新", at: "管") }
    let reader = open(home.path("管"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try put("新", at: "管")
    var bytes = [UInt8](repeating: 0, count: 10)
    #expect(read(reader, &bytes, 10) == 3 && status("管").st_mode & S_IFMT == S_IFIFO)
    // More than it holds, and nobody takes it out: whoever waits may be told to stop.
    let place = try OutputPlace(home.path("管"))
    var asked = 0
    #expect(throws: FileFault(.interrupted, path: home.path("管"))) {
      try place.write([UInt8](repeating: 65, count: 1 << 20), replacing: true) {
        asked += 1
        return asked > 20
      }
    }
    try OutputPlace("/dev/null").write([1], replacing: false)
    #expect(try OutputPlace("/dev/null").kind == .stream)
    #expect(try OutputPlace("/dev/stdout").kind == .descriptor(1))
    #expect(try OutputPlace("/dev/fd/7").kind == .descriptor(7))
    #expect(try OutputPlace("/dev/full").kind == .stream)
    #expect(throws: FileFault(.system(errno: ENOSPC), path: "/dev/full")) {
      try OutputPlace("/dev/full").write([1], replacing: true)
    }
  }

  @Test("A name may be as long as names can be, and nothing is left beside it")
  func longName() throws {
    let name = String(repeating: "名", count: 85)
    try put("新", at: name)
    try put("再", at: name)
    #expect(home.read(name) == "再" && names() == [name])
    #expect(throws: FileFault(.system(errno: ENAMETOOLONG), path: home.path(name + "x"))) {
      try put("新", at: name + "x")
    }
    #expect(names() == [name])
  }

  @Test("A folder and what is not there are refused with the path that was given")
  func refused() throws {
    #expect(throws: FileFault(.system(errno: EISDIR), path: home.path)) {
      try OutputPlace(home.path)
    }
    let missing = home.path("没有/甲")
    #expect(throws: FileFault(.system(errno: ENOENT), path: missing)) { try OutputPlace(missing) }
    try home.write("", to: "件")
    #expect(throws: FileFault(.system(errno: ENOTDIR), path: home.path("件/甲"))) {
      try OutputPlace(home.path("件/甲"))
    }
  }

  @Test("One file has one identity whatever it is called")
  func identity() throws {
    let file = try home.write("", to: "甲")
    #expect(link(file, home.path("乙")) == 0 && symlink(file, home.path("丙")) == 0)
    let identity = try #require(FileIdentity(path: file))
    #expect(FileIdentity(path: home.path("乙")) == identity)
    #expect(try OutputPlace(home.path("丙")).identity == identity)
    #expect(FileIdentity(path: home.path) != identity && FileIdentity(path: "/没有") == nil)
  }
}
