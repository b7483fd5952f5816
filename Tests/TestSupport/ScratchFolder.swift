internal import Glibc

/// A folder of one test's own, gone when the test lets go of it.
package final class ScratchFolder: Sendable {
  package let path: String

  /// - Throws: ``ScratchError`` when the system's temporary folder takes none.
  package init(_ purpose: String = "zhaoshang-test") throws {
    var template = Array("/tmp/\(purpose).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw ScratchError(errno: errno) }
    path = String(cString: made)
  }

  deinit { ScratchFolder.remove(path) }

  /// The path of something inside.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = path(name)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ScratchError(errno: errno) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw ScratchError(errno: errno) }
      rest = rest.dropFirst(written)
    }
    return file
  }

  /// A file's text, or nil when it cannot be read.
  package func read(_ name: String) -> String? {
    let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Removes a tree without following links out of it.
  private static func remove(_ path: String) {
    guard unlink(path) != 0, let folder = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(folder)
    for name in names { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

/// Why a scratch folder or file could not be made.
package struct ScratchError: Error { package let errno: Int32 }
