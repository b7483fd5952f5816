internal import Pipeline

extension CalendarFile {
  /// The entries of a file that this program wrote; what is not understood is passed over.
  ///
  /// - Complexity: O(length).
  package static func entries(in text: String) -> [CalendarEntry] {
    var entries: [CalendarEntry] = []
    var properties: [String: String]?
    for line in unfolded(text) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = String(line[..<colon].prefix { $0 != ";" })
      let value = String(line[line.index(after: colon)...])
      switch (name, value) {
      case ("BEGIN", "VEVENT"): properties = [:]
      case ("END", "VEVENT"):
        if let entry = properties.flatMap(entry) { entries.append(entry) }
        properties = nil
      default:
        // The first stands for the entry; an alarm has a description of its own behind it.
        if properties?[name] == nil { properties?[name] = value }
      }
    }
    return entries
  }

  private static func entry(_ properties: [String: String]) -> CalendarEntry? {
    guard let uid = properties["UID"], let date = properties["DTSTART"], date.utf8.count == 8,
      let day = Day("\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))")
    else { return nil }
    return CalendarEntry(
      uid: plain(uid), day: day, summary: plain(properties["SUMMARY"] ?? ""),
      description: plain(properties["DESCRIPTION"] ?? ""),
      categories: properties["CATEGORIES"].map { [plain($0)] } ?? [],
      sequence: properties["SEQUENCE"].flatMap(Int.init) ?? 0,
      isCancelled: properties["STATUS"] == "CANCELLED")
  }

  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
      if line.first == " ", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func plain(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        plain.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
