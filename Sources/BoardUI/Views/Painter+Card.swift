internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// Draws one card: marks in the first column, then name, facts and next step.
  ///
  /// Each state has its own line in the first column: selected, carried or news on the first, stale on the
  /// second, overdue or held on the last. On a card of one or two lines the later one wins.
  mutating func drawCard(_ project: Project, in rect: Rect, isSelected: Bool) {
    guard let standing = project.standing(asOf: ui.moment.cutoff) else { return }
    let ageing = ui.pipeline.ageing(
      of: project, standing, at: ui.moment, thresholds: ui.thresholds)
    let isMarked = ui.marks.contains(project.id)
    let isCarried = ui.isOnItsWay(project.id)
    let role = role(
      of: project, standing, isSelected: isSelected, isCarried: isCarried, isMarked: isMarked)
    if role != .text { frame.fill(rect, role: role) }

    let text = Rect(x: rect.x + 1, y: rect.y, width: rect.width - 1, height: rect.height)
    switch layout.kind {
    case .plain: drawPlainCard(project, standing, ageing, in: rect, role: role, isSelected)
    case .single: drawSingleCard(project, standing, ageing, in: text, role: role)
    case .wide, .columns: drawColumnCard(project, standing, ageing, in: text, role: role)
    }

    for line in 0..<rect.height {
      if let (glyph, markRole) = mark(
        line, of: rect.height, isSelected, isCarried, ui.news.contains(project.id), standing,
        ageing)
      {
        frame.put(glyph, at: Point(x: rect.x, y: rect.y + line), role: markRole ?? role)
      }
    }
  }

  private func role(
    of project: Project, _ standing: Standing, isSelected: Bool, isCarried: Bool, isMarked: Bool
  ) -> Role {
    if isCarried { return .drag }
    if isSelected { return .selected }
    if isMarked { return .marked }
    if standing.status.kind == .hold { return .held }
    if ui.news.contains(project.id) { return .accent }
    return .text
  }

  private func mark(
    _ line: Int, of height: Int, _ isSelected: Bool, _ isCarried: Bool, _ isNews: Bool,
    _ standing: Standing, _ ageing: Ageing
  ) -> (Character, Role?)? {
    if isCarried { return (glyphs.carried, nil) }
    if line == 0 {
      if isSelected { return (glyphs.select, nil) }
      if isNews { return ("+", .accent) }
      if height > 1 { return nil }
    }
    if line == height - 1 {
      if standing.status.kind == .hold { return (glyphs.held, isSelected ? nil : .held) }
      if ageing.isOverdue { return (glyphs.overdue, isSelected ? nil : .error) }
    }
    let staleLine = height > 2 ? 1 : height - 1
    if line == staleLine, ageing.isStale { return (glyphs.stale, isSelected ? nil : .ageStale) }
    return nil
  }

  private mutating func drawColumnCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in area: Rect, role: Role
  ) {
    let nameLines = area.height >= 3 ? 2 : 1
    let lines = Wrapping.lines(of: name(of: project), width: area.width, limit: nameLines)
    let hits = foundRanges(in: lines, of: project.name)
    for (index, line) in lines.enumerated() {
      let point = Point(x: area.x, y: area.y + index)
      frame.write(line, at: point, role: role, limit: area.maxX)
      mark(hits[index], of: line, at: point, limit: area.maxX)
    }
    let factsY = area.y + nameLines
    let facts = facts(project, standing, ageing, role, width: area.width)
    write(facts, at: Point(x: area.x, y: factsY), limit: area.maxX)
    guard area.height >= 4 else {
      // A short name leaves a line: the next step is worth more than a blank.
      if lines.count < nameLines, let next = project.next {
        frame.write(
          nextStep(next, width: area.width), at: Point(x: area.x, y: area.y + lines.count),
          role: role == .text ? .dim : role, limit: area.maxX)
      }
      return
    }
    if let next = project.next {
      frame.write(
        nextStep(next, width: area.width), at: Point(x: area.x, y: factsY + 1),
        role: role == .text ? (ageing.isOverdue ? .error : .dim) : role, limit: area.maxX)
    }
  }

  private mutating func drawSingleCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in area: Rect, role: Role
  ) {
    let name = TextWidth.clipped(name(of: project), to: area.width)
    writeName(name, of: project, at: Point(x: area.x, y: area.y), role, area.maxX)
    let x = write(
      facts(project, standing, ageing, role, width: area.width),
      at: Point(x: area.x, y: area.y + 1), limit: area.maxX)
    if let next = project.next, area.maxX - x > 8 {
      frame.write(
        "  " + nextStep(next, width: area.maxX - x - 2), at: Point(x: x, y: area.y + 1),
        role: role == .text ? .dim : role, limit: area.maxX)
    }
  }

  private mutating func drawPlainCard(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, in rect: Rect, role: Role,
    _ isSelected: Bool
  ) {
    let days = ageing.daysInStage.map { words.days($0) } ?? ""
    let room = rect.width - 3 - TextWidth.columns(of: days)
    frame.write(
      "\(standing.stage.number)", at: Point(x: rect.x + 1, y: rect.y),
      role: role == .text ? standing.stage.role : role, limit: rect.maxX)
    writeName(
      TextWidth.clipped(name(of: project), to: max(1, room)), of: project,
      at: Point(x: rect.x + 2, y: rect.y), role, rect.maxX)
    frame.write(
      days, at: Point(x: rect.maxX - TextWidth.columns(of: days), y: rect.y), role: role,
      limit: rect.maxX)
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

  /// Amount and days in the stage: `1.6亿 6天`; the days are whole whatever the room.
  private func facts(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, _ role: Role, width: Int
  ) -> [(String, Role)] {
    let days: String
    if standing.status.kind == .hold {
      days = words.cardHeld
    } else {
      days = ageing.daysInStage.map { words.days($0) } ?? words.cardNoDays
    }
    let daysRole: Role =
      role != .text ? role : ageing.isStale ? .ageStale : isWarm(ageing, standing) ? .ageWarn : .dim
    let room = max(0, width - TextWidth.columns(of: days) - 1)
    let full = words.cardAmount(project.amount)
    let amount =
      TextWidth.columns(of: full) <= room
      ? full : TextWidth.clipped(words.cardAmountBrief(project.amount), to: room)
    return [(amount + " ", role == .text ? .dim : role), (days, daysRole)]
  }

  /// Past two thirds of what the stage allows.
  private func isWarm(_ ageing: Ageing, _ standing: Standing) -> Bool {
    guard let limit = ui.thresholds[standing.stage], let quiet = ageing.quietDays else {
      return false
    }
    return quiet * 3 > limit * 2
  }

  func nextStep(_ next: NextStep, width: Int) -> String {
    let due = next.due.map { words.shortDate($0) + " " } ?? ""
    return TextWidth.clipped("> " + due + next.text, to: width)
  }
}
