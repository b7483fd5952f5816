import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Repairs on a simulated machine: the power fails at any call, the repair is killed, a call fails.
@Suite("Repairs cut short")
struct RepairPowerCutTests {
  @Test(
    "Wherever a repair is cut short, the store is as damaged as before or mended, and nothing else is lost",
    arguments: Repair.Way.allCases)
  func cutShort(way: Repair.Way) throws {
    var (seeds, cuts, mended) = (0, 0, 0)
    defer {
      Effort.tell(
        "repairs by \(way)", ["seeds": seeds, "interruptions": cuts, "mended all the same": mended])
    }
    for seed in Effort.seeds(150, long: 20_000) {
      guard Effort.hasTime else { return }
      var repair = try Repair(seed: seed, way: way)
      do {
        try repair.play()
      } catch {
        Issue.record("ZHAOSHANG_SEED=\(seed), \(way), \(repair.damage): \(error)")
        return
      }
      seeds += 1
      cuts += repair.interruptions
      mended += repair.mendedAllTheSame
    }
    if !Effort.isLong, seeds > 1 { #expect(cuts > 100 && mended > 3) }
  }
}

/// A store of several files, damaged in one place, and attempts to mend it.
struct Repair {
  enum Way: CaseIterable { case gap, backup }
  enum Damage: CaseIterable { case changedByte, missingFile, zeros, cutEarlierFile }

  struct Broken: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private let machine: SimulatedMachine
  private var dice: SplitMix64
  private let way: Way
  let damage: Damage
  /// The pipeline after each event.
  private var states = [Pipeline()]
  /// The files of the journal as they were written, and as they were damaged.
  private let whole: [String: [UInt8]]
  private let damaged: [String: [UInt8]]
  /// The last event before the damage.
  private var sound = 0
  private(set) var interruptions = 0
  private(set) var mendedAllTheSame = 0

  init(seed: UInt64, way: Way) throws {
    machine = SimulatedMachine(seed: seed)
    dice = SplitMix64(seed: seed &+ 0x9EFA)
    self.way = way
    damage = dice.pick(Damage.allCases)
    var random = dice
    try Journal.create(at: "/招商", disk: machine.process(), random: { random.next() })
    let journal = try Repair.open(machine)
    _ = try journal.commit(Work.add("铝基新材料"))
    states.append(journal.pipeline)
    for number in 0..<Int.random(in: 8..<14, using: &dice) {
      _ = try journal.commit(Work.note("备注\(number)" + String(repeating: "招商", count: number * 5)))
      states.append(journal.pipeline)
    }
    if way == .backup {
      _ = try StoreCopy.make(
        of: "/招商", at: "/备份", disk: machine.process(), random: { random.next() })
    }
    whole = Repair.files(machine)
    let names = whole.keys.sorted()
    guard names.count >= 3 else { throw Broken("only \(names.count) files") }
    // Not in the last file: what is left of a cut there is a torn end, and no damage.
    let name = dice.pick(names.dropLast())
    let folder = Repair.folder(machine, "journal")
    if let node = folder.names[name] {
      let place = Int.random(in: 0..<node.bytes.count, using: &dice)
      switch damage {
      case .changedByte: node.bytes[place] ^= UInt8.random(in: 1 ... .max, using: &dice)
      case .missingFile: folder.names[name] = nil
      case .zeros:
        for index in place..<min(place + 200, node.bytes.count) { node.bytes[index] = 0 }
      case .cutEarlierFile: node.bytes.removeLast(node.bytes.count - place)
      }
    }
    damaged = Repair.files(machine)
    Repair.flush(machine.root)
  }

  private static func open(_ machine: SimulatedMachine) throws -> Journal {
    try Journal(
      path: "/招商", authorship: .sample, disk: machine.process(), segmentLimit: 900, patience: 0,
      usesCheckpoints: false)
  }

  private static func folder(_ machine: SimulatedMachine, _ name: String) -> SimulatedMachine.Node {
    machine.root.names["招商"]?.names[name] ?? SimulatedMachine.Node(isFolder: true, mode: 0o700)
  }

  private static func files(_ machine: SimulatedMachine) -> [String: [UInt8]] {
    folder(machine, "journal").names.mapValues(\.bytes)
  }

  private static func flush(_ node: SimulatedMachine.Node) {
    node.flush()
    for child in node.names.values { flush(child) }
  }

  // MARK: Attempts

  mutating func play() throws {
    let journal = try Repair.open(machine)
    guard case .readOnly(.damaged) = journal.access else { throw Broken("the damage was not seen") }
    sound = Int(journal.pipeline.version.number)
    try check(isMended: false, after: "the damage")
    var isMended = false
    for _ in 0..<Int.random(in: 1...3, using: &dice) where !isMended {
      isMended = try attempt()
      interruptions += 1
    }
    if isMended { mendedAllTheSame += 1 } else { try mend(machine.process()) }
    try check(isMended: true, after: "the repair")
    let mended = try Repair.open(machine)
    _ = try mended.commit(Work.add("接着"))
    let opened = try Repair.open(machine)
    guard opened.access == .readWrite, opened.pipeline == mended.pipeline,
      // A changed digit may claim a higher number than there was: none is ever given twice.
      opened.pipeline.version.number >= UInt64(states.count)
    else { throw Broken("the store does not go on behind event \(states.count - 1)") }
  }

  /// One repair that is cut short in some way, perhaps after its end; says whether it is done.
  private mutating func attempt() throws -> Bool {
    let disk = machine.process()
    let calls = Int.random(in: 0..<(way == .gap ? 80 : 130), using: &dice)
    let manner = Int.random(in: 0..<4, using: &dice)
    switch manner {
    case 0: disk.callsToKill = calls
    case 1: disk.callsToFault = calls
    default: machine.callsToPowerCut = calls
    }
    let result = Result { try mend(disk) }
    if manner > 1 {
      machine.callsToPowerCut = 0
      if !machine.isDown { _ = machine.powerFails() }
      machine.restart()
    }
    disk.die()
    let isMended = try Repair.open(machine).access == .readWrite
    if case .success = result, !isMended { throw Broken("said to be mended, and is not") }
    try check(isMended: isMended, after: "an interruption")
    return isMended
  }

  private mutating func mend(_ disk: SimulatedDisk) throws {
    var random = dice
    _ = dice.next()
    switch way {
    case .gap: _ = try StoreGap.run(on: "/招商", authorship: .sample, disk: disk)
    case .backup:
      _ = try StoreRepair.run(on: "/招商", from: "/备份", disk: disk, random: { random.next() })
    }
  }

  // MARK: What is to be there

  private func check(isMended: Bool, after what: String) throws {
    let files = Repair.files(machine)
    let quarantine = Repair.folder(machine, "quarantine").names.values.map(\.bytes)
    for (name, bytes) in damaged {
      guard let found = files[name] else { throw Broken("\(name) is gone after \(what)") }
      if found.starts(with: bytes), name == damaged.keys.max() { continue }
      if found == bytes { continue }
      guard way == .backup, found == whole[name] else { throw Broken("\(name) changed by \(what)") }
      guard quarantine.contains(bytes) else { throw Broken("\(name) was not put aside by \(what)") }
    }
    let journal = try Repair.open(machine)
    let version = Int(journal.pipeline.version.number)
    guard version >= sound, states[version] == journal.pipeline else {
      throw Broken("another board after \(what)")
    }
    guard isMended else { return }
    guard journal.access == .readWrite else { throw Broken("\(journal.access) after \(what)") }
    guard version == (way == .gap ? sound : states.count - 1) else {
      throw Broken("mended up to event \(version) of \(states.count - 1) by \(what)")
    }
    let report = try StoreCheck.run(on: "/招商", disk: machine.process())
    guard report.isSound else { throw Broken("\(report.findings) after \(what)") }
  }
}
