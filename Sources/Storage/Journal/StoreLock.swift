internal import Glibc

/// The right to write to a store: one at a time.
///
/// Two locks make it one. The file `lock` tells everybody, older versions of this program too, and
/// has room for a mark. But whoever sees "somebody is writing" may take it for left over and remove
/// it, and the next one would make another and write at the same time. So the folder `journal` is
/// locked as well, which nobody removes without removing the store.
final class StoreLock {
  private let disk: any Disk
  private let root: Descriptor
  private let journal: Descriptor
  private let sharing: Sharing
  private var file: Descriptor
  private var identity: FileIdentity
  /// Whether the file has other names: what is written into it would be written elsewhere too.
  private(set) var isLinked: Bool

  /// How often somebody else may have removed it or made another in between before that counts as
  /// waiting.
  private static let turns = 100

  /// Opens the lock of a store; a missing one is made, and belongs to whom the store belongs.
  init(_ root: Descriptor, _ journal: Descriptor, _ sharing: Sharing, on disk: any Disk)
    throws(DiskError)
  {
    self.disk = disk
    self.root = root
    self.journal = journal
    self.sharing = sharing
    let (file, status) = try StoreLock.open(in: root, sharing, on: disk)
    self.file = file
    identity = status.identity
    isLinked = status.links != 1
  }

  deinit { disk.close(file) }

  /// What keeps the lock.
  func fileSystem() throws(DiskError) -> FileSystem { try disk.fileSystem(of: file) }

  /// Where the mark of the last flush is kept; nil when it would be written into another file too.
  ///
  /// - Parameter seed: What the sums of the store begin with.
  func mark(seed: UInt32) -> FlushMark? {
    isLinked ? nil : FlushMark(on: disk, in: file, identity, seed: seed)
  }

  private static func open(in root: Descriptor, _ sharing: Sharing, on disk: any Disk)
    throws(DiskError) -> (Descriptor, FileStatus)
  {
    var turns = 0
    while true {
      let file: Descriptor
      do throws(DiskError) {
        file = try disk.open("lock", in: root, .readWrite)
      } catch {
        if !error.isMissing || turns == StoreLock.turns { throw error }
        turns += 1
        do throws(DiskError) {
          disk.close(try sharing.makeFile("lock", in: root, on: disk))
        } catch {
          if error.errno != EEXIST { throw error }
        }
        continue
      }
      do throws(DiskError) {
        let status = try disk.status(file)
        guard status.kind == .file else { throw DiskError(.open, errno: EINVAL, name: "lock") }
        return (file, status)
      } catch {
        disk.close(file)
        throw error
      }
    }
  }

  /// Takes both locks, waiting with growing pauses.
  ///
  /// - Parameter patience: Milliseconds to wait for somebody else.
  /// - Throws: `busy` with the holder when the patience is at an end, or `notSaved` with what the
  ///   system says.
  func take(patience: Int, path: String) throws(StoreError) {
    var waited = 0
    var pause = 1
    var turns = 0
    while true {
      let attempt: Attempt
      do throws(DiskError) { attempt = try tryOnce() } catch {
        throw StoreError(.notSaved(error), place: path)
      }
      if case .taken = attempt { return }
      if case .replaced = attempt, turns < StoreLock.turns {
        turns += 1
        continue
      }
      if waited >= patience {
        let holder: LockHolder? =
          if case .held(let held) = attempt { disk.lockHolder(held) } else { nil }
        throw StoreError(.busy(holder), place: path)
      }
      disk.pause(milliseconds: pause)
      waited += pause
      pause = min(pause * 2, 50, max(1, patience - waited))
    }
  }

  private enum Attempt {
    case taken
    case held(Descriptor)
    /// The name stands for another file by now, which was opened.
    case replaced
  }

  private func tryOnce() throws(DiskError) -> Attempt {
    guard try disk.lock(file) else { return .held(file) }
    do throws(DiskError) {
      if try !isWhatItsNameSays() {
        let (found, status) = try StoreLock.open(in: root, sharing, on: disk)
        disk.unlock(file)
        disk.close(file)
        (file, identity, isLinked) = (found, status.identity, status.links != 1)
        return .replaced
      }
      if try lockJournal() { return .taken }
    } catch {
      disk.unlock(file)
      throw error
    }
    disk.unlock(file)
    return .held(journal)
  }

  private func isWhatItsNameSays() throws(DiskError) -> Bool {
    do throws(DiskError) {
      let status = try disk.status(of: "lock", in: root)
      isLinked = status.links != 1
      return status.identity == identity
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// A file system that locks no folders leaves it to the file.
  private func lockJournal() throws(DiskError) -> Bool {
    do throws(DiskError) {
      return try disk.lock(journal)
    } catch {
      if error.saysThatItCannot { return true }
      throw error
    }
  }

  func release() {
    disk.unlock(journal)
    disk.unlock(file)
  }
}
