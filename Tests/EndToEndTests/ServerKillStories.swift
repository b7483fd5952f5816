#if PostgreSQL
  import Synchronization
  import TestSupport
  import Testing

  /// P2: a program that is killed, or whose call fails, wherever it talks to the server.
  @Suite(.serialized) struct ServerKillStories {
    private static let count = Atomic<Int>(0)

    /// A desk with a project in a store on a server, and the schema.
    private func desk() async throws -> (DatabaseServer, Desk, String)? {
      let server = try DatabaseServer.shared.get()
      var desk = try Desk()
      let tried = try await desk.run("sh", ["-c", "strace -o /dev/null true 2>&1"])
      guard tried.status == 0 else { return nil }
      let schema = "kill\(Self.count.add(1, ordering: .relaxed).newValue)"
      desk.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await desk.does("init")
      try await desk.does("add", "光翼激光", "--investor", "光翼科技")
      return (server, desk, schema)
    }

    private static let calls = ["sendto", "recvfrom", "poll"]

    /// How often a call is made when a note is recorded.
    private func count(of call: String, _ desk: Desk) async throws -> Int {
      let trace = desk.home.path("trace")
      _ = try await desk.run(
        "strace", ["-f", "-o", trace, "-e", "trace=\(call)", "zhaoshang", "note", "1", "先数一遍"])
      return desk.home.read("trace")?.split(separator: "\n").count { $0.contains("\(call)(") } ?? 0
    }

    @Test(arguments: ["signal=KILL", "error=ECONNRESET", "error=ETIMEDOUT"])
    func whereverItIsStoppedSavedIsStoredOnceAndRefusedIsNot(_ injection: String) async throws {
      guard let (server, desk, schema) = try await desk() else { return }
      var (saved, refused, unknown) = (0, 0, 0)
      for call in Self.calls {
        // A poll that fails says nothing of the line.
        if call == "poll", injection != "signal=KILL" { continue }
        let count = try await count(of: call, desk)
        #expect(count > 0, "\(call)")
        let step = Effort.isLong ? 1 : max(1, count / 4)
        for place in stride(from: 1, through: count, by: step) {
          let text = "\(injection)-\(call)-\(place)"
          let outcome = try await desk.run(
            "strace",
            [
              "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
              "inject=\(call):\(injection):when=\(place)", "zhaoshang", "note", "1", text,
            ])
          let times = try server.run(
            "SELECT count(*) FROM \(schema).event WHERE line LIKE '%\"\(text)\"%';")
          switch outcome.status {
          case 0:
            saved += 1
            #expect(times == "1\n", "\(text)")
          case 128 + 9:
            #expect(times == "0\n" || times == "1\n", "\(text)")
            unknown += 1
          default:
            #expect(outcome.status == 74 || outcome.status == 75, "\(text): \(outcome)")
            let isUnknown = outcome.stderr.contains("还不知道")
            unknown += isUnknown ? 1 : 0
            refused += isUnknown ? 0 : 1
            #expect(isUnknown ? times <= "1\n" : times == "0\n", "\(text): \(outcome)")
          }
          // No turn is left behind: the next one writes at once.
          if place == 1 || place + step > count {
            let began = ContinuousClock.now
            try await desk.does("note", "1", "接着-\(text)")
            #expect(began.duration(to: .now) < .seconds(10 * Effort.crowding))
          }
        }
      }
      Effort.tell(
        "client stopped by \(injection)",
        ["saved": saved, "refused": refused, "unknown": unknown])
      let numbers = try server.run("SELECT seq FROM \(schema).event ORDER BY seq;")
        .split(separator: "\n")
      #expect(numbers.enumerated().allSatisfy { $1 == "\($0 + 1)" })
      #expect(try await desk.zhaoshang("verify").status == 0)
    }
  }
#endif
