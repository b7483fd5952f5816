internal import Glibc

/// How far a test goes: the numbers of every change, or those of a release.
///
/// `ZHAOSHANG_LONG_TESTS=1` asks for the latter, `ZHAOSHANG_SEED=n` plays one seed again.
package enum Scale {
  package static let isLong = getenv("ZHAOSHANG_LONG_TESTS") != nil

  package static func times(_ usual: Int, long: Int) -> Int { isLong ? long : usual }

  /// The seeds to play: so many from 0, or the one asked for.
  package static func seeds(_ usual: Int, long: Int) -> [UInt64] {
    if let asked = getenv("ZHAOSHANG_SEED"), let seed = UInt64(String(cString: asked)) {
      return [seed]
    }
    return (0..<UInt64(times(usual, long: long))).map { $0 }
  }
}
