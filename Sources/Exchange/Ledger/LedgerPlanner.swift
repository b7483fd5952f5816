internal import Insight
internal import Pipeline
internal import Wording

/// Makes a plan of a sheet, row after row.
struct LedgerPlanner {
  let sheet: LedgerSheet
  let pipeline: Pipeline
  let today: Day
  private(set) var plan = LedgerPlan()
  private let vocabulary = LedgerVocabulary()
  private let known: [ProjectKey: [ProjectID]]
  /// Those that no list shows: archived ones and duplicates of others.
  private let removed: [ProjectKey: [ProjectID]]
  /// Of names that several have: those that are written just so.
  private let exact: [String: [ProjectID]]
  /// The row, from 1, that each name and each project of ours was met in.
  private var met: [ProjectKey: Int] = [:]
  private var metProjects: [ProjectID: Int] = [:]

  init(sheet: LedgerSheet, pipeline: Pipeline, today: Day) {
    self.sheet = sheet
    self.pipeline = pipeline
    self.today = today
    var (known, removed): ([ProjectKey: [ProjectID]], [ProjectKey: [ProjectID]]) = ([:], [:])
    for project in pipeline.projects {
      let key = ProjectKey(project.name)
      if project.status.isRemoved {
        removed[key, default: []].append(project.id)
      } else {
        known[key, default: []].append(project.id)
      }
    }
    (self.known, self.removed) = (known, removed)
    exact = Dictionary(
      grouping: known.values.lazy.filter { $0.count > 1 }.joined(),
      by: { pipeline[$0]?.name ?? "" })
  }

  mutating func take(_ row: Int) {
    let cells = LedgerCells(sheet: sheet, row: row, today: today, vocabulary: vocabulary)
    guard cells.texts.contains(where: { !$0.isBlank }) else { return }
    do throws(LedgerError) {
      plan.lines.append(LedgerPlan.Line(row: row + 1, outcome: try outcome(cells)))
    } catch {
      plan.lines.append(LedgerPlan.Line(row: row + 1, outcome: .wrong(error)))
    }
  }

  private mutating func outcome(_ cells: LedgerCells) throws(LedgerError) -> LedgerPlan.Outcome {
    if let title = cells.title { return .title(title) }
    try cells.refuseFaults()
    guard let name = cells.text(.field(.name)) else {
      throw LedgerError(row: cells.row + 1, column: nil, problem: .nameMissing)
    }
    let key = ProjectKey(name)
    let numbered = numberedProject(key, cells)
    let earlier = numbered.map { metProjects[$0] } ?? met[key]
    if let earlier { return .repeats(row: earlier, name: name) }
    let project: Project?
    if let numbered {
      project = pipeline[numbered]
    } else {
      project = try self.project(named: name, key, cells)
    }
    let outcome: LedgerPlan.Outcome
    if let project {
      outcome = project.status.isRemoved ? try leave(project, cells) : try change(project, cells)
      metProjects[project.id] = cells.row + 1
    } else {
      outcome = try create(name, cells)
    }
    met[key] = cells.row + 1
    return outcome
  }

  /// The project whose number and name a row has.
  private func numberedProject(_ key: ProjectKey, _ cells: LedgerCells) -> ProjectID? {
    guard let number = cells.text(.number), let id = ProjectID(shown: number),
      let project = pipeline[id], ProjectKey(project.name) == key
    else { return nil }
    return id
  }

  /// The project a row without such a number is about: the one of its name.
  ///
  /// One that was archived or merged is found too: it is out of sight, and not absent.
  private func project(named name: String, _ key: ProjectKey, _ cells: LedgerCells)
    throws(LedgerError) -> Project?
  {
    let (fitting, gone) = (known[key] ?? [], removed[key] ?? [])
    if fitting.isEmpty { return try removedProject(named: name, gone, cells) }
    if fitting.count == 1 { return pipeline[fitting[0]] }
    if let same = exact[name], same.count == 1 { return pipeline[same[0]] }
    let shown = fitting.prefix(LedgerPlanner.shownProjects)
    throw cells.error(
      .field(.name),
      .severalProjects(name: name, Array(shown), more: fitting.count - shown.count))
  }

  /// How many of those that have a name are told.
  private static let shownProjects = 5

  /// One off the register with the name and, where the row names firms, one of them.
  private func removedProject(named name: String, _ gone: [ProjectID], _ cells: LedgerCells)
    throws(LedgerError) -> Project?
  {
    if gone.isEmpty { return nil }
    var firms: Set<ProjectKey> = []
    if case .list(let names) = try cells.value(of: .investors) {
      firms = Set(names.map { ProjectKey($0) })
    }
    let fitting = gone.compactMap { pipeline[$0] }.filter { project in
      firms.isEmpty || project.investors.contains { firms.contains(ProjectKey($0)) }
    }
    return fitting.first { $0.name == name } ?? fitting.first
  }

  // MARK: New projects

  private mutating func create(_ name: String, _ cells: LedgerCells) throws(LedgerError)
    -> LedgerPlan.Outcome
  {
    var fields: [Field: FieldValue] = [:]
    for column in sheet.columns {
      guard let field = column.column.field, field != .next else { continue }
      if let value = try cells.value(column) { fields[field] = value }
    }
    // What cleaning adds: fields that are clean already are shared, not copied.
    if fields[.kind] == nil { fields[.kind] = .kind(.investment) }
    if let next = try cells.nextStep(after: nil) { fields[.next] = .next(next) }
    let stage = try cells.stage() ?? .contact
    var entered = try cells.date(.entered)
    var steps: [Intake.Step] = []
    if case .date(let contacted) = fields[.firstTalkOn], cells.text(.contactedOn) != nil {
      if stage == .contact {
        entered = entered ?? contacted
      } else {
        steps.append(Intake.Step(stage: .contact, on: contacted))
      }
    }
    steps.append(Intake.Step(stage: stage, on: entered ?? .unknown))
    var arrival = Intake.Arrival(
      fields: fields, stages: steps, status: try cells.statusChange())
    for text in cells.remarks {
      arrival.notes.append(Intake.Remark(text: text, on: .day(today)))
    }
    var single = Intake()
    single.projects = [arrival]
    var commands = [Command.take(single)]
    let profile = profileEdit(cells, investors: fields[.investors])
    if let profile { commands.append(profile) }
    try check(commands, cells)
    plan.intake.projects.append(arrival)
    if let profile { plan.edits.append(profile) }
    return .creates(name: name, stage)
  }

  /// The investor's profile belongs to the directory; with several investors it is nobody's.
  private func profileEdit(_ cells: LedgerCells, investors: FieldValue?) -> Command? {
    guard let text = cells.text(.investorProfile), case .list(let names) = investors,
      names.count == 1
    else { return nil }
    var organisation = Organisation(name: names[0])
    let seen = pipeline.directory[DirectoryKey(.organisation, names[0])]
    if case .organisation(let old) = seen { organisation = old }
    if organisation.note == text { return nil }
    organisation.note = text
    return .saveDirectoryEntry(
      DirectorySaving(.organisation(organisation), expected: .entry(seen)))
  }

  // MARK: Projects that are there

  private mutating func change(_ project: Project, _ cells: LedgerCells) throws(LedgerError)
    -> LedgerPlan.Outcome
  {
    let comparison = try compare(project, cells)
    try check(comparison.commands, cells)
    plan.edits += comparison.commands
    return .changes(project.id, comparison.changes, leftAlone: comparison.leftAlone)
  }

  /// Nothing is done with a project off the register; what the row says otherwise is told.
  private func leave(_ project: Project, _ cells: LedgerCells) throws(LedgerError)
    -> LedgerPlan.Outcome
  {
    let comparison = try compare(project, cells)
    return .leaves(project.id, comparison.changes + comparison.leftAlone)
  }

  /// What a row says otherwise than the store.
  private struct Comparison {
    var changes: [LedgerPlan.CellChange] = []
    /// What an import never changes.
    var leftAlone: [LedgerPlan.CellChange] = []
    var commands: [Command] = []
  }

  private func compare(_ project: Project, _ cells: LedgerCells) throws(LedgerError) -> Comparison {
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
    var edits: [FieldEdit] = []
    for column in sheet.columns {
      guard let text = cells.text(column.column) else { continue }
      let shown = rows.map { $0.cell(column.column) }
      // What we would write ourselves is no news, however little of it can be read back.
      if shown.contains(text) { continue }
      let change = LedgerPlan.CellChange(heading: column.heading, old: shown[0], new: text)
      switch column.column {
      case .number, .serial, .lastActivity, .daysInStage: continue
      case .stage, .entered, .status, .statusDate, .statusReason, .review, .lostTo:
        if column.column == .stage, try cells.stage() == project.stage { continue }
        if column.column == .status, try cells.statusKind() == project.status.kind { continue }
        comparison.leftAlone.append(change)
      case .progress, .progressAndRemark, .remark:
        if project.notes.contains(where: { $0.text == text }) { continue }
        comparison.commands.append(.note(project.id, text: text, on: .day(today)))
        comparison.changes.append(change)
      case .investorProfile:
        let edit = profileEdit(
          cells, investors: try cells.value(of: .investors) ?? project[.investors])
        if let edit {
          comparison.commands.append(edit)
          comparison.changes.append(change)
        } else {
          comparison.leftAlone.append(change)
        }
      case .nextText, .nextDue, .nextWho:
        comparison.changes.append(change)
        guard !edits.contains(where: { $0.field == .next }) else { continue }
        let next = try cells.nextStep(after: project.next)
        edits.append(
          FieldEdit(.next, to: next.map { .next($0) }, expected: .value(project[.next])))
      case .field(let field), .named(let field, _):
        try edit(field, column)
      case .amountInYi: try edit(.amount, column)
      case .contactedOn: try edit(.firstTalkOn, column)
      }
      func edit(_ field: Field, _ column: LedgerSheet.Column) throws(LedgerError) {
        guard let value = try cells.value(column), value != project[field] else { return }
        edits.append(FieldEdit(field, to: value, expected: .value(project[field])))
        comparison.changes.append(change)
      }
    }
    if !edits.isEmpty { comparison.commands.insert(.edit(project.id, edits), at: 0) }
    return comparison
  }

  /// What the rules say, with the place in the sheet.
  private func check(_ commands: [Command], _ cells: LedgerCells) throws(LedgerError) {
    if commands.isEmpty { return }
    do throws(Refusal) {
      _ = try pipeline.decide(
        commands.count == 1 ? commands[0] : .together(commands), today: today)
    } catch {
      throw cells.error(for: error)
    }
  }
}

extension ProjectID {
  /// Reads `#27` or `27`; nil when it is neither.
  fileprivate init?(shown text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard let number = UInt32(digits), "\(number)" == digits else { return nil }
    self.init(number)
  }
}
