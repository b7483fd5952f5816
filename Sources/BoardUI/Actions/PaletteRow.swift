internal import Canvas
internal import Insight
internal import Wording

/// One line of the palette: an action, or a choice that belongs to one.
package struct PaletteRow: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    case action(Action)
    case command(CommandLine)
  }

  package let choice: Choice
  package let title: String
  /// The keys, as the help writes them.
  package let keys: String
  /// What would be typed after `:`.
  package let command: String
  /// Why it cannot be done now; nil when it can.
  package let unavailable: String?
}

extension UIState {
  /// The palette's lines that fit what is typed, the ones that can be done first.
  package func paletteRows(_ palette: Palette) -> [PaletteRow] {
    var query = palette.editor.text
    while query.first == ":" || query.first == "：" || query.first == " " { query.removeFirst() }
    if let command = CommandLine(query, today: today) {
      return [
        PaletteRow(
          choice: .command(command), title: words.runCommand(query), keys: "Enter",
          command: ":" + query, unavailable: nil)
      ]
    }
    let rows = allPaletteRows.filter { $0.matches(query) }
    // A command typed in full is meant, whatever else happens to fit: Enter must run no other.
    let meant = rows.filter { $0.isCalled(query) }
    let others = rows.filter { !$0.isCalled(query) }
    return meant + others.filter { $0.unavailable == nil }
      + others.filter { $0.unavailable != nil }
  }

  private var allPaletteRows: [PaletteRow] {
    var rows = ActionTable.rows.map { row in
      PaletteRow(
        choice: .action(row.action), title: words.say(row.zh, row.en),
        keys: row.keys.prefix(3).map(Keymap.name).joined(separator: " "),
        command: row.commands.first.map { ":" + $0 } ?? "", unavailable: unavailable(row.action))
    }
    for name in themes {
      rows.append(
        PaletteRow(
          choice: .command(.theme(name)), title: words.useTheme(name), keys: "",
          command: ":theme \(name)", unavailable: nil))
    }
    return rows
  }

  /// Runs a line of the palette: the chosen one, or the selected one.
  mutating func runPalette(row: Int?) -> [Effect] {
    guard case .palette(let palette) = overlay else { return [] }
    let rows = paletteRows(palette)
    let index = row ?? palette.row
    guard rows.indices.contains(index) else {
      say(words.noSuchCommand(palette.editor.text), .bad)
      return []
    }
    overlay = .none
    if let reason = rows[index].unavailable {
      say(reason, .bad)
      return []
    }
    switch rows[index].choice {
    case .action(let action): return perform(action)
    case .command(let command): return run(command)
    }
  }
}

extension PaletteRow {
  /// Whether the line fits: by its title, its keys, its command words, or pinyin.
  func matches(_ query: String) -> Bool {
    if query.isEmpty { return true }
    let folded = query.lowercased()
    if keys == query || command.lowercased().contains(folded) { return true }
    if words.contains(where: { $0.contains(folded) }) { return true }
    return TextQuery(query)?.matches(title) ?? false
  }

  /// Whether one of the line's command words was typed in full.
  func isCalled(_ query: String) -> Bool { words.contains(query.lowercased()) }

  /// What may be typed after a colon, in either language.
  private var words: [String] {
    guard case .action(let action) = choice else { return [] }
    return ActionTable.row(action)?.commands ?? []
  }
}
