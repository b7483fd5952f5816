internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The list: a line per project, closed ones too.
  mutating func drawList() {
    let body = layout.body
    let columns = listColumns(body.width)
    let title =
      ui.list.drill.map { words.drillTitle($0.title, ui.list.ids.count) }
      ?? words.listTitle(ui.list.ids.count, order: ui.list.order.title(words))
    frame.write(
      TextWidth.clipped(title, to: body.width - 2), at: Point(x: 1, y: body.y), role: .accent)
    guard body.height > 1 else { return }
    for column in columns {
      frame.write(
        TextWidth.padded(column.title(words), to: column.width),
        at: Point(x: column.x, y: body.y + 1), role: .header, limit: body.maxX)
    }
    let area = Rect(
      x: 0, y: body.y + 2, width: body.width, height: max(0, body.height - 2))
    for (offset, id) in ui.list.ids.dropFirst(ui.list.top).prefix(area.height).enumerated() {
      guard let project = ui.pipeline[id] else { continue }
      let index = ui.list.top + offset
      let row = area.row(offset)
      drawListRow(project, columns, in: row, isSelected: index == ui.list.row)
      hits.add(row, .listRow(index))
    }
    if ui.list.ids.isEmpty {
      frame.write(words.nothingFound, at: Point(x: 1, y: area.y), role: .dim)
    }
  }

  private mutating func drawListRow(
    _ project: Project, _ columns: [ListColumn], in row: Rect, isSelected: Bool
  ) {
    guard let standing = project.standing(asOf: ui.asOf) else { return }
    let ageing = ui.pipeline.ageing(
      of: project, standing, at: ui.moment, thresholds: ui.thresholds)
    let base: Role =
      isSelected
      ? .selected
      : ui.news.contains(project.id)
        ? .accent
        : standing.status.kind == .hold ? .held : standing.status.isOpen ? .text : .dim
    if isSelected { frame.fill(row, role: .selected) }
    let mark: Character =
      isSelected
      ? glyphs.select
      : ageing.isOverdue ? glyphs.overdue : ageing.isStale ? glyphs.stale : " "
    frame.put(mark, at: Point(x: 0, y: row.y), role: isSelected ? .selected : .warn)
    for column in columns {
      let text = column.text(project, standing, ageing, words)
      let role = column.kind == .stage && base == .text ? standing.stage.role : base
      frame.write(
        TextWidth.padded(text, to: column.width - 1), at: Point(x: column.x, y: row.y),
        role: role, limit: row.maxX)
      if let field = column.kind.field {
        markFound(
          TextWidth.clipped(text, to: column.width - 1), of: field,
          at: Point(x: column.x, y: row.y), limit: row.maxX)
      }
    }
  }

  private func listColumns(_ width: Int) -> [ListColumn] {
    if width < 40 {
      return [
        ListColumn(kind: .number, x: 1, width: min(6, width)),
        ListColumn(kind: .name, x: 7, width: max(0, width - 7)),
      ]
    }
    let wanted: [(ListColumn.Kind, Int)] = [
      (.number, 6), (.stage, 9), (.name, 24), (.days, 8), (.amount, 11),
      (.status, words.language == .zh ? 7 : 10),
      (.next, 22), (.owner, 9), (.lead, 20), (.investors, 22),
    ]
    var columns: [ListColumn] = []
    var x = 1
    for (kind, size) in wanted where x + size <= width || columns.count < 3 {
      columns.append(ListColumn(kind: kind, x: x, width: min(size, width - x)))
      x += size
    }
    // The name takes what is left.
    let spare = max(0, width - x)
    return columns.map { column in
      let isAfter = (columns.first { $0.kind == .name }?.x ?? 0) < column.x
      return ListColumn(
        kind: column.kind, x: column.x + (isAfter ? spare : 0),
        width: column.width + (column.kind == .name ? spare : 0))
    }
  }
}

/// One column of the list.
struct ListColumn {
  enum Kind { case number, stage, name, days, amount, status, next, owner, lead, investors }

  let kind: Kind
  let x: Int
  let width: Int

  func title(_ words: Words) -> String {
    switch kind {
    case .number: "#"
    case .stage: words.stageLabel
    case .name: words.field(.name)
    case .days: words.daysLabel
    case .amount: words.field(.amount)
    case .status: words.statusLabel
    case .next: words.field(.next)
    case .owner: words.field(.owner)
    case .lead: words.field(.lead)
    case .investors: words.field(.investors)
    }
  }

  func text(_ project: Project, _ standing: Standing, _ ageing: Ageing, _ words: Words) -> String {
    switch kind {
    case .number: project.id.description
    case .stage: "\(standing.stage.number)\(words.stageTab(standing.stage))"
    case .name: project.name
    case .days: ageing.daysInStage.map { words.days($0) } ?? words.cardNoDays
    case .amount: words.cardAmount(project.amount)
    case .status: words.status(standing.status.kind)
    case .next:
      project.next.map { ($0.due.map { words.shortDate($0) + " " } ?? "") + $0.text } ?? ""
    case .owner: project.owner ?? ""
    case .lead: words.list(project.lead)
    case .investors: words.list(project.investors)
    }
  }
}

extension ListColumn.Kind {
  /// The field of a project that the filter looks into.
  var field: Field? {
    switch self {
    case .name: .name
    case .owner: .owner
    case .lead: .lead
    case .investors: .investors
    case .number, .stage, .days, .amount, .status, .next: nil
    }
  }
}

extension ListState.Order {
  func title(_ words: Words) -> String {
    switch self {
    case .number: words.numberLabel
    case .stage: words.stageLabel
    case .name: words.field(.name)
    case .amount: words.field(.amount)
    case .idle: words.idleLabel
    case .due: words.field(.next)
    }
  }
}
