package import Canvas

/// Turns what `wgetch` reports into inputs: bytes from 0 to 255, and key codes above them.
///
/// A value without a terminal. It keeps a UTF-8 character, an escape sequence or a paste that was
/// split over two reads, never traps, and swallows an unknown escape sequence whole: its letters
/// must not act as keys.
package struct InputDecoder: Sendable {
  /// The most bytes of one paste; the rest up to its end is dropped.
  package static let pasteLimit = 1 << 20
  /// The most bytes of a terminal's answer: whatever is longer is none, and is keys from there on.
  static let stringLimit = 4 << 20

  enum State: Equatable, Sendable {
    case ground
    /// After ESC.
    case escape
    /// After ESC O.
    case singleShift
    /// After ESC [.
    case control(ControlSequence)
    /// After ESC [ [, the Linux console's function keys.
    case consoleKey
    /// After ESC ], ESC P, ESC X, ESC ^ or ESC _: a terminal's answer up to ST or BEL.
    case string(count: Int, afterEscape: Bool)
    /// An SGR mouse report, after ESC [ <.
    case mouse(MouseReport)
    /// An X10 mouse report, after ESC [ M.
    case legacyMouse([UInt8])
  }

  var state = State.ground
  var utf8 = UTF8Assembly()
  var paste: Paste?
  /// The column of the cursor in ``WidthProbe``'s row, from 1, once the terminal has told it.
  var reportedColumn: Int?

  package init() {}

  /// Whether something begun is not yet complete, so that ``timeOut(into:)`` should follow a pause.
  package var isUnfinished: Bool { state != .ground || paste != nil || utf8.isUnfinished }

  /// Takes one result of `wgetch`.
  package mutating func feed(_ code: Int32, into inputs: inout [Input]) {
    if paste != nil {
      feedPaste(code, into: &inputs)
    } else if let byte = UInt8(exactly: code) {
      feed(byte: byte, into: &inputs)
    } else if code > 255 {
      feed(keyCode: code, into: &inputs)
    }
  }

  /// The terminal has nothing more to read just now: a lone ESC is the Escape key.
  package mutating func idle(into inputs: inout [Input]) {
    switch state {
    case .escape where paste == nil:
      inputs.append(.key(Key(.escape)))
      state = .ground
    case .singleShift where paste == nil:
      inputs.append(.key(Key(.character("O"), .alt)))
      state = .ground
    // Alt and a bracket; an answer that has begun goes on, however slow the line.
    case .string(count: 0, _): state = .ground
    default: break
    }
  }

  /// Nothing more came for a while: whatever is unfinished ends here.
  package mutating func timeOut(into inputs: inout [Input]) {
    idle(into: &inputs)
    state = .ground
    utf8 = UTF8Assembly()
    closePaste(into: &inputs)
  }

  // MARK: - Bytes

  private mutating func feed(byte: UInt8, into inputs: inout [Input]) {
    switch state {
    case .ground: feedGround(byte, into: &inputs)
    case .escape: feedEscape(byte, into: &inputs)
    case .singleShift:
      state = .ground
      if byte < 0x20 || byte > 0x7E {
        feed(byte: byte, into: &inputs)
      } else if let key = ControlSequence.singleShiftKey(byte) {
        inputs.append(.key(key))
      }
    case .consoleKey:
      state = .ground
      if (0x41...0x45).contains(byte) { inputs.append(.key(Key(.function(Int(byte) - 0x40)))) }
    case .control(var sequence):
      if byte >= 0x80 || byte < 0x20 {
        state = .ground
        return feed(byte: byte, into: &inputs)
      }
      if byte == 0x5B && sequence.isEmpty {
        state = .consoleKey
      } else if sequence.append(byte) {
        state = .ground
        finish(sequence, into: &inputs)
      } else {
        state = .control(sequence)
      }
    case .string(let count, let afterEscape):
      let isEnd =
        byte == 0x07 || byte == 0x0D || (afterEscape && byte == 0x5C)
        || count >= InputDecoder.stringLimit
      state = isEnd ? .ground : .string(count: count + 1, afterEscape: byte == 0x1B)
    case .mouse(var report):
      switch report.append(byte) {
      case .more: state = .mouse(report)
      case .done(let pointer):
        state = .ground
        if let pointer { inputs.append(.pointer(pointer)) }
      case .broken:
        state = .ground
        feed(byte: byte, into: &inputs)
      }
    case .legacyMouse(let bytes):
      if bytes.count == 2 {
        state = .ground
        if let pointer = MouseReport.legacy(bytes + [byte]) { inputs.append(.pointer(pointer)) }
      } else {
        state = .legacyMouse(bytes + [byte])
      }
    }
  }

  private mutating func feedGround(_ byte: UInt8, into inputs: inout [Input]) {
    if byte == 0x1B {
      utf8 = UTF8Assembly()
      state = .escape
    } else if byte < 0x80 {
      utf8 = UTF8Assembly()
      inputs.append(.key(Key(byte: byte)))
    } else if let scalar = utf8.append(byte), scalar.value >= 0xA0 {
      inputs.append(.key(.character(Character(scalar))))
    }
  }

  private mutating func feedEscape(_ byte: UInt8, into inputs: inout [Input]) {
    state = .ground
    switch byte {
    case 0x1B:
      inputs.append(.key(Key(.escape)))
      state = .escape
    case 0x5B: state = .control(ControlSequence())
    case 0x4F: state = .singleShift
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: state = .string(count: 0, afterEscape: false)
    case 0x80...:
      // No keyboard has Alt with an ideograph: Escape, and an input method's commit right after.
      inputs.append(.key(Key(.escape)))
      feedGround(byte, into: &inputs)
    default: inputs.append(.key(Key(byte: byte, .alt)))
    }
  }

  private mutating func finish(_ sequence: ControlSequence, into inputs: inout [Input]) {
    switch sequence.meaning {
    case .key(let key): inputs.append(.key(key))
    case .mouse: state = .mouse(MouseReport())
    case .legacyMouse: state = .legacyMouse([])
    case .pasteStart: paste = Paste()
    case .focusOut: inputs.append(.focusLost)
    case .cursor(let column): reportedColumn = column
    case .nothing: break
    }
  }

  // MARK: - Codes

  private mutating func feed(keyCode code: Int32, into inputs: inout [Input]) {
    if state == .escape { inputs.append(.key(Key(.escape))) }
    state = .ground
    utf8 = UTF8Assembly()
    switch code {
    case KeySequences.mouseStart: state = .mouse(MouseReport())
    case KeySequences.legacyMouseStart: state = .legacyMouse([])
    case KeySequences.pasteStart: paste = Paste()
    case KeySequences.focusOut: inputs.append(.focusLost)
    case KeySequences.pasteEnd, KeySequences.focusIn: break
    default: if let key = Key(curses: code) { inputs.append(.key(key)) }
    }
  }
}
