internal import CCurses
internal import CGlibc
internal import Glibc

/// A signal we take in our own time.
package enum Signal: Hashable, Sendable {
  case windowChanged, terminate, hangUp, interrupt, suspend, continued
}

/// The signals of the terminal and of the shell, as something to be read instead of interrupted by.
///
/// Make it first thing, before any thread starts: it blocks them for the whole process. Children
/// inherit the blocked mask unless they are spawned with an empty one.
package struct Signals: ~Copyable {
  let descriptor: Int32

  package init() throws(TerminalError) {
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT] {
      sigaddset(&mask, number)
    }
    sigprocmask(SIG_BLOCK, &mask, nil)
    descriptor = signalfd(-1, &mask, Int32(SFD_NONBLOCK) | Int32(SFD_CLOEXEC))
    if descriptor < 0 { throw .system(call: "signalfd", errno: errno) }
  }

  deinit { close(descriptor) }

  /// The signals that have come since the last call, oldest first.
  package borrowing func read() -> [Signal] {
    var signals: [Signal] = []
    var info = signalfd_siginfo()
    let length = MemoryLayout<signalfd_siginfo>.size
    while Glibc.read(descriptor, &info, length) == length {
      if let signal = Signal(number: Int32(info.ssi_signo)) { signals.append(signal) }
    }
    return signals
  }
}

extension Signal {
  init?(number: Int32) {
    switch number {
    case SIGWINCH: self = .windowChanged
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangUp
    case SIGINT: self = .interrupt
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .continued
    default: return nil
    }
  }
}
