internal import Glibc
internal import Pipeline

/// The files of the journal, and what is read from them.
///
/// One stays open: the last, which every look and every commit touches.
final class SegmentFiles {
  let disk: any Disk
  let folder: Descriptor
  private let ownsFolder: Bool
  private var last: Held?

  /// A file that is kept open, and which one it is.
  private struct Held {
    let segment: SequenceNumber
    let file: Descriptor
    let isWritable: Bool
    let identity: FileIdentity
  }

  /// The first events of the gaps there were at the last look for them.
  private(set) var gapStarts: [SequenceNumber] = []
  /// Reads large files while a replay goes through them.
  private var readAhead: ReadAhead?
  /// From how many bytes on that is worth a few threads, and how many each of them is given at a
  /// time.
  private let readAheadFrom: Int64
  private let stretchSize: Int

  /// - Parameter ownsFolder: Whether the folder is closed with the last file.
  init(
    _ folder: Descriptor, on disk: any Disk, ownsFolder: Bool = true,
    readAheadFrom: Int64 = 1 << 20, stretchSize: Int = 256 << 10
  ) {
    self.readAheadFrom = readAheadFrom
    self.stretchSize = stretchSize
    self.folder = folder
    self.ownsFolder = ownsFolder
    self.disk = disk
  }

  deinit {
    if let last { disk.close(last.file) }
    if ownsFolder { disk.close(folder) }
  }

  /// The first events of all files there are, in order.
  func segments() throws(DiskError) -> [SequenceNumber] {
    try disk.names(in: folder).compactMap(Position.segment(named:)).sorted()
  }

  /// Opens a file and keeps it open; the one opened before is closed.
  func open(_ segment: SequenceNumber, forWriting: Bool = false) throws(DiskError) -> Descriptor {
    if let last, last.segment == segment, last.isWritable || !forWriting { return last.file }
    let name = Position.name(of: segment)
    let file = try disk.open(name, in: folder, forWriting ? .readWrite : .read)
    do throws(DiskError) {
      let status = try disk.status(file)
      // A pipe or a device under that name would be no file to read from the start.
      if status.kind != .file { throw DiskError(.open, errno: EINVAL, name: name) }
      // What was read is what is written to, or another file has been put in its place since.
      if let last, last.segment == segment, last.identity != status.identity {
        throw .replaced(name)
      }
      keep(Held(segment: segment, file: file, isWritable: forWriting, identity: status.identity))
      return file
    } catch {
      disk.close(file)
      throw error
    }
  }

  private func keep(_ held: Held) {
    if let last { disk.close(last.file) }
    last = held
  }

  /// Whether the file that is open is the one that its name stands for; a copy that was put back, or
  /// a repair, puts another there.
  func isWhatItsNameSays() throws(DiskError) -> Bool {
    guard let last else { return true }
    do throws(DiskError) {
      let now = try disk.status(of: Position.name(of: last.segment), in: folder)
      return now.identity == last.identity
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// Opens a file; nil when there is none.
  func openIfThere(_ segment: SequenceNumber) throws(DiskError) -> Descriptor? {
    do throws(DiskError) {
      return try open(segment)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Closes the file that is open; its name stands for another one by now, or is about to.
  func forget() {
    if let last { disk.close(last.file) }
    last = nil
  }

  /// Makes the next file, durable in its folder before anything is written to it.
  func create(_ segment: SequenceNumber, for sharing: Sharing) throws(DiskError) -> Descriptor {
    let file = try sharing.makeFile(Position.name(of: segment), in: folder, on: disk)
    do throws(DiskError) {
      let identity = try disk.status(file).identity
      keep(Held(segment: segment, file: file, isWritable: true, identity: identity))
    } catch {
      disk.close(file)
      throw error
    }
    try settle(file)
    return file
  }

  /// Opens an empty file for its first record; whoever made it may have been stopped before it was
  /// durable in its folder.
  func adopt(_ segment: SequenceNumber, for sharing: Sharing) throws(DiskError) -> Descriptor {
    let file = try open(segment, forWriting: true)
    // A colleague's file keeps the permissions it has.
    try? disk.setMode(file, sharing.openMode)
    try settle(file)
    return file
  }

  /// Removes what repairs that were killed had begun; for whoever holds the lock.
  func removeBegun() {
    for name in (try? disk.names(in: folder)) ?? [] where name.hasPrefix(".") {
      let isOurs = name.dropFirst().split(separator: ".").first.map(String.init).flatMap {
        Position.segment(named: $0 + ".jsonl")
      }
      guard let segment = isOurs else { continue }
      if StoreBuilder.isTemporary(name, of: Position.name(of: segment))
        || StoreBuilder.isTemporary(name, of: Gap.name(of: segment))
      {
        try? disk.remove(name, in: folder, isFolder: false)
      }
    }
  }

  private func settle(_ file: Descriptor) throws(DiskError) {
    try disk.flush(file)
    try disk.flush(folder)
  }

  /// Whether the journal has the record before a place, by its number and its sum.
  func holds(_ position: Position) throws(DiskError) -> Bool {
    guard let file = try openIfThere(position.segment) else { return false }
    guard let last = position.lastRecord else { return true }
    let length = Int(position.offset - last)
    var head = [UInt8](repeating: 0, count: min(48, length))
    var result: Result<Int, DiskError> = .success(0)
    head.withUnsafeMutableBytes { buffer in
      result = Result { () throws(DiskError) in try disk.read(file, at: last, into: buffer) }
    }
    guard try result.get() == head.count,
      let claims = head.withUnsafeBytes({ RecordFrame.claims($0) })
    else { return false }
    let size = try disk.status(file).size
    return claims.sum == position.chain.sum && claims.sequence == position.chain.last.number
      && size >= position.offset
  }

  /// Looks for gaps; whoever reads knows of those there were at the last look.
  func lookForGaps() throws(DiskError) {
    gapStarts = try disk.names(in: folder).compactMap(Gap.first(named:)).sorted()
  }

  /// Reads on from where a replay stands, as far as there are whole commits.
  func read(into replay: inout Replay, chunk: Int = 1 << 16) throws(DiskError) -> Tail {
    defer { readAhead = nil }
    while true {
      let place = replay.committed.chain.last.next
      if gapStarts.contains(place) {
        if let damage = try leap(over: place, &replay) { return .damaged(damage) }
        continue
      }
      guard let file = try openIfThere(replay.cursor.segment) else {
        return .damaged(.missingFile(from: replay.cursor.segment))
      }
      let gap = gapStarts.first { $0 > place }
      let tail = try readSegment(file, into: &replay, before: gap, chunk: chunk)
      guard tail == .clean else { return tail }
      let next = replay.cursor.chain.last.next
      if next == gap { continue }
      if next == replay.cursor.segment { return .clean }
      if try openIfThere(next) == nil { return .clean }
      replay.enter(next)
    }
  }

  /// Reads all there is, and makes sure that it is: a file too many means that one is missing.
  func readToEnd(_ replay: inout Replay) throws(DiskError) -> Tail {
    let tail = try read(into: &replay, chunk: 1 << 20)
    guard tail == .clean, try segments().contains(where: { $0 > replay.cursor.segment }) else {
      return tail
    }
    // Later files, and no way to them: one is missing, unless they came about since we looked.
    let before = replay.cursor
    let again = try read(into: &replay, chunk: 1 << 20)
    if again == .clean, replay.cursor == before {
      return .damaged(try unreached(after: before))
    }
    return again
  }

  /// Why there is no way to the files that are left: the one in between is gone, or all that there is
  /// has never held a record.
  private func unreached(after place: Position) throws(DiskError) -> Damage {
    let later = try segments().filter { $0 > place.segment }
    var isEmpty = true
    for segment in later where isEmpty {
      let status = try disk.status(of: Position.name(of: segment), in: folder)
      isEmpty = status.kind == .file && status.size == 0
    }
    guard isEmpty, let first = later.first else {
      return .missingFile(from: place.chain.last.next)
    }
    return Damage(
      .emptyFile, file: "journal/" + Position.name(of: first), line: 0, offset: 0,
      sequence: place.chain.last.next)
  }

  /// - Parameter gap: The first event that is not to be read, if any.
  private func readSegment(
    _ file: Descriptor, into replay: inout Replay, before gap: SequenceNumber?, chunk: Int
  ) throws(DiskError) -> Tail {
    if !replay.wantsEvents, gap == nil,
      try disk.status(file).size - replay.cursor.offset >= readAheadFrom
    {
      let ahead = readAhead ?? ReadAhead(on: disk, stretch: stretchSize)
      readAhead = ahead
      try ahead.read(file, into: &replay)
    }
    var stop: Int64 = -1
    while true {
      let lines = LineReader(file, on: disk, from: replay.cursor.offset, chunk: chunk)
      var fault: Damage.Kind?
      while fault == nil, let line = try lines.next() {
        do throws(Damage.Kind) { try replay.take(line) } catch { fault = error }
        if let gap, replay.committed.chain.last.next == gap { return .clean }
      }
      if fault == nil, lines.remainder.isEmpty && !replay.isInsideCommit { return .clean }
      // A record that was whole twice and was not taken is no matter of timing.
      let isNew = replay.cursor.offset != stop
      stop = replay.cursor.offset
      if let tail = try tail(file, &replay, fault, mayHaveGrown: isNew) { return tail }
    }
  }

  /// Says what the bytes after the last sound record are.
  ///
  /// - Parameters:
  ///   - fault: What is wrong with the next line; nil when there is no whole line.
  ///   - mayHaveGrown: Whether to look if the next record is whole by now.
  /// - Returns: Nil when it is: its writer has ended it since.
  private func tail(
    _ file: Descriptor, _ replay: inout Replay, _ fault: Damage.Kind?, mayHaveGrown: Bool
  ) throws(DiskError) -> Tail? {
    let cursor = replay.cursor
    let rest = try FileRest(of: file, on: disk, from: cursor.offset)
    let line = rest.head.firstIndex(of: 0x0A).map { rest.head[..<$0] } ?? rest.head[...]
    let isWhole = line.withUnsafeBytes { bytes in
      bytes.count < rest.head.count && (try? cursor.chain.verified(bytes)) != nil
    }
    if isWhole, mayHaveGrown { return nil }
    var found = Tail.unfinished
    var kindInside = Damage.Kind.cutShort
    let text = line.prefix { $0 != 0 }
    var imagined = replay
    if !text.isEmpty, rest.significant <= text.count,
      text.withUnsafeBytes({ (try? imagined.take($0)) != nil })
    {
      // Sound but for its line feed; worth keeping if it ends its commit.
      found = imagined.isInsideCommit ? .unfinished : .unterminated(recordBytes: text.count)
    } else if rest.hasMissingSector {
      kindInside = .zeros
      // Only the last commit can be unflushed: a later one means that this one was saved.
      if try holdsCommit(file, from: cursor.offset, after: replay.committed.chain.last) {
        found = .damaged(cursor.damage(.zeros))
      }
    } else if let fault {
      found = .damaged(cursor.damage(fault))
    } else if rest.count > RecordFrame.limit {
      found = .damaged(cursor.damage(.tooLong))
    } else if rest.count == 0 {
      kindInside = .incompleteCommit
    } else if !rest.head.withUnsafeBytes(RecordFrame.isUnfinished) {
      found = .damaged(cursor.damage(.notARecord))
    }
    switch found {
    case .clean, .damaged: return found
    case .unfinished, .unterminated: break
    }
    if try segments().allSatisfy({ $0 <= cursor.segment }) { return found }
    // A file that another follows is complete, unless both came about since we looked.
    if try FileRest(of: file, on: disk, from: cursor.offset) != rest { return .unfinished }
    return .damaged(cursor.damage(found == .unfinished ? kindInside : .cutShort))
  }

  /// Whether a record from a place on belongs to a later commit than the one after `sequence`.
  private func holdsCommit(_ file: Descriptor, from start: Int64, after sequence: SequenceNumber)
    throws(DiskError) -> Bool
  {
    var reader = RecordReader(wantsIdentity: false)
    var line: [UInt8] = []
    var isFound = false
    func look(_ line: UnsafeRawBufferPointer) {
      guard RecordFrame.claims(line) != nil, let record = try? reader.record(line) else { return }
      if record.commit > sequence.next { isFound = true }
    }
    try disk.eachPiece(of: file, from: start, to: disk.status(file).size) {
      (piece, _) throws(DiskError) in
      var rest = piece[...]
      while let feed = rest.firstIndex(of: 0x0A) {
        // Only what goes on from the piece before is copied.
        if line.isEmpty {
          look(UnsafeRawBufferPointer(rebasing: rest[..<feed]))
        } else if line.count + feed - rest.startIndex <= RecordFrame.limit {
          line += rest[..<feed]
          line.withUnsafeBytes(look)
        }
        line.removeAll(keepingCapacity: true)
        rest = rest[(feed + 1)...]
      }
      // Longer than any record: its end is no record either, and is told by its beginning.
      if line.count <= RecordFrame.limit { line += rest.prefix(RecordFrame.limit + 1) }
      return !isFound
    }
    line.withUnsafeBytes(look)
    return isFound
  }
}

extension Damage {
  /// The file is gone that should begin with an event.
  static func missingFile(from sequence: SequenceNumber) -> Damage {
    Damage(
      .missingFile, file: "journal/" + Position.name(of: sequence), line: 0, offset: 0,
      sequence: sequence)
  }
}
