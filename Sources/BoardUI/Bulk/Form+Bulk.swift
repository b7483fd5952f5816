internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// Opens the form that asks once for what several cards need.
  mutating func openBulkForm(_ action: BulkAction, _ ids: [ProjectID]) {
    open(bulkForm(action, ids))
  }

  func bulkForm(_ action: BulkAction, _ ids: [ProjectID]) -> Form {
    Form(purpose: .bulk(action, ids), entries: bulkEntries(action))
  }

  private func bulkEntries(_ action: BulkAction) -> [Form.Entry] {
    let on = Form.Entry(.on, today.description, isRequired: true)
    let reason = Form.Entry(.reason, isRequired: true)
    switch action {
    // Cards that want no reason go without one: those that do are named before anything is done.
    case .move, .forward, .back: return [Form.Entry(.reason), on]
    case .hold:
      let review = Form.Entry(.review, today.adding(30).description, isRequired: true)
      return [review, reason, on]
    case .lose:
      let reasons = LossReason.allCases.map(words.lossReason)
      let why = Form.Entry(.lossReason, isRequired: true, choices: reasons)
      return [why, Form.Entry(.lossPlace), Form.Entry(.note), on]
    case .withdraw, .archive: return [reason, on]
    case .assign: return [Form.Entry(.field(.owner), choices: known(.owner))]
    case .tag:
      let tags = known(.tags)
      return [Form.Entry(.addTags, choices: tags), Form.Entry(.removeTags, choices: tags)]
    }
  }
}

extension Form {
  /// What a form that was found without faults asks for.
  func deed(_ action: BulkAction, today: Day) -> Deed {
    let reader = FormReader(form: self, today: today)
    let on = reader.date(.on) ?? .day(today)
    switch action {
    case .move(let stage): return .move(to: stage, on: on, reason: reader.optional(.reason))
    case .forward: return .step(.forward, on: on, reason: reader.optional(.reason))
    case .back: return .step(.back, on: on, reason: reader.optional(.reason))
    case .hold:
      return .hold(
        review: reader.date(.review)?.settled ?? today, reason: text(.reason), on: on)
    case .lose:
      return .lose(
        LossReason(spoken: text(.lossReason)) ?? .other, place: reader.optional(.lossPlace),
        note: reader.optional(.note), on: on)
    case .withdraw: return .withdraw(reason: text(.reason), on: on)
    case .archive: return .archive(reason: text(.reason), on: on)
    case .assign: return .assign(reader.optional(.field(.owner)))
    case .tag:
      return .tag(
        adding: NameList.parts(of: text(.addTags), .words),
        removing: NameList.parts(of: text(.removeTags), .words))
    }
  }
}
