/// What a bureau's own headings mean, as it is written down: `"牵头科室" = "lead"`, a line each.
package struct ColumnMapFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let heading: String
    package let meaning: String
    package let line: Int?
  }

  /// In the order of their lines.
  package let entries: [Entry]

  /// Reads a file; anything but a text for a heading is refused.
  package init(file path: String) throws(SettingsProblem) {
    let file = try SettingsFile(text: try SettingsFile.text(ofFile: path), file: path)
    var entries: [Entry] = []
    for entry in file.entries {
      guard case .text(let meaning) = entry.value else {
        throw SettingsProblem(
          file: path, line: entry.line, key: entry.key, value: entry.value.shown, expected: .text)
      }
      entries.append(Entry(heading: entry.key, meaning: meaning, line: entry.line))
    }
    self.entries = entries
  }

  /// A map as such a file.
  package static func text(of entries: [(heading: String, meaning: String)]) -> String {
    entries.map { "\(quoted($0.heading)) = \(quoted($0.meaning))\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
