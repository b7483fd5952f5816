import Glibc
import Terminal
import TestSupport
import Testing

@Suite("The window's size") struct WindowSizeTests {
  @Test("A terminal has the size it was given; without one, and no terminal, have none")
  func sizes() throws {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(terminal >= 0)
    defer { close(terminal) }
    #expect(WindowSize(of: terminal) == nil)
    var window = winsize(ws_row: 24, ws_col: 140, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &window) == 0)
    let size = try #require(WindowSize(of: terminal))
    #expect(size.columns == 140 && size.rows == 24)
    // `script` tells its terminal nothing of rows.
    window.ws_row = 0
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &window) == 0)
    #expect(WindowSize(of: terminal) == nil)
    #expect(WindowSize.columns(of: terminal) == 140)
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    #expect(WindowSize(of: null) == nil)
  }
}
