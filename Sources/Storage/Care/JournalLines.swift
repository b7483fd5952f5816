internal import Pipeline

/// The lines that a reader of a journal comes by, in order, each verified against the one before:
/// records, and in the place of what was given up the gap that says so.
///
/// Holds one line at a time.
struct JournalLines: StoreWork {
  enum Line {
    /// Good until the next line is asked for; without its line feed.
    case record(UnsafeRawBufferPointer)
    /// With its line feed.
    case gap(Gap, bytes: [UInt8])
  }

  /// Behind the last line.
  private(set) var chain: Chain
  private let files: SegmentFiles
  let path: String
  private var position: Position
  private var lines: LineReader?

  /// - Parameter files: Whose gaps were looked for.
  init(_ files: SegmentFiles, of format: StoreFormat, path: String) {
    self.files = files
    self.path = path
    chain = Chain(sum: format.seed, last: .origin)
    position = Position(segment: SequenceNumber(1), chain: chain)
  }

  /// The next line; nil at the end, which is before whatever an interrupted writer has left.
  mutating func next() throws(StoreError) -> Line? {
    if files.gapStarts.contains(chain.last.next) { return try nextGap() }
    if let lines, let line = try explaining({ () throws(DiskError) in try lines.next() }) {
      return try record(line)
    }
    // The file that goes on with the next event, now that this one is read.
    let segment = chain.last.next
    guard let file = try explaining({ () throws(DiskError) in try files.openIfThere(segment) })
    else {
      return nil
    }
    position = Position(segment: segment, chain: chain)
    let reader = LineReader(file, on: files.disk, from: 0)
    lines = reader
    let line = try explaining { () throws(DiskError) in try reader.next() }
    return try line.map { line throws(StoreError) in try record(line) }
  }

  private mutating func record(_ line: UnsafeRawBufferPointer) throws(StoreError) -> Line {
    do throws(Damage.Kind) {
      chain = try chain.verified(line)
    } catch {
      throw StoreError(.damaged(position.damage(error)), place: path)
    }
    position = position.after(line.count + 1, chain)
    return .record(line)
  }

  private mutating func nextGap() throws(StoreError) -> Line {
    let first = chain.last.next
    let bytes = try explaining { () throws(DiskError) in try files.gapBytes(first) }
    let chain = chain
    let sum = bytes.dropLast().withUnsafeBytes { try? chain.verified($0).sum }
    guard let gap = Gap(bytes), let sum else {
      let damage = Damage(
        .notARecord, file: "journal/" + Gap.name(of: first), line: 1, offset: 0, sequence: first)
      throw StoreError(.damaged(damage), place: path)
    }
    self.chain = Chain(sum: sum, last: SequenceNumber(gap.resume.number - 1))
    lines = nil
    return .gap(gap, bytes: bytes)
  }

}
