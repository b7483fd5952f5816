import Files
import Glibc
import TestSupport
import Testing

@Suite("A file read whole") struct WholeFileTests {
  private let home: ScratchFolder

  init() throws { home = try ScratchFolder() }

  private func read(_ name: String, limit: Int) throws(FileFault) -> String {
    let bytes = try WholeFile.bytes(
      ofFile: home.path(name), limit: limit, waitsForPipes: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("All bytes come, however many reads it takes")
  func whole() throws {
    let text = String(repeating: "招商", count: 50_000)
    try home.write(text, to: "台账")
    #expect(try read("台账", limit: text.utf8.count) == text)
    #expect(throws: FileFault(.tooLarge(limit: 299_999), path: home.path("台账"))) {
      try read("台账", limit: 299_999)
    }
  }

  @Test("What is not there, a folder, and a pipe that nobody writes into are told or empty")
  func others() throws {
    #expect(throws: FileFault(.system(errno: ENOENT), path: home.path("没有"))) {
      try read("没有", limit: 10)
    }
    #expect(throws: FileFault(.system(errno: EISDIR), path: home.path("."))) {
      try read(".", limit: 10)
    }
    try #require(mkfifo(home.path("管道"), 0o600) == 0)
    #expect(try read("管道", limit: 10) == "")
  }
}
