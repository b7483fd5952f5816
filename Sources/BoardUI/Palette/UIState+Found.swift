internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// What is found beside commands: cards, days, filters that were used, and a filter by the text.
  func foundRows(_ palette: Palette) -> [PaletteRow] {
    let query = palette.query
    var rows = palette.known.cards.compactMap { id in pipeline[id].map(row) }
    if let day = BusinessDate(spoken: query, today: today, tense: .happened)?.settled, day < today {
      rows.append(
        PaletteRow(
          choice: .command(.asOf(day)), title: words.boardOf(day), keys: words.dayKind,
          command: ":asof \(day)"))
    }
    if let wanted = TextQuery(query) {
      rows += filterHistory.lines.lazy.filter { $0 != query && wanted.matches($0) }.prefix(3).map {
        filterRow($0)
      }
    }
    if !palette.known.cards.isEmpty { rows.append(filterRow(query)) }
    return rows
  }

  private func filterRow(_ text: String) -> PaletteRow {
    PaletteRow(
      choice: .command(.filter(text)), title: words.filterBy(text), keys: words.filterKind,
      command: ":filter \(text)")
  }

  private func row(_ project: Project) -> PaletteRow {
    let state =
      project.status.kind == .ongoing
      ? words.stage(project.stage) : words.status(project.status.kind)
    let facts = [state, project.owner ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return PaletteRow(
      choice: .command(.open(project.id)), title: "\(project.id) \(project.name)  \(facts)",
      keys: words.cardKind, command: ":open \(project.id.number)")
  }
}
