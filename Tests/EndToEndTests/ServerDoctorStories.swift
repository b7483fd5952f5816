#if PostgreSQL
  import JSON
  import Synchronization
  import TestSupport
  import Testing

  /// What `doctor` and `upgrade` say of a server, and what they mend.
  @Suite struct ServerDoctorStories {
    private static let count = Atomic<Int>(0)

    private func desk(on server: DatabaseServer, language: String = "zh_CN.UTF-8") async throws
      -> (Desk, String)
    {
      let schema = "d\(Self.count.add(1, ordering: .relaxed).newValue)"
      var desk = try Desk(language: language)
      desk.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await desk.does("init")
      try await desk.does("add", "光翼激光", "--investor", "光翼科技")
      return (desk, schema)
    }

    private func kinds(_ answer: JSONValue) -> [String] {
      answer["findings"]?.array?.compactMap { $0["kind"]?.string } ?? []
    }

    @Test func whatSavedIsWorthIsSaidBySettings() async throws {
      let server = try DatabaseServer(
        port: 56_000 + Int.random(in: 0..<400), settings: ["fsync = on"])
      let (desk, schema) = try await desk(on: server)
      let well = try await desk.json("doctor")
      #expect(well["saved"]?.string == "this_server")
      #expect(kinds(well) == [])
      #expect(well["events"]?.integer == 1 && well["sound"]?.bool == true)
      #expect(well["server"]?.string?.hasPrefix("1") == true)
      let text = try await desk.does("doctor")
      #expect(text.contains("崩溃、断电不丢"), "\(text)")
      #expect(text.contains("synchronous_commit = on"))
      #expect(text.contains("一切正常"), "\(text)")
      // Each setting that takes something off the promise is found, with what puts it right.
      for (setting, value, kind, saved) in [
        ("synchronous_commit", "off", "synchronous_commit_off", "later"),
        ("fsync", "off", "fsync_off", "nothing"),
        ("full_page_writes", "off", "full_page_writes_off", "this_server"),
        ("synchronous_standby_names", "'beiji'", "standbys_missing", "standbys"),
      ] {
        // A commit would wait for the standby that is not there.
        try server.run("ALTER SYSTEM SET \(setting) = \(value);")
        try server.run("SELECT pg_reload_conf();")
        try server.run("SELECT pg_sleep(0.2);")
        let answer = try await desk.json("doctor")
        #expect(kinds(answer) == [kind], "\(setting)")
        #expect(answer["saved"]?.string == saved, "\(setting)")
        let remedy = answer["findings"]?.array?.first?["remedy"]?.string
        if let remedy {
          for statement in remedy.split(separator: ";") { try server.run("\(statement);") }
          try server.run("SELECT pg_sleep(0.2);")
          #expect(try await kinds(desk.json("doctor")) == [], "\(setting)")
        } else {
          try server.run("ALTER SYSTEM RESET \(setting);")
          try server.run("SELECT pg_reload_conf();")
        }
      }
      _ = schema
    }

    @Test func whatSomebodyChangedIsFoundAndUpgradeMendsIt() async throws {
      let server = try DatabaseServer.shared.get()
      let (desk, schema) = try await desk(on: server)
      // The tests' server is not flushed.
      #expect(try await kinds(desk.json("doctor")) == ["fsync_off"])
      #expect(try await desk.does("upgrade").contains("不用升级"))
      try server.run(
        """
        CREATE ROLE \(schema)_gast LOGIN; CREATE ROLE \(schema)_weg LOGIN;
        """)
      try await desk.does("member", "add", "\(schema)_weg")
      try server.run(
        """
        REVOKE \(schema)_writer FROM \(schema)_weg; DROP ROLE \(schema)_weg;
        ALTER TABLE \(schema).event DISABLE TRIGGER keep;
        DROP TRIGGER keep_all ON \(schema).event;
        DROP INDEX \(schema).event_commit;
        CREATE OR REPLACE FUNCTION \(schema).take_turn() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
        GRANT INSERT, DELETE ON \(schema).event TO \(schema)_gast;
        GRANT UPDATE ON \(schema).store TO PUBLIC;
        GRANT \(schema)_writer TO \(schema)_gast;
        ALTER ROLE \(schema)_owner LOGIN;
        """)
      let found = try await desk.json("doctor")
      #expect(
        Set(kinds(found)) == [
          "fsync_off", "grant", "no_trigger", "no_index", "strange_function",
          "owner_may_log_in", "member_without_account", "writer_without_membership",
        ])
      let mended = try await desk.does("upgrade")
      #expect(mended.contains("keep_all") && mended.contains("take_turn"), "\(mended)")
      let left = try await desk.json("doctor")
      for finding in left["findings"]?.array ?? [] {
        guard finding["kind"]?.string != "fsync_off" else { continue }
        let remedy = try #require(finding["remedy"]?.string)
        if remedy.hasPrefix("zhaoshang ") {
          let words = remedy.split(separator: " ").dropFirst().map(String.init)
          #expect(try await desk.run("zhaoshang", words).status == 0, "\(remedy)")
        } else {
          try server.run(remedy)
        }
      }
      #expect(try await kinds(desk.json("doctor")) == ["fsync_off"])
      #expect(try await desk.does("upgrade").contains("不用升级"))
      try await desk.does("note", "1", "修好以后接着写")
    }

    @Test func aRowThatWasChangedIsDamageAndABackupShowsWhatWasRewritten() async throws {
      let server = try DatabaseServer.shared.get()
      let (desk, schema) = try await desk(on: server, language: "en_US.UTF-8")
      try await desk.does("note", "1", "原话")
      let backup = desk.home.path("backup")
      try await desk.does("backup", backup)
      #expect(try await desk.does("doctor", "--from", backup).contains("byte for byte"))
      try await desk.refuses("doctor", "--repair", "gap", status: 1, saying: "on a server")
      try server.run(
        """
        ALTER TABLE \(schema).event DISABLE TRIGGER ALL;
        UPDATE \(schema).event SET line = replace(line, '原话', '改过') WHERE seq = 2;
        ALTER TABLE \(schema).event ENABLE ALWAYS TRIGGER keep;
        ALTER TABLE \(schema).event ENABLE ALWAYS TRIGGER keep_all;
        """)
      let outcome = try await desk.zhaoshang("doctor")
      #expect(outcome.status == 74, "\(outcome)")
      #expect(outcome.stdout.contains("change 2"), "\(outcome.stdout)")
      #expect(outcome.stderr.contains("zhaoshang copy"), "\(outcome.stderr)")
      // What the advice says works: the backup goes into a new schema.
      try await desk.does("copy", backup, server.address(schema + "neu"))
      let again = try await desk.zhaoshang("list", "--store", server.address(schema + "neu"))
      #expect(again.stdout.contains("光翼激光"), "\(again)")
    }

    @Test func aServerThatWentBackIsExplainedAndWrittenAgainOnceItWasSeen() async throws {
      let server = try DatabaseServer.shared.get()
      let (desk, schema) = try await desk(on: server)
      try await desk.does("note", "1", "只在本机")
      try server.run(
        """
        ALTER TABLE \(schema).event DISABLE TRIGGER ALL;
        DELETE FROM \(schema).event WHERE seq > 1;
        ALTER TABLE \(schema).event ENABLE ALWAYS TRIGGER keep;
        ALTER TABLE \(schema).event ENABLE ALWAYS TRIGGER keep_all;
        """)
      let outcome = try await desk.zhaoshang("doctor")
      #expect(outcome.status == 74 && outcome.stdout.contains("cache clear --all"), "\(outcome)")
      try await desk.refuses("note", "1", "不写", status: 74, saying: "第 1 条", "第 2 条")
      let answer = try await desk.run("zhaoshang", ["doctor", "--json"])
      let remedy = try JSONValue.parse(answer.stdout)["findings"]?.array?
        .first { $0["kind"]?.string == "rewound" }?["remedy"]?.string
      let words = try #require(remedy).split(separator: " ").dropFirst().map(String.init)
      #expect(try await desk.run("zhaoshang", words).stdout.contains("只在本机"))
      // Clearing the copy keeps what the server lost, until that is said.
      let cleared = try await desk.zhaoshang("cache", "clear")
      #expect(cleared.status == 0 && cleared.stderr.contains("留着"), "\(cleared)")
      try await desk.refuses("note", "1", "还是不写", status: 74, saying: "退回")
      #expect(try await desk.json("cache", "list").array?.count == 2)
      try await desk.does("cache", "clear", "--all")
      #expect(try await desk.json("cache", "list").array?.count == 0)
      try await desk.does("note", "1", "又能写了")
    }
  }
#endif
