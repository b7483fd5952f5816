internal import Glibc

/// A program that was started, and what it has printed so far.
///
/// It and its whole group are ended when nobody has it any more.
final class RunningChild {
  private var child: pid_t?
  private var descriptor: Int32
  private var end: Int64
  private let limit: Int
  private var output: [UInt8] = []
  private var lost = 0
  private var outcome: ChildProgram.Outcome?
  private var isStopped = false
  private var guardian: GroupGuard?

  init(
    _ child: pid_t, reading descriptor: Int32, until end: Int64, limit: Int,
    guarded guardian: GroupGuard? = nil
  ) {
    self.guardian = guardian
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

  /// How long one may take to end that was asked to.
  private static let grace: Int64 = 2_000

  /// Asks it and its whole group to end; those that do not are ended when the grace is over.
  func stop() {
    guard let child, !isStopped else { return }
    isStopped = true
    end = min(end, Surroundings.ticks + RunningChild.grace)
    kill(-child, SIGTERM)
    // One that is stopped hears nothing before it goes on.
    kill(-child, SIGCONT)
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
    guardian = nil
    take()
    let signal = status & 0x7F
    // What came to its end all the same has done its work.
    let ending: ChildProgram.Ending =
      if isStopped, isLate || ended > 0 && status != 0 {
        .stopped
      } else if isLate {
        .late
      } else if ended < 0 {
        .notStarted(errno: ECHILD)
      } else {
        signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      }
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
