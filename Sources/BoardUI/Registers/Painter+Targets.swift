internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The targets of each year, the clusters, and the rates of the signed, each with a bar.
  mutating func drawTargets() {
    let body = layout.body
    let lines = ui.targets.lines
    if lines.isEmpty, !body.isEmpty {
      frame.write(
        TextWidth.clipped(words.noTargets(key: ui.hint(.newTarget)), to: body.width - 2),
        at: Point(x: 1, y: body.y), role: .dim)
      return
    }
    let hasBar = lines.count > body.height
    scrollBar(
      .targets, in: Rect(x: body.maxX - 1, y: body.y, width: 1, height: body.height),
      top: ui.targets.top, visible: body.height, count: lines.count, isOnBorder: false)
    let area = Rect(
      x: body.x, y: body.y, width: body.width - (hasBar ? 1 : 0), height: body.height)
    for (offset, line) in lines.dropFirst(ui.targets.top).prefix(body.height).enumerated() {
      let row = area.row(offset)
      let index = ui.targets.top + offset
      if case .heading(let heading) = line {
        drawHeading(heading, in: row)
      } else {
        draw(TargetLine(line, ui), in: row, isSelected: index == ui.targets.row)
        hits.add(row, .targetRow(index))
      }
    }
  }

  private mutating func drawHeading(_ heading: TargetsState.Heading, in row: Rect) {
    let cells = TargetCells(row.width)
    let title = words.targetHeading(heading)
    frame.write(
      TextWidth.padded(" " + title.name, to: cells.value - 1), at: Point(x: 0, y: row.y),
      role: .header, limit: row.maxX)
    guard cells.hasValue else { return }
    frame.write(
      TextWidth.padded(title.value, to: cells.share - cells.value),
      at: Point(x: cells.value, y: row.y), role: .header, limit: row.maxX)
  }

  private mutating func draw(_ line: TargetLine, in row: Rect, isSelected: Bool) {
    let cells = TargetCells(row.width)
    if isSelected { frame.fill(row, role: .selected) }
    func role(_ other: Role) -> Role { isSelected ? .selected : other }
    if isSelected { frame.put(glyphs.select, at: Point(x: 0, y: row.y), role: .selected) }
    let name = cells.hasValue ? line.name : line.name + " " + words.share(line.share)
    frame.write(
      TextWidth.padded(name, to: cells.value - 3), at: Point(x: 2, y: row.y), role: role(.text),
      limit: row.maxX)
    guard cells.hasValue else { return }
    frame.write(
      TextWidth.padded(line.value, to: cells.share - cells.value - 1),
      at: Point(x: cells.value, y: row.y), role: role(.text), limit: row.maxX)
    let isReached = line.share.map { $0 >= 1 } ?? false
    let share = words.share(line.share)
    let shareX = cells.share + max(0, 5 - TextWidth.columns(of: share))
    frame.write(
      share, at: Point(x: shareX, y: row.y), role: role(isReached ? .ok : .accent),
      limit: row.maxX)
    guard let filled = line.share, cells.bar > 0 else { return }
    let length = Int((Double(cells.bar) * min(1, max(0, filled))).rounded())
    let bar = Rect(x: cells.share + 6, y: row.y, width: cells.bar, height: 1)
    for x in bar.x..<bar.maxX where x < row.maxX {
      let isFull = x < bar.x + length
      frame.put(
        isFull ? glyphs.bar : glyphs.barEmpty, at: Point(x: x, y: row.y),
        role: role(isFull ? (isReached ? .ok : .accent) : .border))
    }
  }
}

/// What a line of the targets says.
private struct TargetLine {
  let name: String
  let value: String
  let share: Double?

  init(_ line: TargetsState.Line, _ ui: UIState) {
    let words = ui.words
    switch line {
    case .heading: (name, value, share) = ("", "", nil)
    case .target(let progress):
      let target = progress.target
      let whose = [target.unit, target.cluster].compactMap { $0 }
      name =
        (whose.isEmpty ? words.allUnits : whose.joined(separator: " ")) + " "
        + words.name(target.measure)
      value = words.reached(progress.actual) + " / " + words.targetValue(target)
      share = progress.share
    case .cluster(let standing, let scale):
      let wanted = scale.map { words.targetValue($0.target) } ?? standing.cluster?.target
      name = standing.cluster?.name ?? words.noCluster
      value = words.clusterValue(standing, wanted: wanted)
      share = scale?.share
    case .rate(let rate, let part, let whole, let rateShare):
      name = words.rate(rate)
      value = words.ratePart(part, of: whole)
      share = rateShare
    }
  }
}

/// Where the columns of the targets stand.
private struct TargetCells {
  let value: Int
  let share: Int
  let bar: Int
  /// Whether there is room for more than a name with its share.
  let hasValue: Bool

  init(_ width: Int) {
    hasValue = width >= 50
    guard hasValue else {
      (value, share, bar) = (width, width, 0)
      return
    }
    bar = width >= 60 ? min(40, max(8, width / 5)) : 0
    share = width - 7 - (bar > 0 ? bar + 1 : 0)
    value = share * 11 / 20
  }
}
