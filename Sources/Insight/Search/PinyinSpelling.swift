/// A name as somebody types it in pinyin.
package enum PinyinSpelling {
  /// The initials of a name when what was typed begins them, else its readings in full.
  ///
  /// A character with several readings gets the one that what was typed chose: 重 is z for `zq`.
  package static func spelling(of name: String, for typed: String) -> String {
    let typed = Array(typed.lowercased().unicodeScalars)
    var initials = String.UnicodeScalarView()
    var full = ""
    for scalar in name.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      let readings = Pinyin.readings(of: scalar)
      guard let first = readings.first else {
        initials.append(scalar)
        full.unicodeScalars.append(scalar)
        continue
      }
      let wanted = typed.indices.contains(initials.count) ? typed[initials.count] : nil
      let fitting = readings.first { $0.unicodeScalars.first == wanted } ?? first
      if let letter = fitting.unicodeScalars.first { initials.append(letter) }
      let rest = String.UnicodeScalarView(typed.dropFirst(full.unicodeScalars.count))
      full += readings.first { String(rest).hasPrefix($0) || $0.hasPrefix(String(rest)) } ?? first
    }
    return initials.starts(with: typed) ? String(initials) : full
  }
}
