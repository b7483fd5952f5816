/// Keys being looked for among very many names.
///
/// The key of a plain name is what is left when some signs are taken out of it. So a name that does not
/// hold all signs of a key in their order has another one, and no key need be made to know it.
package struct ProjectKeySearch {
  /// A key's signs, each by its bytes as one number.
  private var wanted: [[UInt32]] = []
  /// A bit for each first sign, by its last six bits: most signs are no key's first.
  private var beginnings: UInt64 = 0
  /// Whether a key may be that of names that do not hold its signs.
  private var isUnsure = false

  package init(_ keys: some Sequence<ProjectKey>) {
    for key in keys {
      var signs: [UInt32] = []
      var text = key.text
      text.withUTF8 { utf8 in
        let bytes = UnsafeRawBufferPointer(utf8)
        var index = 0
        while let sign = Self.sign(in: bytes, &index) { signs.append(sign) }
        if signs.isEmpty || index < bytes.count { isUnsure = true }
      }
      if let first = signs.first { beginnings |= 1 << UInt64(first & 63) }
      wanted.append(signs)
    }
  }

  /// Whether a name may have one of the keys; false is certain.
  package func mayFind(in name: UnsafeRawBufferPointer) -> Bool {
    if isUnsure { return true }
    var index = 0
    while index < name.count {
      guard let sign = Self.sign(in: name, &index) else { return true }
      if beginnings & 1 << UInt64(sign & 63) == 0 { continue }
      for signs in wanted where signs[0] == sign {
        if holds(signs, in: name, from: index) { return true }
      }
    }
    return false
  }

  /// Whether the signs of a key after the first follow in their order, or a sign that might be any.
  private func holds(_ signs: [UInt32], in name: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var index = start
    var found = 1
    while found < signs.count, index < name.count {
      guard let sign = Self.sign(in: name, &index) else { return true }
      if sign == signs[found] { found += 1 }
    }
    return found == signs.count
  }

  /// The sign at a place, which moves behind it: ASCII without case, an ideograph or a wide bracket;
  /// nil, without moving, for anything else and at the end.
  @inline(__always)
  private static func sign(in bytes: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      return UInt32(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
    }
    guard index + 2 < bytes.count else { return nil }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    let isIdeograph = byte >= 0xE4 && byte <= 0xE9 && (byte > 0xE4 || second >= 0xB8)
    let isBracket = byte == 0xEF && second == 0xBC && (third == 0x88 || third == 0x89)
    guard isIdeograph || isBracket else { return nil }
    index += 3
    return UInt32(byte) << 16 | UInt32(second) << 8 | UInt32(third)
  }
}
