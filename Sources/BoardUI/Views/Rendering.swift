package import Canvas
internal import Insight
package import Pipeline
internal import Wording

/// A frame and where its clicks land.
package struct Rendering: Sendable {
  package var frame: Frame
  package var hits: HitMap
  /// The cards in the frame, for the next one; none where something may lie over them.
  var faces = CardFaces()
}

extension UIState {
  /// The card in the panel beside the board, and where that is; nil when there is no panel in sight.
  package var panel: Panel? {
    guard screen == .board, overlay == .none, !layout.panel.isEmpty, let selected else {
      return nil
    }
    return Panel(rect: layout.panel, project: selected)
  }

  package struct Panel: Hashable, Sendable {
    package let rect: Rect
    package let project: ProjectID
  }

  /// Draws the state; reads everything and changes nothing.
  ///
  /// - Complexity: O(what is seen), never the size of the pipeline.
  ///
  /// - Parameter leavesPanel: Leaves the panel beside the board blank, for a caller that keeps what
  ///   is in it a moment longer.
  /// - Parameter last: What was drawn before: a card that looks as it did is taken from there.
  package func render(leavingPanel leavesPanel: Bool = false, after last: Rendering? = nil)
    -> Rendering
  {
    var painter = Painter(self)
    painter.leavesPanel = leavesPanel
    painter.faces = CardFaces(of: self)
    if let last, last.faces.ground == painter.faces.ground { painter.last = last }
    painter.drawTitle()
    switch screen {
    case .board: painter.drawBoard()
    case .list: painter.drawList()
    case .funnel: painter.drawFunnel()
    case .timeline: painter.drawTimeline()
    case .agenda: painter.drawAgenda()
    case .report: painter.drawReport()
    case .requests: painter.drawRequests()
    case .targets: painter.drawTargets()
    case .history: painter.drawHistory()
    }
    painter.drawFoot()
    painter.drawOverlay()
    return Rendering(frame: painter.frame, hits: painter.hits, faces: painter.faces)
  }
}

/// Draws one frame: the state to read, the cells and regions to fill.
struct Painter {
  let ui: UIState
  let layout: Layout
  let words: Words
  let glyphs: Glyphs
  /// The typed filter, read once a frame, to set apart what it found in the names.
  let found: Filter?
  var frame: Frame
  var hits = HitMap()
  var leavesPanel = false
  /// The cards drawn so far.
  var faces = CardFaces()
  /// What was drawn before on the same ground.
  var last: Rendering?

  init(_ ui: UIState) {
    self.ui = ui
    layout = ui.layout
    words = ui.words
    glyphs = ui.hasColours ? ui.glyphs : ui.glyphs.withBarSigns
    found = ui.filterText.isEmpty ? nil : ui.filter(scope: .everything)
    frame = Frame(size: ui.size)
  }

  /// Writes a line of pieces, each in its role, and returns the column after it.
  @discardableResult
  mutating func write(_ pieces: [(String, Role)], at point: Point, limit: Int) -> Int {
    var x = point.x
    for (text, role) in pieces where x < limit {
      x = frame.write(text, at: Point(x: x, y: point.y), role: role, limit: limit)
    }
    return min(x, limit)
  }

  /// Writes a text that answers to clicks, and returns the column after it.
  @discardableResult
  mutating func button(
    _ text: String, at point: Point, role: Role, limit: Int, _ target: HitMap.Target
  ) -> Int {
    let end = min(limit, frame.write(text, at: point, role: role, limit: limit))
    hits.add(Rect(x: point.x, y: point.y, width: end - point.x, height: 1), target)
    return end
  }
}

extension Stage {
  /// The role that colours a stage.
  var role: Role {
    switch self {
    case .contact: .stage1
    case .visit: .stage2
    case .returnVisit: .stage3
    case .intent: .stage4
    case .approval: .stage5
    case .signing: .stage6
    }
  }
}
