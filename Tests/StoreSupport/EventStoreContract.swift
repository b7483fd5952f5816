import CustomDump
import Pipeline
package import Storage
import TestSupport
import Testing

/// What every store owes, whatever it is made of: run for each kind of store.
///
/// `open` gives another view of the same store, as another program has it.
package struct EventStoreContract {
  package let open: () throws -> any EventStore

  package init(open: @escaping () throws -> any EventStore) { self.open = open }

  package func keepsWhatWasCommitted() throws {
    let store = try open()
    let first = try store.commit(Work.add("铝基新材料"))
    #expect(first.events.map(\.sequence.number) == [1])
    #expect(first.others == Changes())
    _ = try store.commit(Work.notes(["一", "二", "三"]))
    expectNoDifference(try open().pipeline, store.pipeline)
    #expect(store.pipeline.version == SequenceNumber(4))
    #expect(store.pipeline[ProjectID(1)]?.notes.map(\.text) == ["一", "二", "三"])
  }

  package func storesNothingWhenRefused() throws {
    let store = try open()
    let error = #expect(throws: StoreError.self) { try store.commit(Work.note("无")) }
    #expect(error?.refusal == .unknownProject(ProjectID(1)))
    #expect(store.pipeline == Pipeline())
    #expect(try store.commit { _ in [] }.events == [])
    #expect(try open().pipeline == Pipeline())
  }

  package func decidesOnWhatOthersStored() throws {
    let (mine, theirs) = (try open(), try open())
    let added = try theirs.commit(Work.add("铝基新材料"))
    var seen = SequenceNumber.origin
    let noted = try mine.commit { (pipeline) throws(Refusal) in
      seen = pipeline.version
      return try Work.note("好")(pipeline)
    }
    #expect(seen == SequenceNumber(1))
    expectNoDifference(noted.others.events, added.events)
    #expect(noted.all.map(\.sequence.number) == [1, 2])
    expectNoDifference(try theirs.catchUp(), Changes(events: noted.events))
    #expect(try theirs.catchUp() == Changes())
    expectNoDifference(mine.pipeline, theirs.pipeline)
  }

  package func handsOutOthersEventsAfterARefusal() throws {
    let (mine, theirs) = (try open(), try open())
    let added = try theirs.commit(Work.add("铝基新材料"))
    #expect(throws: StoreError.self) { try mine.commit(Work.note("无", on: 9)) }
    expectNoDifference(try mine.catchUp(), Changes(events: added.events))
  }

  package func givesHistoryByNumber() throws {
    let store = try open()
    var all: [RecordedEvent] = []
    all += try store.commit(Work.add("铝基新材料")).events
    let bulk = try store.commit(Work.notes(["一", "二", "三"]))
    all += bulk.events
    all += try store.commit(Work.note("四")).events
    expectNoDifference(try store.events(after: .origin, limit: 100), all)
    expectNoDifference(try store.events(after: SequenceNumber(2), limit: 2), Array(all[2..<4]))
    #expect(try store.events(after: SequenceNumber(5), limit: 9) == [])
    #expect(try store.events(after: SequenceNumber(99), limit: 9) == [])
    #expect(try store.events(after: .origin, limit: 0) == [])
    let reference = try #require(store.pipeline.undoable.dropLast().last)
    expectNoDifference(try store.events(of: reference), bulk.events)
  }

  package func undoesAndRedoesFromHistory() throws {
    let store = try open()
    _ = try store.commit(Work.add("铝基新材料"))
    _ = try store.commit(Work.notes(["一", "二"]))
    for expected in [[], ["一", "二"], []] {
      let reference = try #require(
        expected.isEmpty
          ? store.pipeline.lastUndoable(by: nil) : store.pipeline.lastRedoable(by: nil))
      let events = try store.events(of: reference)
      _ = try store.commit { (pipeline) throws(Refusal) in
        try pipeline.decide(.undo(events), today: Work.day)
      }
      #expect(store.pipeline[ProjectID(1)]?.notes.map(\.text).sorted() == expected.sorted())
    }
    expectNoDifference(try open().pipeline, store.pipeline)
  }

  /// Two people who saw the same card: different fields merge, the same field asks.
  package func mergesByField() throws {
    let (mine, theirs) = (try open(), try open())
    _ = try mine.commit(Work.add("铝基新材料"))
    _ = try theirs.catchUp()
    func edit(_ store: any EventStore, _ edits: [(Field, String)]) -> Result<Commit, StoreError> {
      let seen = store.pipeline[ProjectID(1)]
      return Result { () throws(StoreError) in
        try store.commit { (pipeline) throws(Refusal) in
          let edits = edits.map { field, text in
            FieldEdit(field, to: .text(text), expected: .value(seen?[field]))
          }
          return try pipeline.decide(.edit(ProjectID(1), edits), today: Work.day)
        }
      }
    }
    #expect(throws: Never.self) { try edit(theirs, [(.owner, "李娜")]).get() }
    let merged = try edit(mine, [(.industry, "铝"), (.grade, "省重点")]).get()
    #expect(merged.others.events.count == 1)
    #expect(mine.pipeline[ProjectID(1)]?.owner == "李娜")
    // They saw no industry; one field of two in the way refuses both.
    let refused = edit(theirs, [(.origin, "苏州"), (.industry, "铜")])
    #expect(throws: StoreError.self) { try refused.get() }
    if case .failure(let error) = refused {
      #expect(
        error.refusal
          == .conflict(ProjectID(1), .industry, theirs: .text("铝"), mine: .text("铜")))
    }
    #expect(theirs.pipeline[ProjectID(1)]?.text(.origin) == nil)
    // The store has told them meanwhile: what they see now they may overwrite.
    #expect(try edit(theirs, [(.industry, "铜")]).get().events.count == 1)
    // Both meant the same: nothing to store, nobody to ask.
    _ = try edit(mine, [(.steward, "王磊")]).get()
    #expect(try edit(theirs, [(.steward, "王磊")]).get().events == [])
    _ = try mine.catchUp()
    expectNoDifference(mine.pipeline, theirs.pipeline)
    expectNoDifference(try open().pipeline, theirs.pipeline)
  }

  /// Two people who saw the same entry of the directory: the same rule, member by member.
  package func mergesTheDirectoryByMember() throws {
    let (mine, theirs) = (try open(), try open())
    func save(_ store: any EventStore, _ change: (inout Cluster) -> Void) throws(StoreError)
      -> Commit
    {
      let seen = store.pipeline.clusters.first
      var cluster = seen ?? Cluster(name: "铝业集群")
      change(&cluster)
      let saving = DirectorySaving(
        .cluster(cluster), expected: .entry(seen.map(DirectoryEntry.cluster)))
      return try store.commit { (pipeline) throws(Refusal) in
        try pipeline.decide(.saveDirectoryEntry(saving), today: Work.day)
      }
    }
    _ = try save(theirs) { $0.target = "千亿" }
    // They both thought to be the first; each wrote something else.
    _ = try save(mine) { $0.segments = ["铝水", "铝板带"] }
    var both = Cluster(name: "铝业集群")
    both.target = "千亿"
    both.segments = ["铝水", "铝板带"]
    #expect(mine.pipeline.clusters == [both])
    let refused = Result { () throws(StoreError) in
      try save(theirs) {
        $0.note = "延链"
        $0.segments = ["铝箔"]
      }
    }
    let (old, new) = (FieldValue.list(["铝水", "铝板带"]), FieldValue.list(["铝箔"]))
    let key = DirectoryKey(.cluster, "铝业集群")
    #expect(throws: StoreError.self) { try refused.get() }
    if case .failure(let error) = refused {
      #expect(error.refusal == .entryConflict(key, .segments, theirs: old, mine: new))
    }
    // Now they have seen it, and may.
    _ = try save(theirs) { $0.segments = ["铝箔"] }
    #expect(theirs.pipeline.clusters.first?.note == nil)
    // Both meant the same: nothing to store, nobody to ask.
    #expect(try save(mine) { $0.segments = ["铝箔"] }.events == [])
    expectNoDifference(mine.pipeline, theirs.pipeline)
    expectNoDifference(try open().pipeline, theirs.pipeline)
  }

  package func keepsEveryKindOfEvent() throws {
    let store = try open()
    let commit = try store.commit { _ in Sample.events }
    expectNoDifference(commit.events.map(\.event), Sample.events)
    expectNoDifference(try open().events(after: .origin, limit: 100), commit.events)
    expectNoDifference(try open().pipeline, store.pipeline)
  }
}
