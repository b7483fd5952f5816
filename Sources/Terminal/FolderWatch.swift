internal import Glibc

/// What changed in a watched folder.
package struct FolderChange: Hashable, Sendable {
  /// The names of the files that were written, made, renamed or removed.
  package var names: Set<String> = []
  /// Whether the kernel lost track, or the folder itself went: anything may have changed.
  package var isIncomplete = false

  package init(names: Set<String> = [], isIncomplete: Bool = false) {
    self.names = names
    self.isIncomplete = isIncomplete
  }

  package func concerns(_ name: String) -> Bool { isIncomplete || names.contains(name) }
}

/// Watches a folder for what others write into it.
///
/// The folder and not a file: a file that is replaced by renaming would be lost from sight.
package struct FolderWatch: ~Copyable {
  let descriptor: Int32
  private let folder: String
  private let around: String?

  /// - Parameter around: A folder above it that may be moved or replaced with it.
  package init(folder: String, around: String? = nil) throws(TerminalError) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw .system(call: "inotify_init1", errno: errno) }
    guard FolderWatch.add(to: descriptor, folder, around) else {
      let reason = errno
      close(descriptor)
      throw .system(call: "inotify_add_watch", errno: reason)
    }
    self.descriptor = descriptor
    self.folder = folder
    self.around = around
  }

  /// Watches what is at the path now, which may be another folder than before; goes on with what it
  /// watched when nothing is there.
  package borrowing func follow() { _ = FolderWatch.add(to: descriptor, folder, around) }

  private static func add(to descriptor: Int32, _ folder: String, _ around: String?) -> Bool {
    if let around {
      let moves =
        IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
      guard inotify_add_watch(descriptor, around, UInt32(moves)) >= 0 else { return false }
    }
    let changes =
      IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF
    return inotify_add_watch(descriptor, folder, UInt32(changes)) >= 0
  }

  deinit { close(descriptor) }

  /// What has changed since the last call.
  package borrowing func read() -> FolderChange {
    var change = FolderChange()
    let lost = UInt32(IN_Q_OVERFLOW | IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)
    let header = MemoryLayout<inotify_event>.size
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count <= 0 { return }
        var offset = 0
        while offset + header <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(count, offset + header + Int(event.len))
          if event.mask & lost != 0 { change.isIncomplete = true }
          let name = buffer[offset + header..<end].prefix { $0 != 0 }
          if !name.isEmpty { change.names.insert(String(decoding: name, as: UTF8.self)) }
          offset = end
        }
      }
    }
    return change
  }
}
