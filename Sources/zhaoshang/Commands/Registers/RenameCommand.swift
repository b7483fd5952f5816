internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang rename unit|person|organisation|cluster|tag OLD NEW`.
struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration("rename", .rename)

  @Argument(help: .entry(.renamedKind), completion: .words(of: Renaming.Kind.self))
  var kind: String
  @Argument(help: .entry(.oldName)) var old: String
  @Argument(help: .entry(.newName)) var new: String
  @Flag(help: .entry(.mergeNames)) var merge = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    let workplace = try write.global.workplace()
    let store = try workplace.openForWriting()
    let renaming = Renaming(
      try workplace.choice(kind, "rename"), from: old, to: new, merges: merge)
    let saved = try workplace.commit(.rename(renaming), to: store)
    try write.report(saved, workplace)
    let left = saved.pipeline.recordsNaming(old, as: renaming.kind)
    if left > 0, !saved.events.isEmpty {
      Output.say(workplace.words.recordsKeepName(left, renaming))
    }
  }
}
