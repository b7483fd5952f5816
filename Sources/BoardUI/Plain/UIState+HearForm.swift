internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in the answer to the line of a form that was asked for, or to what follows after the last one.
  mutating func hearInForm(_ typed: String) -> [Effect] {
    guard case .form(var form) = overlay else { return [] }
    form.suggestions = nil
    switch typed {
    case PlainWord.back:
      closeForm(form)
      return []
    case PlainWord.save: return submitForm()
    case "?", "？":
      form.unfold(at: form.focus)
      form.button = .save
      overlay = .form(form)
      return []
    default: break
    }
    if form.button != nil { return hearInReview(typed, of: form) }
    let before = form.entries[form.focus]
    if !typed.isEmpty { form.answer(typed, today: today) }
    if let fault = form.fault(of: form.entries[form.focus], today: today),
      fault != .empty || !typed.isEmpty
    {
      form.entries[form.focus].fault = fault
      overlay = .form(form)
      return []
    }
    form.entries[form.focus].fault = nil
    if form.entries[form.focus] != before, let taken = Painter(self).taken(before.key, in: form) {
      plain?.sayings.append(taken)
    }
    form.refusal = nil
    form.failure = nil
    let isLast = form.focus + 1 >= form.visibleCount
    if !isLast { form.focus += 1 }
    if isLast || form.isLookedOver { form.button = .save }
    overlay = .form(form)
    return isLast && !form.isLookedOver && !form.asksFirst ? submitForm() : []
  }

  /// The answer to the lines of a form that were all said: the number of one.
  private mutating func hearInReview(_ typed: String, of form: Form) -> [Effect] {
    var form = form
    guard let number = PlainWord.number(typed), form.entries.indices.contains(number - 1) else {
      if !typed.isEmpty {
        say(words.noSuchNumber(typed, of: form.entries.count), .bad)
      }
      return []
    }
    form.focus = number - 1
    form.button = nil
    overlay = .form(form)
    return []
  }
}

extension Form {
  /// Whether it has so many lines that one is chosen rather than all are gone through.
  var isLookedOver: Bool {
    if case .edit = purpose { return true }
    return shown == nil && entries.count > 8
  }

  /// Shows all lines, and stays at one.
  fileprivate mutating func unfold(at index: Int) {
    shown = nil
    focus = index
    isFresh = false
  }

  /// Puts an answer into the line that is asked for: its number among those offered, its text, or pinyin.
  fileprivate mutating func answer(_ typed: String, today: Day) {
    let entry = entries[focus]
    var text = typed == PlainWord.clear ? "" : typed
    if let number = PlainWord.number(typed), entry.choices.indices.contains(number - 1) {
      text = entry.choices[number - 1]
    }
    entries[focus].editor.set(chosen(text, for: entry.key, today: today))
    isFresh = false
    suggestions = nil
  }
}
