internal import Pipeline

extension Story {
  mutating func tellDirectory() {
    let on = Bureau.firstDay.workday
    func save(_ entry: DirectoryEntry) {
      line(on, Names.clerk) { _ in
        .saveDirectoryEntry(DirectorySaving(entry, expected: .entry(nil)))
      }
    }
    for unit in Names.units {
      var entry = Organisation(name: unit)
      entry.kind = "招商主体"
      entry.place = Names.zone
      if unit == "园区发展公司" { entry.aliases = ["园区发展有限公司"] }
      save(.organisation(entry))
    }
    for handler in Names.handlers {
      var person = Person(name: handler.name)
      person.organisation = handler.unit
      person.title = "招商专员"
      save(.person(person))
    }
    for leader in Names.leaders {
      var person = Person(name: leader.name)
      person.title = leader.title
      save(.person(person))
    }
    for branch in Names.branches {
      var cluster = Cluster(name: branch.cluster)
      cluster.segments = branch.segments
      cluster.target = branch.target
      save(.cluster(cluster))
    }
  }

  /// Loss, withdrawal and holds.
  mutating func tellEnds() {
    for course in courses {
      let (place, by) = (course.place, course.handler.name)
      let on = course.until
      switch course.end {
      case .open: break
      case .held(let reason):
        let from = max(course.last, Bureau.lastDay.adding(-12).workday)
        line(from, by) {
          .hold(
            $0.project(place), review: Bureau.lastDay.adding(23), reason: reason, on: .day(from))
        }
      case .lost(let reason, let where_, let note):
        line(on, by) {
          .lose($0.project(place), reason, place: where_, note: note, on: .day(on))
        }
      case .withdrawn(let reason):
        line(on, by) { .withdraw($0.project(place), reason: reason, on: .day(on)) }
      }
    }
  }

  /// Four offers between units: two taken, one declined, one that waits for an answer.
  mutating func tellHandOvers() {
    let offered = courses.filter { $0.end.isOpen && $0.furthest == .returnVisit }.prefix(4)
    for (index, course) in offered.enumerated() {
      let (place, unit) = (course.place, course.handler.unit)
      let other = Names.units[(Names.units.firstIndex(of: unit) ?? 0) % 4 == 0 ? 2 : 0]
      let on = index == 3 ? Bureau.lastDay.adding(-2) : (course.entered(.visit) ?? course.began)
      line(on, course.handler.name, makes: .handOver(index)) {
        var offer = HandOver($0.project(place), from: unit, to: other, on: .day(on))
        offer.reason = "对方主业在该局负责的产业链"
        return .register(.save(.handOver(offer)))
      }
      guard index < 3 else { continue }
      let answered = max(on, on.adding(4).workday)
      let answer = index < 2 ? HandOver.Answer.accepted : .declined
      let by = Names.handlers.first { $0.unit == other }?.name ?? Names.clerk
      line(answered, by) {
        .register(
          .answer(
            $0.handOver(index), answer, on: .day(answered),
            note: answer == .declined ? "仍由原单位跟进" : nil))
      }
    }
  }

  /// One project that a second unit entered too, and that was found out.
  mutating func tellDuplicate() {
    guard let course = courses.first(where: { $0.end.isOpen && $0.furthest == .visit }) else {
      return
    }
    let place = course.place
    let again = courses.count
    let on = course.began.adding(5).workday
    let merged = min(Bureau.lastDay, on.adding(6).workday)
    let fields: [Field: FieldValue] = [
      .name: .text(course.name + "项目"), .investors: .list([course.investor]),
      .lead: .list(["驻沪招商组"]), .owner: .text("孙浩"), .source: .text("商会推荐"),
    ]
    line(max(on, course.began), "孙浩", makes: .project(again)) { _ in
      .add(NewProject(fields: fields, on: .day(max(on, course.began))))
    }
    line(max(merged, on), Names.clerk) {
      .register(.merge($0.project(again), into: $0.project(place), on: .day(max(merged, on))))
    }
  }

  /// Targets of both years, and the powers that the zone exercises itself.
  mutating func tellRegisters() {
    let matters = [
      ("XM-01", "企业投资项目备案"), ("XM-02", "建设工程规划许可"), ("XM-03", "施工许可"), ("HB-01", "环评文件审批"),
      ("SC-01", "企业登记注册"), ("YD-01", "工业用地预审"),
    ]
    let first = Bureau.firstDay.adding(30).workday
    for (code, name) in matters {
      line(first, Names.clerk) { _ in .register(.save(.matter(Matter(code: code, name: name)))) }
    }
    for year in [2025, 2026] {
      let on = (Day(year: year, month: 1, day: 8) ?? first).workday
      func set(_ measure: Target.Measure, count: Int? = nil, yi: Int? = nil, unit: String? = nil) {
        line(on, Names.clerk) { _ in
          var target = Target(year: year, measure: measure)
          target.count = count
          target.unit = unit
          target.amount = yi.flatMap { Money("\($0)", unit: .yi) }.map(Amount.known)
          return .register(.save(.target(target)))
        }
      }
      let isSecond = year == 2026
      set(.signings, count: isSecond ? 10 : 6)
      set(.signedAmount, yi: isSecond ? 40 : 25)
      set(.contacts, count: isSecond ? 300 : 160)
      set(.leads, count: isSecond ? 90 : 45)
      set(.starts, count: isSecond ? 6 : 3)
      set(.funds, yi: isSecond ? 12 : 6)
      for (index, unit) in Names.units.enumerated() {
        set(.signings, count: [3, 3, 2, 1, 1][index] - (isSecond ? 0 : min(1, index)), unit: unit)
      }
    }
    for branch in Names.branches {
      line((Day(year: 2026, month: 1, day: 8) ?? first), Names.clerk) { _ in
        var target = Target(year: 2030, measure: .scale)
        target.cluster = branch.cluster
        target.amount = Money(branch.cluster.hasPrefix("高端") ? "300" : "150", unit: .yi).map(
          Amount.known)
        return .register(.save(.target(target)))
      }
    }
  }

  /// Two dozen wishes of firms, nearly all of them settled.
  mutating func tellRequests() {
    let wishes: [(String, ServiceRequest.Category, String?)] = [
      ("东门外道路夜间照明不足", .infrastructure, nil), ("技工招聘困难", .talent, nil), ("设备融资租赁对接", .finance, nil),
      ("施工许可办理时限", .approval, "XM-03"), ("蒸汽管网接入", .infrastructure, nil),
      ("环评批复进度", .approval, "HB-01"),
      ("用地边界纠纷", .land, "YD-01"), ("高企奖补申报口径", .policy, nil),
    ]
    let count = 24
    for index in 0..<count {
      let (subject, category, matter) = wishes[index % wishes.count]
      let firm = Names.residents[index % Names.residents.count]
      let received = Bureau.lastDay.adding(-2 - 28 * (count - 1 - index)).workday
      let isFast = index % 6 == 5
      line(received, Names.clerk, makes: .request(index)) { _ in
        var request = ServiceRequest(
          organisation: firm, kind: index % 5 == 4 ? .advice : .need, subject: subject,
          received: .day(received))
        request.category = category
        request.channel = index % 2 == 0 ? "走访" : "服务热线"
        request.isFast = isFast
        request.unit = "园区发展公司"
        request.matter = matter
        return .register(.save(.request(request)))
      }
      // The last three are open: one just in, one forwarded, one late.
      var steps: [(ServiceRequest.Status, Int)] = [
        (.forwarded, 1), (.handling, 1), (.closed, isFast ? 2 : 6), (.revisited, 12),
      ]
      if index >= count - 3 { steps = Array(steps.prefix(count - 1 - index)) }
      let trips = lot.number(0...1)
      let satisfaction = lot.number(4...5)
      for (status, days) in steps {
        let on = max(received, received.adding(days).workday)
        guard on <= Bureau.lastDay else { continue }
        line(on, Names.clerk) {
          let answer =
            status == .closed
            ? RequestAnswer(result: "已办结，企业确认", trips: trips, satisfaction: satisfaction)
            : RequestAnswer()
          return .register(.advance($0.request(index), to: status, on: .day(on), answer))
        }
      }
    }
  }
}
