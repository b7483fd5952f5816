package import Pipeline
internal import Wording

extension UIState {
  /// Moves the selected card one stage on or back; a card in hand only looks over there.
  mutating func push(_ direction: Int) -> [Effect] {
    func neighbour(_ stage: Stage) -> Stage? { direction > 0 ? stage.next : stage.previous }
    if let (card, over) = inHand {
      hover(card, neighbour(over) ?? over)
      return []
    }
    if let cargo, cargo.count > 1 {
      return begin(direction > 0 ? .forward : .back, with: cargo)
    }
    guard let id = actedOn, let project = pipeline[id] else { return [] }
    guard let target = neighbour(project.stage) else {
      say(direction > 0 ? words.alreadyLast : words.alreadyFirst)
      return []
    }
    return move(project, to: target)
  }

  /// The card that is carried by keys, and the stage it is over.
  var inHand: (card: ProjectID, over: Stage)? {
    guard case .carrying(let id, let over, .keys) = drag else { return nil }
    return (id, over ?? focus)
  }

  /// Picks the selected card up with the keys: the picture of a mouse drag.
  mutating func pickUp() {
    guard let id = lead, let project = pipeline[id] else {
      say(words.markedOutOfSight, .bad)
      return
    }
    overlay = .none
    if screen != .board { show(.board) }
    select(id)
    drag = .carrying(id, over: project.stage, by: .keys)
    notice = nil
  }

  /// The card that is picked up, of the marked ones one on the board; nil when none is.
  private var lead: ProjectID? {
    guard let cargo else { return selected }
    if let selected, cargo.contains(selected), pipeline[selected]?.status.isOpen == true {
      return selected
    }
    return columns.lazy.joined().first { marks.contains($0) }
  }

  /// Takes the card in hand where a moving action says; a stage's own key lets it go there.
  mutating func steer(_ action: Action, _ card: ProjectID, over: Stage) -> [Effect] {
    if let stage = action.stage { return drop(card, on: stage) }
    switch action {
    case .previousStage: return push(-1)
    case .nextStage: return push(1)
    case .firstCard: hover(card, .contact)
    case .lastCard: hover(card, .signing)
    default: break
    }
    return []
  }

  private mutating func hover(_ id: ProjectID, _ stage: Stage) {
    drag = .carrying(id, over: stage, by: .keys)
    if !layout.showsAllStages { focus = stage }
  }

  /// What letting the card go over a stage would do.
  package func verdict(on id: ProjectID, over stage: Stage) -> DropVerdict {
    if let plan = dropPlan(over: stage) { return plan.verdict }
    guard let project = pipeline[id] else { return .closed(.unknownProject(id)) }
    if project.stage == stage { return .origin }
    do {
      _ = try pipeline.decide(command(moving: project, to: stage), today: today)
      return .open
    } catch {
      switch error {
      case .reasonNeeded(_, _, let missing), .missing(_, _, let missing): return .asks(missing)
      default: return .closed(error)
      }
    }
  }

  /// Lets the card that is carried go over a stage, with the marked ones when it is one of them.
  mutating func drop(_ id: ProjectID, on stage: Stage) -> [Effect] {
    if let cargo, cargo.count > 1, cargo.contains(id) {
      if let plan = dropPlan(over: stage), plan.verdict == .origin {
        drag = .idle
        say(words.droppedWhereItWas)
        return []
      }
      return begin(.move(stage), with: cargo)
    }
    drag = .idle
    guard let project = pipeline[id] else { return refuse(.unknownProject(id)) }
    return move(project, to: stage)
  }

  /// Moves a card to a stage, asks for what it lacks, or says why it cannot go.
  mutating func move(_ project: Project, to stage: Stage) -> [Effect] {
    switch verdict(on: project.id, over: stage) {
    case .origin:
      say(words.droppedWhereItWas)
      return []
    case .open: return [.store(.submit(command(moving: project, to: stage)))]
    case .asks(let missing):
      openMoveForm(project, to: stage, missing: missing)
      return []
    case .closed(let refusal): return refuse(refusal)
    }
  }

  private func command(moving project: Project, to stage: Stage) -> Command {
    .move(project.id, MoveOrder(to: stage, on: .day(today), from: project.stage))
  }

  mutating func cancelDrag(saying sentence: String?) {
    guard drag.isActive else { return }
    if case .sliding = drag, let sentence { say(sentence) }
    if case .carrying(let id, _, _) = drag {
      if let sentence { say(sentence) }
      if let project = pipeline[id], !layout.showsAllStages { focus = project.stage }
    }
    drag = .idle
  }
}

extension UIState {
  /// What would come of putting all carried cards into a stage; nil when one card goes alone.
  package func dropPlan(over stage: Stage) -> BulkPlan? {
    guard drag.carried != nil, let cargo, cargo.count > 1 else { return nil }
    let deed = Deed.move(to: stage, on: .day(today), reason: nil)
    return BulkPlan(deed, for: cargo, in: pipeline, today: today)
  }
}

extension BulkPlan {
  /// The verdict on all of them: open or asking as soon as one may go.
  package var verdict: DropVerdict {
    let missing = wantingReason
    if !missing.isEmpty { return .asks(missing) }
    if !passing.isEmpty { return .open }
    if let first = refused.first { return .closed(first.refusal) }
    return .origin
  }
}
