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
    let place = try workplace.folder()
    let group = try self.group.map { name throws(Failure) in try workplace.group(name) }
    let report = try workplace.copy(folder, to: place, group: group)
    workplace.note(report.record)
    let words = workplace.words
    if json { return try Output.outcome(report.json(at: place).text, words) }
    try Output.outcome(words.restored(from: folder, to: place, changes: report.last), words)
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
