internal import Glibc
internal import Storage
internal import Terminal
internal import Wording

/// Waits until a store may have changed, for programs that read no keys; idle it costs nothing.
struct StoreWait: ~Copyable {
  private let store: any EventStore
  private let signals: Signals
  private let folder: FolderWatch?
  private let isWatched: Bool

  init(_ store: any EventStore, _ workplace: Workplace) throws(Failure) {
    self.store = store
    do { signals = try Signals() } catch {
      throw Failure(.refused, workplace.words.terminal(error))
    }
    let watch: FolderWatch? =
      switch store.news {
      case .folder(let folder, let around): try? FolderWatch(folder: folder, around: around)
      }
    isWatched =
      switch watch {
      case .some: true
      case .none: false
      }
    folder = watch
  }

  /// - Parameter most: How many milliseconds to wait though nothing is heard; nil for no end.
  /// - Throws: ``Interruption`` when a signal asks to stop, or nobody reads the output any more.
  mutating func wait(atMost most: Int32? = nil) throws {
    let wakes = Waiter.waitWithoutKeys(
      signals: signals, folder: folder, server: store.pollable,
      milliseconds: [store.lookInterval, isWatched && !store.access.isAstray ? nil : 2000, most]
        .compactMap { $0 }.min())
    // Another store may stand at the path now.
    if isWatched { folder?.follow() }
    if wakes.contains(.hangUp) { throw Interruption(signal: SIGPIPE) }
    for case .signals(let received) in wakes {
      for signal in received {
        switch signal {
        case .terminate: throw Interruption(signal: SIGTERM)
        case .interrupt: throw Interruption(signal: SIGINT)
        case .hangUp: throw Interruption(signal: SIGHUP)
        case .suspend: raise(SIGSTOP)
        case .windowChanged, .continued: break
        }
      }
    }
  }
}
