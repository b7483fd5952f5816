internal import SafeText

/// The words by which a row is told to be a sum, a section or a note: by what a cell is, never by how
/// it begins.
struct RowMarks {
  private static let sums = ["小计", "合计", "总计", "共计", "累计", "总和", "汇总"]
  private static let scopes = ["本页", "本表", "全部", "以上", "全区", "全县", "全市", "本月", "全年", "总"]
  private static let english: Set<String> = ["total", "subtotal", "sub-total", "grandtotal", "sum"]
  private static let counters = ["个", "家", "项", "户", "批次", "批", "人次", "次", "条"]
  private static let counted = ["项目", "企业", "单位", "公司"]
  private static let ordinals = "一二三四五六七八九十"
  private static let notes = [
    "注", "备注", "附注", "说明", "填表说明", "填报说明", "注释", "note", "notes", "remark", "remarks", "制表人",
    "审核人", "填报人", "填表人", "签发人", "负责人", "单位负责人", "主要负责人", "制表", "审核", "签发", "填报单位", "填报时间",
    "填报日期", "报送时间", "报送单位", "制表时间", "制表日期", "日期", "时间", "联系人", "联系电话", "数据来源", "来源", "附件",
  ]

  private static let noteSigns = Set(notes.compactMap(\.unicodeScalars.first))
  private static let blankSigns = Set("无暂没空未不一".unicodeScalars)

  /// Whether a text begins with an ideograph that none of the words looked for begins with: nearly every cell does,
  /// and is told at once.
  private static func begins(_ text: String, otherwiseThan signs: Set<Unicode.Scalar>) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return (0x4E00...0x9FFF).contains(first.value) && !signs.contains(first)
  }

  private static func compact(_ text: String) -> String {
    var out = FullWidth.folded(text).lowercased().filter { !$0.isWhitespace }
    while let last = out.last, ":;,.。、".contains(last) { out.removeLast() }
    return out
  }

  /// Whether a text is the word of a sum, perhaps with a number of 个, 家 or 项: 小计（2个）.
  func isSum(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let text = Self.compact(text)
    if Self.english.contains(text) { return true }
    for word in Self.sums {
      for scope in [""] + Self.scopes where text.hasPrefix(scope + word) {
        return Self.isCount(text.dropFirst(scope.count + word.count), mayBeEmpty: true)
      }
    }
    return text.hasPrefix("共") && Self.isCount(text.dropFirst(), mayBeEmpty: false)
  }

  /// The number in 2家, 5个项目, 3家企业; nil when a text is something else.
  func count(_ text: String) -> Int? {
    var rest = Self.compact(text)[...]
    if rest.hasPrefix("("), rest.hasSuffix(")") { rest = rest.dropFirst().dropLast() }
    if rest.hasPrefix("共") { rest = rest.dropFirst() }
    let digits = rest.prefix { $0 >= "0" && $0 <= "9" }
    guard !digits.isEmpty, digits.utf8.count < 10, let count = Int(digits),
      Self.isCount(rest, mayBeEmpty: false)
    else { return nil }
    return count
  }

  /// What a text counts by: 个 of 5个项目.
  func counter(_ text: String) -> String? {
    let rest = Self.compact(text).drop { !($0 >= "0" && $0 <= "9") }.drop {
      $0 >= "0" && $0 <= "9"
    }
    return Self.counters.first { rest.hasPrefix($0) }
  }

  private static func isCount(_ text: Substring, mayBeEmpty: Bool) -> Bool {
    var rest = text
    if rest.hasPrefix("("), rest.hasSuffix(")") { rest = rest.dropFirst().dropLast() }
    while rest.first == ":" || rest.first == "约" { rest = rest.dropFirst() }
    if rest.isEmpty { return mayBeEmpty }
    let digits = rest.prefix { $0 >= "0" && $0 <= "9" }
    guard !digits.isEmpty else { return false }
    rest = rest.dropFirst(digits.count)
    guard let counter = counters.first(where: { rest.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(counter.count)
    return rest.isEmpty || counted.contains { rest == $0 }
  }

  /// The number that a sum's own cell gives: 2 of 小计（2个）.
  func countInSum(_ text: String) -> Int? {
    let text = Self.compact(text)
    let rest = text.drop { !($0 >= "0" && $0 <= "9") }
    let digits = rest.prefix { $0 >= "0" && $0 <= "9" }
    return digits.utf8.count < 10 ? Int(digits) : nil
  }

  /// The number of projects that a section's title gives in brackets: 2 of 一、工业项目（2个）.
  func countInTitle(_ text: String) -> Int? {
    let folded = FullWidth.folded(text)
    guard folded.hasSuffix(")"), let open = folded.lastIndex(of: "("),
      !isSum(String(folded[..<open]))
    else { return nil }
    let inner = String(folded[open...])
    return counter(inner) == "个" || counter(inner) == "项" ? count(inner) : nil
  }

  /// Whether a text begins as the head of a section: 一、东湾街道, （二）新材料, 三.
  func isSection(_ text: String) -> Bool { sectionTitle(text) != nil }

  /// Whether a text is an ordinal and no more: 一, （一）, 二、.
  func isOrdinal(_ text: String) -> Bool { sectionTitle(text)?.isEmpty ?? false }

  /// What a section is called: 东湾街道 of 一、东湾街道; nil when a text is no head of one.
  func sectionTitle(_ text: String) -> String? {
    let folded = FullWidth.folded(text).filter { !$0.isWhitespace }
    var rest = folded[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let number = rest.prefix { Self.ordinals.contains($0) }
    if number.isEmpty { return nil }
    rest = rest.dropFirst(number.count)
    if rest.isEmpty { return isBracketed ? nil : "" }
    guard let mark = rest.first, isBracketed ? mark == ")" : "、.,:".contains(mark) else {
      return nil
    }
    rest = rest.dropFirst()
    while let first = rest.first, "、.,:".contains(first) { rest = rest.dropFirst() }
    return String(rest)
  }

  /// Whether a text begins as a note does: a label, and a colon behind it.
  func isNote(_ text: String) -> Bool {
    if Self.begins(text, otherwiseThan: Self.noteSigns) { return false }
    guard let first = text.first, !first.isDigit else { return false }
    let text = FullWidth.folded(text).lowercased().filter { !$0.isWhitespace }
    return Self.notes.contains { label in
      guard text.hasPrefix(label) else { return false }
      let rest = text.dropFirst(label.count)
      return rest.hasPrefix(":") || label == "注" && rest.first?.isDigit ?? false
    }
  }

  /// Words that say that nothing is there.
  static func isBlankWord(_ text: String) -> Bool {
    if begins(text, otherwiseThan: blankSigns) { return false }
    let text = FullWidth.folded(text).lowercased().filter { !$0.isWhitespace }
    if text.isEmpty { return true }
    if text.unicodeScalars.allSatisfy({ "-—–―一─/\\.·…_~".unicodeScalars.contains($0) }) {
      return text != "一"
    }
    return ["无", "暂无", "没有", "空", "n/a", "na", "none", "nil", "null", "(空)", "未填", "不适用"].contains(
      text)
  }
}
