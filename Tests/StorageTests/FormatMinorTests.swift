import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("The minor version of the format")
struct FormatMinorTests {
  private static func matter(_ pipeline: Pipeline) throws(Refusal) -> [Event] {
    try pipeline.decide(
      .register(.save(.matter(Matter(code: "A\(pipeline.version)", name: "甲")))),
      today: Work.day)
  }

  private func version(_ scratch: Scratch) throws -> FormatVersion? {
    StoreFormat(try scratch.bytes(of: "format"))?.version
  }

  @Test("It is raised with the first record of a kind that needs it, and once")
  func raised() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    _ = try journal.commit(Work.note("一"))
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 0))
    let other = try scratch.journal()
    let mode = scratch.mode(of: "format")
    _ = try journal.commit(Self.matter)
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 1))
    #expect(scratch.mode(of: "format") == mode)
    let bytes = try scratch.bytes(of: "format")
    // Whoever opened the store before sees that it was done.
    _ = try other.commit(Self.matter)
    #expect(try scratch.bytes(of: "format") == bytes)
    #expect(try scratch.journal().access == .readWrite)
    #expect(try StoreCheck.run(on: scratch.store).format == FormatVersion(major: 1, minor: 1))
    #expect(try scratch.names(in: "").filter { $0.hasSuffix(".new") } == [])
  }

  @Test("A number of another system is what older programs do not know")
  func externalKeys() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 0))
    _ = try journal.commit { pipeline throws(Refusal) in
      try pipeline.decide(
        .edit(ProjectID(1), [FieldEdit(.externalKeys, to: .list(["hubspot:7001"]))]),
        today: Work.day)
    }
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 2))
    #expect(
      try scratch.journal().pipeline[ProjectID(1)]?[.externalKeys] == .list(["hubspot:7001"]))
  }

  @Test("A reminder is a record of its own, read back as it was written, and nobody's step")
  func reminders() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    let told = [
      Reminder("王磊", of: "2026-11-30", .begun, count: 3),
      Reminder("李 \"娜\"", of: "2026-11-30", .failed, count: 0),
    ]
    for reminder in told { _ = try journal.commit { _ in [.reminded(reminder)] } }
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 3))
    let text = String(
      decoding: try scratch.bytes(of: "journal/0000000000000001.jsonl"), as: UTF8.self)
    #expect(
      text.contains(
        #""kind":"person.reminded","v":1,"data":{"person":"王磊","day":"2026-11-30","step":"begun","count":3}"#
      ))
    let again = try scratch.journal()
    #expect(
      try again.events(after: SequenceNumber(1), limit: 9).map(\.event) == told.map(Event.reminded))
    #expect(again.pipeline.lastUndoable(by: journal.author)?.first == SequenceNumber(1))
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("To take such a record back, and to do it again, needs it as well")
  func nested() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    let format = try scratch.bytes(of: "format")
    _ = try journal.commit(Self.matter)
    // As a version wrote it that did not raise it.
    try scratch.write(format, to: "format")
    let opened = try scratch.journal()
    let events = try opened.events(after: .origin, limit: 1)
    _ = try opened.commit { pipeline throws(Refusal) in
      try pipeline.decide(.undo(events), today: Work.day)
    }
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 1))
  }

  @Test("A store of a later minor version is written, and its version stays")
  func later() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    let later = StoreFormat(
      version: FormatVersion(major: 1, minor: 9), id: journal.storeID)
    try scratch.write(later.bytes, to: "format")
    _ = try scratch.journal().commit(Self.matter)
    #expect(try version(scratch) == FormatVersion(major: 1, minor: 9))
  }

  @Test("Cut off at any call, the file is the one or the other, and nothing saved is lost")
  func powerCuts() throws {
    for seed in Effort.seeds(200, long: 20_000) {
      guard Effort.hasTime else { return }
      let machine = SimulatedMachine(seed: seed)
      var dice = SplitMix64(seed: seed)
      try Journal.create(at: "/招商", disk: machine.process(), random: { dice.next() })
      let journal = try Journal(path: "/招商", authorship: .sample, disk: machine.process())
      machine.callsToPowerCut = Int.random(in: 0..<30, using: &dice)
      let saved = Result { try journal.commit(Self.matter) }
      machine.callsToPowerCut = 0
      _ = machine.powerFails()
      machine.restart()
      let opened = try Journal(path: "/招商", authorship: .sample, disk: machine.process())
      #expect(opened.access == .readWrite, "seed \(seed)")
      if case .success = saved {
        #expect(opened.pipeline.matters.count == 1, "seed \(seed)")
        #expect(opened.folders.format.version.minor == 1, "seed \(seed)")
      }
      _ = try opened.commit(Self.matter)
      #expect(opened.folders.format.version.minor == 1, "seed \(seed)")
    }
  }
}
