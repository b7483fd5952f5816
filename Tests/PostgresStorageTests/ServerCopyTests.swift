#if PostgreSQL
  import Glibc
  import Pipeline
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  /// P10: what goes from a folder onto a server and back is the same byte for byte.
  @Suite struct ServerCopyTests {
    /// Stores as they were written by earlier builds, and what others make of the format.
    private static let formats: String = {
      let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
      return here.joined(separator: "/") + "/StorageTests/Formats"
    }()

    /// A store in a folder, of the files that one of another version left.
    private func store(of version: String, in home: ScratchFolder) throws -> String {
      let path = home.path("账本")
      _ = system(
        """
        mkdir -p '\(path)/journal' && cp '\(Self.formats)/\(version)/format' '\(path)/' && \
        cp '\(Self.formats)/\(version)/'*.jsonl '\(path)/journal/'
        """)
      return path
    }

    private func empty(_ server: DatabaseServer) throws -> ServerAddress {
      guard case .server(let address) = try StoreAddress(server.address(ServerScratch.name()))
      else {
        throw DatabaseServer.Fault.notInstalled
      }
      return address
    }

    /// Reads the server anew and holds its lines against a folder's.
    private func same(_ address: ServerAddress, _ path: String, _ home: ScratchFolder) throws {
      let back = try ServerCare(address).readAnew(into: home.path("anew"), .sample)
      let report = try StoreComparison.run(on: back, with: path)
      #expect(report.verdict == .same)
    }

    @Test(
      "A store of every version goes onto a server and back",
      arguments: ["1.0", "1.0-before-registers"])
    func formats(_ version: String) throws {
      let (home, server) = (try ScratchFolder(), try DatabaseServer.shared.get())
      let path = try store(of: version, in: home)
      let address = try empty(server)
      let last = try ServerCopy.make(of: path, on: address)
      #expect(last > .origin)
      try same(address, path, home)
      // It opens, is written by whoever brought it, and its numbers begin above all that signed.
      let opened = try ServerStore(address, authorship: .sample, mirrors: home.path("m"))
      #expect(opened.access == .readWrite)
      #expect(opened.author.uid == ServerSchema.firstMember)
      _ = try opened.commit(Work.note("接着记"))
    }

    @Test("A store larger than a piece that is sent, with every kind of event")
    func large() throws {
      let (home, server) = (try ScratchFolder(), try DatabaseServer.shared.get())
      let path = home.path("大")
      var dice = SystemRandomNumberGenerator()
      try Journal.create(at: path, random: { dice.next() })
      let journal = try Journal(path: path, authorship: .sample)
      _ = try journal.commit(Work.add("铝基新材料"))
      _ = try journal.commit { _ in Sample.events }
      for round in 0..<12 {
        _ = try journal.commit(
          Work.notes((0..<200).map { "第 \(round) 批 \($0)：" + String(repeating: "铝", count: 600) }))
      }
      let address = try empty(server)
      var told: [UInt64] = []
      _ = try ServerCopy.make(of: path, on: address) { done, all in
        #expect(done <= all)
        told.append(done)
      }
      #expect(told == told.sorted() && told.count > 2)
      try same(address, path, home)
    }

    @Test("Where there is anything, nothing is written")
    func refused() throws {
      let home = try ScratchFolder()
      let path = try store(of: "1.0", in: home)
      let scratch = try ServerScratch()
      let held = try scratch.store()
      _ = try held.commit(Work.add("铝基新材料"))
      func kind(_ address: ServerAddress) -> ServerFault.Kind? {
        let error = #expect(throws: StoreError.self) { try ServerCopy.make(of: path, on: address) }
        guard case .server(let fault)? = error?.code else { return nil }
        return fault.kind
      }
      #expect(try kind(scratch.address()) == .alreadyThere(schema: scratch.schema))
      #expect(try scratch.rows() == ["1"])
      // Another's schema, with tables of its own.
      let other = try empty(scratch.server)
      try scratch.server.run(
        "CREATE SCHEMA \(other.schema); CREATE TABLE \(other.schema).t(a int);")
      #expect(kind(other) == .alreadyThere(schema: other.schema))
    }

    @Test("A store without records that a DBA made is filled, and its members are kept")
    func filled() throws {
      let home = try ScratchFolder()
      let path = try store(of: "1.0", in: home)
      let scratch = try ServerScratch()
      let li = try scratch.member("li")
      let before = try ServerCare(scratch.address()).members()
      _ = try ServerCopy.make(of: path, on: scratch.address())
      try same(scratch.address(), path, home)
      let after = try ServerCare(scratch.address()).members()
      #expect(after.map(\.role) == before.map(\.role))
      let mine = try scratch.store(as: li, machine: "li")
      #expect(mine.access == .readWrite)
      _ = try mine.commit(Work.note("李娜接着记"))
    }

    @Test("From server to server each keeps the number he signs with, and nobody gets another's")
    func members() throws {
      let (home, scratch) = (try ScratchFolder(), try ServerScratch())
      let (li, wang) = (try scratch.member("li"), try scratch.member("wang"))
      _ = try scratch.store(as: li, machine: "li").commit(Work.add("铝基新材料"))
      _ = try scratch.store(as: wang, machine: "wang").commit(Work.note("看过了"))
      let path = try ServerCare(scratch.address()).readAnew(into: home.path("anew"), .sample)
      let members = try ServerCare(scratch.address()).members()
      let address = try empty(scratch.server)
      _ = try ServerCopy.make(of: path, on: address, members: members)
      #expect(try ServerCare(address).members() == members)
      // Without the list, the numbers that signed are nobody's.
      let bare = try empty(scratch.server)
      _ = try ServerCopy.make(of: path, on: bare)
      let first = try #require(try ServerCare(bare).members().first)
      #expect(first.number == ServerSchema.firstMember + 3)
    }

    @Test("What was given up has no place on a server, and nothing is made there")
    func gap() throws {
      let (home, server) = (try ScratchFolder(), try DatabaseServer.shared.get())
      let path = home.path("缺")
      var dice = SystemRandomNumberGenerator()
      try Journal.create(at: path, random: { dice.next() })
      let journal = try Journal(path: path, authorship: .sample)
      _ = try journal.commit(Work.add("铝基新材料"))
      _ = try journal.commit(Work.note("会坏的一条"))
      _ = system("sed -i 's/会坏的/坏掉的/' '\(path)/journal/'*.jsonl")
      _ = try StoreGap.run(on: path, authorship: .sample)
      let address = try empty(server)
      let error = #expect(throws: StoreError.self) { try ServerCopy.make(of: path, on: address) }
      #expect(error?.code == .unfit(.hasGap))
      #expect(
        try server.run("SELECT to_regnamespace('\(address.schema)') IS NULL;") == "t\n")
    }

    @Test("A copy that is removed under an open store is made anew, and nothing saved is missing")
    func removedMirror() throws {
      let scratch = try ServerScratch()
      let store = try scratch.store()
      _ = try store.commit(Work.add("铝基新材料"))
      let other = try scratch.store(machine: "b")
      let cache = ServerCache(path: scratch.mirrors(of: "a"))
      #expect(cache.copies.map(\.storeID) == [store.storeID])
      _ = system("rm -rf '\(cache.copies[0].path)'")
      // Saved with no copy to put it into.
      let commit = try store.commit(Work.note("删了副本以后"))
      #expect(commit.events.count == 1)
      #expect(store.pipeline[ProjectID(1)]?.notes.map(\.text) == ["删了副本以后"])
      _ = system("rm -rf '\(cache.copies[0].path)'")
      _ = try other.commit(Work.note("别人的"))
      for _ in 0..<3 { _ = try store.catchUp() }
      #expect(store.pipeline[ProjectID(1)]?.notes.map(\.text) == ["删了副本以后", "别人的"])
      #expect(store.access == .readWrite)
      #expect(try scratch.rows() == ["1", "2", "3"])
    }
  }
#endif
