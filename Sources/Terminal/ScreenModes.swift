internal import CCurses
internal import Glibc

/// The private modes we switch on and off ourselves, and the bytes that leave the screen for good.
///
/// ncurses would switch on 1000 alone, without motion, and would not switch off what it did not
/// switch on.
enum ScreenModes {
  /// Bracketed paste always; button motion, SGR reports and focus with the mouse.
  static func on(mouse: Bool) -> String {
    mouse ? "\u{1B}[?2004h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?1004h" : "\u{1B}[?2004h"
  }

  static let mouseOff = "\u{1B}[?1004l\u{1B}[?1006l\u{1B}[?1002l"
  static let off = frameEnd + mouseOff + "\u{1B}[?2004l"

  /// Around a frame: a terminal that knows synchronized output shows it whole, and others pass over
  /// them (https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036).
  static let frameStart = "\u{1B}[?2026h"
  static let frameEnd = "\u{1B}[?2026l"

  /// Everything at once for the crash handler: modes, colours, cursor, alternate screen, modes again.
  static func farewell() -> String {
    let capabilities = ["sgr0", "op", "cnorm", "rmkx", "rmcup"].compactMap { (name: String) in
      zs_capability(name).map { String(cString: $0) }
    }
    return off + capabilities.map(withoutDelays).joined() + off + "\r\n"
  }

  /// A capability without terminfo's padding, `$<5/>`.
  static func withoutDelays(_ capability: String) -> String {
    var kept = ""
    var rest = capability[...]
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      kept += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }

  /// Writes to the terminal past ncurses, whole.
  static func write(_ text: String) {
    zs_flush_stdout()
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
