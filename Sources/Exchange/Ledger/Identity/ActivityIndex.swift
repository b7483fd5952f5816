internal import Pipeline

/// The activities that are there already, found by who went where on which days.
struct ActivityIndex {
  private struct Key: Hashable {
    let kind: ActivityKind
    let on: BusinessDate
    let lead: [String]
    let leader: String?
    let place: String?

    init(_ facts: Activity.Facts) {
      (kind, on, lead) = (facts.kind, facts.on, facts.lead)
      (leader, place) = (facts.leader?.name, facts.place)
    }
  }

  private var known: [Key: [[String]]] = [:]

  init(_ pipeline: Pipeline) {
    for activity in pipeline.activities { add(activity.facts) }
  }

  /// Whether an activity of the same people, days, place and firms is there.
  func has(_ facts: Activity.Facts) -> Bool {
    known[Key(facts)]?.contains { $0 == facts.counterparts } ?? false
  }

  mutating func add(_ facts: Activity.Facts) {
    known[Key(facts), default: []].append(facts.counterparts)
  }
}
