import JSON
import TestSupport
import Testing

/// 改名 on the command line and on the board.
@Suite struct RenameTests {
  @Test func aUnitIsOneRowUnderItsNewNameAndUndoTakesItBack() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.does("count", "--by", "lead")
    #expect(before.contains("招商发展公司"))
    let renamed = try await desk.zhaoshang("rename", "unit", "招商发展公司", "招商发展集团")
    #expect(renamed.status == 0, "\(renamed)")
    #expect(renamed.stderr.contains("条旧记录仍写「招商发展公司」，统计和筛选按「招商发展集团」算"), "\(renamed)")
    let after = try await desk.does("count", "--by", "lead")
    #expect(after == before.replacing("招商发展公司", with: "招商发展集团"))
    // By either name, and by the other one that the directory had.
    for name in ["招商发展集团", "招商发展公司", "招商发展有限公司"] {
      #expect(try await desk.json("list", "牵头单位:\(name)").array?.count == 3, "\(name)")
    }
    #expect(try await desk.does("funnel", "--by", "lead").contains("招商发展集团"))
    #expect(try await desk.does("report", "month").contains("招商发展集团"))
    try await desk.does("undo")
    #expect(try await desk.does("count", "--by", "lead") == before)
  }

  @Test func aNameThatIsTakenAsksAndOneThatIsUnknownIsRefused() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.does("list", "--csv")
    try await desk.refuses(
      "rename", "unit", "招商发展公司", "国信发展集团", status: 1, saying: "已经有单位叫「国信发展集团」", "--merge")
    try await desk.refuses("rename", "tag", "没有的", "有的", status: 1, saying: "没有叫「没有的」的标签")
    try await desk.refuses("rename", "局", "甲", "乙", status: 64, saying: "unit")
    #expect(try await desk.does("list", "--csv") == before)
    try await desk.does("rename", "unit", "招商发展公司", "国信发展集团", "--merge")
    #expect(try await desk.json("list", "牵头单位:国信发展集团").array?.count == 4)
  }

  @Test func theBoardRenamesToo() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("rename unit 国信发展集团 国信控股集团")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "it is saved")
      #expect(try await desk.does("funnel", "--by", "lead").contains("国信控股集团"))
      try await screen.press(":")
      try await screen.type("改名 单位 国信控股集团 招商发展公司")
      try await screen.press("Enter")
      try await screen.wait(for: "已经有单位叫「招商发展公司」", "it asks")
      try await screen.press("u")
      try await screen.wait(for: "撤销", "it is taken back")
      #expect(try await !desk.does("funnel", "--by", "lead").contains("国信控股集团"))
    }
  }
}
