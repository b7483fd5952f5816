internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension LedgerPlanner {
  /// Plans what a row says otherwise than the store.
  mutating func change(_ project: Project, _ facts: ProjectFacts, _ row: Int) throws(LedgerError)
    -> LedgerPlan.Verdict
  {
    let comparison = compare(project, facts)
    if project.status.isRemoved {
      return .leaves(project.id, comparison.changes + comparison.leftAlone)
    }
    try check(comparison.commands, facts, row)
    plan.edits += comparison.commands
    return .changes(project.id, comparison.changes, leftAlone: comparison.leftAlone)
  }

  /// What a row says otherwise than the store.
  private struct Comparison {
    var changes: [LedgerPlan.CellChange] = []
    /// What an import never changes.
    var leftAlone: [LedgerPlan.CellChange] = []
    var commands: [Command] = []
    var edits: [FieldEdit] = []
  }

  private func compare(_ project: Project, _ facts: ProjectFacts) -> Comparison {
    let rows = Language.allCases.flatMap { language -> [LedgerRow] in
      guard
        let row = LedgerRow(
          project, in: pipeline, at: .now(today: today), words: Words(language))
      else { return [] }
      var lossless = row
      lossless.isLossless = true
      return [row, lossless]
    }
    var comparison = Comparison()
    for (column, text) in facts.texts {
      guard let meaning = column.meaning else { continue }
      guard case .ledger(let ledger) = meaning else {
        compare(meaning, column, text, project, facts, &comparison)
        continue
      }
      let shown = rows.map { $0.cell(ledger) }
      // What we would write ourselves is no news, however little of it can be read back.
      if shown.contains(text) { continue }
      let change = LedgerPlan.CellChange(heading: column.heading, old: shown.first ?? "", new: text)
      compare(ledger, change, project, facts, &comparison)
    }
    for spoiled in facts.spoiled {
      let old = project[spoiled.field].flatMap {
        if case .text(let text) = $0 { text } else { nil }
      }
      comparison.leftAlone.append(
        LedgerPlan.CellChange(
          heading: spoiled.column.heading, old: old ?? "", new: spoiled.text, reason: .scientific))
    }
    for remark in facts.notes where !project.notes.contains(where: { $0.text == remark.text }) {
      // What the row's progress says stands in a project's last activity too.
      if rows.contains(where: {
        $0.cell(.progress) == remark.text || $0.cell(.remark) == remark.text
      }) {
        continue
      }
      comparison.commands.append(.note(project.id, text: remark.text, on: remark.on))
      if !comparison.changes.contains(where: { $0.new == remark.text }) {
        comparison.changes.append(
          LedgerPlan.CellChange(
            heading: LedgerColumn.remark.heading(in: Words(.zh)), old: "", new: remark.text))
      }
    }
    addKeys(project, facts, &comparison)
    if !comparison.edits.isEmpty {
      comparison.commands.insert(.edit(project.id, comparison.edits), at: 0)
    }
    return comparison
  }

  private func compare(
    _ ledger: LedgerColumn, _ change: LedgerPlan.CellChange, _ project: Project,
    _ facts: ProjectFacts, _ comparison: inout Comparison
  ) {
    func edit(_ field: Field) {
      guard let value = facts.fields[field] ?? (field == .name ? .text(facts.name) : nil),
        !value.isSame(as: project[field]),
        !comparison.edits.contains(where: { $0.field == field })
      else { return }
      if case .text(let new) = value, case .text(let old) = project[field],
        field == .contactPhone, CodeText.change(of: old, to: new) != nil
      {
        var change = change
        change.reason = .lostZero
        comparison.leftAlone.append(change)
        return
      }
      comparison.edits.append(FieldEdit(field, to: value, expected: .value(project[field])))
      comparison.changes.append(change)
    }
    switch ledger {
    case .number, .serial, .lastActivity, .daysInStage, .progress, .progressAndRemark, .remark:
      return
    case .stage, .entered, .status, .statusDate, .statusReason, .review, .lostTo:
      if ledger == .stage, facts.stage == project.stage { return }
      if ledger == .status, facts.statusKind == project.status.kind { return }
      if ledger == .stage, facts.stage == nil { return }
      if ledger == .entered, facts.entered == project.entered { return }
      comparison.leftAlone.append(change)
    case .investorProfile:
      let investors = facts.investors.isEmpty ? project.investors : facts.investors
      if let edit = profileEdit(facts, investors: investors) {
        comparison.commands.append(edit)
        comparison.changes.append(change)
      } else if investors.count != 1 {
        comparison.leftAlone.append(change)
      }
    case .nextText, .nextDue, .nextWho:
      guard let text = facts.nextText ?? project.next?.text ?? facts.stepHeading else { return }
      let next = NextStep(
        text: text, due: facts.nextDue ?? project.next?.due, who: facts.nextWho ?? project.next?.who
      )
      if next == project.next { return }
      comparison.changes.append(change)
      guard !comparison.edits.contains(where: { $0.field == .next }) else { return }
      comparison.edits.append(
        FieldEdit(.next, to: .next(next), expected: .value(project[.next])))
    case .field(let field), .named(let field, _): edit(field)
    case .amountInYi: edit(.amount)
    case .contactedOn: edit(.firstTalkOn)
    }
  }

  /// Milestones that are not there yet are added; stages are moved on the board and nowhere else.
  private func compare(
    _ meaning: ColumnMeaning, _ column: TableColumn, _ text: String, _ project: Project,
    _ facts: ProjectFacts, _ comparison: inout Comparison
  ) {
    let change = LedgerPlan.CellChange(heading: column.heading, old: "", new: text)
    switch meaning {
    case .reached(let stage):
      guard let said = facts.reached.first(where: { $0.stage == stage })?.on else { return }
      let known = project.entries.filter { $0.stage == stage }.map(\.on)
      if known.contains(said) { return }
      comparison.leftAlone.append(
        LedgerPlan.CellChange(
          heading: column.heading, old: known.first.map { Words(.zh).date($0) } ?? "", new: text))
    case .milestone(let kind): addMilestones(kind, change, project, facts, &comparison)
    case .fundsInPlace: addMilestones(.fundsInPlace, change, project, facts, &comparison)
    case .closing:
      if let value = facts.fields[.expectedSigning], !value.isSame(as: project[.expectedSigning]) {
        comparison.edits.append(
          FieldEdit(.expectedSigning, to: value, expected: .value(project[.expectedSigning])))
        comparison.changes.append(change)
      }
    case .ledger, .key, .currency, .amountUnit, .capital, .history, .datedNotes, .contactAndPhone,
      .year,
      .words, .activity, .record, .target, .nothing:
      return
    }
  }

  private func addMilestones(
    _ kind: MilestoneKind, _ change: LedgerPlan.CellChange, _ project: Project,
    _ facts: ProjectFacts, _ comparison: inout Comparison
  ) {
    let known = project.milestones.compactMap { pipeline.milestone($0)?.facts }
    for milestone in facts.milestones where milestone.kind == kind {
      let isKnown = known.contains { other in
        let isSame: Bool? =
          if let amount = milestone.amount { other.amount.map { $0.isSame(as: amount) } } else {
            true
          }
        return other.kind == kind && other.on == milestone.on && isSame ?? false
      }
      if isKnown { continue }
      var milestone = milestone
      milestone.projects = [project.id]
      comparison.commands.append(.reach(milestone))
      comparison.changes.append(change)
    }
  }

  private func addKeys(_ project: Project, _ facts: ProjectFacts, _ comparison: inout Comparison) {
    if facts.keys.isEmpty { return }
    var keys: [String] = []
    if case .list(let old) = project[.externalKeys] { keys = old }
    let new = facts.keys.filter { !keys.contains($0) }
    if new.isEmpty { return }
    comparison.edits.append(
      FieldEdit(
        .externalKeys, to: .list(keys + new), expected: .value(project[.externalKeys])))
    comparison.changes.append(
      LedgerPlan.CellChange(
        heading: Words(.zh).field(.externalKeys), old: keys.joined(separator: "、"),
        new: new.joined(separator: "、")))
  }
}

extension FieldValue {
  /// Whether two say the same: an amount in another unit is no other amount.
  func isSame(as other: FieldValue?) -> Bool {
    if case .amount(let mine) = self, case .amount(let theirs) = other {
      return mine.isSame(as: theirs)
    }
    return self == other
  }
}
