internal import Files
internal import Glibc
internal import Pipeline
internal import Settings
internal import Storage
internal import Vocabulary
internal import Wording

/// Has the person's program hear of every event, in order and at least once, without keeping anybody
/// waiting.
///
/// Whoever stores something starts this program once more, by itself and out of the way; it delivers
/// what is not delivered yet and goes. The number of the last event taken is kept, so that after a
/// crash, a failure or a machine that was off the next one goes on from there.
struct HookDelivery {
  let program: [String]
  let cursor: HookCursor
  /// The options that lead to the same store.
  let options: [String]
  /// What the program finds in its environment.
  let variables: [String: String]

  /// How many events are told at once, and how long the program may take for them.
  private static let batch = 500
  static let patience: Int64 = 60_000

  var echo: HookEcho { HookEcho(beside: cursor.path) }

  /// Starts the delivery out of the way; whoever stays has to ask for its end.
  ///
  /// Within the program itself one is at it already, most of the time, and looks again.
  ///
  /// - Returns: The process. Whether it could be started is told by the state of the hook, which stays
  ///   behind.
  func wake() -> pid_t? {
    if HookEcho.depth != nil {
      guard let lock = try? cursor.lock() else { return nil }
      _ = consume lock
    }
    let words = ["/proc/self/exe", "hooks", "deliver"] + options
    let nothing: [Int32: Int32?] = [STDIN_FILENO: nil, STDOUT_FILENO: nil, STDERR_FILENO: nil]
    return try? ChildStart.spawn(words, in: .session, descriptors: nothing).get()
  }

  /// Delivers all that is not delivered yet.
  ///
  /// - Parameter asked: Behind which event to begin, whatever was noted; nil to go on.
  /// - Returns: What is delivered now; nil when another process is at it.
  func deliver(
    from store: any EventStore, startingAfter asked: SequenceNumber?, _ workplace: Workplace
  ) throws(Failure) -> HookCursor.State? {
    let words = workplace.words
    guard var held = try lock(words) else { return nil }
    var chain = HookEcho.Chain(echo)
    var size = HookDelivery.batch
    // What was too much once is too much again.
    var most = HookDelivery.batch
    var asked = asked
    while true {
      var state = try state(startingAfter: asked, words)
      asked = nil
      do throws(StoreError) {
        state.last = try state.marks.place(after: state.last, in: store)
      } catch {
        throw workplace.failure(error)
      }
      while state.last < store.pipeline.version {
        guard chain.goesOn() else {
          let why = words.hookAnswersItself(program[0], HookEcho.most)
          return try noting(why, in: state, words)
        }
        let events = try events(of: store, after: state.last, size, workplace)
        guard let last = events.last else { break }
        let lines = events.flatMap { $0.line(in: words, store.pipeline) }
        let program = ChildProgram(
          program,
          variables: variables.merging(HookEcho.variables(at: chain.depth)) { $1 })
        let outcome = program.run(telling: lines, within: HookDelivery.patience)
        guard outcome.isSuccess else {
          let why =
            words.say("钩子 ", "the hook ") + words.programFailed(self.program[0], outcome)
          state = try noting(why, in: state, words)
          guard events.count > 1 else { return state }
          // One that takes some and dies of another, or that is slow, is given less at a time.
          size = outcome.ending == .late ? max(1, events.count / 8) : 1
          if outcome.ending == .late { most = size }
          continue
        }
        state = state.taking(upTo: last)
        try write(state, words)
        size = min(size * 2, most)
      }
      // Whoever stored something while we held it has gone away again.
      _ = consume held
      do throws(StoreError) { _ = try store.catchUp() } catch { throw workplace.failure(error) }
      guard state.last < store.pipeline.version, let again = try lock(words) else { return state }
      held = again
    }
  }

  private func lock(_ words: Words) throws(Failure) -> HookCursor.Lock? {
    do throws(FileFault) { return try cursor.lock() } catch { throw words.failure(error) }
  }

  private func noting(
    _ failure: String, in state: HookCursor.State, _ words: Words
  ) throws(Failure) -> HookCursor.State {
    var state = state
    state.failure = failure
    state.failedAt = Surroundings.milliseconds
    try write(state, words)
    return state
  }

  private func write(_ state: HookCursor.State, _ words: Words) throws(Failure) {
    do throws(FileFault) { try cursor.write(state) } catch { throw words.failure(error) }
  }

  private func state(startingAfter asked: SequenceNumber?, _ words: Words) throws(Failure)
    -> HookCursor.State
  {
    if let asked { return HookCursor.State(last: asked) }
    switch cursor.look() {
    case .state(let state): return state
    case .missing: return HookCursor.State(last: .origin)
    case .unreadable: throw Failure(.storeFailed, words.hookPlaceUnreadable(cursor.path))
    }
  }

  private func events(
    of store: any EventStore, after last: SequenceNumber, _ limit: Int, _ workplace: Workplace
  ) throws(Failure) -> [RecordedEvent] {
    do throws(StoreError) { return try store.events(after: last, limit: limit) } catch {
      throw workplace.failure(error)
    }
  }
}

extension Workplace {
  /// How a person's program hears of a store; nil without one, or without a folder to remember in.
  func hookDelivery(of store: any EventStore) -> HookDelivery? {
    guard !configuration.hooks.onChange.isEmpty, let paths, let address = self.store else {
      return nil
    }
    return HookDelivery(
      program: configuration.hooks.onChange,
      cursor: HookCursor(in: paths.stateFolder + "/hooks", of: store.storeID),
      options: ["--store=" + address.text, "--lang", words.language.code],
      variables: childVariables)
  }

  /// Why a person's program did not take the last changes; nil when it did, or there is none.
  func hookFailure(of store: any EventStore) -> String? {
    guard let cursor = hookDelivery(of: store)?.cursor else { return nil }
    switch cursor.look() {
    case .state(let state): return state.failure ?? hookLag(state, of: store)
    case .missing: return nil
    case .unreadable: return words.hookPlaceUnreadable(cursor.path)
    }
  }

  /// That the program has not heard for long of what is stored, whatever the reason; nil when it has.
  private func hookLag(_ state: HookCursor.State, of store: any EventStore) -> String? {
    guard state.last < store.pipeline.version,
      let waiting = try? store.events(after: state.last, limit: 1).first,
      Surroundings.milliseconds - waiting.recordedAt > 2 * HookDelivery.patience
    else { return nil }
    return words.hookLags(behind: state.last)
  }

  /// The store as the hooks have it.
  ///
  /// - Throws: When it cannot be noted where hearing begins: events would be lost without a word.
  func hooked(_ store: any EventStore) throws(Failure) -> any EventStore {
    guard !configuration.hooks.isEmpty else { return store }
    let delivery = hookDelivery(of: store)
    do throws(FileFault) {
      // Without marks a backup is told from its beginning: too much, but nothing is missing.
      try delivery?.cursor.begin(at: store.pipeline.version) {
        (try? EventMarks(of: store)) ?? EventMarks()
      }
    } catch {
      throw words.failure(error)
    }
    return HookedStore(
      store, configuration.hooks, delivery: delivery, variables: childVariables, words)
  }
}
