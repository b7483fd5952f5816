extension TextRule {
  /// Whether a text is so plain that cleaning leaves it as it is: ASCII and common ideographs, no
  /// blank at the end, within the limits.
  ///
  /// Nearly every name and remark is; an import asks this a million times. False says nothing.
  package func isClean(_ raw: String) -> Bool {
    var raw = raw
    return raw.withUTF8 { bytes in
      guard bytes.count <= byteLimit, let last = bytes.last, last != 0x20 else { return false }
      // Each of these scalars is a character of its own.
      var characters = 0
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case 0x20...0x7E: index += 1
        // U+4E00 to U+9F7F, three bytes each.
        case 0xE4 where bytes[index + 1] >= 0xB8: index += 3
        case 0xE5...0xE8: index += 3
        case 0xE9 where bytes[index + 1] < 0xBE: index += 3
        default: return false
        }
        characters += 1
      }
      return graphemeLimit.map { characters <= $0 } ?? true
    }
  }
}
