@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Commands that take the words of their form")
struct CommandWordsTests {
  private func board(_ language: Language = .zh) throws -> Sitting {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("光翼激光项目", on: "2026-11-20", [.owner: .text("王敏")])
    try ledger.add("润泽新材料基地", on: "2026-11-20", [.owner: .text("李娜")])
    try ledger.add("宏远无纺布项目", on: "2026-11-20", [.owner: .text("张伟"), .tags: .list(["重点"])])
    return Sitting(ledger, size: Size(width: 100, height: 30), language: language)
  }

  @Test("A field of the selected project is set, and that is one step to undo")
  func owner() throws {
    var sitting = try board()
    sitting.command("owner 张伟")
    #expect(sitting.ui.pipeline[1]?.owner == "张伟")
    #expect(sitting.ui.overlay == .none)
    sitting.press("u")
    #expect(sitting.ui.pipeline[1]?.owner == "王敏")
  }

  @Test("Of marked cards each is set, after one question")
  func marked() throws {
    var sitting = try board()
    sitting.press("V")
    sitting.command("分派 赵敏")
    guard case .confirm = sitting.ui.overlay else {
      Issue.record("no question: \(sitting.screen)")
      return
    }
    sitting.press("y")
    #expect((1...3).allSatisfy { sitting.ui.pipeline[ProjectID($0)]?.owner == "赵敏" })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let typed: String
    let next: NextStep?
    var testDescription: String { typed }
  }

  @Test(
    "A next step with its date, before or behind it; a date alone keeps the step",
    arguments: [
      Case(typed: "next 送图 +3d", next: NextStep(text: "送图", due: "2026-12-03")),
      Case(typed: "下步 送图 明天", next: NextStep(text: "送图", due: "2026-12-01")),
      Case(typed: "next 12-20 送红线图 和说明", next: NextStep(text: "送红线图 和说明", due: "2026-12-20")),
      Case(typed: "next 送图", next: NextStep(text: "送图", due: nil)),
      Case(typed: "next +1w", next: NextStep(text: "催补可研", due: "2026-12-07")),
    ])
  func nextStep(_ test: Case) throws {
    var sitting = try board()
    sitting.command("next 催补可研 12-01")
    #expect(sitting.ui.pipeline[1]?.next == NextStep(text: "催补可研", due: "2026-12-01"))
    sitting.command(test.typed)
    #expect(sitting.ui.pipeline[1]?.next == test.next)
  }

  @Test("Reasons, reviews, activities, milestones and tags are read by the lines of their forms")
  func others() throws {
    var sitting = try board()
    sitting.command("log dh 沟通用地指标")
    #expect(
      sitting.ui.pipeline.activities.contains {
        $0.facts.kind == .call && $0.facts.outcomeText == "沟通用地指标" && $0.facts.projects == [1]
      }, "\(sitting.screen)")
    sitting.command("hold 12-20 等发改批复")
    #expect(sitting.ui.pipeline[1]?.status.kind == .hold)
    sitting.command("note 对方要求 层高十二米")
    #expect(sitting.ui.pipeline[1]?.notes.last?.text == "对方要求 层高十二米")
    sitting.command("milestone 开工 11-28")
    #expect(
      sitting.ui.pipeline.milestones.contains { $0.facts.kind == .constructionStarted },
      "\(sitting.screen)")
    sitting.press("j")
    sitting.command("lose td 落到邻市")
    #expect(sitting.ui.pipeline[2]?.status.kind == .lost, "\(sitting.screen)")
    sitting.press("j")
    sitting.command("open 3")
    sitting.command("tag 龙头 -重点")
    #expect(sitting.ui.pipeline[3]?.tags == ["龙头"])
  }

  @Test("A project is begun with its name and its firm")
  func newProject() throws {
    var sitting = try board()
    sitting.command("new 启明风电叶片项目 启明风电有限公司")
    #expect(sitting.ui.pipeline[4]?.name == "启明风电叶片项目")
    #expect(sitting.ui.pipeline[4]?.investors == ["启明风电有限公司"])
  }

  @Test("What cannot be saved stays open in the form, with what was typed and the reason")
  func fault() throws {
    var sitting = try board()
    sitting.command("new 启明风电叶片项目")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form: \(sitting.screen)")
      return
    }
    #expect(form.text(.field(.name)) == "启明风电叶片项目")
    #expect(form[.field(.investors)]?.fault == .empty)
    #expect(sitting.ui.pipeline.projects.count == 3)
  }

  @Test("What was left unfinished in the form is not saved with the command")
  func drafts() throws {
    var sitting = try board()
    sitting.press("X")
    sitting.type("td")
    sitting.press("Enter", "Tab")
    sitting.type("潍坊")
    sitting.press("Esc", "Esc")
    #expect(sitting.ui.overlay == .none)
    sitting.command("lose 土地")
    guard case .lost(_, let place, _)? = sitting.ui.pipeline[1]?.status else {
      Issue.record("\(sitting.screen)")
      return
    }
    #expect(place == nil)
  }

  private func openForm(_ sitting: Sitting) -> Form? {
    if case .form(let form) = sitting.ui.overlay { form } else { nil }
  }

  @Test(
    "What would be a guess is asked for: the form opens with what was said",
    arguments: [
      ("done 办了", Form.Key.activityKind, Form.Key.outcomeText, "办了"),
      ("hold 等批复", .review, .reason, "等批复"), ("hold 13-45 等批复", .review, .reason, "13-45 等批复"),
    ])
  func guesses(_ typed: String, _ asked: Form.Key, _ line: Form.Key, _ text: String) throws {
    var sitting = try board()
    sitting.command("next 约见 12-05")
    let before = sitting.ui.pipeline.version
    sitting.command(typed)
    #expect(sitting.ui.pipeline.version == before)
    let form = try #require(openForm(sitting))
    #expect(form.entries[form.focus].key == asked)
    #expect(form.text(line) == text)
  }

  @Test("The line names what is recorded though nobody typed it: kind, day, stage")
  func named() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("log 电话 11-20 谈了用地")
    let title = try #require(rows(sitting).first?.title)
    #expect(title.contains("2026-11-20") && title.contains("谈了用地"), "\(title)")
    sitting.press("Enter")
    #expect(
      sitting.ui.pipeline.activities.contains {
        $0.facts.on == "2026-11-20" && $0.facts.outcomeText == "谈了用地"
      })
    sitting.press("6")
    sitting.press(":")
    sitting.type("new 远航项目 BYD")
    #expect(rows(sitting).first?.title.contains("阶段 对接") == true)
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[4]?.stage == .contact)
    // A new firm is what was typed, whoever has these initials.
    #expect(sitting.ui.pipeline[4]?.investors == ["BYD"])
  }

  @Test("A command, a blank and Enter open the form, and save nothing")
  func blank() throws {
    for typed in ["lose ", "owner ", "log "] {
      var sitting = try board()
      sitting.command(typed)
      #expect(
        sitting.ui.pipeline[1]?.status.kind == .ongoing && sitting.ui.pipeline[1]?.owner == "王敏")
      #expect(openForm(sitting) != nil, "\(typed)")
    }
  }

  @Test("Blanks of full width, as an input method writes them, part words too")
  func wideBlanks() throws {
    var sitting = try board()
    sitting.command("owner　李娜")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜")
  }

  @Test("Several tags in one word, to add and to take off")
  func tags() throws {
    var sitting = try board()
    sitting.command("open 3")
    sitting.command("tag 龙头、外资")
    #expect(sitting.ui.pipeline[3]?.tags == ["重点", "龙头", "外资"])
    sitting.command("tag -重点、外资")
    #expect(sitting.ui.pipeline[3]?.tags == ["龙头"])
  }

  @Test(
    "What stands behind a known command and cannot be read is said, not that there is no command")
  func wrongWord() throws {
    var sitting = try board()
    sitting.command("sort 胡说")
    #expect(sitting.ui.notice?.text == "「:sort」后面的「胡说」认不出来")
  }

  @Test("A command is never done to the card that took the place of one a colleague took away")
  func aim() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("lose 土地")
    try sitting.colleague(.withdraw(1, reason: "放弃", on: "2026-11-30"))
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[2]?.status.kind == .ongoing, "\(sitting.screen)")
    #expect(sitting.ui.notice?.text.contains("#1") == true)
    // Enter again means the one that its line names now.
    #expect(rows(sitting).first?.title.hasPrefix("#2") == true)
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[2]?.status.kind == .lost)
    var menu = try board()
    menu.press("c")
    try menu.colleague(.withdraw(1, reason: "放弃", on: "2026-11-30"))
    #expect(menu.ui.overlay == .none)
  }

  @Test("In the history and in the agenda what was chosen stays chosen when colleagues record")
  func chosen() throws {
    var sitting = try board()
    for number in 1...3 { sitting.command("note 第 \(number) 条") }
    sitting.command("history")
    sitting.press("j")
    let commit = try #require(sitting.ui.history.selected?.commit)
    try sitting.colleague(.note(2, text: "同事写的", on: "2026-11-30"))
    #expect(sitting.ui.history.selected?.commit == commit)
    sitting.press("A", "j")
    let card = try #require(sitting.ui.agenda.selected)
    try sitting.colleague(
      .edit(1, [FieldEdit(.next, to: .next(NextStep(text: "约见", due: "2026-11-29")))]))
    #expect(sitting.ui.agenda.selected == card)
  }

  @Test("On a past day it says why nothing is set")
  func past() throws {
    var sitting = try board()
    sitting.command("asof 2026-11-25")
    sitting.command("owner 张伟")
    #expect(sitting.ui.notice?.tone == .bad)
    #expect(sitting.effects == [])
  }

  @Test(
    "Quotation marks hold a word together, and are kept where they belong to a name",
    arguments: [
      ("owner \"张 伟\"", "张 伟"), ("owner 张 伟", "张 伟"), ("owner “张 伟”", "张 伟"),
      ("owner 局长“老张”", "局长“老张”"), ("owner \"“老张”\"", "“老张”"), ("owner 张　伟", "张 伟"),
    ])
  func quoted(_ typed: String, _ owner: String) throws {
    var sitting = try board()
    sitting.command(typed)
    #expect(sitting.ui.pipeline[1]?.owner == owner)
  }

  @Test("Whatever a name looks like, the offered line means that name")
  func quotedValues() throws {
    for name in ["“老张”", "\"老张\"", "张 伟", "张　伟", "“张 伟”", "老“张”", "\"", "甲 “乙”"] {
      let rest = TypedArguments(TypedArguments.rest(name)).words
      #expect(rest.count > 1 || rest.first?.text == name, "\(name)")
      #expect(
        TypedArguments("前 \(TypedArguments.word(name)) 后").words.map(\.text) == ["前", name, "后"])
    }
  }

  // MARK: Completion

  private func rows(_ sitting: Sitting) -> [PaletteRow] {
    guard case .palette(let palette) = sitting.ui.overlay else { return [] }
    return sitting.ui.paletteRows(palette)
  }

  @Test("Pinyin takes the first name, by Enter at once and by Tab into the line")
  func completion() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("owner ln")
    #expect(rows(sitting).first?.command == ":owner 李娜")
    #expect(rows(sitting).first?.title == "#1 -> 责任人 李娜")
    sitting.press("Tab")
    guard case .palette(let palette) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.editor.text == "owner 李娜")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜")
  }

  @Test("What is typed in Chinese stands before what else would fit")
  func chinese() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("owner 李")
    #expect(rows(sitting).map(\.command) == [":owner 李", ":owner 李娜"])
  }

  @Test("Behind a step the days that the reader knows are offered, each with its date")
  func dates() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("next 送图 ")
    let offered = rows(sitting)
    #expect(offered.first?.command == ":next 送图 ")
    #expect(offered.contains { $0.command == ":next 送图 下周一" && $0.title.contains("2026-12-07 周一") })
    sitting.type("mt")
    #expect(rows(sitting).first?.command == ":next 送图 明天")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.next == NextStep(text: "送图", due: "2026-12-01"))
  }

  @Test("The word of a command is completed too, and a blank goes behind it when more may follow")
  func verb() throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type("分派")
    sitting.press("Tab")
    guard case .palette(let palette) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.editor.text == "owner ")
    #expect(rows(sitting).contains { $0.command == ":owner 张伟" })
  }

  @Test(
    "Stages, views, themes and days are completed behind their commands",
    arguments: [
      ("move yx", ":move 意向"), ("stage hf", ":stage 回访"), ("theme mo", ":theme mono"),
      ("asof zt", ":asof 昨天"), ("view ld", ":view 漏斗"),
    ])
  func values(_ typed: String, _ command: String) throws {
    var sitting = try board()
    sitting.press(":")
    sitting.type(typed)
    #expect(rows(sitting).first?.command == command)
  }

  // MARK: What is found

  @Test("Cards are found by name, pinyin and initials, and opened")
  func cards() throws {
    var sitting = try board()
    sitting.command("光翼激光")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 1)))
    sitting.press("Esc", ":")
    sitting.type("rzxcl")
    #expect(rows(sitting).first?.choice == .command(.open(2)))
    #expect(rows(sitting).contains { $0.choice == .command(.filter("rzxcl")) })
  }

  @Test("Past days and filters that were used are found")
  func days() throws {
    var sitting = try board()
    sitting.press("/")
    sitting.type("责任人:李娜")
    sitting.press("Enter", "Esc", ":")
    sitting.type("昨天")
    #expect(rows(sitting).contains { $0.choice == .command(.asOf("2026-11-29")) })
    sitting.press("Esc", ":")
    sitting.type("李娜")
    #expect(rows(sitting).contains { $0.choice == .command(.filter("责任人:李娜")) })
  }

  // MARK: Whose

  @Test("`f` shows mine, and `f` again asks whose; everybody's come first, a name by its initials")
  func whose() throws {
    var sitting = try board()
    sitting.press("f")
    #expect(sitting.ui.filterText == Words(.zh).mineFilter)
    sitting.press("f", "Enter")
    #expect(sitting.ui.filterText.isEmpty)
    sitting.press("f", "f")
    sitting.type("zw")
    sitting.press("Enter")
    #expect(sitting.ui.columns[0] == [3])
    sitting.command("mine 李娜")
    #expect(sitting.ui.columns[0] == [2])
    sitting.command("mine \"张伟\"")
    #expect(sitting.ui.columns[0] == [3])
    sitting.command("我的 全部")
    #expect(sitting.ui.columns[0].count == 3)
  }
}
