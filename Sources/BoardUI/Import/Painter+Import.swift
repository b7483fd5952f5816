internal import Canvas
internal import Wording

extension Painter {
  /// The window of an import: the file's name first, then what it would bring.
  mutating func drawImport(_ state: ImportState) {
    if let preview = state.preview {
      drawPreview(preview, state)
    } else {
      drawImportPath(state)
    }
  }

  private mutating func drawImportPath(_ state: ImportState) {
    let width = min(layout.size.width, 74)
    let note =
      state.share.map { words.importReading($0, key: ui.keymap.shown(.back, in: .list)) }
      ?? state.failure ?? words.importWhichFile
    let notes = Wrapping.lines(of: note, width: max(4, width - 4), limit: 4)
    let height = min(layout.body.height, notes.count + 3)
    let rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    let inner = window(rect, title: words.importTitle)
    guard !inner.isEmpty else { return }
    drawImportLine(words.fileLabel, state, in: inner.row(0))
    for (index, line) in notes.prefix(max(0, inner.height - 1)).enumerated() {
      write(
        [(line, state.failure == nil ? .dim : .error)],
        at: Point(x: inner.x, y: inner.y + 1 + index), limit: inner.maxX)
    }
  }

  private mutating func drawImportLine(_ label: String, _ state: ImportState, in row: Rect) {
    guard let editor = state.editor else { return }
    let x = frame.write(
      label + " ", at: Point(x: row.x, y: row.y), role: .accent, limit: row.maxX)
    let field = Rect(x: x, y: row.y, width: max(0, row.maxX - x), height: 1)
    frame.fill(field, role: .input)
    drawEditor(editor, in: field, as: .importing)
  }

  // MARK: The preview

  private mutating func drawPreview(_ preview: ImportPreview, _ state: ImportState) {
    let body = layout.body
    let inner = window(body, title: words.importTitle(preview.path))
    guard inner.height >= 3 else { return }
    drawVerdicts(state, in: inner.row(0))
    var foot = inner.maxY
    foot -= 1
    drawImportFoot(preview, state, in: Rect(x: inner.x, y: foot, width: inner.width, height: 1))
    let notes = importNotes(preview, state, width: inner.width, room: inner.height / 4)
    foot -= notes.count
    for (index, note) in notes.enumerated() {
      write([note], at: Point(x: inner.x, y: foot + index), limit: inner.maxX)
    }
    var head = inner.y + 1
    if foot - head >= 8, !preview.reading.isEmpty {
      write(
        [(TextWidth.clipped(preview.reading, to: inner.width), .dim)],
        at: Point(x: inner.x, y: head), limit: inner.maxX)
      head += 1
    }
    let area = Rect(x: inner.x, y: head, width: inner.width, height: max(0, foot - head))
    if inner.width >= 100, state.pane != .questions, !preview.columns.isEmpty {
      // Both stand side by side, and the keys go to one of them.
      let left = Rect(x: area.x, y: area.y, width: 50, height: area.height)
      drawImportColumns(preview, state, in: left)
      for y in area.y..<area.maxY {
        frame.put(glyphs.vertical, at: Point(x: left.maxX, y: y), role: .border)
      }
      drawImportRows(
        state,
        in: Rect(
          x: left.maxX + 1, y: area.y, width: area.width - left.width - 1, height: area.height))
    } else {
      switch state.pane {
      case .columns: drawImportColumns(preview, state, in: area)
      case .rows: drawImportRows(state, in: area)
      case .questions: drawImportQuestion(preview, state, in: area)
      }
    }
  }

  /// How many rows of each verdict there are; each is a filter.
  private mutating func drawVerdicts(_ state: ImportState, in row: Rect) {
    var x = row.x
    for verdict in ImportPreview.Verdict.allCases {
      let count = state.count(verdict)
      if verdict == .noRecord, count == 0 { continue }
      let text = "\(words.importVerdict(verdict)) \(count)"
      let isShown = state.filter == verdict
      x = button(
        isShown ? "[\(text)]" : " \(text) ", at: Point(x: x, y: row.y),
        role: isShown ? .tabActive : count == 0 ? .dim : role(of: verdict), limit: row.maxX,
        .importing(.filter(verdict)))
    }
  }

  private func role(of verdict: ImportPreview.Verdict) -> Role {
    switch verdict {
    case .new, .changed: .text
    case .unchanged, .leftOut, .noRecord: .dim
    case .asked: .warn
    case .wrong: .error
    }
  }

  /// What was just refused, and the sums that the file states: those that differ first.
  private func importNotes(
    _ preview: ImportPreview, _ state: ImportState, width: Int, room: Int
  ) -> [(String, Role)] {
    var notes: [(String, Role)] = []
    if let share = state.share {
      notes.append((words.importReading(share, key: ui.keymap.shown(.back, in: .list)), .accent))
    }
    if let rows = state.storing {
      notes.append((words.importWriting(rows, key: ui.keymap.shown(.back, in: .list)), .accent))
    }
    if let failure = state.failure {
      notes += Wrapping.lines(of: failure, width: width, limit: 3).map { ($0, .error) }
    }
    let sums = preview.sums.filter { !$0.agrees } + preview.sums.filter(\.agrees)
    let rows = state.rows
    // What does not fit its line can be read whole while it is selected.
    if state.pane == .rows, rows.indices.contains(state.row) {
      let text = rows[state.row].text
      let lineWidth = width >= 100 ? width - 53 : width - 2
      if TextWidth.columns(of: text) > lineWidth {
        notes += Wrapping.lines(of: text, width: width, limit: max(1, room - 1)).map {
          ($0, .accent)
        }
      }
    }
    let shown = max(1, room - notes.count)
    for sum in sums.prefix(sums.count > shown ? shown - 1 : shown) {
      notes.append((TextWidth.clipped(sum.text, to: width), sum.agrees ? .dim : .warn))
    }
    if sums.count > shown { notes.append((words.importMoreSums(sums.count - shown + 1), .dim)) }
    return notes
  }

  private mutating func drawImportFoot(
    _ preview: ImportPreview, _ state: ImportState, in row: Rect
  ) {
    func key(_ action: Action) -> String { ui.keymap.shown(action, in: .list) }
    let write =
      preview.isReady && state.pane != .questions
      ? words.importWrite(key(.open))
      : state.pane == .questions ? words.importAnswer(key(.open)) : words.importGoOn(key(.open))
    var x = button(
      "[ \(write) ]", at: Point(x: row.x, y: row.y), role: preview.isReady ? .key : .dim,
      limit: row.maxX, .importing(.button(.write)))
    x = button(
      "[ \(words.cancelButton(key(.back))) ]", at: Point(x: x + 1, y: row.y), role: .key,
      limit: row.maxX, .importing(.button(.cancel)))
    let hint = words.importHint(state.pane, asks: state.question != nil)
    if x + 2 < row.maxX {
      frame.write(
        TextWidth.clipped(hint, to: row.maxX - x - 2), at: Point(x: x + 2, y: row.y), role: .dim,
        limit: row.maxX)
    }
  }

  /// The head of a pane, and how its lines are scrolled to the selected one.
  private mutating func importPane(
    _ pane: ImportState.Pane, _ title: String, _ state: ImportState, in area: Rect, row: Int,
    count: Int
  ) -> (lines: Rect, top: Int) {
    guard area.height > 0 else { return (area, 0) }
    button(
      TextWidth.clipped(title, to: area.width), at: Point(x: area.x, y: area.y),
      role: state.pane == pane ? .accent : .dim, limit: area.maxX, .importing(.pane(pane)))
    let hasBar = count > area.height - 1
    let lines = Rect(
      x: area.x, y: area.y + 1, width: area.width - (hasBar ? 1 : 0), height: area.height - 1)
    let top = max(0, min(row - lines.height / 2, count - lines.height))
    scrollBar(
      pane == .columns ? .importColumns : .importRows,
      in: Rect(x: area.maxX - 1, y: lines.y, width: 1, height: lines.height), top: top,
      visible: lines.height, count: count, isOnBorder: false)
    return (lines, top)
  }

  private mutating func drawImportColumns(
    _ preview: ImportPreview, _ state: ImportState, in area: Rect
  ) {
    let (lines, top) = importPane(
      .columns, words.importColumns(preview.columns.count), state, in: area, row: state.column,
      count: preview.columns.count)
    for (offset, column) in preview.columns.dropFirst(top).prefix(lines.height).enumerated() {
      let line = lines.row(offset)
      let isSelected = state.pane == .columns && top + offset == state.column
      if isSelected { frame.fill(line, role: .selected) }
      let meaning = column.meaning.map { preview.meanings[$0] } ?? words.importUnknown
      let unit = column.unit.map { " " + preview.units[$0] } ?? ""
      let sign = isSelected ? "\(glyphs.select)" : " "
      let half = line.width * 2 / 5
      frame.write(
        sign + TextWidth.clipped(column.heading, to: half - 2), at: Point(x: line.x, y: line.y),
        role: isSelected ? .selected : .text, limit: line.x + half)
      let role: Role = isSelected ? .selected : column.meaning == nil ? .warn : .accent
      let end = frame.write(
        TextWidth.clipped(meaning + unit, to: line.width - half),
        at: Point(x: line.x + half, y: line.y), role: role, limit: line.maxX)
      if end + 2 < line.maxX {
        frame.write(
          TextWidth.clipped(column.example, to: line.maxX - end - 2),
          at: Point(x: end + 2, y: line.y), role: isSelected ? .selected : .dim, limit: line.maxX)
      }
      hits.add(line, .importing(.column(top + offset)))
    }
  }

  private mutating func drawImportRows(_ state: ImportState, in area: Rect) {
    let rows = state.rows
    let (lines, top) = importPane(
      .rows, words.importRows(rows.count, state.filter), state, in: area, row: state.row,
      count: rows.count)
    for (offset, row) in rows.dropFirst(top).prefix(lines.height).enumerated() {
      let line = lines.row(offset)
      let isSelected = state.pane == .rows && top + offset == state.row
      if isSelected { frame.fill(line, role: .selected) }
      let sign = isSelected ? "\(glyphs.select)" : " "
      frame.write(
        TextWidth.clipped(sign + row.text, to: line.width), at: Point(x: line.x, y: line.y),
        role: isSelected ? .selected : role(of: row.verdict), limit: line.maxX)
      hits.add(line, .importing(.row(top + offset)))
    }
  }

  private mutating func drawImportQuestion(
    _ preview: ImportPreview, _ state: ImportState, in area: Rect
  ) {
    guard let question = state.question, area.height > 1 else { return }
    button(
      words.importQuestions(preview.questions.count), at: Point(x: area.x, y: area.y),
      role: .accent, limit: area.maxX, .importing(.pane(.questions)))
    let text = Wrapping.lines(of: question.text, width: area.width, limit: area.height / 2)
    for (index, line) in text.enumerated() {
      write([(line, .text)], at: Point(x: area.x, y: area.y + 1 + index), limit: area.maxX)
    }
    var lines = Rect(
      x: area.x, y: area.y + 1 + text.count, width: area.width,
      height: max(0, area.height - 1 - text.count))
    if state.editor != nil, lines.height > 0 {
      drawImportLine(words.importOwnAnswer, state, in: lines.row(0))
      return
    }
    if question.takesText { lines.height = max(0, lines.height - 1) }
    let top = max(0, min(state.choice - lines.height / 2, question.choices.count - lines.height))
    for (offset, choice) in question.choices.dropFirst(top).prefix(lines.height).enumerated() {
      let line = lines.row(offset)
      let isSelected = top + offset == state.choice
      if isSelected { frame.fill(line, role: .selected) }
      frame.write(
        TextWidth.clipped((isSelected ? "\(glyphs.select)" : " ") + choice, to: line.width),
        at: Point(x: line.x, y: line.y), role: isSelected ? .selected : .text, limit: line.maxX)
      hits.add(line, .importing(.choice(top + offset)))
    }
    if question.takesText {
      let y = min(area.maxY - 1, lines.y + min(lines.height, question.choices.count))
      write([(words.importTypeAnswer, .dim)], at: Point(x: area.x, y: y), limit: area.maxX)
    }
  }
}
