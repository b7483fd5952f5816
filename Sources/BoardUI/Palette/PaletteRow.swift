internal import Canvas
internal import Insight
internal import Wording

/// One line of the palette: an action, a choice that belongs to one, or something that was found.
package struct PaletteRow: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    case action(Action)
    case command(CommandLine)
    /// What the line goes on with: there is more to be typed.
    case completion(String)
  }

  package let choice: Choice
  package let title: String
  /// The keys, as the help writes them; of what was found, its kind.
  package let keys: String
  /// What would be typed after `:`.
  package let command: String
  /// All that may be typed for it, in both languages.
  var commands: [String] = []
  /// What it is called, in both languages.
  var titles: [String] = []
  /// What it stands with; nil among what was looked for.
  var group: PaletteGroup?
  /// Why it cannot be done now; nil when it can.
  package var unavailable: String?
}

extension PaletteRow {
  /// Whether it does something with the selected card.
  fileprivate var isAboutCard: Bool {
    switch choice {
    case .action(let action): ActionTable.row(action)?.needs.contains(where: \.isOfCard) ?? false
    case .command(.fill(let action, _)): action != .newProject
    case .command(.move), .command(.own): true
    case .command, .completion: false
    }
  }
}

extension Need {
  fileprivate var isOfCard: Bool { [.card, .cards, .oneCard].contains(self) }
}

extension UIState {
  /// The palette's lines: by what one wants to do while nothing is typed, else what fits, the best
  /// first.
  package func paletteRows(_ palette: Palette) -> [PaletteRow] {
    let query = palette.query
    if query.isEmpty { return groupedRows }
    if let rows = argumentRows(palette) { return rows }
    guard let command = CommandLine(query, today: today) else {
      let rows = searched(query)
      let lead = rows.prefix { $0.unavailable == nil || PaletteSearch(query).isExact($0) }
      return lead + foundRows(palette) + rows.dropFirst(lead.count)
    }
    if case .savedView(let name) = command, !savedViews.contains(where: { $0.name == name }) {
      // `view next`, or half a name: what fits, and else the line that says which there are.
      let rows = searched(query)
      if !rows.isEmpty { return rows }
    }
    return [
      PaletteRow(
        choice: .command(command), title: title(of: command, query),
        keys: keymap.shown(.open, in: .text), command: ":" + query)
    ]
  }

  private func searched(_ query: String) -> [PaletteRow] {
    // Of those that fit alike, in the order of what one wants to do.
    func rank(_ row: PaletteRow) -> Int {
      if case .section(let section) = row.group { section.rawValue } else { -1 }
    }
    let rows = allPaletteRows.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return PaletteSearch(query).best(of: rows.map(\.element)).map { row in
      var row = row
      row.group = nil
      return row
    }
  }

  /// What this screen can do first, the rest by what one wants to do, and at the end what cannot be
  /// done now.
  private var groupedRows: [PaletteRow] {
    let usual = openCard == nil ? Painter.footActions(screen) : Painter.footActions(.board)
    var here: [PaletteRow] = []
    var sections: [[PaletteRow]] = Array(repeating: [], count: ActionRow.Section.allCases.count)
    var own: [PaletteRow] = []
    var notNow: [PaletteRow] = []
    for var row in allPaletteRows {
      if row.unavailable != nil {
        row.group = .notNow
        notNow.append(row)
      } else if case .action(let action) = row.choice, usual.contains(action) {
        row.group = .here
        here.append(row)
      } else if case .section(let section) = row.group {
        sections[section.rawValue].append(row)
      } else {
        own.append(row)
      }
    }
    func place(_ row: PaletteRow) -> Int {
      if case .action(let action) = row.choice { usual.firstIndex(of: action) ?? 0 } else { 0 }
    }
    return here.sorted { place($0) < place($1) } + own + sections.flatMap { $0 } + notNow
  }

  private var allPaletteRows: [PaletteRow] {
    var rows = ActionTable.rows.map { row in
      PaletteRow(
        choice: .action(row.action), title: words.say(row.zh, row.en),
        keys: keymap.keys(of: row.action).prefix(3).map(Keymap.name).joined(separator: " "),
        command: row.command(words).map { ":" + $0 } ?? "", commands: row.commands,
        titles: [row.zh, row.en], group: .section(row.section), unavailable: unavailable(row))
    }
    rows += ownRows + viewRows
    for name in themes {
      rows.append(
        PaletteRow(
          choice: .command(.theme(name)), title: words.useTheme(name), keys: "",
          command: ":theme \(name)", commands: ["theme \(name)", "主题 \(name)"],
          titles: [words.useTheme(name)], group: .section(.program)))
    }
    return rows
  }

  private var ownRows: [PaletteRow] {
    ownActions.map { own in
      PaletteRow(
        choice: .command(.own(own.name)), title: words.say(own.zh, own.en),
        keys: own.keys.map(Keymap.name).joined(separator: " "), command: ":" + own.name,
        commands: [own.name.lowercased()], titles: [own.zh, own.en], group: .own,
        unavailable: unavailable(own))
    }
  }

  /// Runs a line of the palette: the chosen one, or the selected one.
  mutating func runPalette(row: Int?) -> [Effect] {
    guard case .palette(var palette) = overlay else { return [] }
    let rows = paletteRows(palette)
    let index = row ?? palette.row
    guard rows.indices.contains(index) else {
      say(nothingFits(palette), .bad)
      return []
    }
    if case .completion(let text) = rows[index].choice {
      palette.editor.set(text)
      palette.row = 0
      overlay = .palette(palette)
      return []
    }
    if let card = palette.lost, rows[index].isAboutCard {
      palette.lost = nil
      overlay = .palette(palette)
      say(words.cardWentAway(card, now: selected), .bad)
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
    case .completion: return []
    }
  }

  /// That a command is not known, or what stands behind it.
  func nothingFits(_ palette: Palette) -> String {
    guard let (verb, rest) = palette.typedCommand, !rest.isEmpty,
      ActionTable.rows.contains(where: { $0.commands.contains(verb) })
    else { return words.noSuchCommand(palette.editor.text) }
    return words.notBehind(verb, rest)
  }

  /// Puts the selected line's command into the text, to go on from; when it stands there already,
  /// selects the next one.
  mutating func complete(_ palette: inout Palette) {
    let rows = paletteRows(palette)
    guard !palette.editor.isEmpty, rows.indices.contains(palette.row) else {
      palette.row += 1
      return
    }
    let row = rows[palette.row]
    var text = String(row.command.drop { $0 == ":" })
    if case .action(let action) = row.choice, action.takesWords || takesValue(action) {
      text += " "
    }
    if case .completion(let longer) = row.choice { text = longer }
    if text.isEmpty || text == palette.query {
      palette.row = (palette.row + 1) % rows.count
    } else {
      palette.editor.set(text)
      palette.row = 0
    }
  }

  /// The command of a line as it is kept in the history: its words, or the typed text when it has
  /// none.
  private func command(of row: PaletteRow, typed: String) -> String {
    let command = row.command.isEmpty ? typed : row.command
    return String(command.drop { $0 == ":" || $0 == "：" || $0 == " " })
  }
}
