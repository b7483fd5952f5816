internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  private static let forOne: [Action] = [
    .assign, .tag, .logActivity, .nextStep, .note, .milestone, .edit, .approval, .approvalStep,
    .handOver, .merge, .copy, .cardHistory, .mark,
    .hold, .resume, .lose, .withdraw, .archive, .reopen,
  ]
  private static let forMarked: [Action] = [
    .pushForward, .pushBack, .assign, .tag, .hold, .lose, .withdraw, .archive, .clearMarks,
  ]

  /// The lines of the menu: opening first, then the stages, then the rest.
  package func menuRows(_ menu: Menu) -> [MenuRow] {
    let rest = (menu.isForMarked ? Self.forMarked : Self.forOne).compactMap(menuRow)
    let open = menu.isForMarked ? [] : [menuRow(.open)].compactMap { $0 }
    let own = menu.isForMarked ? [] : ownActions.filter(\.wantsCard).map(menuRow)
    return open + Stage.allCases.compactMap { menuRow(movingTo: $0, menu) } + rest + own
  }

  private func menuRow(_ action: Action) -> MenuRow? {
    guard let row = ActionTable.row(action) else { return nil }
    return MenuRow(
      choice: .action(action), title: words.say(row.zh, row.en),
      key: keymap.shown(action), unavailable: unavailable(row))
  }

  private func menuRow(_ own: OwnAction) -> MenuRow {
    MenuRow(
      choice: .own(own), title: words.say(own.zh, own.en),
      key: own.keys.first.map(Keymap.name) ?? "", unavailable: unavailable(own))
  }

  /// Nil for the stage a card is in.
  private func menuRow(movingTo stage: Stage, _ menu: Menu) -> MenuRow? {
    var reason = whyNothingMayChange
    if !menu.isForMarked {
      guard let selected, let project = pipeline[selected], project.stage != stage else {
        return nil
      }
      if reason == nil, case .closed(let refusal) = verdict(on: selected, over: stage) {
        reason = words.refusal(refusal, pipeline: pipeline)
      }
    }
    return MenuRow(
      choice: .move(stage), title: words.moveTo(stage), key: carryingKeys(to: stage),
      unavailable: reason)
  }

  /// The keys that carry a card to a stage, one after the other; empty when one of them has none.
  private func carryingKeys(to stage: Stage) -> String {
    let keys = [.carry, Action.stages[stage.index]].map(keymap.shown)
    return keys.contains("") ? "" : keys.joined(separator: " ")
  }

  /// Opens the menu of the selected card, or of the marked ones when it is one of them.
  mutating func openMenu(at point: Point?, isForMarked: Bool) {
    overlay = .menu(Menu(at: point, isForMarked: isForMarked, over: openCard))
  }

  /// Takes in a key while the menu is open; the keys of its actions do what they do without it.
  mutating func typeInMenu(_ key: Key, _ menu: Menu) -> [Effect] {
    var menu = menu
    let rows = menuRows(menu)
    let own = keymap.key(key, in: .list)
    switch (own.code, own.modifiers) {
    case (.escape, _): overlay = .under(menu.under)
    case (.enter, _): return runMenu(row: menu.row)
    case (.down, _), (.tab, []): menu.row += 1
    case (.up, _), (.tab, .shift): menu.row -= 1
    case (.home, _): menu.row = 0
    case (.end, _): menu.row = rows.count - 1
    case (.pageDown, _): menu.row += 8
    case (.pageUp, _): menu.row -= 8
    default:
      guard let action = keymap.action(for: key, on: screen) else { return [] }
      // The first of the keys beside the stages.
      if action == .carry { return perform(.carry) }
      guard let row = rows.firstIndex(where: { $0.choice == .action(action) }) else { return [] }
      return runMenu(row: row)
    }
    if case .menu = overlay {
      menu.row = min(max(0, menu.row), max(0, rows.count - 1))
      overlay = .menu(menu)
    }
    return []
  }

  /// Does what a line says, or says why it cannot be done; the menu stays open then.
  mutating func runMenu(row index: Int) -> [Effect] {
    guard case .menu(var menu) = overlay else { return [] }
    let rows = menuRows(menu)
    guard rows.indices.contains(index) else { return [] }
    menu.row = index
    overlay = .menu(menu)
    if let reason = rows[index].unavailable {
      say(reason, .bad)
      return []
    }
    notice = nil
    let effects: [Effect]
    switch rows[index].choice {
    case .move(let stage):
      if menu.isForMarked {
        effects = begin(.move(stage), with: marks.sorted)
      } else {
        guard let project = selected.flatMap({ pipeline[$0] }) else { return [] }
        effects = move(project, to: stage)
      }
    case .action(.open):
      overlay = .none
      effects = perform(.open)
    case .own(let action): effects = run(action)
    case .action(let action): effects = perform(action)
    }
    if case .menu = overlay { overlay = .under(menu.under) }
    return effects
  }
}
