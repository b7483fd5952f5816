internal import Pipeline

/// A place between two records of the journal.
struct Position: Hashable {
  /// The first event of the file it is in, which is the file's name.
  var segment: SequenceNumber
  var offset: Int64 = 0
  /// Lines before it in the file.
  var line = 0
  /// Where the record before it begins; nil at the beginning of a file.
  var lastRecord: Int64?
  var chain: Chain

  init(segment: SequenceNumber, chain: Chain) {
    self.segment = segment
    self.chain = chain
  }

  var file: String { "journal/" + Position.name(of: segment) }

  /// The place after a line of so many bytes, line feed included.
  func after(_ bytes: Int, _ chain: Chain) -> Position {
    var next = self
    next.lastRecord = offset
    next.offset += Int64(bytes)
    next.line += 1
    next.chain = chain
    return next
  }

  /// The damage of the record that follows.
  func damage(_ kind: Damage.Kind) -> Damage {
    Damage(kind, file: file, line: line + 1, offset: offset, sequence: chain.last.next)
  }

  /// `0000000000000001.jsonl`.
  static func name(of segment: SequenceNumber) -> String {
    let digits = String(segment.number)
    return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits + ".jsonl"
  }

  /// The first event of a journal file by its name; nil for a file that is none.
  static func segment(named name: String) -> SequenceNumber? {
    guard name.hasSuffix(".jsonl"), let number = UInt64(name.dropLast(6)) else { return nil }
    let segment = SequenceNumber(number)
    guard segment.isPossible else { return nil }
    return Position.name(of: segment) == name ? segment : nil
  }
}

extension SequenceNumber {
  /// No event has a higher number, whatever a file's name or content says: a bureau that stored a
  /// million changes a day would get there in three million years, and sums of such numbers are far
  /// from the end of all numbers.
  static let highest = SequenceNumber(1_000_000_000_000_000)

  /// Whether it can be an event's.
  var isPossible: Bool { self > .origin && self <= .highest }
}
