package import Pipeline

extension Ledger {
  /// A bureau's pipeline made by lot: Chinese names of every length, all stages and statuses, sums in
  /// several currencies, tags, visits; the same for the same seed.
  ///
  /// Every record passes the rules, as an import.
  package static func generated(_ count: Int, seed: UInt64, today: Day = "2023-09-04") -> Ledger {
    var ledger = Ledger(today: today)
    var projects = GeneratedProjects(seed: seed)
    var intake = Intake()
    for number in 1...max(1, count) { intake.projects.append(projects.arrival(number)) }
    for number in stride(from: 1, through: count, by: 3) {
      intake.activities.append(projects.activity(number))
    }
    do {
      try ledger.commit(.take(intake))
    } catch {
      preconditionFailure("a generated project was refused: \(error)")
    }
    return ledger
  }
}

/// Draws projects.
private struct GeneratedProjects {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func arrival(_ number: Int) -> Intake.Arrival {
    let first = Int.random(in: 0..<6, using: &random)
    let last = Int.random(in: first..<6, using: &random)
    var steps: [Intake.Step] = []
    var day = Int.random(in: 0..<200, using: &random)
    for stage in Stage.allCases[first...last] where steps.isEmpty || !random.isOnce(in: 5) {
      steps.append(Intake.Step(stage: stage, on: date(day)))
      day = min(240, day + Int.random(in: 0..<30, using: &random))
    }
    var arrival = Intake.Arrival(fields: fields(number), stages: steps)
    arrival.status = status()
    return arrival
  }

  mutating func activity(_ number: Int) -> Activity.Facts {
    var facts = Activity.Facts(
      projects: [ProjectID(UInt32(number))], kind: random.pick(ActivityKind.allCases),
      on: date(Int.random(in: 0..<240, using: &random)))
    facts.place = random.pick(["青岛", "经济技术开发区管委会会议室", nil])
    facts.outcome = random.pick([nil, .preliminary])
    return facts
  }

  private mutating func fields(_ number: Int) -> [Field: FieldValue] {
    var fields: [Field: FieldValue] = [
      .name: .text(name(number)),
      .investors: .list(
        [random.pick(["西王集团", "魏桥创业集团有限公司", "特锐德", "上海东方龙商务有限公司", "ABB"])]),
    ]
    if !random.isOnce(in: 6) { fields[.owner] = .text(random.pick(["王敏", "李娜", "欧阳建国"])) }
    if !random.isOnce(in: 4) { fields[.amount] = amount(number) }
    if random.isOnce(in: 2) {
      fields[.next] = .next(
        NextStep(
          text: random.pick(["带用地红线图回访", "送审", "协调落实项目用地、能耗指标与环评手续的办理时限"]),
          due: random.pick(["2023-08-20", "2023-09-04", "2024-01-30", nil])))
    }
    if random.isOnce(in: 3) { fields[.tags] = .list([random.pick(["链主", "外资", "500强"])]) }
    if random.isOnce(in: 3) { fields[.cluster] = .text(random.pick(["高端铝", "新材料", "生物医药"])) }
    return fields
  }

  private mutating func name(_ number: Int) -> String {
    let place = random.pick(["青岛", "内江", "邹平", "济南", "上海", "苏州工业园区", "Düsseldorf "])
    let what = random.pick(
      ["光翼激光雷达", "年产20万吨再生铝合金及高端轻量化汽车零部件智能制造", "冷链物流产业园", "𠮷野家供应链", "智算中心(一期)"])
    return place + what + random.pick(["项目", "", "生产基地", "（ＡＢＣ）合作项目"]) + "\(number)"
  }

  private mutating func amount(_ number: Int) -> FieldValue {
    if random.isOnce(in: 8) { return .amount(.undisclosed) }
    let code = random.pick(["CNY", "CNY", "CNY", "CNY", "USD", "JPY"])
    return .amount(.of("\(number % 400 + 1)", random.pick([.yi, .wan]), code))
  }

  private mutating func status() -> StatusChange? {
    let status: Status
    switch Int.random(in: 0..<20, using: &random) {
    case 0: status = .onHold(review: "2023-12-01", reason: "待土地指标")
    case 1: status = .onHold(review: "2023-09-01", reason: "等批复")
    case 2: status = .lost(.land, place: "潍坊", note: nil)
    case 3: status = .withdrawn(reason: "不再推进")
    case 4: status = .archived(reason: "重复录入")
    default: return nil
    }
    return StatusChange(old: .ongoing, new: status, on: "2023-08-31", reason: nil)
  }

  /// A day of 2023, counted from New Year's.
  private func date(_ day: Int) -> BusinessDate {
    let start: Day = "2023-01-01"
    return .day(start.adding(day))
  }
}
