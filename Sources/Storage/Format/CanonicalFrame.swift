internal import JSON
internal import Pipeline

/// What stands around an event in a record as this program writes it, told by its bytes.
///
/// A replay meets the same writer again and again: what follows the event is compared with the last
/// record's, not read. Whatever is not written exactly so is left to ``RecordReader``.
struct CanonicalFrame {
  /// `,"by":{…},"host":"…","at":` of the last record, and what it says.
  private var closing: [UInt8] = []
  private var by = Actor(uid: 0, name: "")
  private let lists = RepeatedLists()

  /// What precedes the event.
  private struct Opening {
    var sequence: UInt64 = 0
    var part = 0
    var parts = 1
    var kind: Event.Kind
  }

  /// The record in a line, without its id and host; nil when it is written in another way.
  func record(_ line: UnsafeRawBufferPointer) -> RecordedEvent? {
    var place = Replay.Heading()
    guard let event = event(line, &place) else { return nil }
    return RecordedEvent(
      sequence: place.sequence, id: "", part: place.part, parts: place.parts, by: by, host: "",
      recordedAt: place.recordedAt, event: event)
  }

  /// The event in a line, and what a replay has to know beside it; nil when the record is written in
  /// another way.
  func event(_ line: UnsafeRawBufferPointer, _ heading: inout Replay.Heading) -> Event? {
    var bytes = CanonicalBytes(line, from: RecordFrame.sequenceAt)
    guard let opening = CanonicalFrame.opening(&bytes) else { return nil }
    var reader = CanonicalEventReader(bytes: bytes, lists: lists)
    let event: Event
    // Written out: an event is large, and every operator in between copies it.
    if let found = reader.event(opening.kind) {
      event = found
    } else if let found = anyEvent(opening.kind, line, &reader.bytes) {
      event = found
    } else {
      return nil
    }
    guard reader.bytes.take(closing), let at = reader.bytes.number(), reader.bytes.take("}"),
      reader.bytes.isAtEnd, let recordedAt = Int64(exactly: at)
    else { return nil }
    heading = Replay.Heading(
      sequence: SequenceNumber(opening.sequence), part: opening.part, parts: opening.parts,
      uid: by.uid, recordedAt: recordedAt)
    return event
  }

  /// An event that is written in another way, with the bytes moved past it.
  private func anyEvent(
    _ kind: Event.Kind, _ line: UnsafeRawBufferPointer, _ bytes: inout CanonicalBytes
  ) -> Event? {
    var reader = EventReader(JSONScanner(line, from: bytes.start))
    guard let event = try? reader.event(kind) else { return nil }
    bytes = CanonicalBytes(line, from: reader.json.position)
    return event
  }

  /// Remembers how a record ends that was read in full.
  mutating func learn(_ line: UnsafeRawBufferPointer, _ recorded: RecordedEvent) {
    var bytes = CanonicalBytes(line, from: RecordFrame.sequenceAt)
    guard let opening = CanonicalFrame.opening(&bytes) else { return }
    var reader = EventReader(JSONScanner(line, from: bytes.position))
    guard (try? reader.event(opening.kind)) != nil else { return }
    let start = reader.json.position
    let digits = line.reversed().dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let end = line.count - 1 - digits
    guard digits > 0, start < end else { return }
    var tail = CanonicalBytes(line, from: start)
    guard tail.take(",\"by\":{"), line[..<end].suffix(6).elementsEqual(",\"at\":".utf8) else {
      return
    }
    closing = Array(line[start..<end])
    by = recorded.by
  }

  /// What precedes the event, with the bytes moved to its members.
  private static func opening(_ bytes: inout CanonicalBytes) -> Opening? {
    guard let sequence = bytes.number(), sequence > 0, bytes.take(",\"id\":\""),
      bytes.skipIdentifier(), bytes.take("\",\"")
    else { return nil }
    var (part, parts) = (0, 1)
    if bytes.take("part\":") {
      guard let first = bytes.number(), bytes.take(",\"of\":"), let second = bytes.number(),
        bytes.take(",\""), first < second, first < sequence, second <= 1 << 32
      else { return nil }
      (part, parts) = (Int(first), Int(second))
    }
    guard bytes.take("kind\":\""), let kind = Words.kinds.value(bytes.plainText()),
      bytes.isSound, bytes.take(",\"v\":1,\"data\":")
    else { return nil }
    bytes.begin()
    return Opening(sequence: sequence, part: part, parts: parts, kind: kind)
  }
}
