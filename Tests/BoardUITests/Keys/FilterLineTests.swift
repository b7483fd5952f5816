@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The filter line")
struct FilterLineTests {
  @Test("Initials find the card while they are typed, and the focus goes to where it is")
  func initials() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("gfxm")
    #expect(sitting.ui.columns.flatMap { $0 } == [6])
    #expect(sitting.ui.selected == 6)
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .none && sitting.ui.filterText == "gfxm")
  }

  @Test("Esc brings back the filter and the card of before", arguments: ["", "远东"])
  func restores(_ before: String) throws {
    var sitting = Sitting(try .zouping())
    if !before.isEmpty { sitting.command("filter \(before)") }
    let (columns, selected) = (sitting.ui.columns, sitting.ui.selected)
    sitting.press("/")
    sitting.type("guangfu")
    sitting.press("Esc")
    #expect(sitting.ui.filterText == before)
    #expect(sitting.ui.columns == columns)
    #expect(sitting.ui.selected == selected)
  }

  @Test("Words, keys and amounts of both languages narrow the board")
  func language() throws {
    var sitting = Sitting(try .zouping())
    for (text, ids) in [
      ("阶段：意向", [1, 2]), ("stage:intent", [1, 2]), ("停滞:是", [1, 2]), ("牵头:国信", [3]),
    ] as [(String, [ProjectID])] {
      sitting.command("filter \(text)")
      #expect(sitting.ui.columns.flatMap { $0 } == ids, "\(text)")
    }
  }

  @Test("Arrows go through what was found without leaving the line")
  func arrows() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("stage:4")
    sitting.press("Down")
    #expect(sitting.ui.selected == 2)
    #expect(sitting.ui.isTyping)
  }

  @Test("Tab completes a field and then its value, by pinyin too")
  func completion() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("jied")
    sitting.press("Tab")
    #expect(sitting.ui.filterText == "阶段:")
    sitting.type("yx")
    sitting.press("Tab")
    #expect(sitting.ui.filterText == "阶段:意向" && sitting.ui.offer == nil)
    #expect(sitting.ui.columns.flatMap { $0 } == [1, 2])
  }

  @Test(
    "Of several Tab goes to the next, Shift-Tab back, Esc to what was typed, and a click chooses")
  func offers() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("阶段:")
    sitting.press("Tab")
    #expect(sitting.ui.filterText == "阶段:对接")
    #expect(sitting.lines.last?.contains("考察") == true)
    sitting.press("Tab", "Tab", "Shift-Tab")
    #expect(sitting.ui.filterText == "阶段:考察")
    sitting.press("Esc")
    #expect(sitting.ui.filterText == "阶段:" && sitting.ui.isTyping)
    sitting.press("Tab")
    sitting.click(HitMap.Target.offer(3))
    #expect(sitting.ui.filterText == "阶段:意向" && sitting.ui.offer == nil && sitting.ui.isTyping)
    sitting.type("，签约")
    #expect(sitting.ui.filterText == "阶段:意向，签约")
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .none)
  }

  @Test("What fits nowhere is said, and the line stays")
  func nothing() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("阶段:没有")
    sitting.press("Tab")
    #expect(sitting.ui.filterText == "阶段:没有")
    #expect(sitting.lines.last?.contains(sitting.ui.words.nothingToOffer) == true)
    sitting.press("Backspace")
    #expect(sitting.lines.last?.contains("没有这样的阶段「没」") == true)
    sitting.press("Backspace", "Backspace", "Backspace", "Backspace")
    #expect(sitting.lines.last?.contains("Ctrl-R") == true)
  }

  @Test(
    "What a filter lacks, and a name that is nobody's, is said while it is typed and when it is kept",
    arguments: [
      ("牵头单位:李娜", "没有一个项目的牵头单位是「李娜」"), ("领导:李娜", "筛选里没有「领导」这个键"),
      ("责任人:", "筛选「责任人」缺少值"), ("-标签:急", "没有一个项目的标签是「急」"),
    ])
  func problems(_ text: String, _ said: String) throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 140, height: 30))
    sitting.press("/")
    sitting.type(text)
    #expect(sitting.lines.last?.contains(said) == true)
    sitting.press("Enter")
    #expect(sitting.ui.notice?.text.contains(said) == true)
    // What a project has is told as soon as one has it, and the rest of a filter holds.
    sitting.press("Esc", "/")
    sitting.type("牵头单位:招商发展公司")
    sitting.press("Enter")
    #expect(sitting.ui.filterProblems == [])
  }

  @Test("Ctrl-R brings filters of before, the newest first, those that hold what is typed")
  func history() throws {
    var sitting = Sitting(try .zouping())
    for text in ["阶段:意向", "光伏", "停滞:是", "光伏"] {
      sitting.press("/", "Ctrl-U")
      sitting.type(text)
      sitting.press("Enter")
    }
    #expect(sitting.ui.filterHistory.lines == ["光伏", "停滞:是", "阶段:意向"])
    sitting.press("/", "Ctrl-U", "Ctrl-R")
    #expect(sitting.ui.filterText == "光伏")
    sitting.press("Ctrl-R")
    #expect(sitting.ui.filterText == "停滞:是")
    sitting.press("Esc", "Ctrl-U")
    sitting.type("yix")
    sitting.press("Ctrl-R", "Enter")
    #expect(sitting.ui.filterText == "阶段:意向")
  }

  @Test("A history is bounded, keeps every line once and none that is blank or endless")
  func bounded() {
    var history = LineHistory((1...150).map { "筛选 \($0)" })
    #expect(history.lines.count == 100 && history.lines.first == "筛选 1")
    history.note("筛选 50")
    history.note("  ")
    history.note("两\n行")
    history.note(String(repeating: "长", count: 400))
    #expect(history.lines.count == 100 && history.lines.first == "筛选 50")
  }

  @Test(
    "A match that runs on in the next line of a card is marked in both, and the list marks units")
  func marks() throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 140, height: 40))
    func marked() -> String {
      let frame = sitting.rendering.frame
      var text = ""
      for y in 1..<(frame.size.height - 2) {
        for x in 0..<frame.size.width where frame[x, y].role == .hit && frame[x, y].width > 0 {
          text.unicodeScalars.append(Unicode.Scalar(frame[x, y].base) ?? "?")
        }
      }
      return text
    }
    sitting.command("filter 与内江经开区东西方联动合作")
    #expect(marked().hasPrefix("与内江经开区东西方联动合作"))
    sitting.command("filter 牵头:国信")
    sitting.press("S")
    #expect(marked().contains("国信"))
  }

  @Test("Commands that were run come back with Ctrl-R")
  func commands() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("asof 2023-07-25")
    sitting.command("today")
    #expect(sitting.ui.commandHistory.lines == ["today", "asof 2023-07-25"])
    sitting.press(":", "Ctrl-R", "Ctrl-R", "Enter")
    #expect(sitting.ui.asOf == "2023-07-25")
  }
}
