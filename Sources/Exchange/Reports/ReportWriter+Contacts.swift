internal import Insight
internal import Pipeline
internal import Wording

// What was done with investors, and by which unit.
extension ReportWriter {
  /// One row a record, undated ones left out.
  mutating func writeContacts(_ heading: ReportTerm, _ direction: ActivityKind.Direction) {
    let lines = facts.contacts(question.period, direction)
    table(
      heading,
      [
        text(.date), text(.destination), text(.unit), text(.leader1), text(.counterpart),
        text(.purpose), text(.outcome), number(.count),
      ],
      lines.map { line in
        let facts = facts.facts(line)
        let about = facts?.sites ?? []
        return [
          words.date(line.on),
          facts?.place ?? (direction == .other ? words.activityKind(line.kind) : ""),
          words.list(facts?.lead ?? []),
          facts?.leader.map { words.leader($0) } ?? "",
          words.list(facts?.counterparts ?? []),
          about.isEmpty ? names(line.projects) : words.list(about),
          facts?.outcomeText ?? facts?.outcome.map { words.outcome($0) } ?? "", "\(line.times)",
        ]
      })
  }

  /// What a unit did in the period.
  struct UnitWork {
    var trips: Set<String> = []
    var outbound: [CounterLine] = []
    var inbound: [CounterLine] = []
    var other: [CounterLine] = []
    var headcount: Int?
    var days: Int?

    static func times(_ lines: [CounterLine]) -> Int { lines.reduce(0) { $0 + $1.times } }
    var contacts: Int { [outbound, inbound, other].reduce(0) { $0 + Self.times($1) } }

    mutating func add(_ line: CounterLine, _ facts: Activity.Facts) {
      switch line.kind.direction {
      case .outbound:
        outbound.append(line)
        // A trip is counted once however many records it has.
        if let trip = facts.trip {
          trips.insert("t" + trip)
        } else {
          for time in 0..<facts.times { trips.insert("a\(line.activity.number).\(time)") }
        }
        if let people = facts.headcount { headcount = (headcount ?? 0) + people }
        if let away = facts.days { days = (days ?? 0) + away }
      case .inbound: inbound.append(line)
      case .other: other.append(line)
      }
    }
  }

  /// What all did together and each unit for itself; joint work is each one's in full.
  func work(of lines: [CounterLine]) -> (total: UnitWork, units: [String: UnitWork]) {
    var total = UnitWork()
    var work: [String: UnitWork] = [:]
    let mainNames = MainNames(pipeline)
    for line in lines {
      guard let facts = facts.facts(line) else { continue }
      total.add(line, facts)
      if facts.lead.isEmpty { work[words.report(.noUnit), default: UnitWork()].add(line, facts) }
      for unit in mainNames(facts.lead) { work[unit, default: UnitWork()].add(line, facts) }
    }
    return (total, work)
  }

  /// The same of everything by the day of the report, as all running totals.
  private var workSoFar: (total: UnitWork, units: [String: UnitWork]) {
    work(of: facts.contacts(nil))
  }

  private func trips(_ soFar: UnitWork, new: UnitWork) -> String {
    words.batches(
      soFar.trips.count, people: soFar.headcount, newBatches: new.trips.count,
      newPeople: new.headcount)
  }

  /// What is behind a unit's other figures, where they are not zero.
  private mutating func noteWork(_ name: String, _ work: UnitWork, open: [Project]) {
    func note(_ term: ReportTerm, _ count: Int, _ records: [String]) {
      if count > 0 { source(name + words.say("，", ", ") + words.report(term), count, records) }
    }
    note(.underWay, open.count, open.map { self.name($0.id) })
    // A trip of several records stands by the first of them.
    var seen: Set<String> = []
    let trips = work.outbound.filter { line in
      facts.facts(line)?.trip.map { seen.insert($0).inserted } ?? true
    }
    note(.trips, work.trips.count, records(trips))
    func counted(_ lines: [CounterLine], _ figure: (Activity.Facts) -> Int?) -> [String] {
      lines.compactMap { line in
        facts.facts(line).flatMap(figure).map { record(line) + " ×\($0)" }
      }
    }
    note(.headcount, work.headcount ?? 0, counted(work.outbound, \.headcount))
    note(.days, work.days ?? 0, counted(work.outbound, \.days))
    note(.inboundTimes, UnitWork.times(work.inbound), records(work.inbound))
  }

  /// 红黑榜: the units with most contacts, and those with none.
  mutating func writeRedBlack() {
    let work = work(of: facts.contacts(question.period)).units
    // Units in the order of names, those with more contacts before them.
    let counted = facts.units.map { (name: $0, contacts: work[$0]?.contacts ?? 0) }
      .enumerated().sorted {
        ($1.element.contacts, $0.offset) < ($0.element.contacts, $1.offset)
      }.map(\.element)
    let third = counted.prefix(3).last?.contacts ?? 0
    let red = counted.filter { $0.contacts > 0 && $0.contacts >= third }.prefix(3)
    let black = counted.filter { $0.contacts == 0 }
    section(
      .redBlack, .paragraph(words.redBlackRule),
      .table(
        Report.Grid(
          [text(.rank), text(.unit)],
          [
            [
              words.report(.redList),
              red.isEmpty
                ? words.none : words.list(red.map { "\($0.name) \($0.contacts)" }),
            ],
            [
              words.report(.blackList),
              black.isEmpty ? words.none : words.list(black.map(\.name)),
            ],
          ])))
  }

  /// Every unit, those at zero too, and the total, in which joint work counts once.
  mutating func writeUnits(isRanked: Bool = false) {
    let (total, work) = work(of: facts.contacts(question.period))
    var units = facts.units.map { (name: $0, work: work[$0] ?? UnitWork()) }
    let ledBy = facts.openByUnit
    let none = words.report(.noUnit)
    if work[none] != nil || ledBy[nil] != nil { units.append((none, work[none] ?? UnitWork())) }
    if isRanked {
      units = units.enumerated().sorted {
        ($1.element.work.contacts, $0.offset) < ($0.element.work.contacts, $1.offset)
      }.map(\.element)
    }
    var rows: [[String]] = []
    let soFar = isRanked ? workSoFar : nil
    var rank = 1
    for (place, unit) in units.enumerated() {
      let projects = (unit.name == none ? ledBy[nil] : ledBy[unit.name]) ?? []
      var row = cells(unit.name, unit.work, open: projects.count)
      if isRanked {
        // Equal work, equal rank.
        if place > 0, units[place - 1].work.contacts != unit.work.contacts { rank = place + 1 }
        row.insert("\(rank)", at: 0)
        row.insert(trips(soFar?.units[unit.name] ?? UnitWork(), new: unit.work), at: row.count - 1)
      }
      rows.append(row)
      noteWork(unit.name, unit.work, open: projects.map(\.project))
      source(
        unit.name + words.say("，", ", ") + words.report(.contactsMade), unit.work.contacts,
        records(unit.work.outbound + unit.work.inbound + unit.work.other))
    }
    var sum = cells(words.total, total, open: facts.open.count)
    sum[6] = ""
    if isRanked {
      sum.insert("", at: 0)
      sum.insert(trips(soFar?.total ?? UnitWork(), new: total), at: sum.count - 1)
    }
    rows.append(sum)
    noteWork(words.total, total, open: facts.open.map(\.project))
    var columns = [
      text(.unit), number(.underWay), number(.trips), number(.headcount), number(.days),
      number(.inboundTimes), text(.work),
    ]
    if isRanked {
      columns.insert(number(.rank), at: 0)
      columns.insert(text(.tripsSoFar), at: columns.count - 1)
    }
    table(.units, columns, rows, hasTotal: true)
    report.notes.append(words.rangeCounts)
  }

  private func cells(_ name: String, _ work: UnitWork, open: Int) -> [String] {
    let deeds = work.outbound.compactMap { line -> String? in
      guard let facts = facts.facts(line) else { return nil }
      let whom = facts.sites.isEmpty ? facts.counterparts : facts.sites
      return ([facts.place].compactMap { $0 } + [words.list(whom)].filter { !$0.isEmpty })
        .joined(separator: " ")
    }
    // One sheet names the first of many, and says how many more there are.
    let room = report.isOnePage && deeds.count > 3 ? 2 : deeds.count
    var told = Array(deeds.prefix(room))
    if room < deeds.count { told.append(words.moreLeftOut(deeds.count - room)) }
    return [
      name, "\(open)", "\(work.trips.count)", work.headcount.map(String.init) ?? "—",
      work.days.map(String.init) ?? "—", "\(UnitWork.times(work.inbound))",
      work.outbound.isEmpty ? words.nobodyAway : told.joined(separator: words.say("；", "; ")),
    ]
  }
}
