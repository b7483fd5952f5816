internal import Glibc

extension Effort {
  /// The seeds to play: so many from 0, or the one that `ZHAOSHANG_SEED` asks for again.
  package static func seeds(_ everyday: Int, long: Int) -> [UInt64] {
    if let asked = getenv("ZHAOSHANG_SEED"), let seed = UInt64(String(cString: asked)) {
      return [seed]
    }
    return (0..<UInt64(count(everyday, long: long))).map { $0 }
  }
}
