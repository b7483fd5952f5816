extension StoreFolders {
  /// Copies a stretch of a file into `quarantine/`, flushed under its name, before it is cut off or
  /// replaced: what a mending takes away somebody may still want to look at.
  ///
  /// - Parameters:
  ///   - source: The file, and the bytes from `start` to `end` of it.
  ///   - name: What the copy is called; it must not be there.
  ///   - mode: The copy's permissions; nil for those of the store's files.
  /// - Returns: The copy's place inside the store, and how many bytes at the end were zeros and left
  ///   out.
  func putAside(
    _ source: Descriptor, from start: Int64 = 0, to end: Int64, as name: String,
    mode: UInt32? = nil, on disk: any Disk
  ) throws(DiskError) -> (file: String, zerosLeftOut: Int64) {
    let quarantine = try sharing.openFolder("quarantine", in: root, on: disk)
    defer { disk.close(quarantine) }
    let copy = try sharing.makeFile(name, in: quarantine, mode: mode, on: disk)
    defer { disk.close(copy) }
    let zeros = try disk.copy(source, from: start, to: end, into: copy)
    try disk.flush(copy)
    try disk.flush(quarantine)
    return ("quarantine/" + name, zeros)
  }
}
