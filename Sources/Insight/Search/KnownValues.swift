package import Pipeline

/// The names and words in use already: what is offered where one of them may be typed.
package struct KnownValues {
  let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// The values of a field, those used most before the others.
  package func ranked(_ field: Field) -> [String] {
    switch field {
    case .owner: owners
    case .lead: units
    case .cluster: clusters
    case .investors: investors
    case .tags: tags
    default: ranked(pipeline.projects.lazy.flatMap { $0.texts(of: field) })
    }
  }

  /// Whether a name is known of without standing in any project: in the directory, or of a unit that
  /// has led contacts.
  ///
  /// - Complexity: O(directory), and O(activities) for a unit.
  func isListed(_ name: String, in field: Field) -> Bool {
    let wanted = WholeText(name)
    let kind: DirectoryKey.Kind
    switch field {
    case .cluster: kind = .cluster
    case .lead, .investors, .firstTalkUnit: kind = .organisation
    case .owner, .sponsor, .steward: kind = .person
    default: return false
    }
    if pipeline.directory.keys.contains(where: { $0.kind == kind && wanted.isIn($0.name) }) {
      return true
    }
    return field == .lead
      && pipeline.activities.contains { $0.facts.lead.contains(where: wanted.isIn) }
  }

  package var owners: [String] {
    ranked(pipeline.projects.lazy.compactMap(\.owner))
  }

  /// Units that lead projects or activities.
  package var units: [String] {
    ranked(pipeline.projects.flatMap(\.lead) + pipeline.activities.flatMap(\.facts.lead))
  }

  package var investors: [String] {
    let listed = pipeline.directory.keys.filter { $0.kind == .organisation }.map(\.name)
    return ranked(pipeline.projects.flatMap(\.investors), and: listed)
  }

  package var clusters: [String] {
    let listed = pipeline.directory.keys.filter { $0.kind == .cluster }.map(\.name)
    return ranked(pipeline.projects.compactMap(\.cluster), and: listed)
  }

  package var tags: [String] { ranked(pipeline.projects.lazy.flatMap(\.tags)) }

  /// People who have led a delegation, gone along, or are responsible for a project.
  package var people: [String] {
    let listed = pipeline.directory.keys.filter { $0.kind == .person }.map(\.name)
    let met = pipeline.activities.flatMap { activity in
      activity.facts.team + (activity.facts.leader.map { [$0.name] } ?? [])
    }
    return ranked(met + pipeline.projects.compactMap(\.owner), and: listed)
  }

  package var leaderTitles: [String] {
    ranked(pipeline.activities.compactMap { $0.facts.leader?.title })
  }

  package var places: [String] {
    ranked(pipeline.activities.compactMap(\.facts.place))
  }

  package var sites: [String] { ranked(pipeline.activities.flatMap(\.facts.sites)) }
  package var trips: [String] { ranked(pipeline.activities.compactMap(\.facts.trip)) }

  /// A field of one text.
  package func texts(_ field: Field) -> [String] {
    ranked(pipeline.projects.lazy.compactMap { $0.text(field) })
  }

  /// Every value once, those that come up most first, then the others that are known of.
  func ranked(_ values: some Sequence<String>, and others: [String] = []) -> [String] {
    var counts: [String: Int] = [:]
    for value in values where !value.isEmpty { counts[value, default: 0] += 1 }
    let used = counts.map { (count: $0.value, key: NameKey($0.key), name: $0.key) }
      .sorted { $0.count == $1.count ? $0.key < $1.key : $0.count > $1.count }.map(\.name)
    return used + others.filter { counts[$0] == nil }.inNameOrder()
  }
}
