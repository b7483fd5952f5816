#if PostgreSQL
  import Glibc
  import Pipeline
  import StoreSupport
  import Storage
  import Synchronization
  import TestSupport
  import Testing

  @testable import PostgresStorage

  /// P5 and P6: a primary and a standby, of which one fails or stands still.
  @Suite(.serialized) struct StandbyTests {
    private static let round = Atomic<Int>(0)

    /// Two servers, the second repeating the first.
    private struct Pair {
      let (primary, standby): (DatabaseServer, DatabaseServer)
      let home: ScratchFolder

      init(isSynchronous: Bool) throws {
        let round = StandbyTests.round.add(2, ordering: .relaxed).newValue
        let port = 57_000 + Int(getpid() % 300) * 20 + round
        primary = try DatabaseServer(port: port)
        standby = try DatabaseServer(port: port + 1, repeating: primary)
        home = try ScratchFolder()
        try ServerCare(address).create(id: Authorship.identifier { .random(in: .min ... .max) })
        if isSynchronous {
          try primary.run("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)';")
          try primary.run("SELECT pg_reload_conf();")
          try waitForStandby()
        }
      }

      /// Both hosts, the first that takes changes wanted.
      var address: ServerAddress { get throws { try address(of: [primary, standby]) } }

      func address(of servers: [DatabaseServer]) throws -> ServerAddress {
        let folders = servers.map(\.folder).joined(separator: ",")
        let ports = servers.map { "\($0.port)" }.joined(separator: ",")
        guard
          case .server(let address) = try StoreAddress(
            "postgresql://postgres@/postgres?host=\(folders)&port=\(ports)&schema=p5")
        else { throw DatabaseServer.Fault.notInstalled }
        return address
      }

      func store(_ machine: String = "a") throws -> ServerStore {
        try ServerStore(address, authorship: .sample, mirrors: home.path(machine))
      }

      func waitForStandby() throws {
        for _ in 0..<300 {
          let count = try primary.run(
            "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum');")
          if count != "0\n" { return }
          usleep(100_000)
        }
        throw DatabaseServer.Fault.doesNotStart("standby")
      }

      /// What notes say on the server that is left, in order.
      func notes() throws -> [String] {
        try standby.run("SELECT line::json->'data'->>'text' FROM p5.event ORDER BY seq;")
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
    }

    @Test("A synchronous standby takes over in the middle of changes, and nothing saved is missing")
    func promoted() async throws {
      for _ in 0..<Effort.count(1, long: 20) {
        let pair = try Pair(isSynchronous: true)
        let store = try pair.store()
        _ = try store.commit(Work.add("铝基新材料"))
        let isOver = Atomic<Bool>(false)
        async let failing: Void = {
          try await Task.sleep(for: .milliseconds(Int.random(in: 50..<400)))
          pair.primary.kill()
          try pair.standby.promote()
          isOver.store(true, ordering: .relaxed)
        }()
        var (saved, unknown): ([String], [String]) = ([], [])
        var afterwards = 0
        let limit = Ticks.now + 60_000
        while afterwards < 5, Ticks.now < limit {
          let text = "n\(saved.count + unknown.count)-\(Ticks.now)"
          do throws(StoreError) {
            _ = try store.commit(Work.note(text))
            saved.append(text)
            if isOver.load(ordering: .relaxed) { afterwards += 1 }
          } catch {
            unknown.append(text)
            usleep(100_000)
          }
        }
        try await failing
        let stored = try pair.notes()
        for text in saved { #expect(stored.count { $0 == text } == 1, "\(text)") }
        for text in unknown { #expect(stored.count { $0 == text } <= 1, "\(text)") }
        #expect(saved.count > 5)
        #expect(store.access == .readWrite)
        Effort.tell("standby promoted", ["saved": saved.count, "refused": unknown.count])
      }
    }

    @Test(
      "Of several hosts the one that takes changes is found, and a standby that becomes it is written"
    )
    func found() throws {
      let pair = try Pair(isSynchronous: true)
      let store = try ServerStore(
        pair.address(of: [pair.standby, pair.primary]), authorship: .sample,
        mirrors: pair.home.path("a"))
      #expect(store.access == .readWrite)
      _ = try store.commit(Work.add("铝基新材料"))
      func onStandby(_ machine: String) throws -> ServerStore {
        try ServerStore(
          pair.address(of: [pair.standby]), authorship: .sample, mirrors: pair.home.path(machine))
      }
      let (patient, driven) = (try onStandby("b"), try onStandby("c"))
      driven.patience = 20
      for store in [patient, driven] { #expect(store.access == .readOnly(.standby)) }
      #expect(throws: StoreError.self) { try patient.commit(Work.note("还写不了")) }
      pair.primary.kill()
      // Nobody is left to wait for.
      try pair.standby.promote()
      try pair.standby.run("ALTER SYSTEM RESET synchronous_standby_names;")
      try pair.standby.run("SELECT pg_reload_conf();")
      _ = try patient.commit(Work.note("写得了"))
      let limit = Ticks.now + 10_000
      while driven.access != .readWrite, Ticks.now < limit {
        _ = try driven.catchUp()
        usleep(20_000)
      }
      #expect(driven.access == .readWrite)
    }

    @Test(
      "An asynchronous standby that lacks what was saved is noticed, and what it lacks is kept here"
    )
    func lagging() throws {
      let pair = try Pair(isSynchronous: false)
      let store = try pair.store()
      _ = try store.commit(Work.add("铝基新材料"))
      let behind = try pair.primary.run("SELECT pg_current_wal_lsn();").dropLast()
      for _ in 0..<100 {
        let there = try pair.standby.run("SELECT pg_last_wal_replay_lsn() >= '\(behind)';")
        if there == "t\n" { break }
        usleep(50_000)
      }
      // It hears no more.
      try pair.standby.run("ALTER SYSTEM SET primary_conninfo = '';")
      try pair.standby.run("SELECT pg_reload_conf();")
      for _ in 0..<100 {
        if try pair.standby.run("SELECT count(*) FROM pg_stat_wal_receiver;") == "0\n" { break }
        usleep(50_000)
      }
      _ = try store.commit(Work.notes(["只在主机上", "也只在主机上"]))
      pair.primary.kill()
      try pair.standby.promote()
      let limit = Ticks.now + 30_000
      while Ticks.now < limit, store.pipeline.version != SequenceNumber(1) {
        _ = try store.catchUp()
      }
      #expect(
        store.access == .readOnly(.rewound(to: SequenceNumber(1), from: SequenceNumber(3))))
      #expect(throws: StoreError.self) { try store.commit(Work.note("不写")) }
      // Each loss can be named.
      let kept = try Journal(
        path: store.mirrors.folder(of: store.storeID) + ".rewound-3", authorship: .sample,
        isReadOnly: true)
      let lost = try kept.events(after: SequenceNumber(1), limit: 10)
      #expect(lost.count == 2)
      let report = try ServerCheck.run(
        on: try pair.address, .sample, mirrors: pair.home.path("a"), remove: { _ in })
      #expect(
        report.findings.contains {
          if case .rewound(SequenceNumber(1), SequenceNumber(3), _) = $0 { true } else { false }
        }, "\(report.findings)")
    }

    @Test("A standby that stands still: unknown after five seconds, and found out afterwards")
    func frozen() throws {
      for round in 0..<Effort.count(1, long: 20) {
        let pair = try Pair(isSynchronous: true)
        let store = try pair.store()
        _ = try store.commit(Work.add("铝基新材料"))
        store.patience = 20
        for _ in 0..<100 { _ = try store.catchUp() }
        pair.standby.freeze(true)
        let began = Ticks.now
        var outcome: StoreError?
        var longest: Int64 = 0
        while outcome == nil, Ticks.now < began + 20_000 {
          let before = Ticks.now
          do throws(StoreError) { _ = try store.commit(Work.note("等备机 \(round)")) } catch {
            if case .busy = error.code {} else { outcome = error }
          }
          longest = max(longest, Ticks.now - before)
        }
        #expect(outcome?.code == .outcomeUnknown)
        #expect(Ticks.now - began < 7000)
        #expect(longest < Int64(50 * Effort.crowding) + 20, "\(longest) ms")
        pair.standby.freeze(false)
        let limit = Ticks.now + 40_000
        while Ticks.now < limit, store.pipeline[ProjectID(1)]?.notes.count != 1 {
          _ = try store.catchUp()
          usleep(20_000)
        }
        #expect(store.pipeline[ProjectID(1)]?.notes.map(\.text) == ["等备机 \(round)"])
        #expect(try pair.notes().count { $0 == "等备机 \(round)" } == 1)
      }
    }
  }
#endif
