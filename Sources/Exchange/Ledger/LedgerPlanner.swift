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
  /// The row, from 1, that each name was met in.
  private var met: [ProjectKey: Int] = [:]

  init(sheet: LedgerSheet, pipeline: Pipeline, today: Day) {
    self.sheet = sheet
    self.pipeline = pipeline
    self.today = today
    known = Dictionary(
      grouping: pipeline.projects.filter { !$0.status.isRemoved }.map(\.id),
      by: { ProjectKey(pipeline[$0]?.name ?? "") })
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
    if let earlier = met[key] { return .repeats(row: earlier, name: name) }
    let project = try project(named: name, key, cells)
    let outcome =
      if let project { try change(project, cells) } else { try create(name, cells) }
    met[key] = cells.row + 1
    return outcome
  }

  private func project(named name: String, _ key: ProjectKey, _ cells: LedgerCells)
    throws(LedgerError) -> Project?
  {
    let fitting = known[key] ?? []
    if fitting.count <= 1 { return fitting.first.flatMap { pipeline[$0] } }
    if let number = cells.text(.number),
      let id = fitting.first(where: {
        $0.description == number || "\($0.number)" == number
      })
    {
      return pipeline[id]
    }
    let exact = fitting.filter { pipeline[$0]?.name == name }
    if exact.count == 1 { return pipeline[exact[0]] }
    throw cells.error(.field(.name), .severalProjects(name: name, fitting))
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
    let rows = Language.allCases.flatMap { language -> [LedgerRow] in
      guard
        let row = LedgerRow(
          project, in: pipeline, at: .now(today: today), words: Words(language))
      else { return [] }
      var lossless = row
      lossless.isLossless = true
      return [row, lossless]
    }
    var changes: [LedgerPlan.CellChange] = []
    var leftAlone: [LedgerPlan.CellChange] = []
    var edits: [FieldEdit] = []
    var commands: [Command] = []
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
        leftAlone.append(change)
      case .progress, .progressAndRemark, .remark:
        if project.notes.contains(where: { $0.text == text }) { continue }
        commands.append(.note(project.id, text: text, on: .day(today)))
        changes.append(change)
      case .investorProfile:
        let edit = profileEdit(
          cells, investors: try cells.value(of: .investors) ?? project[.investors])
        if let edit {
          commands.append(edit)
          changes.append(change)
        } else {
          leftAlone.append(change)
        }
      case .nextText, .nextDue, .nextWho:
        changes.append(change)
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
        changes.append(change)
      }
    }
    if !edits.isEmpty { commands.insert(.edit(project.id, edits), at: 0) }
    try check(commands, cells)
    plan.edits += commands
    return .changes(project.id, changes, leftAlone: leftAlone)
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
