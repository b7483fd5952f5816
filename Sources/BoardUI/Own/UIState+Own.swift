internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  func ownAction(named name: String) -> OwnAction? { ownActions.first { $0.name == name } }

  func ownAction(for key: Key) -> OwnAction? {
    ownActions.first { $0.keys.contains(Keymap.folded(key)) }
  }

  /// Why an own command cannot be run now; nil when it can.
  func unavailable(_ action: OwnAction) -> String? {
    action.wantsCard && selected == nil ? words.noCardSelected : nil
  }

  /// Runs an own command, after what it wants to know.
  mutating func run(_ action: OwnAction) -> [Effect] {
    if let reason = unavailable(action) {
      say(reason, .bad)
      return []
    }
    guard action.questions.isEmpty else {
      overlay = .own(.asking(OwnWindow.Asking(action: action, project: selected)))
      return []
    }
    say(words.ownRuns(action))
    return [.store(.runOwn(OwnOrder(name: action.name, project: selected, answers: [])))]
  }

  /// Takes in a key while the window of an own command is open.
  mutating func typeInOwn(_ key: Key, _ window: OwnWindow) -> [Effect] {
    switch window {
    case .asking(var asking):
      let key = keymap.key(key, in: .text)
      switch key.code {
      case .escape: closeOverlay()
      case .enter:
        // Nothing is written to a place without a name.
        if case .outlet = asking.action.purpose, asking.editor.text.isEmpty { return [] }
        asking.answers.append(asking.editor.text)
        asking.editor = LineEditor()
        guard asking.answers.count == asking.action.questions.count else {
          overlay = .own(.asking(asking))
          return []
        }
        overlay = .none
        switch asking.action.purpose {
        case .outlet(let outlet): return letOut(outlet, to: asking.answers[0])
        case .introduction: return introduce(asking.answers)
        case .command: break
        }
        say(words.ownRuns(asking.action))
        return [
          .store(
            .runOwn(
              OwnOrder(
                name: asking.action.name, project: asking.project, answers: asking.answers)))
        ]
      default:
        guard asking.editor.handle(key) else { return [] }
        show(asking)
      }
    case .output(let printed): scroll(printed, by: key)
    }
    return []
  }

  /// Shows an answer that was typed, or that it is too long.
  mutating func show(_ asking: OwnWindow.Asking) {
    overlay = .own(.asking(asking))
    sayIfTooLong(asking.editor, asking.question)
  }

  private mutating func scroll(_ printed: OwnWindow.Printed, by key: Key) {
    let page = max(1, layout.body.height - 3)
    let own = keymap.key(key, in: .list)
    switch own.code {
    case .escape, .enter: closeOverlay()
    case .down: scrollOwn(by: 1)
    case .up: scrollOwn(by: -1)
    case .pageDown, .character(" "): scrollOwn(by: page)
    case .pageUp: scrollOwn(by: -page)
    case .home: scrollOwn(by: -printed.lines.count)
    case .end: scrollOwn(by: printed.lines.count)
    default:
      guard let action = keymap.action(for: key, on: screen) else { return }
      switch action {
      case .nextCard: scrollOwn(by: 1)
      case .previousCard: scrollOwn(by: -1)
      case .halfPageDown: scrollOwn(by: page / 2)
      case .halfPageUp: scrollOwn(by: -page / 2)
      case .firstCard: scrollOwn(by: -printed.lines.count)
      case .lastCard: scrollOwn(by: printed.lines.count)
      case .quit, .back: closeOverlay()
      default: break
      }
    }
  }

  mutating func scrollOwn(by lines: Int) {
    guard case .own(.output(var printed)) = overlay else { return }
    let visible = max(1, layout.body.height - 2)
    printed.top = min(max(0, printed.top + lines), max(0, printed.lines.count - visible))
    overlay = .own(.output(printed))
  }

  /// Shows again what a command printed last.
  mutating func showOutput() {
    guard let printed = lastPrinted else { return say(words.nothingPrinted, .bad) }
    overlay = .own(.output(printed))
  }

  /// Takes in what came of an own command; a window that somebody has opened meanwhile stays.
  mutating func take(_ news: OwnNews) {
    switch news {
    case .said(let sentence, let isBad): say(sentence, isBad ? .bad : .good)
    case .printed(let text, let title):
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init)
      let printed = OwnWindow.Printed(title: title, lines: lines)
      lastPrinted = printed
      guard overlay == .none else {
        return say(words.ownDone(title, shownBy: hint(.output)))
      }
      overlay = .own(.output(printed))
      say(words.ownDone(title))
    }
  }
}

extension Words {
  func ownRuns(_ action: OwnAction) -> String {
    say("正在运行：\(action.zh)", "Running: \(action.en)")
  }

  func ownHint(run: String, close: String) -> String {
    say("\(run) 继续，\(close) 取消", "\(run) goes on, \(close) cancels")
  }

  func ownDone(_ title: String) -> String { say("\(title)：完成", "\(title): done") }

  /// - Parameter way: The key or the command that shows what was printed.
  func ownDone(_ title: String, shownBy way: String) -> String {
    say("\(title)：完成，\(way) 看输出", "\(title): done; \(way) shows what it printed")
  }

  var nothingPrinted: String { say("还没有命令印出什么", "No command has printed anything yet") }
}
