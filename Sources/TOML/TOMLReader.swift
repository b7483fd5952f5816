/// Reads a TOML 1.0 text line by line into tables.
///
/// Strict: what the specification does not allow is refused with its place. Nothing is ever aborted
/// for: nesting is bounded, and what does not fit is an error.
package struct TOMLReader {
  private var scanner: TOMLScanner
  /// How deep tables and arrays may lie inside one another.
  private let depthLimit: Int

  private init(_ text: String, depthLimit: Int) {
    scanner = TOMLScanner(text)
    self.depthLimit = depthLimit
  }

  /// The table of a whole text.
  ///
  /// - Throws: The first place where the text is no TOML, or lies deeper than the limit.
  /// - Complexity: O(length of the text), times the depth for its tables.
  package static func table(
    of text: String, depthLimit: Int = 64
  ) throws(TOMLError) -> TOMLTable {
    var reader = TOMLReader(text, depthLimit: depthLimit)
    return try reader.document()
  }

  private mutating func document() throws(TOMLError) -> TOMLTable {
    let root = TableBuilder(.defined)
    var table = root
    var depth = 0
    while true {
      try scanner.skipToContent()
      if scanner.isAtEnd { return root.finished() }
      if scanner.skip("[") {
        let isSeries = scanner.skip("[")
        let key = try scanner.key(limit: depthLimit)
        let closing = isSeries ? "]]" : "]"
        for _ in closing.utf8 {
          guard scanner.skip("]") else { throw scanner.error(.closing(closing)) }
        }
        table = isSeries ? try root.table(atSeries: key) : try root.table(atHeader: key)
        depth = key.count
      } else {
        try assignment(to: table, depth: depth)
      }
      try scanner.finishLine()
    }
  }

  /// Reads `key = value` into a table at some depth.
  private mutating func assignment(
    to table: TableBuilder, depth: Int
  ) throws(TOMLError) {
    let key = try scanner.key(limit: depthLimit)
    guard scanner.skip("=") else { throw scanner.error(.equals) }
    scanner.skipBlanks()
    let place = scanner.place()
    let value = try value(depth: depth + key.count)
    try table.set(key, to: value, valueAt: place)
  }

  /// Reads a value whose place in the text lies at some depth.
  private mutating func value(depth: Int) throws(TOMLError) -> TOMLValue {
    guard depth <= depthLimit else { throw scanner.error(.depth(atMost: depthLimit)) }
    switch scanner.byte() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try scanner.string())
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth))
    default: return try scanner.word()
    }
  }

  /// Reads an array, which may go on over lines and have a comma behind its last value.
  private mutating func array(depth: Int) throws(TOMLError) -> [TOMLValue] {
    scanner.position += 1
    var values: [TOMLValue] = []
    while true {
      try scanner.skipToContent()
      if scanner.skip("]") { return values }
      values.append(try value(depth: depth + 1))
      try scanner.skipToContent()
      if scanner.skip(",") { continue }
      guard scanner.skip("]") else { throw scanner.error(.comma(or: "]")) }
      return values
    }
  }

  /// Reads an inline table, which stands on one line and has no comma behind its last value.
  private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
    scanner.position += 1
    let table = TableBuilder(.defined)
    scanner.skipBlanks()
    if scanner.skip("}") { return table.finished() }
    while true {
      try assignment(to: table, depth: depth)
      scanner.skipBlanks()
      if scanner.skip("}") { return table.finished() }
      guard scanner.skip(",") else { throw scanner.error(.comma(or: "}")) }
    }
  }
}
