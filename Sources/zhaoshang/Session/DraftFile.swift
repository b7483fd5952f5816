internal import BoardUI
internal import Glibc
internal import JSON
internal import Pipeline

/// Where a board keeps what is being typed, in case it dies: one file a process in `drafts/`.
///
/// The file is locked while its board lives, so that another board can tell what was left behind.
/// Not part of the store's history, and never in the way: what cannot be written or read is left.
struct DraftFile: ~Copyable {
  private let folder: String
  private let owner: UInt32
  private var written: [FormDraft] = []
  /// The file as it stands, open and locked; -1 when there is none.
  private var held: Int32 = -1

  init(store: String, owner: UInt32) {
    folder = store + "/drafts"
    self.owner = owner
  }

  deinit { if held >= 0 { close(held) } }

  private var path: String { "\(folder)/\(owner)-\(getpid()).json" }

  /// Whether something was typed that is not kept yet.
  func isBehind(_ drafts: [FormDraft]) -> Bool { drafts != written }

  /// Keeps the drafts, or removes the file when there are none; does nothing when they are the same.
  mutating func keep(_ drafts: [FormDraft]) {
    guard drafts != written else { return }
    written = drafts
    if drafts.isEmpty {
      unlink(path)
      release()
      return
    }
    let bytes = JSONWriter.bytes(of: .array(drafts.map(DraftFile.json)))
    let temporary = path + ".new"
    let file = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    // Locked before it has its name, so that nobody ever takes it for an orphan.
    flock(file, LOCK_EX | LOCK_NB)
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == bytes.count, rename(temporary, path) == 0 else {
      unlink(temporary)
      close(file)
      return
    }
    release()
    held = file
  }

  /// What boards of this person left when they died.
  struct Orphans {
    var drafts: [FormDraft] = []
    /// The files, open and locked, so that no other board takes them as well.
    fileprivate var files: [(path: String, descriptor: Int32)] = []
  }

  /// The drafts that were left behind; their files stay until they are discarded.
  func orphans() -> Orphans {
    var orphans = Orphans()
    for name in FolderTree.names(in: folder)
    where name.hasPrefix("\(owner)-") && name.hasSuffix(".json") {
      let path = "\(folder)/\(name)"
      let file = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        orphans.drafts += DraftFile.read(file)
        // One under our own number is replaced when we keep ours; it must not be removed then.
        if path == self.path { close(file) } else { orphans.files.append((path, file)) }
      } else {
        close(file)
      }
    }
    return orphans
  }

  /// Removes the files of drafts that have been taken over.
  static func discard(_ orphans: Orphans) {
    for file in orphans.files {
      unlink(file.path)
      close(file.descriptor)
    }
  }

  private mutating func release() {
    if held >= 0 { close(held) }
    held = -1
  }

  private static func read(_ file: Int32) -> [FormDraft] {
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
