/// One name in the place of another, wherever it stands.
package struct Renaming: Hashable, Sendable {
  package var kind: Kind
  package var from: String
  package var to: String
  /// Whether the new name may be one that others have already: the two are then one.
  package var merges: Bool

  package init(_ kind: Kind, from: String, to: String, merges: Bool = false) {
    self.kind = kind
    self.from = from
    self.to = to
    self.merges = merges
  }

  /// What is called so: a unit is an organisation of ours, and has one name in both roles.
  package enum Kind: String, CaseIterable, Sendable {
    case unit, organisation, person, cluster, tag
  }
}

extension Renaming.Kind {
  var directoryKind: DirectoryKey.Kind? {
    switch self {
    case .unit, .organisation: .organisation
    case .person: .person
    case .cluster: .cluster
    case .tag: nil
    }
  }

  /// The fields of a project in which such a name stands.
  var fields: [Field] {
    switch self {
    case .unit, .organisation: [.investors, .lead, .firstTalkUnit]
    case .person: [.owner, .sponsor, .steward, .next]
    case .cluster: [.cluster]
    case .tag: [.tags]
    }
  }
}

extension Pipeline {
  /// How many activities and milestones name it: they stay as they were recorded.
  ///
  /// - Complexity: O(activities and milestones).
  package func recordsNaming(_ name: String, as kind: Renaming.Kind) -> Int {
    switch kind {
    case .tag: 0
    case .cluster: milestones.count { $0.facts.cluster == name }
    case .person:
      activities.count { $0.facts.leader?.name == name || $0.facts.team.contains(name) }
    case .unit, .organisation:
      activities.count { $0.facts.lead.contains(name) || $0.facts.counterparts.contains(name) }
    }
  }
}
