package import Canvas

/// What is on the screen, and what a click on it means.
///
/// An input means something by the frame that its sender saw. Only a pointer event that comes
/// before the last one's frame is shown has a frame drawn for itself alone.
package struct Display: Sendable {
  /// The last frame, with the card that its panel shows, which may be behind the selected one.
  private var last: (rendering: Rendering, panel: UIState.Panel?)?
  /// Whether a pointer event may have changed what is where since that was drawn.
  private var isPassed = false
  /// Whether the panel shows another card than the selected one.
  package private(set) var isPanelBehind = false

  package init() {}

  /// The regions that a click falls on.
  package var hits: HitMap { last?.rendering.hits ?? HitMap() }

  /// What an input means.
  ///
  /// - Parameter time: Milliseconds on any clock that does not go back.
  package mutating func intent(for input: Input, on ui: UIState, at time: Int64) -> Intent? {
    if case .pointer = input {
      // It may be aimed at what the one before puts on the screen.
      if isPassed { take(ui.render(after: last?.rendering), of: ui) }
      isPassed = true
    }
    return ui.intent(for: input, hits: hits, at: time)
  }

  /// Draws what has changed, and says what is to be shown.
  ///
  /// - Parameter panelMayWait: A panel that would show another card stays as it is for now.
  package mutating func draw(_ ui: UIState, panelMayWait: Bool = false) -> Frame {
    if panelMayWait, let last, let was = last.panel, let panel = ui.panel, was.rect == panel.rect,
      was.project != panel.project
    {
      var rendering = ui.render(leavingPanel: true, after: last.rendering)
      if rendering.frame.keep(panel.rect, of: last.rendering.frame) {
        isPanelBehind = true
        isPassed = false
        self.last = (rendering, was)
        return rendering.frame
      }
    }
    let rendering = ui.render(after: last?.rendering)
    take(rendering, of: ui)
    return rendering.frame
  }

  /// Takes over nothing more from what was drawn: the pipeline is another, or the signs are.
  package mutating func forget() {
    last?.rendering.faces = CardFaces()
    last?.panel = nil
  }

  private mutating func take(_ rendering: Rendering, of ui: UIState) {
    last = (rendering, ui.panel)
    isPassed = false
    isPanelBehind = false
  }
}
