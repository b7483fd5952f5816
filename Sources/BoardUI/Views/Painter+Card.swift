internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// Draws one card as a block: a stripe with its sign, the name, the next step, and the facts.
  ///
  /// The stripe says what is wrong, overdue before held before stale, on every line of the block and
  /// with a letter on the first.
  mutating func drawCard(_ project: Project, in rect: Rect, isSelected: Bool) {
    guard let standing = project.standing(asOf: ui.moment.cutoff) else { return }
    let ageing = ui.pipeline.ageing(
      of: project, standing, at: ui.moment, thresholds: ui.thresholds)
    let look = CardLook(
      standing, ageing, isSelected: isSelected, isCarried: ui.isOnItsWay(project.id),
      isMarked: ui.marks.contains(project.id), isNews: ui.news.contains(project.id))
    let room = Rect(
      x: rect.x, y: rect.y, width: rect.width, height: rect.height - layout.cardGap)
    let lines: Int
    switch layout.kind {
    case .plain:
      frame.fill(room, role: look.role)
      drawPlainCard(project, standing, ageing, in: room, look)
      lines = 1
    case .single: lines = drawSingleCard(project, standing, ageing, in: room, look)
    case .wide, .columns: lines = drawColumnCard(project, standing, ageing, in: room, look)
    }
    drawStripe(look, in: Rect(x: rect.x, y: rect.y, width: 1, height: lines))
  }

  private mutating func drawStripe(_ look: CardLook, in stripe: Rect) {
    frame.fill(stripe, role: look.stripe ?? look.role)
    var signs = look.signs(glyphs)
    // Where there is one line it says that the card is chosen; what is wrong is in the colour then.
    if stripe.height < signs.count { signs.removeLast(signs.count - stripe.height) }
    for (line, sign) in signs.enumerated() {
      frame.put(
        sign, at: Point(x: stripe.x, y: stripe.y + line), role: look.stripe ?? look.role)
    }
  }

  /// - Returns: The lines that the block takes.
  private mutating func drawColumnCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in room: Rect, _ look: CardLook
  ) -> Int {
    let width = room.width - 1
    let hasNext = room.height >= 3
    // A narrow card has no room for a sign that its name goes on.
    let lines =
      room.height >= 4
      ? Wrapping.lines(of: name(of: project), width: width, limit: 2)
      : [TextWidth.clipped(name(of: project), to: width, ellipsis: "")]
    let steps =
      hasNext
      ? nextLines(project, standing, width: width, limit: room.height - 1 - lines.count) : []
    let count = lines.count + steps.count + 1
    frame.fill(
      Rect(x: room.x, y: room.y, width: room.width, height: count), role: look.role)
    let hits = foundRanges(in: lines, of: project.name)
    for (index, line) in lines.enumerated() {
      let point = Point(x: room.x + 1, y: room.y + index)
      frame.write(line, at: point, role: look.role, limit: room.maxX)
      mark(hits[index], of: line, at: point, limit: room.maxX)
    }
    for (index, line) in steps.enumerated() {
      frame.write(
        line, at: Point(x: room.x + 1, y: room.y + lines.count + index),
        role: look.step(ageing), limit: room.maxX)
    }
    let facts = CardFacts(project, standing, ageing, words, width: width)
    write(
      facts, at: Point(x: room.x + 1, y: room.y + count - 1), width: width, look.facts(ageing))
    return count
  }

  private mutating func write(_ facts: CardFacts, at point: Point, width: Int, _ role: Role) {
    frame.write(facts.left, at: point, role: role, limit: point.x + width)
    frame.write(
      facts.right, at: Point(x: point.x + width - TextWidth.columns(of: facts.right), y: point.y),
      role: role, limit: point.x + width)
  }

  /// The next step with its day, or until when the card is on hold.
  private func nextLines(
    _ project: Project, _ standing: Standing, width: Int, limit: Int
  ) -> [String] {
    guard limit > 0, let text = words.next(project, standing) else { return [] }
    // The whole of it is in the panel: a sign that it is cut would take a third of what fits.
    guard limit > 1 else { return [TextWidth.clipped(text, to: width, ellipsis: "")] }
    return Wrapping.lines(of: text, width: width, limit: limit)
  }

  private mutating func drawSingleCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in room: Rect, _ look: CardLook
  ) -> Int {
    let lines = min(2, room.height)
    frame.fill(Rect(x: room.x, y: room.y, width: room.width, height: lines), role: look.role)
    let width = room.width - 1
    writeName(
      TextWidth.clipped(name(of: project), to: width), of: project,
      at: Point(x: room.x + 1, y: room.y), look.role, room.maxX)
    guard lines > 1 else { return lines }
    let facts = CardFacts(project, standing, ageing, words, width: width)
    let point = Point(x: room.x + 1, y: room.y + 1)
    write(facts, at: point, width: width, look.facts(ageing))
    let used = TextWidth.columns(of: facts.left) + TextWidth.columns(of: facts.right) + 4
    let step = nextLines(project, standing, width: max(0, width - used), limit: 1).first
    if let step, width - used > 8 {
      frame.write(
        step, at: Point(x: point.x + TextWidth.columns(of: facts.left) + 2, y: point.y),
        role: look.step(ageing), limit: room.maxX)
    }
    return lines
  }

  private mutating func drawPlainCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in rect: Rect, _ look: CardLook
  ) {
    let facts = CardFacts(
      amounts: [""], owner: "", unit: "",
      days: ageing.overdueDays.map { [words.cardLate($0), "-\($0)"] }
        ?? ageing.daysInStage.map { [words.days($0)] } ?? [""],
      width: max(0, rect.width / 3))
    let room = rect.width - 3 - TextWidth.columns(of: facts.right)
    frame.write(
      "\(standing.stage.number)", at: Point(x: rect.x + 1, y: rect.y), role: look.role,
      limit: rect.maxX)
    writeName(
      TextWidth.clipped(name(of: project), to: max(1, room)), of: project,
      at: Point(x: rect.x + 2, y: rect.y), look.role, rect.maxX)
    frame.write(
      facts.right, at: Point(x: rect.maxX - TextWidth.columns(of: facts.right), y: rect.y),
      role: look.facts(ageing), limit: rect.maxX)
  }

  /// The name as a card shows it: a marked one has a sign before it, whatever else it is.
  private func name(of project: Project) -> String {
    ui.marks.contains(project.id) ? "\(glyphs.mark)" + project.name : project.name
  }

  /// Writes a name with what the filter found in it set apart.
  private mutating func writeName(
    _ line: String, of project: Project, at point: Point, _ role: Role, _ limit: Int
  ) {
    frame.write(line, at: point, role: role, limit: limit)
    mark(
      foundRanges(in: [line], of: project.name)[0], of: line, at: point, limit: limit)
  }
}
