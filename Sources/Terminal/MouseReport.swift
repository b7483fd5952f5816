internal import Canvas

/// The numbers of an SGR mouse report, `b;x;y` and then `M` for down or `m` for up.
struct MouseReport: Equatable, Sendable {
  private var numbers = [0]
  private var digits = 0
  /// Whether something strange came: the report is read to its end and means nothing.
  private var isSpoilt = false

  enum Progress: Equatable {
    case more
    /// Complete; nil for what nobody asked for, such as motion without a button.
    case done(Pointer?)
    /// The byte belongs to no report: it is to be read afresh.
    case broken
  }

  mutating func append(_ byte: UInt8) -> Progress {
    switch byte {
    case 0x30...0x39 where digits < 6:
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 0x30
      digits += 1
      return .more
    case 0x3B where numbers.count < 3:
      numbers.append(0)
      digits = 0
      return .more
    case 0x4D, 0x6D:
      guard numbers.count == 3, !isSpoilt else { return .done(nil) }
      return .done(
        MouseReport.pointer(
          buttons: numbers[0], x: numbers[1], y: numbers[2], isRelease: byte == 0x6D))
    case 0x20..<0x40:
      isSpoilt = true
      return .more
    case 0x40..<0x80: return .done(nil)
    default: return .broken
    }
  }

  /// An X10 report: button, column and row, each plus 32.
  static func legacy(_ bytes: [UInt8]) -> Pointer? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let buttons = Int(bytes[0]) - 32
    // Button 3 is "any button up": X10 does not say which, and the left one is the one we use.
    let isRelease = buttons & 0b1100011 == 3 && buttons & 32 == 0
    return pointer(
      buttons: isRelease ? buttons & ~3 : buttons, x: Int(bytes[1]) - 32, y: Int(bytes[2]) - 32,
      isRelease: isRelease)
  }

  private static func pointer(buttons: Int, x: Int, y: Int, isRelease: Bool) -> Pointer? {
    guard x >= 1, y >= 1 else { return nil }
    var modifiers: Key.Modifiers = []
    if buttons & 4 != 0 { modifiers.insert(.shift) }
    if buttons & 8 != 0 { modifiers.insert(.alt) }
    if buttons & 16 != 0 { modifiers.insert(.control) }
    guard let action = action(buttons: buttons, isRelease: isRelease) else { return nil }
    return Pointer(action, at: Point(x: x - 1, y: y - 1), modifiers: modifiers)
  }

  private static func action(buttons: Int, isRelease: Bool) -> Pointer.Action? {
    switch buttons & ~0b111100 {
    case 64 where !isRelease: return .wheelUp
    case 65 where !isRelease: return .wheelDown
    default: break
    }
    guard buttons & ~0b111111 == 0 else { return nil }
    let button: Pointer.Button
    switch buttons & 3 {
    case 0: button = .left
    case 1: button = .middle
    case 2: button = .right
    default: return nil
    }
    if isRelease { return .up(button) }
    return buttons & 32 != 0 ? .drag(button) : .down(button)
  }
}
