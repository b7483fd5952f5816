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

  /// How many events are told at once, and how long the program may take for them.
  private static let batch = 500
  private static let patience: Int64 = 60_000

  /// Starts the delivery out of the way; whoever stays has to ask for its end.
  ///
  /// - Parameter last: What the program is not told of when it hears for the first time.
  /// - Returns: The process. Whether it could be started is told by the state of the hook, which stays
  ///   behind.
  func wake(startingAfter last: SequenceNumber) -> pid_t? {
    var words = ["/proc/self/exe", "hooks", "deliver"] + options
    if cursor.read() == nil { words += ["--after", "\(last.number)"] }
    let nothing: [Int32: Int32?] = [STDIN_FILENO: nil, STDOUT_FILENO: nil, STDERR_FILENO: nil]
    return try? ChildStart.spawn(words, in: .session, descriptors: nothing).get()
  }

  /// Delivers all that is not delivered yet.
  ///
  /// - Returns: What is delivered now; nil when another process is at it.
  func deliver(from store: any EventStore, startingAfter first: SequenceNumber?, _ words: Words)
    throws(StoreError) -> HookCursor.State?
  {
    guard var held = cursor.lock() else { return nil }
    var size = HookDelivery.batch
    while true {
      var state = cursor.read() ?? HookCursor.State(last: first ?? .origin)
      // A store that went back in time gives its numbers again.
      state.last = min(state.last, store.pipeline.version)
      while state.last < store.pipeline.version {
        let events = try store.events(after: state.last, limit: size)
        guard let end = events.last?.sequence else { break }
        let lines = events.flatMap { $0.line(in: words, store.pipeline) }
        let outcome = ChildProgram(program).run(telling: lines, within: HookDelivery.patience)
        guard outcome.isSuccess else {
          // One that takes some and dies of another is given one at a time: it gets as far as it can.
          if events.count > 1, outcome.ending != .late {
            size = 1
            continue
          }
          state.failure = words.say("钩子 ", "the hook ") + words.programFailed(program[0], outcome)
          state.failedAt = Surroundings.milliseconds
          try? cursor.write(state)
          return state
        }
        state = HookCursor.State(last: end)
        try? cursor.write(state)
        size = min(size * 2, HookDelivery.batch)
      }
      // Whoever stored something while we held it has gone away again.
      _ = consume held
      _ = try store.catchUp()
      guard state.last < store.pipeline.version, let again = cursor.lock() else { return state }
      held = again
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
      options: ["--store", address.text, "--lang", words.language.code])
  }

  /// Why a person's program did not take the last changes; nil when it did, or there is none.
  func hookFailure(of store: any EventStore) -> String? {
    hookDelivery(of: store)?.cursor.read()?.failure
  }

  /// The store as the hooks have it.
  func hooked(_ store: any EventStore) -> any EventStore {
    guard !configuration.hooks.isEmpty else { return store }
    return HookedStore(
      store, configuration.hooks, delivery: hookDelivery(of: store), words)
  }
}
