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
