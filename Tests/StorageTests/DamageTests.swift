import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A store of three files with single and multiple commits, taken apart in every way.
@Suite("Damage and torn ends")
struct DamageTests {
  private let scratch: Scratch
  private let files: [String]
  private let whole: [[UInt8]]
  /// The pipeline after each commit, by the number of its last event.
  private let stages: [SequenceNumber: Pipeline]

  init() throws {
    scratch = try Scratch()
    var journal = try scratch.newJournal(segmentLimit: 700)
    var stages = [SequenceNumber.origin: journal.pipeline]
    func commit(_ work: (Pipeline) throws(Refusal) -> [Event]) throws {
      _ = try journal.commit(work)
      stages[journal.pipeline.version] = journal.pipeline
    }
    try commit(Work.add("铝基新材料"))
    while try scratch.names(in: "journal").count < 3 { try commit(Work.note("备注\n第二行")) }
    journal = try scratch.journal()
    try commit(Work.notes(["一", "二", "三"]))
    for text in ["四", "五", "最后"] { try commit(Work.note(text)) }
    self.stages = stages
    files = try scratch.names(in: "journal").map { "journal/" + $0 }
    whole = try files.map { [scratch] in try scratch.bytes(of: $0) }
    try #require(files.count == 3)
    try #require(whole[2].count > 700)
  }

  private func restore() throws {
    for (file, bytes) in zip(files, whole) { try scratch.write(bytes, to: file) }
  }

  /// Where the last file may be cut without hurting a record.
  private func commitEnds() -> [Int: SequenceNumber] {
    var ends: [Int: SequenceNumber] = [:]
    var reader = RecordReader(wantsIdentity: false)
    var offset = 0
    for line in whole[2].split(separator: 0x0A) {
      offset += line.count + 1
      let record = Array(line).withUnsafeBytes { try? reader.record($0) }
      if let record, record.part == record.parts - 1 { ends[offset] = record.sequence }
    }
    return ends
  }

  @Test("Cut anywhere in its last file, the store opens at its last whole commit and goes on")
  func cutLast() throws {
    let ends = commitEnds()
    let before = try #require(Position.segment(named: String(files[2].dropFirst(8)))).number - 1
    let disk = FaultingDisk()
    disk.isFlushing = false
    for length in 0..<whole[2].count {
      try scratch.write(Array(whole[2][..<length]), to: files[2])
      let journal = try scratch.journal(disk: disk)
      // A record whole but for its line feed counts only once the feed is added.
      let last = ends.filter { $0.key <= length }.values.max() ?? SequenceNumber(before)
      #expect(journal.access == .readWrite)
      #expect(journal.pipeline == stages[last], "cut at \(length)")
      if length % 7 == 0 { #expect(try StoreCheck.run(on: scratch.store).isSound) }
      let commit = try journal.commit(Work.note("接着"))
      let isClean = length == 0 || ends[length] != nil
      let completed = ends[length + 1]
      switch commit.recovery?.kind {
      case nil: #expect(isClean)
      case .completed: #expect(completed == commit.others.events.dropLast().last?.sequence)
      case .putAside(let file):
        #expect(!isClean && completed == nil)
        let start = ends.keys.filter { $0 <= length }.max() ?? 0
        #expect(try scratch.bytes(of: file) == Array(whole[2][start..<length]))
      }
      let end = completed ?? last
      if let recovery = commit.recovery {
        #expect(commit.others.events.last?.event == .storeRecovered(recovery.record))
        #expect(commit.others.events.last?.sequence == end.next)
      }
      #expect(commit.events.first?.sequence == (isClean ? end : end.next).next)
      if length % 7 == 0 { #expect(try scratch.journal().pipeline == journal.pipeline) }
    }
  }

  @Test("Cut anywhere in an earlier file, the store stops there, says where, and takes no commit")
  func cutEarlier() throws {
    for length in 0..<whole[0].count {
      try restore()
      try scratch.write(Array(whole[0][..<length]), to: files[0])
      let journal = try scratch.journal()
      guard case .readOnly(.damaged(let damage)) = journal.access else {
        Issue.record("cut at \(length) went unseen")
        continue
      }
      #expect(stages[journal.pipeline.version] == journal.pipeline)
      #expect(damage.file.hasPrefix("journal/"))
      let error = #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
      #expect(error?.code == .damaged(damage))
      #expect(try !StoreCheck.run(on: scratch.store).isSound)
    }
  }

  @Test("Every changed byte is found, and named by file, line and event")
  func everyByte() throws {
    for (index, file) in files.enumerated() {
      var line = 1
      for offset in whole[index].indices {
        var bytes = whole[index]
        bytes[offset] ^= [0x01, 0x80, 0x20][offset % 3]
        try scratch.write(bytes, to: file)
        let journal = try scratch.journal()
        #expect(stages[journal.pipeline.version] == journal.pipeline)
        if case .readOnly(.damaged(let damage)) = journal.access {
          #expect(damage.file == file && damage.line == line, "byte \(offset)")
        } else {
          Issue.record("byte \(offset) of \(file) went unseen")
        }
        #expect(try !StoreCheck.run(on: scratch.store).isSound)
        if whole[index][offset] == 0x0A { line += 1 }
      }
      try restore()
    }
  }

  @Test("Every changed byte of the format file is found")
  func formatBytes() throws {
    let format = try scratch.bytes(of: "format")
    for offset in format.indices {
      var bytes = format
      bytes[offset] ^= 0x01
      try scratch.write(bytes, to: "format")
      do {
        let access = try scratch.journal().access
        // The version reads as a newer one: the store opens for reading only.
        #expect(access != .readWrite, "byte \(offset)")
      } catch {
        #expect(error is StoreError)
      }
    }
  }

  @Test("A line deleted, doubled, swapped or brought in is found")
  func lines() throws {
    for (index, file) in files.enumerated() {
      let lines = whole[index].split(separator: 0x0A).map { Array($0) + [0x0A] }
      let other = whole[index == 0 ? 1 : 0].split(separator: 0x0A).map { Array($0) + [0x0A] }
      var variants: [[[UInt8]]] = []
      for place in lines.indices {
        var deleted = lines
        deleted.remove(at: place)
        // The last lines of the last file leave no trace: what is there is a true beginning.
        if index < 2 || place < lines.count - 1 { variants.append(deleted) }
        var doubled = lines
        doubled.insert(lines[place], at: place)
        variants.append(doubled)
        if place + 1 < lines.count {
          var swapped = lines
          swapped.swapAt(place, place + 1)
          variants.append(swapped)
        }
        var spliced = lines
        spliced[place] = other[0]
        variants.append(spliced)
      }
      for variant in variants {
        try scratch.write(Array(variant.joined()), to: file)
        let journal = try scratch.journal()
        #expect(journal.access != .readWrite)
        #expect(stages[journal.pipeline.version] == journal.pipeline)
        #expect(try !StoreCheck.run(on: scratch.store).isSound)
      }
      try restore()
    }
  }

  @Test("A missing file is named, first, middle or last but one")
  func missingFiles() throws {
    for index in 0..<2 {
      try restore()
      let name = String(files[index].dropFirst(8))
      let disk = LocalDisk()
      let folder = try disk.openFolder(path: scratch.store + "/journal")
      defer { disk.close(folder) }
      try disk.remove(name, in: folder, isFolder: false)
      guard case .readOnly(.damaged(let damage)) = try scratch.journal().access else {
        Issue.record("the missing \(name) went unseen")
        continue
      }
      #expect(damage.kind == .missingFile)
      #expect(damage.file == files[index])
      let report = try StoreCheck.run(on: scratch.store)
      #expect(report.findings.contains(.damage(damage)))
      #expect(report.lost > 0)
    }
  }

  @Test("A file of another store does not fit")
  func otherStore() throws {
    let other = try Scratch()
    let journal = try other.newJournal()
    _ = try journal.commit(Work.add("别家"))
    try scratch.write(try other.bytes(of: "journal/0000000000000001.jsonl"), to: files[0])
    guard case .readOnly(.damaged(let damage)) = try scratch.journal().access else {
      Issue.record("a foreign file was taken")
      return
    }
    #expect(damage.line == 1 && damage.kind == .checksum)
  }

  @Test("Zeros where the last commit should be are an interrupted write; before it they are damage")
  func zeros() throws {
    for start in stride(from: 0, to: whole[2].count, by: 512) {
      try restore()
      var bytes = whole[2]
      for index in start..<min(start + 512, bytes.count) { bytes[index] = 0 }
      try scratch.write(bytes, to: files[2])
      let journal = try scratch.journal()
      // While a later commit is whole behind the zeros, what they hide was saved.
      let behind = bytes[min(start + 512, bytes.count)...].split(separator: 0x0A)
      let isLast = !behind.contains { $0.starts(with: Array("{\"sum\"".utf8)) }
      if isLast {
        #expect(journal.access == .readWrite)
        #expect(try journal.commit(Work.note("接着")).recovery != nil)
        continue
      }
      guard case .readOnly(.damaged(let damage)) = journal.access else {
        Issue.record("zeros at \(start) would drop saved commits")
        continue
      }
      #expect(damage.kind == .zeros)
    }
  }

  @Test("The check counts what can still be read behind a damage")
  func check() throws {
    var bytes = whole[0]
    bytes[100] ^= 1
    try scratch.write(bytes, to: files[0])
    let report = try StoreCheck.run(on: scratch.store)
    let last = try #require(stages.keys.max())
    #expect(report.files == 3)
    #expect(report.records == Int(last.number) - 1)
    #expect(report.lost == 1)
    #expect(report.last == last)
    #expect(report.lastWhole == .origin)
    #expect(
      report.findings == [
        .damage(
          Damage(.checksum, file: files[0], line: 1, offset: 0, sequence: SequenceNumber(1)))
      ])
  }

  @Test("A sound store has no findings")
  func sound() throws {
    let report = try StoreCheck.run(on: scratch.store)
    #expect(report.findings == [])
    #expect(report.lastWhole == stages.keys.max())
    #expect(report.bytes == Int64(whole.map(\.count).reduce(0, +)))
  }
}
