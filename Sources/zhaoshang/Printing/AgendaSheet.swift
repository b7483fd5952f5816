internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// An agenda ready to be printed.
struct AgendaSheet {
  let day: Day
  let agenda: Agenda
  let pipeline: Pipeline
  /// What should have been done by now beside the next steps; silence is a section of its own.
  var alerts: [Alert] = []

  private var sections: [(code: String, heading: Heading, items: [Agenda.Item])] {
    [
      ("overdue", .overdue, agenda.overdue), ("today", .today, agenda.today),
      ("this_week", .thisWeek, agenda.thisWeek),
      ("held_past_review", .heldPastReview, agenda.heldPastReview),
      ("no_next_step", .noNextStep, agenda.withoutNextStep), ("stale", .stale, agenda.stale),
    ]
  }

  /// A section a paragraph; empty ones are left out.
  func text(in words: Words, columns: Int?) -> String {
    var paragraphs = [words.asOf(day)]
    for section in sections where !section.items.isEmpty {
      let rows = section.items.map { cells($0, words) }
      let table = Table(Self.columns(words), rows: rows)
      paragraphs.append(
        "\(words.heading(section.heading)) \(section.items.count)\n" + table.text(columns: columns))
    }
    if !alerts.isEmpty {
      let rows = alerts.map {
        [words.alertKind($0.kind), words.alertSubject($0.subject, in: pipeline), "\($0.days)"]
      }
      let table = Table(
        [
          .text(words.heading(.what)), .text(words.heading(.project), isFlexible: true),
          .number(words.heading(.dayCount)),
        ], rows: rows)
      paragraphs.append(
        "\(words.alertsHeading) \(alerts.count)\n" + table.text(columns: columns))
    }
    if paragraphs.count == 1 { paragraphs.append(words.nothingDue) }
    return paragraphs.joined(separator: "\n\n")
  }

  /// All of it for a spreadsheet, what should have been done by now at its end.
  ///
  /// - Parameter filter: As it was typed.
  func sheet(in words: Words, _ filter: String) -> Table {
    let scope = [day.description, filter]
    let items = sections.flatMap { section in
      section.items.map { item in
        var cells = cells(item, words)
        cells[0] = "\(item.project.number)"
        return [words.heading(section.heading)] + cells + scope
      }
    }
    let alerts = alerts.map { alert in
      [words.alertKind(alert.kind)] + words.numberAndName(of: alert.subject, in: pipeline)
        + ["", "", "", "", "\(alert.days)"] + scope
    }
    let headings =
      [words.heading(.group)] + Self.columns(words).map(\.heading)
      + [words.say("截至", "as_of"), words.say("筛选", "filter")]
    return Table(headings.map { .text($0) }, rows: items + alerts)
  }

  private static func columns(_ words: Words) -> [Table.Column] {
    [
      .number(words.heading(of: .number)), .text(words.heading(.project), isFlexible: true),
      .text(words.heading(of: .stage)), .text(words.heading(of: .owner)),
      .text(words.heading(.what), isFlexible: true), .text(words.heading(of: .due)),
      .number(words.heading(.dayCount)),
    ]
  }

  private func cells(_ item: Agenda.Item, _ words: Words) -> [String] {
    let project = pipeline[item.project]
    return [
      item.project.description, project?.name ?? "", words.stage(item.stage),
      project?.owner ?? "", item.subject == .nextStep ? project?.next?.text ?? "" : "",
      item.due?.description ?? "", "\(item.days)",
    ]
  }

  var json: JSONText {
    var object = JSONObject()
    object["as_of"] = .string(day.description)
    for section in sections {
      object[section.code] = .array(
        section.items.map { item in
          let project = pipeline[item.project]
          return [
            "id": .integer(item.project.number), "name": .init(project?.name),
            "owner": .init(project?.owner),
            "text": .init(item.subject == .nextStep ? project?.next?.text : nil),
            "due": .init(item.due?.description), "days": .integer(item.days),
          ]
        })
    }
    object["alerts"] = .array(alerts.map(\.json))
    return JSONText(.object(object))
  }
}
