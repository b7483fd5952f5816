import TestSupport
import Testing

/// A ledger that is taken in on a terminal, where what it leaves open is asked.
@Suite(.serialized) struct ImportDialogueStories {
  private func asked(
    _ meanwhile: (Desk) async throws -> Void, _ body: (TerminalScreen, Desk) async throws -> Void
  ) async throws {
    let desk = try await Desk.withSteps()
    let before = try await desk.does("list", "--all", "--csv").split(whereSeparator: \.isNewline)
      .count
    try desk.home.write("项目名称,投资方\n红河新材料,红河集团\n铜箔三期,铜箔公司\n", to: "台账.csv")
    try await TerminalScreen.show("exec sh", on: desk, columns: 100) { screen in
      try await screen.type("zhaoshang import ~/台账.csv; echo 以 $? 结束")
      try await screen.press("Enter")
      try await screen.wait(for: "选 1", "it asks for the stage")
      try await meanwhile(desk)
      try await screen.type("对接")
      try await screen.press("Enter")
      try await screen.wait(for: "以 0 结束", "it is taken in")
      try await body(screen, desk)
    }
    let after = try await desk.does("list", "--all", "--csv").split(whereSeparator: \.isNewline)
      .count
    #expect(after == before + 2)
  }

  @Test func whatWasPlannedIsStoredWhereNothingHasChanged() async throws {
    try await asked({ _ in }) { screen, _ in
      try await screen.wait(for: "新增 2 个，修改 0 个，不变 0 个", "both are new")
    }
  }

  @Test func whatAColleagueStoredMeanwhileIsFound() async throws {
    try await asked({ desk in
      try await desk.does("add", "红河新材料", "--investor", "红河集团", "--stage", "考察")
    }) { screen, _ in
      try await screen.wait(for: "新增 1 个，修改 0 个，不变 1 个", "one is there already")
    }
  }
}
