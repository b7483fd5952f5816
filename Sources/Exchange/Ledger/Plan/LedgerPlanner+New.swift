internal import Pipeline
internal import Vocabulary
internal import Wording

extension LedgerPlanner {
  /// Plans a new project with its history, milestones and remarks.
  mutating func create(_ facts: ProjectFacts, _ row: Int) throws(LedgerError) -> LedgerPlan.Verdict
  {
    if let spoiled = facts.spoiled.first {
      throw LedgerError(
        row: row + 1, column: spoiled.column.place + 1,
        problem: .typed(
          heading: spoiled.column.heading, TypedFault(spoiled.text, .scientific)))
    }
    if facts.investors.isEmpty {
      let column = context.layout.column(.ledger(.field(.investors)))
      throw LedgerError(row: row + 1, column: column.map { $0.place + 1 }, problem: .noOrganisation)
    }
    let stage = facts.stage ?? answers.stage ?? .contact
    if facts.stage == nil, answers.stage == nil { stageless.append(row + 1) }
    if facts.hasBlankUnit { unitless?.rows.append(row + 1) }
    var fields = facts.fields
    fields[.name] = .text(facts.name)
    // What cleaning adds: fields that are clean already are shared, not copied.
    if fields[.kind] == nil { fields[.kind] = .kind(.investment) }
    if let text = facts.nextText {
      fields[.next] = .next(NextStep(text: text, due: facts.nextDue, who: facts.nextWho))
    } else if facts.nextDue != nil || facts.nextWho != nil {
      // A deadline says when, and its heading what: 完成时限.
      let heading = facts.stepHeading ?? LedgerColumn.nextDue.heading(in: Words(.zh))
      fields[.next] = .next(NextStep(text: heading, due: facts.nextDue, who: facts.nextWho))
    }
    if !facts.keys.isEmpty { fields[.externalKeys] = .list(facts.keys) }
    var arrival = Intake.Arrival(
      fields: fields, stages: try steps(facts, upTo: stage, row), status: try status(facts, row))
    arrival.notes = facts.notes
    var single = Intake()
    single.projects = [arrival]
    single.milestones = facts.milestones.map { milestone in
      var milestone = milestone
      milestone.projects = [ProjectID(1)]
      return milestone
    }
    var commands = [Command.take(single)]
    let profile = profileEdit(facts, investors: facts.investors)
    if let profile { commands.append(profile) }
    try check(commands, facts, row)
    let alike = (index.likenesses(to: facts), index.rowsAlike(to: facts))
    plan.intake.projects.append(arrival)
    let id = ProjectID(UInt32(plan.intake.projects.count))
    plan.intake.milestones += facts.milestones.map { milestone in
      var milestone = milestone
      milestone.projects = [id]
      return milestone
    }
    if let profile { plan.edits.append(profile) }
    return .creates(name: facts.name, stage, resembles: alike.0, rowsAlike: alike.1)
  }

  /// The stages in their order, the one it stands in last.
  private func steps(_ facts: ProjectFacts, upTo stage: Stage, _ row: Int) throws(LedgerError)
    -> [Intake.Step]
  {
    var steps: [Intake.Step] = []
    for step in facts.reached where step.stage > stage {
      guard let column = context.layout.column(.reached(step.stage)) else { continue }
      throw LedgerError(
        row: row + 1, column: column.place + 1,
        problem: .stageBehind(
          heading: column.heading, value: step.on.description, stage))
    }
    if case .date(let contacted) = facts.fields[.firstTalkOn], facts.isContactDated,
      !facts.reached.contains(where: { $0.stage == .contact }), stage != .contact
    {
      steps.append(Intake.Step(stage: .contact, on: contacted))
    }
    let isHistory = context.layout.column(.history) != nil
    let earlier = facts.reached.filter { $0.stage != stage }
    steps += isHistory ? earlier : earlier.sorted { $0.stage < $1.stage }
    let reached = facts.reached.last { $0.stage == stage }?.on
    var entered = facts.entered ?? reached
    if entered == nil, stage == .contact, facts.isContactDated,
      case .date(let contacted) = facts.fields[.firstTalkOn]
    {
      entered = contacted
    }
    if stage == .signing, entered ?? .unknown == .unknown {
      guard let signed = answers.signed else {
        let column =
          context.layout.column(.ledger(.entered)) ?? context.layout.column(.reached(.signing))
          ?? context.layout.column(.ledger(.stage))
        throw LedgerError(
          row: row + 1, column: column.map { $0.place + 1 }, problem: .signingUndated)
      }
      entered = signed
    }
    steps.append(Intake.Step(stage: stage, on: entered ?? .unknown))
    return steps
  }

  /// A new project's status; nil when it is under way.
  private func status(_ facts: ProjectFacts, _ row: Int) throws(LedgerError) -> StatusChange? {
    guard let kind = facts.statusKind, kind != .ongoing else { return nil }
    let column = context.layout.column(.ledger(.statusReason))
    let reason = facts.statusReason ?? facts.statusWord ?? ""
    let status: Status
    switch kind {
    case .ongoing: return nil
    case .hold:
      guard let review = facts.review ?? answers.review else {
        let column = context.layout.column(.ledger(.review))
        throw LedgerError(
          row: row + 1, column: column.map { $0.place + 1 },
          problem: .reviewMissing(word: facts.statusWord ?? ""))
      }
      status = .onHold(review: review, reason: reason)
    case .lost:
      let said = facts.statusReason ?? ""
      let parts = said.split(separator: "：", maxSplits: 1)
      if let why = parts.first.flatMap({ LossReason(spoken: $0) }) {
        status = .lost(why, place: facts.lostTo, note: parts.count > 1 ? String(parts[1]) : nil)
      } else if context.isOwn {
        throw LedgerError(
          row: row + 1, column: column.map { $0.place + 1 },
          problem: .unreadable(heading: column?.heading ?? "", value: said, .lossReason))
      } else {
        status = .lost(.other, place: facts.lostTo, note: said.isEmpty ? nil : said)
      }
    case .withdrawn: status = .withdrawn(reason: reason)
    case .archived: status = .archived(reason: reason)
    }
    return StatusChange(old: .ongoing, new: status, on: facts.statusDate ?? .unknown, reason: nil)
  }

  /// The investor's profile belongs to the directory; with several investors it is nobody's.
  func profileEdit(_ facts: ProjectFacts, investors: [String]) -> Command? {
    guard let text = facts.investorProfile, investors.count == 1 else { return nil }
    var organisation = Organisation(name: investors[0])
    let seen = pipeline.directory[DirectoryKey(.organisation, investors[0])]
    if case .organisation(let old) = seen { organisation = old }
    if organisation.note == text { return nil }
    organisation.note = text
    return .saveDirectoryEntry(
      DirectorySaving(.organisation(organisation), expected: .entry(seen)))
  }
}
