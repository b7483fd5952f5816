internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

// What the registers say of a project.
extension ProjectSheet {
  /// Its approval, its phases, where it was handed and what it was merged into; empty for none.
  func registerLines(_ words: Words) -> [String] {
    let id = row.project.id
    var lines: [String] = []
    if let merger = pipeline.merger(of: id, at: moment) {
      lines.append(words.entry(.merger(merger), pipeline))
    }
    let progress = pipeline.approval(of: id, at: moment)
    if !progress.decisions.isEmpty {
      let route = row.project.text(.route)
      lines.append(
        words.stage(.approval) + "  " + words.approvalLine(route: route, progress))
      for decision in progress.decisions {
        let done = decision.done.map { words.date($0) } ?? decision.due?.description ?? "—"
        lines.append("  \(done)  \(decision.name)\(decision.body.map { "  " + $0 } ?? "")")
      }
    }
    for phase in pipeline.phases(at: moment) where phase.project == id {
      lines.append("\(phase.name)  \(words.name(phase.state))")
    }
    for handOver in pipeline.handOvers(at: moment) where handOver.project == id {
      let answer = handOver.answer.map { "  " + words.name($0) } ?? ""
      lines.append(
        "\(words.name(RegisterKind.handOver))  \(words.date(handOver.on))  "
          + "\(handOver.from.map { $0 + " → " } ?? "→ ")\(handOver.to)\(answer)")
    }
    return lines
  }

  /// The members of the same for machines.
  func putRegisters(into object: inout JSONObject) {
    let id = row.project.id
    let progress = pipeline.approval(of: id, at: moment)
    object["approval"] = [
      "state": .string(progress.state.rawValue),
      "decisions": .array(
        progress.decisions.map { .object(EntryJSON.object(of: .decision($0))) }),
    ]
    object["phases"] = .array(
      pipeline.phases(at: moment).filter { $0.project == id }
        .map { .object(EntryJSON.object(of: .phase($0))) })
    object["hand_overs"] = .array(
      pipeline.handOvers(at: moment).filter { $0.project == id }
        .map { .object(EntryJSON.object(of: .handOver($0))) })
    object["merged_into"] = .init(pipeline.merger(of: id, at: moment)?.into.number)
  }
}
