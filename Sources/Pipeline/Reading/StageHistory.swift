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

  init(packed: UnsafeRawPointer?, awake: Awake?, entryCount: Int, changeCount: Int) {
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
