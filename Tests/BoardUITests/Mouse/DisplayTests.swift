@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

/// Pointer events that come before the frame of the last one is shown.
@Suite("What is on the screen")
struct DisplayTests {
  private let ledger: Ledger
  private var ui: UIState
  private var display = Display()

  init() throws {
    ledger = try Ledger(drawn: "对接: 1 2 3 | 考察: 4 5")
    ui = UIState(
      pipeline: ledger.pipeline, today: ledger.today, size: Size(width: 80, height: 24),
      words: Words(.zh), actor: ledger.actor)
    _ = display.draw(ui)
  }

  private mutating func send(_ action: Pointer.Action, at point: Point) {
    let input = Input.pointer(Pointer(action, at: point))
    if let intent = display.intent(for: input, on: ui, at: 1000) { _ = ui.handle(intent) }
  }

  private func point(of target: HitMap.Target, in hits: HitMap) throws -> Point {
    let rect = try #require(hits.regions.last { $0.target == target }?.rect)
    return Point(x: rect.maxX - 1, y: rect.y)
  }

  @Test("A pointer event by itself has nothing drawn but the frame that is shown after it")
  mutating func oneFrame() throws {
    let before = display.hits
    send(.down(.right), at: try point(of: .card(4), in: before))
    guard case .menu = ui.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(display.hits == before)
    #expect(display.draw(ui) == ui.render().frame)
    #expect(display.hits == ui.render().hits && display.hits != before)
  }

  @Test("The next one in the same go falls on what the one before put on the screen")
  mutating func follows() throws {
    send(.down(.right), at: try point(of: .card(4), in: display.hits))
    let moved = try #require(
      ui.menuRows(Menu(isForMarked: false)).firstIndex { $0.choice == .action(.note) })
    send(.down(.left), at: try point(of: .menuRow(moved), in: ui.render().hits))
    guard case .form(let form) = ui.overlay else {
      Issue.record("no form: \(ui.overlay)")
      return
    }
    #expect(form.purpose == .note(4))
  }

  @Test("A panel that may wait stays, and is drawn with the next frame that need not")
  mutating func panel() throws {
    ui.size = Size(width: 140, height: 40)
    let first = display.draw(ui)
    let rect = try #require(ui.panel?.rect)
    _ = ui.handle(.perform(.nextCard))
    let held = display.draw(ui, panelMayWait: true)
    #expect(display.isPanelBehind && held != ui.render().frame)
    #expect((rect.y..<rect.maxY).allSatisfy { held[rect.x + 2, $0] == first[rect.x + 2, $0] })
    #expect(display.draw(ui, panelMayWait: false) == ui.render().frame && !display.isPanelBehind)
  }

  @Test("What was drawn of another pipeline is not taken over")
  mutating func forgets() throws {
    _ = display.draw(ui)
    var other = try Ledger(drawn: "对接: 1 2 3 | 考察: 4 5")
    try other.commit(.edit(1, [FieldEdit(.name, to: .text("别的项目"))]))
    ui.startOver(with: other.pipeline)
    display.forget()
    #expect(display.draw(ui) == ui.render().frame)
  }
}
