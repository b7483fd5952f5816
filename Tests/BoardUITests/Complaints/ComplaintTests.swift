@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

/// What people complain of in other programs of this kind, and what keeps us from doing the same.
///
/// One test a complaint, numbered as in `docs/complaints.md`, which names further tests of each.
@Suite("Complaints")
struct ComplaintTests {
  private static let terminal = Size(width: 80, height: 24)

  // MARK: What is drawn

  @Test("Complaint 1: Chinese takes two columns everywhere: borders, carets and clicks agree")
  func widths() throws {
    var sitting = Sitting(.crowd)
    for region in sitting.rendering.hits.regions {
      guard case .card(let id) = region.target else { continue }
      let name = sitting.ui.pipeline[id]?.name ?? ""
      let drawn = (region.rect.x..<region.rect.maxX).compactMap { x -> String? in
        let cell = sitting.rendering.frame[x, region.rect.y]
        return cell.width == 0 ? nil : Unicode.Scalar(cell.base).map { String($0) }
      }.joined()
      let start = name.prefix(3)
      #expect(drawn.contains(start), "\(name): \(drawn)")
      #expect(TextWidth.columns(of: drawn) == region.rect.width, "\(drawn)")
    }
    sitting.press("/")
    sitting.type("内江ab光翼")
    let caret = try #require(sitting.rendering.frame.cursor)
    let row = sitting.lines[caret.y]
    #expect(row.hasPrefix(" / 内江ab光翼"))
    #expect(caret.x == TextWidth.columns(of: " / 内江ab光翼"))
    sitting.press("Left", "Left")
    #expect(sitting.rendering.frame.cursor?.x == caret.x - 4)
  }

  @Test(
    "Complaint 2: nothing the program says by itself is of ambiguous width",
    arguments: Language.allCases)
  func ambiguousWidth(_ language: Language) throws {
    for scene in Scene.all {
      var sitting = Sitting(
        try scene.ledger(), size: Size(width: 140, height: 40), language: language, glyphs: .ascii)
      try scene.play(&sitting)
      let found = sitting.screen.unicodeScalars.filter(AmbiguousWidth.isAmbiguous)
      #expect(found.isEmpty, "\(scene.name): \(Set(found))")
    }
    let lines = "─│┌┐└┘├┤┬┴┼═"
    for mirror in Mirror(reflecting: Glyphs.line).children {
      guard let glyph = mirror.value as? Character, !lines.contains(glyph) else { continue }
      #expect(!glyph.unicodeScalars.contains(where: AmbiguousWidth.isAmbiguous), "\(glyph)")
    }
  }

  @Test("Complaint 3: a window over Chinese text cuts no character in half and stays straight")
  func windows() throws {
    for width in 60...90 {
      var sitting = Sitting(.crowd, size: Size(width: width, height: 24))
      sitting.press("?")
      let frame = sitting.rendering.frame
      let edges = (0..<24).compactMap { y -> Int? in
        (0..<width).first { "┌│└".unicodeScalars.map(\.value).contains(frame[$0, y].base) && y > 1 }
      }
      #expect(!edges.isEmpty)
      for y in 0..<24 {
        for x in 0..<width where frame[x, y].width == 2 {
          #expect(x + 1 < width && frame[x + 1, y].width == 0, "\(width): \(x),\(y)")
        }
        for x in 0..<width where frame[x, y].width == 0 {
          #expect(x > 0 && frame[x - 1, y].width == 2, "\(width): \(x),\(y)")
        }
      }
      sitting.press("Esc")
      #expect(sitting.lines == Sitting(.crowd, size: Size(width: width, height: 24)).lines)
    }
  }

  @Test("Complaint 4: Chinese wraps between characters, by the rules of punctuation")
  func wrapping() {
    let texts = [
      "（联创）先进封测二期，投资3.2亿元；首期用地四十五亩。", "招商引资项目，对方要求厂房层高十二米，已转园区核实。",
      "云岭药业冻干制剂车间", "新材料生产基地（一期）、（二期）",
    ]
    for text in texts {
      for width in 4...40 {
        let lines = Wrapping.lines(of: text, width: width)
        #expect(lines.joined() == text, "\(width): \(lines)")
        for line in lines {
          #expect(TextWidth.columns(of: line) <= width)
          // A run of marks wider than the line has to be cut somewhere.
          if width >= 8 { #expect(!"，。；、）".contains(line.first ?? " "), "\(width): \(lines)") }
          if width >= 8 { #expect(line.last != "（", "\(width): \(lines)") }
        }
        if width >= 8, lines.count > 1, let last = lines.last {
          #expect(last.filter { !"，。；、）".contains($0) }.count > 1, "\(width): \(lines)")
        }
        let cut = Wrapping.lines(of: text, width: width, limit: 1)
        #expect(cut.count == 1 && (lines.count == 1 || cut[0].hasSuffix("..")))
      }
    }
  }

  @Test(
    "Complaint 5: in every text field the hardware cursor stands on the caret, elsewhere it is hidden"
  )
  func caret() throws {
    for keys in [["/"], [":"], ["?"], ["n"], ["i"], ["a", "Tab"], ["e", "End"]] {
      var sitting = Sitting(try .zouping(), size: Self.terminal)
      #expect(sitting.rendering.frame.cursor == nil)
      for key in keys { sitting.press(key) }
      let start = try #require(sitting.rendering.frame.cursor, "\(keys)")
      sitting.type("招商")
      let after = try #require(sitting.rendering.frame.cursor, "\(keys)")
      #expect(after == Point(x: start.x + 4, y: start.y), "\(keys)")
      #expect(sitting.lines[after.y].contains("招商"), "\(keys)")
      // News and a new day are drawn without taking the cursor away.
      try sitting.colleague(.note(1, text: "电话", on: "2023-09-04"))
      #expect(sitting.rendering.frame.cursor == after, "\(keys)")
      sitting.press("Esc", "Esc")
      #expect(sitting.rendering.frame.cursor == nil, "\(keys)")
    }
  }

  // MARK: Keys

  @Test(
    "Complaint 6: with an input method on, keys mean the same, and what means nothing is explained")
  func inputMethod() throws {
    for (typed, meant) in [
      ("１", "1"), ("６", "6"), ("？", "?"), ("：", ":"), ("／", "/"), ("《", "<"), ("》", ">"),
      ("。", "."),
      ("ｊ", "j"), ("Ｌ", "L"),
    ] {
      var first = Sitting(try .zouping())
      var second = first
      first.type(typed)
      second.press(meant)
      #expect(first.ui == second.ui, "\(typed)")
    }
    var sitting = Sitting(try .zouping())
    sitting.type("你好吗")
    #expect(sitting.ui.notice?.text == sitting.ui.inputMethodHint)
    let frequent: [Action] = [
      .help, .newProject, .search, .edit, .carry, .showTimeline, .showFunnel, .archive, .palette,
      .quit,
    ]
    for action in frequent {
      let keys = ActionTable.row(action)?.keys ?? []
      #expect(
        keys.contains { if case .function = $0.code { true } else { false } }, "\(action)")
    }
  }

  @Test("Complaint 7: Chinese is found by pinyin and initials, by any reading of a character")
  func pinyin() throws {
    var ledger = Ledger()
    for name in ["重庆长安汽车", "光翼激光雷达项目", "银行结算中心"] { try ledger.add(name) }
    for (typed, found) in [
      ("cqca", 1), ("zhongqing", 1), ("gyjg", 2), ("guangyi", 2), ("激光", 2), ("yhjs", 3),
      ("yinxing", 3),
    ] as [(String, Int)] {
      var sitting = Sitting(ledger)
      sitting.press("/")
      sitting.type(typed)
      #expect(sitting.ui.columns[0].map { Int($0.number) } == [found], "\(typed)")
    }
  }

  @Test(
    "Complaint 8: no key closes a project, not twice and not with Enter; what asks begins empty")
  func nothingDestroyed() throws {
    let letters = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    let zouping = Sitting(try .zouping())
    for screen in Screen.allCases {
      var start = zouping
      start.handle(.command(.view(screen)))
      for key in letters {
        for keys in [[key, key], [key, "Enter"], [key, "Enter", "Enter"]] {
          var sitting = start
          for key in keys { sitting.press(key) }
          let why = Comment(rawValue: "\(keys) on \(screen)")
          #expect(sitting.ledger.pipeline.projects.allSatisfy { $0.status.isOpen }, why)
          // Undo takes the example's import back, being the last step there is; redo brings it again.
          if sitting.ledger.pipeline.projects.count < 6 {
            sitting.press("Esc", "U")
            #expect(sitting.ledger.pipeline.projects.count == 6, why)
          }
        }
      }
    }
  }

  @Test(
    "Complaint 9: text pasted in the wrong window runs nothing, and is offered as a new project")
  func paste() throws {
    for screen in Screen.allCases {
      var sitting = Sitting(try .zouping())
      _ = sitting.ui.handle(.command(.view(screen)))
      sitting.input(.paste("xLLLq\nuU\u{1B}D:q\n光翼激光"))
      #expect(sitting.effects == [], "\(screen)")
      #expect(sitting.ledger.pipeline == (try Ledger.zouping()).pipeline)
      guard case .form(let form) = sitting.ui.overlay else {
        Issue.record("no form on \(screen)")
        continue
      }
      #expect(form.purpose == .add && form.text(.field(.name)).hasPrefix("xLLLq"))
    }
  }

  // MARK: Data

  @Test("Complaint 10: what cannot be saved is said in red, and nothing typed is lost")
  func unsaved() throws {
    var sitting = Sitting(try .zouping())
    sitting.storeFailure = "磁盘已满，什么也没有写入"
    let before = sitting.ui.pipeline
    sitting.press("i")
    sitting.type("对方要求层高十二米")
    sitting.press("Enter")
    #expect(sitting.ui.notice == Notice("磁盘已满，什么也没有写入", tone: .bad))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.note) == "对方要求层高十二米" && sitting.ui.pipeline == before)
    sitting.storeFailure = nil
    sitting.press("Enter")
    #expect(sitting.ui.notice?.tone == .good && sitting.ui.overlay == .none)
  }

  @Test(
    "Complaint 11: undo works after a restart, and refuses with the reason when the card changed")
  func undo() throws {
    var first = Sitting(try .zouping())
    let before = Board(of: first.ledger.pipeline)
    first.press("L")
    if case .form = first.ui.overlay {
      first.write("领导商定", in: .reason)
      first.press("Enter")
    }
    #expect(Board(of: first.ledger.pipeline) != before)
    let moved = try #require(first.ui.selected)
    // Another run on the same store.
    var second = Sitting(first.ledger)
    var third = second
    second.press("u")
    #expect(Board(of: second.ledger.pipeline) == before)
    #expect(second.ui.notice?.tone == .good)
    let stage = try #require(third.ui.pipeline[moved]?.stage)
    try third.colleague(
      .move(moved, MoveOrder(to: stage.next ?? stage, on: "2023-09-04", reason: "又进一步")))
    let now = third.ledger.pipeline
    // The line of the history that moved it, which a later move stands upon.
    third.press("Ctrl-O", "j", "u")
    #expect(third.ledger.pipeline == now && third.ui.notice?.tone == .bad)
  }

  // MARK: The terminal

  @Test(
    "Complaint 12: a click moves no card, a drag is given up by Esc, and % lends the mouse back")
  func mouse() throws {
    var sitting = Sitting(try .zouping())
    let card = try #require(sitting.ui.selected)
    let start = sitting.place(of: .card(card))
    sitting.pull(.card(card), to: Point(x: start.x, y: start.y + 1))
    sitting.pointer(.up(.left), at: Point(x: start.x, y: start.y + 1))
    #expect(sitting.effects == [] && sitting.ui.drag == .idle)
    let target = sitting.ui.layout.columns[5]
    sitting.pull(.card(card), to: Point(x: target.x + 1, y: target.y + 5))
    #expect(sitting.ui.drag.isActive)
    sitting.press("Esc")
    #expect(sitting.ui.drag == .idle)
    sitting.pointer(.up(.left), at: Point(x: target.x + 1, y: target.y + 5))
    #expect(sitting.effects == [])
    sitting.press("%")
    #expect(sitting.effects == [.terminal(.setMouse(false))])
  }

  @Test("Complaint 13: at any size from 20×6 something useful is drawn, also while it is resized")
  func sizes() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("m")
    for width in stride(from: 20, through: 400, by: 13) {
      for height in stride(from: 6, through: 120, by: 19) {
        sitting.input(.resized(Size(width: width, height: height)))
        let kind = sitting.ui.layout.kind
        let expected: Layout.Kind =
          width < 40 || height < 10
          ? .plain : width < 78 ? .single : width < 120 ? .columns : .wide
        #expect(kind == expected, "\(width)×\(height)")
        #expect(sitting.rendering.frame.size == sitting.ui.size)
        let card = sitting.ui.selected.flatMap { sitting.ui.pipeline[$0]?.name.prefix(2) } ?? ""
        #expect(sitting.screen.contains(card), "\(width)×\(height)\n\(sitting.screen)")
      }
    }
  }

  @Test("Complaint 14: a key costs what is seen, not how many projects there are")
  func speed() throws {
    let small = Sitting(.crowd)
    let large = Sitting(Self.fiveThousand)
    #expect(large.ui.pipeline.projects.count == 5000)
    for keys in [["j"], ["l"], ["Enter"], ["m"]] {
      let (few, many) = (time(keys, on: small), time(keys, on: large))
      // Sixteen times as many projects: work by the project would show as such.
      #expect(many < few * 5, "\(keys): \(few) and \(many)")
    }
    var sitting = large
    let before = sitting.rendering.frame
    sitting.press("j")
    let after = sitting.rendering.frame
    let changed = zip(before.cells, after.cells).filter { $0 != $1 }.count
    // The card left, the card reached, and the preview below.
    #expect(changed <= 2 * sitting.ui.layout.cardHeight * 13 + 4 * 80, "\(changed) cells")
  }

  @Test("Complaint 15: every state has a sign of its own, so that it shows without any colour")
  func colours() throws {
    var ledger = Ledger(today: "2023-11-22")
    let names = ["停滞的项目", "逾期的项目", "挂起的项目", "平常的项目", "选中的项目"]
    for name in names { try ledger.add(name, in: .contact) }
    try ledger.commit(
      .edit(2, [FieldEdit(.next, to: .next(NextStep(text: "回访", due: "2023-11-01")))]))
    try ledger.commit(.hold(3, review: "2024-06-30", reason: "待土地指标", on: "2023-11-20"))
    ledger.today = "2023-12-31"
    var sitting = Sitting(ledger, glyphs: .ascii)
    sitting.press("s", "G")
    /// The two lines of a card.
    func card(_ name: String) -> String {
      let lines = sitting.lines
      guard let index = lines.firstIndex(where: { $0.contains(name + "的项") }) else { return "" }
      return lines[index].prefix(3) + " " + lines[index + 1].prefix(3)
    }
    #expect(card("选中").contains(">"))
    #expect(card("逾期").contains("@") && card("挂起").contains("="))
    #expect(card("停滞").contains("!"))
    sitting.press("m")
    #expect(card("选中").contains("~"), "\(sitting.screen)")
    for stage in Stage.allCases { #expect(sitting.screen.contains("\(stage.number)")) }
  }

  // MARK: Figures

  /// The least time of several tries, so that what else the machine does is left out.
  private func time(_ keys: [String], on sitting: Sitting) -> Duration {
    (0..<12).map { _ in
      var sitting = sitting
      return ContinuousClock().measure {
        for key in keys { sitting.press(key) }
      }
    }.min() ?? .zero
  }

  private static let fiveThousand: Ledger = {
    var intake = Intake()
    for number in 0..<5000 {
      intake.projects.append(
        Intake.Arrival(
          fields: [
            .name: .text("光翼激光雷达项目\(number)"), .investors: .list(["光翼传感"]),
            .owner: .text("王敏"),
          ], stages: [Intake.Step(stage: Stage.allCases[number % 6], on: "2023-08-01")]))
    }
    var ledger = Ledger(today: "2023-09-04")
    do { try ledger.commit(.take(intake)) } catch { preconditionFailure("refused: \(error)") }
    return ledger
  }()
}
