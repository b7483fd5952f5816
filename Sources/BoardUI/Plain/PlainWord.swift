internal import SafeText

/// The words that are the same everywhere.
enum PlainWord {
  static let back = ".."
  static let save = "."
  static let clear = "-"
  /// How many cards, or lines that may be meant, are said at once.
  static let page = 20
  static let most = 9

  /// A whole number, also as an input method in Chinese writes it.
  static func number(_ typed: String) -> Int? {
    let digits = FullWidth.folded(typed)
    guard (1...9).contains(digits.utf8.count), digits.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return Int(digits)
  }

  /// What can be asked for line by line, of all that the palette has.
  static func offered(_ rows: [PaletteRow]) -> [PaletteRow] {
    rows.filter { row in
      guard row.unavailable == nil else { return false }
      guard case .action(let action) = row.choice, let section = ActionTable.row(action)?.section
      else { return row.group != .section(.program) }
      switch section {
      case .moving, .choosing, .figures, .past, .program: return false
      case .recording, .advancing, .closing, .finding, .viewing, .reporting, .registers:
        return !notLineByLine.contains(action)
      }
    }
  }

  /// What is about the places of cards on a screen.
  private static let notLineByLine: Set<Action> = [
    .carry, .menu, .reorderUp, .reorderDown, .sort, .reverseSort, .density, .chooseColumns,
    .showBoard,
    .nextView, .previousView, .importFile,
  ]
}
