internal import Glibc
internal import Wording

/// A private folder for one run, gone with it.
final class ThrowawayFolder {
  let path: String

  /// - Parameter isSmall: Whether there is room for it in memory, where flushing costs nothing.
  init(_ name: String, isSmall: Bool = false, _ words: Words) throws(Failure) {
    // The runtime folder is the account's own; elsewhere the name and the mode keep others out.
    let named = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap(Surroundings.variable)
    let parent = (named + (isSmall ? ["/dev/shm"] : [])).first { access($0, W_OK | X_OK) == 0 }
    var template = Array("\(parent ?? "/tmp")/zhaoshang-\(name).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(.storeFailed, words.cannotWrite(parent ?? "/tmp", words.system(errno)))
    }
    path = String(cString: made)
  }

  deinit { FolderTree.remove(path) }
}
