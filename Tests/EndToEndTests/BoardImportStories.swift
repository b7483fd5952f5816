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
}
