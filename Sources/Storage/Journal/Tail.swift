internal import Pipeline

/// What stands after the last whole commit.
enum Tail: Hashable {
  /// Nothing.
  case clean
  /// A commit whose writer was interrupted, or is writing still; never acknowledged.
  case unfinished
  /// A sound last record, ended by something other than a line feed or by nothing.
  case unterminated(recordBytes: Int)
  case damaged(Damage)
}

extension Tail {
  /// The tail behind a place, or the damage of a journal that ends before what was flushed to it.
  ///
  /// - Parameter flushed: What the mark said before the journal was read: in that order a writer
  ///   who is at work makes no difference.
  func judged(by flushed: Chain?, at end: Position) -> Tail {
    guard let flushed, flushed.last > end.chain.last else { return self }
    switch self {
    case .damaged: return self
    // Whole but for its line feed, which is added before anything is said.
    case .unterminated: return self
    case .clean, .unfinished: return .damaged(end.damage(.cutOff(flushed: flushed.last)))
    }
  }
  /// Whether a stretch of a file holds a piece that the disk never got: zeros between two multiples
  /// of 512, or between one of them and an end of the stretch, however short.
  static func hasMissingSector(_ bytes: UnsafeRawBufferPointer, at offset: Int64) -> Bool {
    var start = 0
    while start < bytes.count {
      let toBoundary = 512 - Int((offset + Int64(start)) % 512)
      let end = min(start + toBoundary, bytes.count)
      if bytes[start..<end].allSatisfy({ $0 == 0 }) { return true }
      start = end
    }
    return false
  }
}
