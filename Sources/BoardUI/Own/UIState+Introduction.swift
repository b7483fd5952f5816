internal import Pipeline
internal import Wording

/// Who the person is, as it is kept in their settings.
package struct Introduction: Hashable, Sendable {
  /// Nil where nothing was answered.
  package let name: String?
  package let unit: String?
}

extension UIState {
  /// Whether nothing has ever been recorded: the board asks how to begin.
  var isForTheFirstTime: Bool {
    pipeline.projects.count == 0 && asOf == nil && readOnlyReason == nil
  }

  /// Asks who the person is and where to begin, a question at a time; Esc leaves at any.
  package mutating func askForIntroduction() {
    let action = OwnAction(
      name: "introduction", zh: Words(.zh).introduction, en: Words(.en).introduction, keys: [],
      wantsCard: false,
      questions: [words.askName(actor.name), words.askUnit, words.askLedger],
      purpose: .introduction)
    overlay = .own(.asking(OwnWindow.Asking(action: action, project: nil)))
  }

  /// Takes up the answers, and goes on with a ledger or the first project.
  mutating func introduce(_ answers: [String]) -> [Effect] {
    func answer(_ index: Int) -> String? {
      let text = answers[index].split(separator: " ").joined(separator: " ")
      return text.isEmpty ? nil : text
    }
    let introduction = Introduction(name: answer(0), unit: answer(1))
    var effects: [Effect] = []
    if introduction.name != nil || introduction.unit != nil {
      if let name = introduction.name { actor = Actor(uid: actor.uid, name: name) }
      if let unit = introduction.unit { self.unit = unit }
      effects.append(.store(.introduce(introduction)))
    }
    guard let ledger = answer(2) else {
      openForm(for: .newProject)
      return effects
    }
    return effects + importFile(at: ledger)
  }
}

extension Words {
  var introduction: String { say("第一次使用", "The first time") }

  /// - Parameter account: What is signed with when nothing is answered.
  func askName(_ account: String) -> String {
    say("您的姓名（空着就署 \(account)）", "Your name (\(account) when empty)")
  }

  var askUnit: String { say("所在单位（可空）", "Your unit (may be empty)") }

  var askLedger: String {
    say("旧台账 .xlsx/.csv（没有就空着）", "Old ledger .xlsx/.csv (or empty)")
  }
}
