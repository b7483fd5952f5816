package import Pipeline

/// What can be done with several cards at once.
package enum BulkAction: Hashable, Sendable {
  case move(Stage)
  /// Each to the stage after or before its own.
  case forward, back
  case hold, lose, withdraw, archive, assign, tag

  init?(_ action: Action) {
    switch action {
    case .pushForward: self = .forward
    case .pushBack: self = .back
    case .hold: self = .hold
    case .lose: self = .lose
    case .withdraw: self = .withdraw
    case .archive: self = .archive
    case .assign: self = .assign
    case .tag: self = .tag
    default: return nil
    }
  }

  /// The action of one card that does the same.
  var action: Action {
    switch self {
    case .move: .carry
    case .forward: .pushForward
    case .back: .pushBack
    case .hold: .hold
    case .lose: .lose
    case .withdraw: .withdraw
    case .archive: .archive
    case .assign: .assign
    case .tag: .tag
    }
  }
}

/// A thing to be done with several cards, with all it takes; one reason serves them all.
package enum Deed: Hashable, Sendable {
  case move(to: Stage, on: BusinessDate, reason: String?)
  case step(Way, on: BusinessDate, reason: String?)
  case hold(review: Day, reason: String, on: BusinessDate)
  case lose(LossReason, place: String?, note: String?, on: BusinessDate)
  case withdraw(reason: String, on: BusinessDate)
  case archive(reason: String, on: BusinessDate)
  /// Nil takes the owner away.
  case assign(String?)
  case tag(adding: [String], removing: [String])

  package enum Way: Hashable, Sendable { case forward, back }

  /// The command for one card; nil when there is nothing to ask for.
  func command(for project: Project) -> Command? {
    switch self {
    case .move(let stage, let on, let reason):
      return move(project, to: stage, on, reason)
    case .step(let way, let on, let reason):
      let target = way == .forward ? project.stage.next : project.stage.previous
      return target.map { move(project, to: $0, on, reason) }
    case .hold(let review, let reason, let on):
      return .hold(project.id, review: review, reason: reason, on: on)
    case .lose(let reason, let place, let note, let on):
      return .lose(project.id, reason, place: place, note: note, on: on)
    case .withdraw(let reason, let on): return .withdraw(project.id, reason: reason, on: on)
    case .archive(let reason, let on): return .archive(project.id, reason: reason, on: on)
    case .assign(let owner):
      return .edit(project.id, [FieldEdit(.owner, to: owner.map(FieldValue.text))])
    case .tag(let adding, let removing):
      var tags = project.tags.filter { !removing.contains($0) }
      tags += adding.filter { !tags.contains($0) }
      return .edit(project.id, [FieldEdit(.tags, to: tags.isEmpty ? nil : .list(tags))])
    }
  }

  private func move(_ project: Project, to stage: Stage, _ on: BusinessDate, _ reason: String?)
    -> Command
  {
    .move(project.id, MoveOrder(to: stage, on: on, reason: reason, from: project.stage))
  }
}
