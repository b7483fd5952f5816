internal import Glibc

/// A folder and all in it.
enum FolderTree {
  /// The names in a folder, without itself and its parent; none when it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The topmost folder on the way to a path that is not there yet; nil when the way is there.
  static func firstMissing(above path: String) -> String? {
    var way = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      way += "/" + part
      if access(way, F_OK) != 0, errno == ENOENT { return way }
    }
    return nil
  }

  /// Removes a tree; links are removed, never followed.
  static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
