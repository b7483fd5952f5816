#if PostgreSQL
  import JSON
  import Synchronization
  import TestSupport
  import Testing

  /// What goes wrong on the way to a server: one sentence in each language, a status, nothing changed.
  @Suite(.serialized) struct ServerRefusalStories {
    private static let count = Atomic<Int>(0)

    /// A server that asks for passwords on TCP, has a certificate for localhost of an authority of its
    /// own, and few connections.
    private static let strict = Result {
      try DatabaseServer(
        port: 59_200 + Int.random(in: 0..<300),
        settings: [
          "listen_addresses = '127.0.0.1'", "ssl = on", "max_connections = 8",
          "superuser_reserved_connections = 4",
        ],
        prepare: """
          cat >data/pg_hba.conf <<'end'
          local all all trust
          hostssl all all 127.0.0.1/32 scram-sha-256
          end
          openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.crt
          openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=fremd -keyout f.key -out f.crt
          openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout data/server.key -out s.csr
          printf 'subjectAltName=DNS:localhost' >s.ext
          openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile s.ext \\
            -out data/server.crt
          chmod 600 data/server.key
          [ "$(id -u)" = 0 ] && chown nobody data/server.key data/server.crt
          chmod 644 ca.crt f.crt
          """)
    }

    /// A desk for each language, its store at an address.
    private func desks(_ address: String) throws -> [Desk] {
      try ["zh_CN.UTF-8", "en_US.UTF-8"].map { language in
        var desk = try Desk(language: language)
        desk.environment["ZHAOSHANG_STORE"] = address
        return desk
      }
    }

    /// Has both languages refuse to record, each with one sentence.
    private func refuses(
      _ address: String, status: Int32, _ zh: String, _ en: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      for (desk, words) in zip(try desks(address), [zh, en]) {
        let outcome = try await desk.zhaoshang("note", "1", "记一笔")
        #expect(outcome.status == status, "\(outcome)", sourceLocation: sourceLocation)
        #expect(outcome.stdout.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.stderr.contains(words), "\(outcome)", sourceLocation: sourceLocation)
        #expect(
          outcome.stderr.split(separator: "\n").count == 1, "\(outcome)",
          sourceLocation: sourceLocation)
        #expect(!outcome.stderr.contains("geheim"), sourceLocation: sourceLocation)
      }
    }

    @Test func addressesThatAreNoneOrLeadNowhere() async throws {
      let server = try DatabaseServer.shared.get()
      try await refuses("mysql://db1/x", status: 78, "没有 mysql:// 这种数据", "no kind of store")
      try await refuses("postgresql://li:geheim@db1/x", status: 78, "不要写密码", "No password belongs")
      try await refuses("postgresql://db1/x?schema=Ä", status: 78, "不能作模式名", "cannot be a schema")
      try await refuses("postgresql://db1/x?nonsense=1", status: 78, "不是能用的地址", "cannot be used")
      try await refuses("service=nirgends", status: 78, "不是能用的地址", "cannot be used")
      try await refuses("postgresql://gibt-es-nicht.invalid/x", status: 74, "连不上", "Cannot reach")
      try await refuses("postgresql://127.0.0.1:1/x", status: 74, "连不上", "Cannot reach")
      let other = server.address("x").replacing("/postgres?", with: "/nichts?")
      try await refuses(other, status: 78, "没有这个库", "no such database")
      try await refuses(
        server.address("leer"), status: 78, "没有招商看板的数据（模式 leer）", "holds no store (schema leer)")
    }

    @Test func passwordsAndCertificates() async throws {
      let server = try Self.strict.get()
      let schema = "tls\(Self.count.add(1, ordering: .relaxed).newValue)"
      var admin = try Desk()
      admin.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await admin.does("init")
      try server.run("CREATE ROLE \(schema)_li LOGIN PASSWORD 'geheim';")
      try await admin.does("member", "add", "\(schema)_li", "--name", "李娜")
      try await admin.does("add", "光翼激光", "--investor", "光翼科技")
      func address(_ host: String, _ mode: String, _ authority: String = "ca.crt") -> String {
        "postgresql://\(schema)_li@\(host):\(server.port)/postgres?schema=\(schema)"
          + "&sslmode=\(mode)&sslrootcert=\(server.folder)/\(authority)"
      }
      // With the password in the place for it, and the right certificate.
      var desk = try Desk()
      desk.environment["ZHAOSHANG_STORE"] = address("localhost", "verify-full")
      try desk.home.write("localhost:*:*:*:geheim\n127.0.0.1:*:*:*:geheim\n", to: ".pgpass")
      _ = try await desk.run("chmod", ["600", desk.home.path(".pgpass")])
      try await desk.does("note", "1", "加密以后记的")
      #expect(
        try await desk.json("doctor")["findings"]?.array?.contains {
          $0["kind"]?.string == "unencrypted"
        } == false)
      // Another host's name, another's authority, and none.
      for (host, authority) in [("127.0.0.1", "ca.crt"), ("localhost", "f.crt")] {
        desk.environment["ZHAOSHANG_STORE"] = address(host, "verify-full", authority)
        try await desk.refuses("note", "1", "不该记上", status: 78, saying: "证书")
        var english = desk
        english.environment["LANG"] = "en_US.UTF-8"
        try await english.refuses("note", "1", "no", status: 78, saying: "certificate")
      }
      // No password, and a wrong one; neither is repeated.
      let plain = address("localhost", "verify-full")
      try await refuses(plain, status: 78, "不接受这个账号或密码", "does not accept the account")
      try desk.home.write("*:*:*:*:geheimnis\n", to: ".pgpass")
      desk.environment["ZHAOSHANG_STORE"] = plain
      let wrong = try await desk.zhaoshang("note", "1", "x")
      #expect(wrong.status == 78 && wrong.stderr.contains("密码"), "\(wrong)")
      #expect(!wrong.stderr.contains("geheim"))
      #expect(try server.run("SELECT count(*) FROM \(schema).event;") == "2\n")
    }

    /// What the rows of those that keep a connection have in `pg_stat_activity`.
    private static let isHolding = "query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()"

    @Test func rightsVersionsAndLimits() async throws {
      let server = try Self.strict.get()
      let schema = "grenze\(Self.count.add(1, ordering: .relaxed).newValue)"
      var admin = try Desk()
      admin.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await admin.does("init")
      try await admin.does("add", "光翼激光", "--investor", "光翼科技")
      try server.run(
        """
        CREATE ROLE \(schema)_fremd LOGIN; CREATE ROLE \(schema)_gast LOGIN IN ROLE \(schema)_reader;
        """)
      try await refuses(
        server.address(schema, as: "\(schema)_fremd"), status: 78, "没有这项权限", "may not do this")
      try await refuses(
        server.address(schema, as: "\(schema)_gast"), status: 78, "不是成员", "is no member")
      for call in [["member", "add", "\(schema)_fremd"], ["upgrade"]] {
        var guest = try Desk()
        guest.environment["ZHAOSHANG_STORE"] = server.address(schema, as: "\(schema)_gast")
        if call == ["upgrade"] {
          try server.run("ALTER TABLE \(schema).event DISABLE TRIGGER keep;")
        }
        let outcome = try await guest.run("zhaoshang", call)
        #expect(outcome.status == 78 && outcome.stdout.isEmpty, "\(outcome)")
      }
      try await admin.does("upgrade")
      // Every connection that is not kept for administrators is taken.
      let holders = (0..<4).map { "\(schema)_h\($0)" }
      for holder in holders { try server.run("CREATE ROLE \(holder) LOGIN CONNECTION LIMIT 1;") }
      // One that came while a connection of before was still being closed comes again.
      var missing = holders
      for _ in 0..<200 where !missing.isEmpty {
        for holder in missing { server.begin("SELECT pg_sleep(600);", as: holder) }
        try await Task.sleep(for: .milliseconds(250))
        let there = try server.run("SELECT usename FROM pg_stat_activity WHERE \(Self.isHolding);")
        missing.removeAll { there.contains($0) }
      }
      try #require(missing.isEmpty)
      try await refuses(
        server.address(schema, as: "\(schema)_gast"), status: 75, "连接数已满", "no more connections")
      try server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE \(Self.isHolding);")
      // A later program has been there.
      try server.run("INSERT INTO \(schema).migration VALUES (99, 'zhaoshang 9');")
      try await refuses(server.address(schema), status: 74, "更新的版本（第 99 版）", "newer version (99)")
      try await admin.refuses("upgrade", status: 74, saying: "第 99 版")
      try await admin.does("list")
      #expect(try server.run("SELECT count(*) FROM \(schema).event;") == "1\n")
    }

    @Test func aDiskThatIsFullOnTheServer() async throws {
      let server = try Self.strict.get()
      guard try server.smallDisk(megabytes: 1) else { return }
      defer { server.takeSmallDisk() }
      let schema = "voll\(Self.count.add(1, ordering: .relaxed).newValue)"
      var desk = try Desk()
      desk.environment["ZHAOSHANG_STORE"] = server.address(schema)
      try await desk.does("init")
      try await desk.does("add", "光翼激光", "--investor", "光翼科技")
      try server.run("ALTER TABLE \(schema).event SET TABLESPACE klein;")
      // What no compression makes smaller.
      let text = {
        String(
          (0..<1500).map { _ in Character(UnicodeScalar(UInt16.random(in: 0x4E00..<0x9F00)) ?? "铝")
          })
      }
      var saved = 0
      var refused: Desk.Outcome?
      for round in 0..<2000 where refused == nil {
        let outcome = try await desk.zhaoshang("note", "1", "\(round)" + text())
        if outcome.status == 0 { saved += 1 } else { refused = outcome }
      }
      #expect(refused?.status == 74, "\(String(describing: refused))")
      #expect(refused?.stderr.contains("磁盘满了") == true, "\(String(describing: refused))")
      #expect(try server.run("SELECT count(*) FROM \(schema).event;") == "\(saved + 1)\n")
      #expect(try await desk.zhaoshang("verify").status == 0)
      try server.run("ALTER TABLE \(schema).event SET TABLESPACE pg_default;")
      try await desk.does("note", "1", "又有地方了")
      try server.run("DROP SCHEMA \(schema) CASCADE; DROP TABLESPACE klein;")
    }
  }
#endif
