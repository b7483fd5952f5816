package import Canvas

/// The escape sequences ncurses is taught with `define_key`, each under a code of ours.
///
/// terminfo names some of them differently for every terminal, or not at all: `tmux-256color` knows
/// `ESC O A` for the up arrow but not `ESC [ A`. Ours come first and mean the same everywhere.
package enum KeySequences {
  /// The code ncurses reports for the beginning of an SGR mouse report.
  package static let mouseStart: Int32 = 0x2000
  /// The code for the beginning of an X10 mouse report, three bytes.
  package static let legacyMouseStart: Int32 = 0x2001
  package static let pasteStart: Int32 = 0x2002
  package static let pasteEnd: Int32 = 0x2003
  package static let focusIn: Int32 = 0x2004
  package static let focusOut: Int32 = 0x2005
  private static let firstKey: Int32 = 0x2010

  /// Every sequence with its code, as `define_key` wants them.
  package static let definitions: [(sequence: String, code: Int32)] =
    [
      ("\u{1B}[<", mouseStart), ("\u{1B}[M", legacyMouseStart), ("\u{1B}[200~", pasteStart),
      ("\u{1B}[201~", pasteEnd), ("\u{1B}[I", focusIn), ("\u{1B}[O", focusOut),
    ]
    + keys.enumerated().map { ($0.element.sequence, firstKey + Int32($0.offset)) }

  /// The key of a code that ``definitions`` gave out.
  package static func key(for code: Int32) -> Key? {
    let index = Int(code) - Int(firstKey)
    return keys.indices.contains(index) ? keys[index].key : nil
  }

  private static let keys: [(sequence: String, key: Key)] = {
    var keys: [(sequence: String, key: Key)] = [("\u{1B}[Z", Key(.tab, .shift))]
    for (final, code) in cursorFinals {
      keys.append(("\u{1B}[\(final)", Key(code)))
      keys.append(("\u{1B}O\(final)", Key(code)))
      for parameter in 2...8 {
        keys.append(("\u{1B}[1;\(parameter)\(final)", Key(code, modifiers(parameter))))
      }
    }
    for (number, code) in tildeKeys where number < 10 {
      keys.append(("\u{1B}[\(number)~", Key(code)))
      for parameter in 2...8 {
        keys.append(("\u{1B}[\(number);\(parameter)~", Key(code, modifiers(parameter))))
      }
    }
    return keys
  }()

  /// The last byte of the arrows, Home and End, after `ESC [` or `ESC O`.
  static let cursorFinals: KeyValuePairs<Character, Key.Code> = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
  ]

  /// The number before a closing tilde.
  static let tildeKeys: [(number: Int, code: Key.Code)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home),
    (8, .end), (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)),
    (15, .function(5)), (17, .function(6)), (18, .function(7)), (19, .function(8)),
    (20, .function(9)), (21, .function(10)), (23, .function(11)), (24, .function(12)),
  ]

  /// The modifiers of xterm's parameter: one more than shift 1, alt 2, control 4.
  static func modifiers(_ parameter: Int) -> Key.Modifiers {
    guard (2...16).contains(parameter) else { return [] }
    return Key.Modifiers(rawValue: UInt8((parameter - 1) & 7))
  }
}
