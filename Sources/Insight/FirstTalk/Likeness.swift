package import Pipeline

/// A project that may be the same as one about to be saved, and who talked to it first.
package struct Likeness: Hashable, Sendable {
  package let project: ProjectID
  package let reason: Reason
  /// 首谈单位; the first lead unit where nobody noted one.
  package let firstTalkUnit: String?
  /// 首谈日期; the first dated entry where nobody noted one.
  package let firstTalkOn: BusinessDate?

  package init(
    project: ProjectID, reason: Reason, firstTalkUnit: String?, firstTalkOn: BusinessDate?
  ) {
    self.project = project
    self.reason = reason
    self.firstTalkUnit = firstTalkUnit
    self.firstTalkOn = firstTalkOn
  }

  package enum Reason: Hashable, Sendable {
    /// The projects' names are alike.
    case name
    /// An investor of this name.
    case investor(String)
    /// An investor by another of its names.
    case alias(String, of: String)
    /// An investor with the same 统一社会信用代码.
    case creditCode(String)
  }
}

extension Pipeline {
  /// Projects that may be the same as one with these fields, by number: those on the register, then
  /// those that were archived or merged.
  ///
  /// Names are alike without width, case, blanks, brackets and the words every company's name ends
  /// in. One reason a project, the plainest.
  ///
  /// - Parameter id: The project that the fields belong to, when it has a number already.
  /// - Complexity: O(organisations, projects that are awake, and those whose names sum up alike).
  package func likenesses(to fields: [Field: FieldValue], besides id: ProjectID? = nil)
    -> [Likeness]
  {
    let book = CompanyBook(self)
    let looks = Looks(fields, book)
    let found = projects(perhapsNamed: looks.keys(book)).compactMap { other -> Likeness? in
      guard other != id, let project = self[other] else { return nil }
      return likeness(of: project, to: looks, book)
    }
    return found.filter { !isRemoved($0.project) } + found.filter { isRemoved($0.project) }
  }

  /// Projects that may be the same as one that is stored.
  package func likenesses(to id: ProjectID) -> [Likeness] {
    guard let project = self[id] else { return [] }
    return likenesses(to: project.namingFields, besides: id)
  }

  /// All projects that may be the same: pairs, each once, by number, and what too many have in common
  /// for pairs to say anything.
  ///
  /// A known duplicate is settled and in no pair; of two that were archived nobody asks.
  ///
  /// - Parameter limit: The most projects with something in common that are told in pairs: half its
  ///   square of them.
  /// - Complexity: O(projects and organisations), times `limit`.
  package func likelyPairs(upTo limit: Int = LikelyPairs.usualLimit) -> LikelyPairs {
    let book = CompanyBook(self)
    var groups: [Looks.Mark: [ProjectID]] = [:]
    var looks: [(id: ProjectID, look: Looks)] = []
    var archived: Set<ProjectID> = []
    for project in projects where !project.status.isDuplicate {
      if project.status.isRemoved { archived.insert(project.id) }
      let look = Looks(project.namingFields, book)
      looks.append((project.id, look))
      for mark in look.marks { groups[mark, default: []].append(project.id) }
    }
    var found = LikelyPairs()
    for (id, look) in looks.sorted(by: { $0.id < $1.id }) {
      var others: Set<ProjectID> = []
      for mark in look.marks {
        if let group = groups[mark], group.count <= limit { others.formUnion(group) }
      }
      for other in others.filter({ $0 > id }).sorted() {
        if archived.contains(id), archived.contains(other) { continue }
        guard let project = self[other], let likeness = likeness(of: project, to: look, book) else {
          continue
        }
        found.pairs.append(LikelyPair(project: id, likeness: likeness))
      }
    }
    let many = groups.filter { $0.value.count > limit && !archived.isSuperset(of: $0.value) }
    found.crowds = crowds(in: many, book)
    return found
  }

  /// The groups that are too large, the largest first; what has the same projects is told once.
  private func crowds(in groups: [Looks.Mark: [ProjectID]], _ book: CompanyBook) -> [LikelyCrowd] {
    var told: Set<[ProjectID]> = []
    return groups.sorted { ($0.key.rank, $0.value[0]) < ($1.key.rank, $1.value[0]) }
      .compactMap { mark, ids in
        guard told.insert(ids).inserted, let first = self[ids[0]] else { return nil }
        return LikelyCrowd(common: mark.common(with: first, book), projects: ids)
      }
      .sorted { ($1.projects.count, $0.projects[0]) < ($0.projects.count, $1.projects[0]) }
  }

  private func isRemoved(_ id: ProjectID) -> Bool { self[id]?.status.isRemoved ?? false }

  private func likeness(of project: Project, to looks: Looks, _ book: CompanyBook) -> Likeness? {
    guard let reason = looks.reason(for: project, book) else { return nil }
    return Likeness(
      project: project.id, reason: reason,
      firstTalkUnit: project.text(.firstTalkUnit) ?? project.lead.first,
      firstTalkOn: project.firstTalk)
  }
}

extension Project {
  fileprivate var namingFields: [Field: FieldValue] {
    [.name: .text(name), .investors: .list(investors)]
  }

  /// When it was first talked to, as noted or by its first dated entry.
  fileprivate var firstTalk: BusinessDate? {
    if case .date(let date) = self[.firstTalkOn] { return date }
    return entries.first { $0.on != .unknown }?.on
  }
}

/// What a project is recognised by.
private struct Looks {
  private let name: ProjectKey?
  private let investors: Set<ProjectKey>
  private let companies: Set<Int>
  private let codes: Set<String>

  enum Mark: Hashable {
    case name(ProjectKey)
    case investor(ProjectKey)
    case company(Int)
    case code(String)

    /// The plainest first.
    var rank: Int {
      switch self {
      case .name: 0
      case .investor: 1
      case .company: 2
      case .code: 3
      }
    }

    /// What those who have it have in common, as one of them writes it.
    func common(with project: Project, _ book: CompanyBook) -> LikelyCrowd.Common {
      switch self {
      case .name: .name(project.name)
      case .investor(let key):
        .investor(project.investors.first { ProjectKey($0) == key } ?? "")
      case .company(let place): .investor(book.name(at: place))
      case .code(let code): .creditCode(code)
      }
    }
  }

  init(_ fields: [Field: FieldValue], _ book: CompanyBook) {
    if case .text(let text) = fields[.name] { name = ProjectKey(text) } else { name = nil }
    var names: [String] = []
    if case .list(let list) = fields[.investors] { names = list }
    investors = Set(names.map { ProjectKey($0) })
    companies = Set(names.compactMap(book.place(of:)))
    codes = Set(names.compactMap(book.code(of:)))
  }

  /// Every name by which one of these can be met.
  func keys(_ book: CompanyBook) -> Set<ProjectKey> {
    var keys = investors
    if let name { keys.insert(name) }
    return keys.union(book.keys(ofAny: companies, codes: codes))
  }

  var marks: Set<Mark> {
    Set(
      [name.map(Mark.name)].compactMap { $0 } + investors.map(Mark.investor)
        + companies.map(Mark.company) + codes.map(Mark.code))
  }

  func reason(for project: Project, _ book: CompanyBook) -> Likeness.Reason? {
    if let name, ProjectKey(project.name) == name { return .name }
    if let same = project.investors.first(where: { investors.contains(ProjectKey($0)) }) {
      return .investor(same)
    }
    for investor in project.investors {
      if let place = book.place(of: investor), companies.contains(place) {
        return .alias(investor, of: book.name(at: place))
      }
    }
    let code = project.investors.lazy.compactMap(book.code(of:)).first { codes.contains($0) }
    return code.map(Likeness.Reason.creditCode)
  }
}

/// The directory's companies, found by each of their names.
private struct CompanyBook {
  private var places: [ProjectKey: Int] = [:]
  private var companies: [Organisation] = []

  init(_ pipeline: Pipeline) {
    let organisations = pipeline.directory.values.compactMap { entry in
      if case .organisation(let organisation) = entry { organisation } else { nil }
    }
    for organisation in organisations.sorted(by: { $0.name < $1.name }) {
      for name in [organisation.name] + organisation.aliases {
        let key = ProjectKey(name)
        places[key] = places[key] ?? companies.count
      }
      companies.append(organisation)
    }
  }

  func place(of name: String) -> Int? { places.isEmpty ? nil : places[ProjectKey(name)] }

  /// The names of companies, and of all that have one of the codes.
  func keys(ofAny wanted: Set<Int>, codes: Set<String>) -> [ProjectKey] {
    if wanted.isEmpty && codes.isEmpty { return [] }
    return places.compactMap { key, place in
      let hasCode = companies[place].creditCode.map { codes.contains($0) } ?? false
      return wanted.contains(place) || hasCode ? key : nil
    }
  }
  func name(at place: Int) -> String { companies[place].name }
  func code(of name: String) -> String? { place(of: name).flatMap { companies[$0].creditCode } }
}
