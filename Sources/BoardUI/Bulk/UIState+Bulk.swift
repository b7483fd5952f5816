internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Begins something with several cards: asks what it takes, or at once whether it is meant.
  mutating func begin(_ action: BulkAction, with ids: [ProjectID]) -> [Effect] {
    drag = .idle
    if case .menu = overlay { overlay = .none }
    let on = BusinessDate.day(today)
    let deed: Deed
    switch action {
    case .move(let stage): deed = .move(to: stage, on: on, reason: nil)
    case .forward: deed = .step(.forward, on: on, reason: nil)
    case .back: deed = .step(.back, on: on, reason: nil)
    case .hold, .lose, .withdraw, .archive, .assign, .tag:
      openBulkForm(action, ids)
      return []
    }
    let plan = BulkPlan(deed, for: ids, in: pipeline, today: today)
    if plan.wantingReason.isEmpty {
      ask(plan, form: nil)
    } else {
      openBulkForm(action, ids)
    }
    return []
  }

  /// Asks whether a plan is meant; one that would change nothing is only told of.
  mutating func ask(_ plan: BulkPlan, form: Form?) {
    if plan.passing.isEmpty, plan.refused.isEmpty {
      overlay = .none
      say(words.nothingChanged)
    } else {
      overlay = .confirm(BulkQuestion(plan: plan, form: form))
    }
  }

  /// Takes a filled form on to the question.
  mutating func submitBulk(_ form: Form, _ action: BulkAction, _ ids: [ProjectID]) {
    var form = form
    form.refusal = nil
    form.failure = nil
    guard form.findFaults(today: today) else {
      overlay = .form(form)
      return
    }
    let deed = form.deed(action, today: today)
    ask(BulkPlan(deed, for: ids, in: pipeline, today: today), form: form)
  }

  /// Takes in a key while the question is open.
  mutating func typeInConfirm(_ key: Key, _ confirmation: BulkQuestion) -> [Effect] {
    var confirmation = confirmation
    // The letters of the answers come before what a person's own keys mean.
    let typed = Keymap.folded(key)
    let isAnswer = typed == .character("y") || typed == .character("n")
    let own = isAnswer ? typed : keymap.key(key, in: .list)
    switch (own.code, own.modifiers) {
    case (.character("y"), []): return confirm()
    case (.character("n"), []), (.escape, _): cancelConfirm(confirmation)
    case (.enter, _):
      if confirmation.button == .go { return confirm() }
      cancelConfirm(confirmation)
    case (.tab, _), (.left, _), (.right, _):
      if confirmation.plan.command != nil {
        confirmation.button = confirmation.button == .go ? .cancel : .go
      }
      overlay = .confirm(confirmation)
    case (.down, _): scrollConfirm(by: 1)
    case (.up, _): scrollConfirm(by: -1)
    case (.pageDown, _): scrollConfirm(by: 10)
    case (.pageUp, _): scrollConfirm(by: -10)
    default: break
    }
    return []
  }

  /// Does it, unless somebody changed a card since the question was read: then it is asked anew.
  mutating func confirm() -> [Effect] {
    guard case .confirm(var confirmation) = overlay else { return [] }
    if let reason = whyNothingMayChange {
      say(reason, .bad)
      return []
    }
    let plan = BulkPlan(
      confirmation.plan.deed, for: confirmation.plan.ids, in: pipeline, today: today)
    guard plan == confirmation.plan else {
      confirmation.plan = plan
      confirmation.button = .cancel
      overlay = .confirm(confirmation)
      say(words.bulkChangedMeanwhile)
      return []
    }
    return plan.command.map { [.store(.submit($0))] } ?? []
  }

  /// Back to what was typed, or to the board; nothing is done.
  mutating func cancelConfirm(_ confirmation: BulkQuestion) {
    overlay = confirmation.form.map(Overlay.form) ?? .none
    say(words.bulkCancelled)
  }

  mutating func scrollConfirm(by lines: Int) {
    guard case .confirm(var confirmation) = overlay else { return }
    let geometry = ConfirmGeometry(self, confirmation)
    confirmation.top = min(max(0, confirmation.top + lines), geometry.lastTop)
    overlay = .confirm(confirmation)
  }

  /// What follows from our own commit for marks and for the question.
  mutating func finishBulk(_ touched: [ProjectID]) {
    guard case .confirm(let confirmation) = overlay else { return }
    if let form = confirmation.form { drafts[form.purpose] = nil }
    overlay = .none
    // What was refused stays marked, to be looked at.
    marks.remove(touched)
  }

  /// The question shows what came of a refusal.
  mutating func renewConfirm() {
    guard case .confirm(var confirmation) = overlay else { return }
    confirmation.plan = BulkPlan(
      confirmation.plan.deed, for: confirmation.plan.ids, in: pipeline, today: today)
    confirmation.button = .cancel
    overlay = .confirm(confirmation)
  }
}
