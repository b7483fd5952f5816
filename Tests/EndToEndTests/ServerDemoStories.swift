#if PostgreSQL
  import TestSupport
  import Testing

  /// The demonstration of `make demo-many`, without a terminal.
  @Suite struct ServerDemoStories {
    private static let script: String = {
      let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      return root.joined(separator: "/") + "/Scripts/demo-many"
    }()

    @Test func aCardMovedOnTheLeftShowsOnTheRight() async throws {
      var desk = try Desk()
      // The server's account has to get into it.
      let made = try await desk.run("mktemp", ["-d", "/tmp/zhaoshang-demo-XXXXXX"]).stdout
      let place = String(made.dropLast())
      _ = try await desk.run("chmod", ["711", place])
      desk.environment["TMPDIR"] = place
      let outcome = try await desk.run("bash", [Self.script, "\(Desk.binaries)/zhaoshang"])
      #expect(outcome.status == 0, "\(outcome)")
      let boards = outcome.stdout.split(separator: "---").map(String.init)
      #expect(boards.count == 5)
      #expect(boards[2].contains("对接 34天"), "王磊 before: \(boards[2])")
      #expect(boards[4].contains("李娜: #7 光翼激光雷达项目 从 对接 移到 考察"), "王磊 after: \(boards[4])")
      // Nothing is left of it.
      #expect(try await desk.run("rmdir", [place]).status == 0)
    }
  }
#endif
