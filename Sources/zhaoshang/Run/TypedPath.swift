internal import Glibc

/// A path as a person types it on the board, where no shell reads it.
struct TypedPath {
  let typed: String
  /// What `~` stands for.
  let home: String?

  init(_ typed: String, home: String?) {
    self.typed = typed
    self.home = home
  }

  /// The whole path: `~/` is the home, and what does not begin at the root begins here.
  var full: String {
    if typed.hasPrefix("~/"), let home { return home + typed.dropFirst() }
    guard !typed.hasPrefix("/"), let here = getcwd(nil, 0) else { return typed }
    defer { free(here) }
    let folder = String(cString: here)
    return folder + (folder.hasSuffix("/") ? "" : "/") + typed
  }
}
