internal import TOML

/// The text of a `config.toml` in which the person says who they are.
package struct ConfigurationText: Equatable, Sendable {
  package let text: String

  /// A file that cannot be changed without touching what else is in it.
  package struct CannotChange: Error, Hashable, Sendable {}

  package init(_ text: String) { self.text = text }

  /// The same file with a name and a unit under `[user]`; what is nil stays as it was.
  ///
  /// - Throws: ``CannotChange`` when the file is no TOML, or would read differently than it should.
  package func with(userName name: String?, unit: String?) throws(CannotChange) -> ConfigurationText
  {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    let values = [("name", name), ("unit", unit)].compactMap { key, value in
      value.map { (key: key, line: "\(key) = \(TOMLText.quoted($0))") }
    }
    if let head = lines.firstIndex(where: { Self.bare($0) == "[user]" }) {
      let next = lines[(head + 1)...].firstIndex { Self.bare($0).hasPrefix("[") } ?? lines.endIndex
      var section = Array(lines[(head + 1)..<next])
      section.removeAll { line in values.contains { Self.bare(line).hasPrefix($0.key + "=") } }
      lines.replaceSubrange((head + 1)..<next, with: values.map(\.line) + section)
    } else if !values.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += ["[user]"] + values.map(\.line)
    }
    let changed = ConfigurationText(lines.map { $0 + "\n" }.joined())
    let (before, problems) = Configuration.parse(text, file: "")
    guard !problems.contains(where: { $0.key.isEmpty }) else { throw CannotChange() }
    var expected = before
    if let name { expected.userName = name }
    if let unit { expected.userUnit = unit }
    guard Configuration.parse(changed.text, file: "").configuration == expected else {
      throw CannotChange()
    }
    return changed
  }

  /// A line without blanks and remarks behind it.
  private static func bare(_ line: String) -> String {
    String(line.prefix { $0 != "#" }.filter { !$0.isWhitespace })
  }
}
