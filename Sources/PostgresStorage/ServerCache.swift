#if PostgreSQL
  internal import Glibc

  /// This machine's copies of stores on servers, and what was kept of a server that had gone back.
  package struct ServerCache {
    private let mirrors: MirrorFolder

    package init(path: String) { mirrors = MirrorFolder(path: path) }

    package struct Copy: Hashable, Sendable {
      package let path: String
      /// The store it is of.
      package let storeID: String
      /// Why it has another name than the store: `rewound-4711`, `damaged`; nil for the copy in use.
      package let keptAs: String?
    }

    /// All copies there are, by name.
    package var copies: [Copy] {
      guard let folder = opendir(mirrors.path) else { return [] }
      defer { closedir(folder) }
      var found: [Copy] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let id = String(parts[0])
        guard MirrorFolder.isID(id), access(mirrors.path + "/" + name + "/format", F_OK) == 0 else {
          continue
        }
        found.append(
          Copy(
            path: mirrors.path + "/" + name, storeID: id,
            keptAs: parts.count > 1 ? String(parts[1]) : nil))
      }
      return found.sorted { $0.path < $1.path }
    }

    /// The copies of one store: the one in use, and with `all` those that were kept.
    package func copies(of storeID: String, all: Bool) -> [Copy] {
      copies.filter { $0.storeID == storeID && (all || $0.keptAs == nil) }
    }
  }
#endif
