@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Vocabulary
import Wording

@Suite("Forms")
struct FormTests {
  private func sitting() throws -> Sitting {
    var ledger = Ledger()
    try ledger.add("光翼激光", in: .contact, [.owner: .text("王敏")])
    let held = try ledger.add("云岭药业")
    try ledger.commit(.hold(held, review: "2024-01-01", reason: "待土地指标", on: "2023-07-01"))
    let lost = try ledger.add("星河模具")
    try ledger.commit(.lose(lost, .land, place: nil, note: nil, on: "2023-07-19"))
    return Sitting(ledger)
  }

  private func form(_ sitting: Sitting) -> Form? {
    if case .form(let form) = sitting.ui.overlay { form } else { nil }
  }

  /// A way to open a form, what to type into its lines, and the command that must come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let open: String
    var lines: [Form.Key: String] = [:]
    let command: Command
    var testDescription: String { open }
  }

  static let cases: [Case] = [
    Case(
      open: "new",
      lines: [.field(.name): "北辰氢能", .field(.investors): "北辰、中车", .field(.amount): "６.5亿"],
      command: .add(
        NewProject(
          fields: [
            .name: .text("北辰氢能"), .investors: .list(["北辰", "中车"]),
            .amount: .amount(.known(.of("6.5", .yi))), .kind: .kind(.investment),
            .owner: .text("王敏"),
          ], stage: .contact, on: "2023-11-22"))),
    Case(
      open: "new",
      lines: [
        .field(.name): "樱花模具", .field(.investors): "Sakura Mold Co., Ltd.；甲公司",
        .field(.amount): "约2亿", .on: "12月28日",
      ],
      command: .add(
        NewProject(
          fields: [
            .name: .text("樱花模具"), .investors: .list(["Sakura Mold Co., Ltd.", "甲公司"]),
            .amount: .amount(.known(.of("2", .yi))), .kind: .kind(.investment),
            .owner: .text("王敏"),
          ], stage: .contact, on: "2022-12-28", notes: ["总投资：约2亿"]))),
    Case(
      open: "edit", lines: [.field(.owner): "李娜"],
      command: .edit(
        1, [FieldEdit(.owner, to: .text("李娜"), expected: .value(.text("王敏")))])),
    Case(
      open: "next", lines: [.field(.next): "带用地红线图", .due: "+3d"],
      command: .edit(
        1,
        [
          FieldEdit(
            .next, to: .next(NextStep(text: "带用地红线图", due: "2023-11-25")), expected: .value(nil))
        ])),
    Case(
      open: "note", lines: [.note: "电话沟通"], command: .note(1, text: "电话沟通", on: "2023-11-22")),
    Case(
      open: "hold", lines: [.review: "2024-02-01", .reason: "待土地指标"],
      command: .hold(1, review: "2024-02-01", reason: "待土地指标", on: "2023-11-22")),
    Case(
      open: "lose", lines: [.lossReason: "落户他地", .lossPlace: "苏州"],
      command: .lose(1, .elsewhere, place: "苏州", note: nil, on: "2023-11-22")),
    Case(
      open: "withdraw", lines: [.reason: "产业不符", .on: "2023-11"],
      command: .withdraw(1, reason: "产业不符", on: "2023-11-22")),
    Case(
      open: "archive", lines: [.reason: "录错"],
      command: .archive(1, reason: "录错", on: "2023-11-22")),
    Case(
      open: "milestone", lines: [.milestoneKind: "正式签约", .on: "2023-08-30"],
      command: .reach(
        Milestone.Facts(projects: [1], kind: .contractSigned, on: "2023-08-30"))),
    Case(
      open: "log",
      lines: [.activityKind: "外出考察", .on: "2023-07-19", .place: "青岛", .times: "２", .leader: "宗新"],
      command: .log(
        {
          var facts = Activity.Facts(projects: [1], kind: .outbound, on: "2023-07-19")
          facts.place = "青岛"
          facts.times = 2
          facts.leader = Leader(name: "宗新", title: nil)
          facts.counterparts = ["光翼激光公司"]
          return facts
        }())),
  ]

  private func fill(_ sitting: inout Sitting, _ lines: [Form.Key: String]) throws {
    for (key, text) in lines {
      let index = try #require(form(sitting)?.entries.firstIndex { $0.key == key })
      if let shown = form(sitting)?.shown, index >= shown { sitting.press("PgDn") }
      sitting.click(.formEntry(index))
      sitting.press("Ctrl-U")
      sitting.type(text)
    }
  }

  @Test("Every form fills in its command and closes once that is stored", arguments: cases)
  func submits(_ example: Case) throws {
    var sitting = try self.sitting()
    sitting.command(example.open)
    var lines = example.lines
    if lines[.on] == "2023-11" { lines[.on] = "2023-11-22" }
    try fill(&sitting, lines)
    sitting.press("Enter")
    #expect(sitting.effects == [.store(.submit(example.command))])
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.notice?.tone == .good)
  }

  @Test("A held card resumes at once, a lost one is reopened by a form")
  func status() throws {
    var sitting = try self.sitting()
    sitting.press("j")
    sitting.command("resume")
    #expect(sitting.ui.pipeline[2]?.status == .ongoing)
    sitting.command("open 3")
    sitting.press("R", "Enter")
    #expect(sitting.ui.pipeline[3]?.status == .ongoing)
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 3)))
  }

  @Test(
    "A line that cannot be used says why beside it, gets the focus, and nothing is submitted",
    arguments: [
      ("new", Form.Key.field(.name), "", Form.Fault.empty),
      ("new", .on, "昨天的昨天", .typed(TypedFault("昨天的昨天", .notADate))),
      ("new", .field(.amount), "很多", .typed(TypedFault("很多", .notAnAmount))),
      ("new", .stage, "谈判", .notAChoice),
      ("log", .times, "０", .notANumber), ("log", .activityKind, "喝茶", .notAChoice),
      ("hold", .review, "2023-02-30", .typed(TypedFault("2023-02-30", .noSuchDay))),
      ("lose", .lossReason, "", .empty),
      ("log", .end, "2023-01-01", .beforeStart),
    ])
  func faults(_ open: String, _ key: Form.Key, _ text: String, _ fault: Form.Fault) throws {
    var sitting = try self.sitting()
    sitting.command(open)
    if open == "new", key != .field(.name) {
      try fill(&sitting, [.field(.name): "甲", .field(.investors): "乙"])
    }
    if open == "hold" { try fill(&sitting, [.reason: "待土地指标"]) }
    try fill(&sitting, [key: text])
    sitting.press("Enter")
    let form = try #require(self.form(sitting))
    #expect(form[key]?.fault == fault)
    #expect(form.entries[form.focus].key == key)
    #expect(sitting.effects == [])
    #expect(sitting.screen.contains(sitting.ui.words.formFault(fault)))
  }

  @Test(
    "What cannot be read is refused by the sentence of every door, and says how to write it",
    arguments: [
      ("new", Form.Key.field(.amount), "3-5亿元", TypedFault.Problem.notOneAmount),
      ("new", .field(.amount), "1200", .unitMissing), ("new", .field(.amount), "（4500）", .negative),
      ("new", .on, "2月30日", .noSuchDay), ("new", .on, "45126", .serial("2023-07-19")),
      ("hold", .review, "45126", .serial("2023-07-19")),
    ])
  func sentences(_ open: String, _ key: Form.Key, _ text: String, _ problem: TypedFault.Problem)
    throws
  {
    var sitting = try self.sitting()
    sitting.command(open)
    if open == "new" { try fill(&sitting, [.field(.name): "甲", .field(.investors): "乙"]) }
    if open == "hold" { try fill(&sitting, [.reason: "待土地指标"]) }
    try fill(&sitting, [key: text])
    sitting.press("Enter")
    let fault = TypedFault(text, problem)
    #expect(form(sitting)?[key]?.fault == .typed(fault))
    #expect(form(sitting)?.failure == sitting.ui.words.typed(fault))
    #expect(sitting.effects == [])
  }

  @Test(
    "A day without its year is shown back as it is taken: past for what was, to come for what is due"
  )
  func shownBack() throws {
    var sitting = try self.sitting()
    sitting.command("log")
    try fill(&sitting, [.on: "12月28日"])
    #expect(sitting.screen.contains("-> 2022-12-28 周三"))
    sitting.press("Esc")
    sitting.command("hold")
    try fill(&sitting, [.review: "12月28日"])
    #expect(sitting.screen.contains("-> 2023-12-28 周四"))
  }

  @Test("A date without its next step and a title without its leader are not dropped in silence")
  func halves() throws {
    for (open, typed, missing) in [
      ("next", Form.Key.due, Form.Key.field(.next)), ("log", .leaderTitle, .leader),
    ] {
      var sitting = try self.sitting()
      sitting.command(open)
      try fill(&sitting, [typed: "2023-12-01"])
      sitting.press("Enter")
      #expect(form(sitting)?[missing]?.fault == .empty, "\(open)")
      #expect(sitting.effects == [])
    }
  }

  @Test("Tab goes through the lines and both buttons and round again, Shift-Tab back")
  func tabbing() throws {
    var sitting = try self.sitting()
    sitting.press("i")
    var seen: [String] = []
    for _ in 0..<5 {
      guard let form = form(sitting) else { break }
      seen.append(form.button.map { "\($0)" } ?? "\(form.focus)")
      sitting.press("Tab")
    }
    #expect(seen == ["0", "1", "save", "cancel", "0"])
    sitting.press("Shift-Tab", "Shift-Tab")
    #expect(form(sitting)?.button == .cancel)
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .none && sitting.effects == [])
  }

  @Test("Arrows choose among a closed list; Ctrl-N offers what is in use already")
  func choices() throws {
    var sitting = try self.sitting()
    sitting.press("M", "Right", "Right", "Left")
    #expect(
      form(sitting)?.text(.milestoneKind) == sitting.ui.words.milestone(MilestoneKind.allCases[0]))
    sitting.press("Esc", "e")
    let owner = try #require(form(sitting)?.entries.firstIndex { $0.key == .field(.owner) })
    sitting.click(.formEntry(owner))
    sitting.press("Ctrl-U", "Ctrl-N")
    #expect(form(sitting)?.text(.field(.owner)) == "王敏")
  }

  @Test(
    "What was typed is kept whichever way the form is left without saving",
    arguments: ["Esc", "Ctrl-C", "cancel button", "click outside"])
  func drafts(_ way: String) throws {
    var sitting = try self.sitting()
    sitting.press("n")
    sitting.type("北辰氢能")
    switch way {
    case "cancel button": sitting.click(.formButton(.cancel))
    case "click outside": sitting.click(.outside)
    default: sitting.press(way)
    }
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.notice?.text == sitting.ui.words.draftKept)
    sitting.press("n")
    #expect(form(sitting)?.text(.field(.name)) == "北辰氢能")
    #expect(sitting.effects == [])
  }

  @Test("A refusal is shown in the form, which stays open with everything in it")
  func refusal() throws {
    var sitting = try self.sitting()
    sitting.press("i")
    try fill(&sitting, [.note: "电话沟通", .on: "2023-12-24"])
    sitting.press("Enter")
    let form = try #require(self.form(sitting))
    #expect(form.refusal == .inFuture("2023-12-24", today: "2023-11-22"))
    #expect(form.text(.note) == "电话沟通")
    #expect(sitting.effects == [])
    #expect(sitting.screen.contains("只能记已发生的事"))
  }

  @Test("A store that fails keeps the form, says so, and saving again goes through")
  func storeFailure() throws {
    var sitting = try self.sitting()
    sitting.storeFailure = "磁盘已满，什么也没有写入"
    sitting.press("i")
    sitting.type("电话沟通")
    sitting.press("Enter")
    #expect(form(sitting)?.failure == "磁盘已满，什么也没有写入")
    #expect(sitting.screen.contains("磁盘已满"))
    sitting.storeFailure = nil
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.pipeline[1]?.notes.map(\.text) == ["电话沟通"])
  }

  @Test("A colleague's edit of the same field is shown first; saving again then means it")
  func conflict() throws {
    var sitting = try self.sitting()
    sitting.press("e")
    try fill(&sitting, [.field(.owner): "张伟"])
    try sitting.colleague(.edit(1, [FieldEdit(.owner, to: .text("李娜"))]))
    #expect(form(sitting)?.text(.field(.owner)) == "张伟")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜")
    guard case .conflict? = form(sitting)?.refusal else {
      Issue.record("no conflict")
      return
    }
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "张伟")
  }

  @Test("Editing the next step keeps who is to do it")
  func whoIsNext() throws {
    var sitting = try self.sitting()
    try sitting.colleague(
      .edit(1, [FieldEdit(.next, to: .next(NextStep(text: "送审", due: nil, who: "李娜")))]))
    sitting.press("@")
    try fill(&sitting, [.due: "2023-12-01"])
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.next == NextStep(text: "送审", due: "2023-12-01", who: "李娜"))
  }

  @Test("An edit that changes nothing is not submitted")
  func nothing() throws {
    var sitting = try self.sitting()
    sitting.press("e", "Enter")
    #expect(sitting.effects == [])
    #expect(sitting.ui.notice?.text == sitting.ui.words.nothingChanged)
    #expect(sitting.ui.overlay == .none)
  }

  @Test("Every line of every form has a label in both languages and a name of its own")
  func labels() throws {
    for open in [
      "new", "edit", "next", "note", "hold", "lose", "withdraw", "archive", "milestone", "log",
    ] {
      var sitting = try self.sitting()
      sitting.command(open)
      let keys = try #require(form(sitting)?.entries.map(\.key))
      #expect(Set(keys).count == keys.count, "\(open)")
      for language in Language.allCases {
        #expect(keys.allSatisfy { !Words(language).formLabel($0).isEmpty })
      }
    }
  }
}
