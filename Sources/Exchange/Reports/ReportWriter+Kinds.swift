internal import Insight
internal import Pipeline
internal import Wording

// The reports, as lists of their sections.
extension ReportWriter {
  /// 周报: new leads, where we went, who came, what moved, what is in the way, what comes next.
  mutating func writeWeek() {
    begin(.weekly)
    writeOverview()
    writeNewProjects()
    writeContacts(.outbound, .outbound)
    writeContacts(.inbound, .inbound)
    writeContacts(.otherContacts, .other)
    writeMoves()
    writeSignings()
    writeProblems()
    writeNextSteps(within: 7)
    writeUnits()
  }

  /// 月报: the month against the one before, by size, the funnel, unit by unit with ranks.
  mutating func writeMonth() {
    begin(.monthly)
    writeOverview()
    writeMonths()
    writeSizes()
    writeFunnel()
    writeGroups()
    writeNewProjects(countsTakenUp: true)
    writeMoves()
    writeSignings()
    writeReviews()
    writeProblems()
    writeNextSteps(within: 31)
    writeUnits(isRanked: true)
    writeRedBlack()
    writeRegisters(isRanked: true)
  }

  /// One page: as-of and period, stock and new, funnel, amounts, red list, biggest, changes, units.
  mutating func writeLeader() {
    begin(.leader)
    report.isOnePage = true
    writeOverview()
    writeFunnel()
    writeGroups()
    writeRedList()
    keep(first: 8)
    writeBiggest()
    writeChanges()
    keep(first: 8)
    writeUpcoming()
    keep(first: 8)
    if question.filter == nil {
      writeTargets()
      writeClusters()
    }
    writeAfterSigning()
    if question.filter == nil {
      writeLateRequests()
      keep(first: 6)
    } else {
      report.notes.append(words.registersLeftOut)
    }
    writeAlerts()
    keep(first: 8)
    writeUnits()
  }

  /// Leaves out what would not fit on one page of the list just written, and says how much that is.
  private mutating func keep(first room: Int) {
    guard var section = report.sections.popLast() else { return }
    var cut = 0
    section.blocks = section.blocks.map { block in
      switch block {
      case .table(var grid) where grid.rows.count > room:
        cut += grid.rows.count - room
        grid.rows = Array(grid.rows.prefix(room))
        return .table(grid)
      case .lines(let lines, var grid) where lines.count > room:
        cut += lines.count - room
        grid.rows = Array(grid.rows.prefix(room))
        return .lines(Array(lines.prefix(room)), grid)
      default: return block
      }
    }
    if cut > 0 { section.blocks.append(.paragraph(words.moreLeftOut(cut))) }
    report.sections.append(section)
  }

  /// 招商路径: one line an activity or milestone.
  mutating func writePath() {
    report.title = words.report(.path)
    report.lines =
      [
        question.first == ReportQuestion.beginning
          ? words.asOf(question.last)
          : words.reportPeriod(from: question.first, to: question.last)
            + words.say("，", ", ") + words.asOf(question.moment.day)
      ] + filedFilter
    let entries = pipeline.path(
      PathQuestion(
        at: question.moment, period: question.period, filter: question.filter))
    let lines = entries.map { entry in
      countStep()
      return words.filedPathLine(entry, in: pipeline)
    }
    let grid = Report.Grid(
      [
        text(.date), text(.unit), text(.leader1), text(.way), text(.counterpart), text(.purpose),
        text(.outcome), number(.count),
      ],
      lines.map { line in
        [
          line.date, line.units, line.leader, line.way, line.counterparts, line.purpose,
          line.outcome, "\(line.times)",
        ]
      })
    let sentences = lines.map { words.sentence($0) }
    report.sections = [
      Report.Section(
        heading: nil,
        blocks: [sentences.isEmpty ? .paragraph(words.none) : .lines(sentences, grid)])
    ]
    source(words.report(.path), lines.count, sentences)
  }

  private mutating func writeReviews() {
    let reviews = facts.reviews(question.period)
    table(
      .reviews, [text(.date), text(.project), text(.outcome)],
      reviews.map { activity in
        [
          words.date(activity.facts.on), names(activity.facts.projects),
          activity.facts.outcomeText ?? activity.facts.outcome.map { words.outcome($0) } ?? "",
        ]
      })
    source(words.report(.reviewsHeld), reviews.count, reviews.map { words.date($0.facts.on) })
  }
}
