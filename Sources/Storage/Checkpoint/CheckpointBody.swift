internal import Pipeline
internal import Synchronization

/// A checkpoint's body where it lies: records are made of it when they are asked for.
///
/// What is read is summed up first, a block at a time. Should a block not be what was written, the
/// journal is asked for the pipeline as it stood, and answers in the place of the file from then on.
final class CheckpointBody: Sendable {
  private let file: FileBytes
  private let start: Int
  private let count: Int
  private let tables: CheckpointTables
  private let textBytesEnd: Int
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

  fileprivate var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + count])
  }

  // MARK: Damage

  /// Whether a stretch of the body is what was written.
  @inline(__always)
  fileprivate func hold(_ place: Int, _ count: Int) -> Bool { blocks?.hold(place, count) ?? true }

  /// The pipeline in the place of a file that is not what was written.
  fileprivate var standIn: Pipeline? {
    damage.withLock { damage in
      if case .none = damage { damage = .found(standIn: makeStandIn()) }
      return if case .found(let pipeline) = damage { pipeline } else { nil }
    }
  }

  /// Whether a block was found that is not what was written.
  var isDamaged: Bool { damage.withLock { if case .none = $0 { false } else { true } } }

  /// Whether what is in such a block is lost here, so that nothing may be written from it.
  var isWanting: Bool {
    damage.withLock { if case .found(standIn: nil) = $0 { true } else { false } }
  }

  /// Reads something that lies in the file, or asks for it where the file cannot be believed.
  fileprivate func read<Value>(
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
      projects: SleepingRecords(
        self, tables.projects,
        { (decoder, number) throws(Checkpoint.Fault) in try decoder.project(ProjectID(number)) },
        or: { $0[ProjectID($1)] }),
      last: tables.projects.last, glances: self)
    building.take(
      activities: SleepingRecords(
        self, tables.activities,
        { (decoder, number) throws(Checkpoint.Fault) in try decoder.activity(ActivityID(number)) },
        or: { $0.activity(ActivityID($1)) }),
      last: tables.activities.last)
    building.take(
      milestones: SleepingRecords(
        self, tables.milestones,
        { (decoder, number) throws(Checkpoint.Fault) in
          try decoder.milestone(MilestoneID(number))
        },
        or: { $0.milestone(MilestoneID($1)) }),
      last: tables.milestones.last)
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
      let column = (0..<count).map { ProjectID(number(at: place + $0 * 4)) }
      building.take(column, of: stage)
      place += count * 4
    }
  }

  fileprivate func number(at place: Int) -> UInt32 {
    UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: start + place, as: UInt32.self))
  }

  /// Where a record begins; 0 when there is none.
  fileprivate func place(_ number: UInt32, in numbers: CheckpointTables.Numbers)
    throws(Checkpoint.Fault) -> Int
  {
    let place = numbers.place + (Int(number) - 1) * 4
    guard hold(place, 4) else { throw .checksum }
    return Int(self.number(at: place))
  }

  fileprivate func decoder(at place: Int) throws(Checkpoint.Fault) -> CheckpointDecoder {
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

extension CheckpointBody: GlanceSource {
  func glance(_ number: UInt32) -> Glance? {
    guard number >= 1, number <= tables.projects.last, let base = file.bytes.baseAddress else {
      return nil
    }
    let place = tables.glances + (Int(number) - 1) * GlanceRow.count
    guard hold(place, GlanceRow.count) else { return standIn?.glance(at: ProjectID(number)) }
    return GlanceRow.read(base + start + place)
  }

  func tally(
    _ ids: [ProjectID], into tally: inout GlanceTally, _ rest: (ProjectID) -> Void
  ) {
    let (count, last) = (Int(tables.projects.last) * GlanceRow.count, tables.projects.last)
    guard hold(tables.glances, count), let base = file.bytes.baseAddress else {
      for id in ids { rest(id) }
      return
    }
    let rows = base + start + tables.glances
    for id in ids {
      guard id.number >= 1, id.number <= last,
        GlanceRow.add(rows + (Int(id.number) - 1) * GlanceRow.count, to: &tally)
      else {
        rest(id)
        continue
      }
    }
  }

  func course(_ number: UInt32, into course: inout Course) -> Bool {
    guard number >= 1, number <= tables.projects.last else { return false }
    let index = tables.courses + (Int(number) - 1) * 4
    let place = Int(self.number(at: index))
    guard place > 0, place < tables.courses else { return false }
    let row = UnsafeRawBufferPointer(
      rebasing: file.bytes[start + place..<start + tables.courses])
    guard hold(index, 4), hold(place, min(8, row.count)), hold(place, CourseRow.count(row)) else {
      return standIn?.follow(ProjectID(number), into: &course) ?? false
    }
    return CourseRow.read(row, of: ProjectID(number), into: &course)
  }

  func contact(_ number: UInt32) -> Contact? {
    guard number >= 1, number <= tables.activities.last, let base = file.bytes.baseAddress else {
      return nil
    }
    let place = tables.contacts + (Int(number) - 1) * ContactRow.count
    // Its texts are named by their places here, which say nothing where they cannot be believed.
    guard hold(place, ContactRow.count), hold(tables.textEnds, tables.textCount * 4),
      hold(tables.textBytes, textBytesEnd - tables.textBytes)
    else { return nil }
    return ContactRow.read(base + start + place)
  }

  func text(at place: Int) -> String? {
    (try? textBytes(UInt64(place))).map { String(decoding: $0, as: UTF8.self) }
  }

  func activityDate(_ number: UInt32) -> BusinessDate? {
    guard number >= 1, number <= tables.activities.last else { return nil }
    return read {
      () throws(Checkpoint.Fault) in
      let place = try place(number, in: tables.activities)
      if place == 0 { return nil }
      var decoder = try decoder(at: place)
      return try decoder.activityDate()
    } or: {
      $0.activity(ActivityID(number))?.facts.on
    }
  }

  func texts(_ number: UInt32, _ look: (UnsafeRawBufferPointer, Int?) -> Bool) -> Bool? {
    guard number >= 1, number <= tables.projects.last else { return nil }
    // Where the file cannot be believed, the project itself is asked.
    return try? { () throws(Checkpoint.Fault) in
      let place = try place(number, in: tables.projects)
      if place == 0 { return nil }
      var decoder = try decoder(at: place)
      return try decoder.showTexts(look)
    }()
  }
}

/// The records of one kind in a checkpoint's body.
final class SleepingRecords<Record: Registered>: RecordSource {
  typealias Reading =
    @Sendable (inout CheckpointDecoder, UInt32) throws(Checkpoint.Fault) -> Record

  private let body: CheckpointBody
  private let numbers: CheckpointTables.Numbers
  private let read: Reading
  private let other: @Sendable (Pipeline, UInt32) -> Record?

  /// - Parameter other: The same record in the pipeline that stands in for a damaged file.
  init(
    _ body: CheckpointBody, _ numbers: CheckpointTables.Numbers, _ read: @escaping Reading,
    or other: @escaping @Sendable (Pipeline, UInt32) -> Record?
  ) {
    self.body = body
    self.numbers = numbers
    self.read = read
    self.other = other
  }

  var presence: [UInt64] {
    let bytes = body.bytes
    return (0..<numbers.words).map {
      UInt64(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: numbers.presence + $0 * 8, as: UInt64.self))
    }
  }

  func record(_ number: UInt32) -> Record? {
    guard number >= 1, number <= numbers.last else { return nil }
    return body.read {
      () throws(Checkpoint.Fault) in
      let place = try body.place(number, in: numbers)
      if place == 0 { return nil }
      var decoder = try body.decoder(at: place)
      return try read(&decoder, number)
    } or: {
      other($0, number)
    }
  }
}
