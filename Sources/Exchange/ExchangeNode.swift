internal import JSON
internal import Pipeline

/// A value of the file with its place, read by what is expected there.
struct ExchangeNode {
  let value: JSONValue
  let path: ExchangePath

  func fault(_ expected: ExchangeError.Expectation) -> ExchangeFault {
    ExchangeFault(.unexpected(ExchangeNode.shown(value), expected), at: path)
  }

  /// A value as JSON, at most 60 characters of it.
  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .array: return "[…]"
    case .object: return "{…}"
    default:
      let text = JSONWriter.text(of: value)
      return text.count > 60 ? text.prefix(59) + "…" : text
    }
  }

  func object() throws(ExchangeFault) -> JSONObject {
    guard let object = value.object else { throw fault(.object) }
    return object
  }

  /// A member; nil when it is missing or null.
  func member(_ name: String) throws(ExchangeFault) -> ExchangeNode? {
    guard let value = try object()[name], !value.isNull else { return nil }
    return ExchangeNode(value: value, path: path.member(name))
  }

  func required(_ name: String, _ expected: ExchangeError.Expectation) throws(ExchangeFault)
    -> ExchangeNode
  {
    guard let node = try member(name) else {
      throw ExchangeFault(.missing(expected), at: path.member(name))
    }
    return node
  }

  func elements() throws(ExchangeFault) -> [ExchangeNode] {
    guard let values = value.array else { throw fault(.list) }
    return values.enumerated().map { ExchangeNode(value: $1, path: path.element($0)) }
  }

  /// The elements of a list; none when it is missing or null.
  func list(_ name: String) throws(ExchangeFault) -> [ExchangeNode] {
    try member(name).map { list throws(ExchangeFault) in try list.elements() } ?? []
  }

  // MARK: Scalars

  func text() throws(ExchangeFault) -> String {
    guard let text = value.string else { throw fault(.text) }
    return text
  }

  // What is as it should be needs no place: a path is made only for what is wrong.

  func text(_ name: String) throws(ExchangeFault) -> String? {
    if case .string(let text) = try object()[name] { return text }
    return try member(name).map { node throws(ExchangeFault) in try node.text() }
  }

  func texts() throws(ExchangeFault) -> [String] {
    if case .array(let values) = value {
      let texts = values.compactMap(\.string)
      if texts.count == values.count { return texts }
    }
    return try elements().map { node throws(ExchangeFault) in try node.text() }
  }

  func texts(_ name: String) throws(ExchangeFault) -> [String] {
    guard let value = try object()[name], !value.isNull else { return [] }
    if case .array(let values) = value {
      let texts = values.compactMap(\.string)
      if texts.count == values.count { return texts }
    }
    return try ExchangeNode(value: value, path: path.member(name)).texts()
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(ExchangeFault) -> Int? {
    guard let node = try member(name) else { return nil }
    guard let number = node.value.integer, range.contains(number) else {
      throw node.fault(.wholeNumber(range))
    }
    return number
  }

  func number(_ quantity: Quantity) throws(ExchangeFault) -> Int? {
    try number(quantity.rawValue, in: quantity.range)
  }

  func date() throws(ExchangeFault) -> BusinessDate {
    guard let text = value.string, let date = BusinessDate(text) else { throw fault(.date) }
    return date
  }

  func day() throws(ExchangeFault) -> Day {
    guard let text = value.string, let day = Day(text) else { throw fault(.day) }
    return day
  }

  /// One of the words of a closed set.
  func word<Word: CaseIterable>(_ code: (Word) -> String) throws(ExchangeFault) -> Word {
    guard let text = value.string, let word = Word.allCases.first(where: { code($0) == text })
    else { throw fault(.word(Word.allCases.map(code))) }
    return word
  }

  func word<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) throws(ExchangeFault) -> Word
  where Word.RawValue == String {
    try word { (word: Word) in word.rawValue }
  }
}
