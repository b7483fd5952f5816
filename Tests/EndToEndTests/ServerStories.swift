#if PostgreSQL
  import JSON
  import Synchronization
  import TestSupport
  import Testing

  /// A store on a server, from two desks that are two machines.
  @Suite struct ServerStories {
    private static let count = Atomic<Int>(0)

    /// Two machines of two members, and the store's example in it.
    private func desks(withExample: Bool = true) async throws -> (DatabaseServer, Desk, Desk) {
      let server = try DatabaseServer.shared.get()
      let schema = "s\(Self.count.add(1, ordering: .relaxed).newValue)"
      var (mine, theirs) = (try Desk(), try Desk())
      try await mine.does("init", server.address(schema))
      mine.environment["ZHAOSHANG_STORE"] = server.address(schema)
      for (account, name) in [("\(schema)_li", "李娜"), ("\(schema)_wang", "王磊")] {
        try server.run("CREATE ROLE \(account) LOGIN;")
        try await mine.does("member", "add", account, "--name", name)
      }
      mine.environment["ZHAOSHANG_STORE"] = server.address(schema, as: "\(schema)_li")
      theirs.environment["ZHAOSHANG_STORE"] = server.address(schema, as: "\(schema)_wang")
      if withExample {
        let example = try await Desk.withExample()
        try mine.home.write(try await example.does("export", "-"), to: "x.json")
        try await mine.does("import", mine.home.path("x.json"))
      }
      return (server, mine, theirs)
    }

    @Test func whatOneRecordsTheOtherReadsAndUndoIsThePersonsOwn() async throws {
      let (_, mine, theirs) = try await desks()
      let example = try await Desk.withExample()
      let columns = ["list", "--all", "--csv", "--today", "2023-09-04"]
      #expect(
        try await theirs.run("zhaoshang", columns).stdout
          == example.run("zhaoshang", columns).stdout)
      try await mine.does("note", "1", "李娜写的")
      try await theirs.does("note", "2", "王磊写的")
      // Both machines give their accounts the same number; the server does not.
      #expect(try await mine.does("undo").contains("李娜写的"))
      #expect(try await theirs.does("undo").contains("王磊写的"))
      let history = try await mine.does("history", "--limit", "4")
      #expect(history.contains("李娜") && history.contains("王磊"))
      for call in [
        ["funnel", "--json"], ["agenda"], ["timeline", "1"],
        ["report", "month", "--format", "csv"],
        ["show", "1", "--json"], ["count"], ["trend"], ["seal"], ["verify"], ["export", "-"],
      ] {
        let outcome = try await theirs.run("zhaoshang", call)
        #expect(outcome.status == 0, "\(call): \(outcome)")
      }
    }

    /// Two machines that remind at the same time tell nobody twice, and a hook hears on both.
    @Test func twoMachinesTellEachPersonOnce() async throws {
      let (_, mine, theirs) = try await desks(withExample: false)
      try await mine.addSteps()
      for desk in [mine, theirs] {
        try await desk.configure(
          """
          [remind]
          command = ["sh", "-c", "echo \\"$1\\" >>\(mine.home.path("sent"))", "x", "{person}"]
          [hooks]
          on-change = ["sh", "-c", "cat >>\\"$HOME/heard\\""]
          """)
      }
      for _ in 1...3 {
        async let first = mine.inHome("remind --today 2026-11-30")
        async let second = theirs.inHome("remind --today 2026-11-30")
        for outcome in [try await first, try await second] {
          #expect(outcome.status == 0, "\(outcome)")
        }
      }
      #expect((mine.home.read("sent") ?? "").split(separator: "\n").sorted() == ["李娜", "王磊"])
      try await mine.does("note", "1", "从这边")
      try await theirs.does("note", "1", "从那边")
      try await theirs.wait { theirs.home.read("heard")?.contains("从那边") == true }
      #expect(theirs.home.read("heard")?.contains("从这边") == true)
      let calendars = [try await mine.does("calendar"), try await theirs.does("calendar")]
      let entries = calendars.map { calendar in
        calendar.split(separator: "\r\n").filter { !$0.hasPrefix("DTSTAMP") }
      }
      #expect(entries[0] == entries[1] && calendars[0].contains("送用地红线图"))
    }

    @Test func aBackupOpensWithoutTheServerAndIsTheSameByteForByte() async throws {
      let (_, mine, theirs) = try await desks()
      let folder = theirs.home.path("备份")
      try await theirs.does("backup", folder)
      let seal = try await mine.does("seal", "--json", "--today", "2023-09-04")
      #expect(
        try await theirs.does("seal", "--json", "--today", "2023-09-04", "--store", folder) == seal)
      try await theirs.does("note", "1", "备份可以接着写", "--store", folder)
    }

    @Test func changedRowsAreFoundByVerify() async throws {
      let (server, mine, _) = try await desks()
      #expect(try await mine.zhaoshang("verify").status == 0)
      let schema = try #require(mine.environment["ZHAOSHANG_STORE"]?.split(separator: "=").last)
      try server.run(
        """
        ALTER TABLE \(schema).event DISABLE TRIGGER ALL;
        UPDATE \(schema).event SET part = 1, parts = 99 WHERE seq = 3;
        """)
      let column = try await mine.zhaoshang("verify")
      #expect(column.status == 74 && column.stderr.contains("第 3 条"), "\(column)")
      try server.run("UPDATE \(schema).event SET line = replace(line, '招商', '扫商') WHERE seq = 2;")
      let line = try await mine.zhaoshang("verify")
      #expect(line.status == 74, "\(line)")
    }

    @Test func whoIsNoMemberLooksAndIsTold() async throws {
      let (server, mine, theirs) = try await desks()
      let schema = try #require(mine.environment["ZHAOSHANG_STORE"]?.split(separator: "=").last)
      var admin = try Desk()
      admin.environment["ZHAOSHANG_STORE"] = server.address(String(schema))
      let members = try await admin.json("member", "list").array ?? []
      #expect(members.map { $0["name"]?.string } == ["postgres", "李娜", "王磊"])
      try await admin.does("member", "leave", "\(schema)_wang")
      let left = try await theirs.zhaoshang("note", "1", "还想写")
      #expect(left.status == 78 && left.stdout.isEmpty, "\(left)")
      #expect(try await mine.zhaoshang("member", "add", "postgres").status == 78)
      let unknown = try await admin.zhaoshang("member", "add", "niemand")
      #expect(unknown.status == 1 && unknown.stderr.contains("niemand"))
      #expect(try await admin.zhaoshang("member", "leave", "niemand").status == 1)
      let folder = try await Desk.withExample()
      #expect(try await folder.zhaoshang("member", "list").status == 1)
    }

    /// P1: writers go on while the server is killed under them.
    @Test func aKilledServerLosesNothingThatWasSaved() async throws {
      let server = try DatabaseServer(port: 53_000 + Int.random(in: 0..<900))
      var desk = try Desk()
      desk.environment["ZHAOSHANG_STORE"] = server.address("p1")
      try await desk.does("init")
      try await desk.does("add", "光翼激光", "--investor", "光翼科技")
      let (kills, writers) = (Effort.count(6, long: 1000), 4)
      async let outcome = desk.run(
        "sh",
        [
          "-c",
          """
          cd "$HOME"
          for w in $(seq \(writers)); do
            ( n=0
              while [ ! -e stop ]; do
                n=$((n + 1))
                zhaoshang note 1 "w$w-$n" >/dev/null 2>&1 && echo "w$w-$n" >>"saved.$w"
              done ) &
          done
          wait
          """,
        ])
      let count = { Int(try server.run("SELECT count(*) FROM p1.event;").dropLast()) ?? 0 }
      for _ in 0..<kills {
        let before = try count()
        while try count() < before + 12 { try await Task.sleep(for: .milliseconds(20)) }
        try server.crash()
      }
      let before = try count()
      while try count() < before + 12 { try await Task.sleep(for: .milliseconds(20)) }
      try desk.home.write("", to: "stop")
      #expect(try await outcome.status == 0)
      let rows = try server.run(
        "SELECT seq, line::json->'data'->'text' FROM p1.event ORDER BY seq;"
      ).split(separator: "\n")
      #expect(rows.enumerated().allSatisfy { $1.hasPrefix("\($0 + 1)|") })
      let texts = rows.compactMap { $0.split(separator: "|").dropFirst().first }
      let stored = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
      var saved = 0
      for writer in 1...writers {
        for text in (desk.home.read("saved.\(writer)") ?? "").split(separator: "\n") {
          saved += 1
          #expect(stored["\"\(text)\""] == 1, "\(text)")
        }
      }
      #expect(stored.values.allSatisfy { $0 == 1 })
      #expect(saved > 12 * kills)
      Effort.tell("servers killed", ["kills": kills, "saved": saved])
      #expect(try await desk.zhaoshang("verify").status == 0)
    }

    @Test func theSQLForADBAMakesTheSameStore() async throws {
      let server = try DatabaseServer.shared.get()
      let schema = "s\(Self.count.add(1, ordering: .relaxed).newValue)"
      var desk = try Desk()
      desk.environment["ZHAOSHANG_STORE"] = server.address(schema)
      #expect(try await desk.zhaoshang("list").status == 78)
      try server.run(try await desk.does("init", "--sql"))
      try await desk.does("add", "光翼激光", "--investor", "光翼科技")
      #expect(try await desk.does("list").contains("光翼激光"))
      let twice = try await desk.zhaoshang("init")
      #expect(twice.status == 1 && twice.stderr.contains("已经有模式"), "\(twice)")
      #expect(try await desk.zhaoshang("init", "--group", "users").status == 64)
      let folder = try await desk.zhaoshang("init", "--sql", desk.home.path("x"))
      #expect(folder.status == 64 && folder.stdout.isEmpty)
    }
  }
#endif
