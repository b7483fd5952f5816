internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// A card in full, as lines of pieces: for the panel, the open card and the clipboard alike.
struct DetailLines {
  typealias Piece = (String, Role)

  let ui: UIState
  let project: Project
  let width: Int
  /// How many lines the caller wants; later ones are not made.
  let limit: Int
  private let part: Part
  var lines: [[Piece]] = []

  var words: Words { ui.words }
  private let labelWidth: Int

  init(
    _ ui: UIState, _ project: Project, width: Int, limit: Int = .max,
    part: Part = .all
  ) {
    self.ui = ui
    self.project = project
    self.width = width
    self.limit = limit
    self.part = part
    labelWidth = ui.words.language == .zh ? 10 : 14
    switch part {
    case .all:
      addHead()
      addMissing()
      addHistory(first: DetailLines.newest)
      addFields()
      addRegisters()
      addOlder(after: DetailLines.newest)
    case .card:
      addHead()
      addMissing()
      addFields()
      addRegisters()
    case .history: addHistory(first: .max)
    }
  }

  /// What of a card is wanted: all in one column, or the card and its history beside each other.
  enum Part { case all, card, history }

  /// How many records come before the fields, where all is in one column.
  private static let newest = 6

  private mutating func addHead() {
    let standing = project.standing(asOf: ui.moment.cutoff)
    wrap("\(project.id) \(project.name)", role: .accent)
    wrap(
      ([words.cardAmount(project.amount), project.owner ?? words.noOwner] + project.lead)
        .joined(separator: "  "), role: .header)
    addLadder(standing?.stage ?? project.stage)
    let status = standing?.status ?? project.status
    if status.kind != .ongoing {
      wrap(words.statusInFull(status), role: status.kind == .hold ? .held : .warn)
    }
    if let ageing = ui.pipeline.ageing(of: project, at: ui.moment, thresholds: ui.thresholds) {
      wrap(
        words.ageingLine(ageing, limit: ui.thresholds[standing?.stage ?? project.stage]),
        role: ageing.isStale || ageing.isOverdue ? .ageStale : .dim)
      addNext(ageing)
    }
    addLast()
  }

  /// The next step, above the fold whatever else there is.
  private mutating func addNext(_ ageing: Ageing) {
    guard let next = project.next else {
      if project.status.isOpen, project.stage != .signing {
        wrap(words.noNextStep(ui.keymap.shown(.nextStep)), role: .warn)
      }
      return
    }
    let sign = ageing.isOverdue ? "\(ui.glyphs.overdue) " : ""
    wrap(
      sign + words.field(.next) + " "
        + (next.due.map { words.dueLine($0, today: ui.day) + " " } ?? "") + next.text,
      role: ageing.isOverdue ? .error : .text)
  }

  /// The last that was done.
  private mutating func addLast() {
    let last = project.activities.compactMap { ui.pipeline.activity($0)?.facts }
      .filter { $0.on.isSettled(by: ui.moment.limit) }
      .max { ($0.on.settled?.number ?? .min) < ($1.on.settled?.number ?? .min) }
    wrap(
      last.map { words.lastActivity($0) } ?? words.noActivity(ui.keymap.shown(.logActivity)),
      role: .dim)
  }

  /// The six stages: 1对接>2考察>[4意向], the present one in brackets, those passed over as `-`.
  private mutating func addLadder(_ present: Stage) {
    let full = Stage.allCases.reduce(7) { $0 + 1 + TextWidth.columns(of: words.stageTab($1)) + 1 }
    var line: [Piece] = []
    for stage in Stage.allCases {
      if stage != .contact { line.append((">", .dim)) }
      let isPresent = stage == present
      // Where the names do not fit, the digits do; only the present stage is named.
      let name = isPresent || full <= width ? words.stageTab(stage) : ""
      let wasReached = project.entries.contains {
        $0.stage == stage && $0.on.isSettled(by: ui.moment.limit)
      }
      let mark = wasReached || stage > present ? "\(stage.number)\(name)" : "-\(name)"
      line.append((isPresent ? "[\(mark)]" : mark, wasReached ? stage.role : .dim))
    }
    lines.append(line)
  }

  private mutating func addFields() {
    rule()
    for field in Field.editable where field != .name && field != .next {
      guard let value = project[field] else { continue }
      if case .amount(let amount) = value {
        self.field(words.field(field), words.amountInFull(amount))
      } else {
        self.field(words.field(field), words.value(value))
      }
    }
    if project.amount == nil { field(words.field(.amount), words.amountUnknown, .dim) }
  }

  private mutating func addMissing() {
    // A card cannot be moved on a past day, and requirements are known for today only.
    guard ui.asOf == nil, project.status.isOpen, let next = project.stage.next else { return }
    rule()
    lines.append([(words.missingFor(next), .header)])
    let requirements = ui.pipeline.requirements(
      entering: next, project, on: .day(ui.today))
    for (requirement, isMet) in requirements {
      let mark = isMet ? ui.glyphs.yes : ui.glyphs.no
      let role: Role = isMet ? .ok : requirement.weight == .wanted ? .dim : .warn
      wrap("\(mark) \(isMet ? words.met(requirement) : words.requirement(requirement))", role: role)
    }
  }

  /// The newest records first, so that the last is in sight.
  private mutating func addHistory(first count: Int) {
    if part == .all { rule() }
    let records = records
    lines.append([(words.historyTitle(records.count), .header)])
    add(records.prefix(count))
  }

  private mutating func addOlder(after count: Int) {
    let older = records.dropFirst(count)
    guard !older.isEmpty else { return }
    rule()
    lines.append([(words.olderTitle(older.count), .header)])
    add(older)
  }

  private mutating func add(_ records: some Sequence<Record>) {
    for record in records where lines.count < limit {
      let date = TextWidth.padded(words.historyDate(record.on), to: 11)
      let wrapped = Wrapping.lines(of: record.text, width: max(4, width - 11))
      for (index, line) in wrapped.enumerated() {
        lines.append([
          (index == 0 ? date : String(repeating: " ", count: 11), .dim), (line, record.role),
        ])
      }
    }
  }

  private struct Record {
    let on: BusinessDate
    let sequence: SequenceNumber
    let text: String
    let role: Role
  }

  /// Stage entries, statuses, activities, milestones and notes, the newest first; what has no day
  /// comes last.
  private var records: [Record] {
    var records: [Record] = []
    for entry in project.entries {
      records.append(
        Record(
          on: entry.on, sequence: entry.sequence, text: words.entryLine(entry),
          role: entry.stage.role))
    }
    for status in project.statuses {
      records.append(
        Record(
          on: status.on, sequence: status.sequence,
          text: words.statusInFull(status.status) + (status.reason.map { " " + $0 } ?? ""),
          role: .warn))
    }
    for activity in project.activities.compactMap({ ui.pipeline.activity($0) }) {
      records.append(
        Record(
          on: activity.facts.on, sequence: activity.sequence,
          text: words.activityLine(activity.facts), role: .text))
    }
    for milestone in project.milestones.compactMap({ ui.pipeline.milestone($0) }) {
      records.append(
        Record(
          on: milestone.facts.on, sequence: milestone.sequence,
          text: words.milestoneLine(milestone.facts), role: .ok))
    }
    for note in project.notes {
      records.append(Record(on: note.on, sequence: note.sequence, text: note.text, role: .text))
    }
    return records.filter { $0.on.isSettled(by: ui.moment.limit) }.sorted { first, second in
      let left = first.on.settled?.number ?? .min
      let right = second.on.settled?.number ?? .min
      return left == right ? first.sequence > second.sequence : left > right
    }
  }

  // MARK: Lines

  mutating func rule() {
    lines.append([(String(repeating: ui.glyphs.horizontal, count: width), .border)])
  }

  mutating func wrap(_ text: String, role: Role) {
    for line in Wrapping.lines(of: text, width: width) { lines.append([(line, role)]) }
  }

  mutating func field(_ label: String, _ text: String, _ role: Role = .text) {
    let wrapped = Wrapping.lines(of: text, width: max(4, width - labelWidth))
    for (index, line) in wrapped.enumerated() {
      let head = index == 0 ? TextWidth.padded(label, to: labelWidth - 1) + " " : ""
      lines.append([
        (TextWidth.padded(head, to: labelWidth), .dim), (line, role),
      ])
    }
  }
}
