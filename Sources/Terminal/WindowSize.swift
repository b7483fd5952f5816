internal import Glibc

/// The columns and rows of a terminal's window, as the kernel knows them.
package struct WindowSize: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  /// The window of the terminal that a descriptor is; nil when it is none, or has no size.
  package init?(of descriptor: Int32) {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    columns = Int(window.ws_col)
    rows = Int(window.ws_row)
  }
}
