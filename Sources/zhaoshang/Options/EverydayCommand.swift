internal import ArgumentParser

/// The subcommands that scripts and people call all day, found by their names.
///
/// Parsed by themselves they cost a third less than in the tree of all subcommands. Whatever is not
/// a plain call of one, help and mistakes among it, is left to the tree: it alone has words for them.
enum EverydayCommand: String {
  case board, list, show, search, funnel, add, edit, move, log, note, next, undo

  private var type: any ParsableCommand.Type {
    switch self {
    case .board: BoardCommand.self
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
    return try? everyday.type.parse(Array(arguments.dropFirst()))
  }
}
