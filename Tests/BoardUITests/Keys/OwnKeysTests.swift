@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

/// Every action bound to another key, and every place that names or obeys one.
@Suite("A person's own keys in every place")
struct OwnKeysTests {
  /// Alt and Ctrl keys that no line of text edits with, one for each action.
  private static let own: [Action: Key] = {
    let alt = (33...126).map { Key(.character(Character(UnicodeScalar($0))), .alt) }
    let control = "gtvx".map { Key(.character($0), .control) }
    let named = [Key.Code.up, .down, .left, .right, .insert, .delete].flatMap {
      [Key($0, .alt), Key($0, .control), Key($0, [.alt, .control])]
    }
    let free = (alt + control + named).filter { key in
      var line = LineEditor()
      return !line.handle(key) && key != Key(.character("p"), .control)
        && key != Key(.character("r"), .control)
    }
    return Dictionary(uniqueKeysWithValues: zip(Action.allCases, free))
  }()

  private static let keymap: Keymap = {
    let bindings = own.map { KeyBinding(action: $0.key.settingName, keys: [Keymap.name($0.value)]) }
    let (keymap, problems) = Keymap.rebound(bindings)
    precondition(problems.isEmpty, "\(problems)")
    return keymap
  }()

  @Test("Each action of the table has a key of its own here")
  func bindings() throws {
    #expect(Self.own.count == Action.allCases.count)
    for row in ActionTable.rows {
      #expect(Self.keymap.keys(of: row.action) == [try #require(Self.own[row.action])])
    }
  }

  /// The words of the table's keys that stand for nothing else in a text.
  private static let usual = [
    "Esc", "Enter", "Space", "Shift-", "PgUp", "PgDn", "Home", "End", "F1", "F2", "F3", "F4", "F5",
    "F6", "F7", "F8", "F9",
  ]

  @Test("No scene names a key of the table", arguments: Scene.all)
  func shown(_ scene: Scene) throws {
    for language in [Language.zh, .en] {
      var sitting = Sitting(
        try scene.ledger(), size: Size(width: 140, height: 40), language: language)
      try scene.play(&sitting)
      sitting.ui.keymap = Self.keymap
      // Said before with the keys of then.
      sitting.ui.notice = nil
      // Its buttons say how many cards.
      let isQuestion = if case .confirm = sitting.ui.overlay { true } else { false }
      let frame = sitting.ui.render().frame
      for y in 0..<frame.size.height {
        // Keys given here, and a word that begins as one.
        let line = ["F11", "F12", "Entering"].reduce(frame.line(y)) { $0.replacing($1, with: "") }
        for name in Self.usual {
          #expect(!line.contains(name), "\(scene.name): \(name) in: \(line)")
        }
        for key in Self.keys(in: frame, y) where !(isQuestion && key.allSatisfy(\.isNumber)) {
          let isOfTable = Self.names.contains(key)
          #expect(!isOfTable, "\(scene.name): \(key) in: \(line)")
        }
      }
    }
  }

  /// The names of the table's keys, without prompts, the signs of buttons, and what a line of text
  /// keeps for completion.
  private static let names = Set(ActionTable.rows.flatMap(\.keys).map(Keymap.name))
    .subtracting([":", "?", "[", "]", "(", "Tab", "Ctrl-R"])

  /// The words among what is drawn in the colour of keys.
  private static func keys(in frame: Frame, _ y: Int) -> [String] {
    var text = ""
    for x in 0..<frame.size.width {
      let cell = frame[x, y]
      let isKey = cell.role == .key && cell.base < 0x80
      text.unicodeScalars.append(isKey ? UnicodeScalar(cell.base) ?? " " : " ")
    }
    return text.split(separator: " ").map(String.init)
  }

  /// The actions that a window has keys for, by the keys its code knows.
  private static func actions(of overlay: Overlay) -> [Action] {
    let text: [Action] = [.back, .open, .nextCard, .previousCard]
    switch overlay {
    case .none, .detail: return []
    case .filter, .palette, .form: return text
    case .filing, .own(.asking): return [.back, .open]
    case .own(.output), .month: return text + [.halfPageDown, .halfPageUp, .quit]
    case .menu, .confirm, .importing:
      return text + [.firstCard, .lastCard, .halfPageDown, .halfPageUp, .quit]
    case .columns: return text + [.firstCard, .lastCard, .quit, .mark, .reorderUp, .reorderDown]
    }
  }

  @Test("Every window does by a person's own key what it does by the table's", arguments: Scene.all)
  func obeyed(_ scene: Scene) throws {
    var sitting = Sitting(try scene.ledger())
    try scene.play(&sitting)
    for action in Self.actions(of: sitting.ui.overlay) {
      let usual = try #require(
        action == .quit ? .character("q") : Keymap.standard.keys(of: action).last)
      var byTable = sitting
      byTable.input(.key(usual))
      var byOwn = sitting
      byOwn.ui.keymap = Self.keymap
      byOwn.input(.key(try #require(Self.own[action])))
      byOwn.ui.keymap = .standard
      // What is said may name a key.
      let (own, table) = (byOwn.ui.notice, byTable.ui.notice)
      #expect((own == nil) == (table == nil), "\(action) in \(scene.name)")
      byOwn.ui.notice = nil
      byTable.ui.notice = nil
      #expect(byOwn.effects == byTable.effects, "\(action) in \(scene.name)")
      let isSame = byOwn.ui == byTable.ui
      #expect(isSame, "\(action) in \(scene.name)")
    }
  }

  @Test("The card menu names a person's own keys and obeys them; the table's do nothing there")
  func menu() throws {
    var sitting = Sitting(try .zouping())
    sitting.ui.keymap = Self.keymap
    sitting.handle(.perform(.menu))
    guard case .menu(let menu) = sitting.ui.overlay else {
      Issue.record("no menu")
      return
    }
    for row in sitting.ui.menuRows(menu) {
      switch row.choice {
      case .action(let action):
        #expect(row.key == Self.own[action].map(Keymap.name), "\(row.title)")
      case .own: Issue.record("nobody has configured one")
      case .move(let stage):
        let keys = [Action.carry, Action.stages[stage.index]].compactMap { Self.own[$0] }
        #expect(row.key == keys.map(Keymap.name).joined(separator: " "))
        var carried = sitting
        for key in keys { carried.input(.key(key)) }
        var chosen = sitting
        chosen.handle(.command(.move(stage)))
        if row.unavailable == nil {
          #expect(carried.ui.pipeline == chosen.ui.pipeline, "\(row.title)")
          #expect(carried.ui.overlay == chosen.ui.overlay, "\(row.title)")
        }
      }
    }
    sitting.press("e")
    #expect(sitting.ui.overlay == .menu(menu))
    sitting.input(.key(try #require(Self.own[.edit])))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .edit(5))
  }

  @Test("An action without keys is told of by its command, and has none in the menu")
  func withoutKeys() throws {
    var sitting = Sitting(try .zouping())
    sitting.ui.keymap =
      Keymap.rebound([
        KeyBinding(action: "carry", keys: []), KeyBinding(action: "back-to-today", keys: []),
      ]).keymap
    sitting.handle(.perform(.menu))
    guard case .menu(let menu) = sitting.ui.overlay else {
      Issue.record("no menu")
      return
    }
    for row in sitting.ui.menuRows(menu) {
      if case .move = row.choice { #expect(row.key == "") }
    }
    sitting.handle(.perform(.back))
    sitting.press(",", "n")
    #expect(sitting.ui.notice?.text.contains("按 :today 回到今天") == true)
  }

  @Test("A question is answered by y and n, whatever else these letters were given")
  func answers() throws {
    var sitting = Sitting(try .closedOnes())
    sitting.ui.keymap =
      Keymap.rebound([
        KeyBinding(action: "next-card", keys: ["y"]), KeyBinding(action: "copy", keys: []),
      ]).keymap
    sitting.press("V", "x")
    sitting.type("重复登记")
    sitting.press("Enter", "n", "Enter", "y")
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.pipeline[1]?.status.kind == .archived)
  }
}
