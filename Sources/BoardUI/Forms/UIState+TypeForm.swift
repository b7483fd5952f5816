internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in a key while a form is open.
  mutating func typeInForm(_ key: Key) -> [Effect] {
    guard case .form(var form) = overlay else { return [] }
    let key = keymap.key(key, in: .text)
    if choose(key, &form) {
      overlay = .form(form)
      return []
    }
    form.suggestions = nil
    let wasFresh = form.isFresh
    form.isFresh = false
    switch (key.code, key.modifiers) {
    case (.pageDown, []) where form.shown != nil:
      form.unfold()
    case (.escape, _):
      closeForm(form)
      return []
    case (.enter, _):
      if form.button == .cancel {
        closeForm(form)
        return []
      }
      guard form.button == .save || !form.asksFirst else {
        form.button = .cancel
        overlay = .form(form)
        return []
      }
      return submitForm()
    case (.character("y"), []) where form.asksFirst && form.button != nil: return submitForm()
    case (.tab, []), (.down, []): form.advance(by: 1)
    case (.tab, .shift), (.up, []): form.advance(by: -1)
    case (.character("n"), .control): form.choose(by: 1)
    case (.character("p"), .control): form.choose(by: -1)
    default:
      guard form.button == nil else { return [] }
      let entry = form.entries[form.focus]
      if form.isClosed(entry) {
        switch key.code {
        case .left: form.choose(by: -1)
        case .right, .character(" "): form.choose(by: 1)
        default: edit(&form, key, replacing: wasFresh)
        }
      } else {
        edit(&form, key, replacing: wasFresh)
      }
    }
    overlay = .form(form)
    return []
  }

  /// Takes a key that goes to the suggestions.
  ///
  /// - Returns: False for a key that is the form's.
  private func choose(_ key: Key, _ form: inout Form) -> Bool {
    guard let suggestions = form.suggestions else { return false }
    switch (key.code, key.modifiers) {
    case (.down, []): return form.stepSuggestion(by: 1)
    case (.up, []) where suggestions.row != nil: return form.stepSuggestion(by: -1)
    case (.enter, []), (.tab, []):
      guard let row = suggestions.row else { return false }
      form.take(suggestion: row)
      // Enter stays, so that another name can follow.
      if key.code == .tab { form.advance(by: 1) }
      return true
    case (.escape, _) where suggestions.row != nil:
      form.suggestions = nil
      return true
    default: return false
    }
  }

  /// Puts a suggestion that was clicked into its line.
  mutating func chooseSuggestion(_ row: Int) {
    guard case .form(var form) = overlay else { return }
    form.take(suggestion: row)
    overlay = .form(form)
  }

  /// - Parameter isFresh: Whether a character takes the place of what stands in the line.
  private func edit(_ form: inout Form, _ key: Key, replacing isFresh: Bool) {
    if isFresh, case .character = key.code, key.modifiers.isSubset(of: .shift) {
      form.entries[form.focus].editor.set("")
    }
    if form.entries[form.focus].editor.handle(key) { judge(&form) }
  }

  /// Takes in characters that were typed in one go.
  mutating func typeInForm(_ text: String) {
    guard case .form(var form) = overlay else { return }
    form.suggestions = nil
    if form.isFresh { form.entries[form.focus].editor.set("") }
    form.isFresh = false
    form.entries[form.focus].editor.type(text)
    judge(&form)
    overlay = .form(form)
  }

  /// Works out what follows from a line that was changed.
  private func judge(_ form: inout Form) {
    form.suggest()
    form.refusal = nil
    form.failure = nil
    let entry = form.entries[form.focus]
    // While it is typed a line is half finished: only what was wrong before is judged again.
    form.entries[form.focus].fault =
      entry.editor.passedLimit.map { .tooLong(limit: $0) }
      ?? (entry.fault == nil ? nil : form.fault(of: entry, today: today))
  }

  /// Keeps what was typed for the next time, and says so.
  mutating func closeForm(_ form: Form) {
    overlay = .under(form.under)
    let isKept = keepDraft(of: form)
    if case .move = form.purpose {
      say(words.moveCancelled + (isKept ? words.say("；", "; ") + words.draftKept : ""))
    } else if isKept {
      say(words.draftKept)
    }
  }

  /// Keeps what was typed into a form for when it is opened again.
  ///
  /// - Returns: False when nothing was.
  private mutating func keepDraft(of form: Form) -> Bool {
    guard form.entries.contains(where: { $0.editor.text != $0.initial }) else { return false }
    var draft = form
    draft.suggestions = nil
    drafts[form.purpose] = draft
    return true
  }

  mutating func submitForm() -> [Effect] {
    guard case .form(var form) = overlay else { return [] }
    if case .bulk(let action, let ids) = form.purpose {
      submitBulk(form, action, ids)
      return []
    }
    let command = form.command(in: pipeline, today: today, words: words)
    form.refusal = nil
    form.failure = nil
    guard let command else {
      if case .typed(let fault)? = form.entries[form.focus].fault {
        form.failure = words.typed(fault)
      }
      overlay = .form(form)
      return []
    }
    if form.notesWhatIsMet(in: self) {
      overlay = .form(form)
      return []
    }
    if form.isHeldUp() {
      overlay = .form(form)
      return []
    }
    do {
      let events = try pipeline.decide(command, today: today)
      guard events.isEmpty else {
        overlay = .form(form)
        return [.store(.submit(command))]
      }
      overlay = .under(form.under)
      drafts[form.purpose] = nil
      say(words.nothingChanged)
    } catch {
      form.take(error)
      overlay = .form(form)
    }
    return []
  }

  mutating func focusEntry(_ index: Int) {
    guard case .form(var form) = overlay, form.entries.indices.contains(index) else { return }
    form.focus = index
    form.button = nil
    form.suggestions = nil
    // A click is for a place in the text.
    form.isFresh = false
    overlay = .form(form)
  }

  /// Puts a name into the open form; Ctrl-Z in the line brings back what a draft had there.
  mutating func nameProject(_ name: String) {
    guard case .form(var form) = overlay else { return }
    form[.field(.name)]?.editor.set(name)
    let passed = form[.field(.name)]?.editor.passedLimit
    form[.field(.name)]?.fault = passed.map { .tooLong(limit: $0) }
    form.focus = form.entries.firstIndex { $0.key == .field(.name) } ?? 0
    form.button = nil
    overlay = .form(form)
  }

  mutating func insertIntoForm(_ text: String) {
    guard case .form(var form) = overlay, form.button == nil else { return }
    if form.isFresh { form.entries[form.focus].editor.set("") }
    form.isFresh = false
    form.entries[form.focus].editor.insert(
      text.split(whereSeparator: \.isNewline).joined(separator: " "))
    judge(&form)
    overlay = .form(form)
  }
}

extension Form {
  /// Shows why saving was refused.
  ///
  /// A conflict is seen by that, so saving again means it.
  mutating func take(_ refusal: Refusal) {
    self.refusal = refusal
    if case .conflict(_, let field, let theirs, _) = refusal {
      self[.field(field)]?.seen = .value(theirs)
    }
  }

  /// Goes to the next or the previous line, through the two buttons at the end.
  mutating func advance(by step: Int) {
    let count = visibleCount
    let stops = count + 2
    let here =
      switch button {
      case nil: focus
      case .save: count
      case .cancel: count + 1
      }
    let next = (here + step + stops) % stops
    button = next == count ? .save : next == count + 1 ? .cancel : nil
    if next < count { focus = next }
    isFresh = button == nil && !entries[focus].editor.isEmpty
  }

  /// Shows the lines that were folded away, and goes to the first of them.
  mutating func unfold() {
    focus = min(visibleCount, entries.count - 1)
    shown = nil
    button = nil
    isFresh = !entries[focus].editor.isEmpty
  }

  /// Puts the next or the previous known value into the line.
  mutating func choose(by step: Int) {
    let choices = entries[focus].choices
    guard !choices.isEmpty else { return }
    let index = choices.firstIndex(of: entries[focus].editor.text)
    let next =
      index.map { ($0 + step + choices.count) % choices.count }
      ?? (step > 0 ? 0 : choices.count - 1)
    entries[focus].editor.set(choices[next])
    entries[focus].fault = nil
  }
}
