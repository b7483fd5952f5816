internal import Glibc
internal import Wording

/// Files that a person names: imports and exports.
enum Documents {
  /// Room for a ledger of more than 100,000 rows; what a file becomes in memory is a few times that.
  private static let limit = 256 << 20

  /// What a name ends in after its last point, in small letters; nil without one.
  static func ending(of path: String) -> String? {
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
      let point = name.lastIndex(of: "."), point != name.startIndex
    else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  /// A file's bytes, or stdin's for `-`.
  static func read(_ path: String, _ words: Words) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, words) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      bytes.reserveCapacity(min(limit, max(0, Int(status.st_size))))
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { break }
      if count > 0 {
        bytes += piece.prefix(count)
        if bytes.count > limit { throw Failure(.badInputFile, words.fileTooLarge(path, limit)) }
      } else if errno != EINTR {
        throw unreadable(path, words)
      }
    }
    return bytes
  }

  /// Writes a file as a whole or not at all: beside its place, flushed, then renamed.
  static func write(_ text: String, to path: String, _ words: Words) throws(Failure) {
    try write(Array(text.utf8), to: path, words)
  }

  /// The same with bytes, in whatever character set.
  static func write(_ bytes: [UInt8], to path: String, _ words: Words) throws(Failure) {
    _ = try write(bytes, to: path, replacing: true, words)
  }

  /// The same; what is there already is replaced only when told so.
  ///
  /// - Returns: Whether it was written: false when a file of that name is there.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool, _ words: Words)
    throws(Failure) -> Bool
  {
    if !replacing, Surroundings.exists(path) { return false }
    func unwritable() -> Failure {
      Failure(.storeFailed, words.cannotWrite(path, words.system(errno)))
    }
    let temporary = path + ".\(getpid()).new"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable() }
    var failure: Failure?
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = unwritable()
      }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = unwritable() }
    close(descriptor)
    var isThere = false
    if failure == nil, !put(temporary, at: path, replacing: replacing) {
      if !replacing, errno == EEXIST { isThere = true } else { failure = unwritable() }
    }
    if failure != nil || isThere { unlink(temporary) }
    if let failure { throw failure }
    return !isThere
  }

  /// Gives a file its name; a second name of it fails where one is there, as no rename does.
  private static func put(_ temporary: String, at path: String, replacing: Bool) -> Bool {
    if !replacing {
      if link(temporary, path) == 0 { return unlink(temporary) == 0 }
      // Some file systems know no second names; nothing was there a moment ago.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return false }
    }
    return rename(temporary, path) == 0
  }

  private static func unreadable(_ path: String, _ words: Words) -> Failure {
    Failure(.badInputFile, words.cannotRead(path, words.system(errno)))
  }
}
