internal import Pipeline
internal import Vocabulary
internal import Wording

// Tables of milestones, requests and targets: what each row brings beside what is there.
extension LedgerPlanner {
  mutating func takeRecord(_ row: Int, _ texts: [String]) {
    let (facts, problems) = RecordRowReader(context: context).read(row, texts)
    var verdict: LedgerPlan.Verdict
    if answers.leftOut.contains(row + 1) {
      verdict = .leftOut(name: facts.label, problems.first)
    } else if let first = problems.first(where: { !$0.problem.isQuestion }) ?? problems.first {
      for problem in problems where problem != first { questions.note(problem, facts.label) }
      verdict = unsettled(facts.label, first)
    } else {
      do throws(LedgerError) {
        verdict = try settled(facts, row)
      } catch {
        verdict = unsettled(facts.label, error)
      }
    }
    reconciler.add(facts, isOut: verdict.isOut)
    plan.lines.append(LedgerPlan.Line(row: row + 1, kind: .record, verdict: verdict))
  }

  private mutating func settled(_ facts: RecordFacts, _ row: Int) throws(LedgerError)
    -> LedgerPlan.Verdict
  {
    switch facts.record {
    case .milestone(var milestone, let project):
      let id = try self.project(project, row)
      milestone.projects = [id]
      let known = (pipeline[id]?.milestones ?? []).compactMap { pipeline.milestone($0)?.facts }
      let isKnown = (known + plannedMilestones(of: id)).contains { other in
        other.kind == milestone.kind && other.on == milestone.on
          && (milestone.amount.map { mine in other.amount?.isSame(as: mine) ?? false } ?? true)
      }
      if isKnown { return .keepsRecord(.milestones, facts.label) }
      try add(.reach(milestone), row)
      return .createsRecord(.milestones, facts.label)
    case .request(var request, let project):
      if let project {
        // A project that is not here is no reason to lose what its firm asks for.
        if case .project(let id) = index.match(project, answer: answers.same[row + 1]) {
          request.project = id
        } else {
          let named = "项目：" + project.name
          request.note = request.note.map { $0 + "\n" + named } ?? named
        }
      }
      return try settled(request, facts.label, row)
    case .targets(let targets): return try settled(targets, facts.label, row)
    }
  }

  /// The project that a row is about, which has to be there.
  private func project(_ facts: ProjectFacts, _ row: Int) throws(LedgerError) -> ProjectID {
    switch index.match(facts, answer: answers.same[row + 1]) {
    case .project(let id): return id
    case .problem(let problem): throw LedgerError(row: row + 1, column: nil, problem: problem)
    case .new, .row:
      throw LedgerError(
        row: row + 1, column: context.layout.column(.record(.nodeProject)).map { $0.place + 1 },
        problem: .projectUnknown(name: facts.name))
    }
  }

  private func plannedMilestones(of id: ProjectID) -> [Milestone.Facts] {
    records.milestones[id] ?? []
  }

  private mutating func add(_ command: Command, _ row: Int) throws(LedgerError) {
    do throws(Refusal) {
      _ = try pipeline.decide(command, today: today)
    } catch {
      throw LedgerError(
        row: row + 1, column: nil, problem: .refused(heading: nil, value: "", error.inner))
    }
    plan.edits.append(command)
    if case .reach(let milestone) = command, let id = milestone.projects.first {
      records.milestones[id, default: []].append(milestone)
    }
  }

  // MARK: Requests

  private mutating func settled(_ request: ServiceRequest, _ label: String, _ row: Int)
    throws(LedgerError) -> LedgerPlan.Verdict
  {
    let key = RequestKey(request)
    if let earlier = records.requestRows[key] { return .repeats(row: earlier, name: label) }
    records.requestRows[key] = row + 1
    guard let old = records.requests[key] else {
      try add(.register(.save(.request(request))), row)
      return .createsRecord(.requests, label)
    }
    var new = old
    var changes: [LedgerPlan.CellChange] = []
    func take<Value: Equatable>(
      _ path: WritableKeyPath<ServiceRequest, Value?>, _ column: RecordColumn,
      _ shown: (Value) -> String
    ) {
      guard let value = request[keyPath: path], value != old[keyPath: path] else { return }
      new[keyPath: path] = value
      changes.append(
        LedgerPlan.CellChange(
          heading: context.layout.column(.record(column))?.heading ?? column.rawValue,
          old: old[keyPath: path].map(shown) ?? "", new: shown(value)))
    }
    let words = Words(.zh)
    take(\.category, .requestCategory) { $0.term.zh }
    take(\.unit, .requestUnit) { $0 }
    take(\.due, .requestDue) { $0.description }
    take(\.channel, .requestChannel) { $0 }
    take(\.result, .requestResult) { $0 }
    take(\.note, .requestNote) { $0 }
    take(\.project, .requestProject) { "\($0)" }
    // A step that is there with its day is not taken back to a day that nobody knows.
    for path in [
      \ServiceRequest.forwarded, \.started, \.closed, \.revisited,
    ] where request[keyPath: path] != .unknown || old[keyPath: path] == nil {
      take(path, .requestStatus) { words.date($0) }
    }
    if changes.isEmpty { return .keepsRecord(.requests, label) }
    try add(.register(.save(.request(new), seen: .request(old))), row)
    return .changesRecord(.requests, label, changes)
  }

  // MARK: Targets

  private mutating func settled(
    _ targets: [(target: Target, column: TableColumn)], _ label: String, _ row: Int
  ) throws(LedgerError) -> LedgerPlan.Verdict {
    var changes: [LedgerPlan.CellChange] = []
    var isNew = false
    for (target, column) in targets {
      let entry = RegisterEntry.target(target)
      if let (earlier, said) = records.targetRows[entry.key] {
        if said.isSame(as: target) { continue }
        throw LedgerError(
          row: row + 1, column: column.place + 1,
          problem: .repeatDiffers(
            row: earlier, heading: column.heading, value: target.shown, earlier: said.shown))
      }
      records.targetRows[entry.key] = (row + 1, target)
      let old = records.targets[entry.key]
      if let old, old.isSame(as: target) { continue }
      try add(.register(.save(entry, seen: old.map { .target($0) })), row)
      if let old {
        changes.append(
          LedgerPlan.CellChange(heading: column.heading, old: old.shown, new: target.shown))
      } else {
        isNew = true
      }
    }
    if !changes.isEmpty { return .changesRecord(.targets, label, changes) }
    return isNew ? .createsRecord(.targets, label) : .keepsRecord(.targets, label)
  }
}

/// The records that are there, and those of the rows before, by what they are found by.
struct RecordIndex {
  fileprivate var requests: [RequestKey: ServiceRequest] = [:]
  fileprivate var targets: [RegisterKey: Target] = [:]
  /// Those that the file brings.
  fileprivate var milestones: [ProjectID: [Milestone.Facts]] = [:]
  fileprivate var requestRows: [RequestKey: Int] = [:]
  fileprivate var targetRows: [RegisterKey: (row: Int, target: Target)] = [:]

  init(_ pipeline: Pipeline, _ kind: LedgerKind) {
    switch kind {
    case .requests:
      for request in pipeline.requests { requests[RequestKey(request)] = request }
    case .targets:
      for target in pipeline.targets { targets[RegisterEntry.target(target).key] = target }
    case .projects, .activities, .milestones: break
    }
  }
}

/// What a request is found again by: who asks for what, since when.
struct RequestKey: Hashable {
  private let firm: NameKey
  private let subject: NameKey
  private let received: BusinessDate

  init(_ request: ServiceRequest) {
    (firm, subject) = (NameKey(request.organisation), NameKey(request.subject))
    received = request.received
  }
}

extension Target {
  fileprivate func isSame(as other: Target) -> Bool {
    count == other.count && (other.note == nil || note == other.note)
      && (amount.map { mine in other.amount.map { mine.isSame(as: $0) } ?? false }
        ?? (other.amount == nil))
  }

  fileprivate var shown: String {
    count.map { "\($0)" } ?? Words(.zh).amountInFull(amount)
  }
}
