internal import Glibc

/// A program that runs beside a test: lines go in, lines come out, and it can be killed.
///
/// Waits block the test's thread; what is waited for is a line or an end, never a time.
package final class Child {
  package let pid: Int32
  private let ours: Int32
  private var unread: [UInt8] = []
  private var status: Int32?

  /// How a program ended.
  package enum End: Hashable, Sendable {
    case exited(Int32)
    case killed(Int32)
  }

  /// Starts a program of the built products, or one found on the path.
  package init(_ program: String, _ arguments: [String]) throws {
    // A socket, because it alone can be kept from other children in the same call that makes it.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw ScratchError(errno: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let built = Desk.binaries + "/" + program
    let path = access(built, X_OK) == 0 ? built : program
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=\(Desk.binaries):/usr/local/bin:/usr/bin:/bin"),
      strdup("SWIFT_BACKTRACE=enable=no"), nil,
    ]
    defer { (words + variables).forEach { free($0) } }
    var started: pid_t = 0
    let failure = posix_spawnp(&started, path, &actions, nil, &words, &variables)
    close(ends[1])
    // What was not started is nobody to be killed: 0 is the whole group of the tests.
    pid = failure == 0 ? started : -1
    ours = ends[0]
    if failure != 0 { throw ScratchError(errno: failure) }
  }

  deinit {
    if status == nil, pid > 0 {
      kill(pid, SIGKILL)
      _ = wait()
    }
    close(ours)
  }

  package func kill(_ signal: Int32 = SIGKILL) { kill(pid, signal) }

  private func kill(_ pid: Int32, _ signal: Int32) { _ = Glibc.kill(pid, signal) }

  package func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = send(ours, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// The next line; nil when there are no more.
  package func nextLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line
      }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = read(ours, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      unread += piece[..<count]
    }
  }

  /// All lines to the end.
  package func lines() -> [String] {
    var lines: [String] = []
    while let line = nextLine() { lines.append(line) }
    return lines
  }

  /// Waits for its end.
  package func wait() -> End {
    if status == nil {
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
      self.status = status
    }
    let status = status ?? 0
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }
}
