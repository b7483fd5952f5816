internal import Glibc

/// Ends a program and all it has started when this process is gone, however it went.
///
/// A shell waits at a pipe that only this process holds: a line tells it that all is well, the pipe's end
/// that nobody is there any more. PR_SET_PDEATHSIG would reach the program alone and none that it
/// started, goes by the thread and not by the process, and cannot be asked for by posix_spawn.
///
/// - Complexity: One process of the system's shell as long as the program runs.
final class GroupGuard {
  private let shell: pid_t
  private let line: Int32

  /// Nil where the system has no room for it: the program then runs without.
  init?(_ group: pid_t) {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { return nil }
    // Only we hold the end that tells of us.
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipe[0]) }
    let words = ["/bin/sh", "-c", "read line || kill -KILL -- \"-$1\"", "sh", "\(group)"]
    let started = ChildStart.spawn(
      words, in: .session,
      descriptors: [STDIN_FILENO: pipe[0], STDOUT_FILENO: nil, STDERR_FILENO: nil])
    guard case .success(let shell) = started else {
      close(pipe[1])
      return nil
    }
    self.shell = shell
    line = pipe[1]
  }

  deinit {
    var end = UInt8(ascii: "\n")
    // One that somebody has ended reads nothing; the signal of that is ours to ignore.
    _ = write(line, &end, 1)
    close(line)
    waitpid(shell, nil, 0)
  }
}
