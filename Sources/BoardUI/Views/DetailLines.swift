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
  var lines: [[Piece]] = []

  var words: Words { ui.words }
  private let labelWidth: Int

  init(_ ui: UIState, _ project: Project, width: Int, limit: Int = .max) {
    self.ui = ui
    self.project = project
    self.width = width
    self.limit = limit
    labelWidth = ui.words.language == .zh ? 10 : 14
    addHead()
    addFields()
    addMissing()
    addRegisters()
    addHistory()
  }

  private mutating func addHead() {
    let standing = project.standing(asOf: ui.moment.cutoff)
    wrap("\(project.id) \(project.name)", role: .accent)
    addLadder(standing?.stage ?? project.stage)
    let status = standing?.status ?? project.status
    if status.kind != .ongoing {
      wrap(words.statusInFull(status), role: status.kind == .hold ? .held : .warn)
    }
    if let ageing = ui.pipeline.ageing(of: project, at: ui.moment, thresholds: ui.thresholds) {
      wrap(
        words.ageingLine(ageing, limit: ui.thresholds[standing?.stage ?? project.stage]),
        role: ageing.isStale || ageing.isOverdue ? .ageStale : .dim)
    }
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
    for field in Field.editable where field != .name {
      guard let value = project[field] else { continue }
      let text: String =
        switch value {
        case .amount(let amount): words.amountInFull(amount)
        case .next(let step):
          step.text + (step.due.map { " " + words.dueLine($0, today: ui.day) } ?? "")
        default: words.value(value)
        }
      self.field(words.field(field), text)
    }
    if project.amount == nil { field(words.field(.amount), words.amountUnknown, .dim) }
    if project.next == nil {
      field(words.field(.next), words.noNextStep(ui.keymap.shown(.nextStep)), .warn)
    }
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

  private mutating func addHistory() {
    rule()
    let records = records
    lines.append([(words.historyTitle(records.count), .header)])
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

  /// Stage entries, statuses, activities, milestones and notes, by day; what has no day comes first.
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
      return left == right ? first.sequence < second.sequence : left < right
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

extension UIState {
  /// A card as plain text, for the clipboard.
  func cardText(_ project: Project) -> String {
    DetailLines(self, project, width: 72).lines.map { line in line.map(\.0).joined() }
      .joined(separator: "\n")
  }

  /// Scrolls the open card; false when the action is none of scrolling.
  mutating func scrollDetail(_ action: Action) {
    let half = Painter.detailText(layout).height / 2
    switch action {
    case .nextCard: scrollDetail(by: 1)
    case .previousCard: scrollDetail(by: -1)
    case .halfPageDown: scrollDetail(by: max(1, half))
    case .halfPageUp: scrollDetail(by: -max(1, half))
    case .firstCard: scrollDetail(by: -.max / 2)
    case .lastCard: scrollDetail(by: .max / 2)
    // The columns lie under the card: going about in them unseen helps nobody.
    default: break
    }
  }

  /// How many lines an open card has.
  func detailLineCount(_ detail: Overlay.Detail) -> Int {
    guard let project = pipeline[detail.project] else { return 0 }
    return DetailLines(self, project, width: Painter.detailText(layout).width).lines.count
  }

  /// Scrolls the open card by lines, as far as it goes.
  mutating func scrollDetail(by step: Int) {
    guard case .detail(var detail) = overlay, let project = pipeline[detail.project] else { return }
    let area = Painter.detailText(layout)
    let count = DetailLines(self, project, width: area.width).lines.count
    detail.top = min(max(0, detail.top + step), max(0, count - area.height))
    overlay = .detail(detail)
  }
}
