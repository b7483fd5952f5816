internal import Pipeline
internal import SafeText

/// A person and a telephone in one cell: 李四（总经理）0543-4321001.
struct ContactCell: Hashable {
  /// Whom to call; empty when only a number stands there.
  let name: String
  /// The numbers, parted by 、; empty when only a name stands there.
  let phone: String

  /// The fewest digits of a telephone; fewer are a room or a rank.
  private static let leastDigits = 7

  init(_ text: String) {
    let signs = Array(text)
    var names = ""
    var phones: [String] = []
    var place = 0
    while place < signs.count {
      let end = Self.endOfPhone(in: signs, from: place)
      if let end {
        phones.append(String(signs[place..<end]).trimmingBlanks)
        place = end
      } else {
        names.append(signs[place])
        place += 1
      }
    }
    phone = phones.joined(separator: "、")
    name = phones.isEmpty ? text : Self.bare(names)
  }

  /// Where the telephone ends that begins at a place; nil when none does.
  private static func endOfPhone(in signs: [Character], from start: Int) -> Int? {
    func isDigit(_ sign: Character) -> Bool {
      FullWidth.folded(String(sign)).first?.isDigit ?? false
    }
    guard isDigit(signs[start]) || "+＋".contains(signs[start]),
      start == 0 || !isDigit(signs[start - 1])
    else { return nil }
    var (end, digits) = (start, 0)
    var place = start
    // A blank or a stroke goes on with the number where a digit stands behind it.
    while place < signs.count, isDigit(signs[place]) || "+＋-－— 转".contains(signs[place]) {
      if isDigit(signs[place]) {
        digits += 1
        end = place + 1
      } else if signs[place] == " ", digits >= 11 {
        break
      }
      place += 1
    }
    return digits >= leastDigits ? end : nil
  }

  private static let labels = [
    "联系电话", "联系方式", "办公电话", "手机号码", "手机号", "电话", "手机", "座机", "tel", "mobile",
  ]

  /// The names without what stood around the numbers: labels, colons, empty brackets.
  private static func bare(_ text: String) -> String {
    var parts: [String] = []
    for part in text.split(whereSeparator: { "、，,;；/\n".contains($0) }) {
      var part = String(part).trimmingBlanks
      for label in labels {
        while let range = part.range(ofFolded: label) { part.removeSubrange(range) }
      }
      for empty in ["（）", "()", "（：）", "(:)", "【】"] { part = part.replacing(empty, with: "") }
      while let last = part.last, ":：. -—".contains(last) { part.removeLast() }
      while let first = part.first, ":：. -—".contains(first) { part.removeFirst() }
      part = part.trimmingBlanks
      if !part.isEmpty { parts.append(part) }
    }
    return parts.joined(separator: "、")
  }
}

extension String {
  /// Where a word stands, whatever its case.
  fileprivate func range(ofFolded word: String) -> Range<String.Index>? {
    firstRange(of: word) ?? firstRange(of: word.uppercased())
      ?? firstRange(of: word.prefix(1).uppercased() + word.dropFirst())
  }
}
