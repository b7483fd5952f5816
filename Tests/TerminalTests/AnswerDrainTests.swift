import Glibc
import Testing

@testable import Terminal

@Suite("Answers of the terminal that come after the board is left")
struct AnswerDrainTests {
  private func drained(_ text: String) throws -> (came: Bool, rest: Int) {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let bytes = Array(text.utf8)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    let came = AnswerDrain.drain(ends[0], patience: 50)
    var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    return (came, Int(poll(&waiting, 1, 0)))
  }

  @Test("The width's answer and the one to the end mark are both taken in")
  func both() throws {
    let (came, rest) = try drained("\u{1B}[2;3R\u{1B}[?62;22c")
    #expect(came && rest == 0)
  }

  @Test(
    "A cursor's answer, keys and text are no end mark",
    arguments: [
      "\u{1B}[2;3R", "abc", "\u{1B}[c", "\u{1B}[?2004h", "\u{1B}[?1;2x",
    ])
  func others(_ text: String) throws {
    #expect(try !drained(text).came)
  }

  @Test("An answer may come in pieces and after keys")
  func pieces() {
    var scanner = AnswerScanner()
    let bytes = Array("ls\u{1B}[2;2R\u{1B}[?1;2c".utf8)
    #expect(bytes.map { scanner.isEnd($0) }.filter { $0 }.count == 1)
    #expect(bytes.last == UInt8(ascii: "c"))
  }
}
