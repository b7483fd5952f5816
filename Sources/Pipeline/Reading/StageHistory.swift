/// A project's way without a single text: entries into stages and changes of status, by their days.
///
/// Of a project that is awake it reads the entries; of one that is asleep the packed form in which
/// they were kept, eight bytes an entry, where that lies. It may not outlive its pipeline.
package struct StageHistory {
  private let packed: UnsafeRawPointer?
  private let awakeEntries: [StageEntry]
  private let awakeChanges: [StatusEntry]
  private let entryCount: Int
  private let changeCount: Int

  /// One entry into a stage.
  package struct Entry: Hashable, Sendable {
    package let stage: Stage
    package let kind: MoveKind
    package let on: SettledDate
  }

  /// One change of status.
  package struct Change: Hashable, Sendable {
    package let status: Status.Kind
    /// Why it was lost; nil for any other status.
    package let loss: LossReason?
    /// When a hold is to be looked at again; nil for any other status.
    package let review: Day?
    package let on: SettledDate

    /// Whether the project is outside every count from then on.
    package var isRemoved: Bool { status == .archived || loss == .duplicate }
  }

  /// In the order recorded; never empty.
  package var entries: Entries { Entries(history: self) }
  /// In the order recorded.
  package var changes: Changes { Changes(history: self) }

  package struct Entries: RandomAccessCollection {
    fileprivate let history: StageHistory
    package var startIndex: Int { 0 }
    package var endIndex: Int { history.entryCount }
    package subscript(index: Int) -> Entry { history.entry(index) }
  }

  package struct Changes: RandomAccessCollection {
    fileprivate let history: StageHistory
    package var startIndex: Int { 0 }
    package var endIndex: Int { history.changeCount }
    package subscript(index: Int) -> Change { history.change(index) }
  }

  private init(
    packed: UnsafeRawPointer?, awakeEntries: [StageEntry], awakeChanges: [StatusEntry],
    entryCount: Int, changeCount: Int
  ) {
    self.packed = packed
    self.awakeEntries = awakeEntries
    self.awakeChanges = awakeChanges
    self.entryCount = entryCount
    self.changeCount = changeCount
  }

  init(of project: borrowing Project) {
    self.init(
      packed: nil, awakeEntries: project.entries, awakeChanges: project.statuses,
      entryCount: project.entries.count, changeCount: project.statuses.count)
  }

  /// The history of a project of which only the stage is known.
  static func undated(in stage: Stage) -> StageHistory {
    StageHistory(
      packed: nil,
      awakeEntries: [
        StageEntry(
          sequence: .origin, stage: stage, from: nil, on: .unknown, kind: .start, reason: nil,
          evidence: [])
      ],
      awakeChanges: [], entryCount: 1, changeCount: 0)
  }

  private func entry(_ index: Int) -> Entry {
    precondition(index >= 0 && index < entryCount, "an entry that the project has")
    guard let packed else {
      let entry = awakeEntries[index]
      return Entry(stage: entry.stage, kind: entry.kind, on: SettledDate(entry.on))
    }
    let word = Self.word(packed, 1 + index)
    let code = UInt8(truncatingIfNeeded: word >> 32)
    return Entry(
      stage: Stage(rawValue: code & 7) ?? .contact, kind: Codes.moveKinds[code >> 3],
      on: SettledDate(packed: word))
  }

  private func change(_ index: Int) -> Change {
    precondition(index >= 0 && index < changeCount, "a change that the project has")
    guard let packed else { return Change(awakeChanges[index]) }
    let place = 1 + entryCount + 2 * index
    let word = Self.word(packed, place)
    let code = UInt8(truncatingIfNeeded: word >> 32)
    let loss = code >> 3
    return Change(
      status: Codes.statuses[code & 7], loss: loss == 0 ? nil : Codes.losses[loss - 1],
      review: Day(packed: Int32(truncatingIfNeeded: Self.word(packed, place + 1))),
      on: SettledDate(packed: word))
  }
}

extension StageHistory.Change {
  fileprivate init(_ entry: StatusEntry) {
    status = entry.status.kind
    on = SettledDate(entry.on)
    var (loss, review): (LossReason?, Day?) = (nil, nil)
    switch entry.status {
    case .lost(let reason, _, _): loss = reason
    case .onHold(let day, _): review = day
    case .ongoing, .withdrawn, .archived: break
    }
    self.loss = loss
    self.review = review
  }
}

// MARK: Packed

extension StageHistory {
  /// The packed form: how many entries and changes, the entries, and two words a change.
  package var words: [UInt64] {
    var words = [UInt64(UInt32(clamping: entryCount)) | UInt64(UInt32(clamping: changeCount)) << 32]
    words.reserveCapacity(1 + entryCount + 2 * changeCount)
    for entry in entries {
      let kind = Codes.moveKinds.code(of: entry.kind)
      words.append(entry.on.packed(entry.stage.rawValue | kind << 3))
    }
    for change in changes {
      let loss = change.loss.map { Codes.losses.code(of: $0) + 1 } ?? 0
      words.append(change.on.packed(Codes.statuses.code(of: change.status) | loss << 3))
      words.append(UInt64(UInt32(bitPattern: Day.packed(change.review))))
    }
    return words
  }

  /// How many words the packed form has that begins here; nil when there is not even the first.
  package static func wordCount(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 8, let base = bytes.baseAddress else { return nil }
    let counts = word(base, 0)
    return 1 + Int(counts & 0xFFFF_FFFF) + 2 * Int(counts >> 32)
  }

  /// The history whose packed form begins here; nil when it has no entry or goes on too far.
  package init?(packed bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, let count = Self.wordCount(bytes), count <= bytes.count / 8
    else { return nil }
    let counts = Self.word(base, 0)
    if counts & 0xFFFF_FFFF == 0 { return nil }
    self.init(
      packed: base, awakeEntries: [], awakeChanges: [],
      entryCount: Int(counts & 0xFFFF_FFFF), changeCount: Int(counts >> 32))
  }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}

/// The cases of the closed sets by their places, as packed forms name them.
enum Codes {
  static let moveKinds = Places(MoveKind.allCases)
  static let statuses = Places(Status.Kind.allCases)
  static let losses = Places(LossReason.allCases)
  static let projectKinds = Places(ProjectKind.allCases)
  static let activities = Places(ActivityKind.allCases)

  struct Places<Value: Equatable & Sendable>: Sendable {
    private let values: [Value]

    init(_ values: [Value]) { self.values = values }

    /// A case by its place; the last one for a place that none has.
    subscript(code: UInt8) -> Value { values[min(Int(code), values.count - 1)] }

    func code(of value: Value) -> UInt8 {
      UInt8(truncatingIfNeeded: values.firstIndex(of: value) ?? 0)
    }
  }
}
