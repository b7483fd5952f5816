internal import Canvas
internal import Wording

extension UIState {
  /// What a sentence tells to press for an action: its first key, or the command of one without keys.
  func hint(_ action: Action) -> String {
    let key = keymap.shown(action)
    return key.isEmpty ? ActionTable.row(action)?.command(words).map { ":" + $0 } ?? "" : key
  }
}

// How a keymap's keys are spoken of in one line.
extension Keymap {
  /// The key of an action as a hint names it: the first; empty when it has none.
  package func shown(_ action: Action) -> String {
    keys(of: action).first.map(Keymap.name) ?? ""
  }

  /// An action's keys as the line of keys has them: an F-key, which a Chinese input method lets
  /// through, and the first plain character, as in `F3/`; of two that belong together, both.
  package func footKey(_ action: Action) -> String {
    if let partner = Keymap.partner(of: action) {
      let pair = [partner.before, partner.after].map(short)
      if pair.allSatisfy({ !$0.isEmpty }) { return pair.joined() }
    }
    let keys = keys(of: action)
    let function = keys.first { if case .function = $0.code { true } else { false } }
    let short = [function.map(Keymap.name) ?? "", self.short(action)].joined()
    return short.isEmpty ? keys.first.map(Keymap.name) ?? "" : short
  }

  /// The first plain character of an action; empty when it has none.
  private func short(_ action: Action) -> String {
    keys(of: action).first { key in
      if case .character(let character) = key.code {
        key.modifiers.isEmpty && character != " "
      } else {
        false
      }
    }.map(Keymap.name) ?? ""
  }

  /// What goes one way and what goes the other: the line of keys has them as one.
  private static func partner(of action: Action) -> (before: Action, after: Action)? {
    switch action {
    case .pushForward: (.pushBack, .pushForward)
    case .eventEarlier: (.eventEarlier, .eventLater)
    case .dayEarlier: (.dayEarlier, .dayLater)
    case .zoomIn: (.zoomIn, .zoomOut)
    case .previousStage: (.previousStage, .nextStage)
    case .reportEarlier: (.reportEarlier, .reportLater)
    default: nil
    }
  }
}
