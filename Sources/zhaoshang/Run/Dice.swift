internal import Glibc
internal import Storage

/// Random numbers of the system, fetched thirty-two at a time.
///
/// Each of the hundred thousand events of an import has two, and asking the system for eight bytes
/// takes as long as asking for two hundred and fifty-six.
final class Dice {
  private var numbers: [UInt64] = []
  private static let count = 32

  /// A random UUID (version 4) in lower case.
  func identifier() -> String { Authorship.identifier { self.next() } }

  func next() -> UInt64 {
    if let number = numbers.popLast() { return number }
    var drawn = [UInt64](repeating: 0, count: Dice.count)
    let isDrawn = drawn.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { getentropy($0, bytes.count) == 0 } ?? false
    }
    guard isDrawn else {
      var system = SystemRandomNumberGenerator()
      return system.next()
    }
    let first = drawn.removeLast()
    numbers = drawn
    return first
  }
}
