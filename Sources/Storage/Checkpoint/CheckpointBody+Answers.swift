internal import Pipeline

// What questions need not wake a record for. A block that is not what was written is noted as damage, and
// nil says that the record has to be asked, which then comes from the journal.
extension CheckpointBody: SleepingSource {
  func figures(_ project: UInt32) -> ProjectFigures? {
    row(project, of: tables.projects.last, at: tables.figures)
  }

  func activity(_ number: UInt32) -> SleepingActivity? {
    row(number, of: tables.activities.last, at: tables.sleepingActivities)
      .flatMap { $0.isThere ? $0 : nil }
  }

  func history(_ project: UInt32) -> StageHistory? {
    historyBytes(project).flatMap { StageHistory(packed: $0.bytes) }
  }

  func forEachActivityDay(_ project: UInt32, _ body: (Day) -> Void) -> Bool {
    guard let (bytes, words) = historyBytes(project) else { return false }
    let days = UnsafeRawBufferPointer(rebasing: bytes[(words * 8)...])
    guard days.count >= 4 else { return false }
    let count = Int(number(in: days, at: 0))
    guard count <= days.count / 4 - 1, isSound(days.baseAddress, (count + 1) * 4) else {
      return false
    }
    for index in 1..<count + 1 {
      body(Day(number: Int32(bitPattern: number(in: days, at: index * 4))))
    }
    return true
  }

  /// Where a project's history begins, looked at as far as it goes, and how many words it has.
  private func historyBytes(_ project: UInt32) -> (bytes: UnsafeRawBufferPointer, words: Int)? {
    guard project >= 1, project <= tables.projects.last else { return nil }
    let index = tables.histories + (Int(project) - 1) * 4
    guard isSound(index, 4) else { return nil }
    let place = Int(number(at: index))
    guard place > 0, place < tables.histories else { return nil }
    let bytes = UnsafeRawBufferPointer(
      rebasing: file.bytes[start + place..<start + tables.histories])
    guard isSound(place, min(8, bytes.count)), let words = StageHistory.wordCount(bytes),
      words <= bytes.count / 8, isSound(place, words * 8 + 4)
    else { return nil }
    return (bytes, words)
  }

  func text(_ shared: SharedText) -> String? {
    (try? textBytes(UInt64(shared.number))).map { String(decoding: $0, as: UTF8.self) }
  }

  func hasText(_ project: UInt32, _ look: (TextPart, TextBytes) -> Bool) -> Bool? {
    guard project >= 1, project <= tables.projects.last,
      let place = try? place(project, in: tables.projects), place > 0,
      let base = file.bytes.baseAddress
    else { return nil }
    // As far as the block goes in which they begin, and on where they go on.
    var end = place
    while end < count {
      end = min(count, (end >> CheckpointBlocks.shift + 1) << CheckpointBlocks.shift)
      guard isSound(place, end - place) else { return nil }
      var texts = FoundTexts(from: base + start + place, to: base + start + end)
      if let answer = texts.show(look, { try? textBytes($0) }) { return answer }
    }
    return nil
  }

  func forEachNamesake(_ sum: UInt32, _ body: (ProjectID) -> Void) -> Bool {
    guard isSound(tables.names, tables.nameCount * NameSum.count) else { return false }
    func name(_ index: Int) -> NameSum {
      let place = tables.names + index * NameSum.count
      return NameSum(sum: number(at: place), project: number(at: place + 4))
    }
    var (low, high) = (0, tables.nameCount)
    while low < high {
      let middle = (low + high) / 2
      if name(middle).sum < sum { low = middle + 1 } else { high = middle }
    }
    while low < tables.nameCount, name(low).sum == sum {
      body(ProjectID(name(low).project))
      low += 1
    }
    return true
  }

  /// A packed value of a table by its number, from 1 on.
  private func row<Row: BitwiseCopyable>(_ number: UInt32, of last: UInt32, at table: Int) -> Row? {
    guard number >= 1, number <= last else { return nil }
    let place = table + (Int(number) - 1) * MemoryLayout<Row>.size
    guard isSound(place, MemoryLayout<Row>.size) else { return nil }
    return file.bytes.loadUnaligned(fromByteOffset: start + place, as: Row.self)
  }

  private func isSound(_ place: Int, _ count: Int) -> Bool {
    if hold(place, count) { return true }
    noteDamage()
    return false
  }

  private func isSound(_ base: UnsafeRawPointer?, _ count: Int) -> Bool {
    guard let base, let first = file.bytes.baseAddress else { return false }
    return isSound(base - first - start, count)
  }

  private func number(in bytes: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}

/// The sum of a name's ``ProjectKey``, and a project that has it: eight bytes.
struct NameSum: Hashable, Comparable {
  static let count = 8

  let sum: UInt32
  let project: UInt32

  static func < (lhs: NameSum, rhs: NameSum) -> Bool {
    (lhs.sum, lhs.project) < (rhs.sum, rhs.project)
  }
}
