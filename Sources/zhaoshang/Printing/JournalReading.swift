internal import Glibc
internal import Storage
internal import Wording

/// The line that tells how far a journal has been read.
///
/// Whoever is tired of it presses Ctrl-C: reading changes nothing, so the program ends there as it
/// would without us.
final class JournalReading {
  private let disk: WatchedDisk
  private var progress: Progress?

  /// - Parameter size: How many bytes are read in all, where it is not the store's journal once.
  init(
    _ work: LongWork, of store: String, on disk: WatchedDisk, _ words: Words, size: Int? = nil
  ) {
    self.disk = disk
    let progress = Progress(work, words)
    self.progress = progress
    var total = size
    disk.watch = { bytes in
      let all = total ?? JournalReading.size(of: store + "/journal")
      total = all
      if progress.advance(to: Int(bytes), of: all) { return true }
      Glibc.exit(progress.stopped().status)
    }
  }

  /// The journal has been read; what the disk reads from now on is nobody's concern.
  func end() {
    disk.watch = nil
    progress = nil
  }

  static func size(of folder: String) -> Int {
    FolderTree.names(in: folder).reduce(0) { sum, name in
      var status = stat()
      return lstat("\(folder)/\(name)", &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }
}
