internal import Canvas
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension DetailLines {
  /// The approval's checklist, the phases and the hand-overs, as far as there are any.
  mutating func addRegisters() {
    let progress = ui.pipeline.approval(of: project.id, at: ui.moment)
    let route = project.text(.route)
    if !progress.decisions.isEmpty || route != nil {
      let known = route.flatMap { ApprovalRoute(spoken: $0) }.map { words.name($0) }
      rule()
      lines.append([
        (words.field(.route) + "  ", .header),
        (words.approvalLine(route: known ?? route, progress), .text),
      ])
      for decision in progress.decisions { addPoint(decision) }
    }
    let phases = ui.pipeline.phases(at: ui.moment).filter { $0.project == project.id }
    let handOvers = ui.pipeline.handOvers(at: ui.moment).filter { $0.project == project.id }
    if !phases.isEmpty || !handOvers.isEmpty { rule() }
    for phase in phases {
      field(words.column(.phase), words.phaseLine(phase))
    }
    for handOver in handOvers {
      field(
        words.name(RegisterKind.handOver), words.handOverLine(handOver),
        handOver.answer == nil ? .warn : .text)
    }
  }

  /// A point of the checklist: done on its day, or open, with its due day.
  private mutating func addPoint(_ decision: Decision) {
    let done = decision.done
    let isLate = done == nil && decision.due.map { $0 < ui.day } ?? false
    let mark =
      done == nil ? (isLate ? "\(ui.glyphs.overdue)" : "\(ui.glyphs.no)") : "\(ui.glyphs.yes)"
    let parts: [String?] = [
      "\(decision.place) \(decision.name)", decision.body,
      done.map { words.date($0) } ?? decision.due.map { words.dueLine($0, today: ui.day) },
      decision.document,
    ]
    wrap(
      "\(mark) " + parts.compactMap { $0 }.joined(separator: "  "),
      role: done != nil ? .ok : isLate ? .error : .dim)
  }
}
