internal import Canvas

extension InputDecoder {
  /// A bracketed paste being received.
  struct Paste: Equatable, Sendable {
    var bytes: [UInt8] = []
    var escape: ControlEscape = .none

    /// How far an escape sequence inside the paste has come.
    enum ControlEscape: Equatable, Sendable {
      case none, escape
      case control(ControlSequence)
    }
  }

  /// Everything is text until the end mark; keys that ncurses found inside are not.
  mutating func feedPaste(_ code: Int32, into inputs: inout [Input]) {
    if code == KeySequences.pasteEnd { return closePaste(into: &inputs) }
    guard let byte = UInt8(exactly: code) else { return }
    switch paste?.escape {
    case .escape where byte == 0x5B: paste?.escape = .control(ControlSequence())
    case .escape:
      paste?.escape = .none
      keep(byte)
    case .control(var sequence):
      if byte < 0x20 || byte >= 0x80 {
        paste?.escape = .none
        keep(byte)
      } else if sequence.append(byte) {
        paste?.escape = .none
        if sequence.isPasteEnd { closePaste(into: &inputs) }
      } else {
        paste?.escape = .control(sequence)
      }
    case .some(.none), nil: keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if byte == 0x1B {
      paste?.escape = .escape
    } else if let count = paste?.bytes.count, count < InputDecoder.pasteLimit {
      paste?.bytes.append(byte)
    }
  }

  /// Hands over what was pasted; nothing when there is no paste or it is empty.
  mutating func closePaste(into inputs: inout [Input]) {
    guard let paste else { return }
    self.paste = nil
    let text = InputDecoder.harmless(String(decoding: paste.bytes, as: UTF8.self))
    if !text.isEmpty { inputs.append(.paste(text)) }
  }

  /// The text without controls: line ends become line feeds, tabs blanks, the rest goes.
  static func harmless(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: kept.append("\n")
      case 0x0A: if !afterReturn { kept.append("\n") }
      case 0x09: kept.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: break
      default: kept.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(kept)
  }
}
