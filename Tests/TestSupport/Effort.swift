internal import Glibc

/// How much work a test that could go on for ever puts in.
package enum Effort {
  /// Whether the release's numbers are asked for (`make test-long`) and not the everyday ones.
  package static let isLong = getenv("ZHAOSHANG_LONG_TESTS") != nil

  /// The everyday number, or the release's.
  package static func count(_ everyday: Int, long: Int) -> Int { isLong ? long : everyday }
}
