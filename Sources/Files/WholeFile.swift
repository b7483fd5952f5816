internal import Glibc

/// A file read from its beginning to its end.
package enum WholeFile {
  /// The bytes of the file that a path leads to.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that are taken.
  ///   - waitsForPipes: Whether a pipe is waited for until somebody writes into it; else it is as good
  ///     as an empty file, or fails with EAGAIN.
  /// - Throws: ``FileFault/Reason/system(errno:)``, or ``FileFault/Reason/tooLarge(limit:)`` as soon as
  ///   more than the limit have come.
  package static func bytes(
    ofFile path: String, limit: Int, waitsForPipes: Bool
  ) throws(FileFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (waitsForPipes ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw FileFault(.system(errno: errno), path: path) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, path: path, limit: limit)
  }

  /// The bytes that an open file, a pipe or a terminal has from here on.
  ///
  /// - Parameter path: What a fault names.
  package static func bytes(
    of descriptor: Int32, path: String, limit: Int
  ) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      bytes.reserveCapacity(min(limit, max(0, Int(status.st_size))))
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece.prefix(count)
        if bytes.count > limit { throw FileFault(.tooLarge(limit: limit), path: path) }
      } else if errno != EINTR {
        throw FileFault(.system(errno: errno), path: path)
      }
    }
  }
}
