internal import Files
internal import Glibc
internal import JSON
internal import Pipeline
internal import Storage

/// How far a person's program has heard of a store's events, kept on this machine.
///
/// One file a store, replaced whole; what has gone wrong stands in it as well.
struct HookCursor {
  struct State: Equatable {
    /// The last event that the program has taken.
    var last: SequenceNumber
    /// Why the last attempt failed; nil when it did not.
    var failure: String?
    var failedAt: Int64 = 0
    /// The events that ended what was taken at a time.
    var marks = EventMarks()

    /// The state after more was taken.
    func taking(upTo event: RecordedEvent) -> State {
      var state = State(last: event.sequence, marks: marks)
      state.marks.add(event)
      return state
    }
  }

  /// What the file says.
  enum Reading: Equatable {
    case state(State)
    case missing
    case unreadable
  }

  private let folder: String
  private let name: String

  init(in folder: String, of store: String) {
    self.folder = folder
    name = store + ".json"
  }

  var path: String { folder + "/" + name }

  /// Nil when nothing can be said.
  func read() -> State? { if case .state(let state) = look() { state } else { nil } }

  func look() -> Reading {
    guard Surroundings.exists(path) else { return .missing }
    guard let folder = try? Folder(folder, followsLink: false),
      let file = try? OwnFile(name, in: folder), let bytes = try? file.read(limit: 65_536),
      let object = (try? JSONValue.parse(bytes))?.object,
      let last = object["last"]?.integer.flatMap({ UInt64(exactly: $0) })
    else { return .unreadable }
    let marks = (object["marks"]?.array ?? []).compactMap { mark -> EventMarks.Mark? in
      guard let last = mark.object?["last"]?.integer.flatMap({ UInt64(exactly: $0) }),
        let event = mark.object?["event"]?.string
      else { return nil }
      return EventMarks.Mark(last: SequenceNumber(last), event: event)
    }
    return .state(
      State(
        last: SequenceNumber(last), failure: object["failure"]?.string,
        failedAt: object["failed_ms"]?.integer.map(Int64.init) ?? 0, marks: EventMarks(marks)))
  }

  /// Notes where hearing begins, before anything is stored; what is noted already stays.
  ///
  /// - Parameter marks: What the store holds already.
  func begin(at last: SequenceNumber, _ marks: () -> EventMarks) throws(FileFault) {
    guard look() == .missing else { return }
    let state = State(last: last, marks: marks())
    do throws(FileFault) { try write(state, replacing: false) } catch {
      // Somebody else was a little earlier.
      if error.reason != .isThere { throw error }
    }
  }

  func write(_ state: State, replacing: Bool = true) throws(FileFault) {
    try Folder.make(above: path)
    let folder = try Folder(folder, followsLink: false)
    var object = JSONObject()
    object["last"] = .integer(state.last.number)
    if let failure = state.failure {
      object["failure"] = .string(failure)
      object["failed_ms"] = .integer(state.failedAt)
    }
    object["marks"] = .array(
      state.marks.all.map { mark in
        var object = JSONObject()
        object["last"] = .integer(mark.last.number)
        object["event"] = .string(mark.event)
        return .object(object)
      })
    var file = try NewFile(in: folder, for: path)
    try file.write(JSONWriter.bytes(of: .object(object)))
    try file.flush()
    try file.name(name, replacing: replacing)
  }

  /// Holds the store's deliveries for one process; nil when another has them.
  ///
  /// - Throws: When it cannot be known, for the folder cannot be written.
  func lock() throws(FileFault) -> Lock? {
    try Folder.make(above: path)
    let descriptor = open(
      path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw FileFault(.system(errno: errno), path: path + ".lock") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return Lock(descriptor)
  }

  final class Lock {
    private let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }
}
