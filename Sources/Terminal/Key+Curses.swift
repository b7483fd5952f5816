internal import CCurses
internal import Canvas

extension Key {
  /// The key of a byte below 0x80 in raw mode.
  init(byte: UInt8, _ modifiers: Key.Modifiers = []) {
    switch byte {
    case 0x08, 0x7F: self.init(.backspace, modifiers)
    case 0x09: self.init(.tab, modifiers)
    case 0x0A, 0x0D: self.init(.enter, modifiers)
    case 0x1B: self.init(.escape, modifiers)
    case 0x00: self.init(.character(" "), modifiers.union(.control))
    case 0x01...0x1A:
      self.init(.character(Character(Unicode.Scalar(byte + 0x60))), modifiers.union(.control))
    case 0x1C...0x1F:
      self.init(.character(Character(Unicode.Scalar(byte + 0x40))), modifiers.union(.control))
    default: self.init(.character(Character(Unicode.Scalar(byte))), modifiers)
    }
  }

  /// The key of a code of ours or of curses; nil for one that means nothing here.
  init?(curses code: Int32) {
    if let key = KeySequences.key(for: code) {
      self = key
      return
    }
    switch code {
    case KEY_UP: self.init(.up)
    case KEY_DOWN: self.init(.down)
    case KEY_LEFT: self.init(.left)
    case KEY_RIGHT: self.init(.right)
    case KEY_SLEFT: self.init(.left, .shift)
    case KEY_SRIGHT: self.init(.right, .shift)
    case KEY_SR: self.init(.up, .shift)
    case KEY_SF: self.init(.down, .shift)
    case KEY_HOME, KEY_FIND, KEY_A1: self.init(.home)
    case KEY_END, KEY_SELECT, KEY_LL, KEY_C1: self.init(.end)
    case KEY_SHOME: self.init(.home, .shift)
    case KEY_SEND: self.init(.end, .shift)
    case KEY_PPAGE, KEY_A3: self.init(.pageUp)
    case KEY_NPAGE, KEY_C3: self.init(.pageDown)
    case KEY_DC: self.init(.delete)
    case KEY_SDC: self.init(.delete, .shift)
    case KEY_IC: self.init(.insert)
    case KEY_BTAB: self.init(.tab, .shift)
    case KEY_ENTER: self.init(.enter)
    case KEY_BACKSPACE: self.init(.backspace)
    case KEY_F0 + 1...KEY_F0 + 12: self.init(.function(Int(code - KEY_F0)))
    // Shift-F1 to F12 come as F13 to F24.
    case KEY_F0 + 13...KEY_F0 + 24: self.init(.function(Int(code - KEY_F0) - 12), .shift)
    default: return nil
    }
  }
}
