internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

// What a move wants that is a record of its own: it is made with the move, as one step.

extension UIState {
  /// The lines in which the record can be made that a stage asks for; none when it asks for none.
  func evidenceEntries(for wanted: [Requirement]) -> [Form.Entry] {
    var entries: [Form.Entry] = []
    let kinds = ActivityKind.allCases.filter { kind in
      wanted.contains(.outboundActivity) && kind.direction == .outbound
        || wanted.contains(.inboundActivity) && kind.direction == .inbound
        || wanted.contains(.intentOutcome)
    }
    if !kinds.isEmpty {
      entries = [
        Form.Entry(.activityKind, choices: kinds.map(words.activityKind)),
        Form.Entry(.metOn, today.description),
        Form.Entry(.place, choices: KnownValues(pipeline).places),
      ]
      if wanted.contains(.intentOutcome) {
        let strong = Outcome.allCases.filter { $0 >= .preliminary }
        entries.insert(Form.Entry(.outcome, choices: strong.map(words.outcome)), at: 1)
      }
    }
    if wanted.contains(.approvalStarted) { entries.append(Form.Entry(.startedOn)) }
    if wanted.contains(.approvalGranted) { entries.append(Form.Entry(.grantedOn)) }
    return entries
  }
}

extension FormReader {
  /// The records that were made in a move's form, in the order in which they count.
  func evidence(of id: ProjectID, in pipeline: Pipeline) -> [Command] {
    var commands: [Command] = []
    if let kind = optional(.activityKind).flatMap({ ActivityKind(spoken: $0) }) {
      var facts = Activity.Facts(
        projects: [id], kind: kind, on: date(.metOn) ?? .unknown)
      facts.place = optional(.place)
      facts.outcome = optional(.outcome).flatMap { Outcome(spoken: $0) }
      facts.lead = pipeline[id]?.lead ?? []
      facts.counterparts = pipeline[id]?.investors ?? []
      commands.append(.log(facts))
    }
    for (key, kind) in [
      (Form.Key.startedOn, MilestoneKind.approvalStarted), (.grantedOn, .approvalGranted),
    ] {
      guard let on = date(key) else { continue }
      commands.append(.reach(Milestone.Facts(projects: [id], kind: kind, on: on)))
    }
    return commands
  }
}

extension Form {
  /// Notes what a colleague has supplied since the form of a move was opened, so that it is not recorded
  /// a second time unless it is meant.
  ///
  /// - Returns: True when there is news that was not told yet.
  mutating func notesWhatIsMet(in ui: UIState) -> Bool {
    guard case .move(let id, let origin, let stage, let missing) = purpose,
      self[.activityKind].map({ !$0.editor.isEmpty }) ?? false, let project = ui.pipeline[id]
    else { return false }
    let now = ui.pipeline.missing(moving: project, to: stage, on: .day(ui.today))
    let met = missing.filter { !now.contains($0) }
    guard !met.isEmpty else { return false }
    purpose = .move(id, from: origin, to: stage, missing: now)
    failure = ui.words.metMeanwhile(met)
    return true
  }
}
