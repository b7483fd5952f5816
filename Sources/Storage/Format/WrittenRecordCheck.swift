internal import Pipeline

/// Reads records of one commit back before they are written.
///
/// The first is read in full. The others are read as a replay will read them: all but id and host,
/// which it passes over; the bytes of the host are those of the first record, and those of an id are
/// looked at here.
struct WrittenRecordCheck {
  private var full = RecordReader(wantsIdentity: true)
  private var quick = RecordReader(wantsIdentity: false)
  private var host: String?

  /// Whether a line is read as the event that it was made of.
  mutating func reads(_ line: UnsafeRawBufferPointer, as recorded: RecordedEvent) -> Bool {
    // Whoever reads it looks at the beginning first.
    guard RecordFrame.claims(line)?.sequence == recorded.sequence.number else { return false }
    guard host == recorded.host else {
      host = recorded.host
      // It learns how the records of this writer end.
      if recorded.parts > 1 { _ = try? quick.record(line) }
      return (try? full.record(line)) == recorded
    }
    // Compared where they stand: an event is large, and copying it was a tenth of an import.
    guard let read = try? quick.record(line) else { return false }
    return read.sequence == recorded.sequence && read.part == recorded.part
      && read.parts == recorded.parts && read.by == recorded.by
      && read.recordedAt == recorded.recordedAt && read.event == recorded.event
      && has(recorded.id, line)
  }

  /// Whether the id stands where every record of ours has it: behind the number.
  private func has(_ id: String, _ line: UnsafeRawBufferPointer) -> Bool {
    var bytes = CanonicalBytes(line, from: RecordFrame.sequenceAt)
    guard bytes.number() != nil, bytes.take(",\"id\":\"") else { return false }
    return bytes.plainText().elementsEqual(id.utf8)
  }
}
