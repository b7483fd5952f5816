package import Pipeline
internal import Wording

/// A form that was not finished, as plain words: for keeping it over a crash or a lost line.
package struct FormDraft: Hashable, Sendable {
  /// What the form does, such as `edit` or `move`.
  package var action: String
  package var project: ProjectID?
  /// The stage a move was going to.
  package var stage: Stage?
  /// The lines that were touched, by the words of ``Form/Key``.
  package var texts: [String: String]

  package init(action: String, project: ProjectID?, stage: Stage?, texts: [String: String]) {
    self.action = action
    self.project = project
    self.stage = stage
    self.texts = texts
  }
}

extension Form {
  /// What was typed so far; nil when nothing was.
  package var draft: FormDraft? {
    var texts: [String: String] = [:]
    for entry in entries where entry.editor.text != entry.initial {
      texts[entry.key.code] = entry.editor.text
    }
    guard !texts.isEmpty else { return nil }
    var stage: Stage?
    if case .move(_, _, let target, _) = purpose { stage = target }
    return FormDraft(
      action: purpose.action.rawValue, project: purpose.project, stage: stage, texts: texts)
  }

  /// Puts what was typed back into a form of the same kind.
  mutating func take(_ draft: FormDraft) {
    for index in entries.indices {
      if let text = draft.texts[entries[index].key.code] { entries[index].editor.set(text) }
    }
  }
}

extension Form.Purpose {
  /// The action that opens the form.
  var action: Action {
    switch self {
    case .add: .newProject
    case .edit: .edit
    case .move: .carry
    case .log: .logActivity
    case .milestone: .milestone
    case .nextStep: .nextStep
    case .note: .note
    case .hold: .hold
    case .lose: .lose
    case .withdraw: .withdraw
    case .archive: .archive
    case .reopen: .reopen
    case .assign: .assign
    case .tag: .tag
    case .register(let purpose): purpose.action
    case .bulk(let action, _): action.action
    }
  }

  var project: ProjectID? {
    switch self {
    case .add, .bulk: nil
    case .register(let purpose): purpose.project
    case .edit(let id), .move(let id, _, _, _), .log(let id), .milestone(let id), .nextStep(let id),
      .note(let id), .hold(let id), .lose(let id), .withdraw(let id), .archive(let id),
      .reopen(let id), .assign(let id), .tag(let id):
      id
    }
  }
}

extension Form.Key {
  /// The word that stands for a line in a draft.
  var code: String {
    if case .field(let field) = self { return "field." + field.rawValue }
    if case .line(let line) = self { return "line." + line.rawValue }
    return String(describing: self)
  }
}

extension UIState {
  /// What is being typed and what was left unfinished, to be kept in case the board dies.
  package var unfinished: [FormDraft] {
    var forms = drafts
    if case .form(let form) = overlay { forms[form.purpose] = form }
    return forms.values.compactMap(\.draft).sorted {
      ($0.action, $0.project?.number ?? 0) < ($1.action, $1.project?.number ?? 0)
    }
  }

  /// Offers again what an earlier board left unfinished.
  ///
  /// A form of a project that is gone, or of a move that is done, is dropped.
  package mutating func offer(_ left: [FormDraft]) {
    var offered = 0
    for draft in left {
      guard let action = Action(rawValue: draft.action),
        var form = blankForm(for: action, draft.project, draft.stage)
      else { continue }
      form.take(draft)
      guard form.draft != nil else { continue }
      drafts[form.purpose] = form
      offered += 1
    }
    if offered > 0 { say(words.draftsFound(offered)) }
  }
}
