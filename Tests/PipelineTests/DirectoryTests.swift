import Pipeline
import TestSupport
import Testing

/// The directory: organisations, people and clusters, each found by its name.
@Suite struct DirectoryTests {
  private func organisation(_ change: (inout Organisation) -> Void = { _ in }) -> DirectoryEntry {
    var organisation = Organisation(name: "创新集团")
    change(&organisation)
    return .organisation(organisation)
  }

  @Test("An entry that nobody saw is put into the place of the one that is there")
  func replaces() throws {
    var ledger = Ledger()
    try ledger.commit(
      .saveDirectoryEntry(DirectorySaving(organisation { $0.place = "邹平" }, expected: .anything)))
    let new = organisation { $0.kind = "民企" }
    try ledger.commit(.saveDirectoryEntry(DirectorySaving(new, expected: .anything)))
    #expect(ledger.pipeline.directory[new.key] == new)
  }

  @Test("Every member is compared by itself, as it stands after cleaning")
  func merges() throws {
    var ledger = Ledger()
    let seen = organisation {
      $0.aliases = ["创新"]
      $0.note = "铝"
    }
    try ledger.commit(.saveDirectoryEntry(DirectorySaving(seen, expected: .entry(nil))))
    let theirs = organisation {
      $0.aliases = ["创新"]
      $0.note = "铝加工"
      $0.unknownMembers = #"{"rank":1}"#
    }
    try ledger.commit(.saveDirectoryEntry(DirectorySaving(theirs, expected: .entry(seen))))
    let mine = organisation {
      $0.aliases = ["创新", "魏桥 "]
      $0.note = "铝"
      $0.creditCode = "91370000"
    }
    try ledger.commit(.saveDirectoryEntry(DirectorySaving(mine, expected: .entry(seen))))
    #expect(
      ledger.pipeline.directory[seen.key]
        == organisation {
          $0.aliases = ["创新", "魏桥"]
          $0.note = "铝加工"
          $0.creditCode = "91370000"
          $0.unknownMembers = #"{"rank":1}"#
        })
    let late = organisation { $0.note = "铝型材" }
    #expect(
      ledger.refusal(
        of: .saveDirectoryEntry(
          DirectorySaving(late, expected: .entry(organisation { $0.note = "铝" }))))
        == .entryConflict(seen.key, .note, theirs: .text("铝加工"), mine: .text("铝型材")))
  }

  @Test(
    "Every member of every kind can be read and set",
    arguments: [
      DirectoryEntry.organisation(Organisation(name: "甲")), .person(Person(name: "乙")),
      .cluster(Cluster(name: "丙")),
    ])
  func members(blank: DirectoryEntry) {
    var held = 0
    for member in DirectoryMember.allCases {
      for value in [FieldValue.text("值"), .list(["值"])] {
        var entry = blank
        entry[member] = value
        #expect((entry == blank) == (entry[member] == nil))
        if entry[member] == value { held += 1 }
      }
    }
    let count = Mirror(reflecting: Mirror(reflecting: blank).children.first?.value ?? 0).children
      .count
    // All but the name.
    #expect(held == count - 1)
  }
}
