internal import Pipeline

/// The folders of an open store and what its `format` file says.
final class StoreFolders {
  let disk: any Disk
  let root: Descriptor
  let journal: Descriptor
  let format: StoreFormat
  /// The lock's file; nil when we may not write here.
  let lock: Descriptor?
  let access: StoreAccess
  /// Whether a group shares the store.
  let isShared: Bool

  /// The permissions of a file that is written, and of one that is closed for good.
  var openMode: UInt32 { isShared ? 0o660 : 0o600 }
  var closedMode: UInt32 { 0o440 }

  private init(
    disk: any Disk, root: Descriptor, journal: Descriptor, format: StoreFormat,
    lock: Descriptor?, access: StoreAccess, isShared: Bool
  ) {
    self.disk = disk
    self.root = root
    self.journal = journal
    self.format = format
    self.lock = lock
    self.access = access
    self.isShared = isShared
  }

  deinit {
    // The journal's folder belongs to its files.
    if let lock { disk.close(lock) }
    disk.close(root)
  }

  /// Opens a store's folders; takes no lock and writes nothing but a missing lock file.
  static func open(_ path: String, on disk: any Disk) throws(StoreError) -> StoreFolders {
    let root: Descriptor
    do throws(DiskError) {
      root = try disk.openFolder(path: path)
    } catch {
      let code: StoreError.Code =
        switch error.errno {
        case 2: .missing
        case 20: .isAFile
        default: .failed(error)
        }
      throw StoreError(code, path: path)
    }
    do throws(StoreError) {
      return try open(root, path, on: disk)
    } catch {
      disk.close(root)
      throw error
    }
  }

  private static func open(_ root: Descriptor, _ path: String, on disk: any Disk)
    throws(StoreError) -> StoreFolders
  {
    let format = try readFormat(root, path, on: disk)
    do throws(DiskError) {
      let journal = try disk.open("journal", in: root, .folder)
      let (lock, access) = try openLock(root, format, on: disk)
      let isShared = try disk.status(root).mode & 0o070 != 0
      return StoreFolders(
        disk: disk, root: root, journal: journal, format: format, lock: lock, access: access,
        isShared: isShared)
    } catch {
      throw StoreError(error.isMissing ? .notAStore : .failed(error), path: path)
    }
  }

  private static func readFormat(_ root: Descriptor, _ path: String, on disk: any Disk)
    throws(StoreError) -> StoreFormat
  {
    do throws(DiskError) {
      let file = try disk.open("format", in: root, .read)
      defer { disk.close(file) }
      if try disk.status(file).kind == .file,
        let format = StoreFormat(try disk.readAll(file, limit: 4096))
      {
        return format
      }
    } catch {
      throw StoreError(error.isMissing ? .notAStore : .failed(error), path: path)
    }
    throw StoreError(
      .damaged(Damage(.format, file: "format", line: 1, offset: 0, sequence: .origin)),
      path: path)
  }

  /// Takes the lock at once or not at all.
  func takeLock(_ path: String) throws(StoreError) -> Descriptor {
    guard let lock else {
      if case .readOnly(let reason) = access { throw StoreError(.readOnly(reason), path: path) }
      throw StoreError(.readOnly(.permission), path: path)
    }
    do throws(DiskError) {
      if try !disk.lock(lock) { throw DiskError(.lock, errno: 11) }
    } catch {
      throw StoreError(
        error.errno == 11 ? .busy(disk.lockHolder(lock)) : .failed(error), path: path)
    }
    return lock
  }

  private static func openLock(_ root: Descriptor, _ format: StoreFormat, on disk: any Disk)
    throws(DiskError) -> (Descriptor?, StoreAccess)
  {
    if format.version.major > FormatVersion.current.major {
      return (nil, .readOnly(.newerFormat(format.version)))
    }
    do throws(DiskError) {
      let lock = try disk.open("lock", in: root, .lock)
      if try disk.isRemote(lock) {
        disk.close(lock)
        return (nil, .readOnly(.networkFileSystem))
      }
      return (lock, .readWrite)
    } catch {
      switch error.errno {
      case 1, 13: return (nil, .readOnly(.permission))
      case 30: return (nil, .readOnly(.readOnlyFileSystem))
      default: throw error
      }
    }
  }
}
