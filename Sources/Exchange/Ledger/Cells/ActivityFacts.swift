internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// What the rows of one journey or reception say.
struct ActivityFacts: Hashable {
  var facts = Activity.Facts(projects: [], kind: .outbound, on: .unknown)
  var firms: [String] { facts.counterparts }
  var days: Int? { facts.days }
  var times: Int { facts.times }

  /// What it is told by in lists and lines: 开发区 2026-03-04 深圳、东莞.
  var label: String {
    ([
      facts.lead.joined(separator: "、"), facts.on == .unknown ? "" : facts.on.description,
      facts.place ?? "",
    ])
    .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Reads tables of journeys: person, days, places, firms, with what the rows behind each add.
struct ActivityRowReader {
  let context: RowContext
  let kind: ActivityKind

  /// - Parameter lead: The unit that stands in the rows before, which is not repeated.
  func read(_ row: Int, _ texts: [String], further: [[String]], lead: String?)
    -> (ActivityFacts, [LedgerError])
  {
    var out = ActivityFacts()
    var problems: [LedgerError] = []
    out.facts.kind = kind
    func fail(_ column: TableColumn, _ problem: LedgerError.Problem) {
      problems.append(LedgerError(row: row + 1, column: column.place + 1, problem: problem))
    }
    func text(_ column: TableColumn?, _ texts: [String]) -> String {
      guard let column, texts.indices.contains(column.place) else { return "" }
      let text = texts[column.place]
      return RowMarks.isBlankWord(text) ? "" : text
    }
    func column(_ part: ColumnMeaning.ActivityPart) -> TableColumn? {
      context.layout.column(.activity(part))
    }
    let units = text(context.layout.column(.ledger(.field(.lead))), texts)
    if !units.isEmpty || lead != nil {
      out.facts.lead = NameList.parts(of: units.isEmpty ? lead ?? "" : units, .firms)
    }
    let year = context.year(in: texts)
    func date(_ part: ColumnMeaning.ActivityPart) -> BusinessDate? {
      guard let column = column(part) else { return nil }
      let said = text(column, texts)
      do throws(TypedFault) {
        return try CellReader.date(
          said, year: year, today: context.today, isPast: true,
          from1904: context.table.marks.isFrom1904
        ).date?.date
      } catch {
        fail(column, .typed(heading: column.heading, error))
        return nil
      }
    }
    let (from, until) = (date(.from), date(.until))
    if let from {
      if let first = from.earliest, let last = until?.settled, first < last {
        out.facts.on = .range(first, last)
      } else {
        out.facts.on = from
      }
    } else if let until {
      out.facts.on = until
    }
    for (part, path) in [
      (ColumnMeaning.ActivityPart.days, \Activity.Facts.days), (.heads, \.headcount),
    ] {
      guard let column = column(part) else { continue }
      let said = text(column, texts)
      if said.isEmpty { continue }
      let digits = said.prefix { $0 >= "0" && $0 <= "9" }
      if let number = Int(digits), digits.utf8.count < 6 {
        out.facts[keyPath: path] = number
      } else {
        fail(column, .unreadable(heading: column.heading, value: said, .number))
      }
    }
    let person = text(column(.person), texts)
    let title = text(column(.personTitle), texts)
    if !person.isEmpty {
      let people = NameList.parts(of: person, .words)
      out.facts.leader = Leader(name: people[0], title: title.isEmpty ? nil : title)
      out.facts.team = Array(people.dropFirst())
    }
    out.facts.team += NameList.parts(of: text(column(.team), texts), .words)
    var notes: [String] = []
    var met: [String] = []
    for texts in [texts] + further {
      for firm in NameList.parts(of: text(column(.firms), texts), .firms)
      where !out.facts.counterparts.contains(firm) {
        out.facts.counterparts.append(firm)
      }
      let name = text(column(.met), texts)
      let post = text(column(.metTitle), texts)
      if !name.isEmpty { met.append(post.isEmpty ? name : "\(name)（\(post)）") }
      for place in context.layout.columns where place.meaning == .words {
        let said = text(place, texts)
        if !said.isEmpty { notes.append(place.heading + "：" + said) }
      }
      for place in context.layout.columns
      where place.meaning == .activity(.note) || place.meaning == .ledger(.remark)
        || place.meaning == .ledger(.progress) || place.meaning == .ledger(.progressAndRemark)
      {
        let said = text(place, texts)
        if !said.isEmpty { notes.append(said) }
      }
    }
    let place = ([texts] + further).map { text(column(.place), $0) }.filter { !$0.isEmpty }
    if !place.isEmpty { out.facts.place = place.joined(separator: "、") }
    if !met.isEmpty { notes.append("接洽人：" + met.joined(separator: "、")) }
    if !notes.isEmpty { out.facts.note = notes.joined(separator: "\n") }
    if let column = column(.kind) {
      let said = text(column, texts)
      if let known = ActivityKind(spoken: said) {
        out.facts.kind = known
      } else if !said.isEmpty {
        fail(column, .unreadable(heading: column.heading, value: said, .form(.line)))
      }
    }
    return (out, problems)
  }
}
