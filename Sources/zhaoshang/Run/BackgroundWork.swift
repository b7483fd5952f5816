internal import Glibc
internal import Synchronization

/// Work on a thread of its own, whose result is fetched when it is there: no key waits for it.
///
/// Whoever lets go of it forgets it; it ends at its next step then, and what it found is thrown away.
final class BackgroundWork<Result: Sendable> {
  /// What the thread and those who wait for it share.
  final class Course: Sendable {
    private struct State: Sendable {
      var result: Result?
      var step = (done: 0, of: 0)
      var isForgotten = false
    }

    private let state = Mutex(State())

    /// Says how far it is, for whoever looks.
    func goOn(to done: Int, of count: Int) { state.withLock { $0.step = (done, count) } }

    /// Whether nobody wants the result any more.
    var isForgotten: Bool { state.withLock { $0.isForgotten } }

    fileprivate func forget() { state.withLock { $0.isForgotten = true } }
    fileprivate func end(with result: Result) { state.withLock { $0.result = result } }
    fileprivate var result: Result? { state.withLock { $0.result } }
    fileprivate var step: (done: Int, of: Int) { state.withLock { $0.step } }
  }

  private let course: Course

  /// Begins at once; a machine that gives no thread has it done before this returns.
  init(_ body: @escaping @Sendable (Course) -> Result) {
    let course = Course()
    self.course = course
    WorkThread.start { course.end(with: body(course)) }
  }

  deinit { course.forget() }

  var result: Result? { course.result }

  /// How far it is; 0 of 0 before it has said.
  var step: (done: Int, of: Int) { course.step }

  /// The result, if it is there within some milliseconds.
  func result(within milliseconds: Int) -> Result? {
    for _ in 0..<max(1, milliseconds) {
      if let result { return result }
      poll(nil, 0, 1)
    }
    return result
  }
}

/// A thread for one piece of work.
private enum WorkThread {
  private final class Piece: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func start(_ body: @escaping @Sendable () -> Void) {
    // A signal is for the thread that knows what to do with it.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    let hasBegun = begin(Piece(body))
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if !hasBegun { body() }
  }

  private static func begin(_ piece: Piece) -> Bool {
    var thread = pthread_t()
    let given = Unmanaged.passRetained(piece)
    let status = pthread_create(
      &thread, nil,
      { piece in
        if let piece { Unmanaged<Piece>.fromOpaque(piece).takeRetainedValue().body() }
        return nil
      }, given.toOpaque())
    if status == 0 {
      pthread_detach(thread)
    } else {
      given.release()
    }
    return status == 0
  }
}
