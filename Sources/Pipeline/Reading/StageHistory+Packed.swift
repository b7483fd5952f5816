extension StageHistory {
  /// The packed form: how many entries and changes, the entries, and two words a change.
  package var words: [UInt64] {
    var words = [UInt64(UInt32(clamping: entryCount)) | UInt64(UInt32(clamping: changeCount)) << 32]
    words.reserveCapacity(1 + entryCount + 2 * changeCount)
    for entry in entries {
      words.append(entry.on.packed(entry.stage.rawValue | entry.kind.code << 3))
    }
    for change in changes {
      let loss = change.loss.map { Codes.losses.code(of: $0) + 1 } ?? 0
      words.append(change.on.packed(change.status.code | loss << 3))
      words.append(UInt64(UInt32(bitPattern: Day.packed(change.review))))
    }
    return words
  }

  /// How many words the packed form has that begins here; nil when there is not even the first.
  package static func wordCount(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 8, let base = bytes.baseAddress else { return nil }
    let counts = word(base, 0)
    return 1 + Int(counts & 0xFFFF_FFFF) + 2 * Int(counts >> 32)
  }

  /// The history whose packed form begins here; nil when it has no entry or goes on too far.
  package init?(packed bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, let count = Self.wordCount(bytes), count <= bytes.count / 8
    else { return nil }
    let counts = Self.word(base, 0)
    if counts & 0xFFFF_FFFF == 0 { return nil }
    self.init(
      packed: base, awake: nil, entryCount: Int(counts & 0xFFFF_FFFF),
      changeCount: Int(counts >> 32))
  }
}
