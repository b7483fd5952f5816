internal import TOML

/// A map as it is written down: tables, and a line for each word and what it means.
package struct MapText: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// headings, words, units or file.
    package let section: String
    package let word: String
    package let meaning: String
    /// From 1; nil when it is not known.
    package let line: Int?

    package init(section: String, word: String, meaning: String, line: Int? = nil) {
      self.section = section
      self.word = word
      self.meaning = meaning
      self.line = line
    }
  }

  package let entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  /// Reads a map that came with the program; none of a text that is no map.
  package init(_ text: String) {
    guard let table = try? TOMLReader.table(of: text, depthLimit: 2) else {
      entries = []
      return
    }
    var entries: [Entry] = []
    func add(_ member: TOMLTable.Member, to section: String) {
      guard case .string(let meaning) = member.value else { return }
      entries.append(
        Entry(
          section: section, word: member.key, meaning: meaning, line: member.keyPlace.line))
    }
    for member in table.members {
      if case .table(let inner) = member.value {
        for word in inner.members { add(word, to: member.key) }
      } else {
        add(member, to: "headings")
      }
    }
    self.entries = entries
  }
}
