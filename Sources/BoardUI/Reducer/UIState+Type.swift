internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in a key that belongs to a text being typed, or that means nothing here.
  mutating func type(_ key: Key) -> [Effect] {
    switch overlay {
    case .filter(var editor, let before, let card):
      let key = keymap.key(key, in: .text)
      if let line = offerFilter(key, editor) {
        overlay = .filter(line, before: before, on: card)
        setFilter(line.text)
        return []
      }
      switch key.code {
      case .enter:
        overlay = .none
        filterHistory.note(editor.text)
        sayFilterProblem()
      case .escape: closeOverlay()
      case .up, .down: navigate(key.code == .up ? .previousCard : .nextCard)
      default:
        guard editor.handle(key) else { return [] }
        show(editor, before: before, on: card)
      }
      return []
    case .palette(let palette): return typeInPalette(key, palette)
    case .form: return typeInForm(key)
    case .menu(let menu): return typeInMenu(key, menu)
    case .confirm(let confirmation): return typeInConfirm(key, confirmation)
    case .columns(let picker):
      typeInPicker(key, picker)
      return []
    case .filing(let filing): return typeInFiling(key, filing)
    case .importing(let state): return typeInImport(key, state)
    case .own(let window): return typeInOwn(key, window)
    case .month(let month): return typeInMonth(key, month)
    case .none, .detail:
      noteStrayKey(key)
      return []
    }
  }

  /// Takes in plain characters where they are text: worked out once, however many they are.
  mutating func type(_ text: String) {
    switch overlay {
    case .filter(var editor, let before, let card):
      offer = nil
      notice = nil
      editor.type(text)
      show(editor, before: before, on: card)
    case .palette(var palette):
      offer = nil
      palette.editor.type(text)
      palette.row = 0
      overlay = .palette(palette)
      sayIfTooLong(palette.editor, words.commandLine)
    case .form: typeInForm(text)
    case .filing(var filing):
      filing.editor.type(text)
      show(filing)
    case .importing(var state):
      guard state.editor != nil else { break }
      state.editor?.type(text)
      show(importing: state)
    case .own(.asking(var asking)):
      asking.editor.type(text)
      show(asking)
    case .none, .detail, .menu, .confirm, .columns, .own, .month: break
    }
  }

  private mutating func show(
    _ editor: LineEditor, before: String, on card: ProjectID?
  ) {
    overlay = .filter(editor, before: before, on: card)
    setFilter(editor.text)
    sayIfTooLong(editor, words.filterLine)
  }

  /// Says that what was just typed or pasted is not in the line, and why.
  mutating func sayIfTooLong(_ editor: LineEditor, _ site: String) {
    if let limit = editor.passedLimit { say(words.passedLimit(limit, at: site), .bad) }
  }

  /// An input method that is on turns letters into Chinese; say so once it shows.
  private mutating func noteStrayKey(_ key: Key) {
    guard case .character(let character) = key.code, !character.isASCII else { return }
    strayKeys += 1
    if strayKeys >= 3 {
      say(inputMethodHint)
      strayKeys = 0
    }
  }

  /// Says which keys an input method lets through: those of help, commands and the way back.
  var inputMethodHint: String {
    let keys = [Action.help, .palette, .open, .back].compactMap { action in
      keymap.keys(of: action).first { if case .character = $0.code { false } else { true } }
        .map { (key: Keymap.name($0), label: words.keyLabel(action, on: screen)) }
    }
    return words.inputMethodHint(keys)
  }

  /// Pasted text never runs commands: it goes where text is typed, or is offered as a new card.
  mutating func paste(_ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    switch overlay {
    case .filter(var editor, let before, let card):
      editor.insert(line)
      show(editor, before: before, on: card)
    case .palette(var palette):
      palette.editor.insert(line)
      palette.row = 0
      overlay = .palette(palette)
      sayIfTooLong(palette.editor, words.commandLine)
    case .form: insertIntoForm(text)
    // A question is not answered by what happens to be pasted.
    case .menu, .confirm, .columns, .own(.output), .month: break
    case .own(.asking(var asking)):
      asking.editor.insert(line)
      show(asking)
    case .filing(var filing):
      guard !filing.isTaken else { break }
      filing.editor.insert(line)
      show(filing)
    case .importing(var state):
      guard state.editor != nil else { break }
      state.editor?.insert(line)
      show(importing: state)
    case .none, .detail:
      if let reason = unavailable(.newProject) {
        say(reason, .bad)
      } else if !line.isEmpty {
        cancelDrag(saying: nil)
        openForm(for: .newProject)
        nameProject(line)
        say(words.pastedAsNewProject(cancel: keymap.shown(.back, in: .text)))
      }
    }
    return []
  }

  private mutating func typeInPalette(_ key: Key, _ palette: Palette) -> [Effect] {
    var palette = palette
    let key = keymap.key(key, in: .text)
    if key != Key(.character("r"), .control) { offer = nil }
    switch (key.code, key.modifiers) {
    case (.character("r"), .control):
      palette.editor = recall(commandHistory, palette.editor)
      palette.row = 0
    case (.escape, _):
      closeOverlay()
      return []
    case (.enter, _): return runPalette(row: nil)
    case (.tab, []): complete(&palette)
    case (.down, _), (.character("n"), .control): palette.row += 1
    case (.up, _), (.tab, .shift), (.character("p"), .control):
      palette.row = max(0, palette.row - 1)
    case (.pageDown, _): palette.row += 10
    case (.pageUp, _): palette.row = max(0, palette.row - 10)
    default:
      if palette.editor.handle(key) {
        palette.row = 0
        sayIfTooLong(palette.editor, words.commandLine)
      }
    }
    overlay = .palette(palette)
    return []
  }
}
