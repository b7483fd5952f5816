/// A JSON value, with numbers as they were written and members in their order.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The literal: no money passes through binary fractions.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  package static let depthLimit = 64

  /// Reads one value and nothing else.
  ///
  /// Strict: UTF-8 is checked, surrogates come in pairs, no member twice, no trailing comma, no
  /// comment, no byte-order mark. Never traps, whatever the bytes.
  ///
  /// - Parameter sizeLimit: The most bytes that are read at all.
  /// - Throws: The first fault in reading order.
  /// - Complexity: O(bytes).
  package static func parse(_ bytes: UnsafeRawBufferPointer, sizeLimit: Int = 64 << 20)
    throws(JSONError) -> JSONValue
  {
    do throws(JSONFault) {
      if bytes.count > sizeLimit { throw JSONFault(.tooLarge(limit: sizeLimit), at: sizeLimit) }
      var scanner = JSONScanner(bytes)
      let value = try JSONValue(from: &scanner, depth: 0)
      try scanner.finish()
      return value
    } catch {
      throw JSONError(error, in: bytes)
    }
  }

  package static func parse(_ bytes: [UInt8], sizeLimit: Int = 64 << 20) throws(JSONError)
    -> JSONValue
  {
    var result: Result<JSONValue, JSONError> = .success(.null)
    bytes.withUnsafeBytes { buffer in
      result = Result { () throws(JSONError) in try parse(buffer, sizeLimit: sizeLimit) }
    }
    return try result.get()
  }

  package static func parse(_ text: String, sizeLimit: Int = 64 << 20) throws(JSONError)
    -> JSONValue
  {
    try parse(Array(text.utf8), sizeLimit: sizeLimit)
  }

  /// Reads the value that a scanner has next; the scanner stands behind it then.
  ///
  /// - Parameter depth: How many objects and lists the value is in.
  package init(from scanner: inout JSONScanner, depth: Int) throws(JSONFault) {
    switch try scanner.kind() {
    case .null:
      try scanner.null()
      self = .null
    case .bool: self = .bool(try scanner.bool())
    case .number: self = .number(try scanner.number())
    case .string: self = .string(try scanner.string())
    case .array:
      if depth == JSONValue.depthLimit { throw scanner.tooDeep() }
      var values: [JSONValue] = []
      try scanner.beginArray()
      while try scanner.nextElement() {
        values.append(try JSONValue(from: &scanner, depth: depth + 1))
      }
      self = .array(values)
    case .object:
      if depth == JSONValue.depthLimit { throw scanner.tooDeep() }
      self = .object(try JSONObject(from: &scanner, depth: depth))
    }
  }
}

extension JSONValue {
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  package var literal: String? { if case .number(let value) = self { value } else { nil } }
  /// The number, when it is written without a point or an exponent and fits.
  package var integer: Int? { literal.flatMap { Int($0) } }
  package var isNull: Bool { self == .null }

  package static func integer(_ value: some BinaryInteger) -> JSONValue {
    .number(String(value))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
