import BoardUI
import Canvas
import Exchange
import Pipeline
import TestSupport
import Testing
import Wording

/// A person at the board: keys and clicks go the way the loop sends them, a ledger is the store.
///
/// Every input is resolved against the frame that was last seen.
struct Sitting {
  var ui: UIState
  var ledger: Ledger
  /// What the board asked the loop for so far, in order.
  private(set) var effects: [Effect] = []
  private(set) var rendering: Rendering
  /// What the store says instead of recording, when it cannot.
  var storeFailure: String?
  private var time: Int64 = 0

  init(
    _ ledger: Ledger, size: Size = Size(width: 80, height: 24), language: Language = .zh,
    glyphs: Glyphs = .line
  ) {
    self.ledger = ledger
    ui = UIState(
      pipeline: ledger.pipeline, today: ledger.today, size: size, words: Words(language),
      actor: ledger.actor, themes: ["default-dark", "mono"], glyphs: glyphs)
    rendering = ui.render()
  }

  // MARK: Keys

  /// Presses keys: one character each, or a name such as `Enter`, `Esc`, `F5`, `Shift-Tab`.
  mutating func press(_ keys: String...) {
    for key in keys { input(.key(Sitting.key(key))) }
  }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { input(.key(.character(character))) }
  }

  /// Types into a line of the open form.
  mutating func write(_ text: String, in key: Form.Key) {
    guard case .form(let form) = ui.overlay,
      let index = form.entries.firstIndex(where: { $0.key == key })
    else { preconditionFailure("no line for \(key):\n\(screen)") }
    click(.formEntry(index))
    type(text)
  }

  /// Opens the command line, types a command and runs it.
  mutating func command(_ text: String) {
    press(":")
    type(text)
    press("Enter")
  }

  /// Types a line where the board is worked with line by line, and hears what is said.
  mutating func say(_ line: String) -> String {
    handle(.line(line))
    return ui.speak().joined(separator: "\n")
  }

  /// A key by the name the help gives it; a test with another name does not go on.
  static func key(_ name: String) -> Key {
    guard let key = Keymap.key(named: name) else { preconditionFailure("no such key: \(name)") }
    return key
  }

  // MARK: The mouse

  mutating func pointer(_ action: Pointer.Action, at point: Point) {
    input(.pointer(Pointer(action, at: point)))
  }

  mutating func click(_ point: Point) {
    time += 1000
    pointer(.down(.left), at: point)
    pointer(.up(.left), at: point)
  }

  mutating func doubleClick(_ point: Point) {
    click(point)
    time += 200
    pointer(.down(.left), at: point)
    pointer(.up(.left), at: point)
  }

  mutating func click(_ target: HitMap.Target) { click(place(of: target)) }
  mutating func doubleClick(_ target: HitMap.Target) { doubleClick(place(of: target)) }

  /// Presses on one place and moves to another, without letting go.
  mutating func pull(_ target: HitMap.Target, to point: Point) {
    time += 1000
    pointer(.down(.left), at: place(of: target))
    pointer(.drag(.left), at: point)
  }

  /// A cell of the topmost region that stands for something, in the frame that is seen.
  func place(of target: HitMap.Target) -> Point {
    for region in rendering.hits.regions.reversed() where region.target == target {
      for y in region.rect.y..<region.rect.maxY {
        // From the right: the first column of a card belongs to its marks.
        for x in (region.rect.x..<region.rect.maxX).reversed()
        where rendering.hits.target(at: Point(x: x, y: y)) == target {
          return Point(x: x, y: y)
        }
      }
    }
    preconditionFailure("nothing on the screen stands for \(target):\n\(screen)")
  }

  // MARK: What comes back

  /// What is seen, a line each; areas of colour by the signs that stand for them without.
  var lines: [String] {
    let frame = rendering.frame
    return (0..<frame.size.height).map { y in
      var text = ""
      for x in 0..<frame.size.width {
        let cell = frame[x, y]
        let scalars = frame.scalars(x: x, y: y)
        if scalars == [0x20], let sign = Sitting.sign(of: cell.role) {
          text.append(sign)
        } else {
          text.unicodeScalars.append(contentsOf: scalars.compactMap { Unicode.Scalar($0) })
        }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// What a golden screen shows for a blank cell of an area.
  private static func sign(of role: Role) -> Character? {
    switch role {
    case .area1, .area2, .area3, .area4, .area5, .area6: "#"
    case .still1, .still2, .still3, .still4, .still5, .still6: "+"
    case .dropped: "x"
    case .track: "."
    case .thumb: "%"
    default: nil
    }
  }
  var screen: String { lines.joined(separator: "\n") }

  mutating func input(_ input: Input) {
    if case .typed(let text) = input {
      var rest = text[...].unicodeScalars
      while let intent = ui.intent(ofTyped: &rest) { handle(intent) }
      return
    }
    guard let intent = ui.intent(for: input, hits: rendering.hits, at: time) else { return }
    handle(intent)
  }

  mutating func handle(_ intent: Intent) {
    let effects = ui.handle(intent)
    self.effects += effects
    for effect in effects { obey(effect) }
    let next = ui.render(after: rendering)
    // What is taken over from the frame before is what would be drawn.
    let anew = ui.render()
    #expect(next.frame == anew.frame)
    #expect(next.hits == anew.hits)
    rendering = next
  }

  /// What a colleague commits, arriving by itself.
  mutating func colleague(_ command: Command) throws {
    let events = try ledger.commit(command, by: Actor(uid: 1001, name: "李娜"))
    handle(.committed(events, mine: false))
  }

  private mutating func obey(_ effect: Effect) {
    guard case .store(let effect) = effect else { return }
    if let storeFailure, effect.needsTheStore {
      handle(.storeFailed(storeFailure))
      return
    }
    do throws(Refusal) {
      switch effect {
      case .submit(let command): handle(.committed(try ledger.commit(command), mine: true))
      case .undo: handle(.committed(try ledger.undo(), mine: true))
      case .redo: handle(.committed(try ledger.redo(), mine: true))
      case .undoCommit(let commit):
        handle(.committed(try ledger.undo(commit), mine: true))
      case .loadHistory(let id):
        let events = ledger.log.filter { id.map($0.event.projects.contains) ?? true }
        handle(.historyLoaded(events.reversed()))
      case .loadTheme(let name): handle(.themeChanged(name, glyphs: ui.glyphs))
      case .loadReport(let order):
        let report = ledger.pipeline.report(order.question, in: ui.words)
        handle(.reportLoaded(order, report.text(as: .txt, withSources: order.hasSources)))
      // No colleague, and no files.
      case .reload, .saveView, .forgetView, .writeReport, .keep, .importing, .runOwn, .letOut,
        .introduce:
        break
      }
    } catch {
      handle(.refused(error))
    }
  }
}

extension StoreEffect {
  fileprivate var needsTheStore: Bool {
    switch self {
    case .submit, .undo, .redo, .undoCommit, .loadHistory: true
    case .reload, .saveView, .forgetView, .loadReport, .writeReport, .keep, .loadTheme, .importing,
      .letOut, .introduce, .runOwn:
      false
    }
  }
}
