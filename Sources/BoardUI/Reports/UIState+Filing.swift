internal import Canvas
internal import Wording

extension UIState {
  /// Opens the window that asks for the file; it proposes a name.
  mutating func openFiling() {
    let question = reportOrder.question
    overlay = .filing(Filing(path: words.reportFile(question)))
  }

  /// Writes to a path that was typed after `:write`.
  mutating func file(at path: String) -> [Effect] {
    if let reason = unavailable(.writeReport) {
      say(reason, .bad)
      return []
    }
    overlay = .filing(Filing(path: path))
    return submitFiling(replacing: false)
  }

  mutating func typeInFiling(_ key: Key, _ filing: Filing) -> [Effect] {
    var filing = filing
    func stay() {
      filing.isTaken = false
      overlay = .filing(filing)
    }
    if filing.isTaken {
      // What is there is replaced by nothing but a yes: Enter by habit is none.
      switch Keymap.folded(key).code {
      case .character("y"), .character("Y"): return submitFiling(replacing: true)
      case .character("n"), .character("N"): stay()
      default: if keymap.key(key, in: .list) == Key(.escape) { stay() }
      }
      return []
    }
    let key = keymap.key(key, in: .text)
    switch key.code {
    case .escape: closeOverlay()
    case .enter: return submitFiling(replacing: false)
    default:
      guard filing.editor.handle(key) else { return [] }
      show(filing)
    }
    return []
  }

  /// Shows a path that was typed, or that it is too long.
  mutating func show(_ filing: Filing) {
    var filing = filing
    filing.failure = filing.editor.passedLimit.map { words.passedLimit($0, at: words.filePath) }
    overlay = .filing(filing)
  }

  mutating func pressFiling(_ button: Filing.Button) -> [Effect] {
    guard case .filing(var filing) = overlay else { return [] }
    switch button {
    case .write: return submitFiling(replacing: filing.isTaken)
    case .cancel where filing.isTaken:
      filing.isTaken = false
      overlay = .filing(filing)
    case .cancel: closeOverlay()
    }
    return []
  }

  private mutating func submitFiling(replacing: Bool) -> [Effect] {
    guard case .filing(var filing) = overlay else { return [] }
    let path = filing.editor.text.withoutBlanksAround
    guard !path.isEmpty else {
      filing.failure = words.noFileName
      overlay = .filing(filing)
      return []
    }
    return [.store(.writeReport(reportOrder, to: path, replacing: replacing))]
  }

  /// Takes in what came of writing.
  mutating func take(_ result: FilingResult) {
    switch (result, overlay) {
    case (.written(let sentence), _):
      if case .filing = overlay { overlay = .none }
      say(sentence, .good)
    case (.taken, .filing(var filing)):
      filing.isTaken = true
      filing.failure = nil
      overlay = .filing(filing)
    case (.failed(let sentence), .filing(var filing)):
      filing.isTaken = false
      filing.failure = sentence
      overlay = .filing(filing)
      say(sentence, .bad)
    case (.failed(let sentence), _): say(sentence, .bad)
    case (.taken, _): break
    }
  }
}

extension String {
  /// Without blanks around it.
  var withoutBlanksAround: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
