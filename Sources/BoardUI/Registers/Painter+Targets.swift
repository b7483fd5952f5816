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
      TextWidth.padded(" " + title.name, to: cells.value - 1), at: Point(x: row.x, y: row.y),
      role: .header, limit: row.maxX)
    guard cells.hasValue else { return }
    var x = frame.write(
      title.value, at: Point(x: cells.value, y: row.y), role: .header, limit: row.maxX)
    guard case .year(let year) = heading else { return }
    let pace = words.pace(YearPace(of: year, on: ui.day)) + " "
    x = max(x + 2, row.maxX - TextWidth.columns(of: pace))
    frame.write(pace, at: Point(x: x, y: row.y), role: .dim, limit: row.maxX)
  }

  mutating func draw(_ line: TargetLine, in row: Rect, isSelected: Bool) {
    let cells = TargetCells(row.width)
    if isSelected { frame.fill(row, role: .selected) }
    func role(_ other: Role) -> Role { isSelected ? .selected : other }
    if isSelected { frame.put(glyphs.select, at: Point(x: row.x, y: row.y), role: .selected) }
    let name = cells.hasValue ? line.name : line.name + " " + words.share(line.share)
    frame.write(
      TextWidth.padded(name, to: cells.value - 2), at: Point(x: row.x + 1, y: row.y),
      role: role(.text),
      limit: row.maxX)
    guard cells.hasValue else { return }
    let room = (cells.bar.isEmpty ? cells.share : cells.bar.x) - cells.value - 1
    let value = line.gap.map { TextWidth.padded(line.value, to: 10) + $0 } ?? line.value
    frame.write(
      TextWidth.padded(TextWidth.columns(of: value) > room ? line.value : value, to: room),
      at: Point(x: row.x + cells.value, y: row.y), role: role(.text), limit: row.maxX)
    let share = words.share(line.share)
    frame.write(
      TextWidth.padded(share, to: 5, alignment: .trailing),
      at: Point(x: row.x + cells.share, y: row.y), role: role(.header), limit: row.maxX)
    drawVerdict(line.standing, at: Point(x: row.x + cells.share + 6, y: row.y), limit: row.maxX)
    drawTargetBar(line, cells.bar.moved(to: row))
  }

  /// A letter and a word for what is behind the year; a word for the rest.
  private mutating func drawVerdict(_ standing: TargetStanding?, at point: Point, limit: Int) {
    guard let standing else { return }
    let isBehind = standing == .behind
    frame.write(
      (isBehind ? "\(glyphs.overdue)" : "") + words.standing(standing), at: point,
      role: isBehind ? .error : standing == .onPace ? .dim : .ok, limit: limit)
  }

  /// How much is reached, with a mark where the year is.
  private mutating func drawTargetBar(_ line: TargetLine, _ bar: Rect) {
    guard let share = line.share, !bar.isEmpty else { return }
    // More than all is drawn beyond the mark of all, as far as there is room.
    let full = line.pace == nil ? bar.width : bar.width * 10 / 11
    let length = min(bar.width, Int((Double(full) * max(0, share)).rounded()))
    frame.fill(
      Rect(x: bar.x, y: bar.y, width: full, height: 1), with: glyphs.barEmpty, role: .track)
    frame.fill(
      Rect(x: bar.x, y: bar.y, width: length, height: 1), with: glyphs.bar,
      role: line.standing == .behind ? .area4 : share >= 1 ? .area6 : .area1)
    guard let pace = line.pace else { return }
    let x = bar.x + min(full - 1, Int((Double(full) * pace.share).rounded()))
    frame.put("|", at: Point(x: x, y: bar.y), role: x < bar.x + length ? .thumb : .track)
  }
}

/// What a line of the targets says.
struct TargetLine {
  let name: String
  let value: String
  let share: Double?
  /// What is wanting, or what is more than was asked for.
  var gap: String?
  var pace: YearPace?
  var standing: TargetStanding?

  init(_ line: TargetsState.Line, _ ui: UIState) {
    let words = ui.words
    switch line {
    case .heading: (name, value, share) = ("", "", nil)
    case .target(let progress):
      let pace = YearPace(of: progress.target.year, on: ui.day)
      self.pace = pace
      standing = progress.standing(at: pace)
      gap = progress.gap.map { words.gap($0) }
      let target = progress.target
      let whose = [target.unit, target.cluster].compactMap { $0 }
      name =
        words.name(target.measure) + "  "
        + (whose.isEmpty ? words.allUnits : whose.joined(separator: " "))
      value =
        words.reached(progress.actual) + (target.measure.isAmount ? " / " : "/")
        + words.targetValue(target)
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
  let bar: Rect
  /// Whether there is room for more than a name with its share.
  let hasValue: Bool

  init(_ width: Int) {
    hasValue = width >= 50
    guard hasValue else {
      (value, share, bar) = (width, width, Rect(x: 0, y: 0, width: 0, height: 1))
      return
    }
    // Name and value beside the bar, so that the eye need not cross the screen.
    value = min(34, width * 3 / 10)
    share = width - 16
    let start = value + min(36, max(18, width * 2 / 9))
    bar = Rect(x: start, y: 0, width: width >= 60 ? max(0, share - start - 1) : 0, height: 1)
  }
}

extension Rect {
  fileprivate func moved(to row: Rect) -> Rect {
    Rect(x: row.x + x, y: row.y, width: width, height: height)
  }
}
