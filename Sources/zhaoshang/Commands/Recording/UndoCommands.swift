internal import ArgumentParser
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang undo [SEQ]`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("undo", .undo)

  @Argument(help: .of(.sequence)) var sequence: UInt64?
  @Flag(help: .of(.anybody)) var anybody = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.takeBack { workplace, store throws(Failure) in
      if let sequence { return try workplace.commit(holding: SequenceNumber(sequence), in: store) }
      let actor = anybody ? nil : store.author
      guard let last = store.pipeline.lastUndoable(by: actor) else {
        throw Failure(
          .refused, workplace.words.refusal(.nothingToUndo, pipeline: store.pipeline))
      }
      return last
    }
  }
}

/// The subcommand `zhaoshang redo`.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("redo", .redo)

  @Flag(help: .of(.anybody)) var anybody = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.takeBack { workplace, store throws(Failure) in
      let actor = anybody ? nil : store.author
      guard let last = store.pipeline.lastRedoable(by: actor) else {
        throw Failure(.refused, workplace.words.nothingToRedo)
      }
      return last
    }
  }
}

extension WriteOptions {
  /// Takes back the commit that `choose` finds, and says what came of it.
  fileprivate func takeBack(
    _ choose: (Workplace, any EventStore) throws(Failure) -> CommitReference
  ) throws(Failure) {
    let workplace = try global.workplace()
    let store = try workplace.openForWriting()
    let commit = try choose(workplace, store)
    let events = try workplace.events(of: commit, in: store)
    try report(try workplace.commit(.undo(events), to: store), workplace)
  }
}
