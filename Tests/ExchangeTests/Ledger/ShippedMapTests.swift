import Exchange
import Pipeline
import Settings
import TestSupport
import Testing

/// The maps that come with the program: the files, what is built in of them, and what they mean.
@Suite struct ShippedMapTests {
  private static var folder: String {
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/maps"
  }

  @Test("What is built in is what the files say, and each line means something")
  func files() throws {
    #expect(LedgerVocabulary.shippedNames.contains("ledger"))
    for name in LedgerVocabulary.shippedNames {
      let file = try ColumnMapFile(file: Self.folder + "/" + name + ".toml")
      let built = try #require(LedgerVocabulary.shippedText(name))
      let entries = MapText(built).entries
      #expect(!entries.isEmpty, "\(name)")
      #expect(
        file.entries.map { "\($0.section) \($0.heading) \($0.meaning)" }.sorted()
          == entries.map { "\($0.section) \($0.word) \($0.meaning)" }.sorted(),
        "run Scripts/embed-maps")
      var vocabulary = LedgerVocabulary.shipped
      for entry in entries {
        let isKnown = vocabulary.add(entry)
        #expect(isKnown, "\(name): \(entry.word)")
      }
    }
  }

  @Test("A map that is written is read back by both readers")
  func writing() throws {
    let text = ColumnMapFile.text(
      of: [("计划总投资（万美元）", "amount (万美元)"), ("领导批示", "-")], words: [("签约前谈判", "intent")])
    let entries = MapText(text).entries
    #expect(entries.map(\.section) == ["headings", "headings", "words"])
    var vocabulary = LedgerVocabulary.shipped
    for entry in entries { _ = vocabulary.add(entry) }
    #expect(vocabulary.word("签约前谈判") == .stage(.intent))
    let folder = try ScratchFolder()
    let file = try ColumnMapFile(file: try folder.write(text, to: "map.toml"))
    #expect(file.entries.map(\.heading) == entries.map(\.word))
  }
}
