internal import JSON
internal import Pipeline

/// Folds records into a pipeline, a commit at a time: a commit without its end changes nothing.
struct Replay {
  private(set) var pipeline: Pipeline
  /// The end of the last whole commit: what ``pipeline`` stands for.
  private(set) var committed: Position
  /// The end of the last sound record.
  private(set) var cursor: Position
  /// The events of the commits taken, when they are wanted.
  private(set) var events: [RecordedEvent] = []

  let wantsEvents: Bool
  private var reader: RecordReader
  /// The records of a commit that has more to come, with all they say or without.
  private var pending: [RecordedEvent] = []
  private var waiting: [(event: Event, heading: Heading)] = []
  /// A large commit is applied as it comes, and given up by going back to this.
  private var before: Pipeline?
  private var parts: (taken: Int, of: Int) = (0, 0)

  /// Above this many events a commit is not collected first.
  private static let collectLimit = 256

  init(_ pipeline: Pipeline, at position: Position, wantsEvents: Bool) {
    self.pipeline = pipeline
    self.wantsEvents = wantsEvents
    committed = position
    cursor = position
    reader = RecordReader(wantsIdentity: wantsEvents)
  }

  /// Begins at the first record of a store.
  init(from format: StoreFormat) {
    self.init(
      Pipeline(),
      at: Position(
        segment: SequenceNumber(1), chain: Chain(sum: format.seed, last: .origin)),
      wantsEvents: false)
  }

  /// Whether a commit has begun and not ended.
  var isInsideCommit: Bool { parts.taken > 0 }

  /// Takes the next line, its line feed not included.
  ///
  /// - Throws: Why it is not the record that should come next; nothing has changed then.
  mutating func take(_ line: UnsafeRawBufferPointer) throws(Damage.Kind) {
    let chain = try cursor.chain.verified(line)
    let recorded: RecordedEvent
    do throws(JSONFault) { recorded = try reader.record(line) } catch { throw .notARecord }
    // A number that is said twice may be said in two ways.
    guard recorded.sequence == chain.last else { throw .notARecord }
    guard mayFollow(part: recorded.part, of: recorded.parts) else { throw .incompleteCommit }
    advance(over: line.count + 1, chain)
    if wantsEvents {
      collect(recorded)
    } else {
      take(recorded.event, Heading(recorded))
    }
  }

  /// Whether a record with this place in its commit may come next.
  func mayFollow(part: Int, of total: Int) -> Bool {
    isInsideCommit ? part == parts.taken && total == parts.of : part == 0
  }

  /// Moves the cursor behind a sound record.
  mutating func advance(over bytes: Int, _ chain: Chain) { cursor = cursor.after(bytes, chain) }

  /// What a replay has to know of a record beside its event.
  struct Heading {
    let sequence: SequenceNumber
    let part: Int
    let parts: Int
    let uid: UInt32
    let recordedAt: Int64

    init(
      sequence: SequenceNumber = .origin, part: Int = 0, parts: Int = 1, uid: UInt32 = 0,
      recordedAt: Int64 = 0
    ) {
      self.sequence = sequence
      self.part = part
      self.parts = parts
      self.uid = uid
      self.recordedAt = recordedAt
    }

    init(_ recorded: RecordedEvent) {
      self.init(
        sequence: recorded.sequence, part: recorded.part, parts: recorded.parts,
        uid: recorded.by.uid, recordedAt: recorded.recordedAt)
    }
  }

  /// Takes the event of a record that the cursor stands behind; for a replay that wants no events.
  mutating func take(_ event: consuming Event, _ heading: Heading) {
    let isLarge = heading.parts > Replay.collectLimit
    if isLarge && heading.part == 0 { before = pipeline }
    if isLarge || heading.parts == 1 {
      apply(event, heading)
    } else {
      waiting.append((event, heading))
    }
    guard ends(heading.part, of: heading.parts) else { return }
    for (event, heading) in waiting { apply(event, heading) }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func apply(_ event: consuming Event, _ heading: Heading) {
    pipeline.take(
      event, sequence: heading.sequence, part: heading.part, parts: heading.parts,
      uid: heading.uid)
  }

  private mutating func collect(_ recorded: RecordedEvent) {
    pending.append(recorded)
    guard ends(recorded.part, of: recorded.parts) else { return }
    for event in pending { pipeline.apply(event) }
    events += pending
    pending.removeAll(keepingCapacity: true)
  }

  /// Counts a record of a commit; whether the commit is whole with it.
  private mutating func ends(_ part: Int, of total: Int) -> Bool {
    parts = (part + 1, total)
    guard parts.taken == parts.of else { return false }
    before = nil
    parts = (0, 0)
    committed = cursor
    return true
  }

  /// Forgets a commit that has no end.
  mutating func dropUnfinishedCommit() {
    if let before { pipeline = before }
    before = nil
    pending = []
    waiting = []
    parts = (0, 0)
    cursor = committed
  }

  /// Goes on in the next file.
  mutating func enter(_ segment: SequenceNumber) {
    var next = Position(segment: segment, chain: cursor.chain)
    next.lastRecord = nil
    cursor = next
    committed = next
  }

  /// Goes on behind what was given up.
  mutating func leap(over gap: Gap, sum: UInt32) {
    let last = SequenceNumber(gap.resume.number - 1)
    cursor = Position(segment: gap.resume, chain: Chain(sum: sum, last: last))
    committed = cursor
  }
}
