internal import Canvas
internal import Insight
internal import Wording

extension UIState {
  /// Takes in a key of completion in the filter line; nil when it is none.
  ///
  /// Tab offers the choices for the caret, and then puts the next of them into the line; Ctrl-R offers
  /// the earlier filters that contain the typed text.
  mutating func offerFilter(_ key: Key, _ editor: LineEditor) -> LineEditor? {
    switch (key.code, key.modifiers) {
    case (.tab, []):
      if offer != nil { return nextOffer(by: 1) }
      let tongue: FilterCompletion.Tongue = words.language == .zh ? .chinese : .english
      let place = editor.beforeCaret.unicodeScalars.count
      let completion = FilterCompletion(
        of: editor.text, at: place, in: pipeline, tongue: tongue)
      return take(completion.flatMap { Offer($0.choices, for: $0.range, of: editor) }, editor)
    case (.tab, .shift): return offer == nil ? editor : nextOffer(by: -1)
    case (.character("r"), .control): return recall(filterHistory, editor)
    case (.escape, _):
      // The first Esc takes back what was offered, the next one leaves the line.
      guard let offer else { return nil }
      self.offer = nil
      return offer.before
    default:
      offer = nil
      notice = nil
      return nil
    }
  }

  /// Offers the earlier lines that contain the typed text; when they are offered already, puts the
  /// one before into the line.
  mutating func recall(_ history: LineHistory, _ editor: LineEditor) -> LineEditor {
    if offer != nil { return nextOffer(by: 1) ?? editor }
    let query = TextQuery(editor.text)
    let lines = history.lines.filter { line in
      line != editor.text && (query?.matches(line) ?? true)
    }
    return take(Offer(lines, inPlaceOf: editor), editor)
  }

  /// Puts a choice that was clicked into the line.
  mutating func chooseOffer(_ row: Int) {
    guard case .filter(_, let before, let card) = overlay, var offer,
      offer.choices.indices.contains(row)
    else { return }
    offer.row = row
    self.offer = nil
    overlay = .filter(offer.line, before: before, on: card)
    setFilter(offer.line.text)
  }

  private mutating func nextOffer(by step: Int) -> LineEditor? {
    offer?.step(by: step)
    return offer?.line
  }

  private mutating func take(_ offer: Offer?, _ editor: LineEditor) -> LineEditor {
    guard let offer else {
      say(words.nothingToOffer)
      return editor
    }
    // A single choice needs no offer: the next Tab completes what comes after it.
    self.offer = offer.choices.count > 1 ? offer : nil
    return offer.line
  }
}
