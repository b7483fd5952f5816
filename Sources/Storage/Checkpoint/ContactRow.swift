internal import Pipeline

/// A ``Contact`` in 24 bytes; one that does not fit is left to the activity itself.
enum ContactRow {
  static let count = 24
  private static let noDay = Int32.min

  /// - Parameter place: Where a text stands among those that several records have, nil when it does
  ///   not.
  static func write(
    _ activity: Activity?, to sink: inout CheckpointSink, _ place: (String) -> UInt64?
  ) {
    guard let facts = activity?.facts, facts.projects.count < 2,
      let times = Int32(exactly: facts.times), let line = number(facts.line, place),
      let trip = number(facts.trip, place)
    else {
      for _ in 0..<count { sink.byte(0) }
      return
    }
    sink.fixed(facts.on.settled?.number ?? noDay)
    sink.fixed(times)
    sink.fixed(facts.projects.first?.number ?? 0)
    sink.fixed(line)
    sink.fixed(trip)
    sink.byte(CheckpointWords.activities.place(of: facts.kind))
    sink.byte(VagueSpan.byte(of: CourseDate(facts.on)))
    sink.byte(0)
    sink.byte(1)
  }

  /// A text as a number: 0 for none; nil for one that has no place.
  private static func number(_ text: String?, _ place: (String) -> UInt64?) -> UInt32? {
    guard let text else { return 0 }
    return place(text).flatMap { UInt32(exactly: $0 + 1) }
  }

  static func read(_ row: UnsafeRawPointer) -> Contact? {
    let kind = Int(row.load(fromByteOffset: 20, as: UInt8.self))
    guard row.load(fromByteOffset: 23, as: UInt8.self) == 1,
      kind < CheckpointWords.activities.values.count,
      let span = VagueSpan.days(row.load(fromByteOffset: 21, as: UInt8.self))
    else { return nil }
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: row.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    func place(_ offset: Int) -> Int? {
      let number = number(offset)
      return number == 0 ? nil : Int(number) - 1
    }
    let day = Int32(bitPattern: number(0))
    let project = number(8)
    return Contact(
      kind: CheckpointWords.activities.values[kind],
      on: CourseDate(
        settled: day == noDay ? nil : Day(number: day), span: span),
      times: Int(Int32(bitPattern: number(4))), project: project == 0 ? nil : ProjectID(project),
      line: place(12), trip: place(16))
  }
}
