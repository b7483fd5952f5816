internal import Insight
internal import Pipeline
internal import Wording

// What became of contracts, what firms asked for, and what should have been done by now.
extension ReportWriter {
  /// 履约率、开工率、资金到位率: of what was signed, by the moment.
  mutating func writeAfterSigning() {
    let after = pipeline.afterSigning(at: question.moment, passing: question.filter)
    guard after.signed > 0 || !after.batches.isEmpty else {
      section(.afterSigning, .paragraph(words.none))
      return
    }
    var rows: [[String]] = []
    func row(
      _ title: String, _ share: Double?, of whole: [AfterSigning.SignedProject],
      _ holds: (AfterSigning.SignedProject) -> Bool
    ) {
      let part = whole.filter(holds)
      rows.append([title, "\(part.count)", "\(whole.count)", words.share(share)])
      source(title, part.count, part.map { name($0.id) })
      source(
        title + words.say("，", ", ") + words.report(.base), whole.count, whole.map { name($0.id) })
    }
    let building = after.projects.filter(\.isBuilding)
    row(words.performanceRate, after.performanceRate, of: after.projects, \.isPerformed)
    row(words.startRate, after.startRate, of: building, \.hasStarted)
    row(words.completionRate, after.completionRate, of: building) { $0.completed != nil }
    row(words.productionRate, after.productionRate, of: building) { $0.inProduction != nil }
    let contracted = after.projects.filter {
      if case .known = $0.amount { true } else { false }
    }
    rows.append([
      words.fundsRate, words.fundsCounted(after),
      words.sums(AmountTotals(after.projects.map(\.amount))), words.share(after.fundsRate()),
    ])
    source(
      words.fundsRate, contracted.count,
      contracted.map { name($0.id) + " " + words.sums($0.funds) })
    var blocks: [Report.Block] = [
      .table(
        Report.Grid([text(.measure), number(.part), number(.base), number(.share)], rows))
    ]
    blocks += words.rateFootnote(after).split(separator: "\n").map { .paragraph(String($0)) }
    report.sections.append(
      Report.Section(heading: words.report(.afterSigning), blocks: blocks))
    if after.startedBeside > 0 {
      let batches = after.batches.filter { $0.kind == .constructionStarted }
      source(
        words.report(.batchStarts), after.startedBeside,
        batches.map { batch in
          [words.date(batch.on), batch.subject ?? batch.cluster ?? "", "×\(batch.count)"]
            .joined(separator: " ")
        })
    }
  }

  /// What firms asked for, so far and in the period, and what is overdue.
  mutating func writeRequests() {
    let all = RequestQuestion(at: question.moment)
    let figures = pipeline.requestFigures(all)
    guard figures.received > 0 else {
      section(.requests, .paragraph(words.none))
      return
    }
    let requests = pipeline.requests(all)
    // One received nobody knows when is in no period.
    let fresh = requests.filter { request in
      request.received.settled.map { question.period.contains($0) } ?? false
    }
    let receivedThen =
      words.receivedRequests + words.say("，", ", ") + words.report(.thisPeriod)
    func of(_ part: Int, _ whole: Int, _ share: Double?) -> String {
      whole == 0 ? "—" : "\(part)/\(whole) = \(words.share(share))"
    }
    table(
      .requests, [text(.measure), number(.count)],
      [
        [words.receivedRequests, "\(figures.received)"], [receivedThen, "\(fresh.count)"],
        [words.fastFigure, "\(figures.fast)"], [words.column(.closed), "\(figures.closed)"],
        [words.column(.open), "\(figures.open)"],
        [words.overdueRequests, "\(figures.overdue.count)"],
        [words.inTimeFigure, of(figures.inTime, figures.timed, figures.inTimeShare)],
        [words.oneTripFigure, of(figures.oneTrip, figures.tripsKnown, figures.oneTripShare)],
        [words.contentFigure, of(figures.content, figures.asked, figures.contentShare)],
      ])
    func note(_ name: String, _ list: [ServiceRequest]) {
      source(name, list.count, list.map { words.entry(.request($0), pipeline) })
    }
    note(words.receivedRequests, requests)
    note(receivedThen, fresh)
    note(words.fastFigure, requests.filter(\.isFast))
    note(words.column(.closed), requests.filter(\.isClosed))
    note(words.column(.open), requests.filter { !$0.isClosed })
    note(words.oneTripFigure, requests.filter { $0.isClosed && $0.trips.map { $0 <= 1 } ?? false })
    note(words.contentFigure, requests.filter { $0.satisfaction.map { $0 >= 4 } ?? false })
    writeLateRequests()
  }

  /// What firms asked for and should have by now; nothing where nothing is late.
  mutating func writeLateRequests() {
    let all = RequestQuestion(at: question.moment)
    let day = question.moment.day
    let requests = pipeline.requests(all)
    let numbered = Dictionary(requests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let late = pipeline.requestFigures(all).overdue.compactMap { numbered[$0] }
    source(
      words.overdueRequests, late.count, late.map { words.entry(.request($0), pipeline) })
    guard !late.isEmpty else { return }
    table(
      .lateRequests,
      [text(.firm), text(.subject), text(.unit), text(.due), number(.daysLate)],
      late.map { request in
        [
          request.organisation, request.subject, request.unit ?? "",
          request.due?.description ?? "", request.daysLate(on: day).map(String.init) ?? "",
        ]
      })
  }

  /// What should have been done by now, kind by kind.
  mutating func writeAlerts() {
    let alerts = pipeline.alerts(at: question.moment, passing: question.filter)
    func line(_ alert: Alert) -> String { words.alertSubject(alert.subject, in: pipeline) }
    table(
      .alerts, [text(.reason), text(.alerted), number(.alertDays)],
      alerts.map { [words.alertKind($0.kind), line($0), "\($0.days)"] })
    for kind in Alert.Kind.allCases {
      let found = alerts.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      source(words.alertKind(kind), found.count, found.map(line))
    }
  }

  /// Says that what belongs to no project is left out, where a filter chose projects.
  mutating func writeRegisters(isRanked: Bool = false) {
    if question.filter == nil {
      writeTargets(isRanked: isRanked)
      writeClusters()
    }
    writeAfterSigning()
    if question.filter == nil { writeRequests() }
    writeAlerts()
    if question.filter != nil { report.notes.append(words.registersLeftOut) }
  }
}
