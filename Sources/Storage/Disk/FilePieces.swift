extension Disk {
  /// Reads part of a file a piece at a time; what was never written is passed over, and holds zeros.
  ///
  /// Pieces end at multiples of their size, so that a sector is never cut.
  ///
  /// - Parameter body: Given the bytes and where they stand; false ends it.
  func eachPiece(
    of file: Descriptor, from start: Int64, to end: Int64, size: Int = 1 << 20,
    _ body: (UnsafeRawBufferPointer, _ offset: Int64) throws(DiskError) -> Bool
  ) throws(DiskError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    var offset = start
    while offset < end {
      offset = max(offset, try nextData(in: file, from: offset))
      let stop = min(end, offset - offset % Int64(size) + Int64(size))
      var filled = 0
      while offset + Int64(filled) < stop {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: buffer[filled..<Int(stop - offset)])
        let count = try read(file, at: offset + Int64(filled), into: room)
        if count <= 0 { break }
        filled += min(count, room.count)
      }
      // It has been cut short since.
      if filled == 0 { return }
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
      if try !body(piece, offset) { return }
      offset += Int64(filled)
    }
  }

  /// Copies part of a file to the beginning of another.
  ///
  /// Zeros take no room in the copy; a long run of them at the end is left out altogether.
  ///
  /// - Returns: How many zeros were left out.
  func copy(_ file: Descriptor, from start: Int64, to end: Int64, into copy: Descriptor)
    throws(DiskError) -> Int64
  {
    var written: Int64 = 0
    try eachPiece(of: file, from: start, to: end) { (piece, offset) throws(DiskError) in
      var block = 0
      while block < piece.count {
        let bytes = UnsafeRawBufferPointer(
          rebasing: piece[block..<min(block + FilePieces.block, piece.count)])
        if bytes.contains(where: { $0 != 0 }) {
          try writeAll(copy, bytes, at: offset - start + Int64(block))
          written = offset - start + Int64(block + bytes.count)
        }
        block += bytes.count
      }
      return true
    }
    let zeros = end - start - written
    if zeros >= FilePieces.longRun { return zeros }
    if zeros > 0 { try truncate(copy, to: end - start) }
    return 0
  }
}

private enum FilePieces {
  static let block = 4096
  static let longRun: Int64 = 1 << 20
}

/// What follows a place in a file, looked through without keeping it.
struct FileRest: Equatable {
  /// Its beginning: as much as a record and its line feed can be.
  private(set) var head: [UInt8] = []
  let count: Int64
  /// Up to where there is something else than zeros.
  private(set) var significant: Int64 = 0
  /// Whether a piece is missing that the disk never got: zeros between two multiples of 512, or
  /// between one of them and an end, however short.
  private(set) var hasMissingSector = false
  /// Of all that is not in a hole.
  private var sum: UInt32 = 0

  private static let headLimit = RecordFrame.limit + 1

  init(of file: Descriptor, on disk: any Disk, from start: Int64) throws(DiskError) {
    let end = max(start, try disk.status(file).size)
    count = end - start
    var place = start
    try disk.eachPiece(of: file, from: start, to: end) { (piece, offset) throws(DiskError) in
      if offset > place { takeHole(Int(clamping: offset - place)) }
      take(piece, at: offset, from: start)
      place = offset + Int64(piece.count)
      return true
    }
    if place < end { takeHole(Int(clamping: end - place)) }
  }

  private mutating func takeHole(_ count: Int) {
    hasMissingSector = true
    let room = FileRest.headLimit - head.count
    head += repeatElement(0, count: max(0, min(room, count)))
  }

  private mutating func take(_ piece: UnsafeRawBufferPointer, at offset: Int64, from start: Int64) {
    head += piece.prefix(max(0, FileRest.headLimit - head.count))
    if let last = piece.lastIndex(where: { $0 != 0 }) {
      significant = offset - start + Int64(last) + 1
    }
    if !hasMissingSector { hasMissingSector = Tail.hasMissingSector(piece, at: offset) }
    sum = CRC32C.sum(piece, after: sum)
  }
}
