internal import Pipeline

/// Reads bytes as a checkpoint's header and as its records, whose sums are taken on trust, and asks
/// for every record; for those who look for bytes that a reader does not survive.
package func tryReading(checkpoint bytes: [UInt8]) {
  bytes.withUnsafeBytes { buffer in
    _ = try? CheckpointHeader(buffer, id: "00000000-0000-4000-8000-000000000000")
  }
  guard let pipeline = try? CheckpointBody(FileBytes(copying: bytes), from: 0).pipeline() else {
    return
  }
  for project in pipeline.projects { _ = pipeline[project.id] }
  for _ in pipeline.activities {}
  for _ in pipeline.milestones {}
}
