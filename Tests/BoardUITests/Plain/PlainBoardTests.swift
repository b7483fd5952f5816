@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The board line by line: a prompt, numbered answers, no screen")
struct PlainBoardTests {
  private func board(_ language: Language = .zh, cards: Int = 0, isBegun: Bool = true) throws
    -> Sitting
  {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add(
      "光翼激光项目", on: "2026-11-20",
      [.owner: .text("王敏"), .amount: .amount(.known(Money(minor: 20_000_000_000)))])
    try ledger.add("润泽新材料基地", on: "2026-11-20", [.owner: .text("李娜")])
    try ledger.add("宏远无纺布项目", on: "2026-11-20", [.owner: .text("张伟")])
    for number in 0..<cards { try ledger.add("项目\(number)号", on: "2026-11-21") }
    var sitting = Sitting(ledger, size: Size(width: 80, height: 24), language: language)
    sitting.ui.becomePlain()
    if isBegun { _ = sitting.ui.speak() }
    return sitting
  }

  @Test("It begins with the stages, their counts, and how to go on")
  func beginning() throws {
    var sitting = try board(isBegun: false)
    let said = sitting.ui.speak()
    #expect(said[0] == "招商 2026-11-30 周一、在谈 3")
    #expect(said[1] == "1 对接 3 个项目、2亿")
    #expect(said[6] == "6 签约 0 个项目")
    #expect(said.last?.contains("? 列出命令") == true)
    #expect(sitting.ui.spokenPrompt == "> ")
    // Nothing is said twice, and all again on an empty line.
    #expect(sitting.ui.speak() == [])
    #expect(sitting.say("") == said.joined(separator: "\n"))
  }

  @Test("A stage, a card and what can be done with it, by numbers; back by two full stops")
  func numbers() throws {
    var sitting = try board()
    let stage = sitting.say("1")
    #expect(stage.contains("1 #1 光翼激光项目；无下步；2亿 王敏；10天"), "\(stage)")
    #expect(sitting.ui.spokenPrompt == "对接> ")
    let card = sitting.say("２")
    #expect(card.contains("润泽新材料基地") && card.contains("李娜") && card.contains("可以做什么："))
    #expect(card.contains("分派责任人"))
    #expect(sitting.ui.spokenPrompt == "#2> ")
    #expect(sitting.say("..").contains("3 #3 宏远无纺布项目"))
    #expect(sitting.say("..").hasPrefix("招商 2026-11-30"))
    #expect(sitting.say("9").contains("没有编号 9；编号是 1 到 6"))
    #expect(sitting.say("#3").contains("宏远无纺布项目"))
    #expect(sitting.say("#77").contains("77"))
  }

  @Test("A number means what was said, whatever colleagues store meanwhile")
  func colleagues() throws {
    var sitting = try board()
    _ = sitting.say("1")
    try sitting.colleague(.edit(1, [FieldEdit(.name, to: .text("改了名的项目"))]))
    try sitting.colleague(.withdraw(2, reason: "放弃", on: "2026-11-30"))
    let said = sitting.say("3")
    #expect(said.contains("宏远无纺布项目"), "\(said)")
  }

  @Test("Without an open card nothing is done to one: there is no cursor that anybody hears of")
  func noCursor() throws {
    var sitting = try board()
    _ = sitting.say("1")
    for line in ["next 送图 +3d", "lose 土地", "推进", "note 记一笔"] {
      let before = sitting.ui.pipeline.version
      let said = sitting.say(line)
      #expect(sitting.ui.pipeline.version == before, "\(line): \(said)")
      #expect(!said.isEmpty)
    }
  }

  @Test("What a colleague stored is told with the next answer")
  func news() throws {
    var sitting = try board()
    try sitting.colleague(.note(2, text: "同事写的", on: "2026-11-30"))
    let said = sitting.say("1")
    #expect(said.contains("李娜: ") && said.contains("同事写的"), "\(said)")
    #expect(said.contains("1 #1 光翼激光项目"))
  }

  @Test(
    "A form is gone through line by line; what is known is numbered, what is wrong is asked again")
  func form() throws {
    var sitting = try board()
    _ = sitting.say("#1")
    var said = sitting.say("hold")
    #expect(said.contains("挂起 #1") && said.contains("回车不改"), "\(said)")
    #expect(sitting.ui.spokenPrompt == "复核日期> " || sitting.ui.spokenPrompt == "原因> ")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    for entry in form.entries[form.focus...] {
      switch entry.key {
      case .review:
        said = sitting.say("那天")
        #expect(said.contains("复核"), "\(said)")
        #expect(sitting.ui.pipeline[1]?.status.kind == .ongoing)
        said = sitting.say("12-20")
      case .reason: said = sitting.say("等发改批复")
      default: said = sitting.say("")
      }
    }
    #expect(sitting.ui.pipeline[1]?.status.kind == .hold, "\(said)")
    #expect(said.contains("已存盘 记录") && said.contains("u 撤销"), "\(said)")
    #expect(sitting.say("u").contains("redo"))
    #expect(sitting.ui.pipeline[1]?.status.kind == .ongoing)
  }

  @Test("An owner is chosen by number, by pinyin, or typed; a dash empties the line")
  func owner() throws {
    var sitting = try board()
    _ = sitting.say("#1")
    let asked = sitting.say("分派")
    #expect(asked.contains("现在是 王敏"), "\(asked)")
    guard case .form(let form) = sitting.ui.overlay,
      let number = form.entries[0].choices.firstIndex(of: "李娜")
    else {
      Issue.record("no names")
      return
    }
    #expect(asked.contains("\(number + 1) 李娜"), "\(asked)")
    _ = sitting.say("\(number + 1)")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜")
    _ = sitting.say("分派")
    _ = sitting.say("-")
    #expect(sitting.ui.pipeline[1]?.owner == nil)
  }

  @Test("Of many lines one is chosen by its number, and a full stop saves")
  func edit() throws {
    var sitting = try board()
    _ = sitting.say("#2")
    let all = sitting.say("edit")
    #expect(all.contains("李娜") && all.contains(". 存盘"), "\(all)")
    guard case .form(let form) = sitting.ui.overlay,
      let amount = form.entries.firstIndex(where: { $0.key == .field(.amount) })
    else {
      Issue.record("no form")
      return
    }
    _ = sitting.say("\(amount + 1)")
    let said = sitting.say("3.5亿")
    #expect(said.contains("3.5亿"), "\(said)")
    _ = sitting.say(".")
    #expect(sitting.ui.pipeline[2]?.amount == .known(Money(minor: 35_000_000_000)))
  }

  @Test("A move that lacks something asks for it, and `..` gives it up")
  func move() throws {
    var sitting = try board()
    _ = sitting.say("#1")
    let asked = sitting.say("推进")
    #expect(asked.contains("考察"), "\(asked)")
    #expect(sitting.ui.pipeline[1]?.stage == .contact)
    #expect(sitting.say("..").contains(sitting.ui.words.moveCancelled))
    _ = sitting.say("推进")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    var said = ""
    for entry in form.entries[form.focus...] {
      said = sitting.say(entry.key == .activityKind ? "外出考察" : entry.key == .metOn ? "11-26" : "")
    }
    #expect(sitting.ui.pipeline[1]?.stage == .visit, "\(said)")
    #expect(said.contains("从 对接 移到 考察"), "\(said)")
  }

  @Test("A command as it stands is done; of several that fit it is asked which is meant")
  func commands() throws {
    var sitting = try board()
    _ = sitting.say("#1")
    let done = sitting.say("next 送图 +3d")
    #expect(sitting.ui.pipeline[1]?.next == NextStep(text: "送图", due: "2026-12-03"), "\(done)")
    _ = sitting.say("..")
    _ = sitting.say("..")
    let which = sitting.say("项目")
    #expect(which.contains("哪一个？") && which.contains("1 "), "\(which)")
    #expect(sitting.say("rzxcl").contains("润泽新材料基地"))
    #expect(sitting.say("没有这样的东西").contains("没有"))
  }

  @Test("What can be asked for is listed with what to type for it, without what needs a screen")
  func help() throws {
    var sitting = try board()
    let said = sitting.say("?")
    #expect(said.contains(":new") && said.contains(":view funnel"), "\(said)")
    #expect(!said.contains(":density") && !said.contains(":mouse") && !said.contains(":reorder"))
  }

  @Test("A view is told as its subcommand prints it, and one stays where one was")
  func views() throws {
    var sitting = try board()
    for (command, view) in [
      ("view funnel", PlainView.funnel), ("view agenda", .agenda), ("view list", .list),
      ("view timeline", .timeline), ("month", .month), ("view requests", .requests),
      ("view targets", .targets), ("history", .history(nil)), ("report", .report),
    ] {
      let before = sitting.effects.count
      _ = sitting.say(command)
      #expect(sitting.effects[before...].contains(.terminal(.tell(view))), "\(command)")
      #expect(sitting.ui.screen == .board && sitting.ui.overlay == .none, "\(command)")
    }
  }

  @Test("More than a page of cards is said in pages")
  func pages() throws {
    var sitting = try board(cards: 30)
    let first = sitting.say("1")
    #expect(first.contains("21 还有 13 个"), "\(first)")
    let rest = sitting.say("21")
    #expect(rest.split(separator: "\n").count == 14, "\(rest)")
  }

  @Test("It filters by what is typed, and says so")
  func filter() throws {
    var sitting = try board()
    #expect(sitting.say("filter 李娜").contains("筛选: 李娜"))
    #expect(sitting.ui.columns[0] == [2])
    #expect(sitting.say("筛选").contains("现在是 李娜"))
    #expect(sitting.say("").contains("在谈 3"))
    #expect(sitting.ui.columns[0].count == 3)
  }

  @Test("No line of it has a sign that only a screen explains", arguments: [Language.zh, .en])
  func readOut(_ language: Language) throws {
    var sitting = try board(language)
    var said = sitting.say("")
    for line in ["1", "1", "?", "..", "next", "", "", "#2", "edit", ".."] {
      said += "\n" + sitting.say(line)
    }
    for sign in ["│", "─", "▸", "█", "┌"] { #expect(!said.contains(sign), "\(sign) in \(said)") }
  }
}
