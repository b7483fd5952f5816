#if PostgreSQL
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  @Suite("A store on a server keeps what every store owes")
  struct ServerContractTests {
    /// Each view is on a machine of its own, or all are on one and share its copy.
    static let machines = [["a", "b", "c", "d", "e", "f"], ["a"]]

    private func withContract(_ machines: [String], _ body: (EventStoreContract) throws -> Void)
      throws
    {
      let scratch = try ServerScratch()
      var next = 0
      try body(
        EventStoreContract {
          defer { next += 1 }
          return try scratch.store(machine: machines[next % machines.count])
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
  }
#endif
