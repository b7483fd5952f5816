/// Writes JSON, in the order it is told, with nothing in it that could drive a terminal.
///
/// The same calls give the same bytes. Controls, line and paragraph separators, direction marks and
/// whatever else shows nothing are written as `\uXXXX`, so a file of ours can be printed raw.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0

  package enum Style: Hashable, Sendable {
    /// One line, no blanks.
    case compact
    /// A member or element a line, indented by two blanks.
    case indented
  }

  package init(_ style: Style = .compact) { self.style = style }

  /// A value's bytes, without a line feed at the end.
  package static func bytes(of value: JSONValue, _ style: Style = .compact) -> [UInt8] {
    var writer = JSONWriter(style)
    writer.value(value)
    return writer.bytes
  }

  /// A value's text, without a line feed at the end.
  package static func text(of value: JSONValue, _ style: Style = .compact) -> String {
    String(decoding: bytes(of: value, style), as: UTF8.self)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  // MARK: Structure

  package mutating func beginObject() { open(0x7B) }
  package mutating func endObject() { close(0x7B, 0x7D) }
  package mutating func beginArray() { open(0x5B) }
  package mutating func endArray() { close(0x5B, 0x5D) }

  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(0x3A)
    if style == .indented { bytes.append(0x20) }
  }

  // MARK: Values

  package mutating func null() { literal("null") }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func integer(_ value: some BinaryInteger) { literal(String(value)) }

  // The journal's own types, written out: a generic one is not specialised across targets.

  package mutating func integer(_ value: UInt32) { integer(UInt64(value)) }

  package mutating func integer(_ value: Int) {
    if value < 0 { literal(String(value)) } else { integer(UInt64(value)) }
  }

  package mutating func integer(_ value: Int64) { integer(Int(value)) }

  package mutating func integer(_ value: UInt64) {
    separate()
    var rest = value
    var scale: UInt64 = 1
    while rest >= 10 {
      rest /= 10
      scale *= 10
    }
    rest = value
    while scale > 0 {
      bytes.append(0x30 + UInt8(rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a literal that is JSON already: a number, or a value kept raw.
  package mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): literal(value)
    case .string(let value): string(value)
    case .array(let values):
      beginArray()
      for value in values { self.value(value) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  // MARK: Members

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: UInt32) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: UInt64) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: Int64) {
    key(name)
    integer(value)
  }

  // MARK: Bytes

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
  }

  private mutating func close(_ opening: UInt8, _ bracket: UInt8) {
    depth -= 1
    if bytes.last != opening { breakLine() }
    bytes.append(bracket)
  }

  /// Writes the comma before all but the first: what was written last tells.
  private mutating func separate() {
    switch bytes.last {
    case nil, 0x3A: return
    case 0x20 where style == .indented && bytes[bytes.count - 2] == 0x3A: return
    case 0x7B, 0x5B: break
    default: bytes.append(0x2C)
    }
    breakLine()
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte < 0x80 {
          if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F {
            index += 1
            continue
          }
          bytes.append(contentsOf: utf8[start..<index])
          escape(byte)
          index += 1
          start = index
        } else if byte >= 0xE4, byte <= 0xE9 {
          // U+4000 to U+9FFF: nothing there is invisible.
          index += 3
        } else {
          let (value, width) = JSONWriter.decode(utf8, at: index)
          if JSONWriter.isHidden(value) {
            bytes.append(contentsOf: utf8[start..<index])
            escape(value)
            start = index + width
          }
          index += width
        }
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, 0x62]
    case 0x09: bytes += [0x5C, 0x74]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0C: bytes += [0x5C, 0x66]
    case 0x0D: bytes += [0x5C, 0x72]
    default: escape(UInt32(byte))
    }
  }

  private mutating func escape(_ value: UInt32) {
    if value > 0xFFFF {
      escape(unit: UInt16(0xD800 + (value - 0x10000) >> 10))
      escape(unit: UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
    } else {
      escape(unit: UInt16(value))
    }
  }

  private mutating func escape(unit: UInt16) {
    bytes += [0x5C, 0x75]
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// The scalar at an index of valid UTF-8 that is not ASCII, and its bytes.
  private static func decode(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int)
    -> (value: UInt32, width: Int)
  {
    let lead = UInt32(utf8[index])
    func tail(_ offset: Int) -> UInt32 { UInt32(utf8[index + offset]) & 0x3F }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// Whether a scalar beyond ASCII drives, breaks or reorders lines, or shows nothing at all.
  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFE00...0xFE0F,
      0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
