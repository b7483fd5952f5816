internal import Canvas

/// The part of a control sequence after `ESC [`, up to its final byte.
struct ControlSequence: Equatable, Sendable {
  private var bytes: [UInt8] = []
  private var count = 0

  enum Meaning: Equatable {
    case key(Key)
    case mouse, legacyMouse, pasteStart, focusOut
    /// The cursor stands in this column of ``WidthProbe``'s row.
    case cursor(column: Int)
    /// An answer of the terminal, or a key nobody named.
    case nothing
  }

  var isEmpty: Bool { count == 0 }

  /// Takes a byte from 0x20 to 0x7F; returns true when it ends the sequence.
  ///
  /// A sequence too long to mean anything is still read to its end.
  mutating func append(_ byte: UInt8) -> Bool {
    count += 1
    if bytes.count < 32 { bytes.append(byte) }
    if byte == 0x3C && count == 1 { return true }
    return byte >= 0x40
  }

  var isPasteEnd: Bool { bytes == Array("201~".utf8) }

  var meaning: Meaning {
    guard count == bytes.count, let final = bytes.last else { return .nothing }
    let numbers = parameters
    let modifiers = KeySequences.modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch Character(Unicode.Scalar(final)) {
    case "<" where count == 1: return .mouse
    case "M" where count == 1: return .legacyMouse
    case "O" where count == 1: return .focusOut
    case "Z" where count == 1: return .key(Key(.tab, .shift))
    case "R" where numbers.count == 2 && numbers[0] == WidthProbe.row && numbers[1] > 0:
      return .cursor(column: numbers[1])
    case "~":
      guard let number = numbers.first else { return .nothing }
      if number == 200 { return .pasteStart }
      return KeySequences.tildeKeys.first { $0.number == number }
        .map { .key(Key($0.code, modifiers)) } ?? .nothing
    case let letter where numbers.first == 1 || count == 1:
      if let code = KeySequences.cursorFinals.first(where: { $0.key == letter })?.value {
        return .key(Key(code, modifiers))
      }
      // F1 to F4 with modifiers; `ESC [ 1 ; 1 R` may also be where the cursor is.
      if let code = ControlSequence.functionFinals[letter], !modifiers.isEmpty {
        return .key(Key(code, modifiers))
      }
      return .nothing
    default: return .nothing
    }
  }

  /// The numbers between semicolons; none when anything else is there.
  private var parameters: [Int] {
    var numbers = [0]
    for byte in bytes.dropLast() {
      switch byte {
      case 0x30...0x39:
        numbers[numbers.count - 1] = min(99_999, numbers[numbers.count - 1] * 10 + Int(byte) - 0x30)
      case 0x3B: numbers.append(0)
      default: return []
      }
    }
    return bytes.count > 1 ? numbers : []
  }

  /// The key of a byte after `ESC O`.
  static func singleShiftKey(_ byte: UInt8) -> Key? {
    let letter = Character(Unicode.Scalar(byte))
    if letter == "M" { return Key(.enter) }
    let arrow = KeySequences.cursorFinals.first { $0.key == letter }?.value
    return (arrow ?? functionFinals[letter]).map { Key($0) }
  }

  private static let functionFinals: [Character: Key.Code] = [
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]
}
