internal import Glibc

/// A folder that is held open, so that what happens to its path does not matter.
package struct Folder: ~Copyable {
  package let path: String
  let descriptor: Int32

  /// Opens a folder.
  ///
  /// - Parameter followsLink: Whether the last part of the path may be a link.
  package init(_ path: String, followsLink: Bool = true) throws(FileFault) {
    let descriptor = open(
      path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw FileFault(.system(errno: errno), path: path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The path of something in it.
  package func path(of name: String) -> String { path == "/" ? "/" + name : path + "/" + name }

  /// Removes a name; it is nobody's loss when it is gone already.
  package borrowing func remove(_ name: String) { unlinkat(descriptor, name, 0) }

  /// Sees to it that its names are on the disk, where the file system can do that.
  borrowing func flush() throws(FileFault) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileFault(.system(errno: errno), path: path)
    }
  }

  /// Makes the folders on the way to a path, for their owner alone; those that are there stay.
  package static func make(above path: String) throws(FileFault) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if mkdir(folder, 0o700) != 0, errno != EEXIST {
        throw FileFault(.system(errno: errno), path: folder)
      }
    }
  }
}
