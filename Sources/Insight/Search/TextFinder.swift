internal import Pipeline

/// A word being looked for in very many texts, which remembers what it has seen.
///
/// Most characters cannot begin the word, and the same texts stand in very many projects: both are
/// worked out once. Finds exactly what ``TextQuery`` finds.
struct TextFinder {
  let query: TextQuery
  /// Whether a scalar can begin the word; empty when nothing is to be remembered.
  private var beginnings: [Answer]
  /// Whether a text that several projects have holds it, by the text's number.
  private var shared: [Answer] = []

  private enum Answer: UInt8 { case unknown, no, yes }

  init(_ query: TextQuery, remembers: Bool = true) {
    self.query = query
    beginnings = remembers ? Array(repeating: .unknown, count: 0x10000) : []
  }

  /// Whether a text holds the word.
  mutating func matches(_ text: TextBytes) -> Bool {
    guard let number = text.shared?.number, !beginnings.isEmpty else { return isIn(text.utf8) }
    if number >= shared.count {
      shared += repeatElement(.unknown, count: max(64, number + 1 - shared.count))
    }
    if shared[number] == .unknown { shared[number] = isIn(text.utf8) ? .yes : .no }
    return shared[number] == .yes
  }

  private mutating func isIn(_ utf8: UnsafeRawBufferPointer) -> Bool {
    var positions: UInt64 = 0
    var index = 0
    let end = utf8.count
    while index < end {
      let first = utf8[index]
      let scalar: UInt32
      // Ideographs, nearly always.
      if first & 0xF0 == 0xE0, index + 2 < end {
        scalar =
          UInt32(first & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6
          | UInt32(utf8[index + 2] & 0x3F)
        index += 3
      } else {
        scalar = TextFinder.scalar(utf8, &index)
      }
      if positions == 0, !canBegin(scalar) { continue }
      positions = query.step(positions | 1, over: Folding.fold(scalar))
      if positions & query.end != 0 { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func canBegin(_ scalar: UInt32) -> Bool {
    if scalar > 0xFFFF || beginnings.isEmpty { return true }
    switch beginnings[Int(scalar)] {
    case .no: return false
    case .yes: return true
    case .unknown:
      let can = query.step(1, over: Folding.fold(scalar)) != 0
      beginnings[Int(scalar)] = can ? .yes : .no
      return can
    }
  }

  /// The scalar at an offset, which moves behind it; a store's texts are sound UTF-8, and what is not
  /// is read as something that matches nothing.
  @inline(__always)
  static func scalar(_ utf8: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32 {
    let first = UInt32(utf8[index])
    index += 1
    if first < 0x80 { return first }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard index + more <= utf8.count else {
      index = utf8.count
      return 0xFFFD
    }
    var value = first & (0x3F >> UInt32(more))
    for _ in 0..<more {
      value = value << 6 | UInt32(utf8[index]) & 0x3F
      index += 1
    }
    return value
  }
}
