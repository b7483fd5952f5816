/// One UTF-8 character being put together from bytes that may come in several reads.
///
/// Overlong forms, surrogates and stray bytes give nothing.
struct UTF8Assembly: Equatable, Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  var isUnfinished: Bool { missing > 0 }

  /// Takes a byte of 0x80 or more; returns the scalar that it completes.
  mutating func append(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80..<0xC0:
      guard missing > 0 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    case 0xC2..<0xE0: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF5: begin(byte & 0x07, missing: 3, least: 0x10000)
    default: missing = 0
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
