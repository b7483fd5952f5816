internal import Canvas
internal import Pipeline
internal import Wording

extension Painter {
  /// Whom a form for several cards is for, and what it is asked for.
  func bulkExplanation(_ action: BulkAction, _ ids: [ProjectID], width: Int) -> [(String, Role)] {
    let names = ids.prefix(3).map { "\($0) " + (ui.pipeline[$0]?.name ?? "") }
    let more = ids.count > 3 ? " " + words.moreNames(ids.count - 3) : ""
    var lines = [(TextWidth.clipped(words.list(names) + more, to: width), Role.text)]
    let on = BusinessDate.day(ui.today)
    let deed: Deed? =
      switch action {
      case .move(let stage): .move(to: stage, on: on, reason: nil)
      case .forward: .step(.forward, on: on, reason: nil)
      case .back: .step(.back, on: on, reason: nil)
      case .hold, .lose, .withdraw, .archive, .assign, .tag: nil
      }
    guard let deed else { return lines }
    let missing = BulkPlan(deed, for: ids, in: ui.pipeline, today: ui.today).wantingReason
    let asked = words.list(missing.map { words.requirement($0) })
    for line in Wrapping.lines(of: asked, width: width, limit: 2) { lines.append((line, .warn)) }
    for line in Wrapping.lines(of: words.oneReasonForAll, width: width) {
      lines.append((line, .dim))
    }
    return lines
  }
}
