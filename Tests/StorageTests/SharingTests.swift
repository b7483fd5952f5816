import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Whose the files are that are made in a store later, by whoever makes them.
@Suite(
  "Files take after the store",
  .enabled(if: getuid() == 0, "other accounts can be played by root alone"))
struct SharingTests {
  /// Two people of one group, numbers that need no account.
  private static let (ann, bob, team): (UInt32, UInt32, UInt32) = (41_001, 41_002, 41_100)

  private func store(group: UInt32? = nil, owner: UInt32 = ann) throws -> Scratch {
    let scratch = try Scratch()
    chmod(scratch.path, 0o755)
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: scratch.store, group: group, random: { dice.next() })
    _ = try scratch.journal().commit(Work.add("铝基新材料"))
    try give(scratch.store, to: owner, group ?? owner)
    return scratch
  }

  private func give(_ path: String, to owner: UInt32, _ group: UInt32) throws {
    let child = try Child("chown", ["-R", "\(owner):\(group)", path])
    try #require(child.wait() == .exited(0))
    let bits = try Child("find", [path, "-type", "d", "-exec", "chmod", "g+s", "{}", "+"])
    if group == Self.team { try #require(bits.wait() == .exited(0)) }
  }

  /// Writes as somebody of the group; each change begins a file of its own.
  private func write(_ scratch: Scratch, as user: UInt32, group: UInt32, team: UInt32?) throws
    -> [String]
  {
    let groups = team.map { ["--groups", "\($0)"] } ?? ["--clear-groups"]
    let child = try Child(
      "setpriv",
      ["--reuid", "\(user)", "--regid", "\(group)"] + groups + [
        Desk.binaries + "/store-writer", "write", scratch.store, "人\(user)", "2", "10",
      ])
    let lines = child.lines()
    _ = child.wait()
    return lines
  }

  private func owners(_ scratch: Scratch) throws -> [String: (owner: UInt32, group: UInt32)] {
    var found: [String: (owner: UInt32, group: UInt32)] = [:]
    for folder in ["", "journal", "checkpoint", "quarantine"] {
      for name in try scratch.names(in: folder) {
        var status = stat()
        try #require(lstat("\(scratch.store)/\(folder)/\(name)", &status) == 0)
        found["\(folder)/\(name)"] = (status.st_uid, status.st_gid)
      }
    }
    return found
  }

  @Test("What root makes in a colleague's private store is the colleague's")
  func root() throws {
    let scratch = try store()
    var dice = SystemRandomNumberGenerator()
    let backup = scratch.path + "/备份"
    _ = try StoreCopy.make(of: scratch.store, at: backup, random: { dice.next() })
    // A lock that is gone, a torn end, a full file, a due checkpoint, and then a damaged file.
    try #require(unlink(scratch.store + "/lock") == 0)
    let first = "journal/0000000000000001.jsonl"
    let whole = try scratch.bytes(of: first)
    try scratch.write(whole + whole.prefix(40), to: first)
    let journal = try Journal(
      path: scratch.store, authorship: .sample, segmentLimit: 10, checkpointInterval: 1)
    _ = try journal.commit(Work.note("一"))
    #expect(journal.writeCheckpointIfDue().isWritten)
    var spoiled = try scratch.bytes(of: first)
    spoiled[70] ^= 1
    try scratch.write(spoiled, to: first)
    _ = try StoreRepair.run(on: scratch.store, from: backup, random: { dice.next() })
    for (name, owner) in try owners(scratch) {
      #expect(owner == (Self.ann, Self.ann), "\(name)")
    }
    #expect(try write(scratch, as: Self.ann, group: Self.ann, team: nil).last == "done")
    #expect(try owners(scratch).count >= 12)
  }

  @Test("Where setgid was lost, new files are the group's all the same, and doctor says it")
  func lostSetgid() throws {
    let scratch = try store(group: Self.team)
    for folder in ["", "/journal", "/checkpoint", "/drafts", "/quarantine"] {
      try #require(chmod(scratch.store + folder, 0o770) == 0)
    }
    let lines = try write(scratch, as: Self.bob, group: Self.bob, team: Self.team)
    #expect(lines.last == "done" && lines.count { $0.hasPrefix("saved") } == 2, "\(lines)")
    for (name, owner) in try owners(scratch) { #expect(owner.group == Self.team, "\(name)") }
    let other = try write(scratch, as: Self.ann, group: Self.ann, team: Self.team)
    #expect(other.count { $0.hasPrefix("saved") } == 2, "\(other)")
    #expect(
      try StoreCheck.run(on: scratch.store).findings == [
        .noGroupInheritance(folder: ""), .noGroupInheritance(folder: "journal"),
        .noGroupInheritance(folder: "checkpoint"), .noGroupInheritance(folder: "drafts"),
        .noGroupInheritance(folder: "quarantine"),
      ])
  }

  @Test("Who cannot give a file to the group makes none that locks the group out")
  func cannotGive() throws {
    let scratch = try store(group: Self.team)
    for folder in ["", "/journal"] { try #require(chmod(scratch.store + folder, 0o777) == 0) }
    for file in ["/format", "/lock", "/journal/0000000000000001.jsonl"] {
      try #require(chmod(scratch.store + file, 0o666) == 0)
    }
    let lines = try write(scratch, as: Self.bob, group: Self.bob, team: nil)
    #expect(lines.count { $0.hasPrefix("not-saved") } == 2, "\(lines)")
    #expect(try scratch.names(in: "journal") == ["0000000000000001.jsonl"])
  }

  @Test("A file of somebody else that locks the others out is named with its owner and its group")
  func foreign() throws {
    let file = "journal/0000000000000001.jsonl"
    let shared = try store(group: Self.team)
    try #require(chown(shared.store + "/" + file, Self.bob, Self.bob) == 0)
    #expect(
      try StoreCheck.run(on: shared.store).findings == [
        .foreign(
          file: file, owner: Self.bob, group: Self.bob, storeOwner: Self.ann, sharedBy: Self.team)
      ])
    // Read by all of them, and written by one.
    try #require(chown(shared.store + "/" + file, Self.bob, Self.team) == 0)
    try #require(chmod(shared.store + "/" + file, 0o640) == 0)
    #expect(
      try StoreCheck.run(on: shared.store).findings == [
        .foreign(
          file: file, owner: Self.bob, group: Self.team, storeOwner: Self.ann,
          sharedBy: Self.team)
      ])
    let mine = try store()
    try #require(chown(mine.store + "/" + file, 0, 0) == 0)
    #expect(
      try StoreCheck.run(on: mine.store).findings == [
        .foreign(file: file, owner: 0, group: 0, storeOwner: Self.ann, sharedBy: nil)
      ])
  }

  /// Whether a list can be put beside a folder's permissions here.
  private static let keepsLists: Bool = {
    guard let scratch = try? Scratch() else { return false }
    return (try? listed(scratch.path)) ?? false
  }()

  /// Lets bob use what will be made in a folder.
  private static func listed(_ path: String) throws -> Bool {
    try Child("setfacl", ["-d", "-m", "u:\(bob):rwx", path]).wait() == .exited(0)
  }

  @Test(
    "A folder that hands down who may use what is in it does so to no store; doctor names lists",
    .enabled(if: keepsLists, "setfacl is not here, or the disk keeps no access lists"))
  func accessLists() throws {
    let scratch = try Scratch()
    try #require(try Self.listed(scratch.path))
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: scratch.store, group: Self.team, random: { dice.next() })
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
    #expect(scratch.mode(of: "lock") == 0o660)
    #expect(scratch.mode(of: "journal") == 0o2770)
    try #require(try Self.listed(scratch.store + "/journal"))
    #expect(try StoreCheck.run(on: scratch.store).findings == [.accessList(file: "journal")])
  }
}
