internal import Insight
package import Pipeline
internal import Wording

extension UIState {
  /// Takes in what the store recorded; events that are here already are dropped, but one's own are
  /// told: they may have come with a pipeline that was read anew.
  mutating func absorb(_ events: [RecordedEvent], mine: Bool) -> [Effect] {
    let fresh = events.filter { $0.sequence > pipeline.version }
    let selected = selected
    let touched = (mine ? events : fresh).flatMap(\.event.projects)
    take(fresh, touching: Set(touched))
    renewMonth()
    if mine, case .form(let form) = overlay {
      drafts[form.purpose] = nil
      overlay = .under(form.under)
    }
    marks.keep { pipeline[$0] != nil }
    if mine { finishBulk(touched) } else { renewConfirm() }
    if mine { finishImport() }
    follow(mine ? touched.last ?? selected : selected)
    announce(mine ? events : fresh, mine: mine)
    if !mine, let selected, self.selected != selected { aimElsewhere(than: selected) }
    if !mine {
      news.formUnion(touched)
      if let card = drag.card, touched.contains(card) {
        cancelDrag(saying: words.dragCardChanged)
      }
    }
    return screen == .history && !fresh.isEmpty ? [.store(.loadHistory(history.project))] : []
  }

  /// Keeps the selection on a card, wherever it went.
  private mutating func follow(_ id: ProjectID?) {
    guard let id else { return }
    if screen == .board { select(id) }
    if screen == .list, let row = list.ids.firstIndex(of: id) { list.row = row }
  }

  /// What was about a card is not done to the one that has taken its place.
  private mutating func aimElsewhere(than card: ProjectID) {
    switch overlay {
    case .menu(let menu):
      overlay = .under(menu.under)
      say(words.cardWentAway(card), .bad)
    case .palette(var palette):
      palette.lost = card
      overlay = .palette(palette)
    default: break
    }
  }

  private mutating func announce(_ fresh: [RecordedEvent], mine: Bool) {
    guard let last = fresh.last else { return }
    var sentence = words.step(fresh.map(\.event), pipeline: pipeline)
    // Another clock was ahead: whoever looks for the card finds it where it stood.
    if let later = fresh.lazy.flatMap(\.event.dates).first(where: {
      !$0.isSettled(by: .today(today))
    }) {
      sentence += words.say("；", "; ") + words.countsLater(later)
    }
    if mine, let left = leftBehind(by: last.event) { sentence += words.say("；", "; ") + left }
    guard mine else {
      notice = Notice(words.colleague(last.by.name, did: sentence))
      return
    }
    notice = Notice(words.saved(sentence, sequence: last.sequence), tone: .good, offersUndo: true)
    notice?.offersRedo = last.event.isUndoing
  }

  /// What a merger did not carry over; nil for anything else.
  private func leftBehind(by event: Event) -> String? {
    guard case .registerChanged(let change) = event, case .merger(let merger) = change.new else {
      return nil
    }
    return words.leftBehind(by: merger, in: pipeline)
  }
}

extension Event {
  /// Whether it takes something back, rather than doing it again.
  fileprivate var isUndoing: Bool {
    guard case .undone(_, let original) = self else { return false }
    if case .undone = original { return false }
    return true
  }
}

extension UIState {
  /// Takes a whole new pipeline, when what was shown turned out never to have been saved, or the
  /// store's files were replaced.
  ///
  /// A form that somebody is filling in stays open; where its project is another one now, it is put
  /// away as unfinished.
  package mutating func startOver(with pipeline: Pipeline) {
    let before = self.pipeline
    self.pipeline = pipeline
    past = KeptHindsight()
    later = KeptLater()
    switch overlay {
    case .form(let form) where form.purpose.projects.allSatisfy({ before.isSame($0, pipeline) }):
      break
    case .form(let form):
      drafts[form.purpose] = form
      overlay = .none
    default: overlay = .none
    }
    drag = .idle
    marks.keep { pipeline[$0] != nil }
    refresh()
  }
}

extension Pipeline {
  /// Whether a project is the same one in another pipeline, as far as its name tells.
  fileprivate func isSame(_ project: ProjectID, _ other: Pipeline) -> Bool {
    guard let mine = self[project], let theirs = other[project] else { return false }
    return mine.name == theirs.name
  }
}

extension Form.Purpose {
  /// The projects that saving the form changes.
  fileprivate var projects: [ProjectID] {
    if case .bulk(_, let projects) = self { projects } else { project.map { [$0] } ?? [] }
  }
}
