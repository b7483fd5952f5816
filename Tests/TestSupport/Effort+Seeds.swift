internal import Glibc

extension Effort {
  /// The seeds to play: so many from 0, or those that `ZHAOSHANG_SEED` asks for, `17` or `0..<500`.
  package static func seeds(_ everyday: Int, long: Int) -> Range<UInt64> {
    let usual = 0..<UInt64(count(everyday, long: long))
    guard let asked = getenv("ZHAOSHANG_SEED") else { return usual }
    let ends = String(cString: asked).split(separator: "..<").map { UInt64($0) }
    switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
    case (1, let seed?, _): return seed..<seed + 1
    case (2, let first?, let last?) where first < last: return first..<last
    default: fatalError("ZHAOSHANG_SEED is a number or a range of numbers")
    }
  }
}
