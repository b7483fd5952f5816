internal import JSON
internal import Pipeline

/// Writes records one after the other, each sealed onto the one before.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var chain: Chain
  /// Where the last record begins in ``bytes``.
  private(set) var lastStart = 0
  /// The length of the last record, its line feed counted.
  private(set) var lastLength = 0
  /// The longest record so far, without its line feed.
  private(set) var longest = 0
  private var writer = EventWriter()

  init(after chain: Chain) { self.chain = chain }

  mutating func append(_ recorded: RecordedEvent) {
    writer.json.removeAll()
    writer.json.beginObject()
    writer.json.member("sum", "00000000")
    writer.json.member("seq", recorded.sequence.number)
    writer.json.member("id", recorded.id)
    if recorded.parts > 1 {
      writer.json.member("part", recorded.part)
      writer.json.member("of", recorded.parts)
    }
    writer.event(recorded.event)
    writer.json.key("by")
    writer.json.beginObject()
    writer.json.member("uid", recorded.by.uid)
    writer.json.member("name", recorded.by.name)
    writer.json.endObject()
    writer.json.member("host", recorded.host)
    writer.json.member("at", recorded.recordedAt)
    writer.json.endObject()
    lastStart = bytes.count
    bytes += writer.json.bytes
    longest = max(longest, bytes.count - lastStart)
    let sum = RecordFrame.seal(&bytes, from: lastStart, after: chain.sum)
    chain = Chain(sum: sum, last: recorded.sequence)
    bytes.append(0x0A)
    lastLength = bytes.count - lastStart
  }

  /// Forgets the bytes of the records so far, which are written.
  mutating func removeWritten() {
    bytes.removeAll(keepingCapacity: true)
    lastStart = 0
  }
}

/// Reads records, line by line.
struct RecordReader {
  /// Whether ids and hosts are wanted; a replay has no use for them.
  let wantsIdentity: Bool
  private var name = Repeated()
  private var host = Repeated()
  private var frame = CanonicalFrame()

  /// A text that is mostly the same from record to record, and then shared.
  private struct Repeated {
    var text = ""
    var bytes: [UInt8] = []

    mutating func read(_ json: inout JSONScanner) throws(JSONFault) {
      let start = json
      if let found = try json.plainString() {
        if isEqual(bytes, found) { return }
        bytes = Array(found)
      } else {
        bytes = []
      }
      json = start
      text = try json.string()
    }
  }

  init(wantsIdentity: Bool) { self.wantsIdentity = wantsIdentity }

  /// The record in a line whose checksum is right.
  mutating func record(_ line: UnsafeRawBufferPointer) throws(JSONFault) -> RecordedEvent {
    if wantsIdentity { return try anyRecord(line) }
    if let recorded = frame.record(line) { return recorded }
    let recorded = try anyRecord(line)
    frame.learn(line, recorded)
    return recorded
  }

  /// The event of a record whose checksum is right, and what a replay has to know beside it.
  ///
  /// Not as one value: to take a large event out of another one is to copy it.
  mutating func event(_ line: UnsafeRawBufferPointer, _ heading: inout Replay.Heading)
    throws(JSONFault) -> Event
  {
    if let event = frame.event(line, &heading) { return event }
    let recorded = try anyRecord(line)
    frame.learn(line, recorded)
    heading = Replay.Heading(recorded)
    return recorded.event
  }

  /// A record however it is written.
  private mutating func anyRecord(_ line: UnsafeRawBufferPointer) throws(JSONFault) -> RecordedEvent
  {
    var reader = EventReader(JSONScanner(line))
    var body = EventReader.Body()
    var sequence: UInt64 = 0
    var id = ""
    var (part, parts) = (0, 1)
    var by = Actor(uid: 0, name: "")
    var hostName = ""
    var at: Int64 = 0
    try reader.json.beginObject()
    while let key = try reader.json.nextMember() {
      switch key {
      case "seq": sequence = try reader.json.integer()
      case "id":
        if wantsIdentity { id = try reader.json.string() } else { try reader.json.skipValue() }
      case "part": part = try reader.json.integer()
      case "of": parts = try reader.json.integer()
      case "by": by = try actor(&reader.json)
      case "host":
        if wantsIdentity {
          try host.read(&reader.json)
          hostName = host.text
        } else {
          try reader.json.skipValue()
        }
      case "at": at = try reader.json.integer()
      default:
        if try !reader.take(key, &body) { try reader.json.skipValue() }
      }
    }
    try reader.json.finish()
    guard parts >= 1, part >= 0, part < parts, UInt64(part) < sequence else {
      throw JSONFault(.unexpectedValue, at: 0)
    }
    return RecordedEvent(
      sequence: SequenceNumber(sequence), id: id, part: part, parts: parts,
      by: by, host: hostName, recordedAt: at,
      event: try reader.event(of: body))
  }

  private mutating func actor(_ json: inout JSONScanner) throws(JSONFault) -> Actor {
    var uid: UInt32 = 0
    var text = ""
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "uid": uid = try json.integer()
      case "name":
        try name.read(&json)
        text = name.text
      default: try json.skipValue()
      }
    }
    return Actor(uid: uid, name: text)
  }
}
