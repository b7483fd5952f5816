package import Pipeline

/// What stands on no page.
package struct PageRules: Hashable, Sendable {
  /// Fields that are left out of every page, and out of every figure.
  package var hidden: Set<Field> = []

  package init() {}

  /// What stands for a name that may not be missing.
  static let leftOut = "—"

  package var hidesAmounts: Bool { hidden.contains(.amount) }

  /// Leaves out a field, and with it those that say the same: a contact's phone, a part of an amount.
  package mutating func hide(_ field: Field) {
    switch field {
    case .contact, .contactPhone: hidden.formUnion([.contact, .contactPhone])
    case .amount, .fixedAssets, .foreignPart:
      hidden.formUnion([.amount, .fixedAssets, .foreignPart])
    default: hidden.insert(field)
    }
  }
}

extension Pipeline {
  /// The pipeline without what the rules hide: no page made of it can show it.
  ///
  /// - Complexity: O(projects with a hidden field, and milestones).
  func hiding(by rules: PageRules) -> Pipeline {
    guard !rules.hidden.isEmpty else { return self }
    var copy = self
    func take(_ event: Event) {
      copy.take(event, sequence: copy.version, part: 0, parts: 1, uid: 0)
    }
    for project in projects {
      let changes = rules.hidden.compactMap { field in
        project[field].map { FieldChange(field: field, old: $0, new: nil) }
      }
      if !changes.isEmpty { take(.fieldsChanged(project.id, changes)) }
    }
    if rules.hidden.contains(.investors) {
      // Who asks for something is the firm, most of the time.
      for request in requests {
        var bare = request
        bare.organisation = PageRules.leftOut
        if let change = RegisterChange(old: .request(request), new: .request(bare)) {
          take(.registerChanged(change))
        }
      }
    }
    guard rules.hidesAmounts else { return copy }
    for milestone in milestones where milestone.facts.amount != nil {
      var facts = milestone.facts
      facts.amount = nil
      take(.undone(copy.version, .milestoneReached(milestone.id, milestone.facts)))
      take(.milestoneReached(milestone.id, facts))
    }
    for target in targets where target.measure.isAmount {
      if let change = RegisterChange(old: .target(target), new: nil) {
        take(.registerChanged(change))
      }
    }
    for phase in phases where phase.amount != nil {
      var bare = phase
      bare.amount = nil
      if let change = RegisterChange(old: .phase(phase), new: .phase(bare)) {
        take(.registerChanged(change))
      }
    }
    return copy
  }
}
