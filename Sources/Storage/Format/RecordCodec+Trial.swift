/// Reads bytes as the lines of a journal whose sums are taken on trust; for those who look for bytes
/// that a reader does not survive.
package func tryReading(records bytes: [UInt8]) {
  var reader = RecordReader(wantsIdentity: true)
  for line in bytes.split(separator: 0x0A, maxSplits: 1000) {
    line.withUnsafeBytes { line in
      _ = RecordFrame.claims(line)
      _ = RecordFrame.isUnfinished(line)
      _ = try? reader.record(line)
    }
  }
  _ = StoreFormat(bytes)
}
