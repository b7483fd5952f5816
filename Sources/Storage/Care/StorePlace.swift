/// Where stores lie: for whoever is about to write a file of his own.
package enum StorePlace {
  /// The store that a path lies in, or is; nil when it lies in none.
  ///
  /// A store is known by its `format` beside a `journal`, however damaged the rest may be. Only
  /// folders above the path are looked at: whether anything is there yet does not matter.
  ///
  /// - Parameter path: From the root, without links.
  package static func around(_ path: String, on disk: any Disk = LocalDisk()) -> String? {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/" + part
      if isStore(folder, on: disk) { return folder }
    }
    return nil
  }

  private static func isStore(_ folder: String, on disk: any Disk) -> Bool {
    do throws(DiskError) {
      let root = try disk.openFolder(path: folder)
      defer { disk.close(root) }
      disk.close(try disk.open("journal", in: root, .folder))
      let file = try disk.open("format", in: root, .read)
      defer { disk.close(file) }
      let word = Array("zhaoshang-store".utf8)
      guard try disk.status(file).kind == .file else { return false }
      return try disk.readAll(file, limit: 4096).contains(word)
    } catch {
      return false
    }
  }
}
