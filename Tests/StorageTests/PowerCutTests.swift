import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Three writers on a simulated machine, whose power fails and whose disk keeps any legal part.
@Suite("Power cuts")
struct PowerCutTests {
  /// How many pieces the seeds are played in, side by side.
  static let lanes = 8
  static var operations: Int { Effort.count(30, long: 600) }

  @Test(
    "Whatever a power cut keeps of what was not flushed, every saved change is there",
    arguments: 0..<lanes)
  func saved(lane: Int) throws {
    var (seeds, cuts, kills, faults, copies, saved) = (0, 0, 0, 0, 0, 0)
    defer {
      Effort.tell(
        "power cuts",
        [
          "seeds": seeds, "operations": seeds * Self.operations, "power cuts": cuts,
          "kills": kills, "faults": faults, "copies put back": copies, "commits saved": saved,
        ])
    }
    for seed in Effort.seeds(1000, long: 100_000) where Int(seed) % Self.lanes == lane {
      guard Effort.hasTime else { return }
      var year = Office(seed: seed, operations: Self.operations)
      do {
        try year.work()
        seeds += 1
        cuts += year.powerCuts
        kills += year.kills
        faults += year.faults
        copies += year.copies
        saved += year.saved
      } catch {
        let tail = year.log.suffix(12).joined(separator: "\n")
        Issue.record("ZHAOSHANG_SEED=\(seed): \(error)\n\(tail)")
        return
      }
    }
  }

  /// Found by the long campaign: what a failed or killed writer left was mixed with what came next.
  @Test("Seeds that once left a store nobody could write", arguments: [583, 848, 4485, 6462])
  func found(seed: UInt64) throws {
    var year = Office(seed: seed, operations: 600)
    try year.work()
  }

  @Test("A store that is cut off while it is made is whole or not there, and can be made")
  func created() throws {
    var seeds = 0
    defer { Effort.tell("creation", ["seeds": seeds]) }
    for seed in Effort.seeds(200, long: 20_000) {
      guard Effort.hasTime else { return }
      seeds += 1
      let machine = SimulatedMachine(seed: seed)
      var dice = SplitMix64(seed: seed)
      machine.callsToPowerCut = Int.random(in: 0..<45, using: &dice)
      let made = Result {
        try Journal.create(at: "/招商", disk: machine.process(), random: { dice.next() })
      }
      machine.callsToPowerCut = 0
      _ = machine.powerFails()
      machine.restart()
      let opened = Result {
        try Journal(path: "/招商", authorship: .sample, disk: machine.process())
      }
      switch (made, opened) {
      case (_, .success(let journal)):
        #expect(journal.access == .readWrite, "seed \(seed)")
        _ = try journal.commit(Work.add("铝基新材料"))
      case (.success, .failure(let error)): Issue.record("seed \(seed): made, and \(error)")
      case (.failure, .failure(let error)):
        #expect((error as? StoreError)?.code == .missing, "seed \(seed)")
        try Journal.create(at: "/招商", disk: machine.process(), random: { dice.next() })
      }
    }
  }
}

/// Some people who write, are killed, meet a failing disk and lose power.
private struct Office {
  struct Broken: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private let machine: SimulatedMachine
  private var dice: SplitMix64
  private let operations: Int
  private var writers: [(disk: SimulatedDisk, journal: Journal)?] = [nil, nil, nil]
  /// Texts of what was said to be saved, a commit at a time, in order.
  private var acknowledged: [[String]] = []
  /// Every commit that was tried, by its first text.
  private var tried: [String: [String]] = [:]
  /// What happened, for whoever looks into a failed seed.
  private(set) var log: [String] = []
  private(set) var kills = 0
  private(set) var faults = 0
  private(set) var copies = 0
  var powerCuts: Int { machine.powerCuts }
  var saved: Int { acknowledged.count }

  init(seed: UInt64, operations: Int) {
    machine = SimulatedMachine(seed: seed)
    dice = SplitMix64(seed: seed &+ 0x5EED)
    self.operations = operations
  }

  mutating func work() throws {
    var random = dice
    try Journal.create(at: "/招商", disk: machine.process(), random: { random.next() })
    _ = try open(machine.process()).commit(Work.add("铝基新材料"))
    for operation in 0..<operations {
      if dice.isOnce(in: 10) {
        machine.callsToPowerCut = Int.random(in: 0..<25, using: &dice)
      }
      try act(Int.random(in: 0..<3, using: &dice), operation)
      if machine.isDown {
        machine.restart()
        log.append("the power is back")
        writers = [nil, nil, nil]
        // The power may fail again while the store is put in order.
        if dice.isOnce(in: 2) {
          machine.callsToPowerCut = Int.random(in: 0..<25, using: &dice)
        } else {
          // A long journal is read four times for a check of everything: now and then is enough.
          try check(isThorough: operations < 100 || operation % 5 == 0)
        }
      }
    }
    machine.callsToPowerCut = nil
    if !machine.isDown {
      machine.callsToPowerCut = 0
      _ = machine.powerFails()
    }
    machine.restart()
    writers = [nil, nil, nil]
    let last = try open(machine.process())
    _ = try last.commit(Work.note("最后"))
    acknowledged.append(["最后"])
    tried["最后"] = ["最后"]
    try check(isThorough: true)
  }

  private func open(_ disk: SimulatedDisk) throws -> Journal {
    try Journal(
      path: "/招商", authorship: .sample, disk: disk, segmentLimit: 3000, patience: 0,
      checkpointInterval: 4)
  }

  private mutating func act(_ index: Int, _ operation: Int) throws {
    if writers[index] == nil {
      let disk = machine.process()
      guard let journal = try? open(disk) else {
        if machine.isDown { return }
        throw Broken("the store does not open")
      }
      if journal.access != .readWrite && !machine.isDown {
        throw Broken("opened as \(journal.access)")
      }
      writers[index] = (disk, journal)
    }
    guard let (disk, journal) = writers[index] else { return }
    if dice.isOnce(in: 12), machine.callsToPowerCut == nil { putCopyBack() }
    switch Int.random(in: 0..<20, using: &dice) {
    case 0:
      disk.callsToKill = Int.random(in: 0..<15, using: &dice)
      kills += 1
    case 1:
      disk.callsToFault = Int.random(in: 0..<15, using: &dice)
      faults += 1
    case 2...4:
      do { _ = try journal.catchUp() } catch { try excuse(error, disk) }
    // A quiet moment; it may be cut short at any call.
    case 5...7:
      if case .written(let sequence, _) = journal.writeCheckpointIfDue() {
        log.append("\(index): checkpoint \(sequence)")
      }
    default: break
    }
    let before = disk.mishaps.count
    try commit(operation, disk, journal)
    let mishaps = disk.mishaps[before...].joined(separator: ", ")
    let result =
      acknowledged.last?.first?.hasPrefix("\(operation)-") == true ? "saved" : "not saved"
    log.append("\(index): \(operation) \(result) #\(journal.position.chain.last) \(mishaps)")
    if disk.isDead { writers[index] = nil }
    // After a failed flush the person starts the program again.
    if case .readOnly(.flushFailed) = journal.access {
      disk.die()
      writers[index] = nil
    }
  }

  /// Somebody puts a copy of the store, of its journal or of a file in its place, or takes the lock
  /// for left over and removes it, while others have the store open.
  private mutating func putCopyBack() {
    let names = machine.node("/招商/journal")?.names.keys.sorted() ?? []
    let place = dice.pick(["/招商", "/招商/journal"] + names.suffix(2).map { "/招商/journal/" + $0 })
    if dice.isOnce(in: 3) {
      machine.node("/招商")?.enter([("lock", nil)])
      log.append("the lock is removed")
    } else {
      machine.putCopyBack(of: place)
      log.append("a copy of \(place) is put back")
    }
    copies += 1
  }

  private mutating func commit(_ operation: Int, _ disk: SimulatedDisk, _ journal: Journal) throws {
    let length = dice.isOnce(in: 4) ? Int.random(in: 1..<250, using: &dice) : 3
    let parts = dice.isOnce(in: 5) ? Int.random(in: 2..<6, using: &dice) : 1
    let texts = (0..<parts).map {
      "\(operation)-\($0) " + String(repeating: "招商\n", count: length)
    }
    tried[texts[0]] = texts
    do throws(StoreError) {
      _ = try journal.commit(parts == 1 ? Work.note(texts[0]) : Work.notes(texts))
      // A process that ended behind its flush has told nobody, but what it took for saved is.
      acknowledged.append(texts)
    } catch {
      try excuse(error, disk)
    }
  }

  /// A dead process may fail as it likes; a living one only for what the disk refused.
  private func excuse(_ error: any Error, _ disk: SimulatedDisk) throws {
    if disk.isDead { return }
    switch (error as? StoreError)?.code {
    case .notSaved, .failed, .unconfirmed: return
    default: throw Broken("\(error)")
    }
  }

  /// Everything acknowledged is there, in order, and nothing is half there.
  ///
  /// - Parameter isThorough: Whether the checkpoints and each byte are compared with the journal too.
  private func check(isThorough: Bool) throws {
    let journal = try open(machine.process())
    guard journal.access == .readWrite else { throw Broken("opened as \(journal.access)") }
    let events = try journal.events(after: .origin, limit: .max)
    var commits: [[String]] = []
    for (index, event) in events.enumerated() {
      guard event.sequence.number == UInt64(index) + 1 else {
        throw Broken("event \(index + 1) is number \(event.sequence.number)")
      }
      guard case .noted(_, let text, _) = event.event else { continue }
      if event.part == 0 { commits.append([text]) } else { commits[commits.count - 1].append(text) }
    }
    var rest = acknowledged[...]
    for commit in commits {
      guard tried[commit[0]] == commit else { throw Broken("half of a commit: \(commit[0])") }
      if rest.first == commit { rest = rest.dropFirst() }
    }
    if let lost = rest.first {
      throw Broken("lost \(lost[0].prefix { $0 != " " }) of \(acknowledged.count) acknowledged")
    }
    guard isThorough else { return }
    let replayed = try Journal(
      path: "/招商", authorship: .sample, disk: machine.process(), usesCheckpoints: false)
    guard replayed.pipeline == journal.pipeline else {
      throw Broken("a checkpoint leads to another board than the journal")
    }
    let report = try StoreCheck.run(on: "/招商", disk: machine.process())
    guard report.isSound else { throw Broken("\(report.findings)") }
    let isOtherwise = report.findings.contains { if case .otherEnd = $0 { true } else { false } }
    if isOtherwise { throw Broken("the mark is of another record") }
  }
}
