package import Pipeline

extension Pipeline {
  /// Counts contacts by several rules at once, without the lines that were counted.
  ///
  /// The same sums as ``counters(_:)``, without sorting and without taking sleeping activities apart.
  ///
  /// - Complexity: O(activities), and O(entries of all projects).
  package func contacts(_ rules: [CountingRule], _ question: CounterQuestion)
    -> [CountingRule: Counters]
  {
    var admission = Admission(question)
    var sums = ContactSums(rules)
    for number in stride(from: UInt32(1), through: activities.lastNumber, by: 1) {
      guard let contact = contact(number, &sums.names), contact.kind.isContact else { continue }
      if let settled = contact.settled {
        if let cutoff = question.moment.cutoff, !contact.on.isSettled(by: cutoff) { continue }
        if !question.period.contains(settled) { continue }
      }
      if admission.admits(contact, in: self) { sums.add(contact, times: 1) }
    }
    return sums.counters
  }

  /// What is counted of an activity; nil when there is none.
  func contact(_ number: UInt32, _ names: inout NameNumbers) -> Counted? {
    if let kept = keptContact(ActivityID(number)) {
      return Counted(
        kind: kept.kind, on: kept.on, times: kept.times, project: kept.project,
        others: [], line: kept.line.flatMap { names.number(ofPlace: $0, in: self) },
        trip: kept.trip.flatMap { names.number(ofPlace: $0, in: self) })
    }
    guard let facts = activities[number]?.facts else { return nil }
    return Counted(
      kind: facts.kind, on: CourseDate(facts.on), times: facts.times,
      project: facts.projects.first, others: Array(facts.projects.dropFirst()),
      line: facts.line.map { names.number(of: $0) }, trip: facts.trip.map { names.number(of: $0) })
  }
}

/// An activity as it is counted; lines and trips have become numbers.
struct Counted {
  let kind: ActivityKind
  let on: CourseDate
  var settled: Day? { on.settled }
  let times: Int
  let project: ProjectID?
  let others: [ProjectID]
  let line: Int?
  let trip: Int?
}

/// Numbers for names: the same for texts that are the same, wherever they are kept.
struct NameNumbers: Sendable {
  private var byText: [String: Int] = [:]
  private var byPlace: [Int: Int] = [:]

  mutating func number(of text: String) -> Int {
    if let known = byText[text] { return known }
    byText[text] = byText.count
    return byText.count - 1
  }

  mutating func number(ofPlace place: Int, in pipeline: Pipeline) -> Int? {
    if let known = byPlace[place] { return known }
    guard let text = pipeline.keptText(at: place) else { return nil }
    let number = number(of: text)
    byPlace[place] = number
    return number
  }
}

/// Which projects' contacts are asked for, each worked out once.
private struct Admission {
  private let question: CounterQuestion
  private var scan: FilterScan?
  private var course = Course()
  private var known: [Answer] = []

  private enum Answer: UInt8 { case unknown, no, yes }

  init(_ question: CounterQuestion) {
    self.question = question
    scan = question.filter.map { FilterScan($0) }
  }

  mutating func admits(_ contact: Counted, in pipeline: Pipeline) -> Bool {
    guard let first = contact.project else { return question.filter == nil }
    if admits(first, in: pipeline) { return true }
    for id in contact.others where admits(id, in: pipeline) { return true }
    return false
  }

  private mutating func admits(_ id: ProjectID, in pipeline: Pipeline) -> Bool {
    let place = Int(id.number)
    guard id.number <= pipeline.projects.lastNumber else { return false }
    if known.isEmpty {
      known = Array(repeating: .unknown, count: Int(pipeline.projects.lastNumber) + 1)
    }
    if known[place] == .unknown { known[place] = answer(id, in: pipeline) ? .yes : .no }
    return known[place] == .yes
  }

  private mutating func answer(_ id: ProjectID, in pipeline: Pipeline) -> Bool {
    guard pipeline.follow(id, into: &course) else { return false }
    let cutoff = question.moment.cutoff
    if let change = course.lastChange(asOf: cutoff), course.changes[change].isRemoved {
      return false
    }
    guard let filter = question.filter else { return true }
    guard let last = course.lastEntry(asOf: cutoff) else { return false }
    let verdict = scan?.verdict(
      on: id, course.entries[last].stage, course.status(asOf: cutoff), in: pipeline)
    return verdict
      ?? pipeline[id].map { filter.matches($0, in: pipeline, at: question.moment) } ?? false
  }
}
