package import Canvas
package import Insight
package import Pipeline
package import Wording
internal import Exchange

/// A pipeline as pages that need no terminal, no script and no other file.
///
/// Each is well-formed XML, holds its own style, and forbids everything else by a policy.
package struct Publication {
  let pipeline: Pipeline
  let moment: Moment
  let filter: Filter?
  /// The filter as it was written; it stands under every title.
  let filterText: String
  let thresholds: StaleThresholds
  let rules: PageRules
  let words: Words
  /// Whether each project has a page that is pointed to.
  let hasProjectPages: Bool
  private let style: PageStyle

  /// A page beside those of the projects.
  package enum Summary: String, CaseIterable, Hashable, Sendable {
    case board, funnel, trend, targets, agenda, path, leader

    package var file: String { self == .board ? "index.html" : "\(self).html" }
  }

  package init(
    _ pipeline: Pipeline, at moment: Moment, passing filter: Filter?, written filterText: String,
    thresholds: StaleThresholds, rules: PageRules, theme: Theme, hasProjectPages: Bool = true,
    in words: Words
  ) {
    self.hasProjectPages = hasProjectPages
    self.pipeline = pipeline.hiding(by: rules)
    self.moment = moment
    self.filter = filter
    self.filterText = filterText
    self.thresholds = thresholds
    self.rules = rules
    self.words = words
    style = PageStyle(theme)
  }

  /// A page, ready to be written.
  ///
  /// - Complexity: as the figures on it: O(n log n) in projects and their records at most.
  package func page(_ summary: Summary) -> String {
    let content =
      switch summary {
      case .board: boardContent()
      case .funnel: funnelContent()
      case .trend: trendContent()
      case .targets: targetContent()
      case .agenda: agendaContent()
      case .path: pathContent()
      case .leader: leaderContent()
      }
    return page(words.pageTitle(summary), current: summary, above: "", content)
  }

  /// Whether the filter lets other projects pass when the fields are left out: it asks for one of them.
  package func asksForHidden(of whole: Pipeline) -> Bool {
    guard !rules.hidden.isEmpty, let filter = filter?.scoped(.everything) else { return false }
    return whole.projects.contains { project in
      guard let standing = project.standing(asOf: moment.cutoff), let hidden = pipeline[project.id]
      else { return false }
      return filter.matches(project, standing, in: whole, at: moment)
        != filter.matches(hidden, standing, in: pipeline, at: moment)
    }
  }

  /// Where the page of a project stands.
  package static func file(of project: ProjectID) -> String { "p/\(project.number).html" }

  /// The projects that have a page: those on the register that pass, closed ones too.
  package var projects: [ProjectID] {
    pipeline.projects.lazy.filter { project in
      guard let standing = project.standing(asOf: moment.cutoff), !standing.status.isRemoved else {
        return false
      }
      return filter?.scoped(.everything).matches(project, standing, in: pipeline, at: moment)
        ?? true
    }.map(\.id)
  }

  /// A whole page around what stands on it.
  ///
  /// - Parameter above: The way up to where the summaries are.
  func page(_ title: String, current: Summary?, above: String, _ content: String) -> String {
    let links = Summary.allCases.map { summary in
      let mark = summary == current ? " aria-current=\"page\"" : ""
      return "<a href=\"\(above)\(summary.file)\"\(mark)>"
        + Markup.escaped(words.pageTitle(summary)) + "</a>"
    }
    let day = words.asOf(moment.day)
    let subject = filterText.isEmpty ? day : day + "  " + words.filterChip(filterText)
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(words.language.tag)">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="generator" content="zhaoshang"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <title>\(Markup.escaped(title))</title>
      <style>
      \(style.text)</style>
      </head>
      <body>
      <header><strong>\(Markup.escaped(words.productName))</strong>
      <nav>\(links.joined(separator: "\n"))</nav>
      <span>\(Markup.escaped(subject))</span></header>
      <main>
      \(content)</main>
      </body>
      </html>

      """
  }

  // MARK: Pieces

  func text(_ text: String) -> String { Markup.escaped(text) }

  func heading(_ title: String, _ level: Int = 2) -> String {
    "<h\(level)>\(text(title))</h\(level)>\n"
  }

  func rule(_ sentence: String) -> String { "<p class=\"rule\">\(text(sentence))</p>\n" }

  func link(_ id: ProjectID, above: String) -> String {
    let shown = text(words.project(id, in: pipeline))
    return hasProjectPages ? "<a href=\"\(above)\(Publication.file(of: id))\">\(shown)</a>" : shown
  }

  /// A table; cells are markup already.
  func table(_ headings: [(String, isNumber: Bool)], _ rows: [[String]]) -> String {
    var html = "<div class=\"wide\"><table>\n<thead><tr>"
    for heading in headings {
      html += "<th scope=\"col\"\(heading.isNumber ? " class=\"n\"" : "")>\(text(heading.0))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      html += "<tr>"
      for (cell, heading) in zip(row, headings) {
        html += "<td\(heading.isNumber ? " class=\"n\"" : "")>\(cell)</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n"
  }
}
