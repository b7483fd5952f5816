/// A table of records by their dense numbers, from 1, cheap to copy and to change.
///
/// Records stand in blocks of 64. A copy shares every block; changing one record copies its block
/// and the list of blocks, not the table, so that the store and the board can each hold a pipeline
/// of a hundred thousand projects without doubling it. (`TreeDictionary` shares too, but does not
/// keep the order of numbers that lists and reports go by.)
///
/// A record may be asleep: kept in a ``RecordSource`` and made when it is asked for. It wakes when
/// it is changed, so that opening a large store costs what is looked at.
package struct RecordTable<Record: RecordTableElement>: Sendable {
  private static var blockSize: Int { 64 }
  /// How far past the last number a record may stand; a damaged history must not fill the memory.
  private static var longestGap: UInt32 { 65_536 }

  private struct Block: Sendable {
    /// Empty while no record of the block is awake.
    var records: [Record?] = []
    /// A bit for each record that is asleep.
    var asleep: UInt64 = 0
  }

  private var blocks: [Block] = []
  private var source: (any RecordSource<Record>)?
  package private(set) var count = 0
  /// The highest number ever used.
  package private(set) var lastNumber: UInt32 = 0

  package init() {}

  /// A table all of whose records are asleep.
  ///
  /// - Parameter lastNumber: The highest number ever used.
  package init(sleepingIn source: any RecordSource<Record>, lastNumber: UInt32) {
    self.source = source
    self.lastNumber = lastNumber
    blocks = source.presence.map { Block(asleep: $0) }
    count = blocks.reduce(0) { $0 + $1.asleep.nonzeroBitCount }
  }

  /// The record with a number; nil when there is none.
  ///
  /// A number out of all proportion (over 65,536 past the last) is not written.
  ///
  /// - Complexity: O(1) to read; O(count / 64) to write when the table is shared.
  package subscript(number: UInt32) -> Record? {
    get {
      guard number >= 1, number <= lastNumber else { return nil }
      let index = Int(number) - 1
      let (block, place) = (index / Self.blockSize, index % Self.blockSize)
      if blocks[block].asleep & (1 << UInt64(place)) != 0 { return source?.record(number) }
      return blocks[block].records.isEmpty ? nil : blocks[block].records[place]
    }
    set {
      guard number >= 1, number <= UInt32.max >> 1,
        number <= lastNumber || number - lastNumber <= Self.longestGap
      else { return }
      let index = Int(number) - 1
      let (block, place) = (index / Self.blockSize, index % Self.blockSize)
      while blocks.count <= block { blocks.append(Block()) }
      makeRoom(in: block)
      let bit: UInt64 = 1 << UInt64(place)
      let wasThere = blocks[block].asleep & bit != 0 || blocks[block].records[place] != nil
      blocks[block].asleep &= ~bit
      count += (newValue == nil ? 0 : 1) - (wasThere ? 1 : 0)
      lastNumber = Swift.max(lastNumber, number)
      // Last, so that the record is moved there and not copied.
      blocks[block].records[place] = newValue
    }
  }

  /// Makes room up to a number that was used once, when the record is gone again.
  mutating func extend(to number: UInt32) {
    while lastNumber < number {
      self[Swift.min(number, lastNumber + Self.longestGap)] = nil
    }
  }

  /// The numbers there are, in order.
  package var numbers: [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    for (index, block) in blocks.enumerated() {
      for place in 0..<Self.blockSize
      where block.asleep & (1 << UInt64(place)) != 0
        || (!block.records.isEmpty && block.records[place] != nil)
      {
        numbers.append(UInt32(index * Self.blockSize + place + 1))
      }
    }
    return numbers
  }

  /// The numbers of the records that are not asleep, in order.
  package var awakeNumbers: [UInt32] {
    var numbers: [UInt32] = []
    for (index, block) in blocks.enumerated() where !block.records.isEmpty {
      for place in 0..<Self.blockSize where block.records[place] != nil {
        numbers.append(UInt32(index * Self.blockSize + place + 1))
      }
    }
    return numbers
  }

  /// Whether a record is kept elsewhere, as it was when the table was made.
  package func isAsleep(_ number: UInt32) -> Bool {
    guard number >= 1, number <= lastNumber else { return false }
    let index = Int(number) - 1
    return blocks[index / Self.blockSize].asleep & (1 << UInt64(index % Self.blockSize)) != 0
  }

  /// Asks a record where it stands, without a copy; nil when there is none.
  package func ask<Answer>(_ number: UInt32, _ question: (borrowing Record) -> Answer) -> Answer? {
    guard number >= 1, number <= lastNumber else { return nil }
    let index = Int(number) - 1
    let (block, place) = (index / Self.blockSize, index % Self.blockSize)
    if blocks[block].asleep & (1 << UInt64(place)) != 0 {
      return source?.record(number)?.answer(question)
    }
    if blocks[block].records.isEmpty { return nil }
    return blocks[block].records[place]?.answer(question)
  }

  /// Changes a record where it stands; does nothing when there is none.
  package mutating func update(_ number: UInt32, _ change: (inout Record) -> Void) {
    guard number >= 1, number <= lastNumber else { return }
    let index = Int(number) - 1
    let (block, place) = (index / Self.blockSize, index % Self.blockSize)
    let bit: UInt64 = 1 << UInt64(place)
    if blocks[block].asleep & bit != 0 {
      guard let record = source?.record(number) else { return }
      makeRoom(in: block)
      blocks[block].records[place] = record
      blocks[block].asleep &= ~bit
    }
    if blocks[block].records.isEmpty { return }
    // Changed where it stands: a project has twenty references to count when it is copied.
    blocks[block].records[place]?.change(by: change)
  }

  private mutating func makeRoom(in block: Int) {
    if blocks[block].records.isEmpty {
      blocks[block].records = Array(repeating: nil, count: Self.blockSize)
    }
  }
}

/// Where the records of a ``RecordTable`` sleep: what it holds never changes.
package protocol RecordSource<Record>: AnyObject, Sendable {
  associatedtype Record
  /// A bit for each number from 1 on, 64 to a word, set for a record that is there.
  var presence: [UInt64] { get }
  /// Makes the record; nil when there is none.
  func record(_ number: UInt32) -> Record?
}

/// A record that stands in a register.
package protocol RecordTableElement: Hashable, Sendable {}

extension RecordTableElement {
  fileprivate mutating func change(by body: (inout Self) -> Void) { body(&self) }
  fileprivate func answer<Answer>(_ question: (borrowing Self) -> Answer) -> Answer {
    question(self)
  }
}

extension Project: RecordTableElement {}
extension Activity: RecordTableElement {}
extension Milestone: RecordTableElement {}

extension RecordTable: Hashable {
  /// Whether two tables hold the same records, wherever they are kept.
  package static func == (lhs: RecordTable, rhs: RecordTable) -> Bool {
    guard lhs.count == rhs.count, lhs.lastNumber == rhs.lastNumber else { return false }
    let isSameSource = lhs.source != nil && lhs.source === rhs.source
    for number in stride(from: UInt32(1), through: lhs.lastNumber, by: 1) {
      if isSameSource, lhs.isAsleep(number), rhs.isAsleep(number) { continue }
      if lhs[number] != rhs[number] { return false }
    }
    return true
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(lastNumber)
  }
}

extension RecordTable: Sequence {
  /// The records in the order of their numbers.
  package func makeIterator() -> some IteratorProtocol<Record> {
    stride(from: UInt32(1), through: lastNumber, by: 1).lazy.compactMap { self[$0] }.makeIterator()
  }
}
