import CustomDump
import Pipeline
import StoreSupport
import Testing

@testable import Storage

@Suite("Damage that is given up with consent")
struct StoreGapTests {
  /// A store of three files; the pipeline after every event.
  private let scratch: Scratch
  private let journal: Journal
  private let files: [String]
  private let states: [Pipeline]

  init() throws {
    scratch = try Scratch()
    journal = try scratch.newJournal(segmentLimit: 900)
    var states = [Pipeline()]
    _ = try journal.commit(Work.add("铝基新材料"))
    states.append(journal.pipeline)
    while try scratch.names(in: "journal").count < 3 || states.count % 4 != 0 {
      _ = try journal.commit(Work.note("备注\(states.count)"))
      states.append(journal.pipeline)
    }
    for text in ["一", "二", "三"] {
      _ = try journal.commit(Work.note(text))
      states.append(journal.pipeline)
    }
    files = try scratch.names(in: "journal").map { "journal/" + $0 }
    self.states = states
  }

  private var last: UInt64 { journal.pipeline.version.number }

  private func giveUp(disk: any Disk = LocalDisk()) throws -> StoreGap.Report {
    try StoreGap.run(on: scratch.store, authorship: .sample, disk: disk)
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  /// Changes a byte in the middle of a line.
  private func spoil(_ file: String, line: Int) throws {
    var bytes = try scratch.bytes(of: file)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.removeLast()
    let start = lines[line - 1].startIndex
    bytes[start + 60] ^= 1
    try scratch.write(bytes, to: file)
  }

  private func first(of file: String) throws -> UInt64 {
    try #require(Position.segment(named: String(file.dropFirst(8)))).number
  }

  private func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try scratch.names(in: "journal") {
      contents[name] = try scratch.bytes(of: "journal/" + name)
    }
    return contents
  }

  enum Place: CaseIterable { case first, middle, inLast, missing, missingFirst, zeros }

  /// Damages the store and says which event is the first that cannot be read.
  private func damage(_ place: Place) throws -> UInt64 {
    switch place {
    case .first:
      try spoil(files[0], line: 1)
      return 1
    case .middle:
      try spoil(files[0], line: 2)
      return 2
    case .inLast:
      try spoil(files[2], line: 2)
      return try first(of: files[2]) + 1
    case .missing:
      try scratch.removeFile(files[1])
      return try first(of: files[1])
    case .missingFirst:
      try scratch.removeFile(files[0])
      return 1
    case .zeros:
      var bytes = try scratch.bytes(of: files[1])
      for index in bytes.indices.prefix(300) { bytes[index] = 0 }
      try scratch.write(bytes, to: files[1])
      return try first(of: files[1])
    }
  }

  @Test(
    "The store goes on with what is whole, says what was given up, and changes no file",
    arguments: Place.allCases)
  func goesOn(place: Place) throws {
    let lost = try damage(place)
    let damaged = try contents()
    guard case .readOnly(.damaged(let fault)) = try scratch.journal(segmentLimit: 900).access
    else {
      Issue.record("the damage was not seen")
      return
    }

    let preview = try StoreGap.preview(on: scratch.store, authorship: .sample)
    #expect(try contents() == damaged)
    let report = try giveUp()
    #expect(report.damage == fault)
    #expect(report.gap.first.number == lost)
    #expect(report.gap.resume.number == last + 1)
    #expect(report.gap.count == Int(last - lost + 1))
    #expect(report.gap.by == Actor(uid: 1000, name: "王敏"))
    #expect(preview.files == report.files && preview.gap.bytes == report.gap.bytes)

    let opened = try scratch.journal(segmentLimit: 900)
    #expect(opened.access == .readWrite)
    expectNoDifference(opened.pipeline, states[Int(lost) - 1])
    // Enough to fill more than one file.
    for number in 1...9 { _ = try opened.commit(Work.add("接着\(number)")) }
    #expect(opened.pipeline.version.number == last + 9)
    let again = try scratch.journal()
    #expect(again.access == .readWrite)
    expectNoDifference(again.pipeline, opened.pipeline)

    let check = try StoreCheck.run(on: scratch.store)
    #expect(check.isSound && check.lost == 0)
    #expect(check.findings == [.gap(report.gap)])
    #expect(check.lastWhole.number == last + 9)
    #expect(check.records == Int(lost) - 1 + 9)
    for (name, bytes) in damaged { #expect(try scratch.bytes(of: "journal/" + name) == bytes) }

    #expect(code { _ = try giveUp() } == .unfit(.nothingToMend))
    let history = try again.events(after: .origin, limit: 1000).map(\.sequence.number)
    #expect(history == Array(1..<lost) + Array(last + 1...last + 9))
    #expect(try again.events(after: SequenceNumber(last + 3), limit: 2).count == 2)
  }

  @Test("What was given up cannot be undone, and what came after it is not undone in its place")
  func undo() throws {
    let commit = CommitReference(first: SequenceNumber(last), count: 1, uid: 1000)
    _ = try damage(.middle)
    _ = try giveUp()
    let opened = try scratch.journal()
    _ = try opened.commit(Work.add("接着"))
    let events = try opened.events(of: commit)
    #expect(events == [])
    let refused = code {
      _ = try opened.commit { (pipeline) throws(Refusal) in
        try pipeline.decide(.undo(events), today: Work.day)
      }
    }
    #expect(refused == .refused(.nothingToUndo))
  }

  @Test("Whoever has the store open starts over, damaged or not when it was opened")
  func readers() throws {
    let before = try scratch.journal(segmentLimit: 900)
    _ = try damage(.middle)
    let after = try scratch.journal(segmentLimit: 900)
    _ = try giveUp()
    for reader in [before, after] {
      #expect(try reader.catchUp() == Changes(startsOver: true))
      #expect(reader.access == .readWrite)
      expectNoDifference(reader.pipeline, states[1])
      #expect(try reader.catchUp() == Changes())
    }
    // One that did not look before it writes.
    #expect(try journal.commit(Work.note("接着")).others.startsOver)
    #expect(try before.catchUp().events.count == 1)
    expectNoDifference(before.pipeline, journal.pipeline)
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
  }

  @Test("What a checkpoint still holds is not given up; without it a bad one is not believed")
  func checkpoints() throws {
    let writer = try Journal(
      path: scratch.store, authorship: .sample, usesCheckpoints: false, checkpointInterval: 1)
    guard case .written(let sequence, _) = writer.writeCheckpointIfDue() else {
      Issue.record("no checkpoint")
      return
    }
    _ = try damage(.inLast)
    let before = try contents()
    #expect(code { _ = try giveUp() } == .unfit(.keptByCheckpoint(last: sequence)))
    #expect(try contents() == before)
    let checkpoint = "checkpoint/" + Checkpoint.name(of: sequence)
    let whole = try scratch.bytes(of: checkpoint)
    try scratch.write(Array(whole.dropLast()), to: checkpoint)
    let report = try giveUp()
    try scratch.write(whole, to: checkpoint)
    let opened = try scratch.journal()
    #expect(opened.pipeline == states[Int(report.lastWhole.number)])
    _ = try opened.commit(Work.note("接着"))
    #expect(opened.pipeline.version == report.gap.resume)
    let next = try Journal(
      path: scratch.store, authorship: .sample, usesCheckpoints: true, checkpointInterval: 1)
    guard case .written(report.gap.resume, _) = next.writeCheckpointIfDue() else {
      Issue.record("no checkpoint behind the gap")
      return
    }
    expectNoDifference(try scratch.journal().pipeline, opened.pipeline)
    #expect(try StoreCheck.run(on: scratch.store).findings == [.gap(report.gap)])
  }

  @Test("New damage behind a gap and before it can be given up in turn")
  func twice() throws {
    _ = try damage(.inLast)
    let one = try giveUp().gap
    let opened = try scratch.journal()
    _ = try opened.commit(Work.note("甲"))
    _ = try opened.commit(Work.note("乙"))
    let name = "journal/" + Position.name(of: one.resume)
    try spoil(name, line: 2)
    let two = try giveUp().gap
    #expect(two.first == one.resume.next && two.resume == two.first.next)
    #expect(try StoreCheck.run(on: scratch.store).findings == [.gap(one), .gap(two)])
    _ = try scratch.journal().commit(Work.note("丙"))
    try spoil(files[0], line: 2)
    let three = try giveUp().gap
    #expect(three.first.number == 2 && three.resume == two.resume.next)
    let end = try scratch.journal()
    expectNoDifference(end.pipeline, states[1])
    _ = try end.commit(Work.note("丁"))
    expectNoDifference(try scratch.journal().pipeline, end.pipeline)
    #expect(try StoreCheck.run(on: scratch.store).findings == [.gap(three)])
  }

  @Test("Every changed byte of a gap is damage, never a silent change")
  func everyByte() throws {
    _ = try damage(.middle)
    let gap = try giveUp().gap
    _ = try scratch.journal().commit(Work.note("接着"))
    let whole = try scratch.bytes(of: gap.file)
    for offset in whole.indices {
      var bytes = whole
      bytes[offset] ^= [0x01, 0x80, 0x20][offset % 3]
      try scratch.write(bytes, to: gap.file)
      guard case .readOnly(.damaged(let damage)) = try scratch.journal().access else {
        Issue.record("byte \(offset)")
        continue
      }
      #expect(damage.file == gap.file)
      #expect(try !StoreCheck.run(on: scratch.store).isSound, "byte \(offset)")
    }
  }

  @Test("A gap that is damaged itself is given up with what it led to, and kept aside")
  func damagedGap() throws {
    let lost = try damage(.middle)
    let one = try giveUp().gap
    _ = try scratch.journal().commit(Work.note("接着"))
    var bytes = try scratch.bytes(of: one.file)
    bytes[60] ^= 1
    try scratch.write(bytes, to: one.file)
    let two = try giveUp().gap
    #expect(two.first == one.first && two.resume == one.resume.next)
    #expect(two.damagedFile == one.file)
    let kept = try scratch.names(in: "quarantine")
    #expect(kept.count == 1)
    #expect(try scratch.bytes(of: "quarantine/" + kept[0]) == bytes)
    let opened = try scratch.journal()
    #expect(opened.access == .readWrite)
    expectNoDifference(opened.pipeline, states[Int(lost) - 1])
    _ = try opened.commit(Work.note("再接着"))
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A backup of such a store is such a store; a repair with it is refused")
  func backups() throws {
    _ = try damage(.middle)
    let gap = try giveUp().gap
    _ = try scratch.journal().commit(Work.note("接着"))
    let backup = scratch.path + "/备份"
    _ = try StoreCopy.make(of: scratch.store, at: backup, random: { 7 })
    #expect(try StoreCheck.run(on: backup).findings == [.gap(gap)])
    expectNoDifference(try scratch.journal(at: backup).pipeline, try scratch.journal().pipeline)
    try spoil("journal/" + Position.name(of: gap.resume), line: 1)
    let refused = code { _ = try StoreRepair.run(on: scratch.store, from: backup, random: { 7 }) }
    #expect(refused == .unfit(.hasGap))
  }

  @Test(
    "Stopped at any call, the store is damaged as before or goes on, and a second try succeeds",
    arguments: [false, true])
  func everyCall(isSticky: Bool) throws {
    var place = 0
    var outcomes: Set<Bool> = []
    while true {
      let test = try StoreGapTests()
      let lost = try test.damage(.middle)
      let damaged = try test.contents()
      let disk = FaultingDisk()
      disk.isFlushing = false
      let failing = place
      disk.fault = { [unowned disk] _, _ in
        disk.calls.count == failing + 1 || isSticky && disk.calls.count > failing ? 5 : nil
      }
      let result = Result { try test.giveUp(disk: disk) }
      #expect(!disk.isLocked)
      for (name, bytes) in damaged {
        #expect(try test.scratch.bytes(of: "journal/" + name) == bytes, "call \(failing)")
      }
      let opened = try test.scratch.journal()
      expectNoDifference(opened.pipeline, test.states[Int(lost) - 1])
      let isMended = opened.access == .readWrite
      if (try? result.get()) != nil { #expect(isMended, "call \(failing)") }
      if !isMended { #expect(try test.giveUp().gap.resume.number == test.last + 1) }
      outcomes.insert(isMended)
      let mended = try test.scratch.journal()
      _ = try mended.commit(Work.note("接着"))
      #expect(mended.pipeline.version.number == test.last + 1)
      #expect(try StoreCheck.run(on: test.scratch.store).isSound, "call \(failing)")
      if disk.calls.count <= failing { break }
      place += 1
    }
    #expect(place > 10)
    #expect(outcomes == [false, true])
  }
}
