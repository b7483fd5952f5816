internal import ArgumentParser

/// The subcommands that scripts and people call all day, found by their names.
///
/// A plain call of one is read without the parser, whose looking at every option of every subcommand
/// took longer than opening a store; what is less plain is parsed by itself, a
/// third cheaper than in the tree of all subcommands. Whatever is not a call of one, help and
/// mistakes among it, is left to the tree: it alone has words for them. The board is a ``BoardCall``.
enum EverydayCommand: String {
  case list, show, search, funnel, add, edit, move, log, note, next, undo

  private var type: any PlainCommand.Type {
    switch self {
    case .list: ListCommand.self
    case .show: ShowCommand.self
    case .search: SearchCommand.self
    case .funnel: FunnelCommand.self
    case .add: AddCommand.self
    case .edit: EditCommand.self
    case .move: MoveCommand.self
    case .log: LogCommand.self
    case .note: NoteCommand.self
    case .next: NextCommand.self
    case .undo: UndoCommand.self
    }
  }

  /// The command that arguments call; nil when they are for the tree.
  static func parse(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first, let everyday = EverydayCommand(rawValue: name) else {
      return nil
    }
    let rest = arguments.dropFirst()
    return everyday.plain(rest) ?? (try? everyday.type.parse(Array(rest)))
  }

  private func plain(_ arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    let type = type
    return PlainArguments(arguments, type.plainNames).flatMap { type.init($0) }
  }
}
