package import Pipeline

/// A pipeline built event by event, past all rules, so that a test can draw any history.
///
/// ```swift
/// var fixture = PipelineFixture()
/// let id = fixture.draw("光翼激光", "1 2023-05-01, 2 2023-06, hold 2023-06-10, 4 unknown, lost 2023-08-01")
/// ```
package struct PipelineFixture {
  package private(set) var pipeline = Pipeline()

  package init() {}

  package subscript(id: ProjectID) -> Project {
    guard let project = pipeline[id] else { preconditionFailure("no project \(id)") }
    return project
  }

  /// Adds a project with a history: steps parted by commas, each a stage's digit or a change of
  /// status (`hold`, `resume`, `lost`, `duplicate`, `withdrawn`, `archived`, `reopen`), and a date.
  ///
  /// A hold's review date may follow its date. Without a history it is in contact, undated.
  @discardableResult
  package mutating func draw(
    _ name: String, _ history: String = "1 unknown", _ fields: [Field: FieldValue] = [:]
  ) -> ProjectID {
    let id = pipeline.nextProject
    var fields = fields
    fields[.name] = .text(name)
    if fields[.kind] == nil { fields[.kind] = .kind(.investment) }
    for (index, step) in history.split(separator: ",").enumerated() {
      let words = step.split(separator: " ")
      let date = Self.date(words.count > 1 ? String(words[1]) : "unknown")
      if let stage = words.first.flatMap({ UInt8($0) }).flatMap(Stage.init(rawValue:)) {
        if index == 0 {
          apply(.projectAdded(ProjectAdded(id: id, fields: fields, stage: stage, on: date)))
        } else {
          move(id, to: stage, on: date)
        }
      } else {
        change(id, to: Self.status(words), on: date)
      }
    }
    return id
  }

  package mutating func move(_ id: ProjectID, to stage: Stage, on date: BusinessDate) {
    let from = self[id].stage
    let kind: MoveKind = stage < from ? .back : from.next == stage ? .advance : .skip
    apply(
      .moved(
        id,
        Move(
          from: from, to: stage, on: date, kind: kind, reason: nil, evidence: [], isToTop: false,
          oldAfter: nil)))
  }

  package mutating func change(_ id: ProjectID, to status: Status, on date: BusinessDate) {
    apply(
      .statusChanged(
        id, StatusChange(old: self[id].status, new: status, on: date, reason: nil)))
  }

  @discardableResult
  package mutating func log(
    _ kind: ActivityKind, _ date: String, _ projects: [ProjectID],
    _ details: (inout Activity.Facts) -> Void = { _ in }
  ) -> ActivityID {
    var facts = Activity.Facts(projects: projects, kind: kind, on: Self.date(date))
    details(&facts)
    let id = pipeline.nextActivity
    apply(.activityLogged(id, facts))
    return id
  }

  @discardableResult
  package mutating func reach(
    _ kind: MilestoneKind, _ date: String, _ projects: [ProjectID],
    _ details: (inout Milestone.Facts) -> Void = { _ in }
  ) -> MilestoneID {
    var facts = Milestone.Facts(projects: projects, kind: kind, on: Self.date(date))
    details(&facts)
    let id = pipeline.nextMilestone
    apply(.milestoneReached(id, facts))
    return id
  }

  package mutating func apply(_ event: Event) {
    pipeline.apply(
      RecordedEvent(
        sequence: pipeline.version.next, id: "", part: 0, parts: 1,
        by: Actor(uid: 1000, name: "小王"), host: "", recordedAt: 0, event: event))
  }

  package static func date(_ text: String) -> BusinessDate {
    guard let date = BusinessDate(text) else { preconditionFailure("no date: \(text)") }
    return date
  }

  private static func status(_ words: [Substring]) -> Status {
    switch words.first {
    case "hold":
      .onHold(
        review: words.count > 2 ? Day.of(String(words[2])) : Day.of("2999-12-31"), reason: "等批复")
    case "resume", "reopen": .ongoing
    case "lost": .lost(.land, place: nil, note: nil)
    case "duplicate": .lost(.duplicate, place: nil, note: nil)
    case "withdrawn": .withdrawn(reason: "不再推进")
    case "archived": .archived(reason: "录错")
    default: preconditionFailure("no such step: \(words)")
    }
  }
}

extension Day {
  /// A day from `2023-07-19`; a test with a wrong date does not go on.
  package static func of(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
    return day
  }
}

extension Amount {
  /// A sum such as `1.6` 亿元; a test with a wrong one does not go on.
  package static func of(
    _ value: String, _ unit: Money.Unit = .yi, _ code: String = "CNY"
  ) -> Amount {
    guard let currency = Currency(code: code),
      let money = Money(value, unit: unit, currency: currency)
    else { preconditionFailure("no amount: \(value)") }
    return .known(money)
  }
}
