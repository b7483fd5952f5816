internal import BoardUI
internal import Files
internal import JSON
internal import Pipeline

/// Where a board keeps what is being typed, in case it dies: one file a board in the
/// folder for drafts.
///
/// Everybody of a shared store may write that folder. So a file has a name that nobody can foresee, is
/// its owner's alone, and one that is found is taken only when nobody else can have written it. It is
/// locked while its board lives, so that another board can tell what was left behind. Not part of
/// the store's history, and never in the way: what cannot be written or read is left.
struct DraftFile: ~Copyable {
  private let folder: String
  private let owner: UInt32
  /// Begins with the owner's number, as it has ever done: older boards find their own by that.
  private let name: String
  private var written: [FormDraft] = []
  /// The file as it stands, open and locked; nil when there is none.
  private var held: HeldFile?

  private static let ending = ".json"
  /// Far more than a form holds.
  private static let limit = 1 << 20

  init(in folder: String, owner: UInt32) {
    self.folder = folder
    self.owner = owner
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    name = "\(owner)-\(random)\(DraftFile.ending)"
  }

  /// Whether something was typed that is not kept yet.
  func isBehind(_ drafts: [FormDraft]) -> Bool { drafts != written }

  /// Keeps the drafts, or removes the file when there are none; does nothing when they are the same.
  mutating func keep(_ drafts: [FormDraft]) {
    guard drafts != written else { return }
    written = drafts
    do throws(FileFault) {
      let folder = try Folder(folder, followsLink: false)
      if drafts.isEmpty {
        if held != nil { folder.remove(name) }
        held = nil
        return
      }
      var file = try NewFile(in: folder, for: folder.path(of: name))
      // Locked before it has its name, so that nobody ever takes it for an orphan.
      file.lock()
      try file.write(JSONWriter.bytes(of: .array(drafts.map(DraftFile.json))))
      try file.name(name, replacing: true)
      held = file.release()
    } catch {
      return
    }
  }

  /// What boards of this person left when they died.
  struct Orphans: ~Copyable {
    var drafts: [FormDraft] = []
    fileprivate let folder: Folder?
    /// The files, open and locked, so that no other board takes them as well.
    fileprivate var files: [(name: String, file: HeldFile)] = []
  }

  /// The drafts that were left behind; their files stay until they are discarded.
  func orphans() -> Orphans {
    guard let folder = try? Folder(folder, followsLink: false) else { return Orphans(folder: nil) }
    var found: [FormDraft] = []
    var files: [(name: String, file: HeldFile)] = []
    for name in FolderTree.names(in: folder.path) where isOurs(name) {
      guard let file = try? OwnFile(name, in: folder), file.lock() else { continue }
      if name.hasSuffix(DraftFile.ending), let bytes = try? file.read(limit: DraftFile.limit) {
        found += DraftFile.drafts(bytes)
      }
      files.append((name, file.release()))
    }
    return Orphans(drafts: found, folder: folder, files: files)
  }

  /// Removes the files of drafts that have been taken over, and what never became one.
  static func discard(_ orphans: consuming Orphans) {
    guard let folder = orphans.folder else { return }
    for file in orphans.files { folder.remove(file.name) }
  }

  /// Whether a name is one that a board of this person gives, now or in an earlier version, which
  /// wrote into `UID-PID.json.new`.
  private func isOurs(_ name: String) -> Bool {
    if name.hasPrefix("\(owner)-") {
      return name.hasSuffix(DraftFile.ending) || name.hasSuffix(DraftFile.ending + NewFile.ending)
    }
    return name.hasPrefix(".") && name.hasSuffix(NewFile.ending)
  }

  private static func drafts(_ bytes: [UInt8]) -> [FormDraft] {
    guard case .array(let items)? = try? JSONValue.parse(bytes) else { return [] }
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
