internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// How cards looked in a frame, so that the next frame takes those from it that look the same.
///
/// A key changes two cards of fifty. To break names into lines and to work out ages for all of them
/// took most of the time between a key and the screen.
struct CardFaces: Sendable {
  /// What every card on the board is drawn from; nil where something may lie over the cards.
  var ground: Ground?
  private(set) var faces: [Face] = []

  struct Ground: Hashable, Sendable {
    let today: Day
    let asOf: Day?
    let filterText: String
    let thresholds: StaleThresholds
    let language: Language
    let glyphs: Glyphs
    let layout: Layout.Kind
    let cardHeight: Int
    let isAmbiguousWide: Bool
  }

  /// A card, the facts that decide how it looks, and its place in the frame.
  struct Face: Hashable, Sendable {
    let id: ProjectID
    /// The project's own; the origin for one that nothing has touched since it was opened.
    let version: SequenceNumber
    let isSelected: Bool
    let isMarked: Bool
    let isCarried: Bool
    let isNews: Bool
    let rect: Rect
  }

  init() {}

  init(of ui: UIState) {
    guard ui.screen == .board, ui.overlay == .none, !ui.drag.isActive else { return }
    let layout = ui.layout
    ground = Ground(
      today: ui.today, asOf: ui.asOf, filterText: ui.filterText,
      thresholds: ui.thresholds, language: ui.words.language, glyphs: ui.glyphs,
      layout: layout.kind, cardHeight: layout.cardHeight,
      isAmbiguousWide: TextWidth.ambiguousIsWide)
  }

  mutating func add(_ face: Face) {
    if ground != nil { faces.append(face) }
  }

  /// Where a card is that looks the same.
  func place(of face: Face) -> Rect? {
    faces.first { other in
      other.id == face.id && other.version == face.version && other.isSelected == face.isSelected
        && other.isMarked == face.isMarked && other.isCarried == face.isCarried
        && other.isNews == face.isNews && other.rect.width == face.rect.width
        && other.rect.height == face.rect.height
    }?.rect
  }
}

extension Painter {
  /// Draws a card, from the frame before where it looks as it did; false when there is none.
  mutating func drawFace(of id: ProjectID, in rect: Rect) -> Bool {
    let projects = ui.pipeline.projects
    let version =
      projects.isAsleep(id.number) ? .origin : projects.ask(id.number) { $0.version }
    guard let version else { return false }
    let face = CardFaces.Face(
      id: id, version: version, isSelected: ui.selected == id, isMarked: ui.marks.contains(id),
      isCarried: ui.isOnItsWay(id), isNews: ui.news.contains(id), rect: rect)
    if let last, let place = last.faces.place(of: face),
      frame.copy(place, of: last.frame, to: Point(x: rect.x, y: rect.y))
    {
      faces.add(face)
      return true
    }
    guard let project = ui.pipeline[id] else { return false }
    drawCard(project, in: rect, isSelected: face.isSelected)
    faces.add(face)
    return true
  }
}
