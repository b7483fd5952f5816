internal import Pipeline

/// A checkpoint's body where it lies: records are made of it when they are asked for.
final class CheckpointBody: Sendable {
  private let file: FileBytes
  private let start: Int
  private let tables: CheckpointTables
  private let textBytesEnd: Int

  /// - Parameter start: Where in the file the body begins; it goes on to the end.
  init(_ file: FileBytes, from start: Int) throws(Checkpoint.Fault) {
    guard file.bytes.count >= start, file.bytes.baseAddress != nil else { throw .contents }
    self.file = file
    self.start = start
    let body = UnsafeRawBufferPointer(rebasing: file.bytes[start...])
    tables = try CheckpointTables(body)
    textBytesEnd = body.count - CheckpointTables.count
  }

  fileprivate var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[start...])
  }

  /// The pipeline, with its projects, activities and milestones asleep.
  ///
  /// - Complexity: O(numbers of records), some bits each.
  func pipeline() throws(Checkpoint.Fault) -> Pipeline {
    var building = Pipeline.Rebuilding()
    var decoder = try decoder(at: 0)
    try decoder.decodeHead(into: &building)
    try takeColumns(into: &building)
    building.take(
      projects: SleepingRecords(self, tables.projects) {
        (decoder, number) throws(Checkpoint.Fault) in try decoder.project(ProjectID(number))
      }, last: tables.projects.last, glances: self)
    building.take(
      activities: SleepingRecords(self, tables.activities) {
        (decoder, number) throws(Checkpoint.Fault) in try decoder.activity(ActivityID(number))
      }, last: tables.activities.last)
    building.take(
      milestones: SleepingRecords(self, tables.milestones) {
        (decoder, number) throws(Checkpoint.Fault) in try decoder.milestone(MilestoneID(number))
      }, last: tables.milestones.last)
    return building.pipeline
  }

  private func takeColumns(into building: inout Pipeline.Rebuilding) throws(Checkpoint.Fault) {
    var place = tables.columns
    let bytes = bytes
    let end = bytes.count - CheckpointTables.count
    for stage in Stage.allCases {
      guard place + 4 <= end else { throw .contents }
      let count = Int(number(at: place))
      place += 4
      guard count <= (end - place) / 4 else { throw .contents }
      let column = (0..<count).map { ProjectID(number(at: place + $0 * 4)) }
      building.take(column, of: stage)
      place += count * 4
    }
  }

  fileprivate func number(at place: Int) -> UInt32 {
    UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: start + place, as: UInt32.self))
  }

  fileprivate func decoder(at place: Int) throws(Checkpoint.Fault) -> CheckpointDecoder {
    guard let source = CheckpointSource(bytes, from: place) else { throw .contents }
    return CheckpointDecoder(source, self)
  }

  /// The bytes of a text that several records have, by its place.
  func textBytes(_ place: UInt64) -> UnsafeRawBufferPointer? {
    guard place < UInt64(tables.textCount) else { return nil }
    let index = Int(place)
    let from = index == 0 ? 0 : Int(number(at: tables.textEnds + (index - 1) * 4))
    let to = Int(number(at: tables.textEnds + index * 4))
    guard from <= to, to <= textBytesEnd - tables.textBytes else { return nil }
    let begin = start + tables.textBytes
    return UnsafeRawBufferPointer(rebasing: file.bytes[begin + from..<begin + to])
  }
}

extension CheckpointBody: GlanceSource {
  func glance(_ number: UInt32) -> Glance? {
    guard number >= 1, number <= tables.projects.last, let base = file.bytes.baseAddress else {
      return nil
    }
    return GlanceRow.read(base + start + tables.glances + (Int(number) - 1) * GlanceRow.count)
  }

  func standing(_ number: UInt32) -> (stage: Stage, status: Status.Kind)? {
    guard number >= 1, number <= tables.projects.last, let base = file.bytes.baseAddress else {
      return nil
    }
    return GlanceRow.standing(base + start + tables.glances + (Int(number) - 1) * GlanceRow.count)
  }

  func course(_ number: UInt32, into course: inout Course) -> Bool {
    guard number >= 1, number <= tables.projects.last else { return false }
    let place = Int(self.number(at: tables.courses + (Int(number) - 1) * 4))
    guard place > 0, place < tables.courses else { return false }
    let row = UnsafeRawBufferPointer(
      rebasing: file.bytes[start + place..<start + tables.courses])
    return CourseRow.read(row, of: ProjectID(number), into: &course)
  }

  func contact(_ number: UInt32) -> Contact? {
    guard number >= 1, number <= tables.activities.last, let base = file.bytes.baseAddress else {
      return nil
    }
    return ContactRow.read(
      base + start + tables.contacts + (Int(number) - 1) * ContactRow.count)
  }

  func text(at place: Int) -> String? {
    textBytes(UInt64(place)).map { String(decoding: $0, as: UTF8.self) }
  }

  func activityDate(_ number: UInt32) -> BusinessDate? {
    guard number >= 1, number <= tables.activities.last else { return nil }
    let place = Int(self.number(at: tables.activities.place + (Int(number) - 1) * 4))
    guard place > 0, var decoder = try? decoder(at: place) else { return nil }
    return try? decoder.activityDate()
  }

  func texts(_ number: UInt32, _ look: (UnsafeRawBufferPointer, Int?) -> Bool) -> Bool? {
    guard var texts = projectTexts(number) else { return nil }
    return texts.show(look) { place in textBytes(place) }
  }

  func names(_ number: UInt32, _ look: (UnsafeRawBufferPointer) -> Bool) -> Bool? {
    guard var texts = projectTexts(number) else { return nil }
    return texts.showNames(look)
  }

  private func projectTexts(_ number: UInt32) -> ProjectTexts? {
    guard number >= 1, number <= tables.projects.last else { return nil }
    let place = Int(self.number(at: tables.projects.place + (Int(number) - 1) * 4))
    guard place > 0, start + place <= file.bytes.count, let base = file.bytes.baseAddress else {
      return nil
    }
    return ProjectTexts(from: base + start + place, to: base + file.bytes.count)
  }
}

/// The records of one kind in a checkpoint's body.
final class SleepingRecords<Record: Registered>: RecordSource {
  private let body: CheckpointBody
  private let numbers: CheckpointTables.Numbers
  private let read: @Sendable (inout CheckpointDecoder, UInt32) throws(Checkpoint.Fault) -> Record

  init(
    _ body: CheckpointBody, _ numbers: CheckpointTables.Numbers,
    _ read: @escaping @Sendable (inout CheckpointDecoder, UInt32) throws(Checkpoint.Fault) -> Record
  ) {
    self.body = body
    self.numbers = numbers
    self.read = read
  }

  var presence: [UInt64] {
    var words = [UInt64](repeating: 0, count: (Int(numbers.last) + 63) / 64)
    for index in 0..<Int(numbers.last) where body.number(at: numbers.place + index * 4) != 0 {
      words[index / 64] |= 1 << UInt64(index % 64)
    }
    return words
  }

  func record(_ number: UInt32) -> Record? {
    guard number >= 1, number <= numbers.last else { return nil }
    let place = Int(body.number(at: numbers.place + (Int(number) - 1) * 4))
    guard place > 0, var decoder = try? body.decoder(at: place) else { return nil }
    return try? read(&decoder, number)
  }
}
