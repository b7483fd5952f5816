internal import Pipeline
internal import Synchronization

/// A checkpoint's body where it lies: records are made of it when they are asked for.
///
/// What is read is summed up first, a block at a time. Should a block not be what was written, the
/// journal is asked for the pipeline as it stood, and answers in the place of the file from then on.
final class CheckpointBody: Sendable {
  let file: FileBytes
  let start: Int
  let tables: CheckpointTables
  let textBytesEnd: Int
  let count: Int
  private let blocks: CheckpointBlocks?
  private let makeStandIn: @Sendable () -> Pipeline?
  private let damage = Mutex(Damage.none)

  /// What became of a block that is not what was written.
  private enum Damage {
    case none
    /// What the journal says, nil when that could not be read.
    case found(standIn: Pipeline?)
  }

  /// - Parameters:
  ///   - start: Where in the file the body begins.
  ///   - count: Its bytes; nil when it goes on to the end.
  ///   - blocks: The sums over it; nil when they are taken on trust.
  ///   - standIn: The pipeline as it stood; nil when nobody knows.
  init(
    _ file: FileBytes, from start: Int, count: Int? = nil, blocks: CheckpointBlocks? = nil,
    standIn: @escaping @Sendable () -> Pipeline? = { nil }
  ) throws(Checkpoint.Fault) {
    let count = count ?? file.bytes.count - start
    guard count >= CheckpointTables.count, start + count <= file.bytes.count,
      file.bytes.baseAddress != nil
    else { throw .contents }
    self.file = file
    self.start = start
    self.count = count
    self.blocks = blocks
    makeStandIn = standIn
    let body = UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + count])
    if let blocks, !blocks.hold(count - CheckpointTables.count, CheckpointTables.count) {
      throw .checksum
    }
    tables = try CheckpointTables(body)
    textBytesEnd = count - CheckpointTables.count
  }

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + count])
  }

  // MARK: Damage

  /// Whether a stretch of the body is what was written.
  @inline(__always)
  func hold(_ place: Int, _ count: Int) -> Bool { blocks?.hold(place, count) ?? true }

  /// The pipeline in the place of a file that is not what was written.
  var standIn: Pipeline? {
    damage.withLock { damage in
      if case .none = damage { damage = .found(standIn: makeStandIn()) }
      return if case .found(let pipeline) = damage { pipeline } else { nil }
    }
  }

  /// Notes that a block is not what was written.
  func noteDamage() { _ = standIn }

  /// Whether a block was found that is not what was written.
  var isDamaged: Bool { damage.withLock { if case .none = $0 { false } else { true } } }

  /// Whether what is in such a block is lost here, so that nothing may be written from it.
  var isWanting: Bool {
    damage.withLock { if case .found(standIn: nil) = $0 { true } else { false } }
  }

  /// Reads something that lies in the file, or asks for it where the file cannot be believed.
  func read<Value>(
    _ value: () throws(Checkpoint.Fault) -> Value?, or other: (Pipeline) -> Value?
  ) -> Value? {
    do throws(Checkpoint.Fault) {
      return try value()
    } catch {
      return error == .checksum ? standIn.flatMap(other) : nil
    }
  }

  // MARK: Opening

  /// The pipeline, with its projects, activities and milestones asleep.
  ///
  /// - Complexity: O(numbers of records), some bits each.
  func pipeline() throws(Checkpoint.Fault) -> Pipeline {
    var building = Pipeline.Rebuilding()
    var decoder = try decoder(at: 0)
    try decoder.decodeHead(into: &building)
    try takeColumns(into: &building)
    for numbers in [tables.projects, tables.activities, tables.milestones] {
      guard hold(numbers.presence, numbers.words * 8) else { throw .checksum }
    }
    building.take(
      projects: SleepingProjects(self, tables.projects), last: tables.projects.last,
      answering: self)
    building.take(
      activities: SleepingActivities(self, tables.activities), last: tables.activities.last)
    building.take(
      milestones: SleepingMilestones(self, tables.milestones), last: tables.milestones.last)
    return building.pipeline
  }

  private func takeColumns(into building: inout Pipeline.Rebuilding) throws(Checkpoint.Fault) {
    var place = tables.columns
    let end = count - CheckpointTables.count
    for stage in Stage.allCases {
      guard place + 4 <= end else { throw .contents }
      guard hold(place, 4) else { throw .checksum }
      let count = Int(number(at: place))
      place += 4
      guard count <= (end - place) / 4 else { throw .contents }
      guard hold(place, count * 4) else { throw .checksum }
      let first = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * 4])
      let column = Array(unsafeUninitializedCapacity: count) {
        (ids: inout UnsafeMutableBufferPointer<ProjectID>, filled: inout Int) in
        for index in 0..<count {
          let number = first.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
          ids.initializeElement(at: index, to: ProjectID(UInt32(littleEndian: number)))
        }
        filled = count
      }
      building.take(column, of: stage)
      place += count * 4
    }
  }

  func number(at place: Int) -> UInt32 {
    UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: start + place, as: UInt32.self))
  }

  /// Where a record begins; 0 when there is none.
  func place(_ number: UInt32, in numbers: CheckpointTables.Numbers)
    throws(Checkpoint.Fault) -> Int
  {
    let place = numbers.place + (Int(number) - 1) * 4
    guard hold(place, 4) else { throw .checksum }
    return Int(self.number(at: place))
  }

  func decoder(at place: Int) throws(Checkpoint.Fault) -> CheckpointDecoder {
    guard let source = CheckpointSource(bytes, from: place, blocks: blocks) else { throw .contents }
    return CheckpointDecoder(source, self)
  }

  /// The bytes of a text that several records have, by its place.
  func textBytes(_ place: UInt64) throws(Checkpoint.Fault) -> UnsafeRawBufferPointer {
    guard place < UInt64(tables.textCount) else { throw .contents }
    let index = Int(place)
    let end = tables.textEnds + index * 4
    guard hold(max(tables.textEnds, end - 4), 8) else { throw .checksum }
    let from = index == 0 ? 0 : Int(number(at: end - 4))
    let to = Int(number(at: end))
    guard from <= to, to <= textBytesEnd - tables.textBytes else { throw .contents }
    guard hold(tables.textBytes + from, to - from) else { throw .checksum }
    let begin = start + tables.textBytes
    return UnsafeRawBufferPointer(rebasing: file.bytes[begin + from..<begin + to])
  }
}
