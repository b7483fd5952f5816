package import TOML

/// What a bureau's own headings mean, as it is written down: `"牵头科室" = "lead"`, a line each.
package struct ColumnMapFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let heading: String
    package let meaning: String
    package let place: TOMLPlace
  }

  /// In the order of their lines.
  package let entries: [Entry]

  /// Reads a file; anything but a text for a heading is refused.
  package init(file path: String) throws(SettingsProblem) {
    let file = try SettingsFile(text: try SettingsFile.text(ofFile: path), file: path)
    var entries: [Entry] = []
    for entry in file.entries {
      guard case .text(let meaning) = entry.value else {
        throw entry.problem(.text, file: path)
      }
      entries.append(Entry(heading: entry.key, meaning: meaning, place: entry.keyPlace))
    }
    self.entries = entries
  }

  /// A map as such a file.
  package static func text(of entries: [(heading: String, meaning: String)]) -> String {
    entries.map { "\(TOMLText.quoted($0.heading)) = \(TOMLText.quoted($0.meaning))\n" }.joined()
  }
}
