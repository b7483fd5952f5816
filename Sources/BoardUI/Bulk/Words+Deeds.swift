internal import Pipeline
internal import Wording

extension Words {
  /// What a deed does to so many cards, as a question asks it.
  func deed(_ deed: Deed, count: Int) -> String {
    switch deed {
    case .move(let stage, _, _): moveAll(count, to: stage)
    case .step(let way, _, _): stepAll(count, forward: way == .forward)
    case .hold: holdAll(count)
    case .lose: loseAll(count)
    case .withdraw: withdrawAll(count)
    case .archive: archiveAll(count)
    case .assign(let owner): assignAll(count, to: owner)
    case .tag(let adding, let removing): tagAll(count, adding: adding, removing: removing)
    }
  }

  func reason(of deed: Deed) -> String? {
    switch deed {
    case .move(_, _, let reason), .step(_, _, let reason): reason
    case .hold(_, let reason, _), .withdraw(let reason, _), .archive(let reason, _): reason
    case .lose(let reason, _, let note, _):
      lossReason(reason) + (note.map { ", " + $0 } ?? "")
    case .assign, .tag: nil
    }
  }

  /// The title of the form for several cards.
  func bulkTitle(_ action: BulkAction, count: Int) -> String {
    switch action {
    case .move(let stage): moveAll(count, to: stage)
    case .forward: stepAll(count, forward: true)
    case .back: stepAll(count, forward: false)
    case .hold: holdAll(count)
    case .lose: loseAll(count)
    case .withdraw: withdrawAll(count)
    case .archive: archiveAll(count)
    case .assign: assignForm(count)
    case .tag: tagForm(count)
    }
  }
}
