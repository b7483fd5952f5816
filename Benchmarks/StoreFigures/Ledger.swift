import Pipeline

/// A bureau's years: projects come, live through about ten events each, and are signed or lost.
///
/// A few thousand are under way at a time, so that events of different projects are mixed as they
/// are in life. The same numbers give the same events.
struct SampleLedger {
  /// How many projects are to come.
  let projects: Int
  private var state: UInt64 = 20_230_719
  /// The projects under way, with the events they still have before them.
  private var open: [(id: UInt32, left: [Step], stage: Stage)] = []
  private var added: UInt32 = 0
  private var activities: UInt32 = 0
  private var day = Day(number: 17_000)
  private static let atATime = 2000

  private enum Step { case edit, next, visit, move, note, sign, lose }

  init(projects: Int) { self.projects = projects }

  private mutating func random(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random(values.count)] }

  private static let towns = ["昆山", "邹平", "滨州", "苏州", "佛山", "宁波", "潍坊", "青岛"]
  private static let trades = ["高端铝材", "生物医药", "新能源汽车零部件", "功能糖", "特种纤维", "智能装备"]
  private static let people = ["王敏", "李娜", "张伟", "刘洋", "陈静", "赵磊"]

  /// The next event; nil when every project has had its life.
  mutating func next() -> Event? {
    if Int(added) < projects, open.count < SampleLedger.atATime || random(10) == 0 { return add() }
    if open.isEmpty { return nil }
    if random(300) == 0 { day = day.adding(1) }
    let index = random(open.count)
    let step = open[index].left.removeFirst()
    let event = event(step, index)
    if open[index].left.isEmpty { open.swapAt(index, open.count - 1); open.removeLast() }
    return event
  }

  private mutating func add() -> Event {
    added += 1
    let name = pick(SampleLedger.towns) + pick(SampleLedger.trades) + "产业园项目\(added)号"
    let steps: [Step] = [
      .next, .visit, .edit, .move, .note, .next, .move, .edit, pick([.sign, .lose, .lose]),
    ]
    open.append((added, steps, .contact))
    return .projectAdded(
      ProjectAdded(
        id: ProjectID(added),
        fields: [
          .name: .text(name), .kind: .kind(.investment),
          .investors: .list(["\(pick(SampleLedger.towns))第\(random(9000))实业有限公司"]),
          .lead: .list(["投资促进中心"]), .owner: .text(pick(SampleLedger.people)),
          .industry: .text(pick(SampleLedger.trades)),
          .amount: .amount(
            .known(Money("\(random(90) + 1).\(random(9) + 1)", unit: .yi) ?? Money(minor: 0))),
          .source: .text("上海推介会"), .landing: .text("经济开发区"),
        ], stage: .contact, on: .day(day)))
  }

  private mutating func event(_ step: Step, _ index: Int) -> Event {
    let id = ProjectID(open[index].id)
    let stage = open[index].stage
    let on = BusinessDate.day(day)
    switch step {
    case .edit:
      return .fieldsChanged(
        id,
        [
          FieldChange(
            field: .landing, old: .text("经济开发区"), new: .text(pick(["好生街道", "韩店镇", "经济开发区"])))
        ])
    case .next:
      let due = day.adding(random(60))
      return .fieldsChanged(
        id,
        [
          FieldChange(
            field: .next, old: nil,
            new: .next(NextStep(text: "带技术团队到厂区看用地和蒸汽", due: due, who: pick(SampleLedger.people))))
        ])
    case .visit:
      activities += 1
      var facts = Activity.Facts(
        projects: [id], kind: pick([.outbound, .inbound, .meet]), on: on)
      facts.place = "江苏" + pick(SampleLedger.towns)
      facts.lead = ["投资促进中心"]
      facts.counterparts = ["第\(random(9000))实业有限公司"]
      facts.leader = Leader(name: pick(SampleLedger.people), title: "副主任")
      facts.headcount = 3 + random(5)
      facts.outcome = .consensus
      return .activityLogged(ActivityID(activities), facts)
    case .move:
      open[index].stage = stage.next ?? stage
      return .moved(id, move(from: stage, to: open[index].stage, on: on))
    case .note: return .noted(id, text: "对方董事长来电，担心能耗指标，已报经信局协调，周五前答复", on: on)
    case .sign:
      open[index].stage = .signing
      return .moved(id, move(from: stage, to: .signing, on: on))
    case .lose:
      return .statusChanged(
        id,
        StatusChange(
          old: .ongoing, new: .lost(pick([.land, .terms, .elsewhere]), place: "滨州", note: nil),
          on: on, reason: nil))
    }
  }

  private func move(from: Stage, to: Stage, on: BusinessDate) -> Move {
    Move(
      from: from, to: to, on: on, kind: from.next == to ? .advance : .skip, reason: nil,
      evidence: [], isToTop: false, oldAfter: nil)
  }
}
