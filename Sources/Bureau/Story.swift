internal import Pipeline

/// Tells what everybody did, in no order.
struct Story {
  var lot: Lot
  var lines: [Line] = []
  var courses: [Course] = []
  var activities = 0
  static let activities = 480

  init(seed: UInt64) { lot = Lot(seed: seed) }

  mutating func tell() {
    tellDirectory()
    plan()
    for place in courses.indices { tell(course: place) }
    tellPromotions()
    tellFollowUps()
    tellNextSteps()
    tellEnds()
    tellHandOvers()
    tellDuplicate()
    tellRegisters()
    tellRequests()
  }

  mutating func line(
    _ on: Day, _ by: String, makes: Line.Made? = nil, _ does: @escaping (Numbers) -> Command
  ) {
    lines.append(Line(on: on, by: by, makes: makes, does: does))
  }

  /// How many come how far, and how they end.
  private static let ends: [(count: Int, stage: Stage, end: Course.End)] = [
    (13, .signing, .open), (8, .approval, .open), (13, .intent, .open), (19, .returnVisit, .open),
    (20, .visit, .open), (15, .contact, .open), (1, .intent, .held("等用地指标")),
    (1, .returnVisit, .held("对方等集团年度预算")), (1, .visit, .held("对方主管人事变动")),
    (3, .contact, .lost(.noResponse, place: nil, note: "三次去电未回")),
    (3, .contact, .lost(.offStrategy, place: nil, note: "与主导产业不符")),
    (2, .visit, .lost(.elsewhere, place: "江苏盐城", note: "当地给了现成厂房")),
    (3, .visit, .lost(.investorWithdrew, place: nil, note: "总部收缩投资")),
    (3, .returnVisit, .lost(.terms, place: nil, note: "固投奖补未谈拢")),
    (2, .returnVisit, .lost(.land, place: nil, note: "要200亩连片工业用地")),
    (2, .intent, .lost(.utilities, place: nil, note: "蒸汽价格高于预期")),
    (1, .intent, .lost(.elsewhere, place: "安徽滁州", note: "离主机厂更近")),
    (1, .approval, .lost(.environment, place: nil, note: "环评未通过")),
    (1, .approval, .lost(.reviewRefused, place: nil, note: "投委会认为亩均税收不足")),
    (3, .contact, .withdrawn("企业无实际产能")), (2, .visit, .withdrawn("考察后判断团队不稳")),
    (2, .returnVisit, .withdrawn("资金来源说不清")), (1, .intent, .withdrawn("投资强度低于准入线")),
  ]

  private mutating func plan() {
    for (count, stage, end) in Story.ends {
      for _ in 0..<count { courses.append(Course(courses.count, stage, end)) }
    }
    var names: Set<String> = []
    var signed = 0
    let closed = courses.filter { !$0.end.isOpen }.count
    var ended = 0
    for place in courses.indices {
      var course = courses[place]
      // Every third deal of a firm would be too many: a firm and its product stand once.
      repeat {
        course.branch = lot.below(Names.branches.count)
        let branch = Names.branches[course.branch]
        let product = lot.pick(branch.products)
        let firm = lot.pick(Names.firms)
        (course.name, course.industry) = (firm + product.name, product.industry)
        course.investor = firm + branch.firm
      } while !names.insert(course.name).inserted
      course.handler = Names.handlers[place % Names.handlers.count]
      course.city =
        course.handler.unit == "驻沪招商组" ? lot.pick(["上海", "苏州", "无锡"]) : lot.pick(Names.cities)
      course.amount = amount(of: course)
      var end: Day?
      var skipped: Stage?
      if course.furthest == .signing {
        // From the seventh month on, the last one this week.
        end = Bureau.lastDay.adding(-3 - 520 * signed / 12)
        if signed == 4 || signed == 9 { skipped = .returnVisit }
        signed += 1
      } else if !course.end.isOpen {
        end = Bureau.lastDay.adding(-4 - 600 * ended / closed)
        ended += 1
      }
      course.settle(end: end, skipping: skipped, &lot)
      courses[place] = course
    }
  }

  /// As such projects are: many small ones, few large ones, some abroad, some that nobody will say.
  private mutating func amount(of course: Course) -> Amount {
    if lot.happens(4) { return .undisclosed }
    let wan: Int
    switch lot.below(100) {
    case ..<22: wan = lot.number(24...95) * 100
    case ..<70: wan = lot.number(10...48) * 1000
    case ..<92: wan = lot.number(10...19) * 5000
    default: wan = lot.number(21...30) * 5000
    }
    if lot.happens(5),
      let dollars = Money("\(lot.number(8...60) * 100)", unit: .wan, currency: .dollar)
    {
      return .known(dollars)
    }
    let money =
      wan >= 10_000
      ? Money("\(wan / 10_000).\(wan % 10_000 / 1000)", unit: .yi) : Money("\(wan)", unit: .wan)
    return money.map(Amount.known) ?? .undisclosed
  }
}

extension Currency {
  static let dollar = Currency(code: "USD") ?? .yuan
}
