internal import Insight

/// The funnel of the day looked at, ready to go to the next one: a cache, so two boards never differ by it.
package struct KeptHindsight: Hashable, Sendable {
  var hindsight: Hindsight?

  package static func == (lhs: KeptHindsight, rhs: KeptHindsight) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
