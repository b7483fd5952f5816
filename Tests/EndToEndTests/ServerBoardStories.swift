#if PostgreSQL
  import JSON
  import Synchronization
  import TestSupport
  import Testing

  /// The board on a server, with a colleague on another machine.
  @Suite struct ServerBoardStories {
    private static let count = Atomic<Int>(0)

    /// Two machines of one member, the example in the store, and the schema.
    private func desks() async throws -> (DatabaseServer, String, Desk, Desk) {
      let server = try DatabaseServer.shared.get()
      let schema = "b\(Self.count.add(1, ordering: .relaxed).newValue)"
      var (mine, theirs) = (try Desk(), try Desk())
      mine.environment["ZHAOSHANG_STORE"] = server.address(schema)
      theirs.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await mine.does("init")
      let example = try await Desk.withExample()
      try mine.home.write(try await example.does("export", "-"), to: "x.json")
      try await mine.does("import", mine.home.path("x.json"))
      // A card that may go on without being asked anything.
      try await mine.does(
        "add", "光翼激光雷达项目", "--investor", "光翼科技", "source=展会", "amount=2亿", "--on", "2023-08-01")
      try await mine.does("log", "7", "outbound", "--on", "2023-08-02", "--outcome", "preliminary")
      try await mine.does("log", "7", "inbound", "--on", "2023-08-03")
      return (server, schema, mine, theirs)
    }

    @Test func aColleaguesChangeOnAnotherMachineAppearsByItself() async throws {
      let (_, _, mine, theirs) = try await desks()
      try await TerminalScreen.show("zhaoshang", on: mine) { screen in
        try await screen.wait(for: "青岛", "the board")
        for name in ["红河", "黄河", "青海"] {
          let start = ContinuousClock.now
          try await theirs.does("add", "\(name)新项目", "--investor", "甲")
          try await screen.wait(for: "\(name)新", "the colleague's card", seconds: 5)
          let taken = start.duration(to: .now)
          #expect(taken <= Effort.aSecond, "\(taken)")
        }
      }
    }

    @Test func whatTheBoardSavesIsOnTheServer() async throws {
      let (server, schema, mine, theirs) = try await desks()
      try await mine.onBoard { screen in
        try await screen.press("1", "L")
        try await screen.wait(for: "从 对接 移到 考察  已存盘", "it is saved")
        let last = try server.run(
          "SELECT line FROM \(schema).event ORDER BY seq DESC LIMIT 1;")
        #expect(last.contains("project.moved"))
        #expect(try await theirs.stage(of: 7) == "visit")
        try await screen.press("u")
        try await screen.wait(for: "撤销：#7 光翼激光雷达项目 从 对接 移到 考察", "it is taken back")
        #expect(try await theirs.stage(of: 7) == "contact")
      }
    }

    @Test func whileSomebodyHoldsTheStoreKeysGoOnAndItIsSavedAfterwards() async throws {
      let (server, schema, mine, theirs) = try await desks()
      try await mine.onBoard { screen in
        try await screen.press("1")
        try await screen.waitForSelected("光翼激光雷", "the card is selected")
        server.begin(
          "BEGIN; SELECT \(schema).take_turn(); SELECT pg_sleep(60), '\(schema)'; COMMIT;")
        try await screen.wait("the store is held") { _ in
          try server.run(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE query LIKE '%pg_sleep(60), ''\(schema)%' AND wait_event = 'PgSleep';
            """) == "1\n"
        }
        try await screen.press("L")
        try await screen.wait(for: "正在送往服务器", "it waits, and the board says so")
        try server.run(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE query LIKE '%pg_sleep(60), ''\(schema)%' AND pid <> pg_backend_pid();
          """)
        let rows = try await screen.wait("saved, or not waited for any longer", seconds: 20) {
          rows in
          rows.contains { $0.contains("从 对接 移到 考察  已存盘") || $0.contains("没有存盘") }
        }
        // On a machine so busy that the wait ended first, it is saved by another key.
        if rows.contains(where: { $0.contains("没有存盘") }) {
          try await screen.press("L")
          try await screen.wait(for: "从 对接 移到 考察  已存盘", "it is saved", seconds: 20)
        }
      }
      #expect(try await theirs.stage(of: 7) == "visit")
    }

    @Test func aConnectionThatIsLostComesBackByItselfAndNothingIsStoredMeanwhile() async throws {
      let (server, schema, mine, theirs) = try await desks()
      try await mine.onBoard { screen in
        try server.run(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'zhaoshang' AND query LIKE '%\(schema).%';
          """)
        try await theirs.does("add", "红河新项目", "--investor", "甲")
        try await screen.wait(for: "红河新", "connected again", seconds: 10)
        try await screen.press("1", "L")
        try await screen.wait(for: "移到 考察  已存盘", "it is saved", seconds: 20)
      }
    }
  }
#endif
