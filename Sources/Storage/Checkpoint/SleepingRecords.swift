internal import Pipeline

// One class for each kind, because the first of each generic one cost as much as drawing four cards.

final class SleepingProjects: RecordSource {
  private let records: SleepingRecords

  init(_ body: CheckpointBody, _ numbers: CheckpointTables.Numbers) {
    records = SleepingRecords(body: body, numbers: numbers)
  }

  var presence: [UInt64] { records.presence }

  func record(_ number: UInt32) -> Project? {
    records.record(number) { (decoder) throws(Checkpoint.Fault) in
      try decoder.project(ProjectID(number))
    } or: {
      $0[ProjectID(number)]
    }
  }
}

final class SleepingActivities: RecordSource {
  private let records: SleepingRecords

  init(_ body: CheckpointBody, _ numbers: CheckpointTables.Numbers) {
    records = SleepingRecords(body: body, numbers: numbers)
  }

  var presence: [UInt64] { records.presence }

  func record(_ number: UInt32) -> Activity? {
    records.record(number) { (decoder) throws(Checkpoint.Fault) in
      try decoder.activity(ActivityID(number))
    } or: {
      $0.activity(ActivityID(number))
    }
  }
}

final class SleepingMilestones: RecordSource {
  private let records: SleepingRecords

  init(_ body: CheckpointBody, _ numbers: CheckpointTables.Numbers) {
    records = SleepingRecords(body: body, numbers: numbers)
  }

  var presence: [UInt64] { records.presence }

  func record(_ number: UInt32) -> Milestone? {
    records.record(number) { (decoder) throws(Checkpoint.Fault) in
      try decoder.milestone(MilestoneID(number))
    } or: {
      $0.milestone(MilestoneID(number))
    }
  }
}

/// The records of one kind in a checkpoint's body.
private struct SleepingRecords: Sendable {
  let body: CheckpointBody
  let numbers: CheckpointTables.Numbers

  var presence: [UInt64] {
    let bytes = body.bytes
    return (0..<numbers.words).map {
      UInt64(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: numbers.presence + $0 * 8, as: UInt64.self))
    }
  }

  /// - Parameter other: The same record in the pipeline that stands in for a damaged file.
  @inline(__always)
  func record<Record>(
    _ number: UInt32, _ read: (inout CheckpointDecoder) throws(Checkpoint.Fault) -> Record,
    or other: (Pipeline) -> Record?
  ) -> Record? {
    guard number >= 1, number <= numbers.last else { return nil }
    return body.read {
      () throws(Checkpoint.Fault) in
      let place = try body.place(number, in: numbers)
      if place == 0 { return nil }
      var decoder = try body.decoder(at: place)
      return try read(&decoder)
    } or: {
      other($0)
    }
  }
}
