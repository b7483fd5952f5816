/// Where a JSON text stops being one, and why: facts, no sentence.
package struct JSONError: Error, Hashable, Sendable {
  /// Bytes before the fault.
  package let offset: Int
  /// The line of the fault, from 1.
  package let line: Int
  /// The character in that line, from 1.
  package let column: Int
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case badNumber
    case numberOutOfRange
    /// A value that may not stand here, such as a word that is not in the list.
    case unexpectedValue
    case badEscape
    /// Half a surrogate pair.
    case loneSurrogate
    case badUTF8
    /// A raw control byte inside a string.
    case controlInString(UInt8)
    case duplicateKey(String)
    /// Something follows the value.
    case trailingBytes
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
  }

  package init(offset: Int, line: Int, column: Int, reason: Reason) {
    self.offset = offset
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// Works out line and column of a fault.
  ///
  /// - Complexity: O(offset), spent only when something is wrong.
  package init(_ fault: JSONFault, in bytes: UnsafeRawBufferPointer) {
    var line = 1
    var column = 1
    for byte in bytes[..<min(fault.offset, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(offset: fault.offset, line: line, column: column, reason: fault.reason)
  }
}

/// A fault as the scanner throws it, before anybody asked for line and column.
package struct JSONFault: Error, Hashable, Sendable {
  package let offset: Int
  package let reason: JSONError.Reason

  package init(_ reason: JSONError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
