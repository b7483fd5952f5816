import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A disk without room: a small file system of its own, and a limit on the size of a file.
@Suite("A full disk")
struct FullDiskTests {
  /// Saves notes until the disk takes no more, and gives the texts that were saved.
  private func fill(_ journal: Journal, _ names: inout Int) -> [String] {
    var saved: [String] = []
    while true {
      names += 1
      let text = "第\(names)条" + String(repeating: "招商", count: names % 200)
      do {
        _ = try journal.commit(Work.note(text))
        saved.append(text)
      } catch {
        guard case .notSaved(let cause) = error.code else {
          Issue.record("\(error)")
          return saved
        }
        #expect([ENOSPC, EDQUOT].contains(cause.errno))
        return saved
      }
    }
  }

  @Test(
    "A file system without room takes nothing half, keeps what it has, and works once there is room",
    .enabled(if: SmallDisk.works, "no file system of one's own can be mounted here"))
  func small() throws {
    var (times, saved, disks) = (0, 0, 0)
    defer {
      Effort.tell("full disks", ["times full": times, "disks": disks, "commits saved": saved])
    }
    let limit = Effort.count(30, long: 500)
    while times < limit, Effort.hasTime {
      let done = try fillOneDisk(atMost: limit - times)
      try #require(done.times > 0)
      times += done.times
      saved += done.saved
      disks += 1
    }
    #expect(saved > 100)
  }

  /// Fills a disk and makes room on it, until there is no more room to be made.
  private func fillOneDisk(atMost limit: Int) throws -> (times: Int, saved: Int) {
    let scratch = try Scratch()
    let disk = try SmallDisk(at: scratch.path + "/盘", bytes: 256 << 10)
    var saved: [String] = []
    var names = 0
    try Journal.create(at: disk.path + "/招商", random: { UInt64.random(in: 0 ... .max) })
    let path = disk.path + "/招商"
    let journal = try scratch.journal(segmentLimit: 30_000, at: path)
    _ = try journal.commit(Work.add("铝基新材料"))
    var times = 0
    while times < limit {
      times += 1
      // Something else takes up room, so that the disk is full at another byte each time.
      let other = disk.path + "/别的"
      let size = Int.random(in: 0..<8192)
      let file = open(other, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      _ = [UInt8](repeating: 1, count: 8192 + size).withUnsafeBytes {
        write(file, $0.baseAddress, $0.count)
      }
      close(file)
      saved += fill(journal, &names)
      // What is stored is whole while the disk is full, for others too.
      #expect(try StoreCheck.run(on: path).isSound)
      unlink(other)
      let text = "又有地方 \(names)"
      guard (try? journal.commit(Work.note(text))) != nil else { break }
      saved.append(text)
    }
    let notes = try scratch.journal(at: path).events(after: .origin, limit: .max).compactMap {
      if case .noted(_, let text, _) = $0.event { text } else { nil }
    }
    let place = zip(notes, saved).prefix { $0 == $1 }.count
    #expect(
      place == saved.count && place == notes.count,
      "\(notes.dropFirst(place).first ?? "nothing") for \(saved.dropFirst(place).first ?? "nothing")"
    )
    return (times, saved.count)
  }

  @Test("Over the limit on a file's size a writer is told, not killed, and takes nothing half")
  func limited() throws {
    let limits = Effort.isLong ? Array(1...64) : [1, 3, 8]
    defer { Effort.tell("limited files", ["limits": limits.count]) }
    for blocks in limits {
      let scratch = try Scratch()
      _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
      let child = try Child(
        "sh",
        ["-c", "ulimit -f \(blocks); exec store-writer write '\(scratch.store)' 甲 400 1000000"])
      let lines = child.lines()
      #expect(child.wait() == .exited(0))
      let saved = lines.filter { $0.hasPrefix("saved") }.flatMap { $0.split(separator: " ")[2...] }
      #expect(lines.contains { $0.hasPrefix("not-saved") && $0.contains("errno: 27") })
      let journal = try scratch.journal()
      #expect(journal.access == .readWrite)
      let commit = try journal.commit(Work.note("有地方了"))
      #expect(commit.recovery == nil)
      let notes = journal.pipeline[ProjectID(1)]?.notes.map(\.text) ?? []
      #expect(Set(notes) == Set(saved.map(String.init) + ["有地方了"]))
      #expect(try StoreCheck.run(on: scratch.store).findings == [])
    }
  }
}

/// A file system in memory with as much room as one likes; gone with the test.
private final class SmallDisk {
  let path: String

  init(at path: String, bytes: Int) throws {
    self.path = path
    try #require(mkdir(path, 0o700) == 0)
    try #require(
      mount("tmpfs", path, "tmpfs", 0, "size=\(bytes),mode=700") == 0, "errno \(errno)")
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  static let works: Bool = {
    var template = Array("/tmp/zhaoshang-disk-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return false }
    defer { rmdir(&template) }
    guard mount("tmpfs", &template, "tmpfs", 0, "size=64k") == 0 else { return false }
    umount2(&template, Int32(MNT_DETACH))
    return true
  }()
}
