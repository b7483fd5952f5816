import JSON
import TestSupport
import Testing

/// Several people at one store.
@Suite struct SharingTests {
  @Test func eightPeopleMoveCardsAtOnceAndNothingIsLost() async throws {
    let desk = try await Desk.withStore()
    let people = 8
    let moves = Effort.count(50, long: 500)
    for person in 1...people {
      try await desk.does("add", "项目\(person)", "--investor", "投资方\(person)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in 1...people {
        group.addTask {
          for step in 0..<moves {
            let stage = step.isMultiple(of: 2) ? "visit" : "contact"
            let outcome = try await desk.zhaoshang(
              "move", "\(person)", stage, "--reason", "第\(step)次", "--today", deskDay)
            #expect(outcome.status == 0, "\(outcome.stderr)")
          }
        }
      }
      try await group.waitForAll()
    }
    let history = try #require(try await desk.json("history", "--limit", "10000").array)
    #expect(
      history.compactMap { $0["seq"]?.integer }
        == Array((1...people * (moves + 1)).reversed()))
    for person in 1...people {
      let stages = try await desk.json("show", "\(person)")["stages"]?.array
      #expect(
        stages?.dropFirst().map { $0["reason"] } == (0..<moves).map { .string("第\($0)次") })
    }
    #expect(try await desk.zhaoshang("verify") == .init(status: 0, stdout: "", stderr: ""))
  }

  @Test(
    .enabled(if: Tracing.works, "strace is not here, or may not trace: nothing was refused"))
  func aColleaguesChangeAppearsWhereTheFolderCannotBeWatched() async throws {
    let desk = try await Desk.withExample()
    let refused = "exec strace -f -o /dev/null -e inject=inotify_init1:error=EMFILE"
    try await desk.onBoard(prefix: refused) { screen in
      try await desk.does("add", "同事新项目", "--investor", "甲")
      try await screen.wait(for: "同事新项", "the colleague's card", seconds: 3)
    }
  }
}
