internal import Glibc

/// The columns and rows of a terminal's window, as the kernel knows them.
package struct WindowSize: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  /// The window of the terminal that a descriptor is; nil when it is none, or has no size.
  package init?(of descriptor: Int32) {
    guard let window = WindowSize.window(of: descriptor), window.ws_col > 0, window.ws_row > 0
    else { return nil }
    columns = Int(window.ws_col)
    rows = Int(window.ws_row)
  }

  /// The columns alone, also of a terminal that was told nothing of rows.
  package static func columns(of descriptor: Int32) -> Int? {
    guard let window = window(of: descriptor), window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  private static func window(of descriptor: Int32) -> winsize? {
    var window = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 ? window : nil
  }
}
