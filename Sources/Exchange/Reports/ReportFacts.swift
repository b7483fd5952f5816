internal import Insight
internal import Pipeline

/// What a report counts, asked once; every figure keeps the records it is made of.
struct ReportFacts {
  let pipeline: Pipeline
  let question: ReportQuestion
  /// Projects on the register that pass, as they stood.
  let projects: [(project: Project, standing: Standing)]
  private let contactLines: [CounterLine]
  /// The first entry of each of the projects, and of each the first into the stages that are counted.
  private let beginnings: [StageEntry?]
  private let firsts: [Stage: [Entry]]

  /// - Parameter share: How much of the whole work this is.
  init(
    _ pipeline: Pipeline, _ question: ReportQuestion, _ pace: WorkPace = .none,
    upTo share: Double = 1
  ) {
    self.pipeline = pipeline
    self.question = question
    pace.begin(pipeline.projects.count, upTo: share / 2)
    projects = pipeline.projects.compactMap { project in
      pace.step()
      guard let standing = project.standing(asOf: question.moment.cutoff),
        !standing.status.isRemoved,
        question.filter?.matches(project, standing, in: pipeline, at: question.moment) ?? true
      else { return nil }
      return (project, standing)
    }
    beginnings = projects.map { $0.project.firstEntry(at: question.moment) }
    var firsts: [Stage: [Entry]] = [:]
    for stage in [Stage.intent, .approval, .signing] {
      firsts[stage] = projects.compactMap { item in
        item.project.firstEntry(into: stage, at: question.moment).map {
          Entry(project: item.project.id, entry: $0)
        }
      }.sorted { ($0.entry.on.settled ?? question.last) < ($1.entry.on.settled ?? question.last) }
    }
    self.firsts = firsts
    contactLines =
      pipeline.counters(CounterQuestion(at: question.moment, filter: question.filter)).lines
    pace.reach(share)
  }

  // MARK: Contacts

  /// The contacts of a period, nil for all so far; those without a date are in no period.
  func contacts(_ period: Period?, _ direction: ActivityKind.Direction? = nil) -> [CounterLine] {
    contactLines.filter { line in
      if let direction, line.kind.direction != direction { return false }
      guard let period else { return true }
      return line.on.settled.map(period.contains) ?? false
    }
  }

  var undatedContacts: Int {
    contactLines.reduce(0) { $0 + ($1.on == .unknown ? $1.times : 0) }
  }

  func facts(_ line: CounterLine) -> Activity.Facts? { pipeline.activity(line.activity)?.facts }

  /// Internal reviews of a period; they are no contacts.
  func reviews(_ period: Period) -> [Activity] {
    let counted = Set(projects.map(\.project.id))
    return pipeline.activities.filter { activity in
      activity.facts.kind == .review && isIn(activity.facts.on, period)
        && activity.facts.projects.contains { counted.contains($0) }
    }
  }

  /// The firms of a contact: those met, else the investors of its projects.
  func firms(_ line: CounterLine) -> [String] {
    let met = facts(line)?.counterparts ?? []
    return met.isEmpty ? line.projects.flatMap { pipeline[$0]?.investors ?? [] } : met
  }

  /// Starts of construction in a period, batches beside the projects among them; of the projects
  /// that pass alone where a filter asks for some.
  func starts(_ period: Period?) -> [Milestone.Facts] {
    let counted = Set(projects.map(\.project.id))
    return pipeline.milestones.map(\.facts).filter { facts in
      facts.kind == .constructionStarted && isIn(facts.on, period)
        && (facts.projects.isEmpty
          ? question.filter == nil : facts.projects.contains { counted.contains($0) })
    }
  }

  // MARK: Moves

  /// By its number: half a million are put in order, and a whole project is slow to move about.
  struct Entry {
    let project: ProjectID
    let entry: StageEntry
  }

  /// Entries into stages of a period, nil for all so far, in the order of days; those without a date
  /// are in no period.
  func entries(_ period: Period?) -> [Entry] {
    projects.flatMap { item in
      item.project.entries(at: question.moment).filter { isIn($0.on, period) }.map {
        Entry(project: item.project.id, entry: $0)
      }
    }.sorted { ($0.entry.on.settled ?? question.last) < ($1.entry.on.settled ?? question.last) }
  }

  /// The first entries into a stage that lie in a period, nil for all so far: each project once.
  func firstEntries(into stage: Stage, _ period: Period?) -> [Entry] {
    firsts[stage, default: []].filter { isIn($0.entry.on, period) }
  }

  /// Projects whose first entry lies in a period.
  func begun(_ period: Period) -> [Project] {
    zip(projects, beginnings).filter { $1.map { isIn($0.on, period) } ?? false }.map(\.0.project)
  }

  /// How many projects nobody knows the beginning of.
  var undatedBeginnings: Int { beginnings.count { $0?.on == .unknown } }

  /// Of the projects closed by now, those that were signed before.
  var closedAfterSigning: [Project] {
    let signed = Set(firsts[.signing, default: []].map(\.project))
    return projects.filter { !$0.standing.status.isOpen && signed.contains($0.project.id) }
      .map(\.project)
  }

  struct Change {
    let project: Project
    let status: StatusEntry
  }

  /// Changes of status of a period.
  func statusChanges(_ period: Period) -> [Change] {
    projects.flatMap { item in
      item.project.statuses(at: question.moment).filter { isIn($0.on, period) }.map {
        Change(project: item.project, status: $0)
      }
    }
  }

  /// A date that has come by the moment and lies in a period; what has none is in everything alone.
  private func isIn(_ date: BusinessDate, _ period: Period?) -> Bool {
    guard let settled = date.settled else { return period == nil }
    if let cutoff = question.moment.cutoff, !date.isSettled(by: cutoff) { return false }
    return period?.contains(settled) ?? true
  }

  // MARK: Stock

  var open: [(project: Project, standing: Standing)] {
    projects.filter { $0.standing.status.isOpen }
  }

  /// The open projects that each unit leads, alone or with others, and those of no unit.
  var openByUnit: [String?: [(project: Project, standing: Standing)]] {
    var led: [String?: [(project: Project, standing: Standing)]] = [:]
    let mainNames = MainNames(pipeline)
    for item in open {
      if item.project.lead.isEmpty { led[nil, default: []].append(item) }
      for unit in mainNames(item.project.lead) { led[unit, default: []].append(item) }
    }
    return led
  }

  /// Open projects that are not signed yet.
  var underNegotiation: [Project] { projects.map(\.project).filter(isTalk) }

  /// Whether a project was open and not signed at the moment.
  func isTalk(_ project: Project) -> Bool {
    guard let standing = project.standing(asOf: question.moment.cutoff) else { return false }
    return standing.status.isOpen && standing.stage != .signing
  }

  var funnel: Funnel {
    pipeline.funnel(
      FunnelQuestion(at: question.moment, flow: question.period), passing: question.filter)
  }

  /// Every unit that leads anything, or is one of ours by the directory, by name.
  var units: [String] {
    let mainNames = MainNames(pipeline)
    var names = Set(mainNames(projects.flatMap(\.project.lead)))
    for line in contactLines { names.formUnion(mainNames(facts(line)?.lead ?? [])) }
    for entry in pipeline.directory.values {
      if case .organisation(let organisation) = entry, organisation.kind == "招商主体" {
        names.insert(organisation.name)
      }
    }
    return names.inNameOrder()
  }
}
