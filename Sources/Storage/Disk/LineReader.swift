internal import Glibc

/// Reads a file line by line through one buffer that grows with the longest line.
final class LineReader {
  private let disk: any Disk
  private let file: Descriptor
  private var buffer: UnsafeMutableRawBufferPointer
  /// The bytes in the buffer that were not handed out yet.
  private var unread = 0..<0
  /// Where in the file the next unread byte stands.
  private(set) var offset: Int64

  /// - Parameter chunk: How many bytes are asked for at a time.
  init(_ file: Descriptor, on disk: any Disk, from offset: Int64, chunk: Int = 1 << 20) {
    self.disk = disk
    self.file = file
    self.offset = offset
    buffer = .allocate(byteCount: chunk, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// The next line without its line feed, good until the next call; nil when no whole line is left.
  ///
  /// - Throws: Nothing for a line over the limit of a record: it ends the reading, and the bytes
  ///   are the ``remainder``.
  func next() throws(DiskError) -> UnsafeRawBufferPointer? {
    var searched = 0
    while true {
      if unread.count > searched, let base = buffer.baseAddress {
        let from = base + unread.lowerBound + searched
        if let feed = memchr(from, 0x0A, unread.count - searched) {
          let length = UnsafeRawPointer(feed) - UnsafeRawPointer(base + unread.lowerBound)
          let line = UnsafeRawBufferPointer(start: base + unread.lowerBound, count: length)
          unread = unread.lowerBound + length + 1..<unread.upperBound
          offset += Int64(length) + 1
          return line
        }
      }
      searched = unread.count
      if searched > RecordFrame.limit { return nil }
      if try !fill() { return nil }
    }
  }

  /// What follows the last whole line.
  var remainder: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[unread]) }

  /// Reads on; false at the end of the file.
  private func fill() throws(DiskError) -> Bool {
    if unread.lowerBound > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[unread]))
      unread = 0..<unread.count
    }
    if unread.count == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[unread.upperBound...])
    let count = try disk.read(file, at: offset + Int64(unread.count), into: room)
    unread = 0..<unread.count + max(0, min(count, room.count))
    return count > 0
  }
}
