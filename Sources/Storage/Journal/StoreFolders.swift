internal import Glibc
internal import Pipeline

/// The folders of an open store and what its `format` file says.
final class StoreFolders {
  let disk: any Disk
  let path: String
  let root: Descriptor
  let journal: Descriptor
  private(set) var format: StoreFormat
  /// Nil when we may not write here, or were not asked to.
  let lock: StoreLock?
  let access: StoreAccess
  let sharing: Sharing
  private let rootIdentity: FileIdentity
  private let journalIdentity: FileIdentity

  private init(
    disk: any Disk, path: String, root: Descriptor, journal: Descriptor, format: StoreFormat,
    isReadOnly: Bool, isMirror: Bool
  ) throws(DiskError) {
    self.disk = disk
    self.path = path
    self.root = root
    self.journal = journal
    self.format = format
    let status = try disk.status(root)
    sharing = Sharing(status)
    rootIdentity = status.identity
    journalIdentity = try disk.status(journal).identity
    (lock, access) =
      isReadOnly
      ? (nil, .readOnly(.asked))
      : !isMirror && StoreFolders.isMarkedAsMirror(root, on: disk)
        ? (nil, .readOnly(.mirror))
        : try StoreFolders.openLock(root, journal, sharing, format, on: disk)
  }

  /// Lies in a mirror: what is written there by anybody but its server's client would be lost.
  static let mirrorMark = "mirror"

  private static func isMarkedAsMirror(_ root: Descriptor, on disk: any Disk) -> Bool {
    (try? disk.status(of: mirrorMark, in: root)) != nil
  }

  /// Goes by what the file `format` says by now.
  func take(_ format: StoreFormat) { self.format = format }

  deinit {
    // The journal's folder belongs to its files.
    disk.close(root)
  }

  /// Opens a store's folders; takes no lock and writes nothing but a missing lock file, and that
  /// only for a writer.
  ///
  /// - Parameter isMirror: Whether whoever opens it takes lines from its server; to anybody else a mirror
  ///   is for reading only.
  static func open(
    _ path: String, isReadOnly: Bool = false, isMirror: Bool = false, on disk: any Disk
  ) throws(StoreError) -> StoreFolders {
    let root: Descriptor
    do throws(DiskError) {
      root = try disk.openFolder(path: path)
    } catch {
      let code: StoreError.Code =
        switch error.errno {
        case ENOENT: .missing
        case ENOTDIR: .isAFile
        default: .failed(error)
        }
      throw StoreError(code, place: path)
    }
    do throws(StoreError) {
      return try open(root, path, isReadOnly, isMirror, on: disk)
    } catch {
      disk.close(root)
      throw error
    }
  }

  private static func open(
    _ root: Descriptor, _ path: String, _ isReadOnly: Bool, _ isMirror: Bool, on disk: any Disk
  ) throws(StoreError) -> StoreFolders {
    let format = try readFormat(root, path, on: disk)
    do throws(DiskError) {
      let journal = try disk.open("journal", in: root, .folder)
      do throws(DiskError) {
        return try StoreFolders(
          disk: disk, path: path, root: root, journal: journal, format: format,
          isReadOnly: isReadOnly, isMirror: isMirror)
      } catch {
        disk.close(journal)
        throw error
      }
    } catch {
      throw StoreError(error.isMissing ? .notAStore : .failed(error), place: path)
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
      throw StoreError(error.isMissing ? .notAStore : .failed(error), place: path)
    }
    throw StoreError(
      .damaged(Damage(.format, file: "format", line: 1, offset: 0, sequence: .origin)),
      place: path)
  }

  private static func openLock(
    _ root: Descriptor, _ journal: Descriptor, _ sharing: Sharing, _ format: StoreFormat,
    on disk: any Disk
  ) throws(DiskError) -> (StoreLock?, StoreAccess) {
    if format.version.major > FormatVersion.current.major {
      return (nil, .readOnly(.newerFormat(format.version)))
    }
    do throws(DiskError) {
      let lock = try StoreLock(root, journal, sharing, on: disk)
      let system = try lock.fileSystem()
      if !system.isReliable { return (nil, .readOnly(.foreignFileSystem(system))) }
      return (lock, .readWrite)
    } catch {
      switch error.errno {
      case EPERM, EACCES: return (nil, .readOnly(.permission))
      case EROFS: return (nil, .readOnly(.readOnlyFileSystem))
      // A link, a folder, a pipe or a device.
      case ELOOP, EISDIR, EINVAL, ENXIO: return (nil, .readOnly(.strangeLock))
      default: throw error
      }
    }
  }

  // MARK: The place

  /// Whether the journals of both are one and the same: nothing can be learnt of one from the other.
  func isSameFolder(as other: StoreFolders) -> Bool { journalIdentity == other.journalIdentity }

  /// Whether the path and the folder's name in it still stand for what is open here.
  ///
  /// A store may be moved, replaced or removed while somebody looks at it; what is written then is
  /// in no store that anybody opens.
  func areInPlace() throws(DiskError) -> Bool {
    do throws(DiskError) {
      let isRoot = try disk.status(path: path).identity == rootIdentity
      let isJournal = try disk.status(of: "journal", in: root).identity == journalIdentity
      return isRoot && isJournal
    } catch {
      if error.isNotThere { return false }
      throw error
    }
  }

  /// Takes the right to write, and makes sure that it is that of the store which the path names.
  ///
  /// - Parameter patience: Milliseconds to wait for another writer.
  func takeLock(patience: Int) throws(StoreError) -> StoreLock {
    guard let lock else {
      if case .readOnly(let reason) = access { throw StoreError(.readOnly(reason), place: path) }
      throw StoreError(.readOnly(.permission), place: path)
    }
    do throws(StoreError) { try lock.take(patience: patience, path: path) } catch {
      // In a folder that was removed no lock is found, and none can be made.
      if (try? areInPlace()) == false { throw StoreError(.readOnly(.replaced), place: path) }
      throw error
    }
    let isInPlace: Bool
    do throws(DiskError) { isInPlace = try areInPlace() } catch {
      lock.release()
      throw StoreError(.notSaved(error), place: path)
    }
    if !isInPlace {
      lock.release()
      throw StoreError(.readOnly(.replaced), place: path)
    }
    return lock
  }
}

extension DiskError {
  var isMissing: Bool { errno == ENOENT }
  /// Nothing is there, or a file or a link that leads nowhere is in the place of a folder.
  var isNotThere: Bool { [ENOENT, ENOTDIR, ELOOP].contains(errno) }
  /// The file system has no such call.
  var saysThatItCannot: Bool { [EBADF, EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) }
  /// Another file is there than the one that was read.
  static func replaced(_ name: String) -> DiskError { DiskError(.open, errno: ESTALE, name: name) }
}
