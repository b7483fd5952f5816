/// A value of TOML 1.0.
package enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  case moment(TOMLMoment)
  case array([TOMLValue])
  case table(TOMLTable)
}

/// A table with its members in the order in which they were first named.
package struct TOMLTable: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: TOMLValue
    /// Where the key stands, or where a header first names it.
    package let keyPlace: TOMLPlace
    /// Where the value begins; for a table made by a header or by a dotted key, the key's place.
    package let valuePlace: TOMLPlace
  }

  package let members: [Member]

  init(members: [Member]) { self.members = members }
}

extension TOMLValue: CustomStringConvertible {
  /// The value as it could be written on one line, texts inside arrays and tables quoted.
  package var description: String {
    switch self {
    case .string(let text): TOMLText.quoted(text)
    case .integer(let number): String(number)
    case .float(let number): "\(number)"
    case .boolean(let isTrue): String(isTrue)
    case .moment(let moment): moment.text
    case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .table(let table):
      "{"
        + table.members.map { "\(TOMLText.key($0.key)) = \($0.value)" }.joined(separator: ", ")
        + "}"
    }
  }
}
