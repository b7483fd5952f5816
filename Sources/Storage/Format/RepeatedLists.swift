internal import Glibc

/// Lists of texts met before, so that the units and people of a bureau, who stand in every second
/// event, are made once and shared.
///
/// A list is found by its bytes. The table has a place for each remainder of their sum and keeps the
/// last list there; a replay of names that never come again costs no more memory than this.
final class RepeatedLists {
  private struct Place {
    var bytes: [UInt8] = []
    var texts: [String] = []
  }

  private var places = [Place](repeating: Place(), count: 1024)

  /// Longer ones are seldom the same.
  private static let longest = 96

  /// The list that bytes make: one that was met before, or the one that `make` makes of them.
  func list(_ bytes: UnsafeBufferPointer<UInt8>, _ make: () -> [String]?) -> [String]? {
    guard bytes.count <= RepeatedLists.longest, let start = bytes.baseAddress else { return make() }
    let index = RepeatedLists.remainder(start, bytes.count)
    if isEqual(places[index].bytes, bytes) { return places[index].texts }
    guard let texts = make() else { return nil }
    places[index] = Place(bytes: Array(bytes), texts: texts)
    return texts
  }

  private static func remainder(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var sum = UInt64(count)
    var index = 0
    let start = UnsafeRawPointer(start)
    // The low bits of a product know nothing of the high bits of its factors.
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    while index + 8 <= count {
      mix(start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    while index < count {
      mix(UInt64(start.load(fromByteOffset: index, as: UInt8.self)))
      index += 1
    }
    return Int(sum & 1023)
  }
}
