internal import JSON

/// Where something stands in an exchange file: `projects[3].stages[1].on`.
package struct ExchangePath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case member(String)
    case element(Int)
  }

  package var steps: [Step] = []

  /// The file as a whole.
  package static let root = ExchangePath()

  func member(_ name: String) -> ExchangePath { ExchangePath(steps: steps + [.member(name)]) }
  func element(_ index: Int) -> ExchangePath { ExchangePath(steps: steps + [.element(index)]) }

  /// The line and column, from 1, where the value stands, or where the object that lacks it begins.
  ///
  /// - Complexity: O(bytes before it), spent only when something is wrong.
  func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var offset = 0
    bytes.withUnsafeBytes { buffer in
      var scanner = JSONScanner(buffer)
      offset = (try? follow(&scanner)) ?? scanner.position
    }
    var place = (line: 1, column: 1)
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == 0x0A {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  /// The offset of the value, or of the last one on the way to it.
  private func follow(_ scanner: inout JSONScanner) throws(JSONFault) -> Int {
    _ = try scanner.kind()
    var offset = scanner.position
    for step in steps {
      switch (step, try scanner.kind()) {
      case (.member(let name), .object):
        try scanner.beginObject()
        var isFound = false
        while !isFound, let key = try scanner.nextMember() {
          isFound = try scanner.text(of: key) == name
          if !isFound { try scanner.skipValue() }
        }
        guard isFound else { return offset }
      case (.element(let index), .array):
        try scanner.beginArray()
        for _ in 0..<index {
          guard try scanner.nextElement() else { return offset }
          try scanner.skipValue()
        }
        guard try scanner.nextElement() else { return offset }
      default: return offset
      }
      _ = try scanner.kind()
      offset = scanner.position
    }
    return offset
  }
}

extension ExchangePath: CustomStringConvertible {
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : "." + name
      case .element(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
