import Pipeline
import TestSupport

/// Makes pipelines out of a seed, the same ones every time.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
  mutating func perhaps<Value>(_ make: (inout Chance) -> Value) -> Value? {
    below(2) == 0 ? nil : make(&self)
  }

  private static let texts = [
    "光翼激光雷达项目", "青岛夜经济", "=1+1", "\"quoted\" \\ back", "Ａ１ 全角", "👨‍👩‍👧 家", "e\u{301}tude", "a;b,c\td",
    "‹U+202E›", "null", "三千万元", "\u{FE0F}x", "مرحبا", "1.60", "{\"a\":1}", "邹平\u{2028}开发区",
  ]

  mutating func text() -> String { one(of: Chance.texts) + String(below(5)) }
  mutating func texts() -> [String] { (0..<below(4)).map { _ in text() } }
  mutating func lines() -> String { text() + "\n" + text() }

  mutating func day() -> Day { Day(number: Int32(19_000 + below(1000))) }

  mutating func date() -> BusinessDate {
    let day = day()
    switch below(4) {
    case 0: return .unknown
    case 1: return .month(year: day.civil.year, month: day.civil.month)
    case 2: return .range(day, day.adding(1 + below(60)))
    default: return .day(day)
    }
  }

  mutating func amount() -> Amount {
    if below(4) == 0 { return .undisclosed }
    let currency = Currency(code: one(of: ["CNY", "USD", "JPY"])) ?? .yuan
    let money =
      Money("\(below(1000)).\(below(100))", unit: one(of: [.wan, .yi]), currency: currency)
      ?? Money(minor: Int64(next() >> 2), currency: currency)
    return .known(money)
  }

  mutating func value(_ field: Field) -> FieldValue {
    switch field.form {
    case .name, .line: .text(text())
    case .note: .text(lines())
    case .list: .list([text()] + texts())
    case .amount: .amount(amount())
    case .date: .date(date())
    case .kind: .kind(one(of: ProjectKind.allCases))
    case .next: .next(NextStep(text: text(), due: perhaps { $0.day() }, who: perhaps { $0.text() }))
    case .json: .text(#"{"x_grade":1.50,"x_list":[null,"甲"]}"#)
    }
  }

  mutating func fields() -> [Field: FieldValue] {
    var fields: [Field: FieldValue] = [:]
    for field in Field.allCases where field == .name || field == .investors || below(3) == 0 {
      fields[field] = value(field)
    }
    return fields
  }

  mutating func activity(among projects: [ProjectID]) -> Activity.Facts {
    var facts = Activity.Facts(
      projects: projects.filter { _ in below(3) == 0 }, kind: one(of: ActivityKind.allCases),
      on: date())
    facts.place = perhaps { $0.text() }
    facts.sites = texts()
    facts.lead = texts()
    facts.counterparts = texts()
    facts.leader = perhaps { chance in
      Leader(name: chance.text(), title: chance.perhaps { $0.text() })
    }
    facts.team = texts()
    facts.trip = perhaps { $0.text() }
    facts.line = perhaps { $0.text() }
    facts.times = 1 + below(4)
    facts.headcount = perhaps { $0.below(50) }
    facts.days = perhaps { $0.below(9) }
    facts.outcome = perhaps { $0.one(of: Outcome.allCases) }
    facts.outcomeText = perhaps { $0.text() }
    facts.note = perhaps { $0.lines() }
    facts.unknownMembers = perhaps { _ in #"{"x_minutes":12}"# }
    return facts
  }

  mutating func milestone(among projects: [ProjectID]) -> Milestone.Facts {
    var facts = Milestone.Facts(
      projects: projects.filter { _ in below(3) == 0 }, kind: one(of: MilestoneKind.allCases),
      on: date())
    facts.name = perhaps { $0.text() }
    facts.subject = perhaps { $0.text() }
    facts.cluster = perhaps { $0.text() }
    facts.count = 1 + below(32)
    facts.amount = perhaps { $0.amount() }
    facts.document = perhaps { $0.text() }
    facts.note = perhaps { $0.lines() }
    facts.unknownMembers = perhaps { _ in #"{"x":"y"}"# }
    return facts
  }

  mutating func entry() -> DirectoryEntry {
    switch below(3) {
    case 0:
      var organisation = Organisation(name: text())
      organisation.aliases = texts()
      organisation.kind = perhaps { $0.text() }
      organisation.creditCode = perhaps { $0.text() }
      organisation.place = perhaps { $0.text() }
      organisation.note = perhaps { $0.text() }
      organisation.unknownMembers = perhaps { _ in #"{"x":[]}"# }
      return .organisation(organisation)
    case 1:
      var person = Person(name: text())
      person.organisation = perhaps { $0.text() }
      person.title = perhaps { $0.text() }
      person.phone = perhaps { $0.text() }
      person.note = perhaps { $0.text() }
      return .person(person)
    default:
      var cluster = Cluster(name: text())
      cluster.segments = texts()
      cluster.target = perhaps { $0.text() }
      cluster.researchPlace = perhaps { $0.text() }
      cluster.productionPlace = perhaps { $0.text() }
      cluster.note = perhaps { $0.text() }
      return .cluster(cluster)
    }
  }

  private mutating func command(_ projects: [ProjectID]) -> Command {
    guard !projects.isEmpty, below(6) != 0 else {
      return .add(
        NewProject(fields: fields(), stage: one(of: [.contact, .visit, .intent]), on: date()))
    }
    let id = one(of: projects)
    switch below(16) {
    case 12, 13: return .register(.save(register(of: id)))
    case 14: return .register(.merge(id, into: one(of: projects), on: date()))
    case 15:
      return .register(
        .advance(
          RequestID(UInt32(1 + below(4))), to: one(of: ServiceRequest.Status.allCases), on: date(),
          RequestAnswer(result: perhaps { $0.lines() }, trips: perhaps { $0.below(4) })))
    case 0:
      return .hold(id, review: today.adding(30), reason: text(), on: date())
    case 1: return .resume(id, on: date())
    case 2:
      return .lose(
        id, one(of: LossReason.allCases), place: perhaps { $0.text() }, note: perhaps { $0.text() },
        on: date())
    case 3: return .withdraw(id, reason: text(), on: date())
    case 4: return .reopen(id, reason: perhaps { $0.text() }, on: date())
    case 5: return .archive(id, reason: text(), on: date())
    case 6: return .log(activity(among: projects))
    case 7: return .reach(milestone(among: projects))
    case 8: return .note(id, text: lines(), on: date())
    case 9: return .saveDirectoryEntry(DirectorySaving(entry(), expected: .anything))
    case 10:
      let field = one(of: Field.editable)
      return .edit(id, [FieldEdit(field, to: value(field))])
    default:
      return .move(id, MoveOrder(to: one(of: Stage.allCases), on: date(), reason: text()))
    }
  }

  /// A pipeline after sixty commands, some of them refused.
  mutating func pipeline() -> Pipeline {
    var pipeline = Pipeline()
    for _ in 0..<60 { try? pipeline.carryOut(command(pipeline.projects.map(\.id))) }
    return pipeline
  }
}
