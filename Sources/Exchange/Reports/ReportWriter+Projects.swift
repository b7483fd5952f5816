internal import Insight
internal import Pipeline
internal import Wording

// What became of the projects, what stands in their way and what comes next.
extension ReportWriter {
  mutating func writeNewProjects(countsTakenUp: Bool = false) {
    let begun = facts.begun(question.period)
    func first(_ project: Project) -> StageEntry? { project.firstEntry(at: question.moment) }
    table(
      .newLeads,
      [text(.project), text(.investors), text(.unit), text(.stage), text(.date)],
      begun.map { project in
        [
          name(project.id), words.list(project.investors), words.list(project.lead),
          first(project).map { words.stage($0.stage) } ?? "",
          first(project).map { words.date($0.on) } ?? "",
        ]
      })
    guard countsTakenUp, !begun.isEmpty else { return }
    let taken = begun.filter {
      $0.standing(asOf: question.moment.cutoff).map { $0.stage != .contact } ?? false
    }
    report.sections[report.sections.count - 1].blocks.append(
      .paragraph(words.leadsTakenUp(taken.count, of: begun.count)))
    source(words.leadsTakenUp(taken.count, of: begun.count), taken.count, taken.map { name($0.id) })
  }

  mutating func writeMoves() {
    let moves = facts.entries(question.period).filter { $0.entry.kind != .start }
    table(
      .moved, [text(.date), text(.project), text(.from), text(.to), text(.reason)],
      moves.map { item in
        [
          words.date(item.entry.on), name(item.project),
          item.entry.from.map { words.stage($0) } ?? "", words.stage(item.entry.stage),
          item.entry.reason ?? "",
        ]
      })
  }

  mutating func writeSignings() {
    let signed = facts.firstEntries(into: .signing, question.period)
    table(
      .signed, [text(.date), text(.project), text(.investors), number(.amount), text(.unit)],
      signed.map { item in
        let project = pipeline[item.project]
        return [
          words.date(item.entry.on), name(item.project), words.list(project?.investors ?? []),
          project?.amount.map(words.amount) ?? "—", words.list(project?.lead ?? []),
        ]
      })
  }

  mutating func writeProblems() {
    table(
      .problems, [text(.project), text(.problems), text(.unit), text(.owner)],
      facts.open.compactMap { item in
        guard let problems = item.project.text(.problems) else { return nil }
        return [
          name(item.project.id), problems, words.list(item.project.lead), item.project.owner ?? "",
        ]
      })
  }

  /// Next steps due after the period's last known day, and the ones that are late.
  mutating func writeNextSteps(within days: Int) {
    let day = question.moment.day
    let due = facts.open.compactMap { item -> (Project, NextStep, Day)? in
      guard let next = item.project.next, let due = next.due, due <= day.adding(days) else {
        return nil
      }
      return (item.project, next, due)
    }.sorted { ($0.2, $0.0.id) < ($1.2, $1.0.id) }
    table(
      .nextPlans, [text(.due), text(.project), text(.step), text(.owner), text(.reason)],
      due.map { project, next, due in
        [
          due.description, name(project.id), next.text, next.who ?? project.owner ?? "",
          words.dueIn(due.days(since: day)),
        ]
      })
  }

  /// The next seven days, then the seven after, reviews of holds among them.
  mutating func writeUpcoming() {
    let day = question.moment.day
    var items: [(due: Day, cells: [String])] = []
    for (project, standing) in facts.open {
      func add(_ due: Day, _ step: String, _ who: String?) {
        let left = due.days(since: day)
        guard (0...14).contains(left) else { return }
        let band = words.report(left <= 7 ? .within7 : .within14)
        items.append((due, [band, due.description, name(project.id), step, who ?? ""]))
      }
      if let next = project.next, let due = next.due {
        add(due, next.text, next.who ?? project.owner)
      }
      if case .onHold(let review, _) = standing.status {
        add(review, words.reviewDue, project.owner)
      }
    }
    items.sort { $0.due < $1.due }
    source(
      words.report(.upcoming), items.count, items.map { $0.cells.joined(separator: " ") })
    table(
      .upcoming, [text(.span), text(.due), text(.project), text(.step), text(.owner)],
      items.map(\.cells))
  }

  mutating func writeChanges() {
    let moves = facts.entries(question.period)
    let closings = facts.statusChanges(question.period)
    let records = moves.map(record) + closings.map(record)
    source(words.report(.changes), records.count, records)
    section(
      .changes,
      records.isEmpty
        ? .paragraph(words.none)
        : .lines(records, Report.Grid([text(.changes)], records.map { [$0] })))
  }

  mutating func writeRedList() {
    var filter = question.filter ?? Filter(scope: .open)
    filter.thresholds = question.thresholds
    let agenda = pipeline.agenda(at: question.moment, passing: filter)
    let red =
      agenda.overdue.map { ($0, words.overdueFor($0.days)) }
      + agenda.heldPastReview.map { ($0, words.reviewLate($0.days)) }
      + agenda.stale.map { ($0, words.quietFor($0.days)) }
    source(
      words.report(.red), red.count,
      red.map { item, why in
        let due = pipeline[item.project]?.next?.due.map { words.say("，时限 ", ", due ") + "\($0)" }
        return name(item.project) + " " + why + (due ?? "")
      })
    table(
      .red, [text(.project), text(.stage), text(.reason), text(.step), text(.owner), text(.unit)],
      red.map { item, why in
        let project = pipeline[item.project]
        return [
          name(item.project), words.stage(item.stage), why, project?.next?.text ?? "",
          project?.owner ?? "", words.list(project?.lead ?? []),
        ]
      })
  }

  /// The biggest known sums in yuan; other currencies are never ranked among them.
  mutating func writeBiggest() {
    var sums: [(project: Project, money: Money)] = []
    var foreign: [String] = []
    for (project, _) in facts.open {
      guard case .known(let money) = project.amount else { continue }
      if money.currency == .yuan {
        sums.append((project, money))
      } else {
        foreign.append(name(project.id) + " " + words.amount(project.amount))
      }
    }
    sums.sort {
      $0.money.minor == $1.money.minor
        ? $0.project.id < $1.project.id : $0.money.minor > $1.money.minor
    }
    table(
      .biggest, [number(.rank), text(.project), number(.amount), text(.stage), text(.unit)],
      sums.prefix(5).enumerated().map { place, item in
        [
          "\(place + 1)", name(item.project.id), words.amount(item.project.amount),
          words.stage(item.project.standing(asOf: question.moment.cutoff)?.stage ?? .contact),
          words.list(item.project.lead),
        ]
      })
    let known = facts.open.filter {
      if case .known = $0.project.amount { true } else { false }
    }
    var remark = words.amountCoverage(known.count, of: facts.open.count)
    if !foreign.isEmpty {
      remark += words.say("；", "; ") + words.amountsOtherwise(words.list(foreign))
    }
    report.sections[report.sections.count - 1].blocks.append(.paragraph(remark))
    source(words.report(.amount), known.count, known.map { recordWithAmount($0.project) })
  }

  /// Projects by known sum in yuan, in the bands of an office's dashboard.
  mutating func writeSizes() {
    let limits: [Int?] = [nil, 1, 5, 10, 20, nil]
    var bands = Array(repeating: [Project](), count: 6)
    for (project, _) in facts.open {
      guard case .known(let money) = project.amount, money.currency == .yuan else {
        bands[5].append(project)
        continue
      }
      let yi: Int64 = 10_000_000_000
      bands[limits.dropFirst().dropLast().filter { money.minor >= Int64($0 ?? 0) * yi }.count]
        .append(project)
    }
    table(
      .bySize, [text(.size), number(.count)],
      bands.indices.map { index in
        let label =
          index == 5
          ? words.sizeBand(from: nil, to: nil)
          : words.sizeBand(from: limits[index], to: limits[index + 1])
        source(label, bands[index].count, bands[index].map { name($0.id) })
        return [label, "\(bands[index].count)"]
      })
  }
}
