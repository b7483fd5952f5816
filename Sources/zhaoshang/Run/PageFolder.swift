internal import Files
internal import Glibc
internal import Storage
internal import Wording

/// A folder of pages that is ours alone: every page in it is replaced whole, and nothing else is
/// touched.
struct PageFolder {
  let path: String
  private let words: Words
  /// Held as long as pages are written: of two writers each would take away the other's.
  private let turn: Turn

  private final class Turn {
    private let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }

  /// What stands in a folder that was made by this program: the names of the fields that are left out
  /// of its pages, a line each.
  private static let mark = ".zhaoshang-pages"
  private static let projects = "p"

  /// - Parameter hidden: The names of the fields that are left out.
  /// - Throws: When the folder holds anything that is not ours, lies in a store, is being written, or
  ///   holds pages that leave out more: what was kept from its readers is not shown to them by the way.
  init(_ path: String, hiding hidden: Set<String>, _ words: Words) throws(Failure) {
    self.words = words
    let isThere = Surroundings.exists(path)
    let seat = PageFolder.real(path) ?? PageFolder.real(PageFolder.parent(of: path)) ?? path
    if let store = StorePlace.around(seat) {
      throw Failure(.refused, words.outputIntoStore(path, store: store))
    }
    self.path = path
    let names = FolderTree.names(in: path)
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    // Of an earlier try that failed, nothing but an empty folder may be left.
    let isEmpty =
      names.isEmpty
      || names == [PageFolder.projects]
        && FolderTree.names(in: path + "/" + PageFolder.projects).isEmpty
    guard !isThere || isFolder && (isEmpty || names.contains(PageFolder.mark)) else {
      throw Failure(.refused, words.notAPageFolder(path))
    }
    do throws(FileFault) {
      try Folder.make(above: path + "/" + PageFolder.projects + "/x")
      // Never through a link: what lies behind one is somebody else's.
      _ = try Folder(path + "/" + PageFolder.projects, followsLink: false)
      // What is ours is as open as the person makes files; a folder that was there stays as it is.
      if !isThere { chmod(path, PageFolder.mode(0o777)) }
      if !names.contains(PageFolder.projects) {
        chmod(path + "/" + PageFolder.projects, PageFolder.mode(0o777))
      }
    } catch {
      throw words.failure(error)
    }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw words.failure(FileFault(.system(errno: errno), path: path))
    }
    turn = Turn(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw Failure(.storeBusy, words.pagesAreBeingWritten(path))
    }
    let before = try PageFolder.leftOut(beside: path, words)
    let shown = Set(before).subtracting(hidden).sorted()
    guard shown.isEmpty else { throw Failure(.refused, words.pagesLeaveOut(path, shown)) }
    try put(hidden.sorted().map { $0 + "\n" }.joined(), at: PageFolder.mark)
  }

  /// The fields that the pages of a folder leave out.
  ///
  /// - Throws: When it cannot be known: nothing is shown then that may have been kept back.
  private static func leftOut(beside path: String, _ words: Words) throws(Failure) -> [String] {
    let file = path + "/" + PageFolder.mark
    var status = stat()
    guard lstat(file, &status) == 0 else { return [] }
    do throws(FileFault) {
      let bytes = try WholeFile.bytes(ofFile: file, limit: 65_536, waitsForPipes: false)
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    } catch {
      throw words.failure(error)
    }
  }

  /// A path from the root, without links; nil where nothing is there.
  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A mode as the person's mask leaves it.
  private static func mode(_ mode: mode_t) -> mode_t { mode & ~Surroundings.personsMask }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Replaces a page whole.
  func put(_ text: String, at name: String) throws(Failure) {
    do throws(FileFault) { try write(text, to: name) } catch { throw words.failure(error) }
  }

  private func write(_ text: String, to name: String) throws(FileFault) {
    let parts = name.split(separator: "/")
    let folder = try Folder(
      parts.count == 1 ? path : path + "/" + parts[0], followsLink: parts.count == 1)
    let own = String(parts[parts.count - 1])
    var file = try NewFile(in: folder, for: path + "/" + name)
    try file.write(Array(text.utf8))
    // They are there to be read; they can be made again, and are not waited for.
    try file.name(own, replacing: true)
    chmod(path + "/" + name, PageFolder.mode(0o666))
  }

  /// Removes the pages of projects that have none any more.
  func keep(_ files: Set<String>) {
    let folder = path + "/" + PageFolder.projects
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    for name in FolderTree.names(in: folder) {
      let isOurs =
        name.hasSuffix(".html") && name.dropLast(5).utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isOurs, !files.contains(PageFolder.projects + "/" + name) { unlink(folder + "/" + name) }
    }
  }
}
