internal import BoardUI
internal import Glibc
internal import JSON
internal import Pipeline

/// Where a board keeps what is being typed, in case it dies: one file a process in `drafts/`.
///
/// Not part of the store's history, and never in the way: what cannot be written or read is left.
struct DraftFile {
  private let folder: String
  private let owner: UInt32
  private var written: [FormDraft] = []

  init(store: String, owner: UInt32) {
    folder = store + "/drafts"
    self.owner = owner
  }

  private var path: String { "\(folder)/\(owner)-\(getpid()).json" }

  /// Whether something was typed that is not kept yet.
  func isBehind(_ drafts: [FormDraft]) -> Bool { drafts != written }

  /// Keeps the drafts, or removes the file when there are none; does nothing when they are the same.
  mutating func keep(_ drafts: [FormDraft]) {
    guard drafts != written else { return }
    written = drafts
    if drafts.isEmpty {
      unlink(path)
      return
    }
    let bytes = JSONWriter.bytes(of: .array(drafts.map(DraftFile.json)))
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    if count == bytes.count { rename(temporary, path) } else { unlink(temporary) }
  }

  /// The drafts that boards of this person left when they died; their files are removed.
  func takeOrphans() -> [FormDraft] {
    var drafts: [FormDraft] = []
    for name in names {
      let parts = name.dropLast(5).split(separator: "-")
      guard parts.count == 2, UInt32(parts[0]) == owner, let process = pid_t(parts[1]),
        process != getpid(), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let file = "\(folder)/\(name)"
      drafts += DraftFile.read(file)
      unlink(file)
    }
    return drafts
  }

  private var names: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".json") { names.append(name) }
    }
    return names.sorted()
  }

  private static func read(_ path: String) -> [FormDraft] {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    guard count > 0, case .array(let items)? = try? JSONValue.parse(Array(bytes.prefix(count)))
    else { return [] }
    return items.compactMap(draft)
  }

  // MARK: JSON

  private static func json(_ draft: FormDraft) -> JSONValue {
    var texts = JSONObject()
    for (key, text) in draft.texts.sorted(by: { $0.key < $1.key }) { texts[key] = .string(text) }
    let project: JSONValue = draft.project.map { .integer($0.number) } ?? .null
    let stage: JSONValue = draft.stage.map { .string($0.code) } ?? .null
    return [
      "action": .string(draft.action), "project": project, "stage": stage, "texts": .object(texts),
    ]
  }

  private static func draft(_ value: JSONValue) -> FormDraft? {
    guard case .object(let members) = value, case .string(let action)? = members["action"],
      case .object(let texts)? = members["texts"]
    else { return nil }
    var draft = FormDraft(action: action, project: nil, stage: nil, texts: [:])
    if case .number(let literal)? = members["project"], let number = UInt32(literal) {
      draft.project = ProjectID(number)
    }
    if case .string(let code)? = members["stage"] { draft.stage = Stage(code: code) }
    for member in texts.members { draft.texts[member.key] = member.value.string }
    return draft
  }
}
