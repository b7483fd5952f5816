/// A word to look for: as it is written, in pinyin, in initials, or in a mixture of them.
///
/// A letter typed may stand for a character by the first letter of any of its readings, two letters
/// by `zh`, `ch` or `sh`, and a whole reading for itself; the last reading need not be finished. So
/// 重庆银行 is found by `重庆`, `cqyh`, `zqyx`, `chongqing`, `chqyinh` and `重qingyh`. A match runs on
/// without gaps, except that brackets, blanks and dashes of the text may be passed over.
package struct TextQuery: Hashable, Sendable {
  /// The longest word, in scalars: one bit of a set of positions for each, and one for the end.
  package static let limit = 63

  /// The word, folded.
  let scalars: [UInt32]
  let end: UInt64

  /// Makes a query; nil when there is nothing to look for or the word is longer than ``limit``.
  package init?(_ word: some StringProtocol) {
    let scalars = word.unicodeScalars.map { Folding.fold($0.value) }
    guard !scalars.isEmpty, scalars.count <= Self.limit else { return nil }
    self.scalars = scalars
    end = 1 << UInt64(scalars.count)
  }

  /// Whether a text holds the word.
  ///
  /// - Complexity: O(text × readings × word) at worst, whatever they hold; no memory is taken.
  package func matches(_ text: String) -> Bool {
    var positions: UInt64 = 0
    for scalar in text.unicodeScalars {
      positions = step(positions | 1, over: Folding.fold(scalar.value))
      if positions & end != 0 { return true }
    }
    return false
  }

  /// Where the word stands in a text, from left to right without overlap, each as short as can be.
  ///
  /// - Complexity: O(text² × readings × word) at worst; texts are lines.
  package func ranges(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    var found: [Range<String.Index>] = []
    var start = scalars.startIndex
    while start < scalars.endIndex {
      if let stop = end(ofMatchFrom: start, in: scalars) {
        found.append(start..<stop)
        start = stop
      } else {
        start = scalars.index(after: start)
      }
    }
    return found
  }

  private func end(
    ofMatchFrom start: String.Index, in scalars: String.UnicodeScalarView
  ) -> String.Index? {
    var positions: UInt64 = 1
    var index = start
    while index < scalars.endIndex {
      positions = step(positions, over: Folding.fold(scalars[index].value))
      index = scalars.index(after: index)
      if positions & end != 0 { return index }
      if positions & ~1 == 0 { return nil }
    }
    return nil
  }

  /// The positions in the word that can be reached by reading one more scalar of the text.
  ///
  /// Bit n stands for having matched the first n scalars of the word.
  @inline(__always)
  func step(_ positions: UInt64, over scalar: UInt32) -> UInt64 {
    var reached: UInt64 = 0
    var waiting = positions
    let place = Pinyin.place(of: scalar)
    // Only inside a match: a separator never begins one.
    if place == nil, Folding.isSeparator(scalar) { reached = positions & ~1 }
    while waiting != 0 {
      let position = waiting.trailingZeroBitCount
      waiting &= waiting - 1
      guard position < scalars.count else { continue }
      let wanted = scalars[position]
      if wanted == scalar { reached |= 1 << UInt64(position + 1) }
      if let place, wanted >= 0x61, wanted <= 0x7A {
        reached |= read(from: position, readingsAt: place)
      }
    }
    return reached
  }

  /// The positions reached when a character is read from one position on, by any of its readings.
  private func read(from position: Int, readingsAt place: Int) -> UInt64 {
    var reached: UInt64 = 0
    var at = place
    while true {
      var length = 0
      var isAlike = true
      var letter = Pinyin.letter(at)
      while letter >= 0x61 {
        if isAlike {
          let next = position + length
          if next < scalars.count, Self.isTyped(letter, as: scalars[next]) {
            length += 1
            let isInitial = length == 1 || (length == 2 && letter == 0x68)
            if isInitial || next + 1 == scalars.count {
              reached |= 1 << UInt64(next + 1)
            }
          } else {
            isAlike = false
          }
        }
        at += 1
        letter = Pinyin.letter(at)
      }
      if isAlike { reached |= 1 << UInt64(position + length) }
      if letter == UInt8(ascii: ";") { return reached }
      at += 1
    }
  }

  /// Whether a letter of a reading is what was typed; ü is `v` in the table, and often typed `u`.
  private static func isTyped(_ letter: UInt8, as typed: UInt32) -> Bool {
    typed == UInt32(letter) || (letter == 0x76 && typed == 0x75)
  }
}
