import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A folder that lives as long as the test.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/zhaoshang-store-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Scratch.remove(path) }

  var store: String { path + "/招商" }

  func journal(
    disk: any Disk = LocalDisk(), isReadOnly: Bool = false, segmentLimit: Int64 = 8 << 20,
    patience: Int = 5000, at path: String? = nil
  ) throws -> Journal {
    try Journal(
      path: path ?? store, authorship: .sample, isReadOnly: isReadOnly, disk: disk,
      segmentLimit: segmentLimit, patience: patience)
  }

  /// A new store and its journal.
  func newJournal(segmentLimit: Int64 = 8 << 20) throws -> Journal {
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: store, random: { dice.next() })
    return try journal(segmentLimit: segmentLimit)
  }

  /// Writes a file as somebody leaves it who was killed: of the journal, nothing says how far it was
  /// flushed.
  ///
  /// - Parameter keepsMark: Whether the mark of the last flush stays, as when a hand was at work.
  func write(_ bytes: [UInt8], to name: String, keepsMark: Bool = false) throws {
    if name.hasPrefix("journal/"), !keepsMark { truncate(store + "/lock", 0) }
    chmod(store + "/" + name, 0o600)
    // Cut to its size only afterwards: ext4 flushes a file that was emptied and written anew.
    let file = open(store + "/" + name, O_WRONLY | O_CREAT, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    try #require(ftruncate(file, off_t(bytes.count)) == 0)
  }

  func bytes(of name: String) throws -> [UInt8] {
    let file = open(store + "/" + name, O_RDONLY)
    try #require(file >= 0)
    defer { close(file) }
    return try LocalDisk().readAll(Descriptor(file), limit: .max)
  }

  func names(in folder: String) throws -> [String] {
    let disk = LocalDisk()
    let open = try disk.openFolder(path: store + "/" + folder)
    defer { disk.close(open) }
    return try disk.names(in: open).sorted()
  }

  func mode(of name: String) -> UInt32 {
    var status = stat()
    lstat(store + "/" + name, &status)
    return status.st_mode & 0o7777
  }

  static func remove(_ path: String) {
    let disk = LocalDisk()
    if let folder = try? disk.openFolder(path: path) {
      for name in (try? disk.names(in: folder)) ?? [] {
        if unlinkat(folder.number, name, 0) != 0 { remove(path + "/" + name) }
      }
      disk.close(folder)
    }
    rmdir(path)
  }
}
