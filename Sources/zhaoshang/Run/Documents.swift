internal import Glibc
internal import Wording

/// Files that a person names: imports and exports.
enum Documents {
  /// Room for a ledger of more than 100,000 rows; what a file becomes in memory is a few times that.
  private static let limit = 256 << 20

  /// A file's bytes, or stdin's for `-`.
  static func read(_ path: String, _ words: Words) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, words) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
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
    if failure == nil, rename(temporary, path) != 0 { failure = unwritable() }
    if let failure {
      unlink(temporary)
      throw failure
    }
  }

  private static func unreadable(_ path: String, _ words: Words) -> Failure {
    Failure(.badInputFile, words.cannotRead(path, words.system(errno)))
  }
}
