/// Whether a text is well-formed markup: every element closed in order, every `<` and `&` of a mark.
///
/// Small and strict: it knows what our pages use, and anything else is a fault.
struct MarkupCheck {
  private(set) var faults: [String] = []
  private(set) var elements: [String: Int] = [:]

  init(_ page: String) {
    var stack: [String] = []
    // Marks are ASCII; a mark on top of one would hide it from a comparison of Characters.
    let ascii = String(
      String.UnicodeScalarView(page.unicodeScalars.map { $0.isASCII ? $0 : "\u{6587}" }))
    var rest = ascii[...]
    while let open = rest.firstIndex(of: "<") {
      checkText(rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else {
        faults.append("a mark is never closed")
        return
      }
      let mark = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if mark.hasPrefix("!DOCTYPE") { continue }
      if mark.hasPrefix("/") {
        let name = String(mark.dropFirst())
        if stack.popLast() != name { faults.append("</\(name)> closes nothing of the kind") }
        continue
      }
      let name = String(mark.prefix { !" /".contains($0) })
      elements[name, default: 0] += 1
      if mark.filter({ $0 == "\"" }).count % 2 == 1 {
        faults.append("<\(mark)> has a quote too many")
      }
      if !mark.hasSuffix("/") { stack.append(name) }
    }
    checkText(rest)
    if !stack.isEmpty { faults.append("left open: \(stack)") }
  }

  private mutating func checkText(_ text: Substring) {
    if text.contains(">") { faults.append("a bare > in \(text.prefix(40))") }
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    where !["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: { piece.hasPrefix($0) }) {
      faults.append("a bare & before \(piece.prefix(10))")
    }
  }
}
