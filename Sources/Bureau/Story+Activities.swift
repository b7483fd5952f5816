internal import Pipeline

extension Story {
  /// An activity of a project's handler and unit, without the project's number.
  func facts(_ place: Int, _ kind: ActivityKind, _ on: Day) -> Activity.Facts {
    let course = courses[place]
    var facts = Activity.Facts(projects: [], kind: kind, on: .day(on))
    facts.lead = [course.handler.unit]
    facts.counterparts = [course.investor]
    facts.team = [course.handler.name]
    return facts
  }

  mutating func log(_ place: Int, _ facts: Activity.Facts) {
    activities += 1
    if let on = facts.on.exactDay { courses[place].touches.append(on) }
    line(facts.on.exactDay ?? Bureau.lastDay, courses[place].handler.name) { numbers in
      var facts = facts
      facts.projects = [numbers.project(place)]
      return .log(facts)
    }
  }

  /// Sets what comes next, due in some days.
  mutating func next(_ place: Int, _ on: Day, _ text: String, in days: ClosedRange<Int>) {
    let step = NextStep(
      text: text, due: on.adding(lot.number(days)).workday, who: courses[place].handler.name)
    line(on, courses[place].handler.name) { numbers in
      .edit(numbers.project(place), [FieldEdit(.next, to: .next(step))])
    }
  }

  /// Conferences that are for nobody in particular.
  mutating func tellPromotions() {
    let meetings = [
      ("上海", "安澜（上海）新材料产业对接会"), ("深圳", "粤港澳数字经济恳谈会"), ("杭州", "安澜投资环境说明会"),
      ("济南", "鲁商返乡座谈会"), ("苏州", "医药产业链招商推介会"), ("北京", "央企合作对接会"), ("青岛", "外资企业圆桌会"),
      ("合肥", "新能源装备供应链大会"),
    ]
    for (index, (city, name)) in meetings.enumerated() {
      let on = Bureau.firstDay.adding(60 + index * 88).workday
      let unit = Names.units[index % 4]
      let by = Names.handlers[index % 4 * 2].name
      activities += 1
      line(on, by) { _ in
        var facts = Activity.Facts(projects: [], kind: .promotion, on: .day(on))
        facts.place = city
        facts.lead = [unit]
        facts.leader = Names.leaders[index % 3]
        facts.headcount = 40 + index * 11
        facts.note = name
        return .log(facts)
      }
    }
    for (index, firm) in (Names.residents + Names.residents).enumerated() {
      let on = Bureau.firstDay.adding(45 + index * 56).workday
      activities += 1
      line(on, Names.clerk) { _ in
        var facts = Activity.Facts(projects: [], kind: .resident, on: .day(on))
        facts.place = Names.zone
        facts.lead = ["园区发展公司"]
        facts.counterparts = [firm]
        facts.note = "走访企业，收集诉求"
        return .log(facts)
      }
    }
  }

  /// Calls and talks between: most of what is open was spoken to lately, the rest is as it happens.
  mutating func tellFollowUps() {
    for place in courses.indices
    where courses[place].end.isOpen && courses[place].furthest != .signing {
      guard lot.happens(72), activities < Story.activities else { continue }
      let on = Bureau.lastDay.adding(-lot.number(0...9)).workday
      if on > courses[place].last { followUp(place, on) }
    }
    while activities < Story.activities {
      let place = lot.below(courses.count)
      let course = courses[place]
      let last =
        course.furthest == .signing ? course.entries.last?.on ?? course.until : course.until
      let days = last.days(since: course.began)
      guard days > 8, !course.end.isOpen || days > 30 else { continue }
      // Not in the last fortnight of what is open: what is quiet stays quiet.
      let on = course.began.adding(lot.number(3...(days - (course.end.isOpen ? 25 : 3)))).workday
      followUp(place, max(on, course.began))
    }
  }

  private mutating func followUp(_ place: Int, _ on: Day) {
    let course = courses[place]
    let stage = course.entries.last { $0.on <= on }?.stage ?? .contact
    var facts = facts(place, lot.pick([.call, .call, .meet, .negotiation]), on)
    if facts.kind != .call { facts.place = lot.happens(50) ? course.city : Names.zone }
    facts.outcome = stage < .intent ? .follow : lot.pick([.follow, .consensus])
    facts.note = lot.pick([
      "沟通用地指标", "对方内部在走立项程序", "催要可研报告", "解释设备补贴口径", "谈厂房租金和免租期", "对方问用工和社保政策", "确认来访人员和时间",
    ])
    log(place, facts)
  }

  /// What is to be done next in what is open: some of it late, some today, some nobody wrote down.
  mutating func tellNextSteps() {
    let texts: [Stage: [String]] = [
      .contact: ["约考察时间", "寄园区资料", "加微信约见财务总监"], .visit: ["请对方来看地块", "发政策清单", "约领导会见"],
      .returnVisit: ["送红线图", "回复厂房条件", "拟协议初稿"], .intent: ["催补可研报告", "改协议条款", "对接发改立项"],
      .approval: ["上投委会", "备齐环评材料", "核投资强度"], .signing: ["跟进开工手续", "催办施工许可"],
    ]
    var count = 0
    for place in courses.indices where courses[place].end.isOpen {
      let course = courses[place]
      let on = min(course.last, Bureau.lastDay)
      let text = lot.pick(texts[course.furthest] ?? ["跟进"])
      count += 1
      let due: Day
      switch count % 9 {
      case 0:
        due = Bureau.lastDay.adding(-lot.number(1...8)).workday
      case 1: due = Bureau.lastDay
      case 2, 3, 4: due = Bureau.lastDay.adding(lot.number(3...7)).workday
      default: due = Bureau.lastDay.adding(lot.number(10...26)).workday
      }
      let step =
        count % 14 == 13 ? nil : NextStep(text: text, due: max(due, on), who: course.handler.name)
      line(on, course.handler.name) { numbers in
        .edit(numbers.project(place), [FieldEdit(.next, to: step.map(FieldValue.next))])
      }
    }
  }
}
