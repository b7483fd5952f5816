internal import Glibc
internal import Wording

/// Files the program itself writes among a person's settings.
enum SettingsFolder {
  /// Writes a file that must not be there yet, with the folders above it.
  static func create(_ text: String, at path: String, _ words: Words) throws(Failure) {
    let taken = Failure(.refused, words.isThereAlready(path))
    if Surroundings.exists(path) { throw taken }
    try makeFolders(above: path, words)
    let draft = path + ".\(getpid()).draft"
    try Documents.write(text, to: draft, words)
    // A link fails where a name is taken, which a renaming would not.
    let isLinked = link(draft, path) == 0
    let reason = errno
    unlink(draft)
    if !isLinked {
      throw reason == EEXIST
        ? taken : Failure(.storeFailed, words.cannotWrite(path, words.system(reason)))
    }
  }

  /// Writes a file whole or not at all, with the folders above it; a link to it stays one.
  static func replace(_ text: String, at path: String, _ words: Words) throws(Failure) {
    try makeFolders(above: path, words)
    guard let real = realpath(path, nil) else { return try Documents.write(text, to: path, words) }
    defer { free(real) }
    try Documents.write(text, to: String(cString: real), words)
  }

  private static func makeFolders(above path: String, _ words: Words) throws(Failure) {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      if mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw Failure(.storeFailed, words.cannotWrite(folder, words.system(errno)))
      }
    }
  }
}
