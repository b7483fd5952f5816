package import Pipeline
internal import Wording

extension UIState {
  /// Moves the selected card one stage on or back.
  mutating func push(_ direction: Int) -> [Effect] {
    guard let selected, let project = pipeline[selected] else { return [] }
    guard let target = direction > 0 ? project.stage.next : project.stage.previous else {
      say(direction > 0 ? words.alreadyLast : words.alreadyFirst)
      return []
    }
    return drop(selected, on: target)
  }

  /// Picks the selected card up with the keys: the picture of a mouse drag.
  mutating func pickUp() {
    guard let selected, let project = pipeline[selected] else { return }
    overlay = .none
    if screen != .board {
      show(.board)
      select(selected)
    }
    drag = .carrying(selected, over: project.stage, by: .keys)
    notice = nil
  }

  /// Steers a card carried by keys; nil when the action is none of carrying, which puts it back.
  mutating func steer(_ action: Action) -> [Effect]? {
    guard case .carrying(let id, let over, .keys) = drag else { return nil }
    let here = over ?? focus
    switch action {
    case .previousStage, .pushBack: hover(id, here.previous ?? here)
    case .nextStage, .pushForward: hover(id, here.next ?? here)
    case .firstCard: hover(id, .contact)
    case .lastCard: hover(id, .signing)
    case .stage1: return drop(id, on: .contact)
    case .stage2: return drop(id, on: .visit)
    case .stage3: return drop(id, on: .returnVisit)
    case .stage4: return drop(id, on: .intent)
    case .stage5: return drop(id, on: .approval)
    case .stage6: return drop(id, on: .signing)
    case .open, .carry: return drop(id, on: here)
    case .back, .quit: cancelDrag(saying: words.dragCancelled)
    case .nextCard, .previousCard, .halfPageUp, .halfPageDown: break
    case .redraw, .theme, .language, .mouse: return nil
    default:
      cancelDrag(saying: nil)
      return nil
    }
    return []
  }

  private mutating func hover(_ id: ProjectID, _ stage: Stage) {
    drag = .carrying(id, over: stage, by: .keys)
    if !layout.showsAllStages { focus = stage }
  }

  /// What letting the card go over a stage would do.
  package func verdict(on id: ProjectID, over stage: Stage) -> DropVerdict {
    guard let project = pipeline[id] else { return .closed(.unknownProject(id)) }
    if project.stage == stage { return .origin }
    do {
      _ = try pipeline.decide(move(project, to: stage), today: today)
      return .open
    } catch {
      switch error {
      case .reasonNeeded(_, _, let missing), .missing(_, _, let missing): return .asks(missing)
      default: return .closed(error)
      }
    }
  }

  /// Lets a card go over a stage: moves it, asks for what is missing, or says why not.
  mutating func drop(_ id: ProjectID, on stage: Stage) -> [Effect] {
    drag = .idle
    guard let project = pipeline[id] else { return refuse(.unknownProject(id)) }
    switch verdict(on: id, over: stage) {
    case .origin:
      say(words.droppedWhereItWas)
      return []
    case .open: return [.submit(move(project, to: stage))]
    case .asks(let missing):
      openMoveForm(project, to: stage, missing: missing)
      return []
    case .closed(let refusal): return refuse(refusal)
    }
  }

  private func move(_ project: Project, to stage: Stage) -> Command {
    .move(project.id, MoveOrder(to: stage, on: .day(today), from: project.stage))
  }

  mutating func cancelDrag(saying sentence: String?) {
    guard drag.isActive else { return }
    if case .carrying(let id, _, _) = drag {
      if let sentence { say(sentence) }
      if let project = pipeline[id], !layout.showsAllStages { focus = project.stage }
    }
    drag = .idle
  }
}
