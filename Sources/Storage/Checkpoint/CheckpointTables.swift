internal import Pipeline

/// Where the tables of a checkpoint's body are: its last bytes, eighteen numbers.
struct CheckpointTables: Hashable {
  /// Where each text ends among the texts' bytes, four bytes a text.
  var textEnds = 0
  var textCount = 0
  var textBytes = 0
  /// Where each record begins, four bytes a number from 1 on; 0 for one that is not there.
  var projects = Numbers()
  var activities = Numbers()
  var milestones = Numbers()
  /// ``ProjectFigures``, one for each number of a project.
  var figures = 0
  /// Where each project's ``StageHistory`` begins, four bytes a number; 0 for one that is not there.
  var histories = 0
  /// ``SleepingActivity``s, one for each number of an activity.
  var sleepingActivities = 0
  /// ``NameSum``s, the lowest first.
  var names = 0
  var nameCount = 0
  /// For each stage a count, and so many numbers of four bytes.
  var columns = 0

  struct Numbers: Hashable {
    var place = 0
    var last: UInt32 = 0
    /// A bit for each number, set for a record that is there: words of eight bytes.
    var presence = 0

    var words: Int { (Int(last) + 63) / 64 }
  }

  static let count = 18 * 8
  /// More records than any store has; past it, memory would be taken for nothing.
  static let lastNumberLimit: UInt32 = 1 << 24

  init() {}

  /// Reads the end of a body and makes sure that every table lies inside it.
  init(_ body: UnsafeRawBufferPointer) throws(Checkpoint.Fault) {
    guard body.count >= CheckpointTables.count else { throw .contents }
    var offset = body.count - CheckpointTables.count
    let end = offset
    func take() throws(Checkpoint.Fault) -> Int {
      let number = UInt64(littleEndian: body.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
      guard let place = Int(exactly: number), place <= body.count else { throw .contents }
      return place
    }
    func last() throws(Checkpoint.Fault) -> UInt32 {
      let number = UInt32(clamping: try take())
      guard number <= CheckpointTables.lastNumberLimit else { throw .contents }
      return number
    }
    func check(_ place: Int, _ count: Int, _ size: Int) throws(Checkpoint.Fault) {
      guard count * size <= end - min(place, end), place <= end else { throw .contents }
    }
    textEnds = try take()
    textCount = try take()
    textBytes = try take()
    projects = Numbers(place: try take(), last: try last(), presence: try take())
    activities = Numbers(place: try take(), last: try last(), presence: try take())
    milestones = Numbers(place: try take(), last: try last(), presence: try take())
    figures = try take()
    histories = try take()
    sleepingActivities = try take()
    names = try take()
    nameCount = try take()
    columns = try take()
    try check(textEnds, textCount, 4)
    for numbers in [projects, activities, milestones] {
      try check(numbers.place, Int(numbers.last), 4)
      try check(numbers.presence, numbers.words, 8)
    }
    try check(figures, Int(projects.last), MemoryLayout<ProjectFigures>.size)
    try check(histories, Int(projects.last), 4)
    try check(sleepingActivities, Int(activities.last), MemoryLayout<SleepingActivity>.size)
    try check(names, nameCount, NameSum.count)
    guard columns <= end, textBytes <= end else { throw .contents }
  }

  func write(to sink: inout CheckpointSink) {
    for place in [
      textEnds, textCount, textBytes, projects.place, Int(projects.last), projects.presence,
      activities.place, Int(activities.last), activities.presence, milestones.place,
      Int(milestones.last), milestones.presence, figures, histories, sleepingActivities, names,
      nameCount, columns,
    ] {
      sink.fixed(UInt64(place))
    }
  }
}
