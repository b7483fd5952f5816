internal import CGlibc
internal import Glibc

/// Threads that read stretches of a journal, and the one that takes their records, which lends a
/// hand while it would wait.
final class ReadingCrew {
  /// What the threads share.
  private final class Board: @unchecked Sendable {
    // At places that never move.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let hasChanged = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Stretch] = []
    private var done: Set<ObjectIdentifier> = []
    private var isOver = false

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(hasChanged, nil)
    }

    deinit {
      pthread_cond_destroy(hasChanged)
      pthread_mutex_destroy(mutex)
      hasChanged.deallocate()
      mutex.deallocate()
    }

    func add(_ stretch: Stretch) {
      pthread_mutex_lock(mutex)
      waiting.append(stretch)
      pthread_cond_broadcast(hasChanged)
      pthread_mutex_unlock(mutex)
    }

    /// Reads until it is over.
    func work() {
      var reader = RecordReader(wantsIdentity: false)
      pthread_mutex_lock(mutex)
      while true {
        if !waiting.isEmpty {
          readNext(with: &reader)
        } else if isOver {
          break
        } else {
          pthread_cond_wait(hasChanged, mutex)
        }
      }
      pthread_mutex_unlock(mutex)
    }

    /// Comes back when a stretch is read; reads others, or that one, in the meantime.
    func finish(_ stretch: Stretch, with reader: inout RecordReader) {
      pthread_mutex_lock(mutex)
      while done.remove(ObjectIdentifier(stretch)) == nil {
        if waiting.isEmpty {
          pthread_cond_wait(hasChanged, mutex)
        } else {
          readNext(with: &reader)
        }
      }
      pthread_mutex_unlock(mutex)
    }

    func end() {
      pthread_mutex_lock(mutex)
      isOver = true
      pthread_cond_broadcast(hasChanged)
      pthread_mutex_unlock(mutex)
    }

    /// Reads the stretch that has waited longest; the lock is held before and after.
    private func readNext(with reader: inout RecordReader) {
      let stretch = waiting.removeFirst()
      pthread_mutex_unlock(mutex)
      stretch.read(with: &reader)
      pthread_mutex_lock(mutex)
      done.insert(ObjectIdentifier(stretch))
      pthread_cond_broadcast(hasChanged)
    }
  }

  private let board = Board()
  private var threads: [pthread_t] = []
  private var reader = RecordReader(wantsIdentity: false)

  /// More readers than this wait for the one that applies what they read.
  private static let most = 3

  /// As many threads as the machine has processors beside this one; none is a crew of one.
  init() {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    // A signal is for the thread that knows what to do with it.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    for _ in 0..<max(0, min(ReadingCrew.most, processors - 1)) {
      var thread = pthread_t()
      let given = Unmanaged.passRetained(board)
      let status = pthread_create(
        &thread, nil,
        { board in
          if let board { Unmanaged<Board>.fromOpaque(board).takeRetainedValue().work() }
          return nil
        }, given.toOpaque())
      // A machine that gives no more threads reads with fewer.
      if status != 0 {
        given.release()
        return
      }
      threads.append(thread)
    }
  }

  deinit {
    board.end()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// How many stretches are worth having under way.
  var depth: Int { 2 * threads.count + 2 }

  /// Has a stretch read, sooner or later.
  func add(_ stretch: Stretch) { board.add(stretch) }

  /// Comes back when a stretch is read.
  func finish(_ stretch: Stretch) { board.finish(stretch, with: &reader) }
}
