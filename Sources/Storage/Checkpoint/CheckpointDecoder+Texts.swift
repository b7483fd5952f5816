internal import Pipeline

extension CheckpointDecoder {
  /// Shows the texts a project is found by, where they lie, until one is what was looked for.
  ///
  /// Goes over the same bytes as ``project(_:)``, in the same order.
  mutating func showTexts(_ look: (UnsafeRawBufferPointer, Int?) -> Bool)
    throws(Checkpoint.Fault) -> Bool
  {
    _ = try source.number()
    if look(try source.textBytes(), nil) { return true }
    _ = try source.byte()
    for _ in 0..<(try source.count()) where look(try source.textBytes(), nil) { return true }
    for _ in 0..<(try source.count()) where try showCommon(look) { return true }
    let (owner, industry, cluster) = (
      try showCommon(look), try showCommon(look), try showCommon(look)
    )
    if owner || industry || cluster { return true }
    if try source.byte() == 1 { try skipAmount() }
    if try source.byte() == 1 { try skipNext() }
    for _ in 0..<(try source.count()) where try showCommon(look) { return true }
    return false
  }

  /// When an activity was: goes over the beginning of what ``activity(_:)`` reads.
  mutating func activityDate() throws(Checkpoint.Fault) -> BusinessDate {
    _ = try source.number()
    for _ in 0..<(try source.count()) { _ = try source.number() }
    _ = try source.byte()
    return try date()
  }

  private mutating func showCommon(_ look: (UnsafeRawBufferPointer, Int?) -> Bool)
    throws(Checkpoint.Fault) -> Bool
  {
    switch try source.number() {
    case 0: return false
    case 1: return look(try source.textBytes(), nil)
    case let place:
      let bytes = try body.textBytes(place - 2)
      return look(bytes, Int(place - 2))
    }
  }

  private mutating func skipAmount() throws(Checkpoint.Fault) {
    if try source.byte() == 0 { return }
    _ = try source.textBytes()
    _ = try source.byte()
    try skipCommon()
    _ = try source.signed()
  }

  private mutating func skipNext() throws(Checkpoint.Fault) {
    try skipCommon()
    if try source.byte() == 1 { _ = try source.signed() }
    try skipCommon()
  }

  private mutating func skipCommon() throws(Checkpoint.Fault) {
    if try source.number() == 1 { _ = try source.textBytes() }
  }
}
