internal import Pipeline
internal import Synchronization

// One class for each kind, because the first of each generic one cost as much as drawing four cards.

final class SleepingProjects: RecordSource {
  private let records: SleepingRecords
  /// Projects with much of everything that were made: a list of what happened asks for its project
  /// line by line, and would make all of it each time.
  private let large = Mutex<[UInt32: Project]>([:])
  private let hasLarge = Atomic<Bool>(false)

  /// From how many entries, notes, activities and milestones on a project is kept, and how many are.
  private static let largeSize = 128
  private static let largeLimit = 64

  init(_ body: CheckpointBody, _ numbers: CheckpointTables.Numbers) {
    records = SleepingRecords(body: body, numbers: numbers)
  }

  var presence: [UInt64] { records.presence }

  func record(_ number: UInt32) -> Project? {
    if hasLarge.load(ordering: .relaxed), let known = large.withLock({ $0[number] }) {
      return known
    }
    let project = records.record(number) { (decoder) throws(Checkpoint.Fault) in
      try decoder.project(ProjectID(number))
    } or: {
      $0[ProjectID(number)]
    }
    if let project, project.size >= SleepingProjects.largeSize {
      large.withLock {
        if $0.count == SleepingProjects.largeLimit { $0 = [:] }
        $0[number] = project
      }
      hasLarge.store(true, ordering: .relaxed)
    }
    return project
  }
}

extension Project {
  /// How much hangs on it.
  fileprivate var size: Int {
    entries.count + statuses.count + notes.count + activities.count + milestones.count
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
