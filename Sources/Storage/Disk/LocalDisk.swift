internal import CGlibc
internal import Glibc

/// The file system of this machine.
package final class LocalDisk: Disk {
  private var maskBeforeLock: sigset_t?

  package init() {}

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
      case .lock: common | O_RDWR | O_CREAT
      }
    return Descriptor(
      try repeating(.open, name) { openat(folder.number, name, flags, mode_t(0o600)) })
  }

  package func close(_ file: Descriptor) { _ = Glibc.close(file.number) }

  package func status(_ file: Descriptor) throws(DiskError) -> FileStatus {
    var status = Glibc.stat()
    _ = try repeating(.status) { fstat(file.number, &status) }
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int64(status.st_size), mode: UInt32(status.st_mode & 0o7777))
  }

  package func isRemote(_ file: Descriptor) throws(DiskError) -> Bool {
    var system = CGlibc.statfs()
    _ = try repeating(.status) { fstatfs(file.number, &system) }
    return LocalDisk.isNetwork(fileSystem: Int(system.f_type))
  }

  /// Whether a file system of this type (`statfs`) may be written from several machines at once.
  static func isNetwork(fileSystem type: Int) -> Bool {
    // NFS, SMB, CIFS, SMB2, AFS, Coda, Ceph.
    let remote: [UInt32] = [
      0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7375_7245, 0x00C3_6400,
    ]
    return remote.contains(UInt32(truncatingIfNeeded: type))
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

  package func setGroup(_ file: Descriptor, _ group: UInt32) throws(DiskError) {
    _ = try repeating(.setGroup) { fchown(file.number, uid_t.max, group) }
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
    maskBeforeLock = before
    return true
  }

  package func unlock(_ file: Descriptor) {
    flock(file.number, LOCK_UN)
    if var mask = maskBeforeLock { pthread_sigmask(SIG_SETMASK, &mask, nil) }
    maskBeforeLock = nil
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
