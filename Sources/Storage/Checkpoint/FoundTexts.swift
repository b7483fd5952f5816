internal import Pipeline

/// The texts a project is found by, where they lie: at the beginning of its record.
///
/// Goes over the same bytes as ``CheckpointDecoder/project(_:)``, in the same order, but without a
/// decoder: a filter looks at a hundred thousand of these with each key. What leads out of the file is
/// noticed and ends it.
struct FoundTexts {
  private var next: UnsafeRawPointer
  private let end: UnsafeRawPointer
  private var isBroken = false

  /// - Parameter start: Where the project's record begins.
  init(from start: UnsafeRawPointer, to end: UnsafeRawPointer) {
    next = start
    self.end = end
  }

  /// Shows the texts until one is what was looked for; nil for a record that makes no sense.
  ///
  /// - Parameter shared: The bytes of a text that several records have, by its number.
  mutating func show(
    _ look: (TextPart, TextBytes) -> Bool, _ shared: (UInt64) -> UnsafeRawBufferPointer?
  ) -> Bool? {
    // The version, and after the name the kind.
    _ = number()
    if isOwn(.name, look) { return isBroken ? nil : true }
    _ = byte()
    for _ in 0..<count() where isOwn(.investor, look) { return isBroken ? nil : true }
    for _ in 0..<count() where isFound(.lead, look, shared) { return isBroken ? nil : true }
    // One by one: a list of them would be made for each project.
    if isFound(.owner, look, shared) || isFound(.industry, look, shared)
      || isFound(.cluster, look, shared)
    {
      return isBroken ? nil : true
    }
    for _ in 0..<count() where isFound(.tag, look, shared) { return isBroken ? nil : true }
    return isBroken ? nil : false
  }

  @inline(__always)
  private mutating func isOwn(_ part: TextPart, _ look: (TextPart, TextBytes) -> Bool) -> Bool {
    look(part, TextBytes(text(), shared: nil))
  }

  @inline(__always)
  private mutating func isFound(
    _ part: TextPart, _ look: (TextPart, TextBytes) -> Bool,
    _ shared: (UInt64) -> UnsafeRawBufferPointer?
  ) -> Bool {
    let number = number()
    if number == 0 { return false }
    if number == 1 { return isOwn(part, look) }
    guard let bytes = shared(number - 2) else {
      isBroken = true
      return false
    }
    return look(part, TextBytes(bytes, shared: SharedText(Int(number - 2))))
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
