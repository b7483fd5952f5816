package import TOML

/// What a bureau's own headings and words mean, as it is written down: `"牵头科室" = "lead"`, a line
/// each, words of stages and states under `[words]`.
package struct ColumnMapFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The table it stands in, headings for none: words, units or file.
    package let section: String
    package let heading: String
    package let meaning: String
    package let place: TOMLPlace
  }

  /// In the order of their lines.
  package let entries: [Entry]

  /// Reads a file; anything but a text for a heading or word is refused.
  package init(file path: String) throws(SettingsProblem) {
    let file = try SettingsFile(text: try SettingsFile.text(ofFile: path), file: path)
    var entries: [Entry] = []
    for entry in file.entries {
      guard case .text(let meaning) = entry.value else {
        throw entry.problem(.text, file: path)
      }
      entries.append(
        Entry(
          section: entry.path.count > 1 ? entry.path[0] : "headings",
          heading: entry.path.dropFirst(entry.path.count > 1 ? 1 : 0).joined(separator: "."),
          meaning: meaning, place: entry.keyPlace))
    }
    self.entries = entries
  }

  /// A map as such a file: headings, then words of stages and states.
  package static func text(
    of entries: [(heading: String, meaning: String)],
    words: [(word: String, meaning: String)] = []
  ) -> String {
    entries.map { "\(TOMLText.quoted($0.heading)) = \(TOMLText.quoted($0.meaning))\n" }.joined()
      + (words.isEmpty ? "" : "\n[words]\n")
      + words.map { "\(TOMLText.quoted($0.word)) = \(TOMLText.quoted($0.meaning))\n" }.joined()
  }
}
