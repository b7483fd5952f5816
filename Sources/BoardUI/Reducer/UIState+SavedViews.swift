internal import Pipeline
internal import Wording

extension UIState {
  /// Asks for what is looked at now to be kept under a name.
  mutating func saveView(_ name: String) -> [Effect] {
    [
      .store(
        .saveView(
          SavedView(
            name: name, filter: filterText, screen: screen, order: list.order,
            grouping: funnel.grouping, method: funnel.method)))
    ]
  }

  /// Looks at a view that was saved, or says which there are.
  mutating func showView(_ name: String) -> [Effect] {
    guard let view = savedViews.first(where: { $0.name == name }) else {
      say(words.unknownView(name, known: savedViews.map(\.name)), .bad)
      return []
    }
    overlay = .none
    list.order = view.order
    list.row = 0
    funnel.grouping = view.grouping
    funnel.method = view.method
    filterText = view.filter
    refresh()
    let effects = showing(view.screen)
    if columns[focus.index].isEmpty,
      let found = Stage.allCases.first(where: { !columns[$0.index].isEmpty })
    {
      focus = found
    }
    say(words.viewShown(name))
    sayFilterProblem()
    return effects
  }

  mutating func forgetView(_ name: String) -> [Effect] {
    guard savedViews.contains(where: { $0.name == name }) else {
      say(words.unknownView(name, known: savedViews.map(\.name)), .bad)
      return []
    }
    return [.store(.forgetView(name))]
  }

  /// The palette's lines of the saved views.
  var viewRows: [PaletteRow] {
    savedViews.map { view in
      PaletteRow(
        choice: .command(.savedView(view.name)), title: words.useView(view.name, view.filter),
        keys: words.viewKind, command: ":view \(view.name)",
        commands: ["view \(view.name)", "视图 \(view.name)"], titles: [view.name, view.filter],
        group: .section(.viewing))
    }
  }
}
