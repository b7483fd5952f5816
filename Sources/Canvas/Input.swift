/// One thing a person did, decoded from the terminal's bytes.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// Plain characters that came in one go, each scalar a key of its own.
  case typed(String)
  case pointer(Pointer)
  /// A bracketed paste, controls already dropped.
  case paste(String)
  case resized(Size)
  case focusLost
}

/// A key with its modifiers.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  /// Makes a key.
  ///
  /// Shift is never set on characters: the character already tells. Ctrl-R is `.character("r")`
  /// with `.control`; Shift-Tab is `.tab` with `.shift`.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package static func character(_ character: Character) -> Key { Key(.character(character)) }
}

/// A mouse event in cells.
package struct Pointer: Hashable, Sendable {
  package enum Button: Hashable, Sendable { case left, middle, right }
  package enum Action: Hashable, Sendable {
    case down(Button)
    case drag(Button)
    case up(Button)
    case wheelUp, wheelDown
  }

  package var action: Action
  package var at: Point
  package var modifiers: Key.Modifiers

  package init(_ action: Action, at point: Point, modifiers: Key.Modifiers = []) {
    self.action = action
    at = point
    self.modifiers = modifiers
  }
}
