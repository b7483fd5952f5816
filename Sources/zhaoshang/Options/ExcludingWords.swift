internal import Vocabulary

/// Conditions of a filter that leave something out, as in `zhaoshang list -tag:重点`.
///
/// A parser takes what begins with a dash for an option. Such a word is handed on with a full-width
/// dash, which means the same in a filter and is no option's.
enum ExcludingWords {
  private static let takers: Set<String> = [
    "list", "ls", "search", "agenda", "funnel", "trend", "count", "rates", "alerts", "report",
  ]

  static func marked(_ arguments: [String]) -> [String] {
    let takesFilter = arguments.first.map(takers.contains) ?? false
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments.indices.map { index in
      let argument = arguments[index]
      let isMeant = takesFilter || (index > 0 && arguments[index - 1] == "--filter")
      guard isMeant, index < end, isCondition(argument) else { return argument }
      return "\u{FF0D}" + argument.dropFirst()
    }
  }

  /// Whether a word leaves something out: `-tag:重点`, `-owner=王磊`, `-雷达`.
  private static func isCondition(_ word: String) -> Bool {
    guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
    let rest = word.dropFirst()
    guard let first = rest.unicodeScalars.first else { return false }
    if !first.isASCII { return true }
    guard let sign = rest.firstIndex(where: { ":：=＝<＜>＞".contains($0) }) else { return false }
    // -o=FILE is an option.
    return rest[..<sign].count > 1
  }
}
