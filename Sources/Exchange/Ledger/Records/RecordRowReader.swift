internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// Reads the rows of tables of milestones, requests and targets.
struct RecordRowReader {
  let context: RowContext

  /// - Parameter row: From 0.
  func read(_ row: Int, _ texts: [String]) -> (RecordFacts, [LedgerError]) {
    var reading = Reading(context: context, row: row, texts: texts, year: context.year(in: texts))
    let facts =
      switch context.layout.kind {
      case .requests: reading.request()
      case .targets: reading.targets()
      case .milestones, .projects, .activities: reading.milestone()
      }
    return (facts, reading.problems)
  }

  private struct Reading {
    let context: RowContext
    let row: Int
    let texts: [String]
    let year: (value: Int, source: DateSource)?
    var problems: [LedgerError] = []
    var amounts: [Int: AmountReading] = [:]
    var counts: [Int: Int] = [:]

    init(
      context: RowContext, row: Int, texts: [String], year: (value: Int, source: DateSource)?
    ) {
      (self.context, self.row, self.texts, self.year) = (context, row, texts, year)
    }

    // MARK: Kinds of tables

    mutating func milestone() -> RecordFacts {
      let project = project(.nodeProject, .nodeFirms)
      let on = date(.nodeOn) ?? .unknown
      var milestone = Milestone.Facts(projects: [], kind: .other, on: on)
      if let column = column(.nodeKind) {
        let said = text(column)
        if let kind = kind(of: said) {
          milestone.kind = kind
        } else if said.isEmpty {
          fail(column, .missingCell(heading: column.heading))
        } else {
          fail(
            column, .unreadable(heading: column.heading, value: said, .milestone))
        }
      }
      if let column = column(.nodeAmount), let amount = amount(column) { milestone.amount = amount }
      milestone.document = line(.nodeDocument)
      milestone.note = words(.nodeNote)
      let label = [
        project.name, Words(.zh).milestone(milestone.kind), on == .unknown ? "" : on.description,
      ]
      return facts(.milestone(milestone, of: project), label)
    }

    mutating func request() -> RecordFacts {
      var project: ProjectFacts?
      if let column = column(.requestProject), !text(column).isEmpty {
        project = self.project(.requestProject, .requestFirm)
      }
      var request = ServiceRequest(
        organisation: line(.requestFirm) ?? "", kind: .need, subject: line(.requestSubject) ?? "",
        received: date(.requestReceived) ?? .unknown)
      if request.organisation.isEmpty { request.organisation = project?.name ?? "" }
      if request.organisation.isEmpty { missing(.requestFirm) }
      if request.subject.isEmpty { missing(.requestSubject) }
      if let kind = term(.requestKind, { ServiceRequest.Kind(spoken: $0) }) { request.kind = kind }
      var kept: [String] = []
      if let column = column(.requestCategory), !text(column).isEmpty {
        request.category = ServiceRequest.Category(spoken: text(column))
        // A bureau's own sorts are kept in its words.
        if request.category == nil { kept.append(column.heading + "：" + text(column)) }
      }
      request.channel = line(.requestChannel)
      request.unit = line(.requestUnit)
      request.result = words(.requestResult)
      if let column = column(.requestDue), let due = date(.requestDue) {
        if let day = due.settled {
          request.due = day
        } else {
          fail(column, .typed(heading: column.heading, TypedFault(text(column), .notADay)))
        }
      }
      take(status: &request, &kept)
      if let note = words(.requestNote) { kept.append(note) }
      if !kept.isEmpty { request.note = kept.joined(separator: "\n") }
      return facts(
        .request(request, of: project), [request.organisation, request.subject])
    }

    /// How far it has come, by a word of the steps or by the day it was closed.
    private mutating func take(status request: inout ServiceRequest, _ kept: inout [String]) {
      if let closed = date(.requestClosed), closed != .unknown { request.closed = closed }
      guard let column = column(.requestStatus) else { return }
      let said = text(column)
      if said.isEmpty { return }
      guard let status = Self.status(of: said) else {
        // Free words on how it goes say no step.
        kept.append(column.heading + "：" + said)
        return
      }
      switch status {
      case .collected: break
      case .forwarded: request.forwarded = request.forwarded ?? .unknown
      case .handling: request.started = request.started ?? .unknown
      case .closed: request.closed = request.closed ?? .unknown
      case .revisited: request.revisited = request.revisited ?? .unknown
      }
    }

    private static func status(of text: String) -> ServiceRequest.Status? {
      if let status = ServiceRequest.Status(spoken: text) { return status }
      var bare = text
      for word in ["已", "正在", "未"] where bare.hasPrefix(word) {
        bare = String(bare.dropFirst(word.count))
        if word == "未" { return ServiceRequest.Status(spoken: bare) == nil ? nil : .collected }
      }
      if bare.hasSuffix("中") { bare.removeLast() }
      return ServiceRequest.Status(spoken: bare)
    }

    mutating func targets() -> RecordFacts {
      let unit = line(.targetUnit)
      if unit == nil { missing(.targetUnit) }
      var year = self.year?.value
      if let column = column(.targetYear), !text(column).isEmpty {
        year = Int(text(column).prefix { $0.isDigit })
        if year == nil {
          fail(column, .unreadable(heading: column.heading, value: text(column), .number))
        }
      }
      let (cluster, note) = (line(.targetCluster), words(.targetNote))
      var found: [(target: Target, column: TableColumn)] = []
      for column in context.layout.columns {
        guard case .target(let measure) = column.meaning, !text(column).isEmpty else { continue }
        guard let year else {
          fail(column, .typed(heading: column.heading, TypedFault(text(column), .yearMissing)))
          continue
        }
        var target = Target(year: year, measure: measure)
        (target.unit, target.cluster, target.note) = (unit, cluster, note)
        if measure.isAmount {
          guard let amount = amount(column) else { continue }
          target.amount = amount
        } else {
          let digits = text(column).prefix { $0.isDigit }
          guard let count = Int(digits), digits.utf8.count < 8 else {
            fail(column, .unreadable(heading: column.heading, value: text(column), .number))
            continue
          }
          target.count = count
          counts[column.place] = count
        }
        found.append((target, column))
      }
      return facts(.targets(found), [unit ?? "", year.map { "\($0)" } ?? ""])
    }

    private func facts(_ record: RecordFacts.Record, _ label: [String]) -> RecordFacts {
      RecordFacts(
        record: record, label: label.filter { !$0.isEmpty }.joined(separator: " "),
        amounts: amounts, counts: counts)
    }

    // MARK: Cells

    private func column(_ record: RecordColumn) -> TableColumn? {
      context.layout.column(.record(record))
    }

    private func text(_ column: TableColumn) -> String {
      guard texts.indices.contains(column.place) else { return "" }
      let text = texts[column.place]
      return RowMarks.isBlankWord(text) ? "" : text
    }

    private func line(_ record: RecordColumn) -> String? {
      guard let column = column(record) else { return nil }
      let text = text(column)
      return text.isEmpty ? nil : text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// What every column of a meaning says; and, at the end, what no field is for.
    private func words(_ record: RecordColumn) -> String? {
      var parts = context.layout.columns.filter { $0.meaning == .record(record) }.map(text)
      if record == .nodeNote || record == .requestNote || record == .targetNote {
        parts += context.layout.columns.filter { $0.meaning == .words && !text($0).isEmpty }
          .map { $0.heading + "：" + text($0) }
      }
      parts = parts.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private mutating func term<Value>(_ record: RecordColumn, _ read: (String) -> Value?) -> Value?
    {
      guard let column = column(record) else { return nil }
      let said = text(column)
      if said.isEmpty { return nil }
      if let value = read(said) { return value }
      fail(column, .unreadable(heading: column.heading, value: said, .form(.line)))
      return nil
    }

    private func kind(of text: String) -> MilestoneKind? {
      if let kind = MilestoneKind(spoken: text) { return kind }
      if case .milestone(let kind) = context.vocabulary.word(text) { return kind }
      return text.hasPrefix("已") ? MilestoneKind(spoken: String(text.dropFirst())) : nil
    }

    private mutating func date(_ record: RecordColumn) -> BusinessDate? {
      guard let column = column(record) else { return nil }
      let said = text(column)
      if said.isEmpty { return nil }
      do throws(TypedFault) {
        return try CellReader.date(
          said, year: year, today: context.today, isPast: record.isPast,
          from1904: context.table.marks.isFrom1904
        ).date?.date
      } catch {
        fail(column, .typed(heading: column.heading, error))
        return nil
      }
    }

    private mutating func amount(_ column: TableColumn) -> Amount? {
      do throws(TypedFault) {
        let reading = try CellReader.amount(text(column), unit: column.unit)
        amounts[column.place] = reading
        if reading.amount == nil, !text(column).isEmpty {
          fail(column, .typed(heading: column.heading, TypedFault(text(column), .notOneAmount)))
        }
        return reading.amount
      } catch {
        fail(column, .typed(heading: column.heading, error))
        return nil
      }
    }

    private mutating func project(_ name: RecordColumn, _ firms: RecordColumn) -> ProjectFacts {
      var facts = ProjectFacts()
      facts.name = line(name) ?? ""
      if facts.name.isEmpty { missing(name) }
      if let column = column(firms) {
        let names = NameList.parts(of: text(column), .firms)
        if !names.isEmpty { facts.fields[.investors] = .list(names) }
      }
      return facts
    }

    private mutating func missing(_ record: RecordColumn) {
      let column = column(record)
      fail(column, .missingCell(heading: column?.heading ?? record.rawValue))
    }

    private mutating func fail(_ column: TableColumn?, _ problem: LedgerError.Problem) {
      problems.append(
        LedgerError(row: row + 1, column: column.map { $0.place + 1 }, problem: problem))
    }
  }
}
