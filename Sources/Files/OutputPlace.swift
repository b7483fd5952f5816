internal import Glibc

/// Which file something is, whatever it is called.
package struct FileIdentity: Hashable, Sendable {
  fileprivate let device: UInt64
  fileprivate let number: UInt64

  fileprivate init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// The file that a path leads to; nil when it leads to none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// Where a person wants a file to be written, looked at before the work is done.
///
/// A file is replaced as a whole or not at all, and stays what it was to others: its mode, its group,
/// and the links that lead to it. Pipes and terminals are written to, never replaced.
package struct OutputPlace: Sendable {
  package enum Kind: Hashable, Sendable {
    /// Nothing is there yet.
    case free
    /// A file that would be replaced.
    case file
    /// A pipe, a terminal, `/dev/null`: written straight into.
    case stream
    /// A descriptor that is open already: `/dev/stdout`.
    case descriptor(Int32)
  }

  /// The path as it was given.
  package let path: String
  /// The same without links: where the file will be.
  package let realPath: String
  package let kind: Kind
  /// What is there now; nil when nothing is.
  package let identity: FileIdentity?

  /// Looks at a place; changes nothing.
  package init(_ path: String) throws(FileFault) {
    self.path = path
    if let number = OutputPlace.descriptor(path) {
      realPath = path
      kind = .descriptor(number)
      identity = nil
      return
    }
    func fault(_ reason: FileFault.Reason) -> FileFault { FileFault(reason, path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw fault(.system(errno: errno)) }
      guard lstat(path, &status) != 0 else { throw fault(.danglingLink) }
      let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      let (parent, name) = (String(path[..<end]), String(path[end...]))
      guard !name.isEmpty, let folder = OutputPlace.real(parent.isEmpty ? "." : parent) else {
        throw fault(.system(errno: ENOENT))
      }
      realPath = folder + (folder == "/" ? "" : "/") + name
      kind = .free
      identity = nil
      return
    }
    identity = FileIdentity(status)
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFCHR, S_IFIFO: kind = .stream
    case S_IFBLK: throw fault(.blockDevice)
    case S_IFDIR: throw fault(.system(errno: EISDIR))
    default: throw fault(.notAFile)
    }
    guard let real = OutputPlace.real(path) else { throw fault(.system(errno: errno)) }
    realPath = real
  }

  /// Writes the bytes there.
  ///
  /// - Parameters:
  ///   - replacing: Whether a file that is there may be replaced; else
  ///     ``FileFault/Reason/isThere``.
  ///   - isStopped: Asked while a pipe takes no more.
  package func write(_ bytes: [UInt8], replacing: Bool, isStopped: () -> Bool = { false })
    throws(FileFault)
  {
    switch kind {
    case .descriptor(let number): try pour(bytes, into: number, isStopped)
    case .stream:
      let file = open(realPath, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      guard file >= 0 else {
        throw FileFault(errno == ENXIO ? .nobodyReads : .system(errno: errno), path: path)
      }
      defer { close(file) }
      try pour(bytes, into: file, isStopped)
    case .free, .file:
      let end = realPath.lastIndex(of: "/").map(realPath.index(after:)) ?? realPath.startIndex
      let folder: Folder
      do throws(FileFault) { folder = try Folder(String(realPath[..<end])) } catch {
        throw FileFault(error.reason, path: path)
      }
      var file = try NewFile(in: folder, for: path)
      try file.write(bytes)
      var status = stat()
      if replacing, lstat(realPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        try file.takeAfter(status)
      }
      try file.flush()
      try file.name(String(realPath[end...]), replacing: replacing)
      try folder.flush()
    }
  }

  private func pour(_ bytes: [UInt8], into file: Int32, _ isStopped: () -> Bool)
    throws(FileFault)
  {
    var rest = bytes[...]
    while !rest.isEmpty {
      if isStopped() { throw FileFault(.interrupted, path: path) }
      var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
      guard poll(&wait, 1, 100) > 0 else { continue }
      // A pipe may take less than it is given, and then waits: so it is given a little.
      let count = rest.prefix(4096).withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR, errno != EAGAIN {
        throw FileFault(.system(errno: errno), path: path)
      }
    }
  }

  /// The descriptor that a path means: opened anew it would begin at the file's start.
  private static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        if let number = Int32(path.dropFirst(folder.count)), number > 0 { return number }
      }
      return nil
    }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
