internal import SafeText

/// A name as duplicates are found by: without width, case, blanks, brackets and the words that every
/// company's name ends in.
package struct ProjectKey: Hashable, Sendable {
  let text: String

  /// A sum by which stores find names, the same in every run: two keys that differ seldom share one.
  ///
  /// ``unsureSum`` for a key that is more than ASCII and common ideographs: it may be the same as one of
  /// other bytes, so it is looked for everywhere. A store keeps sums, so ``rule`` has to be raised with
  /// any change of what two names have in common, or of how they are added up.
  package var sum: UInt32 {
    // FNV-1a.
    var sum: UInt32 = 0x811C_9DC5
    for scalar in text.unicodeScalars {
      let value = scalar.value
      guard value < 0x80 || (0x4E00...0x9FFF).contains(value) else { return Self.unsureSum }
      sum = (sum ^ value) &* 0x0100_0193
    }
    return sum == Self.unsureSum ? 1 : sum
  }

  package static let unsureSum: UInt32 = 0

  /// By which rule keys are made and added up.
  package static let rule: UInt32 = 1

  package init(_ name: String) {
    var name = name
    if let plain = name.withUTF8({ ProjectKey(plain: UnsafeRawBufferPointer($0)) }) {
      self = plain
      return
    }
    var kept = ""
    for character in FullWidth.folded(name).lowercased()
    where !character.isWhitespace && !"()[]{}【】〔〕《》<>「」“”\"'·-_、,.。".contains(character) {
      kept.append(character)
    }
    let bare = Self.endings.reduce(kept) { $0.replacing($1) }
    text = bare.isEmpty ? (kept.isEmpty ? name : kept) : bare
  }

  /// The key of a name of ASCII, ideographs and wide brackets, straight from its bytes; nil for any other name.
  ///
  /// Nearly every name is one, and there are a hundred thousand to be compared.
  package init?(plain name: UnsafeRawBufferPointer) {
    var kept: [UInt8] = []
    kept.reserveCapacity(name.count)
    var index = 0
    while index < name.count {
      let byte = name[index]
      if byte < 0x80 {
        // CR LF is one character to the general way, but both are blanks.
        if byte >= 0x41, byte <= 0x5A {
          kept.append(byte + 0x20)
        } else if !Self.isPassedOver(byte) {
          kept.append(byte)
        }
        index += 1
        continue
      }
      // The wide brackets, which companies' names are full of.
      if byte == 0xEF, index + 2 < name.count, name[index + 1] == 0xBC,
        name[index + 2] == 0x88 || name[index + 2] == 0x89
      {
        index += 3
        continue
      }
      // U+4E00 to U+9FFF: E4 B8 80 to E9 BF BF.
      guard byte >= 0xE4, byte <= 0xE9, index + 2 < name.count,
        byte > 0xE4 || name[index + 1] >= 0xB8
      else { return nil }
      kept.append(byte)
      kept.append(name[index + 1])
      kept.append(name[index + 2])
      index += 3
    }
    var bare = kept
    for ending in Self.endingBytes { bare.removeEvery(ending) }
    let bytes = bare.isEmpty ? kept : bare
    text = String(decoding: bytes.isEmpty ? Array(name) : bytes, as: UTF8.self)
  }

  private static func isPassedOver(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D, 0x22, 0x27...0x29, 0x2C...0x2E, 0x3C, 0x3E, 0x5B, 0x5D, 0x5F, 0x7B,
      0x7D:
      true
    default: false
    }
  }

  private static let endingBytes = endings.map { Array($0.utf8) }

  // The longer first, so that 有限责任公司 does not leave 责任 behind.
  private static let endings = ["有限责任公司", "股份有限公司", "有限公司", "集团"]
}

extension [UInt8] {
  /// Takes out every occurrence of a word of ideographs, from left to right.
  fileprivate mutating func removeEvery(_ word: [UInt8]) {
    guard count >= word.count else { return }
    var to = 0
    var from = 0
    while from < count {
      if self[from] == word[0], from + word.count <= count,
        self[from..<from + word.count].elementsEqual(word)
      {
        from += word.count
      } else {
        self[to] = self[from]
        to += 1
        from += 1
      }
    }
    removeLast(count - to)
  }
}

extension String {
  /// Without every occurrence of a word.
  fileprivate func replacing(_ word: String) -> String {
    var kept = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
