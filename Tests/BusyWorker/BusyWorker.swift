internal import Glibc
internal import Terminal

/// A work that holds signals and listens to none of them, as long as a minute.
///
/// Started by tests, which tell it to stop: `busy-worker [nested]`. It says on stdout when it is at work.
@main
struct BusyWorker {
  static func main() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGHUP, SIGINT, SIGTERM] { sigaddset(&held, signal) }
    sigprocmask(SIG_BLOCK, &held, nil)
    Overtime.begin(saying: "已停止，什么都没有写入\n")
    if CommandLine.arguments.contains("nested") {
      Overtime.begin(saying: "里面的\n")
      Overtime.end()
    }
    print("at work")
    // All there are: the one of stdout is no constant to Swift.
    fflush(nil)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + 60
    while now.tv_sec < end { clock_gettime(CLOCK_MONOTONIC, &now) }
  }
}
