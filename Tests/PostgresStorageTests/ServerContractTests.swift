#if PostgreSQL
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  @Suite("A store on a server keeps what every store owes")
  struct ServerContractTests {
    /// Each view is on a machine of its own, or all are on one and share its copy; where pgbouncer is
    /// there, all of it once more with a connection for each transaction.
    static let machines =
      [["a", "b", "c", "d", "e", "f"], ["a"]] + (pooler == nil ? [] : [["pooled a", "pooled b"]])

    private static let pooler: Pooler? = try? DatabaseServer.shared.get().pooler()

    private func withContract(_ machines: [String], _ body: (EventStoreContract) throws -> Void)
      throws
    {
      let scratch = try ServerScratch()
      var next = 0
      try body(
        EventStoreContract {
          defer { next += 1 }
          let machine = machines[next % machines.count]
          return try scratch.store(
            machine: machine, by: machine.hasPrefix("pooled") ? Self.pooler?.port : nil)
        })
    }

    @Test("It keeps what was committed", arguments: machines)
    func commits(on machines: [String]) throws {
      try withContract(machines) { try $0.keepsWhatWasCommitted() }
    }

    @Test("It stores nothing when the work refuses or returns nothing", arguments: machines)
    func refusals(on machines: [String]) throws {
      try withContract(machines) { try $0.storesNothingWhenRefused() }
    }

    @Test("It decides on what others stored, and hands that out once", arguments: machines)
    func others(on machines: [String]) throws {
      try withContract(machines) { try $0.decidesOnWhatOthersStored() }
    }

    @Test("A refusal does not swallow what others stored", arguments: machines)
    func undelivered(on machines: [String]) throws {
      try withContract(machines) { try $0.handsOutOthersEventsAfterARefusal() }
    }

    @Test("It gives history by number and by commit", arguments: machines)
    func history(on machines: [String]) throws {
      try withContract(machines) { try $0.givesHistoryByNumber() }
    }

    @Test("A commit is undone, redone and undone from what is stored", arguments: machines)
    func undo(on machines: [String]) throws {
      try withContract(machines) { try $0.undoesAndRedoesFromHistory() }
    }

    @Test(
      "Different fields of two people merge; the same field asks with both values",
      arguments: machines)
    func merges(on machines: [String]) throws {
      try withContract(machines) { try $0.mergesByField() }
    }

    @Test(
      "Different members of an entry of the directory merge; the same member asks",
      arguments: machines)
    func directory(on machines: [String]) throws {
      try withContract(machines) { try $0.mergesTheDirectoryByMember() }
    }

    @Test("It keeps every kind of event", arguments: machines)
    func kinds(on machines: [String]) throws {
      try withContract(machines) { try $0.keepsEveryKindOfEvent() }
    }

    @Test("Behind a pooler nobody ends a process of the server, and doctor says why news is slower")
    func pooled() throws {
      let pooler = try #require(Self.pooler, "pgbouncer is not installed")
      let scratch = try ServerScratch()
      let store = try scratch.store(by: pooler.port)
      _ = try store.commit(Work.add("铝基新材料"))
      #expect(store.backend == nil)
      let report = try ServerCheck.run(
        on: scratch.address(by: pooler.port), .sample, mirrors: scratch.mirrors(of: "d"),
        remove: { _ in })
      #expect(report.findings.contains(.pooled))
    }
  }
#endif
