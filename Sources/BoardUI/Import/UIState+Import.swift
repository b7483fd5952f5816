internal import Canvas
internal import Wording

extension UIState {
  /// Opens the window that asks for the file.
  mutating func openImport() { overlay = .importing(ImportState()) }

  /// Reads a file whose name was typed after `:import`.
  mutating func importFile(at path: String) -> [Effect] {
    if let reason = unavailable(.importFile) {
      say(reason, .bad)
      return []
    }
    var state = ImportState()
    state.editor = LineEditor(path)
    overlay = .importing(state)
    return [.store(.importing(.open(path)))]
  }

  /// Takes in what came of an act.
  ///
  /// - Returns: What the keys come to that waited for it.
  mutating func take(_ news: ImportNews) -> [Effect] {
    guard case .importing(var state) = overlay else { return [] }
    switch news {
    case .reading(let done, let count):
      state.share = count > 0 ? min(99, done * 100 / count) : 0
      overlay = .importing(state)
      return []
    case .shown(let preview): state.take(preview)
    case .writing(let rows):
      (state.storing, state.share) = (rows, nil)
      overlay = .importing(state)
      return []
    case .failed(let sentence):
      state.failure = sentence
      // They were meant for something else.
      state.held = []
    }
    (state.share, state.storing) = (nil, nil)
    state.isWriting = false
    overlay = .importing(state)
    return playHeld()
  }

  mutating func typeInImport(_ key: Key, _ state: ImportState) -> [Effect] {
    if state.share != nil { return typeWhileReading(key, state) }
    if state.editor != nil { return typeLineOfImport(key, state) }
    var state = state
    state.failure = nil
    let key = keymap.key(key, in: .list)
    switch (key.code, key.modifiers) {
    case (.escape, _): return closeImport()
    case (.enter, _): return enterImport(state)
    case (.tab, .shift): turnPane(&state, by: -1)
    case (.tab, _): turnPane(&state, by: 1)
    case (.down, _), (.character("j"), []): state.move(by: 1)
    case (.up, _), (.character("k"), []): state.move(by: -1)
    case (.pageDown, _): state.move(by: 10)
    case (.pageUp, _): state.move(by: -10)
    case (.home, _): state.move(by: -1 << 30)
    case (.end, _): state.move(by: 1 << 30)
    case (.right, _), (.character("l"), []): return turnMeaning(state, by: 1)
    case (.left, _), (.character("h"), []): return turnMeaning(state, by: -1)
    case (.character("u"), []): return turnUnit(state)
    case (.character("f"), []): turnFilter(&state)
    case (.character("x"), []):
      guard state.pane == .rows, let row = selectedRow(of: state) else { break }
      return [.store(.importing(.leaveOut(row: row)))]
    case (.character("="), []) where state.pane == .questions:
      if state.question?.takesText ?? false { state.editor = LineEditor() }
    default: break
    }
    overlay = .importing(state)
    return []
  }

  /// What is read for the first time can only be left; keys for what is planned anew wait for it.
  private mutating func typeWhileReading(_ key: Key, _ state: ImportState) -> [Effect] {
    if keymap.key(key, in: .list).code == .escape { return closeImport() }
    guard state.preview != nil else { return [] }
    var state = state
    state.held.append(key)
    overlay = .importing(state)
    return []
  }

  /// Plays the keys that waited, up to the one that has it planned anew.
  private mutating func playHeld() -> [Effect] {
    while case .importing(var state) = overlay, let key = state.held.first, state.share == nil {
      state.held.removeFirst()
      overlay = .importing(state)
      let effects = typeInImport(key, state)
      if !effects.isEmpty { return effects }
    }
    return []
  }

  /// The row under the hand, where it is a record.
  private func selectedRow(of state: ImportState) -> Int? {
    let rows = state.rows
    guard rows.indices.contains(state.row), rows[state.row].verdict != .noRecord else { return nil }
    return rows[state.row].number
  }

  private mutating func typeLineOfImport(_ key: Key, _ state: ImportState) -> [Effect] {
    var state = state
    let key = keymap.key(key, in: .text)
    switch key.code {
    case .escape:
      if state.preview == nil { return closeImport() }
      state.editor = nil
      overlay = .importing(state)
    case .enter:
      let text = (state.editor?.text ?? "").withoutBlanksAround
      guard !text.isEmpty else { break }
      return [
        .store(.importing(state.preview == nil ? .open(text) : .type(question: 0, text)))
      ]
    default:
      guard state.editor?.handle(key) ?? false else { return [] }
      show(importing: state)
    }
    return []
  }

  /// Shows a line that was typed, or that it is too long.
  mutating func show(importing state: ImportState) {
    var state = state
    state.failure = state.editor?.passedLimit.map { words.passedLimit($0, at: words.filePath) }
    overlay = .importing(state)
  }

  /// Answers the question, or takes everything where none is open.
  private mutating func enterImport(_ state: ImportState) -> [Effect] {
    guard let preview = state.preview else { return [] }
    var state = state
    if state.pane == .questions, let question = state.question {
      if question.choices.indices.contains(state.choice) {
        return [.store(.importing(.choose(question: 0, choice: state.choice)))]
      }
      state.editor = LineEditor()
      overlay = .importing(state)
      return []
    }
    if preview.isReady {
      state.isWriting = true
      overlay = .importing(state)
      return [.store(.importing(.take))]
    }
    if !preview.questions.isEmpty {
      state.pane = .questions
    } else {
      state.pane = .rows
      state.filter = .wrong
      state.row = 0
    }
    state.failure = words.importIsOpen(questions: preview.questions.count, wrong: preview.wrong)
    overlay = .importing(state)
    return []
  }

  mutating func pressImport(_ button: ImportState.Button) -> [Effect] {
    guard case .importing(let state) = overlay else { return [] }
    switch button {
    case .cancel: return closeImport()
    case .write: return typeInImport(Key(.enter), state)
    }
  }

  /// Nothing was written; the file is forgotten.
  private mutating func closeImport() -> [Effect] {
    overlay = .none
    say(words.importCancelled)
    return [.store(.importing(.close))]
  }

  /// The step was not taken: the preview stays, and says why.
  mutating func failImport(_ sentence: String) {
    guard case .importing(let state) = overlay, state.isWriting else { return }
    _ = take(ImportNews.failed(sentence))
  }

  /// The step is in the store: the window goes, and the board's own words say what came in.
  mutating func finishImport() {
    guard case .importing(let state) = overlay, state.isWriting else { return }
    overlay = .none
  }

  private func turnPane(_ state: inout ImportState, by step: Int) {
    let hasColumns = !(state.preview?.columns.isEmpty ?? true)
    let panes = ImportState.Pane.allCases.filter {
      $0 != .questions && (hasColumns || $0 != .columns)
        || $0 == .questions && state.question != nil
    }
    let place = panes.firstIndex(of: state.pane) ?? 0
    state.pane = panes[(place + step + panes.count) % panes.count]
  }

  /// Takes the column for the next thing that it can be.
  private mutating func turnMeaning(_ state: ImportState, by step: Int) -> [Effect] {
    guard state.pane == .columns, let preview = state.preview,
      preview.columns.indices.contains(state.column), !preview.meanings.isEmpty
    else { return [] }
    let count = preview.meanings.count
    let now = preview.columns[state.column].meaning
    let next = now.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    return [.store(.importing(.column(state.column, meaning: next)))]
  }

  private mutating func turnUnit(_ state: ImportState) -> [Effect] {
    guard state.pane == .columns, let preview = state.preview,
      preview.columns.indices.contains(state.column), !preview.units.isEmpty
    else { return [] }
    let column = preview.columns[state.column]
    guard column.isAmount else {
      say(words.importNoUnit(column.heading), .bad)
      return []
    }
    let next = column.unit.map { ($0 + 1) % preview.units.count } ?? 0
    return [.store(.importing(.unit(state.column, unit: next)))]
  }

  /// The rows of the next verdict that there is one of; then all again.
  private func turnFilter(_ state: inout ImportState) {
    let there = ImportPreview.Verdict.allCases.filter { state.count($0) > 0 }
    let place = state.filter.flatMap { there.firstIndex(of: $0) }
    let next = place.map { $0 + 1 } ?? 0
    choose(&state, there.indices.contains(next) ? there[next] : nil)
  }

  private func choose(_ state: inout ImportState, _ verdict: ImportPreview.Verdict?) {
    state.filter = verdict
    state.pane = .rows
    state.row = 0
  }

  // MARK: The mouse

  mutating func point(at target: ImportTarget, isDouble: Bool) -> [Effect] {
    guard case .importing(var state) = overlay else { return [] }
    switch target {
    case .pane(let pane): state.pane = pane
    case .filter(let verdict): choose(&state, state.filter == verdict ? nil : verdict)
    case .column(let column):
      (state.pane, state.column) = (.columns, column)
      overlay = .importing(state)
      return isDouble ? turnMeaning(state, by: 1) : []
    case .row(let row): (state.pane, state.row) = (.rows, row)
    case .choice(let choice):
      (state.pane, state.choice) = (.questions, choice)
      overlay = .importing(state)
      return enterImport(state)
    case .button(let button): return pressImport(button)
    }
    overlay = .importing(state)
    return []
  }
}

/// What a click in the window of an import is on.
package enum ImportTarget: Hashable, Sendable {
  case pane(ImportState.Pane)
  case filter(ImportPreview.Verdict)
  case column(Int)
  case row(Int)
  case choice(Int)
  case button(ImportState.Button)
}
