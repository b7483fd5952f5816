internal import TOML

extension ViewsFile {
  /// The file could not be changed without touching what else is in it.
  package struct CannotChange: Error, Hashable, Sendable {}

  /// The file with a view in it, in place of one of the same name.
  ///
  /// - Throws: ``CannotChange`` when the text is no TOML, or reads differently than it should
  ///   afterwards, as after a text of several lines.
  package func saving(_ view: ViewEntry) throws(CannotChange) -> ViewsFile {
    try changed(view.name, to: view)
  }

  /// The file without a view.
  package func forgetting(_ name: String) throws(CannotChange) -> ViewsFile {
    try changed(name, to: nil)
  }

  private func changed(_ name: String, to view: ViewEntry?) throws(CannotChange) -> ViewsFile {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    if let section = ViewsFile.section(name, in: lines) {
      lines.replaceSubrange(section, with: ViewsFile.rewritten(Array(lines[section]), view))
    } else if let view {
      if lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
      lines += ["[\"\(name)\"]"] + ViewsFile.assignments(view)
    }
    let result = ViewsFile(
      lines.map { $0 + "\n" }.joined(), file: file, vocabulary: vocabulary)
    var expected = views
    if let index = expected.firstIndex(where: { $0.name == name }) {
      if let view { expected[index] = view } else { expected.remove(at: index) }
    } else if let view {
      expected.append(view)
    }
    guard result.views == expected else { throw CannotChange() }
    return result
  }

  /// The lines of a view: its head and all up to the next, without the comments above that.
  private static func section(_ name: String, in lines: [String]) -> Range<Int>? {
    func head(_ line: String) -> String? {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard trimmed.first == "[", let end = trimmed.firstIndex(of: "]") else { return nil }
      return trimmed[..<end].dropFirst().filter { !" \t\"'".contains($0) }
    }
    guard let start = lines.firstIndex(where: { head($0) == name }) else { return nil }
    var end = lines[(start + 1)...].firstIndex { head($0) != nil } ?? lines.endIndex
    while end > start + 1, end < lines.endIndex, isRemark(lines[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isRemark(_ line: String) -> Bool {
    line.first { $0 != " " && $0 != "\t" && $0 != "\r" }.map { $0 == "#" } ?? true
  }

  /// A view's lines with other settings, and its remarks; without the view, these alone.
  private static func rewritten(_ section: [String], _ view: ViewEntry?) -> [String] {
    let remarks = section.dropFirst().filter { isRemark($0) && !$0.allSatisfy(\.isWhitespace) }
    guard let view else { return remarks }
    return section.prefix(1) + assignments(view) + remarks
  }

  private static func assignments(_ view: ViewEntry) -> [String] {
    let settings: [(String, String?)] = [
      ("filter", view.filter), ("screen", view.screen), ("sort", view.sort), ("group", view.group),
      ("method", view.method),
    ]
    return settings.compactMap { key, value in value.map { "\(key) = \(TOMLText.quoted($0))" } }
  }
}
