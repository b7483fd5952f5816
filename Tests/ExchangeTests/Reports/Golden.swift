import Glibc
import Testing

/// Files that reports are held to: `Tests/ExchangeTests/Reports/Golden`.
///
/// With `RECORD` set, a file that differs is written anew and the test fails all the same.
enum Golden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = folder + "/" + name
    let expected = read(path)
    if expected == text { return }
    if getenv("RECORD") != nil {
      write(text, to: path)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    guard let expected else {
      Issue.record("there is no \(name); RECORD=1 writes it", sourceLocation: sourceLocation)
      return
    }
    let (was, now) = (lines(expected), lines(text))
    let first =
      zip(was, now).enumerated().first { $1.0 != $1.1 }?.offset ?? min(was.count, now.count)
    Issue.record(
      """
      \(name) differs in line \(first + 1):
      - \(first < was.count ? was[first] : "(end)")
      + \(first < now.count ? now[first] : "(end)")
      """, sourceLocation: sourceLocation)
  }

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/") + "/Golden"
  }()

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    mkdir(folder, 0o755)
    guard let file = fopen(path, "w") else { return }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
