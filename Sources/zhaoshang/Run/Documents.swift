internal import Files
internal import Glibc
internal import Wording

/// Files that a person names, on their way in.
enum Documents {
  /// Room for a ledger of more than 100,000 rows; what a file becomes in memory is a few times that.
  private static let limit = 256 << 20

  /// What a name ends in after its last point, in small letters; nil without one.
  static func ending(of path: String) -> String? {
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
      let point = name.lastIndex(of: "."), point != name.startIndex
    else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  /// A file's bytes, or stdin's for `-`.
  static func read(_ path: String, _ words: Words) throws(Failure) -> [UInt8] {
    do throws(FileFault) {
      return path == "-"
        ? try WholeFile.bytes(of: STDIN_FILENO, path: path, limit: limit)
        : try WholeFile.bytes(ofFile: path, limit: limit, waitsForPipes: true)
    } catch {
      let reason =
        switch error.reason {
        case .system(let errno): words.cannotRead(path, words.system(errno))
        default: words.fileTooLarge(path, limit)
        }
      throw Failure(.badInputFile, reason)
    }
  }
}
