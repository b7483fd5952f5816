internal import Canvas
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// Most values that are offered at a time.
  private static let mostValues = 40

  /// Whether values are offered behind an action's command.
  func takesValue(_ action: Action) -> Bool {
    switch action {
    case .carry, .mine, .theme, .language, .mouse, .sort, .showReports: true
    default: false
    }
  }

  /// The lines of a command whose words are being typed: what it would do, and what may stand there;
  /// nil when it is no such command.
  func argumentRows(_ palette: Palette) -> [PaletteRow]? {
    guard let (verb, rest) = palette.typedCommand else { return nil }
    if let action = commandAction(verb), action.takesWords,
      rest.isEmpty || !action.isTitled(palette.query)
    {
      return fillRows(action, verb, rest, palette.known.form)
    }
    guard !palette.known.values.isEmpty, palette.known.verb == verb else { return nil }
    let values = TextQuery.fitting(rest, among: palette.known.values)
    // A value that is whole is run as any command is.
    if palette.known.values.contains(rest) || values.isEmpty { return nil }
    var rows = values.prefix(Self.mostValues).compactMap { value -> PaletteRow? in
      let text = verb + " " + value
      guard let command = CommandLine(text, today: today) else { return nil }
      return PaletteRow(
        choice: .command(command), title: title(of: command, text), keys: "", command: ":" + text)
    }
    if let typed = CommandLine(palette.query, today: today),
      !rows.contains(where: { $0.choice == .command(typed) })
    {
      rows.append(
        PaletteRow(
          choice: .command(typed), title: title(of: typed, palette.query), keys: "",
          command: ":" + palette.query))
    }
    return rows.isEmpty ? nil : rows
  }

  func title(of command: CommandLine, _ text: String) -> String {
    switch command {
    case .whose(let name): words.showWhose(name)
    case .move(let stage): words.moveTo(stage)
    case .theme(let name): words.useTheme(name)
    case .asOf(let day?): words.boardOf(day)
    default: words.runCommand(text)
    }
  }

  /// Letters that fit the first value by pinyin alone are hardly meant as they stand.
  private func isPinyin(_ typed: String, _ values: [String]) -> Bool {
    guard let first = values.first else { return false }
    return typed.allSatisfy(\.isASCII) && !first.lowercased().contains(typed.lowercased())
  }

  // MARK: Commands that fill in a form

  private func fillRows(_ action: Action, _ verb: String, _ rest: String, _ form: Form?)
    -> [PaletteRow]
  {
    let reason = unavailable(action)
    guard let form, reason == nil else {
      return [
        PaletteRow(
          choice: .action(action),
          title: ActionTable.row(action).map { words.say($0.zh, $0.en) } ?? "",
          keys: keymap.shown(.open, in: .text), command: ":" + verb, unavailable: reason)
      ]
    }
    func row(_ typed: String) -> PaletteRow {
      PaletteRow(
        choice: .command(.fill(action, typed)),
        title: words.fills(whom(action), said(action, typed, form))
          + (form.unsaid(typed, for: action, today: today) == nil ? "" : words.opensForm),
        keys: "", command: ":\(verb) \(typed)")
    }
    let part = self.part(of: rest, for: action, in: form)
    let values = TextQuery.fitting(part.text, among: part.values).filter { $0 != part.text }
      .prefix(Self.mostValues)
    let longer = values.map { row(part.before + $0) }
    if rest.isEmpty {
      // Nothing is said yet: the form as its key opens it.
      let blank = PaletteRow(
        choice: .action(action),
        title: ActionTable.row(action).map { words.say($0.zh, $0.en) } ?? "",
        keys: keymap.keys(of: action).prefix(1).map(Keymap.name).joined(), command: ":" + verb)
      // First, so that a blank and Enter save nothing.
      return [blank] + longer
    }
    if part.text.isEmpty || part.values.contains(part.text) || !isPinyin(part.text, Array(values)) {
      return [row(rest)] + longer
    }
    // A new firm may well have the initials of a known one.
    return action == .newProject ? [row(rest)] + longer : longer + [row(rest)]
  }

  /// Whose lines would be filled in: #23, or how many.
  private func whom(_ action: Action) -> String {
    if action == .newProject { return "" }
    if let cargo, cargo.count > 1, BulkAction(action) != nil { return words.projects(cargo.count) }
    return (BulkAction(action) == nil ? selected : actedOn)?.description ?? ""
  }

  private func said(_ action: Action, _ typed: String, _ form: Form)
    -> [(label: String, value: String)]
  {
    var filled = form
    filled.fill(typed, for: action, today: today)
    let reader = FormReader(form: filled, today: today)
    let typedLines = form.lines(of: typed, for: action, today: today)
    // What is recorded with it stands there too, though nobody typed it.
    let others = filled.entries.filter { entry in
      Self.alwaysSaid.contains(entry.key) && !entry.editor.isEmpty
        && !typedLines.contains { $0.key == entry.key }
    }
    return (typedLines + others.map { ($0.key, $0.editor.text) }).map { line in
      var value = line.text
      if !value.isEmpty, isDateLine(line.key), let day = reader.date(line.key)?.settled {
        value = words.date(.day(day)) + " " + words.weekday(day)
      }
      return (words.formLabel(line.key), value)
    }
  }

  private static let alwaysSaid: Set<Form.Key> = [.activityKind, .on, .review, .stage]

  private func isDateLine(_ key: Form.Key) -> Bool { [.due, .review, .on].contains(key) }

  /// The part that is being typed, what stands before it, and the values that may take its place.
  private func part(of rest: String, for action: Action, in form: Form)
    -> (before: String, text: String, values: [String])
  {
    guard let lines = action.spokenLines(of: form) else { return (rest, "", []) }
    let words = TypedArguments(rest).words
    let isBetween = rest.isEmpty || rest.hasSuffix(" ")
    let current = isBetween ? words.count : words.count - 1
    let start = isBetween ? rest.endIndex : words[current].range.lowerBound
    let before = String(rest[..<start])
    let text = isBetween ? "" : words[current].text
    if lines.words.indices.contains(current) {
      let choices = form[lines.words[current]]?.choices ?? []
      return (before, text, choices.map(TypedArguments.word))
    }
    var values: [String] = []
    if let key = lines.rest, let choices = form[key]?.choices, !choices.isEmpty {
      if action == .tag { return (before, text, choices.map(TypedArguments.word)) }
      let first =
        lines.words.count < words.count ? words[lines.words.count].range.lowerBound : start
      return (String(rest[..<first]), String(rest[first...]), choices.map(TypedArguments.rest))
    }
    if let key = lines.date,
      !words.enumerated().contains(where: {
        $0.offset != current && form.isDate($0.element.text, key, today)
      })
    {
      values = key == .on ? self.words.pastDates(at: today) : self.words.dueDates(at: today)
    }
    return (before, text, values)
  }
}
