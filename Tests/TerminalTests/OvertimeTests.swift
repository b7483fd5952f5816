import Glibc
import Terminal
import TestSupport
import Testing

/// What ends a work is tried on a process of one thread, as the program is: of several, any may take a
/// signal that others hold.
@Suite("A work that does not listen")
struct OvertimeTests {
  @Test(
    "A signal ends it with 128 and its number, and what is said last is said on stderr",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(signal: Int32) throws {
    let worker = try Child("sh", ["-c", "exec busy-worker 2>&1"])
    #expect(worker.nextLine() == "at work")
    worker.kill(signal)
    #expect(worker.lines() == ["已停止，什么都没有写入"])
    #expect(worker.wait() == .exited(128 + signal))
  }

  @Test("It is still watched after a work within it has come to its end")
  func nested() throws {
    let worker = try Child("sh", ["-c", "exec busy-worker nested 2>&1"])
    #expect(worker.nextLine() == "at work")
    worker.kill(SIGTERM)
    #expect(worker.lines() == ["已停止，什么都没有写入"])
    #expect(worker.wait() == .exited(143))
  }

  @Test("Nothing is looked at any more once the watch has ended")
  func ended() async {
    await #expect(processExitsWith: .success) {
      Overtime.begin()
      Overtime.end()
      var timer = itimerval()
      getitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer)
      let isOff = timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0
      exit(isOff ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
