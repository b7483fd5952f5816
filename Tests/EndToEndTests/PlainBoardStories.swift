import JSON
import TestSupport
import Testing

/// The board line by line, for people to whom a screen is read out.
@Suite struct PlainBoardStories {
  @Test func aSittingFromAPipeMovesACardAndTellsWhatItDid() async throws {
    let desk = try await Desk.withMovableCard()
    let typed = ["1", "1", "推进", "note 再约一次", "view agenda", "..", "q", ""].joined(separator: "\n")
    let outcome = try await desk.run(
      "zhaoshang", ["board", "--plain", "--today", exampleDay], input: typed)
    #expect(outcome.status == 0 && outcome.stderr.isEmpty, "\(outcome)")
    let said = outcome.stdout
    for words in [
      "招商 2023-09-04 周一", "1 对接 1 个项目", "#7 光翼激光雷达项目", "可以做什么：",
      "#7 光翼激光雷达项目 从 对接 移到 考察  已存盘 记录", "备注：再约一次", "没有下步打算",
    ] {
      #expect(said.contains(words), "\(words) in: \(said)")
    }
    // No escape, no alternate screen.
    #expect(!said.contains("\u{1B}"))
    #expect(try await desk.stage(of: 7) == "visit")
  }

  @Test func onATerminalItAsksAndAnswersWithoutAScreen() async throws {
    let desk = try await Desk.withMovableCard()
    try await TerminalScreen.show(
      "zhaoshang board --plain --today \(exampleDay); echo 离开", on: desk
    ) { screen in
      try await screen.wait(for: "q 离开", "it begins")
      try await screen.type("#7")
      try await screen.press("Enter")
      try await screen.wait(for: "#7>", "the card")
      try await screen.type("hold")
      try await screen.press("Enter")
      try await screen.wait(for: "回车不改", "the form is asked line by line")
      try await screen.type("..")
      try await screen.press("Enter")
      try await screen.wait(for: "#7>", "given up")
      // What a colleague did is told before the next answer.
      try await desk.does("note", "7", "同事写的")
      try await screen.type("next 送图 +3d")
      try await screen.press("Enter")
      try await screen.wait(for: "下步", "done")
      try await screen.type("view funnel")
      try await screen.press("Enter")
      try await screen.wait(for: "总转化", "as the subcommand prints it")
      try await screen.press("C-d")
      try await screen.wait(for: "离开", "left")
    }
    let card = try await desk.does("show", "7")
    #expect(card.contains("送图") && card.contains("2023-09-07"), "\(card)")
  }

  @Test func aLineThatIsNoUTF8IsNotObeyed() async throws {
    let desk = try await Desk.withMovableCard()
    let outcome = try await desk.run(
      "sh",
      [
        "-c",
        "printf '1\\n1\\nnote \\262\\342\\312\\324\\nq\\n' | zhaoshang board --plain --today \(exampleDay)",
      ])
    #expect(outcome.status == 0 && outcome.stdout.contains("不是 UTF-8"), "\(outcome)")
    #expect(try await !desk.does("history", "7").contains("备注"))
  }

  /// It goes on with the first project, as the first run on a screen does.
  @Test func theFirstRunAsksWhoThisIs() async throws {
    let desk = try Desk()
    let outcome = try await desk.run(
      "zhaoshang", ["board", "--plain", "--today", deskDay],
      input: "王敏\n招商一局\n\n1\n启明风电叶片项目\n2\n启明风电有限公司\n.\nq\n")
    #expect(outcome.status == 0 && outcome.stdout.contains("您的姓名"), "\(outcome)")
    let show = try await desk.json("show", "1")
    #expect(show["name"] == "启明风电叶片项目", "\(outcome)")
    #expect(desk.home.read("config/zhaoshang/config.toml")?.contains("王敏") == true)
  }
}
