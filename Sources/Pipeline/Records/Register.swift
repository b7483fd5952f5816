/// A table of records by their dense numbers, from 1, cheap to copy and to change.
///
/// Records stand in blocks of 64. A copy shares every block; changing one record copies its block
/// and the list of blocks, not the table, so that the store and the board can each hold a pipeline
/// of a hundred thousand projects without doubling it. (`TreeDictionary` shares too, but does not
/// keep the order of numbers that lists and reports go by.)
package struct Register<Record: Registered>: Hashable, Sendable {
  private static var blockSize: Int { 64 }
  /// How far past the last number a record may stand; a damaged history must not fill the memory.
  private static var longestGap: UInt32 { 65_536 }
  private var blocks: [[Record?]] = []
  package private(set) var count = 0
  /// The highest number ever used.
  package private(set) var lastNumber: UInt32 = 0

  package init() {}

  /// The record with a number; nil when there is none.
  ///
  /// A number out of all proportion (over 65,536 past the last) is not written.
  ///
  /// - Complexity: O(1) to read; O(count / 64) to write when the table is shared.
  package subscript(number: UInt32) -> Record? {
    get {
      guard number >= 1, number <= lastNumber else { return nil }
      let index = Int(number) - 1
      return blocks[index / Self.blockSize][index % Self.blockSize]
    }
    set {
      guard number >= 1, number <= UInt32.max >> 1,
        number <= lastNumber || number - lastNumber <= Self.longestGap
      else { return }
      let index = Int(number) - 1
      let missing = index / Self.blockSize + 1 - blocks.count
      if missing > 0 {
        // One empty block stands for all: a gap in the numbers takes next to no memory.
        let empty = [Record?](repeating: nil, count: Self.blockSize)
        blocks.append(contentsOf: repeatElement(empty, count: missing))
      }
      let old = blocks[index / Self.blockSize][index % Self.blockSize]
      blocks[index / Self.blockSize][index % Self.blockSize] = newValue
      count += (newValue == nil ? 0 : 1) - (old == nil ? 0 : 1)
      lastNumber = Swift.max(lastNumber, number)
    }
  }

  /// Makes room up to a number that was used once, when the record is gone again.
  mutating func extend(to number: UInt32) {
    while lastNumber < number {
      self[Swift.min(number, lastNumber + Self.longestGap)] = nil
    }
  }

  /// Asks a record where it stands, without a copy; nil when there is none.
  package func ask<Answer>(_ number: UInt32, _ question: (borrowing Record) -> Answer) -> Answer? {
    guard number >= 1, number <= lastNumber else { return nil }
    let index = Int(number) - 1
    return blocks[index / Self.blockSize][index % Self.blockSize]?.answer(question)
  }

  /// Changes a record where it stands; does nothing when there is none.
  package mutating func update(_ number: UInt32, _ change: (inout Record) -> Void) {
    guard number >= 1, number <= lastNumber else { return }
    let index = Int(number) - 1
    // Changed where it stands: a project has twenty references to count when it is copied.
    blocks[index / Self.blockSize][index % Self.blockSize]?.change(by: change)
  }
}

/// A record that stands in a register.
package protocol Registered: Hashable, Sendable {}

extension Registered {
  fileprivate mutating func change(by body: (inout Self) -> Void) { body(&self) }
  fileprivate func answer<Answer>(_ question: (borrowing Self) -> Answer) -> Answer {
    question(self)
  }
}

extension Project: Registered {}
extension Activity: Registered {}
extension Milestone: Registered {}

extension Register: Sequence {
  /// The records in the order of their numbers.
  package func makeIterator() -> some IteratorProtocol<Record> {
    blocks.lazy.joined().lazy.compactMap { $0 }.makeIterator()
  }
}
