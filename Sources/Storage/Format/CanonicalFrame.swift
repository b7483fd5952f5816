internal import Glibc
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

  /// What precedes the event.
  private struct Opening {
    var sequence: UInt64 = 0
    var part = 0
    var parts = 1
    var kind: Event.Kind
    /// Where the event's members begin.
    var data: Int
  }

  /// The record in a line, without its id and host; nil when it is written in another way.
  func record(_ line: UnsafeRawBufferPointer) -> RecordedEvent? {
    guard let opening = CanonicalFrame.opening(line) else { return nil }
    var reader = EventReader(JSONScanner(line, from: opening.data))
    guard let event = try? reader.event(opening.kind) else { return nil }
    var bytes = CanonicalBytes(line, from: reader.json.position)
    guard bytes.take(closing), let at = bytes.number(), bytes.take("}"),
      bytes.isAtEnd, let recordedAt = Int64(exactly: at)
    else { return nil }
    return RecordedEvent(
      sequence: SequenceNumber(opening.sequence), id: "", part: opening.part,
      parts: opening.parts, by: by, host: "", recordedAt: recordedAt, event: event)
  }

  /// Remembers how a record ends that was read in full.
  mutating func learn(_ line: UnsafeRawBufferPointer, _ recorded: RecordedEvent) {
    guard let opening = CanonicalFrame.opening(line) else { return }
    var reader = EventReader(JSONScanner(line, from: opening.data))
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

  private static func opening(_ line: UnsafeRawBufferPointer) -> Opening? {
    var bytes = CanonicalBytes(line, from: RecordFrame.sequenceAt)
    guard let sequence = bytes.number(), sequence > 0, bytes.take(",\"id\":\""),
      bytes.skipIdentifier(),
      bytes.take("\",\"")
    else { return nil }
    var (part, parts) = (0, 1)
    if bytes.take("part\":") {
      guard let first = bytes.number(), bytes.take(",\"of\":"), let second = bytes.number(),
        bytes.take(",\""), first < second, first < sequence, second <= 1 << 32
      else { return nil }
      (part, parts) = (Int(first), Int(second))
    }
    guard bytes.take("kind\":\""), let kind = Words.kinds.value(bytes.word()),
      bytes.take("\",\"v\":1,\"data\":")
    else { return nil }
    return Opening(
      sequence: sequence, part: part, parts: parts, kind: kind, data: bytes.position)
  }
}

/// Takes bytes off a line that have to be exactly so.
private struct CanonicalBytes {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  private(set) var position: Int

  init(_ line: UnsafeRawBufferPointer, from position: Int) {
    let nothing: StaticString = ""
    base = line.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing.utf8Start
    count = line.count
    self.position = min(position, count)
  }

  var isAtEnd: Bool { position == count }

  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count - position >= length, memcmp(base + position, text.utf8Start, length) == 0 else {
      return false
    }
    position += length
    return true
  }

  mutating func take(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, count - position >= bytes.count,
      memcmp(base + position, bytes, bytes.count) == 0
    else { return false }
    position += bytes.count
    return true
  }

  /// A number without sign, and without a zero in front.
  mutating func number() -> UInt64? {
    var value: UInt64 = 0
    let start = position
    while position < count, position - start < 18 {
      let digit = base[position] &- 0x30
      guard digit <= 9 else { break }
      value = value * 10 + UInt64(digit)
      position += 1
    }
    let length = position - start
    if length == 0 || length == 18 || length > 1 && base[start] == 0x30 { return nil }
    return value
  }

  /// Passes over 36 bytes of a UUID.
  mutating func skipIdentifier() -> Bool {
    guard count - position > 36 else { return false }
    for index in position..<position + 36 {
      let byte = base[index]
      let isPlain =
        byte &- 0x30 <= 9 || byte &- 0x61 <= 5 || byte == 0x2D
      if !isPlain { return false }
    }
    position += 36
    return true
  }

  /// What stands before the next quote, at most 32 bytes.
  mutating func word() -> UnsafeBufferPointer<UInt8> {
    let start = position
    while position < count, position - start < 32, base[position] != 0x22 { position += 1 }
    return UnsafeBufferPointer(start: base + start, count: position - start)
  }
}
