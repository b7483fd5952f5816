internal import Pipeline

/// Who is credited with a contact that several units or people led.
package enum CreditRule: String, CaseIterable, Hashable, Sendable {
  /// Each with all of it; the rows then add up to more than the whole.
  case full
  /// Each of n with 1/n of it; the rows then add up to the whole.
  case split
}

/// What a row is credited with, by which way people travelled.
package struct CreditShares: Hashable, Sendable {
  /// Outbound, inbound and other together.
  package var contacts: Double { outbound + inbound + other }
  package private(set) var outbound = 0.0
  package private(set) var inbound = 0.0
  package private(set) var other = 0.0

  mutating func add(_ counted: Int, _ direction: ActivityKind.Direction, among keys: Int) {
    let share = Double(counted) / Double(keys)
    switch direction {
    case .outbound: outbound += share
    case .inbound: inbound += share
    case .other: other += share
    }
  }
}
