internal import Pipeline

extension CheckpointDecoder {
  /// When an activity was: goes over the beginning of what ``activity(_:)`` reads.
  mutating func activityDate() throws(Checkpoint.Fault) -> BusinessDate {
    _ = try source.number()
    for _ in 0..<(try source.count()) { _ = try source.number() }
    _ = try source.byte()
    return try date()
  }
}
