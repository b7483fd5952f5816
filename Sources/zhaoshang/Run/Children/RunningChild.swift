internal import Glibc

/// A program that was started, and what it has printed so far.
///
/// It and its whole group are ended when nobody has it any more.
final class RunningChild {
  private var child: pid_t?
  private var descriptor: Int32
  private let end: Int64
  private let limit: Int
  private var output: [UInt8] = []
  private var lost = 0
  private var outcome: ChildProgram.Outcome?

  init(_ child: pid_t, reading descriptor: Int32, until end: Int64, limit: Int) {
    self.child = child
    self.descriptor = descriptor
    self.end = end
    self.limit = limit
  }

  /// One that could not be started.
  init(failed reason: Int32) {
    descriptor = -1
    end = 0
    limit = 0
    outcome = ChildProgram.Outcome(
      ending: .notStarted(errno: reason), output: [], lost: 0)
  }

  deinit {
    if let child {
      kill(-child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if descriptor >= 0 { close(descriptor) }
  }

  /// What became of it; nil while it runs.
  ///
  /// - Parameter milliseconds: How long to wait for something to happen.
  func look(waiting milliseconds: Int32 = 0) -> ChildProgram.Outcome? {
    guard let child else { return outcome }
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Short: the end of a process is not heard on a descriptor.
    if milliseconds > 0 { _ = poll(&wanted, 1, milliseconds) }
    take()
    var status: Int32 = 0
    let ended = waitpid(child, &status, WNOHANG)
    let isLate = ended == 0 && Surroundings.ticks > end
    if ended == 0, !isLate { return nil }
    // Whatever it left running in its group goes with it.
    kill(-child, SIGKILL)
    if isLate { waitpid(child, &status, 0) }
    self.child = nil
    take()
    let signal = status & 0x7F
    let ending: ChildProgram.Ending =
      isLate
      ? .late
      : ended < 0
        ? .notStarted(errno: ECHILD)
        : signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    outcome = ChildProgram.Outcome(ending: ending, output: output, lost: lost)
    return outcome
  }

  /// Takes what is there.
  private func take() {
    guard descriptor >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    // Bounded, so that a flood does not keep us from looking at the clock.
    for _ in 0..<64 {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 {
        close(descriptor)
        descriptor = -1
        return
      }
      if count < 0 { return }
      let kept = min(count, max(0, limit - output.count))
      output += buffer[..<kept]
      lost += count - kept
    }
  }
}
