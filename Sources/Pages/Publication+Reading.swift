internal import Exchange
internal import Feeds
internal import Insight
package import Pipeline
internal import Wording

extension Publication {
  /// What everybody has to see to, by person.
  func agendaContent() -> String {
    var rules = DigestRules()
    rules.days = 14
    let digests = pipeline.digests(at: moment, passing: filter?.scoped(.open), by: rules, in: words)
    var html = heading(words.pageTitle(.agenda), 1)
    if digests.isEmpty { html += rule(words.nothingDue) }
    for digest in digests {
      html += heading("\(digest.person ?? words.noOwner)  \(digest.count)")
      for section in digest.sections {
        html += "<p class=\"rule\">\(text(section.title)) \(section.lines.count)</p>\n<ul>\n"
        for (duty, line) in zip(section.duties, section.lines) {
          let shown = text(line)
          let linked =
            duty.project.flatMap { hasProjectPages ? $0 : nil }.map {
              "<a href=\"\(Publication.file(of: $0))\">\(shown)</a>"
            } ?? shown
          let isLate = duty.due != nil && duty.days > 0
          html += isLate ? "<li class=\"bad\">! \(linked)</li>\n" : "<li>\(linked)</li>\n"
        }
        html += "</ul>\n"
      }
    }
    return html
  }

  /// The dated path, oldest first.
  func pathContent() -> String {
    let lines = pipeline.path(PathQuestion(at: moment, filter: filter?.scoped(.everything)))
    return heading(words.pageTitle(.path), 1)
      + (lines.isEmpty ? rule(words.none) : list(lines))
  }

  func list(_ entries: [PathEntry]) -> String {
    "<ul>\n"
      + entries.map { entry in
        "<li>" + text(words.sentence(words.filedPathLine(entry, in: pipeline))) + "</li>\n"
      }.joined() + "</ul>\n"
  }

  /// The leader's page, as it is filed.
  func leaderContent() -> String {
    var question = ReportQuestion(.leader, at: moment)
    question.filter = filter?.scoped(.everything)
    question.thresholds = thresholds
    return HTMLPage().body(of: pipeline.report(question, in: words, hasSources: false))
  }

  /// All of one project, as far as it is shown; nil where there is none.
  package func page(of id: ProjectID) -> String? {
    guard let project = pipeline[id], let standing = project.standing(asOf: moment.cutoff) else {
      return nil
    }
    let title = words.project(id, in: pipeline)
    var facts: [(String, String)] = [
      (
        words.heading(of: .stage), words.stage(standing.stage) + "  " + words.date(standing.entered)
      ),
      (words.heading(of: .status), words.statusInFull(standing.status)),
    ]
    for field in Field.editable where field != .name && !rules.hidden.contains(field) {
      guard let value = project[field] else { continue }
      let shown =
        if case .amount(let amount) = value { words.amountInFull(amount) } else {
          words.value(value)
        }
      facts.append((words.field(field), shown))
    }
    var html = heading(title, 1) + "<dl>\n"
    for (name, value) in facts { html += "<dt>\(text(name))</dt><dd>\(text(value))</dd>\n" }
    html += "</dl>\n" + heading(words.heading(.path)) + "<ul>\n"
    for entry in project.entries where entry.on.isSettled(by: moment.limit) {
      html += "<li>\(text(words.date(entry.on) + "  " + words.entryLine(entry)))</li>\n"
    }
    html += "</ul>\n"
    let path = pipeline.path(PathQuestion(at: moment, project: id))
    if !path.isEmpty { html += heading(words.heading(.activities)) + list(path) }
    let notes = project.notes.filter { $0.on.isSettled(by: moment.limit) }
    if !notes.isEmpty {
      html += heading(words.heading(.notes)) + "<ul>\n"
      for note in notes { html += "<li>\(text(words.date(note.on) + "  " + note.text))</li>\n" }
      html += "</ul>\n"
    }
    return page(title, current: nil, above: "../", html)
  }
}
