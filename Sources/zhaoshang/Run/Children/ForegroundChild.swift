internal import Glibc

/// A program that has the terminal while it runs, as a shell would start it.
struct ForegroundChild {
  let words: [String]
  /// What it finds in its environment beside ours.
  var variables: [String: String] = [:]

  /// Runs it to its end, and says how that was.
  func run() -> ChildProgram.Ending {
    // To hand the terminal on and take it back from a group in the background.
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var before = sigaction()
    sigaction(SIGTTOU, &ignored, &before)
    defer { sigaction(SIGTTOU, &before, nil) }
    let child: pid_t
    switch ChildStart.spawn(words, in: .group, variables: variables) {
    case .success(let started): child = started
    case .failure(let problem): return .notStarted(errno: problem.number)
    }
    tcsetpgrp(STDIN_FILENO, child)
    // One that stopped for the terminal before it had it goes on.
    kill(-child, SIGCONT)
    var status: Int32 = 0
    while waitpid(child, &status, WUNTRACED) == child {
      // Stopped by Ctrl-Z: nobody could start it again from here, so it goes on.
      guard status & 0xFF == 0x7F else { break }
      tcsetpgrp(STDIN_FILENO, child)
      kill(-child, SIGCONT)
    }
    tcsetpgrp(STDIN_FILENO, getpgrp())
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal == 0x7F ? SIGTERM : signal)
  }
}
