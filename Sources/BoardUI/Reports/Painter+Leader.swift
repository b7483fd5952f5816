internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The leader's page on one screen: figures, funnel, the largest, the red list, what is due.
  mutating func drawLeader(_ figures: LeaderFigures, in area: Rect) {
    let isWide = area.width >= 120
    let head = drawLeaderFigures(figures, in: area, isWide: isWide)
    frame.rule(y: area.y + head, from: area.x, to: area.maxX, glyphs.horizontal)
    let top = area.y + head + 1
    let rest = area.maxY - top
    let foot = max(1, min(isWide ? 10 : 4, rest - 8))
    let height = rest - foot - 1
    let third = area.width / 3
    drawLeaderFunnel(
      figures, in: Rect(x: area.x, y: top, width: third * (isWide ? 1 : 2), height: height))
    drawLargest(
      figures,
      in: Rect(
        x: area.x + third * (isWide ? 1 : 2) + 1, y: top, width: third - 1, height: height))
    let red = Rect(x: area.x, y: top + height + 1, width: area.width, height: foot)
    if isWide {
      drawRed(
        figures, in: Rect(x: area.x + 2 * third + 1, y: top, width: third - 1, height: height))
      frame.rule(y: top + height, from: area.x, to: area.maxX, glyphs.horizontal)
      drawUpcoming(figures, in: Rect(x: red.x, y: red.y, width: area.width / 2, height: foot))
      drawLeaderTargets(
        figures,
        in: Rect(
          x: red.x + area.width / 2 + 1, y: red.y, width: area.width / 2 - 1, height: foot))
    } else {
      frame.rule(y: top + height, from: area.x, to: area.maxX, glyphs.horizontal)
      drawRed(figures, in: red)
    }
  }

  /// - Returns: The lines that the figures take.
  private mutating func drawLeaderFigures(
    _ figures: LeaderFigures, in area: Rect, isWide: Bool
  ) -> Int {
    let cells = words.leaderFigures(figures)
    let shown = isWide ? cells : cells.filter(\.isVital)
    let width = area.width / max(1, shown.count)
    for (index, cell) in shown.enumerated() {
      let x = area.x + 1 + index * width
      let role: Role = cell.warns ? .error : .text
      frame.write(
        cell.name, at: Point(x: x, y: area.y), role: cell.warns ? .error : .dim,
        limit: x + width - 1)
      frame.write(
        TextWidth.clipped(cell.value, to: width - 1), at: Point(x: x, y: area.y + 1),
        role: cell.warns ? role : .header, limit: area.maxX)
    }
    return 2
  }

  private mutating func drawLeaderFunnel(_ figures: LeaderFigures, in area: Rect) {
    let picture = FunnelPicture(
      funnel: figures.funnel, method: .step, weight: .count, isFlow: false, selected: nil)
    let geometry = FunnelGeometry(
      in: area, names: funnelNameWidth(picture), figures: 1,
      most: picture.bars.map(\.total).max() ?? 0, withRates: area.height >= 11)
    drawFunnelBars(picture, geometry, in: area)
  }

  private mutating func drawLargest(_ figures: LeaderFigures, in area: Rect) {
    drawBlockHead(words.leaderLargest(figures.largest.count), in: area)
    for (index, id) in figures.largest.enumerated() where index + 1 < area.height {
      guard let project = ui.pipeline[id], let standing = project.standing(asOf: ui.moment.cutoff)
      else { continue }
      let row = area.row(index + 1)
      let tail =
        (words.cardAmounts(project.amount).first ?? "") + " " + words.stageTab(standing.stage)
      drawPair("\(index + 1) \(project.name)", tail, in: row, role: .text)
      hits.add(row, .project(id))
    }
  }

  private mutating func drawRed(_ figures: LeaderFigures, in area: Rect) {
    guard !area.isEmpty else { return }
    drawBlockHead("\(glyphs.overdue) " + words.leaderRed(figures.red.count), in: area)
    let room = area.height - 1
    let isCut = figures.red.count > room
    for (index, item) in figures.red.prefix(isCut ? room - 1 : room).enumerated() {
      guard let project = ui.pipeline[item.project] else { continue }
      let row = area.row(index + 1)
      let isLate = item.subject == .nextStep || item.subject == .review
      let sign = isLate ? glyphs.overdue : glyphs.stale
      let why = isLate ? words.cardLate(item.days) : words.quietFor(item.days)
      let step = area.width >= 60 ? "  " + (project.next?.text ?? "") : ""
      drawPair(
        "\(sign)\(project.name)" + step, why + " " + (project.owner ?? "-"), in: row,
        role: isLate ? .error : .warn)
      hits.add(row, .project(item.project))
    }
    if isCut, room > 0 {
      frame.write(
        " " + words.leaderMore(figures.red.count - room + 1),
        at: Point(x: area.x, y: area.maxY - 1), role: .dim, limit: area.maxX)
    }
  }

  private mutating func drawUpcoming(_ figures: LeaderFigures, in area: Rect) {
    drawBlockHead(words.leaderUpcoming(figures.upcoming.count), in: area)
    let room = area.height - 1
    for (index, item) in figures.upcoming.prefix(room).enumerated() {
      guard let project = ui.pipeline[item.project] else { continue }
      let row = area.row(index + 1)
      let step = item.subject == .review ? words.reviewDue : project.next?.text ?? ""
      drawPair(
        " " + (item.due.map { words.shortDate($0) } ?? "") + " \(project.name)  " + step,
        project.owner ?? "-", in: row, role: .text)
      hits.add(row, .project(item.project))
    }
  }

  private mutating func drawLeaderTargets(_ figures: LeaderFigures, in area: Rect) {
    drawBlockHead(words.pace(figures.pace), in: area)
    for (index, progress) in figures.targets.prefix(area.height - 1).enumerated() {
      draw(TargetLine(.target(progress), ui), in: area.row(index + 1), isSelected: false)
    }
  }

  private mutating func drawBlockHead(_ text: String, in area: Rect) {
    frame.write(
      TextWidth.clipped(text, to: area.width), at: Point(x: area.x + 1, y: area.y), role: .header,
      limit: area.maxX)
  }

  /// A text that may be shortened, and at the right one that may not.
  private mutating func drawPair(_ text: String, _ tail: String, in row: Rect, role: Role) {
    let width = TextWidth.columns(of: tail)
    frame.write(
      TextWidth.clipped(text, to: max(0, row.width - width - 3)),
      at: Point(x: row.x + 1, y: row.y), role: role, limit: row.maxX)
    frame.write(
      tail, at: Point(x: row.maxX - width - 1, y: row.y), role: role, limit: row.maxX)
  }
}
