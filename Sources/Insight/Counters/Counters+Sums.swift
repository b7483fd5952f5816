package import Pipeline

extension Pipeline {
  /// Counts contacts by several rules at once, without the lines that were counted.
  ///
  /// The same sums as ``counters(_:)``, without sorting and without taking sleeping activities apart;
  /// those without a date are not told beside a period.
  ///
  /// - Complexity: O(activities), and O(entries of all projects).
  package func contacts(_ rules: [CountingRule], _ question: CounterQuestion)
    -> [CountingRule: Counters]
  {
    var admission = ContactAdmission(question, in: self)
    var sums = ContactSums(rules)
    for number in stride(from: UInt32(1), through: activities.lastNumber, by: 1) {
      guard let contact = contact(number, &sums.names), contact.kind.isContact else { continue }
      if let settled = contact.settled {
        if let cutoff = question.moment.cutoff, !contact.on.isSettled(by: cutoff) { continue }
        if !question.period.contains(settled) { continue }
      } else if !question.period.isEverything {
        continue
      }
      if admission.admits(contact.project, contact.others) { sums.add(contact, times: 1) }
    }
    return sums.counters
  }

  /// What is counted of an activity; nil when there is none.
  func contact(_ number: UInt32, _ names: inout NameNumbers) -> Counted? {
    let id = ActivityID(number)
    if let asleep = asleep(id) { return Counted(asleep, &names, in: self) }
    return activity(id).map { Counted($0, &names, in: self) }
  }
}

/// An activity as it is counted; lines and trips have become numbers.
struct Counted {
  let kind: ActivityKind
  let on: SettledDate
  var settled: Day? { on.settled }
  let times: Int
  let project: ProjectID?
  let others: ArraySlice<ProjectID>
  let line: Int?
  let trip: Int?

  init(_ activity: some ActivityReading, _ names: inout NameNumbers, in pipeline: Pipeline) {
    kind = activity.kind
    on = activity.on
    times = activity.times
    project = activity.project
    others = activity.otherProjects
    line = activity.line.flatMap { names.number(of: $0, in: pipeline) }
    trip = activity.trip.flatMap { names.number(of: $0, in: pipeline) }
  }
}

/// Numbers for names: the same for texts that are the same, wherever they are kept.
struct NameNumbers: Sendable {
  private var byText: [String: Int] = [:]
  private var byNumber: [SharedText: Int] = [:]

  mutating func number(of name: RecordedName, in pipeline: Pipeline) -> Int? {
    switch name {
    case .own(let text): return number(of: text)
    case .shared(let shared):
      if let known = byNumber[shared] { return known }
      guard let text = pipeline.text(shared) else { return nil }
      let number = number(of: text)
      byNumber[shared] = number
      return number
    }
  }

  private mutating func number(of text: String) -> Int {
    if let known = byText[text] { return known }
    byText[text] = byText.count
    return byText.count - 1
  }
}

/// Which projects' contacts are asked for, each worked out once.
struct ContactAdmission: ProjectVisitor {
  private let pipeline: Pipeline
  private let moment: Moment
  private var scan: FilterScan?
  private var known: [Answer]

  private enum Answer: UInt8 { case unknown, no, yes }

  init(_ question: CounterQuestion, in pipeline: Pipeline) {
    self.pipeline = pipeline
    moment = question.moment
    scan = question.filter.map { FilterScan($0, at: question.moment) }
    known = Array(repeating: .unknown, count: Int(pipeline.projects.lastNumber) + 1)
  }

  /// Whether one of the projects is asked for; of none, when no filter asks for projects.
  mutating func admits(_ first: ProjectID?, _ others: ArraySlice<ProjectID>) -> Bool {
    guard let first else { return scan == nil }
    if admits(first) { return true }
    for id in others where admits(id) { return true }
    return false
  }

  private mutating func admits(_ id: ProjectID) -> Bool {
    let index = Int(id.number)
    guard index < known.count else { return false }
    if known[index] == .unknown {
      known[index] = .no
      pipeline.show(id, to: &self)
    }
    return known[index] == .yes
  }

  mutating func visit(_ project: some ProjectReading) {
    guard let standing = project.figures(asOf: moment.cutoff, in: pipeline) else {
      // One that had not begun is off no register.
      if scan == nil, !project.isRemoved(asOf: moment.cutoff, in: pipeline) {
        known[Int(project.id.number)] = .yes
      }
      return
    }
    if standing.isRemoved { return }
    if scan?.passes(project, standing, in: pipeline) ?? true {
      known[Int(project.id.number)] = .yes
    }
  }
}
