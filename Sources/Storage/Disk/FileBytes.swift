internal import Glibc

/// The bytes of a file, for as long as somebody holds this.
///
/// All but a small file is mapped: only what is looked at takes memory. Whoever cut it short meanwhile would
/// end the program; a store's own files are replaced and removed, never cut, so this is for
/// checkpoints, which nobody but the program has business with.
package final class FileBytes: Sendable {
  /// Never changes, and lives as long as this does.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  let isMapped: Bool

  /// Takes over memory that was mapped.
  init(mapped bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isMapped = true
  }

  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

extension Disk {
  /// A file's bytes; a disk that cannot map copies them.
  package func contents(of file: Descriptor, limit: Int) throws(DiskError) -> FileBytes {
    FileBytes(copying: try readAll(file, limit: limit))
  }
}

extension LocalDisk {
  /// From here on mapping is worth its price, and its risk.
  private static let mapped = 1 << 16

  /// What cannot be mapped is copied up to here; more would take the memory that there is not.
  private static let copied = 1 << 26

  package func contents(of file: Descriptor, limit: Int) throws(DiskError) -> FileBytes {
    let size = min(limit, Int(clamping: try status(file).size))
    if size >= LocalDisk.mapped,
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0), start != MAP_FAILED
    {
      return FileBytes(mapped: UnsafeRawBufferPointer(start: start, count: size))
    }
    if size > LocalDisk.copied { throw DiskError(.read, errno: ENOMEM) }
    return FileBytes(copying: try readAll(file, limit: limit))
  }
}
