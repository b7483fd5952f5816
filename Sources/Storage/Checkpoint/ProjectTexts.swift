/// The texts a project is found by, where they lie in a checkpoint.
///
/// Goes over the same bytes as ``CheckpointDecoder/project(_:)``, in the same order, but without a
/// decoder: a filter looks at a hundred thousand of these with each key. What leads out of the file is
/// noticed and ends it.
struct ProjectTexts {
  private var next: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private var isBroken = false

  /// - Parameter start: Where the project's record begins.
  init(from start: UnsafeRawPointer, to end: UnsafeRawPointer) {
    next = start
    self.end = end
  }

  /// Shows name and investors until one is what was looked for; nil for a record that makes no sense.
  mutating func showNames(_ look: (UnsafeRawBufferPointer) -> Bool) -> Bool? {
    _ = number()
    if look(text()) { return isBroken ? nil : true }
    _ = byte()
    for _ in 0..<count() where look(text()) { return isBroken ? nil : true }
    return isBroken ? nil : false
  }

  /// Shows name, investors, lead units, owner, industry, cluster and tags in the same way.
  ///
  /// - Parameter shared: The bytes of a text that several records have, by its place.
  mutating func show(
    _ look: (UnsafeRawBufferPointer, Int?) -> Bool, _ shared: (UInt64) -> UnsafeRawBufferPointer?
  ) -> Bool? {
    func isFound(_ texts: inout ProjectTexts) -> Bool {
      let place = texts.number()
      if place == 0 { return false }
      if place == 1 { return look(texts.text(), nil) }
      guard let bytes = shared(place - 2) else {
        texts.isBroken = true
        return false
      }
      return look(bytes, Int(place - 2))
    }
    guard let isNamed = showNames({ look($0, nil) }) else { return nil }
    if isNamed { return true }
    for _ in 0..<count() where isFound(&self) { return isBroken ? nil : true }
    for _ in 0..<3 where isFound(&self) { return isBroken ? nil : true }
    if byte() == 1 { skipAmount() }
    if byte() == 1 { skipNext() }
    for _ in 0..<count() where isFound(&self) { return isBroken ? nil : true }
    return isBroken ? nil : false
  }

  private mutating func skipAmount() {
    if byte() == 0 { return }
    _ = text()
    _ = byte()
    skipShared()
    _ = number()
  }

  private mutating func skipNext() {
    skipShared()
    if byte() == 1 { _ = number() }
    skipShared()
  }

  private mutating func skipShared() {
    if number() == 1 { _ = text() }
  }

  @inline(__always)
  private mutating func byte() -> UInt8 {
    guard next < end else {
      isBroken = true
      return 0
    }
    defer { next += 1 }
    return next.load(as: UInt8.self)
  }

  @inline(__always)
  private mutating func number() -> UInt64 {
    let first = byte()
    return first < 0x80 ? UInt64(first) : longNumber(first)
  }

  private mutating func longNumber(_ first: UInt8) -> UInt64 {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while shift < 64 {
      let byte = byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    isBroken = true
    return 0
  }

  /// How many of something follow; each takes a byte at least.
  @inline(__always)
  private mutating func count() -> Int {
    let count = number()
    guard count <= UInt64(end - next) else {
      isBroken = true
      return 0
    }
    return Int(count)
  }

  @inline(__always)
  private mutating func text() -> UnsafeRawBufferPointer {
    let count = count()
    defer { next += count }
    return UnsafeRawBufferPointer(start: next, count: count)
  }
}
