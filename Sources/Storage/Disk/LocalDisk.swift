internal import CGlibc
internal import Glibc

/// The file system of this machine.
package final class LocalDisk: Disk {
  private var maskBeforeLock: sigset_t?
  private var locksHeld = 0

  private let trusted: Set<String>

  /// - Parameter trusted: The names of file systems that are taken for disks of this machine though
  ///   they are not known to be.
  package init(trusting trusted: some Sequence<String> = []) { self.trusted = Set(trusted) }

  package func openFolder(path: String) throws(DiskError) -> Descriptor {
    Descriptor(
      try repeating(.open, path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  package func open(_ name: String, in folder: Descriptor, _ opening: Opening)
    throws(DiskError) -> Descriptor
  {
    // Non-blocking, so that a pipe of that name does not hold us.
    let common = O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK
    let flags =
      switch opening {
      case .folder: common | O_RDONLY | O_DIRECTORY
      case .read: common | O_RDONLY
      case .readWrite: common | O_RDWR
      case .create: common | O_RDWR | O_CREAT | O_EXCL
      }
    return Descriptor(
      try repeating(.open, name) { openat(folder.number, name, flags, mode_t(0o600)) })
  }

  package func close(_ file: Descriptor) { _ = Glibc.close(file.number) }

  package func status(_ file: Descriptor) throws(DiskError) -> FileStatus {
    var status = Glibc.stat()
    _ = try repeating(.status) { fstat(file.number, &status) }
    return FileStatus(status)
  }

  package func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus {
    var status = Glibc.stat()
    _ = try repeating(.status, name) {
      fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    return FileStatus(status)
  }

  package func status(path: String) throws(DiskError) -> FileStatus {
    var status = Glibc.stat()
    _ = try repeating(.status, path) { stat(path, &status) }
    return FileStatus(status)
  }

  package func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem {
    var system = CGlibc.statfs()
    _ = try repeating(.status) { fstatfs(file.number, &system) }
    return FileSystem(statfs: Int(system.f_type), trusting: trusted)
  }

  package func names(in folder: Descriptor) throws(DiskError) -> [String] {
    // A descriptor of its own: the stream closes it, and its place is not shared.
    let copy = try repeating(.list) { openat(folder.number, ".", O_RDONLY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      _ = Glibc.close(copy)
      throw DiskError(.list, errno: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw DiskError(.list, errno: errno) }
        return names
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
  }

  package func read(
    _ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) throws(DiskError) -> Int {
    try repeating(.read) { pread(file.number, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  /// `SEEK_DATA`, which the headers show to those who ask for GNU alone.
  private static let seekData: Int32 = 3

  package func nextData(in file: Descriptor, from offset: Int64) throws(DiskError) -> Int64 {
    // Only moves the place of reads and writes that name none, of which there are no others.
    let next = lseek(file.number, off_t(offset), Self.seekData)
    if next >= 0 { return Int64(next) }
    // ENXIO: nothing but a hole up to the end. Another answer comes from a disk that knows no holes.
    return errno == ENXIO ? max(offset, try status(file).size) : offset
  }

  package func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  {
    try repeating(.write) { pwrite(file.number, bytes.baseAddress, bytes.count, off_t(offset)) }
  }

  package func truncate(_ file: Descriptor, to size: Int64) throws(DiskError) {
    _ = try repeating(.truncate) { ftruncate(file.number, off_t(size)) }
  }

  package func flushData(_ file: Descriptor) throws(DiskError) {
    // Interrupted is the one failure after which asking again is honest.
    _ = try repeating(.flush) { fdatasync(file.number) }
  }

  package func flush(_ file: Descriptor) throws(DiskError) {
    _ = try repeating(.flush) { fsync(file.number) }
  }

  package func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError) {
    _ = try repeating(.makeFolder, name) { mkdirat(folder.number, name, 0o700) }
  }

  package func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError) {
    _ = try repeating(.setMode) { fchmod(file.number, mode_t(mode)) }
  }

  package func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError) {
    _ = try repeating(.setOwner) {
      fchown(file.number, owner ?? uid_t.max, group ?? gid_t.max)
    }
  }

  package var mayGiveAway: Bool { geteuid() == 0 }

  /// Who may use a file, and what is made in a folder, as POSIX lists.
  private static let accessLists = ["system.posix_acl_access", "system.posix_acl_default"]

  package func hasAccessList(_ file: Descriptor) throws(DiskError) -> Bool {
    for list in LocalDisk.accessLists where fgetxattr(file.number, list, nil, 0) > 0 {
      return true
    }
    return false
  }

  package func removeAccessLists(_ file: Descriptor) throws(DiskError) {
    for list in LocalDisk.accessLists where fremovexattr(file.number, list) != 0 {
      // None there, none for a file, or a disk that knows of none.
      if ![ENODATA, EACCES, EOPNOTSUPP, EINVAL].contains(errno) {
        throw DiskError(.accessList, errno: errno)
      }
    }
  }

  package func rename(_ name: String, to newName: String, in folder: Descriptor)
    throws(DiskError)
  {
    _ = try repeating(.rename, newName) {
      renameat(folder.number, name, folder.number, newName)
    }
  }

  package func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError) {
    _ = try repeating(.remove, name) {
      unlinkat(folder.number, name, isFolder ? AT_REMOVEDIR : 0)
    }
  }

  package func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

  /// Calls again while a signal came between; throws what the system says otherwise.
  private func repeating<Answer: FixedWidthInteger>(
    _ call: DiskError.Call, _ name: String = "", _ body: () -> Answer
  ) throws(DiskError) -> Answer {
    while true {
      let answer = body()
      if answer >= 0 { return answer }
      if errno != EINTR { throw DiskError(call, errno: errno, name: name) }
    }
  }

  // MARK: The lock

  package func lock(_ file: Descriptor) throws(DiskError) -> Bool {
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    for signal in [SIGHUP, SIGINT, SIGTERM, SIGTSTP] { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      pthread_sigmask(SIG_SETMASK, &before, nil)
      if code == EWOULDBLOCK { return false }
      throw DiskError(.lock, errno: code)
    }
    if locksHeld == 0 { maskBeforeLock = before }
    locksHeld += 1
    return true
  }

  package func unlock(_ file: Descriptor) {
    flock(file.number, LOCK_UN)
    locksHeld -= 1
    guard locksHeld == 0, var mask = maskBeforeLock else { return }
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    maskBeforeLock = nil
  }

  package func claim(_ file: Descriptor) throws(DiskError) -> Bool {
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EWOULDBLOCK { return false }
      if code != EINTR { throw DiskError(.lock, errno: code) }
    }
    return true
  }

  /// Finds the holder in the kernel's list; nil when it cannot be seen from here.
  package func lockHolder(_ file: Descriptor) -> LockHolder? {
    var status = Glibc.stat()
    guard fstat(file.number, &status) == 0, let list = contents(of: "/proc/locks") else {
      return nil
    }
    // 12: FLOCK  ADVISORY  WRITE 4711 fe:01:123456 0 EOF
    for line in list.split(separator: "\n") where line.contains("FLOCK") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", let pid = Int32(words[4]), pid > 0,
        words[5].hasSuffix(":\(status.st_ino)")
      else { continue }
      var process = Glibc.stat()
      let isSeen = stat("/proc/\(pid)", &process) == 0
      return LockHolder(pid: pid, uid: isSeen ? process.st_uid : nil)
    }
    return nil
  }

  private func contents(of path: String) -> String? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = Glibc.close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 20 {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FileStatus {
  fileprivate init(_ status: Glibc.stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, size: Int64(status.st_size), mode: UInt32(status.st_mode & 0o7777),
      identity: FileIdentity(
        device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
      links: Int(clamping: status.st_nlink), owner: status.st_uid, group: status.st_gid,
      changedAt: Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec))
  }
}
