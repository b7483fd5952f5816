package import Insight
package import Pipeline
package import Wording

extension Pipeline {
  /// A report of what the pipeline holds.
  ///
  /// - Parameters:
  ///   - hasSources: Whether it is to name the records behind each figure; of a large pipeline that
  ///     is most of the work.
  ///   - pace: Told how far it is.
  /// - Complexity: O(n log n) in projects and activities.
  package func report(
    _ question: ReportQuestion, in words: Words, hasSources: Bool = true, pace: WorkPace? = nil
  ) -> Report {
    var writer = ReportWriter(
      self, question, words, hasSources: hasSources, pace: pace ?? .none)
    switch question.kind {
    case .week: writer.writeWeek()
    case .month: writer.writeMonth()
    case .path: writer.writePath()
    case .leader: writer.writeLeader()
    case .ledger: return ledger(.standard, question, in: words, pace: pace)
    }
    writer.report.notes += newerRecordsNote(in: words)
    return writer.report
  }

  /// What the foot says of records that no figure counts.
  func newerRecordsNote(in words: Words) -> [String] {
    unknownEvents > 0 ? [words.say("注：", "Note: ") + words.newerRecords(unknownEvents)] : []
  }
}

/// Writes one report, section by section.
struct ReportWriter {
  let facts: ReportFacts
  let words: Words
  var report: Report

  var pipeline: Pipeline { facts.pipeline }
  var question: ReportQuestion { facts.question }

  private let hasSources: Bool
  private let pace: WorkPace

  /// What the facts are of the whole, and how many sections share the rest.
  private static let factsShare = 0.4
  private static let usualSections = 14.0

  init(
    _ pipeline: Pipeline, _ question: ReportQuestion, _ words: Words, hasSources: Bool,
    pace: WorkPace
  ) {
    facts = ReportFacts(pipeline, question, pace, upTo: ReportWriter.factsShare)
    self.words = words
    self.hasSources = hasSources
    self.pace = pace
    report = Report("", in: words.language)
  }

  // MARK: Building

  mutating func begin(_ title: ReportTerm) {
    report.title = words.report(title)
    report.lines =
      [
        words.reportPeriod(from: question.first, to: question.last)
          + words.say("，", ", ") + words.asOf(question.moment.day).lowercasedFirst(words)
      ] + filedFilter
    guard question.moment.isPresent else { return }
    let later = pipeline.laterDates(than: question.moment.limit).count
    if later > 0 { report.lines.append(words.laterDates(later)) }
  }

  /// Which projects the report is of; nothing where it is of all.
  var filedFilter: [String] { words.filed(question.filter).map { [$0] } ?? [] }

  mutating func section(_ heading: ReportTerm, _ blocks: Report.Block...) {
    report.sections.append(Report.Section(heading: words.report(heading), blocks: blocks))
    let part = min(1, Double(report.sections.count) / ReportWriter.usualSections)
    pace.reach(ReportWriter.factsShare + (1 - ReportWriter.factsShare) * part)
    pace.begin(0, upTo: 0)
  }

  /// A table under a heading; the word for none when it has no rows.
  mutating func table(
    _ heading: ReportTerm, _ columns: [Report.Grid.Column], _ rows: [[String]],
    hasTotal: Bool = false
  ) {
    var grid = Report.Grid(columns, rows)
    grid.hasTotal = hasTotal
    section(heading, rows.isEmpty ? .paragraph(words.none) : .table(grid))
  }

  mutating func source(_ figure: String, _ count: Int, _ records: [String]) {
    guard hasSources else { return }
    report.sources.append(Report.Source(figure: figure, count: count, records: records))
  }

  func text(_ term: ReportTerm) -> Report.Grid.Column {
    Report.Grid.Column(
      heading: words.report(term), isNumber: false, isDate: term == .date || term == .due)
  }
  func number(_ term: ReportTerm) -> Report.Grid.Column { .number(words.report(term)) }

  /// Counts one more line of a long list.
  func countStep() { pace.step() }

  // MARK: Naming records

  func name(_ id: ProjectID) -> String {
    pace.step()
    return words.project(id, in: pipeline)
  }
  func names(_ ids: [ProjectID]) -> String { words.list(ids.compactMap { pipeline[$0]?.name }) }

  /// The records behind a figure, where they are wanted: half a million are not put into words for
  /// nobody.
  func records(_ lines: [CounterLine]) -> [String] { records(lines, record) }

  func records<Item>(_ items: [Item], _ named: (Item) -> String) -> [String] {
    hasSources ? items.map(named) : []
  }

  func record(_ line: CounterLine) -> String {
    pace.step()
    guard let facts = facts.facts(line) else { return words.date(line.on) }
    let subject = names(line.projects)
    return words.date(line.on) + " " + words.activityLine(facts)
      + (subject.isEmpty ? "" : words.say("（\(subject)）", " (\(subject))"))
  }

  func record(_ item: ReportFacts.Entry) -> String {
    words.date(item.entry.on) + " " + name(item.project) + " " + words.entryLine(item.entry)
  }

  func record(_ item: ReportFacts.Change) -> String {
    words.date(item.status.on) + " " + name(item.project.id) + " "
      + words.statusInFull(item.status.status)
  }

  // MARK: Overview

  /// Running totals, this period and the one before, each with what it counts.
  mutating func writeOverview() {
    let (now, before) = (question.period, question.previous)
    var rows: [[String]] = []
    func contactRow(_ term: ReportTerm, _ direction: ActivityKind.Direction?) {
      let all = facts.contacts(nil, direction)
      let current = facts.contacts(now, direction)
      let earlier = facts.contacts(before, direction)
      func sum(_ lines: [CounterLine]) -> Int { lines.reduce(0) { $0 + $1.times } }
      rows.append(
        [words.report(term), "\(sum(all))", "\(sum(current))", "\(sum(earlier))"])
      source(figure(term, .soFar), sum(all), records(all))
      source(figure(term, .thisPeriod), sum(current), records(current))
      source(figure(term, .previousPeriod), sum(earlier), records(earlier))
    }
    contactRow(.contactsMade, nil)
    contactRow(.outboundTimes, .outbound)
    contactRow(.inboundTimes, .inbound)
    contactRow(.otherTimes, .other)
    func row<Item>(
      _ term: ReportTerm, stock: [Item], now: [Item], before: [Item], _ named: (Item) -> String
    ) {
      rows.append([words.report(term), "\(stock.count)", "\(now.count)", "\(before.count)"])
      for (which, items) in [
        (ReportTerm.stock, stock), (.thisPeriod, now), (.previousPeriod, before),
      ] {
        let records = records(items, named)
        // A record that stands for several, such as a batch of starts, is named once.
        let kept = records.indices.filter { $0 == 0 || records[$0] != records[$0 - 1] }
        source(figure(term, which), items.count, kept.map { records[$0] })
      }
    }
    func firms(_ period: Period?) -> [String] {
      Set(facts.contacts(period, .inbound).flatMap(facts.firms)).inNameOrder()
    }
    row(.firmsReceived, stock: firms(nil), now: firms(now), before: firms(before)) { $0 }
    func promotions(_ period: Period?) -> [String] {
      facts.contacts(period).filter { $0.kind == .promotion }
        .flatMap { Array(repeating: record($0), count: $0.times) }
    }
    row(.promotions, stock: promotions(nil), now: promotions(now), before: promotions(before)) {
      $0
    }
    let moves = facts.entries(now)
    let earlierMoves = facts.entries(before)
    row(
      .underNegotiation, stock: facts.underNegotiation.map(\.id),
      now: facts.begun(now).filter(facts.isTalk).map(\.id),
      before: facts.begun(before).filter(facts.isTalk).map(\.id), name)
    row(
      .projectsAdded, stock: facts.projects.map(\.project.id),
      now: facts.begun(now).map(\.id), before: facts.begun(before).map(\.id), name)
    let allMoves = facts.entries(nil)
    row(
      .advances, stock: allMoves.filter(\.isForward), now: moves.filter(\.isForward),
      before: earlierMoves.filter(\.isForward), record)
    for (term, stage) in [
      (ReportTerm.intents, Stage.intent), (.approvals, .approval), (.signings, .signing),
    ] {
      row(
        term, stock: facts.firstEntries(into: stage, nil),
        now: facts.firstEntries(into: stage, now),
        before: facts.firstEntries(into: stage, before), record)
    }
    func starts(_ period: Period?) -> [String] {
      facts.starts(period).flatMap { Array(repeating: record($0), count: max(1, $0.count)) }
    }
    row(.starts, stock: starts(nil), now: starts(now), before: starts(before)) { $0 }
    row(
      .closings,
      stock: facts.projects.filter { !$0.standing.status.isOpen }.map { name($0.project.id) },
      now: facts.statusChanges(now).filter(\.isClosing).map(record),
      before: facts.statusChanges(before).filter(\.isClosing).map(record)
    ) { $0 }
    table(
      .overview,
      [text(.measure), number(.soFarOrStock), number(.thisPeriod), number(.previousPeriod)], rows)
    report.notes.append(words.reachedOnce)
    let closed = facts.closedAfterSigning
    if !closed.isEmpty {
      report.notes.append(words.closedAfterSigningNote(closed.count))
      source(words.closedAfterSigningFigure, closed.count, closed.map { name($0.id) })
    }
    let undated = [
      (ReportTerm.contactsMade, facts.undatedContacts),
      (.projectsAdded, facts.undatedBeginnings),
      (.advances, facts.entries(nil).count { $0.isForward && $0.entry.on == .unknown }),
      (.intents, facts.firstEntries(into: .intent, nil).count { $0.entry.on == .unknown }),
      (.approvals, facts.firstEntries(into: .approval, nil).count { $0.entry.on == .unknown }),
      (.signings, facts.firstEntries(into: .signing, nil).count { $0.entry.on == .unknown }),
      (.starts, facts.starts(nil).reduce(0) { $0 + ($1.on == .unknown ? max(1, $1.count) : 0) }),
    ].filter { $0.1 > 0 }
    if !undated.isEmpty {
      report.notes.append(words.undatedFigures(undated.map { ($0.0, $0.1) }))
    }
  }

  func figure(_ term: ReportTerm, _ which: ReportTerm) -> String {
    words.report(term) + words.say("，", ", ") + words.report(which)
  }
}

extension ReportFacts.Entry {
  var isForward: Bool { entry.kind == .advance || entry.kind == .skip }
}

extension ReportFacts.Change {
  /// What was merged and parted again was never lost.
  var isClosing: Bool {
    switch status.status.kind {
    case .lost, .withdrawn: !status.status.isDuplicate
    default: false
    }
  }
}

extension String {
  /// For the middle of a sentence.
  fileprivate func lowercasedFirst(_ words: Words) -> String {
    words.language == .zh ? self : prefix(1).lowercased() + dropFirst()
  }
}
