internal import Canvas
internal import Exchange
internal import Glibc
internal import SafeText
internal import Terminal
internal import Wording

/// A line on stderr that says how far a long work is, and an ear for Ctrl-C.
///
/// While it lives, SIGINT, SIGTERM and SIGHUP wait: the work asks ``isInterrupted`` at places where
/// it can stop with nothing half done. The line appears only on a terminal, and only once the work
/// has taken half a second, so that what is quick stays quiet, unless it is known to be long.
///
/// A work that goes on without asking is ended all the same, where it is known that it may be.
final class Progress {
  private let work: LongWork
  private let words: Words
  private let isShown: Bool
  private let silence: Int64
  private let start = Surroundings.ticks
  private var last: Int64 = 0
  private var isDrawn = false
  private var maskBefore = sigset_t()
  /// Whether the work is ended when it does not ask.
  private var isWatched = false

  /// Milliseconds of silence at the beginning, and between two lines.
  private static let usualSilence: Int64 = 500
  private static let pace: Int64 = 100
  private static let stops = [SIGINT, SIGTERM, SIGHUP]

  /// - Parameters:
  ///   - isLong: Whether the line is to be there from the first.
  ///   - mayEndAnywhere: Whether the work leaves nothing behind wherever it is ended, until
  ///     ``beginWriting()``.
  init(_ work: LongWork, _ words: Words, isLong: Bool = false, mayEndAnywhere: Bool = true) {
    self.work = work
    self.words = words
    silence = isLong ? 0 : Progress.usualSilence
    isShown = isatty(STDERR_FILENO) == 1
    var mask = Progress.mask
    sigprocmask(SIG_BLOCK, &mask, &maskBefore)
    if mayEndAnywhere {
      isWatched = true
      let said = SafeText(words.stopped(work)).string + "\n"
      Overtime.begin(saying: (isShown ? "\r\u{1B}[K" : "") + said)
    }
  }

  deinit {
    if isWatched { Overtime.end() }
    if isDrawn { Progress.write("\r\u{1B}[K") }
    var before = maskBefore
    sigprocmask(SIG_SETMASK, &before, nil)
  }

  /// The signal that asks to stop; nil when there is none.
  var interruption: Int32? {
    var pending = sigset_t()
    sigpending(&pending)
    return Progress.stops.first { sigismember(&pending, $0) == 1 }
  }

  /// Draws how much is done, if it is time to; false when the work is to stop.
  func advance(to done: Int, of total: Int) -> Bool {
    if interruption != nil { return false }
    guard isShown else { return true }
    let now = Surroundings.ticks
    guard now - start >= silence, now - last >= Progress.pace else { return true }
    last = now
    isDrawn = true
    let line = words.progress(
      work, done: done, of: total, columns: Progress.columns - 1,
      width: { TextWidth.columns(of: $0) })
    Progress.write("\r\(line)\u{1B}[K")
    // Writing to a slow terminal is time enough to be told to stop.
    return interruption == nil
  }

  /// Draws how much is done, and ends the program when the work is to stop: for work that has changed
  /// nothing yet.
  func goOn(to done: Int, of total: Int) {
    if !advance(to: done, of: total) { Glibc.exit(stopped().status) }
  }

  /// Asks for the last time whether to go on: what is begun now is brought to its end.
  func beginWriting() {
    goOn(to: 1, of: 1)
    if isWatched { Overtime.end() }
    isWatched = false
  }

  /// A work's own account of how far it is, which ends the program when it is to stop.
  var pace: WorkPace {
    WorkPace { self.goOn(to: Int($0 * 1000), of: 1000) }
  }

  /// The work is done and stays done: a signal that came too late is forgotten, and what was done is
  /// told instead.
  func settle() {
    var mask = Progress.mask
    var now = timespec()
    while sigtimedwait(&mask, nil, &now) > 0 {}
  }

  /// How a work that was stopped ends: what a person reads, and what a shell reports.
  func stopped() -> Interruption {
    let signal = interruption ?? SIGINT
    settle()
    if isShown { Progress.write("\r\u{1B}[K") }
    Output.say(words.stopped(work))
    return Interruption(signal: signal)
  }

  private static var mask: sigset_t {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in stops { sigaddset(&mask, signal) }
    return mask
  }

  private static var columns: Int { WindowSize.columns(of: STDERR_FILENO) ?? 80 }

  /// Straight to the terminal: the line is made of our own words and digits.
  private static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
