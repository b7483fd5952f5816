internal import Glibc
internal import Pipeline

extension Journal {
  /// Makes an empty store, as a whole or not at all.
  ///
  /// Built under a temporary name beside its place, flushed, and renamed. An empty folder of that
  /// name is replaced; folders on the way there are made, for their owner alone.
  ///
  /// - Parameters:
  ///   - path: Where the store's folder is to be.
  ///   - group: The group that shares the store; nil for its owner alone.
  ///   - random: Dice for the store's id and the temporary name.
  package static func create(
    at path: String, group: UInt32? = nil, disk: any Disk = LocalDisk(),
    random: () -> UInt64
  ) throws(StoreError) {
    let builder = StoreBuilder(path: path, group: group, disk: disk)
    let format = StoreFormat(id: Authorship.identifier(random))
    try builder.build(format, suffix: random()) { (builder, journal) throws(DiskError) in
      try builder.makeFile(Position.name(of: SequenceNumber(1)), in: journal, [])
    }
  }
}

/// Puts a store together beside its place, and renames it into it.
struct StoreBuilder: StoreWork {
  let path: String
  let group: UInt32?
  let disk: any Disk
  /// Whether only a server's lines go into it.
  var isMirror = false

  private static let folders = ["journal", "checkpoint", "drafts", "quarantine"]

  /// - Parameters:
  ///   - fill: Makes the files of the journal in their folder.
  ///   - check: Looks the journal's folder over before the store is put into its place.
  @discardableResult
  func build<Result>(
    _ format: StoreFormat, suffix: UInt64,
    fill: (StoreBuilder, _ journal: Descriptor) throws(DiskError) -> Result,
    check: (_ journal: Descriptor) throws(StoreError) -> Void = { _ in }
  ) throws(StoreError) -> Result {
    var components = path.split(separator: "/").map(String.init)
    guard let name = components.popLast(), name != ".", name != ".." else {
      throw StoreError(.alreadyExists, place: path)
    }
    let temporary = ".\(name).\(String(suffix, radix: 16)).new"
    let parent = try explaining(as: StoreBuilder.code) { () throws(DiskError) in
      try openParent(components)
    }
    defer { disk.close(parent) }
    if try explaining(as: StoreBuilder.code, { () throws(DiskError) in try isInsideStore(parent) })
    {
      throw StoreError(.insideStore, place: path)
    }
    tidy(after: name, in: parent)
    // Claimed as long as it is built: what nobody claims is left over.
    let claim = try explaining(as: StoreBuilder.code) { () throws(DiskError) in
      try disk.makeFolder(temporary, in: parent)
      return try disk.open(temporary, in: parent, .folder)
    }
    defer { disk.close(claim) }
    do throws(StoreError) {
      _ = try explaining(as: StoreBuilder.code) { () throws(DiskError) in try disk.claim(claim) }
      let result = try explaining(as: StoreBuilder.code) { () throws(DiskError) in
        try self.fill(claim, format, fill)
      }
      let made = try explaining(as: StoreBuilder.code) { () throws(DiskError) in
        try openJournal(of: temporary, in: parent)
      }
      defer { disk.close(made) }
      try check(made)
      try explaining(as: StoreBuilder.code) { () throws(DiskError) in
        try disk.rename(temporary, to: name, in: parent)
        try disk.flush(parent)
      }
      return result
    } catch {
      discard(temporary, in: parent)
      throw error
    }
  }

  /// What a refusal says of the place where the store is to be.
  private static func code(_ error: DiskError) -> StoreError.Code {
    switch (error.call, error.errno) {
    case (.rename, EEXIST), (.rename, ENOTEMPTY): .alreadyExists
    case (.rename, ENOTDIR): .isAFile
    default: .failed(error)
    }
  }

  private func openJournal(of name: String, in parent: Descriptor) throws(DiskError) -> Descriptor {
    let root = try disk.open(name, in: parent, .folder)
    defer { disk.close(root) }
    return try disk.open("journal", in: root, .folder)
  }

  private func openParent(_ components: [String]) throws(DiskError) -> Descriptor {
    var walked = path.hasPrefix("/") ? "/" : "."
    var folder = try disk.openFolder(path: walked)
    for component in components {
      walked += "/" + component
      do throws(DiskError) {
        let next: Descriptor
        do throws(DiskError) {
          next = try disk.openFolder(path: walked)
        } catch {
          if !error.isMissing { throw error }
          try disk.makeFolder(component, in: folder)
          try disk.flush(folder)
          next = try disk.openFolder(path: walked)
        }
        disk.close(folder)
        folder = next
      } catch {
        disk.close(folder)
        throw error
      }
    }
    return folder
  }

  private func fill<Result>(
    _ root: Descriptor, _ format: StoreFormat,
    _ fill: (StoreBuilder, Descriptor) throws(DiskError) -> Result
  ) throws(DiskError) -> Result {
    try share(root, folder: true)
    var result: Result?
    for folder in StoreBuilder.folders {
      try disk.makeFolder(folder, in: root)
      let made = try disk.open(folder, in: root, .folder)
      defer { disk.close(made) }
      // What somebody is typing is theirs alone, but everyone keeps drafts here.
      try share(made, folder: true)
      if folder == "journal" {
        result = try fill(self, made)
      }
      try disk.flush(made)
    }
    try makeFile("format", in: root, format.bytes)
    try makeFile("lock", in: root, [])
    if isMirror { try makeFile(StoreFolders.mirrorMark, in: root, []) }
    try disk.flush(root)
    guard let result else { preconditionFailure("a store without a journal") }
    return result
  }

  func makeFile(_ name: String, in folder: Descriptor, _ bytes: [UInt8])
    throws(DiskError)
  {
    let file = try disk.open(name, in: folder, .create)
    defer { disk.close(file) }
    try share(file, folder: false)
    try disk.writeAll(file, bytes, at: 0)
    try disk.flush(file)
  }

  /// Makes a file of the first bytes of another.
  func copy(
    _ source: Descriptor, bytes: Int64, to name: String, in folder: Descriptor, isClosed: Bool
  ) throws(DiskError) {
    let file = try disk.open(name, in: folder, .create)
    defer { disk.close(file) }
    try share(file, folder: false)
    var done: Int64 = 0
    while done < bytes {
      let piece = try disk.readAll(source, from: done, limit: Int(min(bytes - done, 1 << 20)))
      if piece.isEmpty { throw DiskError(.read, errno: EIO, name: name) }
      try disk.writeAll(file, piece, at: done)
      done += Int64(piece.count)
    }
    if isClosed { try disk.setMode(file, 0o440) }
    try disk.flush(file)
  }

  private func share(_ file: Descriptor, folder isFolder: Bool) throws(DiskError) {
    // What the folder around hands down may open it to others, or close it to its own.
    try disk.removeAccessLists(file)
    if let group { try disk.setOwner(file, nil, group: group) }
    // Set by hand: what a new file gets depends on the umask.
    try disk.setMode(file, group == nil ? isFolder ? 0o700 : 0o600 : isFolder ? 0o2770 : 0o660)
  }

  /// Whether a folder is a store's or lies in one.
  private func isInsideStore(_ folder: Descriptor) throws(DiskError) -> Bool {
    var folder = folder
    var opened: [Descriptor] = []
    defer { for descriptor in opened { disk.close(descriptor) } }
    var identity = try disk.status(folder).identity
    while true {
      if let file = try? disk.open("format", in: folder, .read) {
        defer { disk.close(file) }
        if let bytes = try? disk.readAll(file, limit: 4096), StoreFormat(bytes) != nil {
          return true
        }
      }
      // Upwards by what is there, not by the path: links lead elsewhere.
      guard let above = try? disk.open("..", in: folder, .folder) else { return false }
      opened.append(above)
      let next = try disk.status(above).identity
      // Only the topmost folder lies in itself.
      if next == identity { return false }
      (folder, identity) = (above, next)
    }
  }

  /// Removes what a builder of the same name left that was killed.
  private func tidy(after name: String, in parent: Descriptor) {
    for left in (try? disk.names(in: parent)) ?? [] where StoreBuilder.isTemporary(left, of: name) {
      guard let folder = try? disk.open(left, in: parent, .folder) else { continue }
      defer { disk.close(folder) }
      if (try? disk.claim(folder)) == true { discard(left, in: parent) }
    }
  }

  /// `.NAME.1f3a.new`, as a place to build NAME or to write it anew.
  static func isTemporary(_ file: String, of name: String) -> Bool {
    guard file.hasPrefix(".\(name)."), file.hasSuffix(".new") else { return false }
    return UInt64(file.dropFirst(name.count + 2).dropLast(4), radix: 16) != nil
  }

  /// Removes a half-built store as far as that goes.
  private func discard(_ name: String, in parent: Descriptor) {
    guard let root = try? disk.open(name, in: parent, .folder) else { return }
    if let journal = try? disk.open("journal", in: root, .folder) {
      for file in (try? disk.names(in: journal)) ?? [] {
        try? disk.remove(file, in: journal, isFolder: false)
      }
      disk.close(journal)
    }
    for folder in StoreBuilder.folders { try? disk.remove(folder, in: root, isFolder: true) }
    for file in ["format", "lock", StoreFolders.mirrorMark] {
      try? disk.remove(file, in: root, isFolder: false)
    }
    disk.close(root)
    try? disk.remove(name, in: parent, isFolder: true)
  }
}
