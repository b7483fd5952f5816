import BoardUI
import Canvas
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
}
