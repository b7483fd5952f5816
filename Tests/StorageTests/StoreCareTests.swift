import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Backups, and repairs with them")
struct StoreCareTests {
  /// A store of several files with a commit of several events.
  private let scratch: Scratch
  private let journal: Journal
  private let files: [String]

  init() throws {
    scratch = try Scratch()
    journal = try scratch.newJournal(segmentLimit: 700)
    _ = try journal.commit(Work.add("铝基新材料"))
    while try scratch.names(in: "journal").count < 3 { _ = try journal.commit(Work.note("备注")) }
    _ = try journal.commit(Work.notes(["一", "二", "三"]))
    files = try scratch.names(in: "journal").map { "journal/" + $0 }
  }

  private var backup: String { scratch.path + "/备份" }

  @discardableResult
  private func backUp(to path: String? = nil, disk: any Disk = LocalDisk()) throws
    -> StoreCopy.Report
  {
    var dice = SystemRandomNumberGenerator()
    return try StoreCopy.make(
      of: scratch.store, at: path ?? backup, disk: disk, random: { dice.next() })
  }

  private func repair() throws -> StoreRepair.Report {
    try StoreRepair.run(
      on: scratch.store, from: backup,
      random: {
        var dice = SystemRandomNumberGenerator()
        return dice.next()
      })
  }

  private func fault(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  // MARK: Copies

  @Test("A backup is a sound store with the same events, and goes on by itself")
  func backups() throws {
    let report = try backUp()
    #expect(report.last == journal.pipeline.version)
    #expect(report.files == files.count)
    #expect(report.storeID == journal.storeID)
    #expect(try StoreCheck.run(on: backup).findings == [])
    let copy = try scratch.journal(at: backup)
    expectNoDifference(copy.pipeline, journal.pipeline)
    _ = try copy.commit(Work.note("接着"))
    #expect(try StoreCheck.run(on: backup).isSound)
    #expect(try scratch.journal().pipeline == journal.pipeline)
  }

  @Test("Nothing is overwritten: neither a store nor a file; an empty folder is taken")
  func neverOverwrites() throws {
    try backUp()
    #expect(fault { try backUp() } == .alreadyExists)
    #expect(fault { try backUp(to: scratch.store) } == .alreadyExists)
    try scratch.write([1], to: "../文件")
    #expect(fault { try backUp(to: scratch.path + "/文件") } == .isAFile)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
    let names = try LocalDisk().names(in: LocalDisk().openFolder(path: scratch.path)).sorted()
    #expect(names == ["备份", "招商", "文件"])
  }

  @Test("What an interrupted writer left is not in a backup")
  func tornEnd() throws {
    let whole = journal.pipeline
    let bytes = try scratch.bytes(of: files[2])
    try scratch.write(bytes + Array("{\"sum\":\"".utf8), to: files[2])
    try backUp()
    #expect(try StoreCheck.run(on: backup).findings == [])
    expectNoDifference(try scratch.journal(at: backup).pipeline, whole)
  }

  @Test("A damaged store is not backed up, and nothing is left of the try")
  func damaged() throws {
    var bytes = try scratch.bytes(of: files[0])
    bytes[60] ^= 1
    try scratch.write(bytes, to: files[0])
    guard case .damaged(let damage) = fault({ try backUp() }) else {
      Issue.record("the damage was copied")
      return
    }
    #expect(damage.file == files[0] && damage.line == 1)
    #expect(try LocalDisk().names(in: LocalDisk().openFolder(path: scratch.path)) == ["招商"])
  }

  @Test("A disk that fails leaves nothing behind")
  func failures() throws {
    for call in [DiskError.Call.write, .flush, .rename, .makeFolder] {
      let disk = FaultingDisk()
      disk.fault = { asked, _ in asked == call ? 28 : nil }
      let code = fault { try backUp(disk: disk) }
      guard case .failed(let error) = code else {
        Issue.record("\(call): \(String(describing: code))")
        continue
      }
      #expect(error.errno == 28)
      #expect(try LocalDisk().names(in: LocalDisk().openFolder(path: scratch.path)) == ["招商"])
    }
  }

  @Test("Taken while others write, a backup holds a beginning of what they wrote")
  func whileOthersWrite() throws {
    // Every read of the copy is followed by a commit of somebody else.
    let theirs = try scratch.journal(segmentLimit: 700)
    let disk = FaultingDisk()
    var isBusy = false
    disk.fault = { call, _ in
      if call == .read, !isBusy, theirs.pipeline.version < SequenceNumber(60) {
        isBusy = true
        _ = try? theirs.commit(Work.notes(["甲", "乙"]))
        isBusy = false
      }
      return nil
    }
    let report = try backUp(disk: disk)
    #expect(theirs.pipeline.version >= SequenceNumber(60))
    #expect(try StoreCheck.run(on: backup).findings == [])
    let copy = try scratch.journal(at: backup)
    var expected = Pipeline()
    for event in try theirs.events(after: .origin, limit: Int(report.last.number)) {
      expected.apply(event)
    }
    expectNoDifference(copy.pipeline, expected)
  }

  // MARK: Repairs

  @Test("Every kind of damage that the backup covers is mended, and what was written since is kept")
  func mends() throws {
    try backUp()
    // In the file that the backup ends in.
    let journal = try scratch.journal()
    _ = try journal.commit(Work.notes(["此后", "再后"]))
    let whole = try files.map { try scratch.bytes(of: $0) }
    let pipeline = journal.pipeline
    for (index, file) in files.enumerated() {
      let lines = whole[index].split(separator: 0x0A).map { Array($0) + [0x0A] }
      var changed = whole[index]
      changed[70] ^= 1
      var zeros = whole[index]
      for place in 0..<min(512, zeros.count) { zeros[place] = 0 }
      let variants: [[UInt8]?] = [
        changed, zeros, Array(lines.dropFirst().joined()),
        Array((lines.prefix(1) + lines).joined()),
        Array((lines.dropFirst().prefix(1) + lines.prefix(1) + lines.dropFirst(2)).joined()),
        index < 2 ? nil : changed, index < 2 ? Array(whole[index].dropLast(9)) : changed,
      ]
      for (number, variant) in variants.enumerated() {
        let place = "\(file), variant \(number)"
        if let variant {
          try scratch.write(variant, to: file)
        } else {
          try scratch.removeFile(file)
        }
        #expect(try !StoreCheck.run(on: scratch.store).isSound, "\(place)")
        let report = try repair()
        #expect(report.replaced == [file], "\(place)")
        #expect(report.last == pipeline.version, "\(place)")
        #expect(report.putAside.count == (variant == nil ? 0 : 1), "\(place)")
        for kept in report.putAside { #expect(try scratch.bytes(of: kept) == variant) }
        for (file, bytes) in zip(files, whole) { #expect(try scratch.bytes(of: file) == bytes) }
        let mended = try scratch.journal()
        #expect(mended.access == .readWrite, "\(place)")
        #expect(mended.pipeline == pipeline, "\(place)")
      }
    }
    _ = try scratch.journal().commit(Work.note("接着"))
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("Every changed byte is mended or refused, and a refusal changes nothing")
  func everyByte() throws {
    try backUp()
    let last = journal.pipeline.version
    _ = try scratch.journal().commit(Work.note("此后"))
    let whole = try scratch.bytes(of: files[2])
    for offset in whole.indices {
      var bytes = whole
      bytes[offset] ^= [0x01, 0x80, 0x20][offset % 3]
      try scratch.write(bytes, to: files[2])
      switch fault({ _ = try repair() }) {
      case nil: #expect(try scratch.bytes(of: files[2]) == whole, "byte \(offset)")
      case .unfit(.tooOld(last, _)):
        #expect(try scratch.bytes(of: files[2]) == bytes, "byte \(offset)")
      // The last line without its line feed is no damage.
      case .unfit(.nothingToMend): #expect(offset == whole.count - 1)
      case let code: Issue.record("byte \(offset): \(String(describing: code))")
      }
      #expect(try scratch.names(in: "journal").count == files.count)
    }
  }

  @Test("A sound store, a stranger's backup and another story are refused, and nothing is changed")
  func refusals() throws {
    try backUp()
    #expect(fault { _ = try repair() } == .unfit(.nothingToMend))

    let other = try Scratch()
    _ = try other.newJournal().commit(Work.add("别家"))
    var bytes = try scratch.bytes(of: files[1])
    bytes[70] ^= 1
    let code = fault {
      try scratch.write(bytes, to: files[1])
      _ = try StoreRepair.run(on: scratch.store, from: other.store, random: { 7 })
    }
    #expect(code == .unfit(.otherStore))
    #expect(try scratch.bytes(of: files[1]) == bytes)
  }

  @Test("A backup that went on by itself tells another story, and is refused")
  func anotherStory() throws {
    let early = try Scratch()
    _ = try early.newJournal(segmentLimit: 700)
    let path = early.store
    _ = try early.journal().commit(Work.add("铝基新材料"))
    _ = try StoreCopy.make(of: path, at: early.path + "/备份", random: { 7 })
    let mine = try early.journal(segmentLimit: 300)
    for text in ["一", "二", "三", "四"] { _ = try mine.commit(Work.note(text)) }
    let theirs = try early.journal(at: early.path + "/备份")
    for text in ["甲", "乙", "丙", "丁", "戊"] { _ = try theirs.commit(Work.note(text)) }
    let file = try #require(early.names(in: "journal").last)
    var bytes = try early.bytes(of: "journal/" + file)
    bytes[70] ^= 1
    try early.write(bytes, to: "journal/" + file)
    let code = fault {
      _ = try StoreRepair.run(on: path, from: early.path + "/备份", random: { 7 })
    }
    guard case .unfit(.disagrees) = code else {
      Issue.record("\(String(describing: code))")
      return
    }
    #expect(try early.bytes(of: "journal/" + file) == bytes)
  }

  @Test("While somebody writes, nothing is mended")
  func busy() throws {
    try backUp()
    try scratch.removeFile(files[0])
    let lock = try StoreFolders.open(scratch.store, on: LocalDisk()).takeLock(patience: 0)
    guard case .busy = fault({ _ = try repair() }) else {
      Issue.record("the lock was not asked for")
      return
    }
    lock.release()
    #expect(try repair().replaced == [files[0]])
  }
}

extension Scratch {
  func removeFile(_ name: String) throws {
    let disk = LocalDisk()
    let folder = try disk.openFolder(path: store + "/journal")
    defer { disk.close(folder) }
    try disk.remove(String(name.dropFirst(8)), in: folder, isFolder: false)
  }
}
