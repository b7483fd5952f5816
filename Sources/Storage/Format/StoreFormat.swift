internal import JSON

/// The version of a store's format.
package struct FormatVersion: Hashable, Sendable {
  package let major: Int
  package let minor: Int

  package init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `1.1`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]) else {
      return nil
    }
    self.init(major: major, minor: minor)
  }
}

extension FormatVersion: Comparable {
  package static func < (lhs: FormatVersion, rhs: FormatVersion) -> Bool {
    (lhs.major, lhs.minor) < (rhs.major, rhs.minor)
  }
}

extension FormatVersion: CustomStringConvertible {
  package var description: String { "\(major).\(minor)" }
}

/// What the file `format` says: what kind of store this is, and which one.
struct StoreFormat: Hashable {
  var version = FormatVersion.first
  /// A UUID; the chain of checksums begins with it, so that no file of another store fits.
  var id: String

  /// The sum that the first record continues.
  var seed: UInt32 { CRC32C.sum(Array(id.utf8)) }

  /// The file's bytes: one line with a checksum of its own.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("sum", "00000000")
    writer.member("format", "zhaoshang-store")
    writer.member("version", version.description)
    writer.member("id", id)
    writer.endObject()
    var bytes = writer.bytes
    RecordFrame.seal(&bytes, from: 0, after: 0)
    return bytes + [0x0A]
  }

  init(version: FormatVersion = .first, id: String) {
    self.version = version
    self.id = id
  }

  /// Reads the file's bytes; nil when they are not those of a store's format.
  ///
  /// The version is believed without the checksum when it is newer than ours.
  init?(_ bytes: [UInt8]) {
    guard let object = try? JSONValue.parse(bytes, sizeLimit: 4096).object,
      object["format"] == .string("zhaoshang-store"), let id = object["id"]?.string,
      let version = object["version"]?.string.flatMap({ FormatVersion($0) })
    else { return nil }
    self.init(version: version, id: id)
    if version.major <= FormatVersion.current.major, bytes != self.bytes { return nil }
  }
}
