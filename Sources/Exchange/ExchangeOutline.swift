internal import JSON

/// The one object of a file, its lists left where they lie and read element by element.
///
/// A file of a hundred thousand projects would take gigabytes as a tree; so no more than one record
/// is a tree at a time. Structure is checked as a whole first, each record when it is read.
final class ExchangeOutline {
  /// What is in the file beside its lists of records.
  let root: ExchangeNode
  /// What is not JSON in a record that was read.
  private(set) var fault: JSONFault?

  private let buffer: UnsafeRawBufferPointer
  /// Where the lists begin.
  private let lists: [String: Int]
  private let advance: (Int) -> Void

  /// - Parameters:
  ///   - buffer: The file; it outlives this.
  ///   - names: The lists whose records are read one by one.
  ///   - advance: Told from time to time how many bytes of records have been read.
  init(
    _ buffer: UnsafeRawBufferPointer, lists names: Set<String>, advance: @escaping (Int) -> Void
  ) throws(JSONFault) {
    var scanner = JSONScanner(buffer)
    var lists: [String: Int] = [:]
    var rest = JSONValue.null
    if try scanner.kind() == .object {
      var seen: Set<String> = []
      var object = JSONObject()
      try scanner.beginObject()
      while let key = try scanner.nextMember() {
        let name = try scanner.text(of: key)
        if !seen.insert(name).inserted {
          throw JSONFault(.duplicateKey(name), at: key.range.lowerBound)
        }
        if names.contains(name), try scanner.kind() == .array {
          lists[name] = scanner.position
          try scanner.skipValue()
        } else {
          object.append(try JSONValue(from: &scanner, depth: 1), forNewKey: name)
        }
      }
      rest = .object(object)
    } else {
      rest = try JSONValue(from: &scanner, depth: 0)
    }
    try scanner.finish()
    root = ExchangeNode(value: rest, path: .root)
    self.buffer = buffer
    self.lists = lists
    self.advance = advance
  }

  /// Does something with each record of a list; with none when the list is missing or null.
  ///
  /// - Throws: What `body` throws, or any fault when a record is not JSON: then ``fault`` says why.
  func each(_ name: String, _ body: (ExchangeNode) throws(ExchangeFault) -> Void)
    throws(ExchangeFault)
  {
    guard let start = lists[name] else {
      for node in try root.list(name) { try body(node) }
      return
    }
    let path = ExchangePath.root.member(name)
    var scanner = JSONScanner(buffer, from: start)
    var index = 0
    while let value = next(&scanner, isFirst: index == 0) {
      try body(ExchangeNode(value: value, path: path.element(index)))
      index += 1
      if index % 256 == 0 { advance(scanner.position) }
    }
    if let fault { throw ExchangeFault(.notJSON(fault.reason), at: path) }
  }

  /// The next record of a list; nil at its end and at a fault.
  private func next(_ scanner: inout JSONScanner, isFirst: Bool) -> JSONValue? {
    do throws(JSONFault) {
      if isFirst { try scanner.beginArray() }
      // A bare nil could be a JSON null.
      guard try scanner.nextElement() else { return .none }
      return .some(try JSONValue(from: &scanner, depth: 2))
    } catch {
      fault = error
      return .none
    }
  }
}
