internal import Pipeline

/// Where the tables of a checkpoint's body are: its last bytes, sixteen numbers.
struct CheckpointTables: Hashable {
  /// Where each text ends among the texts' bytes, four bytes a text.
  var textEnds = 0
  var textCount = 0
  var textBytes = 0
  /// Where each record begins, four bytes a number from 1 on; 0 for one that is not there.
  var projects = Numbers()
  var activities = Numbers()
  var milestones = Numbers()
  /// ``GlanceRow``s, one for each number of a project.
  var glances = 0
  /// Where each project's ``CourseRow`` begins, four bytes a number; 0 for one that is not there.
  var courses = 0
  /// ``ContactRow``s, one for each number of an activity.
  var contacts = 0
  /// For each stage a count, and so many numbers of four bytes.
  var columns = 0

  struct Numbers: Hashable {
    var place = 0
    var last: UInt32 = 0
    /// A bit for each number, set for a record that is there: words of eight bytes.
    var presence = 0

    var words: Int { (Int(last) + 63) / 64 }
  }

  static let count = 16 * 8
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
    glances = try take()
    courses = try take()
    contacts = try take()
    columns = try take()
    try check(textEnds, textCount, 4)
    for numbers in [projects, activities, milestones] {
      try check(numbers.place, Int(numbers.last), 4)
      try check(numbers.presence, numbers.words, 8)
    }
    try check(glances, Int(projects.last), GlanceRow.count)
    try check(courses, Int(projects.last), 4)
    try check(contacts, Int(activities.last), ContactRow.count)
    guard columns <= end, textBytes <= end else { throw .contents }
  }

  func write(to sink: inout CheckpointSink) {
    for place in [
      textEnds, textCount, textBytes, projects.place, Int(projects.last), projects.presence,
      activities.place, Int(activities.last), activities.presence, milestones.place,
      Int(milestones.last), milestones.presence, glances, courses, contacts, columns,
    ] {
      sink.fixed(UInt64(place))
    }
  }
}

/// A ``Glance`` in 24 bytes.
enum GlanceRow {
  static let count = 24
  private static let noDay = Int32.min

  static func write(_ glance: Glance?, to sink: inout CheckpointSink) {
    guard let glance else {
      for _ in 0..<count { sink.byte(0) }
      return
    }
    var minor: Int64 = 0
    var code: [UInt8] = [0, 0, 0]
    var kind: UInt8 = 0
    switch glance.amount {
    case .missing: break
    case .undisclosed: kind = 1
    case .known(let sum, let currency):
      kind = 2
      minor = sum
      code = Array(currency.code.utf8)
    }
    sink.fixed(UInt64(bitPattern: minor))
    sink.fixed(UInt32(bitPattern: glance.due?.number ?? noDay))
    sink.fixed(UInt32(bitPattern: glance.lastSign?.number ?? noDay))
    for byte in code.prefix(3) { sink.byte(byte) }
    sink.byte(glance.stage.rawValue)
    sink.byte(CheckpointWords.statuses.place(of: glance.status))
    sink.byte(kind)
    sink.byte(glance.hasBeenHeld ? 1 : 0)
    sink.byte(1)
  }

  /// The stage and the status alone.
  static func standing(_ row: UnsafeRawPointer) -> (stage: Stage, status: Status.Kind)? {
    guard row.load(fromByteOffset: 23, as: UInt8.self) == 1,
      let stage = Stage(rawValue: row.load(fromByteOffset: 19, as: UInt8.self))
    else { return nil }
    let status = Int(row.load(fromByteOffset: 20, as: UInt8.self))
    let kinds = CheckpointWords.statuses.values
    return status < kinds.count ? (stage, kinds[status]) : nil
  }

  static func read(_ row: UnsafeRawPointer) -> Glance? {
    guard let (stage, status) = standing(row) else { return nil }
    let amount: Glance.AmountGlance
    switch row.load(fromByteOffset: 21, as: UInt8.self) {
    case 0: amount = .missing
    case 1: amount = .undisclosed
    case 2:
      guard let currency = currency(row + 16) else { return nil }
      let minor = Int64(littleEndian: row.loadUnaligned(as: Int64.self))
      amount = .known(minor: minor, currency)
    default: return nil
    }
    return Glance(
      stage: stage, status: status, amount: amount,
      due: day(row + 8), lastSign: day(row + 12),
      hasBeenHeld: row.load(fromByteOffset: 22, as: UInt8.self) == 1)
  }

  /// Where ongoing stands among the statuses.
  static let ongoing = CheckpointWords.statuses.place(of: .ongoing)

  /// Adds a row to a tally without making a ``Glance`` of it.
  ///
  /// - Parameter ongoing: ``ongoing``, asked once for many rows.
  /// - Returns: False, having changed nothing, for one that a tally cannot take: on hold now or once, in
  ///   another currency than yuan, or with a sign of life in the future.
  @inline(__always)
  static func add(_ row: UnsafeRawPointer, to tally: inout GlanceTally, ongoing: UInt8) -> Bool {
    let end = UInt64(littleEndian: row.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    let (stage, status) = (Int(end >> 24 & 0xFF), UInt8(end >> 32 & 0xFF))
    let lastSign = Int32(littleEndian: row.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    // The last two bytes: never on hold, and there.
    guard end >> 48 == 0x0100, status == ongoing, lastSign <= tally.today,
      stage < tally.limits.scalarCount
    else { return false }
    switch end >> 40 & 0xFF {
    case 0: break
    case 1: tally.undisclosed += 1
    case 2:
      let minor = Int64(littleEndian: row.loadUnaligned(as: Int64.self))
      let (sum, isTooLarge) = tally.yuan.addingReportingOverflow(minor)
      // CNY in the order of its bytes.
      guard end & 0xFF_FFFF == 0x59_4E43, !isTooLarge else { return false }
      tally.yuan = sum
      tally.known += 1
    default: return false
    }
    tally.count += 1
    let due = Int32(littleEndian: row.loadUnaligned(fromByteOffset: 8, as: Int32.self))
    if due != noDay, due < tally.today { tally.overdue += 1 }
    if lastSign != noDay, Int(tally.today) - Int(lastSign) > Int(tally.limits[stage]) {
      tally.stale += 1
    }
    return true
  }

  private static func day(_ place: UnsafeRawPointer) -> Day? {
    let number = Int32(littleEndian: place.loadUnaligned(as: Int32.self))
    return number == noDay ? nil : Day(number: number)
  }

  private static func currency(_ place: UnsafeRawPointer) -> Currency? {
    let code = UnsafeRawBufferPointer(start: place, count: 3)
    if code[0] == 0x43, code[1] == 0x4E, code[2] == 0x59 { return .yuan }
    return Currency(code: String(decoding: code, as: UTF8.self))
  }
}
