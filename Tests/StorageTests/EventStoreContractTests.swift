import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("The journal keeps what every store owes")
struct EventStoreContractTests {
  private func withContract(_ body: (EventStoreContract) throws -> Void) throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    try body(EventStoreContract { try scratch.journal(segmentLimit: 600) })
  }

  @Test("It keeps what was committed")
  func commits() throws { try withContract { try $0.keepsWhatWasCommitted() } }

  @Test("It stores nothing when the work refuses or returns nothing")
  func refusals() throws { try withContract { try $0.storesNothingWhenRefused() } }

  @Test("It decides on what others stored, and hands that out once")
  func others() throws { try withContract { try $0.decidesOnWhatOthersStored() } }

  @Test("A refusal does not swallow what others stored")
  func undelivered() throws { try withContract { try $0.handsOutOthersEventsAfterARefusal() } }

  @Test("It gives history by number and by commit")
  func history() throws { try withContract { try $0.givesHistoryByNumber() } }

  @Test("A commit is undone, redone and undone from what is stored")
  func undo() throws { try withContract { try $0.undoesAndRedoesFromHistory() } }

  @Test("Different fields of two people merge; the same field asks with both values")
  func merges() throws { try withContract { try $0.mergesByField() } }

  @Test("Different members of an entry of the directory merge; the same member asks")
  func directory() throws { try withContract { try $0.mergesTheDirectoryByMember() } }

  @Test("It keeps every kind of event")
  func kinds() throws { try withContract { try $0.keepsEveryKindOfEvent() } }
}
