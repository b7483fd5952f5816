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
  /// All that may be typed for it, in both languages.
  let commands: [String]
  /// What it is called, in both languages.
  let titles: [String]
  /// Why it cannot be done now; nil when it can.
  package let unavailable: String?
}

extension UIState {
  /// The palette's lines that fit what is typed, the best fit first.
  package func paletteRows(_ palette: Palette) -> [PaletteRow] {
    var query = palette.editor.text
    while query.first == ":" || query.first == "：" || query.first == " " { query.removeFirst() }
    guard let command = CommandLine(query, today: today) else {
      return PaletteSearch(query).best(of: allPaletteRows)
    }
    if case .savedView(let name) = command, !savedViews.contains(where: { $0.name == name }) {
      // `view next`, or half a name: what fits, and else the line that says which there are.
      let rows = PaletteSearch(query).best(of: allPaletteRows)
      if !rows.isEmpty { return rows }
    }
    return [
      PaletteRow(
        choice: .command(command), title: words.runCommand(query),
        keys: keymap.shown(.open, in: .text),
        command: ":" + query, commands: [query], titles: [query], unavailable: nil)
    ]
  }

  private var allPaletteRows: [PaletteRow] {
    var rows = ActionTable.rows.map { row in
      PaletteRow(
        choice: .action(row.action), title: words.say(row.zh, row.en),
        keys: keymap.keys(of: row.action).prefix(3).map(Keymap.name).joined(separator: " "),
        command: row.command(words).map { ":" + $0 } ?? "", commands: row.commands,
        titles: [row.zh, row.en], unavailable: unavailable(row))
    }
    rows += ownRows + viewRows
    for name in themes {
      rows.append(
        PaletteRow(
          choice: .command(.theme(name)), title: words.useTheme(name), keys: "",
          command: ":theme \(name)", commands: ["theme \(name)", "主题 \(name)"],
          titles: [words.useTheme(name)], unavailable: nil))
    }
    return rows
  }

  private var ownRows: [PaletteRow] {
    ownActions.map { own in
      PaletteRow(
        choice: .command(.own(own.name)), title: words.say(own.zh, own.en),
        keys: own.keys.map(Keymap.name).joined(separator: " "), command: ":" + own.name,
        commands: [own.name.lowercased()], titles: [own.zh, own.en], unavailable: unavailable(own))
    }
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
    overlay = .under(palette.under)
    commandHistory.note(command(of: rows[index], typed: palette.editor.text))
    if let reason = rows[index].unavailable {
      say(reason, .bad)
      return []
    }
    switch rows[index].choice {
    case .action(let action): return perform(action)
    case .command(let command): return run(command)
    }
  }

  /// The command of a line as it is kept in the history: its words, or the typed text when it has
  /// none.
  private func command(of row: PaletteRow, typed: String) -> String {
    let command = row.command.isEmpty ? typed : row.command
    return String(command.drop { $0 == ":" || $0 == "：" || $0 == " " })
  }
}

/// What is looked for among the palette's lines.
private struct PaletteSearch {
  let typed: String
  let folded: String
  let query: TextQuery?

  init(_ text: String) {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    typed = String(text)
    folded = typed.lowercased()
    query = TextQuery(typed)
  }

  /// The lines that fit: one whose command is typed in full, then those that can be done, then the
  /// others; in the order of the table otherwise.
  func best(of rows: [PaletteRow]) -> [PaletteRow] {
    if typed.isEmpty { return best(rows.map { ($0, .other) }) }
    return best(rows.compactMap { row in fit(row).map { (row, $0) } })
  }

  private enum Fit: Int, CaseIterable { case exact, beginning, other }

  private func best(_ rows: [(row: PaletteRow, fit: Fit)]) -> [PaletteRow] {
    rows.filter { $0.fit == .exact }.map(\.row)
      + [true, false].flatMap { isPossible in
        [Fit.beginning, .other].flatMap { fit in
          rows.filter { $0.fit == fit && ($0.row.unavailable == nil) == isPossible }.map(\.row)
        }
      }
  }

  /// By the command words, the key, the title, or its pinyin; nil when it does not fit.
  private func fit(_ row: PaletteRow) -> Fit? {
    let titles = row.titles.map { $0.lowercased() }
    if row.commands.contains(folded) || titles.contains(folded) { return .exact }
    if row.keys.split(separator: " ").contains(Substring(typed)) { return .beginning }
    if (row.commands + titles).contains(where: { $0.hasPrefix(folded) }) {
      return .beginning
    }
    let isFound = row.titles.contains { query?.matches($0) ?? false }
    return isFound || row.commands.contains { $0.contains(folded) } ? .other : nil
  }
}
