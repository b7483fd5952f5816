internal import Pipeline

extension Story {
  /// A project from its first contact through its stages.
  mutating func tell(course place: Int) {
    begin(place)
    for (stage, on) in courses[place].entries.dropFirst() {
      switch stage {
      case .contact: break
      case .visit: visit(place, on)
      case .returnVisit: receive(place, on)
      case .intent: agree(place, on)
      case .approval: approve(place, on)
      case .signing: sign(place, on)
      }
      let reason = reasonToSkip(to: stage, in: courses[place])
      line(on, courses[place].handler.name) { numbers in
        .move(numbers.project(place), MoveOrder(to: stage, on: .day(on), reason: reason))
      }
    }
  }

  private func reasonToSkip(to stage: Stage, in course: Course) -> String? {
    guard stage == .intent, course.entered(.returnVisit) == nil else { return nil }
    return "对方董事长在考察时当面定下意向，不再安排来访"
  }

  private mutating func begin(_ place: Int) {
    let course = courses[place]
    let on = course.began
    let branch = Names.branches[course.branch]
    var fields: [Field: FieldValue] = [
      .name: .text(course.name), .investors: .list([course.investor]),
      .lead: .list([course.handler.unit]), .owner: .text(course.handler.name),
      .industry: .text(course.industry), .cluster: .text(branch.cluster),
      .source: .text(lot.pick(Names.sources)), .origin: .text(course.city),
      .firstTalkUnit: .text(course.handler.unit), .firstTalkOn: .date(.day(on)),
    ]
    // At first a sum is often not spoken of.
    if lot.happens(60), let amount = course.amount { fields[.amount] = .amount(amount) }
    var tags: [String] = []
    if case .known(let money) = course.amount, money.currency != .yuan { tags.append("外资") }
    if case .known(let money) = course.amount, money.minor >= 80_000_000_000 { tags.append("重点") }
    if lot.happens(8) { tags.append("链主") }
    if !tags.isEmpty { fields[.tags] = .list(tags) }
    if tags.contains("重点") { fields[.sponsor] = .text(Names.leaders[0].name) }
    line(on, course.handler.name, makes: .project(place)) { _ in
      .add(NewProject(fields: fields, on: .day(on)))
    }
    var first = facts(place, lot.happens(55) ? .call : .meet, on)
    first.outcome = .follow
    first.note = lot.pick([
      "介绍园区区位和政策，对方索要资料", "对方有北方布局计划，年内选址", "了解用地、蒸汽和用工情况", "约定下月实地看项目",
    ])
    log(place, first)
    next(place, on, "约考察时间", in: 7...14)
  }

  private mutating func visit(_ place: Int, _ on: Day) {
    let course = courses[place]
    var facts = facts(place, .outbound, on)
    facts.place = course.city
    facts.sites = [course.investor]
    facts.headcount = lot.number(3...6)
    facts.days = lot.number(1...3)
    facts.trip = "\(on.civil.month)月赴\(course.city)招商（\(course.handler.unit)）"
    facts.outcome = lot.pick([.follow, .consensus])
    facts.note = lot.pick(["看了生产线和研发中心", "现有厂房已满产，扩产意愿明确", "对方关心蒸汽价格和环评时限", "财务总监参加，谈了投资节奏"])
    if lot.happens(35) { facts.leader = lot.pick(Names.leaders) }
    log(place, facts)
    next(place, on, lot.pick(["请对方来看地块", "发政策清单", "邀请来访"]), in: 8...18)
  }

  private mutating func receive(_ place: Int, _ on: Day) {
    var facts = facts(place, .inbound, on)
    facts.place = Names.zone
    facts.sites = [lot.pick(Names.landings), "规划展示馆"]
    facts.headcount = lot.number(2...9)
    facts.outcome = lot.pick([.consensus, .consensus, .preliminary])
    facts.note = lot.pick(["倾向西区标准厂房", "看了两块地，要红线图", "对厂房层高有疑问，需12米", "与热电公司对接蒸汽"])
    if lot.happens(40) { facts.leader = lot.pick(Names.leaders) }
    log(place, facts)
    next(place, on, lot.pick(["送红线图", "回复厂房条件", "拟投资协议初稿"]), in: 7...15)
  }

  private mutating func agree(_ place: Int, _ on: Day) {
    let course = courses[place]
    var facts = facts(place, .negotiation, on)
    facts.place = lot.happens(60) ? Names.zone : course.city
    facts.outcome = lot.pick([.preliminary, .intent, .letterOfIntent])
    facts.note = lot.pick(["谈定用地面积和投资强度", "就固投奖补交换意见", "明确注册时间和出资方式"])
    log(place, facts)
    var edits = [FieldEdit(.landing, to: .text(lot.pick(Names.landings)))]
    if let amount = course.amount { edits.append(FieldEdit(.amount, to: .amount(amount))) }
    edits.append(FieldEdit(.land, to: .text("\(lot.number(3...24) * 5)亩")))
    if lot.happens(70) {
      edits.append(FieldEdit(.expectedSigning, to: .date(.day(on.adding(lot.number(60...120))))))
    }
    line(on, course.handler.name) { .edit($0.project(place), edits) }
    if facts.outcome == .letterOfIntent {
      line(on, course.handler.name) { numbers in
        .reach(
          Milestone.Facts(projects: [numbers.project(place)], kind: .letterOfIntent, on: .day(on)))
      }
    }
    next(place, on, lot.pick(["催补可研报告", "对接发改立项", "改协议条款"]), in: 9...20)
  }

  private mutating func approve(_ place: Int, _ on: Day) {
    let course = courses[place]
    let body = lot.pick(["区投资促进委员会", "管委会主任办公会"])
    let route = lot.happens(85) ? ApprovalRoute.filing : .verification
    line(on, course.handler.name) { numbers in
      .reach(
        Milestone.Facts(projects: [numbers.project(place)], kind: .approvalStarted, on: .day(on)))
    }
    line(on, course.handler.name) { numbers in
      .edit(
        numbers.project(place),
        [
          FieldEdit(.route, to: .text(route.rawValue)), FieldEdit(.reviewingBody, to: .text(body)),
          FieldEdit(.approvalStatus, to: .text(ApprovalState.inProgress.rawValue)),
        ])
    }
    let signing = course.entered(.signing)
    for (index, name) in ["项目研判会", "环保安评预审", "投委会"].enumerated() {
      var due = on.adding(10 + 14 * index).workday
      if let signing { due = min(due, signing.adding(-4).workday) }
      // A point long past was passed; the last one of what is under way is open.
      let isDone = signing != nil || (index < 2 && due < Bureau.lastDay && index * 40 < 60)
      let passed = due
      line(on, course.handler.name) { numbers in
        var decision = Decision(project: numbers.project(place), name: name, place: index + 1)
        decision.body = index == 2 ? body : nil
        decision.due = due
        return .register(.save(.decision(decision)))
      }
      guard isDone, passed >= on else { continue }
      line(passed, course.handler.name) { numbers in
        var decision = Decision(project: numbers.project(place), name: name, place: index + 1)
        decision.body = index == 2 ? body : nil
        decision.due = due
        decision.done = .day(passed)
        return .register(.save(.decision(decision)))
      }
    }
    var facts = facts(place, .review, on)
    facts.place = Names.zone
    facts.note = "内部研究准入条件和政策边界"
    log(place, facts)
    next(place, on, lot.pick(["备齐环评材料", "上投委会", "核投资强度"]), in: 10...24)
  }

  private mutating func sign(_ place: Int, _ on: Day) {
    let course = courses[place]
    let granted = on.adding(-3).workday
    line(granted, course.handler.name) { numbers in
      .reach(
        Milestone.Facts(
          projects: [numbers.project(place)], kind: .approvalGranted, on: .day(granted)))
    }
    line(on, course.handler.name) { numbers in
      .edit(
        numbers.project(place),
        [
          FieldEdit(.approvalStatus, to: .text(ApprovalState.granted.rawValue)),
          FieldEdit(.contractKind, to: .text("投资协议")),
        ])
    }
    var facts = facts(place, .ceremony, on)
    facts.place = Names.zone
    facts.outcome = .contract
    facts.leader = Names.leaders[0]
    log(place, facts)
    next(place, on, "办理工商注册", in: 10...20)
    after(place, on)
  }

  /// What follows a signing, as far as the two years go.
  private mutating func after(_ place: Int, _ signed: Day) {
    let course = courses[place]
    let steps: [(MilestoneKind, Int)] = [
      (.registered, lot.number(12...30)), (.fundsInPlace, lot.number(50...90)),
      (.constructionStarted, lot.number(70...140)), (.completed, lot.number(290...340)),
      (.inProduction, lot.number(360...420)),
    ]
    for (kind, days) in steps {
      let on = signed.adding(days).workday
      guard on <= Bureau.lastDay else { continue }
      var part: Amount?
      if kind == .fundsInPlace, case .known(let money) = course.amount {
        part = .known(
          Money(minor: money.minor / 10 * Int64(lot.number(2...6)), currency: money.currency))
      }
      line(on, course.handler.name) { numbers in
        var facts = Milestone.Facts(projects: [numbers.project(place)], kind: kind, on: .day(on))
        facts.amount = part
        return .reach(facts)
      }
      courses[place].touches.append(on)
      if kind == .registered { next(place, on, "跟进开工手续", in: 20...40) }
    }
  }
}
