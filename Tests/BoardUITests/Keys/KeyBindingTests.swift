@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Keys of a person's own")
struct KeyBindingTests {
  private func bound(_ bindings: (String, [String])...) -> (Keymap, [KeyBindingProblem]) {
    Keymap.rebound(bindings.map { KeyBinding(action: $0.0, keys: $0.1) })
  }

  @Test(
    "Every action of the table takes another key: it runs it, is shown for it, and the old is free")
  func everyRow() throws {
    let free = Key(.character("t"), .alt)
    for row in ActionTable.rows {
      let (keymap, problems) = bound((row.action.settingName, ["Alt-t"]))
      #expect(problems == [], "\(row.action)")
      #expect(Action(settingName: row.action.settingName) == row.action)
      for screen in row.screens ?? Screen.allCases {
        #expect(keymap.action(for: free, on: screen) == row.action)
        for key in row.keys { #expect(keymap.action(for: key, on: screen) == nil, "\(row.action)") }
      }
      for other in ActionTable.rows where other.action != row.action {
        #expect(keymap.keys(of: other.action) == other.keys)
      }
      var sitting = Sitting(try .zouping())
      sitting.ui.keymap = keymap
      sitting.handle(.perform(.help))
      guard case .palette(let help) = sitting.ui.overlay else {
        Issue.record("no palette")
        return
      }
      let line = sitting.ui.paletteRows(help).first { $0.choice == .action(row.action) }
      #expect(line?.keys == "Alt-t", "\(row.action)")
    }
  }

  @Test("Every line of keys names the keys its actions have, whatever they are")
  func foot() throws {
    for screen in Screen.allCases {
      for action in Painter.footActions(screen) {
        var sitting = Sitting(try .zouping(), size: Size(width: 200, height: 30))
        sitting.handle(.command(.view(screen)))
        let usual = sitting.lines.last ?? ""
        #expect(usual.contains(sitting.ui.keymap.footKey(action)), "\(action) on \(screen)")
        sitting.ui.keymap = bound((action.settingName, ["Alt-t"])).0
        sitting.handle(.resized(Size(width: 201, height: 30)))
        #expect(sitting.lines.last?.contains("Alt-t") == true, "\(action) on \(screen)")
      }
    }
  }

  @Test(
    "The line of keys has an F-key and the first letter, and both of a pair",
    arguments: [
      (Action.help, "F1?"), (.open, "Enter"), (.pushForward, "<>"), (.undo, "u"),
      (.search, "F3/"), (.dayEarlier, ",."), (.zoomIn, "+-"), (.previousStage, "hl"),
      (.halfPageUp, "Ctrl-U"), (.hold, "="), (.clearMarks, ""),
    ])
  func footKeys(_ action: Action, _ shown: String) {
    #expect(Keymap.standard.footKey(action) == shown)
  }

  @Test("Two actions may change keys; several keys and none at all may be given")
  func together() {
    let (keymap, problems) = bound(
      ("sort", ["Alt-s", "f11"]), ("undo", ["z"]), ("density", ["u"]), ("note", []))
    #expect(problems == [])
    #expect(keymap.action(for: .character("z"), on: .board) == .undo)
    #expect(keymap.action(for: .character("u"), on: .board) == .density)
    #expect(keymap.keys(of: .sort) == [Key(.character("s"), .alt), Key(.function(11))])
    #expect(keymap.action(for: .character("i"), on: .board) == nil)
    #expect(keymap.shown(.note) == "" && keymap.footKey(.note) == "")
  }

  @Test("What cannot be is told with its reason, and the action keeps its keys")
  func mistakes() {
    let (keymap, problems) = bound(
      ("fly", ["f"]), ("undo", ["招"]), ("redo", ["Ctrl-S"]), ("edit", ["n"]),
      ("quit", []), ("sort", ["Alt-q"]), ("copy", ["Alt-q"]), ("open", ["Shift-a"]))
    func problem(_ action: String, _ key: String, _ reason: KeyBindingProblem.Reason)
      -> KeyBindingProblem
    { KeyBindingProblem(action: action, key: key, reason: reason) }
    #expect(
      problems == [
        problem("fly", "", .unknownAction), problem("undo", "招", .unknownKey),
        problem("redo", "Ctrl-S", .reserved), problem("quit", "", .needed),
        problem("open", "Shift-a", .unknownKey), problem("edit", "n", .taken(by: .newProject)),
        problem("copy", "Alt-q", .taken(by: .sort)),
      ])
    for action in [Action.undo, .redo, .edit, .quit, .copy, .open] {
      #expect(keymap.keys(of: action) == ActionTable.row(action)?.keys, "\(action)")
    }
  }

  @Test(
    "No key that a terminal, tmux or screen takes can be bound", arguments: Array("sqzchijmabSQ"))
  func reserved(_ letter: Character) {
    let (_, problems) = bound(("undo", ["Ctrl-\(letter)"]))
    #expect(problems.map(\.reason) == [.reserved])
  }

  @Test("Actions of different screens may have one key")
  func screens() {
    let (keymap, problems) = bound(("sort", ["t"]), ("zoom-in", ["t"]))
    #expect(problems == [])
    #expect(keymap.action(for: .character("t"), on: .list) == .sort)
    #expect(keymap.action(for: .character("t"), on: .timeline) == .zoomIn)
  }

  @Test(
    "Names of keys are read however they are written",
    arguments: [
      ("ctrl-r", "Ctrl-R"), ("CTRL-R", "Ctrl-R"), ("f5", "F5"), ("esc", "Esc"), ("pgup", "PgUp"),
      ("shift-left", "Shift-Left"), ("Alt-x", "Alt-x"), ("A", "A"), ("space", "Space"), ("-", "-"),
    ])
  func names(_ written: String, _ known: String) {
    #expect(Keymap.key(written: written).map(Keymap.name) == known)
  }

  @Test("The key that quits goes back first, and so does the one put in its place")
  func quitting() throws {
    var sitting = Sitting(try .zouping())
    sitting.ui.keymap = bound(("quit", ["*"])).0
    sitting.press("S", "q")
    #expect(sitting.ui.screen == .list)
    sitting.press("*")
    #expect(sitting.ui.screen == .board && sitting.effects == [])
    sitting.press("*")
    #expect(sitting.effects == [.terminal(.quit)])
  }

  @Test("Hints that name a key name the person's own")
  func hints() throws {
    var sitting = Sitting(try .zouping())
    sitting.ui.keymap = bound(("undo", ["Alt-z"]), ("back-to-today", ["Alt-0"])).0
    sitting.press("i")
    sitting.type("电话里说月底来")
    sitting.press("Enter")
    #expect(sitting.screen.contains("Alt-z 撤销"))
    sitting.press(",", "n")
    #expect(sitting.ui.notice?.text.contains("按 Alt-0 回到今天") == true)
  }
}
