/// A business date, as far as figures ask: the day it is settled by, and how sure that is.
package struct SettledDate: Hashable, Sendable {
  /// The last day it may have been; nil when nobody knows.
  package let settled: Day?
  /// How many days before that it may have been: none when the day is known.
  package let span: Int32

  package init(_ date: BusinessDate) {
    settled = date.settled
    span =
      if let last = date.settled, let first = date.earliest { last.number - first.number } else {
        0
      }
  }

  /// The first day it may have been, nil if unknown.
  @inlinable package var earliest: Day? { settled.map { Day(number: $0.number &- span) } }
  /// The day, when it is known to the day.
  @inlinable package var exactDay: Day? { span == 0 ? settled : nil }

  /// Whether an event with this date belongs to a picture.
  @inlinable
  package func isSettled(by cutoff: Cutoff) -> Bool {
    guard let settled, settled > cutoff.day else { return true }
    guard let begunBy = cutoff.begunBy, let earliest else { return false }
    return earliest <= begunBy
  }

  // MARK: Packed

  /// A date in eight bytes, which leave one for its owner: the day in four, `code`, and the span in three.
  @inlinable
  init(packed word: UInt64) {
    settled = Day(packed: Int32(truncatingIfNeeded: word))
    span = Int32(truncatingIfNeeded: word >> 40)
  }

  func packed(_ code: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: Day.packed(settled))) | UInt64(code) << 32
      | UInt64(UInt32(clamping: min(span, 1 << 24 - 1))) << 40
  }
}

extension Day {
  /// A day in four bytes, of which one value stands for none.
  @inlinable
  init?(packed number: Int32) {
    if number == .min { return nil }
    self.init(number: number)
  }

  static func packed(_ day: Day?) -> Int32 { day?.number ?? .min }
}
