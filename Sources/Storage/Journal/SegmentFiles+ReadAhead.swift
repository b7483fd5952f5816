internal import Pipeline

/// Reads a large file of a journal in stretches that several threads verify and decode, while the
/// records of those before them are applied in order.
///
/// It gives up, without a word, at whatever is not as it should be: the records before it are
/// applied, and reading goes on from there line by line, which says what is wrong, and where.
final class ReadAhead {
  private let disk: any Disk
  private let crew: ReadingCrew
  private let size: Int
  private var underWay: [Stretch] = []
  private var idle: [Stretch] = []
  /// What follows the last line feed that was read.
  private var rest: [UInt8] = []

  init(on disk: any Disk, stretch size: Int) {
    self.disk = disk
    self.size = size
    crew = ReadingCrew()
  }

  deinit { drop() }

  /// Applies the records of a file from where a replay stands, as far as they are sound.
  func read(_ file: Descriptor, into replay: inout Replay) throws(DiskError) {
    defer { drop() }
    var offset = replay.cursor.offset
    var chain: Chain? = replay.cursor.chain
    rest = []
    while true {
      while let before = chain, underWay.count < crew.depth {
        chain = try begin(file, &offset, after: before)
      }
      if underWay.isEmpty { return }
      let stretch = underWay.removeFirst()
      crew.finish(stretch)
      idle.append(stretch)
      guard stretch.before == replay.cursor.chain, replay.take(stretch) else { return }
    }
  }

  /// Reads the next stretch from the file and has it decoded.
  ///
  /// - Returns: What the one after it has to continue; nil when there is none that could be told.
  private func begin(_ file: Descriptor, _ offset: inout Int64, after before: Chain)
    throws(DiskError) -> Chain?
  {
    let stretch = idle.popLast() ?? Stretch(size: size)
    var isKept = false
    defer { if !isKept { idle.append(stretch) } }
    stretch.bytes.copyBytes(from: rest)
    var filled = rest.count
    while filled < size {
      let room = UnsafeMutableRawBufferPointer(rebasing: stretch.bytes[filled...])
      let count = try disk.read(file, at: offset, into: room)
      if count <= 0 { break }
      filled += min(count, room.count)
      offset += Int64(min(count, room.count))
    }
    guard let last = stretch.bytes[..<filled].lastIndex(of: 0x0A) else { return nil }
    let length = last + 1
    rest = Array(stretch.bytes[length..<filled])
    let isEnd = filled < size
    let start = stretch.bytes[..<last].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = UnsafeRawBufferPointer(rebasing: stretch.bytes[start..<last])
    let claims = RecordFrame.claims(line)
    stretch.begin(length: length, after: before)
    isKept = true
    underWay.append(stretch)
    crew.add(stretch)
    guard !isEnd, let claims else { return nil }
    return Chain(sum: claims.sum, last: SequenceNumber(claims.sequence))
  }

  /// Waits for what is under way, and forgets it.
  private func drop() {
    for stretch in underWay {
      crew.finish(stretch)
      idle.append(stretch)
    }
    underWay = []
  }
}

extension Replay {
  /// Takes the records of a stretch; false when the lines from the cursor on are to be looked at one
  /// by one.
  mutating func take(_ stretch: Stretch) -> Bool {
    for index in stretch.lines.indices {
      let heading = stretch.headings[index]
      guard mayFollow(part: heading.part, of: heading.parts) else { return false }
      let line = stretch.lines[index]
      advance(over: line.bytes, Chain(sum: line.sum, last: heading.sequence))
      take(stretch.take(), heading)
    }
    return stretch.isSound
  }
}
