internal import Files
internal import Glibc
internal import JSON
internal import Pipeline

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
  }

  private let folder: String
  private let name: String

  init(in folder: String, of store: String) {
    self.folder = folder
    name = store + ".json"
  }

  var path: String { folder + "/" + name }

  /// Nil when the program has heard of nothing yet.
  func read() -> State? {
    guard let folder = try? Folder(folder, followsLink: false),
      let file = try? OwnFile(name, in: folder), let bytes = try? file.read(limit: 65_536),
      let object = (try? JSONValue.parse(bytes))?.object,
      let last = object["last"]?.integer.flatMap({ UInt64(exactly: $0) })
    else { return nil }
    return State(
      last: SequenceNumber(last), failure: object["failure"]?.string,
      failedAt: object["failed_ms"]?.integer.map(Int64.init) ?? 0)
  }

  func write(_ state: State) throws(FileFault) {
    try Folder.make(above: path)
    let folder = try Folder(folder, followsLink: false)
    var object = JSONObject()
    object["last"] = .integer(state.last.number)
    if let failure = state.failure {
      object["failure"] = .string(failure)
      object["failed_ms"] = .integer(state.failedAt)
    }
    var file = try NewFile(in: folder, for: path)
    try file.write(JSONWriter.bytes(of: .object(object)))
    try file.flush()
    try file.name(name, replacing: true)
  }

  /// Holds the store's deliveries for one process; nil when another has them.
  func lock() -> Lock? {
    try? Folder.make(above: path)
    let descriptor = open(
      path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return nil }
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
