extension Disk {
  /// Gives a file its name whole or not at all: it is written beside the name, flushed, and renamed.
  ///
  /// The folder is not flushed: until it is, a power cut may leave the old file there.
  ///
  /// - Parameters:
  ///   - suffix: What keeps the temporary name from one that another writer chose.
  ///   - make: Makes the file under its temporary name.
  ///   - fill: Writes it; need not flush.
  ///   - failing: What a refusal of the disk is to whoever asks.
  /// - Throws: Whatever went wrong; the temporary file is gone then, and the old one as it was.
  func place<Value, Failure: Error>(
    _ name: String, in folder: Descriptor, suffix: UInt64,
    failing: (DiskError) -> Failure,
    make: (_ temporary: String) throws(DiskError) -> Descriptor,
    fill: (Descriptor) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let temporary = ".\(name).\(String(suffix, radix: 16)).new"
    do throws(Failure) {
      let file: Descriptor
      do throws(DiskError) { file = try make(temporary) } catch { throw failing(error) }
      defer { close(file) }
      let value = try fill(file)
      do throws(DiskError) {
        try flush(file)
        try rename(temporary, to: name, in: folder)
      } catch {
        throw failing(error)
      }
      return value
    } catch {
      try? remove(temporary, in: folder, isFolder: false)
      throw error
    }
  }

  /// Puts a file into a place for good: whole or not at all, and flushed with its folder.
  func replace(
    _ name: String, in folder: Descriptor, suffix: UInt64,
    make: (_ temporary: String) throws(DiskError) -> Descriptor,
    fill: (Descriptor) throws(DiskError) -> Void
  ) throws(DiskError) {
    try place(name, in: folder, suffix: suffix, failing: { $0 }, make: make, fill: fill)
    try flush(folder)
  }
}
