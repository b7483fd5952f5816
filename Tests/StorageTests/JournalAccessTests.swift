import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Who may open and write a store")
struct JournalAccessTests {
  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  private func create(_ path: String, group: UInt32? = nil) throws {
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: path, group: group, random: { dice.next() })
  }

  @Test("A new store is private, whole, and has the folders of the format")
  func create() throws {
    let scratch = try Scratch()
    try create(scratch.path + "/甲/乙/招商")
    let folder = scratch.path + "/甲/乙"
    let inner = try Journal(path: folder + "/招商", authorship: .sample)
    #expect(inner.access == .readWrite)
    try create(scratch.store)
    #expect(
      try scratch.names(in: "")
        == ["checkpoint", "drafts", "format", "journal", "lock", "quarantine"])
    #expect(scratch.mode(of: "") == 0o700)
    #expect(scratch.mode(of: "journal") == 0o700)
    #expect(scratch.mode(of: "journal/0000000000000001.jsonl") == 0o600)
    #expect(scratch.mode(of: "format") == 0o600)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("A shared store is open to its group, new files too, and to nobody else")
  func group() throws {
    let scratch = try Scratch()
    try create(scratch.store, group: getgid())
    #expect(scratch.mode(of: "") == 0o2770)
    #expect(scratch.mode(of: "journal") == 0o2770)
    #expect(scratch.mode(of: "lock") == 0o660)
    let journal = try scratch.journal(segmentLimit: 10)
    _ = try journal.commit(Work.add("甲"))
    _ = try journal.commit(Work.add("乙"))
    #expect(scratch.mode(of: "journal/0000000000000001.jsonl") == 0o440)
    #expect(scratch.mode(of: "journal/0000000000000002.jsonl") == 0o660)
  }

  @Test("A store is not made over another, over a file, or over a folder with something in it")
  func over() throws {
    let scratch = try Scratch()
    try create(scratch.store)
    #expect(code { try create(scratch.store) } == .alreadyExists)
    let file = scratch.path + "/文件"
    try #require(symlink(scratch.store + "/format", file) == 0)
    #expect(code { try create(file) } == .isAFile)
    try #require(mkdir(scratch.path + "/空的", 0o755) == 0)
    try create(scratch.path + "/空的")
    #expect(try scratch.names(in: "..").filter { $0.hasSuffix(".new") } == [])
  }

  @Test("A store is not made inside another, by whatever way one gets there")
  func inside() throws {
    let scratch = try Scratch()
    try create(scratch.store)
    let link = scratch.path + "/链接"
    try #require(symlink(scratch.store + "/journal", link) == 0)
    for path in [
      scratch.store + "/drafts", scratch.store + "/journal/x", scratch.store + "/x/y/z",
      link + "/x", scratch.store + "/format",
    ] {
      #expect(code { try create(path) } == .insideStore, "\(path)")
    }
    #expect(try scratch.names(in: "journal") == ["0000000000000001.jsonl"])
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("What a killed one had begun is tidied by the next of that name, and never a running one's")
  func tidied() throws {
    let scratch = try Scratch()
    try create(scratch.path + "/别的")
    let begun = scratch.path + "/.招商.1f3a.new"
    try #require(rename(scratch.path + "/别的", begun) == 0)
    try #require(mkdir(scratch.path + "/.招商.running.new", 0o700) == 0)
    let disk = LocalDisk()
    let running = try disk.openFolder(path: begun)
    #expect(try disk.claim(running))
    try create(scratch.store)
    #expect(access(begun, F_OK) == 0)
    disk.close(running)
    Scratch.remove(scratch.store)
    try create(scratch.store)
    #expect(access(begun, F_OK) != 0)
    #expect(access(scratch.path + "/.招商.running.new", F_OK) == 0)
  }

  @Test("What is no store is told apart: nothing, a file, a folder, a format of something else")
  func noStore() throws {
    let scratch = try Scratch()
    #expect(code { _ = try scratch.journal() } == .missing)
    try create(scratch.store)
    #expect(code { _ = try scratch.journal(at: scratch.store + "/format") } == .isAFile)
    #expect(code { _ = try scratch.journal(at: scratch.store + "/drafts") } == .notAStore)
    try scratch.write(Array("hello\n".utf8), to: "format")
    let damage = Damage(.format, file: "format", line: 1, offset: 0, sequence: .origin)
    #expect(code { _ = try scratch.journal() } == .damaged(damage))
  }

  @Test("A link or a pipe in the place of a file is not followed and does not hold us")
  func links() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("甲"))
    let name = scratch.store + "/journal/0000000000000001.jsonl"
    try #require(rename(name, scratch.path + "/elsewhere") == 0)
    try #require(symlink(scratch.path + "/elsewhere", name) == 0)
    let linked = code { _ = try scratch.journal() }
    #expect(linked == .failed(DiskError(.open, errno: ELOOP, name: "0000000000000001.jsonl")))
    try #require(unlink(name) == 0)
    try #require(mkfifo(name, 0o600) == 0)
    let piped = code { _ = try scratch.journal() }
    #expect(piped == .failed(DiskError(.open, errno: EINVAL, name: "0000000000000001.jsonl")))
  }

  @Test("No link is followed, whatever it stands for, and what it leads to is left as it is")
  func everyLink() throws {
    for name in ["format", "lock", "journal", "quarantine", "checkpoint"] {
      let scratch = try Scratch()
      let journal = try scratch.newJournal()
      _ = try journal.commit(Work.add("甲"))
      // A torn end and a due checkpoint make a writer want every folder.
      let file = "journal/0000000000000001.jsonl"
      let whole = try scratch.bytes(of: file)
      try scratch.write(whole + whole.prefix(40), to: file)
      let target = scratch.path + "/elsewhere"
      try #require(rename(scratch.store + "/" + name, target) == 0)
      try #require(symlink(target, scratch.store + "/" + name) == 0)
      let isFolder = !["format", "lock"].contains(name)
      let held = isFolder ? try scratch.names(in: "../elsewhere") : []
      let bytes = isFolder ? [] : try scratch.bytes(of: "../elsewhere")
      let refused = code {
        let opened = try scratch.checkpointing(every: 1)
        _ = try opened.commit(Work.note("接着"))
        if opened.writeCheckpointIfDue().isWritten { Issue.record("through \(name)") }
      }
      if name != "checkpoint" { #expect(refused != nil, "\(name)") }
      if isFolder {
        #expect(try scratch.names(in: "../elsewhere") == held)
      } else {
        #expect(try scratch.bytes(of: "../elsewhere") == bytes)
      }
    }
  }

  @Test("A newer format opens for reading and is not touched")
  func newer() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("甲"))
    let version = FormatVersion(major: 2, minor: 3)
    try scratch.write(StoreFormat(version: version, id: journal.storeID).bytes, to: "format")
    let newer = try scratch.journal()
    #expect(newer.access == .readOnly(.newerFormat(version)))
    expectNoDifference(newer.pipeline, journal.pipeline)
    #expect(
      code { _ = try newer.commit(Work.note("不")) } == .readOnly(.newerFormat(version)))
    try scratch.write(Array("{\"v\":2}\n".utf8), to: "journal/0000000000000001.jsonl")
    #expect(code { _ = try scratch.journal() } == .newerFormat(version))
  }

  @Test("A newer minor version is written to as before")
  func newerMinor() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    let version = FormatVersion(major: 1, minor: 7)
    try scratch.write(StoreFormat(version: version, id: journal.storeID).bytes, to: "format")
    #expect(try scratch.journal().access == .readWrite)
  }

  @Test(
    "Where we may not write we read, and say why",
    arguments: [
      (EACCES, ReadOnlyReason.permission), (EPERM, .permission), (EROFS, .readOnlyFileSystem),
    ])
  func permission(errno: Int32, reason: ReadOnlyReason) throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("甲"))
    let disk = FaultingDisk()
    disk.fault = { call, name in call == .open && name == "lock" ? errno : nil }
    let reader = try scratch.journal(disk: disk)
    #expect(reader.access == .readOnly(reason))
    #expect(code { _ = try reader.commit(Work.note("不")) } == .readOnly(reason))
    let added = try journal.commit(Work.note("好"))
    expectNoDifference(try reader.catchUp().events, added.events)
  }

  @Test("On a network share the store is read and not written")
  func network() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    let disk = FaultingDisk()
    let share = FileSystem(statfs: 0x6969, trusting: ["fuse"])
    disk.fileSystem = share
    let journal = try scratch.journal(disk: disk)
    #expect(journal.access == .readOnly(.foreignFileSystem(share)))
    let before = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    #expect(
      code { _ = try journal.commit(Work.add("甲")) } == .readOnly(.foreignFileSystem(share)))
    #expect(try scratch.bytes(of: "journal/0000000000000001.jsonl") == before)
    disk.fileSystem = FileSystem(statfs: 0x6969, trusting: ["nfs"])
    #expect(try scratch.journal(disk: disk).access == .readWrite)
  }

  @Test(
    "Only what is known to be a disk of this machine is one; FUSE and what is not known are not")
  func fileSystemTypes() {
    // The numbers of statfs(2); a 32-bit one may come with its sign carried on. NFS, SMB, CIFS, SMB2,
    // AFS, Coda, Ceph, FUSE, 9p, vboxsf, Lustre, GPFS, OCFS2, GFS2, BeeGFS, and one nobody knows.
    for type in [
      0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7375_7245, 0x00C3_6400,
      Int(Int32(bitPattern: 0xFF53_4D42)), 0x6573_5546, 0x0102_1997, 0x786F_4256, 0x0BD0_0BD0,
      0x4750_4653, 0x7461_636F, 0x0116_1970, 0x1983_0326, 0x1234_5678,
    ] {
      #expect(!FileSystem(statfs: type).isLocal, "\(FileSystem(statfs: type).name)")
    }
    // ext4, XFS, Btrfs, tmpfs, overlay, F2FS, ZFS, ramfs, bcachefs, JFS, ReiserFS.
    for type in [
      0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0xF2F5_2010, 0x2FC1_2FC1,
      0x8584_58F6, 0xCA45_1A4E, 0x3153_464A, 0x5265_4973,
      Int(Int32(bitPattern: 0x9123_683E)),
    ] {
      #expect(FileSystem(statfs: type).isLocal, "\(FileSystem(statfs: type).name)")
    }
    #expect(FileSystem(statfs: 0x6573_5546).name == "fuse")
    #expect(FileSystem(statfs: 0x1234_5678).name == "0x12345678")
  }

  @Test("Asked to read only, it reads only")
  func asked() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    let reader = try scratch.journal(isReadOnly: true)
    #expect(code { _ = try reader.commit(Work.add("甲")) } == .readOnly(.asked))
  }

  @Test("A lock held too long is reported with its holder, and readers never wait for it")
  func busy() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("甲"))
    let disk = LocalDisk()
    let root = try disk.openFolder(path: scratch.store)
    let lock = try disk.open("lock", in: root, .readWrite)
    defer {
      disk.close(lock)
      disk.close(root)
    }
    #expect(try disk.lock(lock))
    let waiting = FaultingDisk()
    let other = try scratch.journal(disk: waiting, patience: 5000)
    #expect(
      code { _ = try other.commit(Work.note("不")) }
        == .busy(LockHolder(pid: getpid(), uid: getuid())))
    #expect(waiting.paused == 5000)
    #expect(other.access == .readWrite)
    #expect(try other.catchUp() == Changes())
    disk.unlock(lock)
    _ = try other.commit(Work.note("好"))
  }

  @Test("Signals that stop or end us wait while the lock is held, and no longer")
  func signals() throws {
    func blocked() -> [Int32] {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      return [SIGHUP, SIGINT, SIGTERM, SIGTSTP].filter { sigismember(&mask, $0) == 1 }
    }
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    let before = blocked()
    var during: [Int32] = []
    _ = try journal.commit { (pipeline) throws(Refusal) in
      during = blocked()
      return try Work.add("甲")(pipeline)
    }
    #expect(during == [SIGHUP, SIGINT, SIGTERM, SIGTSTP])
    #expect(blocked() == before)
  }

  @Test("A reader that is overtaken while it looks around takes no new file for a damage")
  func overtaken() throws {
    let scratch = try Scratch()
    let writer = try scratch.newJournal(segmentLimit: 300)
    _ = try writer.commit(Work.add("甲"))
    let disk = FaultingDisk()
    var isFirst = true
    disk.fault = { call, _ in
      // Right before the reader lists the files, the writer goes on into new ones.
      guard call == .list, isFirst else { return nil }
      isFirst = false
      for text in ["一", "二", "三", "四"] { _ = try? writer.commit(Work.note(text)) }
      return nil
    }
    let reader = try scratch.journal(disk: disk)
    #expect(!isFirst)
    #expect(reader.access == .readWrite)
    _ = try reader.catchUp()
    expectNoDifference(reader.pipeline, writer.pipeline)
  }

  @Test("A half-written record that is finished while the reader looks around is no damage")
  func finished() throws {
    let scratch = try Scratch()
    let writer = try scratch.newJournal(segmentLimit: 300)
    _ = try writer.commit(Work.add("甲"))
    _ = try writer.commit(Work.note("一"))
    let file = "journal/0000000000000002.jsonl"
    let whole = try scratch.bytes(of: file)
    try scratch.write(Array(whole.dropLast(30)), to: file)
    let disk = FaultingDisk()
    let reader = try scratch.journal(disk: disk)
    #expect(reader.pipeline.version == SequenceNumber(1))
    // The first look into the folder is for gaps.
    var looks = 0
    disk.fault = { call, _ in
      guard call == .list else { return nil }
      looks += 1
      if looks != 2 { return nil }
      try? scratch.write(whole, to: file)
      for text in ["二", "三"] { _ = try? writer.commit(Work.note(text)) }
      return nil
    }
    #expect(try reader.catchUp() == Changes())
    #expect(looks >= 2)
    #expect(try reader.catchUp().events.map(\.sequence.number) == [2, 3, 4])
    expectNoDifference(reader.pipeline, writer.pipeline)
  }
}
