internal import Glibc

/// Files that once broke a reader, or nearly: kept in a folder `Corpus` beside the test.
///
/// ``Mutation/play(_:seconds:_:)`` tries each as it is before it makes others of them. Whatever
/// the tests or the fuzzer find is put there, under a name that says what it is.
package enum Corpus {
  /// The files beside a test, in the order of their names.
  ///
  /// - Throws: ``Missing`` when there are none, so that a moved folder is noticed.
  package static func kept(beside test: String = #filePath) throws -> [[UInt8]] {
    let folder = String(test[..<(test.lastIndex(of: "/") ?? test.startIndex)]) + "/Corpus"
    let names = try names(in: folder)
    if names.isEmpty { throw Missing(path: folder) }
    return try names.map { try bytes(of: folder + "/" + $0) }
  }

  package struct Missing: Error { package let path: String }

  private static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw Missing(path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's bytes.
  package static func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Missing(path: path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 { throw Missing(path: path) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
