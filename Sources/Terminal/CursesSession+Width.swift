internal import CCurses
internal import Glibc

extension CursesSession {
  /// Whether the terminal draws characters of ambiguous width in two columns; nil when it does not
  /// say so in time.
  ///
  /// Before the first frame only. Keys that come meanwhile are kept for ``readInputs()``.
  ///
  /// - Parameter milliseconds: The longest wait, of a terminal that never answers.
  package mutating func drawsAmbiguousWide(within milliseconds: Int64) -> Bool? {
    // On the screen of our own, so that nothing stays on the shell's.
    wrefresh(zs_stdscr())
    ScreenModes.write(WidthProbe.question)
    defer { redrawAll() }
    var probe = WidthProbe()
    let deadline = CursesSession.now + milliseconds
    var columns: Int?
    while columns == nil {
      let left = deadline - CursesSession.now
      var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&wait, 1, Int32(left)) > 0, wait.revents & Int16(POLLIN) != 0 else {
        break
      }
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = read(0, &bytes, bytes.count)
      guard count > 0 else { break }
      columns = probe.take(bytes[..<count])
    }
    keep(probe.others)
    // Anything but one or two columns is no answer to this question.
    return columns == 1 ? false : columns == 2 ? true : nil
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
