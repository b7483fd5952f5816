package import Pipeline

/// The catalogue of delegated powers against the total that is stated of it.
package struct MatterCheck: Hashable, Sendable {
  /// By the document; nil when nobody stated a total.
  package let stated: Int?
  package let listed: Int
  /// How many of the listed ones are of a level; those without one are in none.
  package let byLevel: [Matter.Level: Int]

  /// Listed less stated: negative for those still to be listed.
  package var difference: Int? { stated.map { listed - $0 } }
  package var isComplete: Bool { difference == 0 }
}

extension Pipeline {
  package var matterCheck: MatterCheck {
    let matters = matters
    return MatterCheck(
      stated: catalogue?.stated, listed: matters.count,
      byLevel: Dictionary(grouping: matters.filter { $0.level != nil }, by: \.level)
        .reduce(into: [:]) { counts, group in
          if let level = group.key { counts[level] = group.value.count }
        })
  }
}
