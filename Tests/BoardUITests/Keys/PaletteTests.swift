@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The palette and the help")
struct PaletteTests {
  private func rows(_ text: String, _ language: Language = .zh) throws -> [PaletteRow] {
    var sitting = Sitting(try .zouping(), language: language)
    sitting.press(":")
    sitting.type(text)
    guard case .palette(let palette) = sitting.ui.overlay else { return [] }
    return sitting.ui.paletteRows(palette)
  }

  @Test(
    "An action is found in Chinese, in pinyin, by initials and in English, in either language",
    arguments: ["新建项目", "xinjian", "xjxm", "new", "New pro", "新建", "F2", "n"], Language.allCases)
  func finding(_ text: String, _ language: Language) throws {
    let found = try rows(text, language).map(\.choice)
    #expect(found.contains(.action(.newProject)))
  }

  @Test(
    "The command typed in full is the first line, whatever else fits",
    arguments: [
      ("q", Action.quit), ("up", .previousCard), ("end", .lastCard), ("next", .nextStep),
      ("move", .carry), ("note", .note), ("退出", .quit), ("顶", .firstCard),
      ("move next", .pushForward),
      ("asof prev", .eventEarlier), ("前一天", .dayEarlier), ("by", .switchDimension),
      ("log", .logActivity),
    ])
  func exact(_ text: String, _ action: Action) throws {
    #expect(try rows(text).first?.choice == .action(action))
  }

  @Test(
    "Commands with words of their own are run as typed",
    arguments: [
      ("open 3", CommandLine.open(3)), ("#3", .open(3)), ("3", .open(3)), ("打开 ３", .open(3)),
      ("move 意向", .move(.intent)), ("移动 签约", .move(.signing)), ("stage 回访", .stage(.returnVisit)),
      ("asof 2023-07-25", .asOf("2023-07-25")), ("asof -1", .asOf("2023-09-03")),
      ("截至 7月25日", .asOf("2023-07-25")),
      ("theme mono", .theme("mono")), ("lang en", .language(.en)), ("语言 英文", .language(.en)),
      ("view 漏斗", .view(.funnel)), ("视图 列表", .view(.list)), ("mouse off", .mouse(false)),
      ("filter gyjg", .filter("gyjg")),
    ])
  func commands(_ text: String, _ command: CommandLine) throws {
    #expect(try rows(text).map(\.choice) == [.command(command)])
    #expect(try rows("：" + text).map(\.choice) == [.command(command)])
  }

  @Test("`:move 意向` drops the selected card there, as carrying it would")
  func move() throws {
    var first = Sitting(try .zouping())
    var second = Sitting(try .zouping())
    first.command("move 意向")
    second.press("m", "4")
    second.ui.commandHistory.note("move 意向")
    #expect(first.ui == second.ui)
  }

  @Test("`:open 3`, `:asof`, `:theme`, `:lang` and `:view` do what they say")
  func running() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("view 漏斗")
    #expect(sitting.ui.screen == .funnel)
    sitting.command("asof 2023-07-25")
    #expect(sitting.ui.asOf == "2023-07-25")
    sitting.command("theme mono")
    #expect(sitting.ui.theme == "mono" && sitting.effects == [.store(.loadTheme("mono"))])
    sitting.command("theme 没有")
    #expect(sitting.ui.notice?.tone == .bad && sitting.ui.theme == "mono")
    sitting.command("lang en")
    #expect(sitting.ui.words.language == .en)
    sitting.command("open 3")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 3)))
    sitting.command("open 99")
    #expect(sitting.ui.notice?.tone == .bad)
  }

  @Test("The palette over an open card acts on that card, and Esc goes back to it")
  func overCard() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("open 3")
    sitting.press(":", "Esc")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 3)))
    sitting.command("lose")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .lose(3))
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 3)))
  }

  @Test("What cannot be done now stands last with its reason, and running it says the reason")
  func unavailable() throws {
    let rows = try rows("恢复")
    #expect(rows.last?.choice == .action(.resume) || rows.first?.choice == .action(.resume))
    let resume = try #require(rows.first { $0.choice == .action(.resume) })
    #expect(resume.unavailable == Words(.zh).notOnHold)
    var sitting = Sitting(try .zouping())
    sitting.command("resume")
    #expect(sitting.effects == [])
    #expect(sitting.ui.notice == Notice(Words(.zh).notOnHold, tone: .bad))
    let all = try self.rows("")
    let firstUnavailable = try #require(all.firstIndex { $0.unavailable != nil })
    #expect(all[firstUnavailable...].allSatisfy { $0.unavailable != nil })
  }

  @Test("A word that fits nothing runs nothing and says so")
  func nothing() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("没有这个命令")
    #expect(sitting.effects == [])
    #expect(sitting.ui.notice?.text == Words(.zh).noSuchCommand("没有这个命令"))
  }

  @Test("The help lists every action of the table and filters like the palette")
  func help() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("?")
    guard case .palette(let palette) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.isHelp)
    let actions = sitting.ui.paletteRows(palette).compactMap { row -> Action? in
      if case .action(let action) = row.choice { action } else { nil }
    }
    #expect(Set(actions) == Set(Action.allCases))
    #expect(actions.count == Action.allCases.count)
  }

  @Test("Down and Up walk the lines and stop at the ends")
  func walking() throws {
    var sitting = Sitting(try .zouping())
    sitting.press(":", "Up", "Down", "Down")
    guard case .palette(let palette) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.row == 2)
    for _ in 0..<20 { sitting.press("PgDn") }
    guard case .palette(let end) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(end.row == sitting.ui.paletteRows(end).count - 1)
  }
}
