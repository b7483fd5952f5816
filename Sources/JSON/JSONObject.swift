/// A JSON object's members in the order they were written, each key once.
package struct JSONObject: Hashable, Sendable {
  package private(set) var members: [Member] = []

  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSONValue
  }

  package init() {}

  /// A member's value; setting a new key adds it at the end, setting nil removes it.
  ///
  /// - Complexity: O(members).
  package subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds a member whose key is known not to be there yet.
  ///
  /// - Complexity: O(1), where setting it would look through all members.
  package mutating func append(_ value: JSONValue, forNewKey key: String) {
    members.append(Member(key: key, value: value))
  }

  init(from scanner: inout JSONScanner, depth: Int) throws(JSONFault) {
    // A list is enough for the few members that objects have; a set keeps a hostile one linear.
    var seen: Set<String> = []
    try scanner.beginObject()
    while let key = try scanner.nextMember() {
      let name = try scanner.text(of: key)
      let isDuplicate: Bool
      if members.count < 16 {
        isDuplicate = members.contains { $0.key == name }
      } else {
        if seen.isEmpty { seen = Set(members.map(\.key)) }
        isDuplicate = !seen.insert(name).inserted
      }
      if isDuplicate { throw JSONFault(.duplicateKey(name), at: key.range.lowerBound) }
      members.append(
        Member(key: name, value: try JSONValue(from: &scanner, depth: depth + 1)))
    }
  }
}

extension JSONObject: Sequence {
  package func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
  package var underestimatedCount: Int { members.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    for (key, value) in members { self[key] = value }
  }
}
