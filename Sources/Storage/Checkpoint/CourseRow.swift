internal import Pipeline

/// A ``Course`` in numbers of eight bytes: how many of each, then entries, changes and signs of life.
///
/// Of a number the lower half is the day it is settled by, and the bytes above it say what happened
/// and how many days earlier it may have been.
enum CourseRow {
  private static let noDay = Int32.min

  static func write(_ course: Course, to sink: inout CheckpointSink) {
    sink.fixed(UInt16(clamping: course.entries.count))
    sink.fixed(UInt16(clamping: course.changes.count))
    sink.fixed(UInt32(clamping: course.signs.count))
    for entry in course.entries {
      date(entry.on, to: &sink)
      sink.byte(entry.stage.rawValue)
      sink.byte(CheckpointWords.moveKinds.place(of: entry.kind))
      sink.byte(VagueSpan.byte(of: entry.on))
    }
    for change in course.changes {
      date(change.on, to: &sink)
      sink.byte(CheckpointWords.statuses.place(of: change.status))
      sink.byte(change.loss.map(CheckpointWords.losses.place) ?? .max)
      sink.byte(VagueSpan.byte(of: change.on))
    }
    for sign in course.signs { sink.fixed(sign.number) }
  }

  private static func date(_ date: CourseDate, to sink: inout CheckpointSink) {
    sink.fixed(date.settled?.number ?? noDay)
    sink.byte(0)
  }

  /// The bytes of a row, by its counts; never more than there are.
  static func count(_ row: UnsafeRawBufferPointer) -> Int {
    guard row.count >= 8 else { return row.count }
    let entries = Int(UInt16(littleEndian: row.loadUnaligned(as: UInt16.self)))
    let changes = Int(UInt16(littleEndian: row.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    let signs = Int(UInt32(littleEndian: row.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    return min(row.count, (1 + entries + changes) * 8 + signs * 4)
  }

  /// Fills a course in; false when the row is not one of ours, or too long for its counts, so that the
  /// project itself has to be asked.
  static func read(
    _ row: UnsafeRawBufferPointer, of id: ProjectID, into course: inout Course
  ) -> Bool {
    guard row.count >= 8 else { return false }
    let entries = Int(UInt16(littleEndian: row.loadUnaligned(as: UInt16.self)))
    let changes = Int(UInt16(littleEndian: row.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    let signs = Int(UInt32(littleEndian: row.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    guard entries > 0, entries < UInt16.max, changes < UInt16.max,
      signs <= row.count / 4, (1 + entries + changes) * 8 + signs * 4 <= row.count
    else { return false }
    course.begin(id)
    var place = 8
    for _ in 0..<entries {
      let kind = Int(row[place + 6])
      guard let stage = Stage(rawValue: row[place + 5]),
        kind < CheckpointWords.moveKinds.values.count, let on = date(row, place)
      else { return false }
      course.append(
        Course.Entry(stage: stage, kind: CheckpointWords.moveKinds.values[kind], on: on))
      place += 8
    }
    for _ in 0..<changes {
      let status = Int(row[place + 5])
      let loss = Int(row[place + 6])
      guard status < CheckpointWords.statuses.values.count, let on = date(row, place) else {
        return false
      }
      course.append(
        Course.Change(
          status: CheckpointWords.statuses.values[status],
          loss: loss < CheckpointWords.losses.values.count
            ? CheckpointWords.losses.values[loss] : nil, on: on))
      place += 8
    }
    for _ in 0..<signs {
      course.append(Day(number: number(row, place)))
      place += 4
    }
    return true
  }

  private static func number(_ row: UnsafeRawBufferPointer, _ place: Int) -> Int32 {
    Int32(littleEndian: row.loadUnaligned(fromByteOffset: place, as: Int32.self))
  }

  private static func date(_ row: UnsafeRawBufferPointer, _ place: Int) -> CourseDate? {
    let day = number(row, place)
    return VagueSpan.days(row[place + 7]).map {
      CourseDate(settled: day == noDay ? nil : Day(number: day), span: $0)
    }
  }
}

/// How many days a vague date spans, in one byte.
enum VagueSpan {
  /// What says that it is longer than the byte holds: whose date it is has to be asked.
  private static let long = UInt8.max

  static func byte(of date: CourseDate) -> UInt8 { UInt8(clamping: date.span) }

  /// Nil for one that does not fit.
  static func days(_ byte: UInt8) -> Int32? { byte == long ? nil : Int32(byte) }
}
