internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// A funnel to be drawn: whose, by what, and what of it is chosen.
struct FunnelPicture {
  let funnel: Funnel
  let method: FunnelMethod
  let weight: FunnelWeight
  /// Whether entries in the period are drawn instead of projects.
  let isFlow: Bool
  /// The stage that the cursor is on.
  let selected: Int?

  var bars: [FunnelBar] {
    isFlow ? funnel.flowBars : funnel.bars(by: method, weighing: weight)
  }

  /// The rate from a stage on to the next.
  func rate(_ stage: Stage) -> Double? {
    isFlow ? funnel.periodicRatio(stage) : funnel.rate(stage, by: method)
  }

  /// Whether a rate belongs between two stages: a share of all belongs to one, and a ratio of two flows
  /// is never shown without its name.
  var ratesAreSteps: Bool { !isFlow && method != .any }
}

extension Painter {
  /// Draws names, bars and the rates between them.
  mutating func drawFunnelBars(_ picture: FunnelPicture, _ geometry: FunnelGeometry, in area: Rect)
  {
    let loss = picture.isFlow ? nil : picture.funnel.greatestLoss(by: picture.method)
    for (stage, bar) in zip(Stage.allCases, picture.bars) {
      let y = geometry.y(of: stage.index)
      guard y < area.maxY else { return }
      drawFunnelName(stage, bar, picture, in: area, y: y)
      for (part, rect) in geometry.parts(of: bar, at: stage.index) {
        drawPart(part, of: bar, picture, in: rect.intersection(area))
      }
      guard geometry.hasRates, picture.ratesAreSteps, stage.next != nil else { continue }
      drawStep(after: stage, picture, isLoss: loss == stage, geometry, limit: area.maxX)
    }
  }

  /// The stage's digit, name and number, at the left of its bar.
  private mutating func drawFunnelName(
    _ stage: Stage, _ bar: FunnelBar, _ picture: FunnelPicture, in area: Rect, y: Int
  ) {
    let isSelected = picture.selected == stage.index
    let name = "\(isSelected ? glyphs.select : " ")\(stage.number)\(words.stage(stage))"
    let number = words.barValue(bar.total, picture.weight)
    let width = funnelNameWidth(picture)
    let role: Role = isSelected ? .selected : stage.role
    if isSelected {
      frame.fill(Rect(x: area.x, y: y, width: width - 1, height: 1), role: .selected)
    }
    frame.write(name, at: Point(x: area.x, y: y), role: role, limit: area.maxX)
    frame.write(
      number, at: Point(x: area.x + width - 1 - TextWidth.columns(of: number), y: y),
      role: isSelected ? .selected : .header, limit: area.maxX)
  }

  /// The columns that names and numbers take, with the blank behind them.
  func funnelNameWidth(_ picture: FunnelPicture) -> Int {
    let names = Stage.allCases.map { TextWidth.columns(of: words.stage($0)) }.max() ?? 0
    let numbers =
      picture.bars.map { TextWidth.columns(of: words.barValue($0.total, picture.weight)) }.max()
      ?? 0
    return 2 + names + 1 + max(3, numbers) + 1
  }

  /// A part of a bar, and in it what it is and how much, as far as there is room.
  private mutating func drawPart(
    _ part: FunnelBar.Part, of bar: FunnelBar, _ picture: FunnelPicture, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let (role, sign) = look(of: part, at: bar.stage)
    frame.fill(rect, with: sign, role: role)
    let value = words.barValue(bar[part], picture.weight)
    let full = picture.isFlow ? value : words.barPart(part, by: picture.method) + " " + value
    for text in [full, value] {
      let width = TextWidth.columns(of: text)
      guard width + 2 <= rect.width || (text == value && width <= rect.width) else { continue }
      frame.write(
        text, at: Point(x: rect.x + (rect.width - width) / 2, y: rect.y), role: role,
        limit: rect.maxX)
      return
    }
  }

  func look(of part: FunnelBar.Part, at stage: Stage) -> (Role, Character) {
    switch part {
    case .advanced: (stage.area, glyphs.bar)
    case .still: (stage.still, glyphs.barStill)
    case .dropped: (.dropped, glyphs.barDropped)
    }
  }

  private mutating func drawStep(
    after stage: Stage, _ picture: FunnelPicture, isLoss: Bool, _ geometry: FunnelGeometry,
    limit: Int
  ) {
    var text = "\(glyphs.more) \(words.share(picture.rate(stage)))"
    if isLoss { text += " \(glyphs.stale)\(words.greatestLoss)" }
    let y = geometry.y(of: stage.index) + geometry.barHeight
    frame.write(
      text, at: Point(x: geometry.axis - 3, y: y), role: isLoss ? .error : .text, limit: limit)
  }
}

extension Stage {
  /// The role of an area that stands for the stage.
  var area: Role {
    switch self {
    case .contact: .area1
    case .visit: .area2
    case .returnVisit: .area3
    case .intent: .area4
    case .approval: .area5
    case .signing: .area6
    }
  }

  /// The role of the area of those that are in the stage still.
  var still: Role {
    switch self {
    case .contact: .still1
    case .visit: .still2
    case .returnVisit: .still3
    case .intent: .still4
    case .approval: .still5
    case .signing: .still6
    }
  }
}
