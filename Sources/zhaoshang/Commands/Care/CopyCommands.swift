internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang backup DIR`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration("backup", .backup)

  @Argument(help: .of(.copyTo), completion: .directory) var folder: String
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let report = try workplace.copy(try workplace.recordFolder(), to: folder)
    let words = workplace.words
    if json { return try Output.outcome(report.json(at: folder).text, words) }
    try Output.outcome(
      words.backedUp(to: folder, changes: report.last, bytes: report.bytes), words)
  }
}

/// The subcommand `zhaoshang restore DIR`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration("restore", .restore)

  @Argument(help: .of(.copyFrom), completion: .directory) var folder: String
  @Option(help: .of(.group)) var group: String?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    let target = try workplace.address()
    let done = try workplace.copy(.folder(folder), to: target, group: group)
    workplace.note(done.record)
    if json { return try Output.outcome(done.json.text, words) }
    try Output.outcome(words.restored(from: folder, to: target.text, changes: done.last), words)
  }
}

/// The subcommand `zhaoshang copy FROM TO`.
struct CopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("copy", .copy)

  @Argument(help: .of(.copySource), completion: .directory) var source: String
  @Argument(help: .of(.copyTarget), completion: .directory) var target: String
  @Option(help: .of(.group)) var group: String?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    guard let from = try Workplace.address(source, words),
      let to = try Workplace.address(target, words)
    else { return }
    let done = try workplace.copy(from, to: to, group: group)
    if json { return try Output.outcome(done.json.text, words) }
    try Output.outcome(words.copied(done, from: from.text), words)
  }
}

extension CopiedStore {
  fileprivate var json: JSONText {
    JSONText([
      "path": .string(place), "id": .string(storeID), "changes": .integer(last.number),
      "bytes": .integer(bytes), "sha256": digest.map { .string($0) } ?? .null,
    ])
  }
}

extension StoreCopy.Report {
  fileprivate func json(at path: String) -> JSONText {
    JSONText([
      "path": .string(path), "id": .string(storeID), "changes": .integer(last.number),
      "files": .integer(files), "bytes": .integer(bytes),
    ])
  }
}
