internal import Pipeline

extension CalendarFile {
  /// The entries of a file that this program wrote; what is not understood is passed over.
  ///
  /// - Complexity: O(length).
  package static func entries(in text: String) -> [CalendarEntry] {
    var entries: [CalendarEntry] = []
    var properties: [String: String]?
    for line in unfolded(text) {
      // By scalars: a mark that joins the sign before it makes one character of both.
      let scalars = line.unicodeScalars
      guard let colon = scalars.firstIndex(of: ":") else { continue }
      let name = String(String.UnicodeScalarView(scalars[..<colon].prefix { $0 != ";" }))
      let value = String(String.UnicodeScalarView(scalars[scalars.index(after: colon)...]))
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
    guard let uid = properties["UID"], let day = properties["DTSTART"].flatMap(settled) else {
      return nil
    }
    return CalendarEntry(
      uid: plain(uid), day: day, summary: plain(properties["SUMMARY"] ?? ""),
      description: plain(properties["DESCRIPTION"] ?? ""),
      categories: properties["CATEGORIES"].map { [plain($0)] } ?? [],
      sequence: properties["SEQUENCE"].flatMap(Int.init).map(CalendarEntry.sequence) ?? 0,
      isCancelled: properties["STATUS"] == "CANCELLED",
      cancelledOn: properties[CalendarFile.cancellation].flatMap(settled))
  }

  private static func settled(_ date: String) -> Day? {
    guard date.utf8.count == 8 else { return nil }
    return Day("\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))")
  }

  /// Whether a text is a calendar of this program's, by its own head and not by what it holds.
  package static func isOurs(_ text: String) -> Bool {
    unfolded(text).prefix { $0 != "BEGIN:VEVENT" }.contains("PRODID:" + product)
      && text.utf8.starts(with: "BEGIN:VCALENDAR\r\n".utf8)
  }

  /// What a calendar says that it is of.
  package static func name(of text: String) -> String? {
    unfolded(text).prefix { $0 != "BEGIN:VEVENT" }.first { $0.hasPrefix("X-WR-CALNAME:") }
      .map { plain(String($0.dropFirst("X-WR-CALNAME:".count))) }
  }

  private static func unfolded(_ text: String) -> [String] {
    var lines: [[UInt8]] = []
    for line in text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      if line.first == UInt8(ascii: " "), !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
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
