import Glibc
import Terminal
import Testing

/// Each test is a process of its own: a watch ends the process it is in.
@Suite("A work that does not listen")
struct OvertimeTests {
  /// Has a signal wait, as a board and a long work of the command line do.
  private static func hold(_ signal: Int32) {
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    sigprocmask(SIG_BLOCK, &mask, nil)
    // To this thread: a test has others, which block nothing.
    raise(signal)
  }

  /// Works until it is ended, or for a minute.
  private static func work() -> Never {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + 60
    while now.tv_sec < end { clock_gettime(CLOCK_MONOTONIC, &now) }
    exit(EXIT_SUCCESS)
  }

  @Test("SIGTERM ends it with 143")
  func terminate() async {
    await #expect(processExitsWith: .exitCode(143)) {
      Overtime.begin(saying: "已停止\n")
      OvertimeTests.hold(SIGTERM)
      OvertimeTests.work()
    }
  }

  @Test("Ctrl-C ends it with 130, also after a work within it has come to its end")
  func interrupt() async {
    await #expect(processExitsWith: .exitCode(130)) {
      Overtime.begin(saying: "已停止\n")
      Overtime.begin(saying: "里面的\n")
      Overtime.end()
      OvertimeTests.hold(SIGINT)
      OvertimeTests.work()
    }
  }

  @Test("What is said last is said on stderr")
  func words() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(143), observing: [\.standardErrorContent]
    ) {
      Overtime.begin(saying: "已停止，什么都没有写入\n")
      OvertimeTests.hold(SIGTERM)
      OvertimeTests.work()
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains("已停止，什么都没有写入"))
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
