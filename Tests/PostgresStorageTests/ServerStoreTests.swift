#if PostgreSQL
  import Pipeline
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  @Suite struct ServerStoreTests {
    @Test("Two people whose machines number their accounts alike do not undo each other")
    func signsWithTheMember() throws {
      let scratch = try ServerScratch()
      let (li, wang) = (try scratch.member("li"), try scratch.member("wang"))
      let (mine, theirs) = (
        try scratch.store(as: li, machine: "a"), try scratch.store(as: wang, machine: "b")
      )
      _ = try mine.commit(Work.add("铝基新材料"))
      _ = try theirs.commit(Work.note("看过了"))
      _ = try mine.catchUp()
      #expect(mine.author == Actor(uid: ServerSchema.firstMember + 1, name: "li"))
      #expect(theirs.author.uid == ServerSchema.firstMember + 2)
      #expect(mine.pipeline.lastUndoable(by: mine.author)?.latest == SequenceNumber(1))
      #expect(mine.pipeline.lastUndoable(by: theirs.author)?.latest == SequenceNumber(2))
    }

    @Test("Where nobody answers, the copy is shown, nothing is stored, and it comes back by itself")
    func offline() throws {
      let scratch = try ServerScratch()
      let port = scratch.server.port + 1002
      let proxy = try CuttingProxy(to: scratch.server, port: port)
      defer { proxy.end() }
      let store = try scratch.store(by: port)
      let added = try store.commit(Work.add("铝基新材料"))
      proxy.close(true)
      let later = try scratch.store(by: port)
      #expect(later.pipeline == store.pipeline)
      #expect(try later.events(after: .origin, limit: 9) == added.events)
      guard case .readOnly(.offline(let fault, _)) = later.access else {
        Issue.record("\(later.access)")
        return
      }
      #expect(fault.mayPass)
      for offline in [store, later] {
        let error = #expect(throws: StoreError.self) { try offline.commit(Work.note("存不了")) }
        guard case .server = error?.code else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
      proxy.close(false)
      _ = try later.commit(Work.note("又能存了"))
      #expect(later.access == .readWrite)
      #expect(try store.catchUp().events.count == 1)
      #expect(store.access == .readWrite)
      #expect(try scratch.rows() == ["1", "2"])
    }

    @Test("A server that went back is noticed, nothing is written, and what it lost is kept here")
    func rewound() throws {
      let scratch = try ServerScratch()
      let store = try scratch.store()
      _ = try store.commit(Work.add("铝基新材料"))
      _ = try store.commit(Work.notes(["一", "二"]))
      try scratch.server.run(
        """
        ALTER TABLE \(scratch.schema).event DISABLE TRIGGER ALL;
        DELETE FROM \(scratch.schema).event WHERE seq > 1;
        ALTER TABLE \(scratch.schema).event ENABLE TRIGGER ALL;
        """)
      #expect(try store.catchUp() == Changes(startsOver: true))
      let rewound = StoreAccess.readOnly(
        .rewound(to: SequenceNumber(1), from: SequenceNumber(3)))
      #expect(store.access == rewound)
      #expect(store.pipeline.version == SequenceNumber(1))
      let later = try scratch.store()
      #expect(later.access == rewound)
      for store in [store, later] {
        #expect(throws: StoreError.self) { try store.commit(Work.note("不写")) }
      }
      let mirrors = MirrorFolder(path: scratch.mirrors(of: "a"))
      #expect(mirrors.rewound(store.storeID) == [SequenceNumber(3)])
      let kept = try Journal(
        path: mirrors.folder(of: store.storeID) + ".rewound-3", authorship: .sample)
      #expect(kept.pipeline[ProjectID(1)]?.notes.map(\.text) == ["一", "二"])
      #expect(kept.access == .readOnly(.mirror))
    }

    @Test("A row that is not what was sealed is found, with its number, and nothing is written")
    func changedRow() throws {
      let scratch = try ServerScratch()
      let store = try scratch.store()
      _ = try store.commit(Work.add("铝基新材料"))
      _ = try store.commit(Work.note("原话"))
      try scratch.server.run(
        """
        ALTER TABLE \(scratch.schema).event DISABLE TRIGGER ALL;
        UPDATE \(scratch.schema).event SET line = replace(line, '原话', '改过') WHERE seq = 2;
        """)
      let error = #expect(throws: StoreError.self) { try scratch.store(machine: "new") }
      let damage = Damage(.checksum, at: .row(SequenceNumber(2)), sequence: SequenceNumber(2))
      #expect(error?.code == .damaged(damage))
    }

    /// P9: what each role may do.
    @Test("A member appends, a reader looks, nobody changes history or signs as another")
    func rights() throws {
      let scratch = try ServerScratch()
      let store = try scratch.store()
      _ = try store.commit(Work.add("铝基新材料"))
      let (schema, server) = (scratch.schema, scratch.server)
      let member = try scratch.member("li")
      try server.run(
        "CREATE ROLE \(schema)_wang LOGIN IN ROLE \(schema)_reader; CREATE ROLE \(schema)_fremd LOGIN;"
      )
      let looks = ["SELECT count(*) FROM \(schema).event", "SELECT count(*) FROM \(schema).member"]
      let turns = ["SELECT \(schema).take_turn()"]
      let never = [
        "DELETE FROM \(schema).event", "UPDATE \(schema).event SET sum = 1",
        "TRUNCATE \(schema).event", "INSERT INTO \(schema).member VALUES (7, 'x', 'x')",
        "INSERT INTO \(schema).event VALUES (2, gen_random_uuid(), 0, 1, 1, '{}')",
        "UPDATE \(schema).store SET format = '9.9'", "DROP TRIGGER keep ON \(schema).event",
        "SELECT 1 FROM \(schema).store FOR UPDATE",
        #"SELECT \#(schema).append(1, 0, 1, '{"seq":2,"by":{"uid":2147483648}}')"#,
      ]
      let isGranted: [(String, [String], Bool)] = [
        (member, looks + turns, true), (member, never, false), ("\(schema)_wang", looks, true),
        ("\(schema)_wang", turns + never, false), ("\(schema)_fremd", looks + turns + never, false),
      ]
      for (account, statements, isAllowed) in isGranted {
        for statement in statements {
          let outcome = Result { try server.run(statement, as: account) }
          let went = (try? outcome.get()) != nil
          // A number that is not the last one's is only turned down.
          let isTurnedDown = went && statement.contains("append") && (try? outcome.get()) == "-1\n"
          #expect((went && !isTurnedDown) == isAllowed, "\(account): \(statement): \(outcome)")
        }
      }
      for statement in ["DELETE FROM \(schema).event", "TRUNCATE \(schema).event"] {
        let refused = #expect(throws: DatabaseServer.Refused.self) {
          try server.run("SET ROLE \(schema)_owner; \(statement)")
        }
        #expect(refused?.text.contains("history stays") == true)
      }
      // Looks, and is told why nothing is written.
      let reader = try scratch.store(as: "\(schema)_wang", machine: "r")
      #expect(reader.access == .readOnly(.notAMember(account: "\(schema)_wang")))
      #expect(reader.pipeline == store.pipeline)
      let strange = #expect(throws: StoreError.self) {
        try scratch.store(as: "\(schema)_fremd", machine: "f")
      }
      guard case .server(let fault) = strange?.code else {
        Issue.record("\(String(describing: strange))")
        return
      }
      #expect(fault.kind == .noRight)
      // Whoever leaves writes no more, and comes back under the number he had.
      let before = try scratch.store(as: member, machine: "m")
      #expect(try ServerCare(try scratch.address()).remove(member))
      #expect(throws: StoreError.self) { try before.commit(Work.note("走了")) }
      try ServerCare(try scratch.address()).add(member, name: nil)
      #expect(try scratch.store(as: member, machine: "m").author == before.author)
    }

    @Test("What cannot be reached or is not there is named")
    func faults() throws {
      let scratch = try ServerScratch()
      func kind(_ text: String) throws -> ServerFault.Kind? {
        guard case .server(let address) = try StoreAddress(text) else { return nil }
        let error = #expect(throws: StoreError.self) {
          try ServerStore(
            address, authorship: .sample, mirrors: scratch.mirrors(of: "none"))
        }
        guard case .server(let fault) = error?.code else { return nil }
        return fault.kind
      }
      let (folder, port) = (scratch.server.folder, scratch.server.port)
      #expect(
        try kind("postgresql://postgres@/postgres?host=\(folder)&port=\(port)&schema=leer")
          == .noStore(schema: "leer"))
      #expect(try kind("postgresql://postgres@/nichts?host=\(folder)&port=\(port)") == .noDatabase)
      #expect(
        try kind("postgresql://niemand@/postgres?host=\(folder)&port=\(port)") == .loginRefused)
      #expect(try kind("postgresql://postgres@/postgres?host=\(folder)&port=1") == .unreachable)
      #expect(try kind("postgresql://127.0.0.1:1/postgres") == .unreachable)
      #expect(try kind("postgresql://db1/ju?nonsense=1") == .badAddress)
      #expect(try kind("service=nirgends") == .badAddress)
      let again = #expect(throws: StoreError.self) {
        try ServerCare(try scratch.address()).create(
          id: "11111111-2222-4333-8444-555555555555")
      }
      guard case .server(let fault) = again?.code else {
        Issue.record("made twice")
        return
      }
      #expect(fault.kind == .alreadyThere(schema: scratch.schema))
    }
  }
#endif
