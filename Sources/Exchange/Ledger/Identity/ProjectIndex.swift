internal import Insight
internal import Pipeline

/// Finds the project that a row is about, among those of the store and the rows before it.
struct ProjectIndex {
  private let pipeline: Pipeline
  private var named: [NameKey: [ProjectID]] = [:]
  /// Those of a name that many projects have.
  private var crowds: [NameKey: Namesakes] = [:]
  private var keyed: [String: [ProjectID]] = [:]
  /// Names without what a likeness passes over.
  private var alike: [ProjectKey: [ProjectID]] = [:]

  /// The rows that were met, by what they are found by.
  private var rows: [NameKey: Namesakes] = [:]
  private var rowsAlike: [ProjectKey: [Int]] = [:]
  private var rowsOfProjects: [ProjectID: Int] = [:]

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    for project in pipeline.projects {
      named[NameKey(project.name), default: []].append(project.id)
      alike[ProjectKey(project.name), default: []].append(project.id)
      if case .list(let keys) = project[.externalKeys] {
        for key in keys { keyed[key, default: []].append(project.id) }
      }
    }
    for (name, ids) in named where ids.count > Namesakes.few {
      for project in ids.compactMap({ pipeline[$0] }) {
        crowds[name, default: Namesakes()].append(
          Namesakes.Entry(
            number: Int(project.id.number), firms: project.investors.map { ProjectKey($0) },
            keys: Self.keys(project), project: nil))
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
    let name = NameKey(facts.name)
    if let row = rows[name]?.first(firms, facts.keys, facts.number) { return .row(row) }
    let fitting =
      crowds[name].map { crowd in
        crowd.all(firms, facts.keys, nil).compactMap { pipeline[ProjectID(UInt32($0))] }
      }
      ?? (named[name] ?? []).compactMap { pipeline[$0] }.filter { !contradicts($0, facts, firms) }
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
    return Namesakes.disagree(Self.keys(project), facts.keys)
  }

  private static func keys(_ project: Project) -> [String] {
    if case .list(let keys) = project[.externalKeys] { keys } else { [] }
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
    rows[NameKey(facts.name), default: Namesakes()].append(
      Namesakes.Entry(
        number: row, firms: facts.investors.map { ProjectKey($0) }, keys: facts.keys,
        project: facts.number))
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
