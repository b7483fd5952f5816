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
  /// POSIX_SPAWN_SETSID, which Swift does not see: a session of its own, whatever becomes of ours.
  private static let ownSession: Int32 = 0x80

  /// Starts the delivery out of the way; nil of the events up to `last` is told for the first time.
  func wake(startingAfter last: SequenceNumber) {
    var words = ["/proc/self/exe", "hooks", "deliver"] + options
    if cursor.read() == nil { words += ["--after", "\(last.number)"] }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | HookDelivery.ownSession))
    let texts = words.map { strdup($0) } + [nil]
    defer { for text in texts { free(text) } }
    var child = pid_t()
    // Whether it can be started is told by the state of the hook, which stays behind.
    _ = posix_spawn(&child, words[0], &actions, &attributes, texts, environ)
  }

  /// Delivers all that is not delivered yet.
  ///
  /// - Returns: What is delivered now; nil when another process is at it.
  func deliver(from store: any EventStore, startingAfter first: SequenceNumber?, _ words: Words)
    throws(StoreError) -> HookCursor.State?
  {
    guard var held = cursor.lock() else { return nil }
    while true {
      var state = cursor.read() ?? HookCursor.State(last: first ?? .origin)
      // A store that went back in time gives its numbers again.
      state.last = min(state.last, store.pipeline.version)
      while state.last < store.pipeline.version {
        let events = try store.events(after: state.last, limit: HookDelivery.batch)
        guard let end = events.last?.sequence else { break }
        let lines = events.flatMap { $0.line(in: words, store.pipeline) }
        let outcome = ChildProgram(program).run(telling: lines, within: HookDelivery.patience)
        guard outcome.isSuccess else {
          let said = outcome.firstLine.map { words.say("：\($0)", ": \($0)") } ?? ""
          state.failure = words.hookFailed(program[0], outcome.ending) + said
          state.failedAt = Surroundings.milliseconds
          try? cursor.write(state)
          return state
        }
        state = HookCursor.State(last: end)
        try? cursor.write(state)
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

  /// The store as the hooks have it.
  func hooked(_ store: any EventStore) -> any EventStore {
    guard !configuration.hooks.isEmpty else { return store }
    return HookedStore(
      store, configuration.hooks, delivery: hookDelivery(of: store), words)
  }
}
