import BoardUI
import Canvas
import SafeText
import TestSupport
import Testing

@Suite("A line being typed")
struct LineEditorTests {
  @Test("The caret passes one character as a person sees it, however many scalars it has")
  func graphemes() {
    var editor = LineEditor("甲👩‍👩‍👧‍👦é乙")
    #expect(editor.caret == 4)
    editor.moveLeft()
    editor.deleteBackward()
    #expect(editor.text == "甲👩‍👩‍👧‍👦乙")
    editor.deleteBackward()
    #expect(editor.text == "甲乙")
    #expect(editor.beforeCaret == "甲")
  }

  @Test("A mark typed after its base becomes one character with it")
  func marks() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.characters.count == 1 && editor.caret == 1)
  }

  @Test("What is inserted goes before the caret, at either end and within")
  func inserting() {
    var editor = LineEditor("鲁集团")
    editor.moveToStart()
    editor.moveRight()
    editor.insert("中")
    #expect(editor.text == "鲁中集团" && editor.caret == 2)
  }

  @Test(
    "The keys of a shell's line edit it",
    arguments: [
      (["Ctrl-A", "Del"], "光 翼 激光", "光 翼 激光".dropFirst()), (["Ctrl-W"], "光 翼 激光", "光 翼 "),
      (["Ctrl-U"], "光 翼", ""), (["Home", "Ctrl-K"], "光 翼", ""),
      (["Ctrl-W", "Ctrl-Z"], "光 翼", "光 翼"), (["Ctrl-W", "Ctrl-Z", "Ctrl-Y"], "光 翼", "光 "),
      (["Alt-b", "Ctrl-D"], "光 翼", "光 "), (["Ctrl-Left", "Backspace"], "光 翼", "光翼"),
    ] as [([String], String, Substring)])
  func keys(_ keys: [String], _ before: String, _ after: Substring) throws {
    var editor = LineEditor(before)
    for name in keys {
      let key = try #require(Keymap.key(named: name))
      let isHandled = editor.handle(key)
      #expect(isHandled, "\(name)")
    }
    #expect(editor.text == after)
  }

  @Test("Keys that are not of editing are left to the form")
  func others() {
    var editor = LineEditor("光翼")
    for key in [
      Key(.enter), Key(.tab), Key(.up), Key(.function(1)), Key(.character("n"), .control),
    ] {
      let isHandled = editor.handle(key)
      #expect(!isHandled)
    }
    #expect(editor == LineEditor("光翼"))
  }

  @Test(
    "What is typed in one go is what the keys would have been one by one, undo included",
    arguments: [
      ("光翼", 2, "激光e\u{301}🇨🇳"), ("光翼", 1, "\u{301}中"), ("", 0, "a\u{200D}👩"),
    ])
  func typedAtOnce(before: String, caret: Int, text: String) {
    var (once, single) = (LineEditor(before), LineEditor(before))
    once.moveCaret(to: caret)
    single.moveCaret(to: caret)
    once.type(text)
    for scalar in text.unicodeScalars { single.insert(String(scalar)) }
    #expect(once == single)
    for _ in text.unicodeScalars {
      once.undo()
      single.undo()
      #expect(once.text == single.text && once.caret == single.caret)
    }
    #expect(once.text == before && once.caret == caret)
    for _ in text.unicodeScalars { once.redo() }
    single = LineEditor(before)
    single.moveCaret(to: caret)
    single.type(text)
    #expect(once.text == single.text && once.caret == single.caret)
  }

  @Test("Beyond the limit nothing is put in, the limit is told, and what stands there stays")
  func limits() {
    var editor = LineEditor("光翼")
    editor.rule = .name
    editor.insert(String(repeating: "激", count: 199))
    #expect(editor.text == "光翼" && editor.passedLimit == 200)
    editor.type(String(repeating: "激", count: 250))
    #expect(editor.characters.count == 200 && editor.passedLimit == 200)
    editor.deleteBackward()
    #expect(editor.passedLimit == nil)
    editor.set(String(repeating: "激", count: 201))
    #expect(editor.characters.count == 199 && editor.passedLimit == 200)
    editor.rule = .line
    editor.insert(String(repeating: "记", count: 2000))
    #expect(editor.characters.count == 199 && editor.passedLimit == 4096)
  }

  @Test("What cleaning drops does not count")
  func cleaned() {
    var editor = LineEditor("光翼")
    editor.rule = .name
    editor.insert(String(repeating: "\u{200B}", count: 300))
    #expect(editor.passedLimit == nil && editor.text.unicodeScalars.count == 302)
  }

  @Test("A mark stays behind what is typed in the middle, and the caret after it")
  func typedWithin() {
    var editor = LineEditor("鲁集团")
    editor.rule = .name
    editor.moveCaret(to: 1)
    editor.type(String(repeating: "中", count: 300))
    #expect(editor.text == "鲁" + String(repeating: "中", count: 197) + "集团" && editor.caret == 198)
  }
}
