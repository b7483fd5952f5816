internal import Glibc

/// A file of ours on its way to its name: written under a random one beside it, then renamed.
///
/// Nobody can have made it before us, and it is for its owner alone until it is told otherwise. One
/// that never gets its name is removed.
package struct NewFile: ~Copyable {
  private let folder: Int32
  private let path: String
  /// Short, so that the name it is to get may be as long as names can be.
  private var temporary: String?
  private var descriptor: Int32

  /// - Parameter path: What a fault names: where the file is to be.
  package init(in folder: borrowing Folder, for path: String) throws(FileFault) {
    let name =
      ".\(String(UInt64.random(in: .min ... .max), radix: 36))\(NewFile.ending)"
    let file = openat(
      folder.descriptor, name,
      O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileFault(.system(errno: errno), path: path) }
    self.path = path
    self.folder = dup(folder.descriptor)
    temporary = name
    descriptor = file
    _ = fcntl(self.folder, F_SETFD, FD_CLOEXEC)
  }

  /// What temporary names end in.
  package static let ending = ".new"

  deinit {
    if let temporary { unlinkat(folder, temporary, 0) }
    if descriptor >= 0 { close(descriptor) }
    close(folder)
  }

  package mutating func write(_ bytes: [UInt8]) throws(FileFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        throw fault(count == 0 ? ENOSPC : errno)
      }
    }
  }

  /// Sees to it that the bytes are on the disk.
  package mutating func flush() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw fault(errno) }
  }

  /// Takes after a file that it replaces: mode, group, and as root the owner.
  ///
  /// Where the group cannot be kept, what the group could do falls away with it.
  mutating func takeAfter(_ status: stat) throws(FileFault) {
    var mode = status.st_mode & 0o777
    var own = stat()
    guard fstat(descriptor, &own) == 0 else { throw fault(errno) }
    if geteuid() == 0, own.st_uid != status.st_uid {
      guard fchown(descriptor, status.st_uid, status.st_gid) == 0 else { throw fault(errno) }
    } else if own.st_gid != status.st_gid,
      fchown(descriptor, uid_t.max, status.st_gid) != 0
    {
      mode &= ~0o070
    }
    guard fchmod(descriptor, mode) == 0 else { throw fault(errno) }
  }

  /// Locks it, so that others can tell that its maker lives.
  package mutating func lock() { flock(descriptor, LOCK_EX | LOCK_NB) }

  /// Gives the file its name.
  ///
  /// - Parameter replacing: Whether it may take the place of what has that name; else
  ///   ``FileFault/Reason/isThere``.
  package mutating func name(_ name: String, replacing: Bool) throws(FileFault) {
    guard let temporary else { return }
    if !replacing {
      // A second name fails where one is there, as no renaming does.
      if linkat(folder, temporary, folder, name, 0) == 0 {
        unlinkat(folder, temporary, 0)
        self.temporary = nil
        return
      }
      switch errno {
      case EEXIST: throw FileFault(.isThere, path: path)
      // Some file systems know no second names; so it is looked, and then renamed.
      case EPERM, EOPNOTSUPP, ENOSYS:
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
          throw FileFault(.isThere, path: path)
        }
      default: throw fault(errno)
      }
    }
    guard renameat(folder, temporary, folder, name) == 0 else { throw fault(errno) }
    self.temporary = nil
  }

  /// Gives the open file away, for whoever keeps its lock.
  package consuming func release() -> HeldFile {
    let file = HeldFile(descriptor)
    descriptor = -1
    return file
  }

  private func fault(_ number: Int32) -> FileFault {
    FileFault(.system(errno: number), path: path)
  }
}

/// A file that stays open, and its lock with it.
package final class HeldFile {
  fileprivate let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
