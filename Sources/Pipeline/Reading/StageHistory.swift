/// A project's way without a single text: entries into stages and changes of status, by their days.
///
/// Of a project that is awake it reads the entries; of one that is asleep the packed form in which
/// they were kept, eight bytes an entry, where that lies. It may not outlive its pipeline.
///
/// What reads the packed form can be made part of whoever asks, or a funnel would take four times as long.
package struct StageHistory {
  @usableFromInline let packed: UnsafeRawPointer?
  @usableFromInline let awake: Awake?
  @usableFromInline let entryCount: Int
  @usableFromInline let changeCount: Int

  /// What a project that is awake has.
  @usableFromInline
  final class Awake {
    let entries: [StageEntry]
    let changes: [StatusEntry]

    init(_ entries: [StageEntry], _ changes: [StatusEntry]) {
      self.entries = entries
      self.changes = changes
    }
  }

  /// One entry into a stage.
  package struct Entry: Hashable, Sendable {
    package let stage: Stage
    package let kind: MoveKind
    package let on: SettledDate

    @inlinable
    init(stage: Stage, kind: MoveKind, on: SettledDate) {
      self.stage = stage
      self.kind = kind
      self.on = on
    }
  }

  /// One change of status.
  package struct Change: Hashable, Sendable {
    package let status: Status.Kind
    /// Why it was lost; nil for any other status.
    package let loss: LossReason?
    /// When a hold is to be looked at again; nil for any other status.
    package let review: Day?
    package let on: SettledDate

    @inlinable
    init(status: Status.Kind, loss: LossReason?, review: Day?, on: SettledDate) {
      self.status = status
      self.loss = loss
      self.review = review
      self.on = on
    }

    /// Whether the project is outside every count from then on.
    @inlinable package var isRemoved: Bool { status == .archived || loss == .duplicate }
  }

  /// In the order recorded; never empty.
  @inlinable package var entries: Entries { Entries(history: self) }
  /// In the order recorded.
  @inlinable package var changes: Changes { Changes(history: self) }

  package struct Entries: RandomAccessCollection {
    @usableFromInline let history: StageHistory

    @inlinable
    init(history: StageHistory) { self.history = history }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { history.entryCount }
    @inlinable package subscript(index: Int) -> Entry { history.entry(index) }
  }

  package struct Changes: RandomAccessCollection {
    @usableFromInline let history: StageHistory

    @inlinable
    init(history: StageHistory) { self.history = history }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { history.changeCount }
    @inlinable package subscript(index: Int) -> Change { history.change(index) }
  }

  private init(packed: UnsafeRawPointer?, awake: Awake?, entryCount: Int, changeCount: Int) {
    self.packed = packed
    self.awake = awake
    self.entryCount = entryCount
    self.changeCount = changeCount
  }

  private init(_ entries: [StageEntry], _ changes: [StatusEntry]) {
    self.init(
      packed: nil, awake: Awake(entries, changes), entryCount: entries.count,
      changeCount: changes.count)
  }

  init(of project: borrowing Project) { self.init(project.entries, project.statuses) }

  /// The history of a project of which only the stage is known.
  static func undated(in stage: Stage) -> StageHistory {
    StageHistory(
      [
        StageEntry(
          sequence: .origin, stage: stage, from: nil, on: .unknown, kind: .start, reason: nil,
          evidence: [])
      ], [])
  }

  @inlinable
  func entry(_ index: Int) -> Entry {
    precondition(index >= 0 && index < entryCount, "an entry that the project has")
    guard let packed else { return awakeEntry(index) }
    let word = Self.word(packed, 1 + index)
    let code = UInt8(truncatingIfNeeded: word >> 32)
    return Entry(
      stage: Stage(rawValue: code & 7) ?? .contact, kind: MoveKind(code: code >> 3),
      on: SettledDate(packed: word))
  }

  @inlinable
  func change(_ index: Int) -> Change {
    precondition(index >= 0 && index < changeCount, "a change that the project has")
    guard let packed else { return awakeChange(index) }
    let place = 1 + entryCount + 2 * index
    let word = Self.word(packed, place)
    let code = UInt8(truncatingIfNeeded: word >> 32)
    return Change(
      status: Status.Kind(code: code & 7), loss: code >> 3 == 0 ? nil : Self.loss(code >> 3),
      review: Day(packed: Int32(truncatingIfNeeded: Self.word(packed, place + 1))),
      on: SettledDate(packed: word))
  }

  @usableFromInline
  func awakeEntry(_ index: Int) -> Entry {
    guard let entry = awake?.entries[index] else { return Self.undated(in: .contact).entry(0) }
    return Entry(stage: entry.stage, kind: entry.kind, on: SettledDate(entry.on))
  }

  @usableFromInline
  func awakeChange(_ index: Int) -> Change {
    guard let change = awake?.changes[index] else {
      return Change(status: .ongoing, loss: nil, review: nil, on: SettledDate(.unknown))
    }
    return Change(change)
  }

  @usableFromInline
  static func loss(_ code: UInt8) -> LossReason { Codes.losses[code - 1] }

  @inlinable
  @inline(__always)
  static func word(_ base: UnsafeRawPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}

extension StageHistory.Change {
  fileprivate init(_ entry: StatusEntry) {
    var (loss, review): (LossReason?, Day?) = (nil, nil)
    switch entry.status {
    case .lost(let reason, _, _): loss = reason
    case .onHold(let day, _): review = day
    case .ongoing, .withdrawn, .archived: break
    }
    self.init(status: entry.status.kind, loss: loss, review: review, on: SettledDate(entry.on))
  }
}

// MARK: Packed

extension StageHistory {
  /// The packed form: how many entries and changes, the entries, and two words a change.
  package var words: [UInt64] {
    var words = [UInt64(UInt32(clamping: entryCount)) | UInt64(UInt32(clamping: changeCount)) << 32]
    words.reserveCapacity(1 + entryCount + 2 * changeCount)
    for entry in entries {
      words.append(entry.on.packed(entry.stage.rawValue | entry.kind.code << 3))
    }
    for change in changes {
      let loss = change.loss.map { Codes.losses.code(of: $0) + 1 } ?? 0
      words.append(change.on.packed(change.status.code | loss << 3))
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
      packed: base, awake: nil, entryCount: Int(counts & 0xFFFF_FFFF),
      changeCount: Int(counts >> 32))
  }
}

/// The cases of the closed sets by their places, as packed forms name them.
enum Codes {
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

extension MoveKind {
  @inlinable
  init(code: UInt8) {
    switch code {
    case 0: self = .start
    case 1: self = .advance
    case 2: self = .skip
    default: self = .back
    }
  }

  var code: UInt8 {
    switch self {
    case .start: 0
    case .advance: 1
    case .skip: 2
    case .back: 3
    }
  }
}

extension Status.Kind {
  @inlinable
  init(code: UInt8) {
    switch code {
    case 0: self = .ongoing
    case 1: self = .hold
    case 2: self = .lost
    case 3: self = .withdrawn
    default: self = .archived
    }
  }

  var code: UInt8 {
    switch self {
    case .ongoing: 0
    case .hold: 1
    case .lost: 2
    case .withdrawn: 3
    case .archived: 4
    }
  }
}
