internal import Files
internal import Wording

/// Files the program itself writes among a person's settings.
enum SettingsFolder {
  /// Writes a file that must not be there yet, with the folders above it.
  static func create(_ text: String, at path: String, _ words: Words) throws(Failure) {
    let taken = Failure(.refused, words.isThereAlready(path))
    if Surroundings.exists(path) { throw taken }
    do throws(FileFault) {
      try put(text, at: path, replacing: false)
    } catch {
      throw error.reason == .isThere ? taken : words.failure(error)
    }
  }

  /// Writes a file whole or not at all, with the folders above it; a link to it stays one.
  static func replace(_ text: String, at path: String, _ words: Words) throws(Failure) {
    do throws(FileFault) {
      try put(text, at: path, replacing: true)
    } catch {
      throw words.failure(error)
    }
  }

  private static func put(_ text: String, at path: String, replacing: Bool) throws(FileFault) {
    try Folder.make(above: path)
    let place = try OutputPlace(path)
    guard place.kind == .free || place.kind == .file else {
      throw FileFault(.notAFile, path: path)
    }
    try place.write(Array(text.utf8), replacing: replacing)
  }
}
