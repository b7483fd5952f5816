/// Whose the files of a store are and who may use them: what its root folder says.
///
/// Every file that is made in a store later is made here, so that it takes after the store, whoever
/// makes it: one that is its maker's alone would lock everybody else out.
struct Sharing: Hashable {
  let owner: UInt32
  let group: UInt32
  /// Whether a group shares the store.
  let isShared: Bool

  init(_ root: FileStatus) {
    owner = root.owner
    group = root.group
    isShared = root.mode & 0o070 != 0
  }

  /// The permissions of a file that is written, of one that is closed for good, and of a folder.
  var openMode: UInt32 { isShared ? 0o660 : 0o600 }
  var closedMode: UInt32 { 0o440 }
  var folderMode: UInt32 { isShared ? 0o2770 : 0o700 }

  /// Makes a new file; fails if something of that name exists.
  ///
  /// What cannot be given to those who share the store is not made.
  func makeFile(_ name: String, in folder: Descriptor, mode: UInt32? = nil, on disk: any Disk)
    throws(DiskError) -> Descriptor
  {
    let file = try disk.open(name, in: folder, .create)
    do throws(DiskError) {
      try settle(file, mode ?? openMode, on: disk)
      return file
    } catch {
      disk.close(file)
      try? disk.remove(name, in: folder, isFolder: false)
      throw error
    }
  }

  /// Makes a new folder and opens it.
  func makeFolder(_ name: String, in folder: Descriptor, on disk: any Disk) throws(DiskError)
    -> Descriptor
  {
    try disk.makeFolder(name, in: folder)
    let made = try disk.open(name, in: folder, .folder)
    do throws(DiskError) {
      try settle(made, folderMode, on: disk)
      return made
    } catch {
      disk.close(made)
      try? disk.remove(name, in: folder, isFolder: true)
      throw error
    }
  }

  /// Opens one of a store's folders, and makes it when it is gone: whatever copies without empty folders
  /// leaves it out.
  func openFolder(_ name: String, in root: Descriptor, on disk: any Disk) throws(DiskError)
    -> Descriptor
  {
    do throws(DiskError) { return try disk.open(name, in: root, .folder) } catch {
      if !error.isMissing { throw error }
    }
    return try makeFolder(name, in: root, on: disk)
  }

  /// Gives a new file to the store's own, then sets its permissions, which a change of hands may cut.
  private func settle(_ file: Descriptor, _ mode: UInt32, on disk: any Disk) throws(DiskError) {
    let made = try disk.status(file)
    let newOwner = disk.mayGiveAway && made.owner != owner ? owner : nil
    let newGroup = (isShared || disk.mayGiveAway) && made.group != group ? group : nil
    if newOwner != nil || newGroup != nil {
      try disk.setOwner(file, newOwner, group: newGroup)
    }
    // Set by hand: what a new file gets depends on the umask.
    try disk.setMode(file, mode)
  }
}
