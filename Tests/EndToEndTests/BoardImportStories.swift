import JSON
import TestSupport
import Testing

/// A ledger that is previewed on the board, answered, written and taken back.
@Suite(.serialized) struct BoardImportStories {
  private static let ledger = """
    2026年招商台账,,,,
    项目名称,投资企业,计划总投资,亮灯,当前阶段
    澜石精密轴承,澜石机械有限公司,12500,绿,洽谈
    岚舟无人机,岚舟科技有限公司,4500,红,已签约前
    青梧生物试剂,青梧生物有限公司,8000,绿,考察

    """

  @Test func aLedgerIsMappedAnsweredWrittenAndTakenBack() async throws {
    let desk = try await Desk.withExample()
    _ = try desk.home.write(Self.ledger, to: "台账.csv")
    let before = try await desk.json("list").array?.count
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("import ~/台账.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "没有单位", "the unit is asked")
      try await screen.press("Enter")
      try await screen.wait(for: "已签约前", "the word is asked")
      // A row left out needs no answer.
      try await screen.press("Tab", "Tab")
      try await screen.wait(for: "x 不导入此行", "the rows")
      try await screen.press("j", "j", "j", "x")
      try await screen.wait(for: "不导入 1", "one is left out")
      // What nobody knew is a note now.
      try await screen.press("Tab")
      try await screen.wait(for: "u 换单位", "the columns")
      try await screen.press("j", "j", "j", "Right")
      try await screen.wait(for: "亮灯", "the column")
      try await screen.press("u")
      try await screen.wait(for: "没有单位", "it is no amount")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "all of it is written")
      let after = try await desk.json("list").array?.count
      #expect(after == (before ?? 0) + 2)
      try await screen.press("u")
      try await screen.wait(for: "撤销", "it is taken back")
    }
    #expect(try await desk.json("list").array?.count == before)
  }

  @Test func escWritesNothing() async throws {
    let desk = try await Desk.withExample()
    _ = try desk.home.write(Self.ledger, to: "台账.csv")
    let before = try await desk.lastChange()
    try await desk.onBoard(columns: 80, rows: 24) { screen in
      try await screen.press(":")
      try await screen.type("导入 ~/台账.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "没有单位", "the unit is asked")
      try await screen.press("Escape")
      try await screen.wait(for: "什么都没有写入", "nothing was written")
    }
    #expect(try await desk.lastChange() == before)
  }

  @Test func aFileThatIsNoLedgerSaysSoAndStaysOpen() async throws {
    let desk = try await Desk.withExample()
    _ = try desk.home.write("只有一句话\n", to: "信.csv")
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("import ~/信.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "没有", "it says why")
      try await screen.press("Escape")
      try await screen.wait(for: "什么都没有写入", "nothing was written")
    }
  }

  @Test func anExchangeFileIsPreviewedAndWrittenAsOneStep() async throws {
    let desk = try await Desk.withExample()
    try desk.home.write(try await desk.does("export", "-"), to: "交换.json")
    let count = try await desk.json("list").array?.count
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("import ~/交换.json")
      try await screen.press("Enter")
      try await screen.wait(for: "全部再加一次吗", "what is there already is asked about")
      try await screen.press("Escape")
      try await screen.wait(for: "什么都没有写入", "nothing was written")
    }
    #expect(try await desk.json("list").array?.count == count)
    try desk.home.write(
      """
      {"format": "zhaoshang-exchange", "version": 1, "projects": [
        {"key": "P1", "name": "光翼激光雷达新项目", "investors": ["光翼科技"],
         "stages": [{"stage": "contact", "on": "2023-08-02"}]}],
       "activities": [{"projects": ["P1"], "kind": "outbound", "on": "2023-08-16", "place": "深圳"}]}
      """, to: "新的.json")
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("import ~/新的.json")
      try await screen.press("Enter")
      try await screen.wait(for: "新增：光翼激光雷达新项目，在对接", "its project")
      try await screen.wait(for: "活动 1 条", "its activity")
      try await screen.press("x")
      try await screen.wait(for: "整份导入", "no part is left out")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "all of it is written")
      try await screen.press("u")
      try await screen.wait(for: "撤销", "it is taken back")
    }
    #expect(try await desk.json("list").array?.count == count)
  }

  @Test func aLargeFileIsLeftWhileItIsRead() async throws {
    let desk = try await Desk.withExample()
    let rows = (1...40_000).map { "第\($0)号项目,投资方\($0),1.6,洽谈\n" }.joined()
    _ = try desk.home.write("项目名称,投资方,总投资(亿元),当前阶段\n" + rows, to: "大台账.csv")
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("import ~/大台账.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "正在读取", "it says how far it is")
      try await screen.press("Escape")
      try await screen.wait(for: "什么都没有写入", "it was left")
      try await screen.press("?")
      try await screen.wait(for: "帮助", "the board goes on")
    }
    #expect(try await desk.lastChange() == before)
  }

  /// A step that takes long is announced, and given up with one key while nothing of it is written: here
  /// somebody else is writing first.
  @Test func aLongStepIsAnnouncedAndCanBeLeftBeforeItIsWritten() async throws {
    let desk = try await Desk.withExample()
    let rows = (1...1200).map { "第\($0)期厂房,第\($0)号公司,\($0)万元,考察\n" }
    _ = try desk.home.write("项目名称,投资方,总投资,阶段\n" + rows.joined(), to: "大台账.csv")
    let before = try await desk.lastChange()
    let (held, go) = (desk.home.path("held"), desk.home.path("go"))
    try await desk.onBoard(
      prefix: "flock '\(desk.store)/lock' sh -c 'touch \(held); until [ -e \(go) ]; do sleep 0.05; "
        + "done' & until [ -e \(held) ]; do sleep 0.05; done; exec"
    ) { screen in
      try await screen.press(":")
      try await screen.type("import ~/大台账.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "新增 1200", "the preview")
      try await screen.press("Enter")
      try await screen.wait(for: "就要写入 1201 行", "it is announced")
      try await screen.press("Escape")
      try await screen.wait(for: "没有存盘", "it is given up")
      try await screen.wait(for: "新增 1200", "the preview is there still")
      #expect(try await desk.lastChange() == before)
      _ = try await desk.run("touch", [go])
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "then it is written")
    }
    #expect(try await desk.json("list").array?.count ?? 0 > 1200)
  }
}
