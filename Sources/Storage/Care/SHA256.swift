internal import CMessageDigest

/// A SHA-256 in the making, by the system's libmd.
struct SHA256 {
  static let library = "libmd.so.0"

  private var use = zs_digest()
  private var state = zs_sha2()

  /// Nil where the library is not installed.
  init?(library: String = SHA256.library) {
    guard zs_load_digest(&use, library) else { return nil }
    zs_digest_begin(&use, &state)
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    zs_digest_update(&use, &state, start, bytes.count)
  }

  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The digest as 64 digits of lower-case hex; nothing may follow.
  mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    digest.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { zs_digest_end(&use, &state, start) }
    }
    return digest.reduce(into: "") { text, byte in
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
  }
}
