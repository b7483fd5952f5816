internal import Canvas
internal import Pipeline
internal import Vocabulary
internal import Wording

extension Painter {
  mutating func drawOverlay() {
    switch ui.overlay {
    case .none, .filter: break
    case .detail(let detail): drawDetail(detail)
    case .form(let form): drawForm(form)
    case .palette(let palette): drawPalette(palette)
    case .menu(let menu):
      if let detail = menu.under { drawDetail(detail) }
      drawMenu(menu)
    case .confirm(let confirmation): drawConfirm(confirmation)
    case .columns(let picker): drawPicker(picker)
    case .filing(let filing): drawFiling(filing)
    case .importing(let state): drawImport(state)
    case .own(let window): drawOwn(window)
    case .month(let month): drawMonth(month)
    }
  }

  // MARK: Palette and help

  private mutating func drawPalette(_ palette: Palette) {
    let rows = ui.paletteRows(palette)
    let width = min(layout.size.width, 84)
    let height = min(
      layout.body.height, max(6, min(PaletteLines(rows).all.count + 4, layout.body.height)))
    let rect = Rect(
      x: (layout.size.width - width) / 2, y: layout.body.y, width: width, height: height)
    let inner = window(rect, title: palette.isHelp ? words.helpTitle : words.paletteTitle)
    guard !inner.isEmpty else { return }
    let prompt = palette.isHelp ? "? " : ": "
    let x = frame.write(prompt, at: Point(x: inner.x, y: inner.y), role: .key, limit: inner.maxX)
    let hint = words.paletteHint(run: textKey(.open), close: textKey(.back))
    drawEditor(
      palette.editor, in: Rect(x: x, y: inner.y, width: inner.maxX - x, height: 1), as: .palette)
    if palette.editor.isEmpty, inner.maxX - x > TextWidth.columns(of: hint) + 2 {
      frame.write(hint, at: Point(x: x + 2, y: inner.y), role: .dim, limit: inner.maxX)
    }
    let area = Rect(
      x: inner.x, y: inner.y + 1, width: inner.width, height: inner.height - 1)
    guard area.height > 0 else { return }
    let lines = PaletteLines(rows)
    let top = lines.top(showing: palette.row, in: area.height)
    for (offset, line) in lines.all.dropFirst(top).prefix(area.height).enumerated() {
      let place = area.row(offset)
      switch line {
      case .heading(let group): drawPaletteHeading(group, in: place)
      case .row(let index):
        drawPaletteRow(rows[index], in: place, isSelected: index == palette.row)
        hits.add(place, .paletteRow(index))
      }
    }
    if inner != rect {
      windowBar(.palette, of: rect, beside: area, top: top, count: lines.all.count)
    }
    if rows.isEmpty {
      frame.write(
        ui.nothingFits(palette), at: Point(x: area.x, y: area.y), role: .warn,
        limit: area.maxX)
    }
  }

  private mutating func drawPaletteHeading(_ group: PaletteGroup, in line: Rect) {
    let x = frame.write(
      words.paletteGroup(group, on: ui.screen) + " ", at: Point(x: line.x, y: line.y),
      role: .accent,
      limit: line.maxX)
    frame.rule(y: line.y, from: x, to: line.maxX, glyphs.horizontal)
  }

  private mutating func drawPaletteRow(_ row: PaletteRow, in line: Rect, isSelected: Bool) {
    let role: Role = isSelected ? .selected : row.unavailable == nil ? .text : .dim
    if isSelected { frame.fill(line, role: .selected) }
    // What a command with words would do takes the room of the keys it has none of.
    let isSaid = row.keys.isEmpty && row.titles.isEmpty
    let keysWidth = isSaid ? 1 : min(20, line.width / 3)
    let mark = isSelected ? "\(glyphs.select) " : "  "
    let limit = line.maxX
    frame.write(
      mark + TextWidth.clipped(row.keys, to: max(0, keysWidth - 2)),
      at: Point(x: line.x, y: line.y),
      role: isSelected ? .selected : .key, limit: limit)
    let right = row.unavailable.map { "(\($0))" } ?? row.command
    let rightWidth = min(TextWidth.columns(of: right), line.width / 3)
    let titleX = line.x + keysWidth + 1
    frame.write(
      TextWidth.clipped(row.title, to: limit - rightWidth - titleX - 1),
      at: Point(x: titleX, y: line.y), role: role, limit: limit)
    frame.write(
      TextWidth.clipped(right, to: rightWidth), at: Point(x: limit - rightWidth, y: line.y),
      role: isSelected ? .selected : .dim, limit: limit)
  }

  // MARK: Forms

  /// The key of an action in a window of lines of text.
  func textKey(_ action: Action) -> String { ui.keymap.shown(action, in: .text) }

  private mutating func drawForm(_ form: Form) {
    let width = min(layout.size.width, 74)
    let head = explanation(of: form, width: max(4, width - 4))
    let foot = form.purpose == .add ? 3 : 1
    let height = min(
      layout.body.height,
      form.visibleCount + (form.shown == nil ? 0 : 1) + head.count + 3 + foot)
    let rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    let inner = window(rect, title: title(of: form))
    guard !inner.isEmpty else { return }
    let headShown = head.prefix(max(0, inner.height - 3))
    for (index, line) in headShown.enumerated() {
      write([line], at: Point(x: inner.x, y: inner.y + index), limit: inner.maxX)
    }
    let area = Rect(
      x: inner.x, y: inner.y + headShown.count, width: inner.width,
      height: max(1, inner.height - headShown.count - 1))
    let count = form.visibleCount
    let top = max(0, min(form.focus - area.height + 1, count - area.height))
    for (offset, entry) in form.entries.prefix(count).dropFirst(top).prefix(area.height)
      .enumerated()
    {
      drawEntry(entry, top + offset, of: form, in: area.row(offset))
    }
    if inner != rect {
      windowBar(.form, of: rect, beside: area, top: top, count: count)
    }
    if form.shown != nil, count - top < area.height { drawFold(form, in: area.row(count - top)) }
    drawLikenesses(form, below: area)
    drawButtons(form, in: Rect(x: inner.x, y: inner.maxY - 1, width: inner.width, height: 1))
    drawSuggestions(form)
  }

  static func labelWidth(_ words: Words, in row: Rect) -> Int {
    min(words.language == .zh ? 14 : 18, row.width / 2)
  }

  /// What is folded away, and the key that shows it.
  private mutating func drawFold(_ form: Form, in row: Rect) {
    let names = form.entries.dropFirst(form.visibleCount).map { words.formLabel($0.key) }
    button(
      TextWidth.clipped(words.folded(names, key: textKey(.halfPageDown)), to: row.width),
      at: Point(x: row.x, y: row.y),
      role: .dim, limit: row.maxX, .unfold)
  }

  private mutating func drawEntry(_ entry: Form.Entry, _ index: Int, of form: Form, in row: Rect) {
    let isFocused = form.focus == index && form.button == nil
    let labelWidth = Painter.labelWidth(words, in: row)
    let label = (entry.isRequired ? "*" : " ") + words.formLabel(entry.key)
    frame.write(
      TextWidth.padded(label, to: labelWidth), at: Point(x: row.x, y: row.y),
      role: isFocused ? .accent : .text, limit: row.maxX)
    if isFocused { frame.put(glyphs.select, at: Point(x: row.x - 1, y: row.y), role: .accent) }
    let like = form.likeness(at: entry.key)
    let hint =
      entry.fault.map { words.formFault($0) } ?? like.map {
        words.likenessMark($0, isShort: row.width < 66)
      }
      ?? (isFocused ? self.hint(entry, form) : "")
    let hintWidth = min(TextWidth.columns(of: hint), row.width / 2)
    let field = Rect(
      x: row.x + labelWidth, y: row.y,
      width: max(4, row.width - labelWidth - (hintWidth > 0 ? hintWidth + 1 : 0)), height: 1)
    frame.fill(field, role: .input)
    hits.add(row, .formEntry(index))
    drawEditor(entry.editor, in: field, hasCaret: isFocused, as: .form(index))
    if isFocused, form.isFresh {
      let length = min(field.width, TextWidth.columns(of: entry.editor.text))
      frame.style(Rect(x: field.x, y: field.y, width: length, height: 1), role: .selected)
    }
    if hintWidth > 0 {
      frame.write(
        TextWidth.clipped(hint, to: row.maxX - field.maxX - 1),
        at: Point(x: field.maxX + 1, y: row.y),
        role: entry.fault != nil ? .error : like != nil ? .warn : .dim,
        limit: row.maxX)
    }
  }

  func hint(_ entry: Form.Entry, _ form: Form) -> String {
    if form.isClosed(entry) { return words.chooseHint }
    switch entry.key {
    case .on, .end, .review, .due, .metOn, .startedOn, .grantedOn, .field(.firstTalkOn),
      .field(.expectedSigning),
      .line(.received), .line(.done):
      return taken(entry.key, in: form) ?? words.dateHint
    case .field(.amount), .field(.fixedAssets), .field(.foreignPart):
      return taken(entry.key, in: form) ?? words.amountHint
    default: return entry.choices.isEmpty ? "" : words.suggestionHint
    }
  }

  /// What a date or an amount is taken for where it is not what was typed: -> 2025-12-28 周日.
  func taken(_ key: Form.Key, in form: Form) -> String? {
    let (text, reader) = (form.text(key), FormReader(form: form, today: ui.today))
    guard !text.isEmpty else { return nil }
    if case .field(let field) = key, field.form == .amount {
      let reading = try? FieldReader(today: ui.today).read(text, as: field)
      guard let reading, reading.words != nil, case .amount(let amount) = reading.value else {
        return nil
      }
      return words.takenFor(words.amount(amount))
    }
    guard let date = reader.date(key), date != BusinessDate(text), date != .unknown else {
      return nil
    }
    return words.takenFor(words.date(date) + (date.exactDay.map { " " + words.weekday($0) } ?? ""))
  }

  private mutating func drawButtons(_ form: Form, in row: Rect) {
    let save = "[ \(words.saveButton(textKey(.open))) ]"
    let cancel = "[ \(words.cancelButton(textKey(.back))) ]"
    let x = button(
      save, at: Point(x: row.x, y: row.y), role: form.button == .save ? .selected : .key,
      limit: row.maxX, .formButton(.save))
    button(
      cancel, at: Point(x: x + 2, y: row.y), role: form.button == .cancel ? .selected : .key,
      limit: row.maxX, .formButton(.cancel))
    // Which button has the focus is seen without colours too.
    if let focused = form.button {
      frame.put(
        glyphs.select, at: Point(x: focused == .save ? row.x - 1 : x + 1, y: row.y), role: .accent)
    }
  }

  func title(of form: Form) -> String {
    func named(_ id: ProjectID) -> String {
      id.description + " " + (ui.pipeline[id]?.name ?? "")
    }
    switch form.purpose {
    case .add: return words.newProjectTitle
    case .edit(let id): return words.formTitle(.edit, named(id))
    case .move(let id, let origin, let stage, _):
      return words.moveTitle(named(id), from: origin, to: stage)
    case .log(let id): return words.formTitle(.log, named(id))
    case .milestone(let id): return words.formTitle(.milestone, named(id))
    case .nextStep(let id): return words.formTitle(.nextStep, named(id))
    case .note(let id): return words.formTitle(.note, named(id))
    case .hold(let id): return words.formTitle(.hold, named(id))
    case .lose(let id): return words.formTitle(.lose, named(id))
    case .withdraw(let id): return words.formTitle(.withdraw, named(id))
    case .archive(let id): return words.formTitle(.archive, named(id))
    case .reopen(let id): return words.formTitle(.reopen, named(id))
    case .assign(let id): return words.formTitle(.assign, named(id))
    case .tag(let id): return words.formTitle(.tag, named(id))
    case .register(let purpose): return title(of: purpose)
    case .bulk(let action, let ids): return words.bulkTitle(action, count: ids.count)
    }
  }

  /// What the form is about and what went wrong, above its lines.
  func explanation(of form: Form, width: Int) -> [(String, Role)] {
    var lines: [(String, Role)] = []
    if case .move(_, _, let stage, let missing) = form.purpose {
      for line in Wrapping.lines(
        of: words.moveLacks(stage, missing.map { words.requirement($0) }), width: width)
      { lines.append((line, .warn)) }
      for line in Wrapping.lines(of: words.moveExplains(cancel: textKey(.back)), width: width) {
        lines.append((line, .dim))
      }
    }
    if case .bulk(let action, let ids) = form.purpose {
      lines += bulkExplanation(action, ids, width: width)
    }
    if case .register(let purpose) = form.purpose {
      lines += registerExplanation(purpose, form, width: width)
    }
    if !form.warned.isEmpty {
      lines += likenessWarning(form, width: width)
    }
    let trouble =
      form.failure ?? form.refusal.map { words.refusal($0, pipeline: ui.pipeline) }
    if let trouble {
      for line in Wrapping.lines(of: trouble, width: width, limit: 3) {
        lines.append((line, .error))
      }
    }
    return lines
  }
}
