internal import Glibc

/// A file that only this account can have written: what is read back from places that others may
/// write to.
///
/// Neither link nor pipe is followed or waited for. A file of another account, one with a second name
/// and one that others may change is as good as none.
package struct OwnFile: ~Copyable {
  private let path: String
  private var descriptor: Int32

  package init(_ name: String, in folder: borrowing Folder) throws(FileFault) {
    let path = folder.path(of: name)
    let file = openat(
      folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw FileFault(.system(errno: errno), path: path) }
    if let reason = OwnFile.fault(file) {
      close(file)
      throw FileFault(reason, path: path)
    }
    self.path = path
    descriptor = file
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func fault(_ file: Int32) -> FileFault.Reason? {
    var status = stat()
    guard fstat(file, &status) == 0 else { return .system(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else { return .foreign }
    return status.st_nlink == 1 ? nil : .hasOtherNames
  }

  /// Takes the lock; false when somebody has it.
  package borrowing func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// All its bytes.
  package borrowing func read(limit: Int) throws(FileFault) -> [UInt8] {
    try WholeFile.bytes(of: descriptor, path: path, limit: limit)
  }

  /// Gives the open file away, for whoever keeps its lock.
  package consuming func release() -> HeldFile {
    let file = HeldFile(descriptor)
    descriptor = -1
    return file
  }
}
