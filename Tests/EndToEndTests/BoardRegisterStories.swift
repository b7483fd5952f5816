import JSON
import TestSupport
import Testing

/// Requests, targets, approvals, hand-overs and duplicates on the board, and what the subcommands
/// then say of them.
@Suite(.serialized) struct BoardRegisterStories {
  @Test func aRequestIsTakenInDealtWithAndClosed() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("W")
      try await screen.wait(for: "[诉求]", "the requests")
      try await screen.press("n")
      try await screen.wait(for: "登记诉求 ─", "the form")
      try await screen.type("魏桥创业集团")
      try await screen.press("Tab", "Tab", "Tab")
      try await screen.type("用电增容")
      try await screen.press("Enter")
      try await screen.wait(for: "新增服务诉求 7 魏桥创业集团：用电增容", "it is saved")
      // It alone has a due day, so it stands first.
      try await screen.press("g", ">")
      try await screen.wait(for: "诉求 7 魏桥创业集团: 收集 ->", "the next step")
      try await screen.press("Enter")
      try await screen.wait("it is forwarded") { rows in
        rows.contains { $0.contains("用电增容") && $0.contains("转办") }
      }
      try await screen.press("u")
      try await screen.wait("that is taken back") { rows in
        rows.contains { $0.contains("用电增容") && $0.contains("收集") }
      }
    }
    let requests = try await desk.json("request", "list")
    let added = try #require(requests.array?.first { $0["subject"] == "用电增容" })
    #expect(added["organisation"] == "魏桥创业集团" && added["status"] == "collected")
  }

  @Test func aTargetIsSetAndShownWithWhatIsReached() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("Y")
      try await screen.wait(for: "[目标]", "the targets")
      try await screen.press("n")
      try await screen.wait(for: "定目标 ─", "the form")
      try await screen.type("4")
      try await screen.press("Enter")
      try await screen.wait(for: "2/4", "two of four")
      try await screen.wait(for: "50%", "is half")
    }
    let targets = try await desk.json("target", "list", "--year", "2023")
    #expect(targets.array?.first?["share"] == .number("0.5"))
  }

  @Test func aCardIsApprovedStepByStepAndHandedOver() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "E")
      try await screen.wait(for: "立项 #5", "the approval")
      try await screen.type("备案")
      try await screen.press("Enter")
      try await screen.wait("the route is taken") { !$0.contains { $0.contains("─ 立项") } }
      try await screen.press("D")
      try await screen.wait(for: "立项节点 #5", "a point")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "it is ticked")
      try await screen.press("Z")
      try await screen.wait(for: "流转 #5", "the offer")
      try await screen.type("国信发展集团")
      try await screen.press("Enter")
      try await screen.wait("it is offered") { !$0.contains { $0.contains("─ 流转") } }
      try await screen.press("Z")
      try await screen.wait(for: "答复流转 #5", "the answer")
    }
    let approval = try await desk.json("approval", "show", "5")
    #expect(approval["route"] == "filing" && approval["done"] == 1)
    let handOvers = try await desk.json("handover", "list")
    #expect(handOvers.array?.first?["to"] == "国信发展集团")
  }

  @Test func aDuplicateIsWarnedOfSavedAndMerged() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "新建项目 ─", "the form")
      try await screen.type("远东宏信集团合作")
      try await screen.wait(for: "像 #5，首谈", "who talked first")
      try await screen.press("Tab")
      try await screen.type("远东宏信集团")
      try await screen.press("Enter")
      try await screen.wait(for: "再按 Enter 保存", "it is held up once")
      try await screen.press("Enter")
      try await screen.wait("it is saved all the same") { rows in
        rows.contains { $0.contains("#7") && $0.contains("已存盘") }
      }
      try await screen.press(":")
      try await screen.type("open 7")
      try await screen.press("Enter")
      try await screen.wait(for: "项目详情", "the card")
      try await screen.press(":")
      try await screen.type("merge")
      try await screen.press("Enter")
      try await screen.wait(for: "并入 #7", "the question")
      try await screen.press("Enter")
      try await screen.wait("Enter cancels") { !$0.contains { $0.contains("─ 并入") } }
      try await screen.press(":")
      try await screen.type("merge")
      try await screen.press("Enter")
      try await screen.wait(for: "并入 #7", "the question again")
      try await screen.press("y")
      try await screen.wait("merged") { !$0.contains { $0.contains("─ 并入") } }
    }
    let gone = try await desk.does("show", "7")
    #expect(gone.contains("重复"))
  }
}
