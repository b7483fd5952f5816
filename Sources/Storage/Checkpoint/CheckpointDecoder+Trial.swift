internal import Pipeline

/// Reads bytes as a checkpoint's records, whose sums are taken on trust, and as a whole checkpoint;
/// for those who look for bytes that a reader does not survive.
package func tryReading(checkpoint bytes: [UInt8]) {
  bytes.withUnsafeBytes { buffer in
    _ = try? CheckpointHeader(buffer, id: "00000000-0000-4000-8000-000000000000")
    guard let source = CheckpointSource(buffer) else { return }
    var decoder = CheckpointDecoder(source)
    _ = try? decoder.decode()
  }
}
