internal import Glibc
internal import Wording

/// Files that a person names, on their way in.
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

  private static func unreadable(_ path: String, _ words: Words) -> Failure {
    Failure(.badInputFile, words.cannotRead(path, words.system(errno)))
  }
}
