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

  private let wantsEvents: Bool
  private var reader: RecordReader
  /// The records of a commit that has more to come.
  private var pending: [RecordedEvent] = []
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
    if isInsideCommit {
      guard recorded.part == parts.taken, recorded.parts == parts.of else {
        throw .incompleteCommit
      }
    } else if recorded.part != 0 {
      throw .incompleteCommit
    }
    cursor = cursor.after(line.count + 1, chain)
    if recorded.parts == 1 {
      pipeline.apply(recorded)
      if wantsEvents { events.append(recorded) }
      committed = cursor
    } else {
      collect(recorded)
    }
  }

  private mutating func collect(_ recorded: RecordedEvent) {
    let isLarge = recorded.parts > Replay.collectLimit && !wantsEvents
    if isLarge && recorded.part == 0 { before = pipeline }
    if isLarge { pipeline.apply(recorded) } else { pending.append(recorded) }
    parts = (recorded.part + 1, recorded.parts)
    guard parts.taken == parts.of else { return }
    for event in pending { pipeline.apply(event) }
    if wantsEvents { events += pending }
    pending = []
    before = nil
    parts = (0, 0)
    committed = cursor
  }

  /// Forgets a commit that has no end.
  mutating func dropUnfinishedCommit() {
    if let before { pipeline = before }
    before = nil
    pending = []
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
