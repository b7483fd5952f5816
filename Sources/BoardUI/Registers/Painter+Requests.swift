internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// Where the view of requests puts its parts.
struct RequestRoom {
  /// The scopes and the counts.
  let scopes: Rect
  /// Closed in time, one trip, satisfaction.
  let figures: Rect
  let heads: Rect
  let list: Rect
  /// The selected request in full.
  let preview: Rect

  init(_ layout: Layout) {
    let body = layout.body
    func row(_ y: Int, _ height: Int) -> Rect {
      Rect(x: body.x, y: y, width: body.width, height: max(0, height))
    }
    let head = body.height >= 8 ? 3 : body.height >= 3 ? 1 : 0
    let foot = body.height >= 14 && body.width >= 40 ? 4 : 0
    scopes = row(body.y, min(1, head))
    figures = row(body.y + 1, head == 3 ? 1 : 0)
    heads = row(body.y + 2, head == 3 ? 1 : 0)
    list = row(body.y + head, body.height - head - foot)
    preview = row(body.maxY - foot, foot)
  }
}

extension Painter {
  /// The requests: which are listed, their figures, a line each, and the selected one in full.
  mutating func drawRequests() {
    let room = RequestRoom(layout)
    drawScopes(in: room.scopes)
    if !room.figures.isEmpty {
      frame.write(
        TextWidth.clipped(words.requestShares(ui.requests.figures), to: room.figures.width - 2),
        at: Point(x: 1, y: room.figures.y), role: .dim)
    }
    let list = ui.requests.requests
    let hasBar = list.count > room.list.height
    let width = room.list.width - (hasBar ? 1 : 0)
    let cells = RequestCell.cells(width, words)
    if !room.heads.isEmpty {
      for cell in cells {
        frame.write(
          TextWidth.padded(words.requestHead(cell.kind), to: cell.width),
          at: Point(x: cell.x, y: room.heads.y), role: .header, limit: width)
      }
    }
    for (offset, request) in list.dropFirst(ui.requests.top).prefix(room.list.height).enumerated() {
      let index = ui.requests.top + offset
      let row = room.list.row(offset)
      draw(
        request, cells, in: Rect(x: row.x, y: row.y, width: width, height: 1),
        isSelected: index == ui.requests.row)
      hits.add(row, .requestRow(index))
    }
    if list.isEmpty, room.list.height > 0 {
      frame.write(
        TextWidth.clipped(
          words.noRequests(ui.requests.scope, key: ui.hint(.newRequest)),
          to: room.list.width - 2), at: Point(x: 1, y: room.list.y), role: .dim)
    }
    scrollBar(
      .requests,
      in: Rect(x: room.list.maxX - 1, y: room.list.y, width: 1, height: room.list.height),
      top: ui.requests.top, visible: room.list.height, count: list.count, isOnBorder: false)
    drawRequestPreview(in: room.preview)
  }

  /// Which requests are listed; each answers to a click.
  private mutating func drawScopes(in row: Rect) {
    guard !row.isEmpty else { return }
    let figures = ui.requests.figures
    var x = row.x + 1
    for scope in RequestsState.Scope.allCases {
      let isChosen = scope == ui.requests.scope
      // Where there is no room for all, the one that is chosen is named.
      guard isChosen || row.width >= 40 else { continue }
      let name = words.requestScope(scope) + " \(figures.count(of: scope))"
      let role: Role =
        isChosen ? .accent : scope == .overdue && !figures.overdue.isEmpty ? .error : .dim
      x = button(
        isChosen ? "[\(name)]" : " \(name) ", at: Point(x: x, y: row.y), role: role,
        limit: row.maxX, .requestScope(scope))
      x += 1
    }
    if figures.fast > 0 {
      frame.write(
        words.fastCount(figures.fast), at: Point(x: x + 1, y: row.y), role: .dim, limit: row.maxX)
    }
  }

  private mutating func draw(
    _ request: ServiceRequest, _ cells: [RequestCell], in row: Rect, isSelected: Bool
  ) {
    if isSelected { frame.fill(row, role: .selected) }
    let late = request.daysLate(on: ui.day)
    let sign: Character = isSelected ? glyphs.select : late == nil ? " " : glyphs.overdue
    frame.put(sign, at: Point(x: 0, y: row.y), role: isSelected ? .selected : .error)
    for cell in cells {
      let role: Role =
        isSelected
        ? .selected
        : cell.kind == .due && late != nil
          ? .error : request.isClosed ? .dim : cell.kind == .fast ? .warn : .text
      frame.write(
        TextWidth.padded(words.requestCell(cell.kind, request, on: ui.day), to: cell.width - 1),
        at: Point(x: cell.x, y: row.y), role: role, limit: row.maxX)
    }
  }

  private mutating func drawRequestPreview(in area: Rect) {
    guard !area.isEmpty else { return }
    frame.rule(y: area.y, from: 0, to: area.width, glyphs.horizontal)
    guard let request = ui.requests.selected else { return }
    hits.add(area, .action(.open))
    let lines = words.requestInFull(request, in: ui.pipeline, on: ui.day)
    for (offset, line) in lines.prefix(area.height - 1).enumerated() {
      frame.write(
        TextWidth.clipped(line, to: area.width - 2), at: Point(x: 1, y: area.y + 1 + offset),
        role: offset == 0 ? .accent : offset == 1 ? .text : .dim)
    }
  }
}

/// A column of the view of requests, and where it stands.
struct RequestCell {
  enum Kind: Hashable {
    case number, firm, kind, subject, category, received, fast, unit, due, status
  }

  let kind: Kind
  var x: Int
  var width: Int

  /// The columns there is room for: firm, subject and status before the rest.
  static func cells(_ width: Int, _ words: Words) -> [RequestCell] {
    let isZh = words.language == .zh
    var fixed: [(Kind, Int)] = [(.number, 5)]
    if width >= 34 { fixed.append((.status, isZh ? 6 : 11)) }
    if width >= 46 { fixed.append((.due, 12)) }
    if width >= 56 { fixed.append((.fast, 5)) }
    if width >= 78 { fixed.append((.unit, 16)) }
    if width >= 100 { fixed += [(.kind, isZh ? 6 : 8), (.category, isZh ? 10 : 15)] }
    if width >= 126 { fixed.append((.received, 12)) }
    let spare = max(0, width - 1 - fixed.reduce(0) { $0 + $1.1 })
    let firm = spare < 24 ? spare : spare * 2 / 5
    fixed.append((.firm, firm))
    if firm < spare { fixed.append((.subject, spare - firm)) }
    let order: [Kind] = [
      .number, .due, .status, .fast, .firm, .subject, .unit, .kind, .category, .received,
    ]
    var x = 1
    return order.compactMap { kind in
      guard let size = fixed.first(where: { $0.0 == kind })?.1, size > 0, x < width else {
        return nil
      }
      defer { x += size }
      return RequestCell(kind: kind, x: x, width: min(size, width - x))
    }
  }
}

extension RequestFigures {
  func count(of scope: RequestsState.Scope) -> Int {
    switch scope {
    case .open: open
    case .overdue: overdue.count
    case .closed: closed
    case .all: received
    }
  }
}
