internal import Insight
internal import Pipeline

/// Finds the project that a row is about, among those of the store and the rows before it.
struct ProjectIndex {
  private let pipeline: Pipeline
  private var named: [NameKey: [ProjectID]] = [:]
  private var keyed: [String: [ProjectID]] = [:]
  /// Names without what a likeness passes over.
  private var alike: [ProjectKey: [ProjectID]] = [:]

  /// The rows that were met, by what they are found by.
  private var rows: [NameKey: [Met]] = [:]
  private var rowsAlike: [ProjectKey: [Int]] = [:]
  private var rowsOfProjects: [ProjectID: Int] = [:]

  private struct Met {
    let row: Int
    /// A list takes half of a set, and there is one for each row.
    let firms: [ProjectKey]
    let keys: [String]
    let number: ProjectID?
  }

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    for project in pipeline.projects {
      named[NameKey(project.name), default: []].append(project.id)
      alike[ProjectKey(project.name), default: []].append(project.id)
      if case .list(let keys) = project[.externalKeys] {
        for key in keys { keyed[key, default: []].append(project.id) }
      }
    }
  }

  enum Match {
    case new
    case project(ProjectID)
    /// An earlier row of the file, from 1.
    case row(Int)
    case problem(LedgerError.Problem)
  }

  /// - Parameter answer: What a person said of the row: a project, or nil for a new one.
  func match(_ facts: ProjectFacts, answer: ProjectID??) -> Match {
    if let answer {
      guard let id = answer else { return .new }
      return rowsOfProjects[id].map { .row($0) } ?? .project(id)
    }
    if let id = keyed(facts) { return found(id) }
    let firms = Self.firms(facts.investors)
    if let number = facts.number, let project = pipeline[number] {
      let isNamed = NameKey(project.name) == NameKey(facts.name)
      let sharesFirm = !firms.isDisjoint(with: Self.firms(project.investors))
      if isNamed || sharesFirm { return found(number) }
      return .problem(.numberDisagrees(number, name: project.name))
    }
    if let row = row(facts, firms) { return .row(row) }
    let fitting = (named[NameKey(facts.name)] ?? []).compactMap { pipeline[$0] }
      .filter { !contradicts($0, facts, firms) }
    let open = fitting.filter { !$0.status.isRemoved }
    // One that was archived or merged is found too: it is out of sight, and not absent.
    let candidates = open.isEmpty ? fitting : open
    switch candidates.count {
    case 0: return .new
    case 1: return found(candidates[0].id)
    default:
      let exact = candidates.filter { $0.name == facts.name }
      if exact.count == 1 { return found(exact[0].id) }
      let sharing = candidates.filter { !firms.isDisjoint(with: Self.firms($0.investors)) }
      if sharing.count == 1 { return found(sharing[0].id) }
      if open.isEmpty { return found(candidates[0].id) }
      return .problem(
        .severalProjects(
          name: facts.name, candidates.prefix(5).map(\.id), more: max(0, candidates.count - 5)))
    }
  }

  private func found(_ id: ProjectID) -> Match {
    rowsOfProjects[id].map { .row($0) } ?? .project(id)
  }

  private func keyed(_ facts: ProjectFacts) -> ProjectID? {
    for key in facts.keys {
      if let ids = keyed[key] {
        return ids.first { !(pipeline[$0]?.status.isRemoved ?? true) } ?? ids[0]
      }
    }
    return nil
  }

  /// Whether a project is another one of that name: its firms or its keys are others.
  private func contradicts(_ project: Project, _ facts: ProjectFacts, _ firms: Set<ProjectKey>)
    -> Bool
  {
    if !firms.isEmpty, !project.investors.isEmpty,
      firms.isDisjoint(with: Self.firms(project.investors))
    {
      return true
    }
    guard !facts.keys.isEmpty, case .list(let keys) = project[.externalKeys] else { return false }
    return Self.disagree(keys, facts.keys)
  }

  /// Whether one system gave two numbers.
  private static func disagree(_ left: [String], _ right: [String]) -> Bool {
    left.contains { mine in
      let system = mine.prefix { $0 != ":" }
      return right.contains { $0.prefix { $0 != ":" } == system && $0 != mine }
    }
  }

  private func row(_ facts: ProjectFacts, _ firms: Set<ProjectKey>) -> Int? {
    rows[NameKey(facts.name)]?.first { met in
      if !firms.isEmpty, !met.firms.isEmpty, !met.firms.contains(where: firms.contains) {
        return false
      }
      if let number = facts.number, let other = met.number, number != other { return false }
      return !Self.disagree(met.keys, facts.keys)
    }?.row
  }

  /// What is alike, of the store and of the rows before: nothing is done about it but that it is said.
  func likenesses(to facts: ProjectFacts) -> [Likeness] {
    (alike[ProjectKey(facts.name)] ?? []).prefix(3).compactMap { id in
      guard let project = pipeline[id] else { return nil }
      return Likeness(
        project: id, reason: .name,
        firstTalkUnit: project.text(.firstTalkUnit) ?? project.lead.first,
        firstTalkOn: project.firstTalkOn)
    }
  }

  func rowsAlike(to facts: ProjectFacts) -> [Int] { rowsAlike[ProjectKey(facts.name)] ?? [] }

  /// Remembers a row for those behind it.
  ///
  /// - Parameter row: From 1.
  mutating func meet(_ facts: ProjectFacts, row: Int, project: ProjectID?) {
    let met = Met(
      row: row, firms: facts.investors.map { ProjectKey($0) }, keys: facts.keys,
      number: facts.number)
    rows[NameKey(facts.name), default: []].append(met)
    let alike = ProjectKey(facts.name)
    if (rowsAlike[alike]?.count ?? 0) < 3 { rowsAlike[alike, default: []].append(row) }
    if let project { rowsOfProjects[project] = row }
  }

  private static func firms(_ names: [String]) -> Set<ProjectKey> {
    Set(names.map { ProjectKey($0) })
  }
}

extension Project {
  /// When it was first talked to, as noted or by its first dated entry.
  fileprivate var firstTalkOn: BusinessDate? {
    if case .date(let date) = self[.firstTalkOn] { return date }
    return entries.first { $0.on != .unknown }?.on
  }
}
