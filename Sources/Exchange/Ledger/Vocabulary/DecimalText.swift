/// Plain numbers in cells: counts, serial numbers, areas.
enum DecimalText {
  /// The digits without thousands separators and blanks between groups; nil when it is no decimal.
  static func plain(_ text: some StringProtocol) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      parts.count == 1 || isDigits(parts[1])
    else { return nil }
    let groups = whole.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == " " || $0 == "'" })
    guard groups.allSatisfy({ isDigits($0) }),
      groups.count == 1
        || groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }

  static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
