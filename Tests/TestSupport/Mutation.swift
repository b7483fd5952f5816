import Glibc

/// Makes hostile files out of good ones: the same seed, the same file.
package struct Mutation {
  private var dice: SplitMix64
  private let corpus: [[UInt8]]

  /// Bytes that mean something to the formats we read.
  private static let pieces: [[UInt8]] =
    [
      "\0", "\n", "\r\n", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "-",
      "1e400",
      "9223372036854775808", "18446744073709551616", "null", "[[[[[[[[[[[[[[[[", "{\"a\":", "=",
      "#", "'''",
      "\"\"\"", "\u{1B}[", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<", "\u{1B}O", ";", "M", "m",
      "\u{FEFF}",
      "\u{202E}", "招商", "2026-02-30", "0000000000000000",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90], [0x80], [0x9B],
    ]

  package init(seed: UInt64, corpus: [[UInt8]]) {
    dice = SplitMix64(seed: seed)
    self.corpus = corpus
  }

  package mutating func next() -> [UInt8] {
    var bytes = dice.pick(corpus)
    for _ in 0..<Int.random(in: 1...6, using: &dice) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = dice.pick(Self.pieces)
      return
    }
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    let length = min(bytes.count - place, 1 << Int.random(in: 0..<9, using: &dice))
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
    case 1: bytes[place] = .random(in: 0 ... .max, using: &dice)
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4: bytes.insert(contentsOf: dice.pick(Self.pieces), at: place)
    case 5: bytes.replaceSubrange(place..<place + length, with: dice.pick(Self.pieces))
    case 6: bytes.removeLast(bytes.count - place)
    default:
      let other = dice.pick(corpus)
      let start = Int.random(in: 0...other.count, using: &dice)
      bytes.insert(contentsOf: other[start..<min(other.count, start + length)], at: place)
    }
  }

  /// Hands out the corpus and then mutations of it until the time is up, and says which one took
  /// over two seconds.
  ///
  /// - Parameter seconds: How long; by the hour for a release.
  /// - Returns: How many were tried.
  package static func play(
    _ corpus: [[UInt8]], seconds: Int = Effort.count(3, long: (Effort.minutes ?? 60) * 60),
    _ body: ([UInt8]) throws -> Void
  ) throws -> Int {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    var mutation = Mutation(seed: 20_261_122, corpus: corpus)
    var tried = 0
    defer { Effort.tell("hostile files", ["files": tried]) }
    while tried < corpus.count || clock.now < end {
      // First what is known, as it stands.
      let bytes = tried < corpus.count ? corpus[tried] : mutation.next()
      let start = Mutation.secondsOfThread
      try body(bytes)
      // Not by the clock on the wall: the machine has other things to do.
      if Mutation.secondsOfThread > start + 2 { throw Slow(bytes: bytes) }
      tried += 1
    }
    return tried
  }

  /// What this thread has had of the processor.
  private static var secondsOfThread: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }

  package struct Slow: Error { package let bytes: [UInt8] }
}
