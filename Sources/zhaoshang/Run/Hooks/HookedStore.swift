internal import Glibc
internal import JSON
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

/// A store whose changes the bureau's own programs hear of, and may refuse.
final class HookedStore: EventStore {
  private let store: any EventStore
  private let hooks: HookSettings
  private let delivery: HookDelivery?
  /// What a program finds in its environment.
  private let variables: [String: String]
  private let words: Words
  /// Deliveries that were started, until their end was asked for.
  private var deliveries: [pid_t] = []

  init(
    _ store: any EventStore, _ hooks: HookSettings, delivery: HookDelivery?,
    variables: [String: String], _ words: Words
  ) {
    self.store = store
    self.hooks = hooks
    self.delivery = hooks.onChange.isEmpty ? nil : delivery
    self.variables = variables
    self.words = words
  }

  /// How long a program may think about a change before it is stored.
  static let patience: Int64 = 1000

  func commit(_ work: (Pipeline) throws(Refusal) -> [Event]) throws(StoreError) -> Commit {
    // Before it can be seen, so that whoever delivers it knows whose it is.
    if HookEcho.depth != nil { delivery?.echo.mark() }
    let commit = try store.commit { pipeline throws(Refusal) in
      let events = try work(pipeline)
      if !hooks.beforeCommit.isEmpty, events.contains(where: \.changesPipeline) {
        try ask(about: events, pipeline)
      }
      return events
    }
    if !commit.all.isEmpty { wake() }
    return commit
  }

  func catchUp() throws(StoreError) -> Changes {
    let changes = try store.catchUp()
    if !changes.events.isEmpty { wake() }
    return changes
  }

  private func wake() {
    reap()
    if let child = delivery?.wake() { deliveries.append(child) }
  }

  private func reap() { deliveries.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  // MARK: What came of it

  /// Whether a delivery that was started here has not been seen to end.
  var isDelivering: Bool { !deliveries.isEmpty }

  /// What came of the deliveries that were started here.
  enum DeliveryNews: Equatable {
    case heard
    /// Why the program did not take the last changes.
    case failed(String)
  }

  /// Looks after the deliveries; nil while one is still going on, and when there was none.
  func lookAfterDeliveries() -> DeliveryNews? {
    guard isDelivering else { return nil }
    reap()
    guard !isDelivering else { return nil }
    return delivery?.cursor.read()?.failure.map { .failed($0) } ?? .heard
  }

  /// Has the bureau's program look at what is to be stored.
  ///
  /// One that does not answer in time, or cannot be run, refuses: a rule that nobody enforces is none.
  private func ask(about events: [Event], _ pipeline: Pipeline) throws(Refusal) {
    let lines = events.flatMap { event in
      JSONWriter.bytes(of: .object(event.json(by: author, in: words, pipeline))) + [
        UInt8(ascii: "\n")
      ]
    }
    let program = ChildProgram(hooks.beforeCommit, variables: variables)
    let outcome = program.run(telling: lines, within: HookedStore.patience)
    switch outcome.ending {
    case .exited(0): return
    case .exited(126), .exited(127), .signalled, .notStarted, .late:
      throw .hook(words.hookFailed(hooks.beforeCommit[0], outcome.ending))
    case .exited:
      // A sentence, however much was printed.
      throw .hook(outcome.firstLine.map { String($0.prefix(200)) } ?? words.hookSaysNo)
    }
  }

  // MARK: As the store has it

  var pipeline: Pipeline { store.pipeline }
  var access: StoreAccess { store.access }
  var place: String { store.place }
  var recordFolder: String { store.recordFolder }
  var storeID: String { store.storeID }
  var author: Actor { store.author }
  func sign(as name: String) { store.sign(as: name) }
  var patience: Int {
    get { store.patience }
    set { store.patience = newValue }
  }
  var news: StoreNews { store.news }
  var pollable: (descriptor: Int32, events: Int16)? { store.pollable }
  var lookInterval: Int32? { store.lookInterval }
  var wantsQuiet: Bool { store.wantsQuiet }

  func events(after sequence: SequenceNumber, limit: Int) throws(StoreError) -> [RecordedEvent] {
    try store.events(after: sequence, limit: limit)
  }
  func giveUp() throws(StoreError) { try store.giveUp() }
  func useQuiet(isInterrupted: @escaping () -> Bool) {
    store.useQuiet(isInterrupted: isInterrupted)
  }
}

extension Event {
  /// Whether it is about more than what was done to the record itself, or who was told.
  fileprivate var changesPipeline: Bool {
    switch self {
    case .storeRecovered, .reminded: false
    default: true
    }
  }
}
