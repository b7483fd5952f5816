internal import CGlibc
internal import Glibc

/// Standard error, turned into memory while the screen is up.
///
/// A library's or the loader's line would otherwise land in the middle of the board.
struct CapturedErrors {
  /// The memory that takes what is written, and the standard error from before.
  let memory: Int32
  let original: Int32
  private var isOpen = true

  /// The most bytes that are handed back: the last ones.
  private static let limit = 65_536

  private init(memory: Int32, original: Int32) {
    self.memory = memory
    self.original = original
  }

  /// Starts capturing.
  static func begin() throws(TerminalError) -> CapturedErrors {
    let memory = memfd_create("stderr", 1 /* MFD_CLOEXEC */)
    guard memory >= 0 else { throw .system(call: "memfd_create", errno: errno) }
    let original = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard original >= 0 else {
      let reason = errno
      close(memory)
      throw .system(call: "fcntl", errno: reason)
    }
    dup2(memory, 2)
    return CapturedErrors(memory: memory, original: original)
  }

  /// Gives standard error back and returns what was written meanwhile.
  mutating func finish() -> String {
    guard isOpen else { return "" }
    isOpen = false
    dup2(original, 2)
    let end = lseek(memory, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: min(CapturedErrors.limit, max(0, end)))
    let count = pread(memory, &bytes, bytes.count, max(0, end - bytes.count))
    close(memory)
    close(original)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
