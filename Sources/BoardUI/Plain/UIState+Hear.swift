internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Begins to be worked with line by line.
  package mutating func becomePlain() {
    plain = PlainPlace()
    notice = nil
  }

  /// Takes in a line that was typed.
  mutating func hear(_ line: String) -> [Effect] {
    guard plain != nil else { return [] }
    let typed = line.withoutBlanksAround
    // What colleagues did since the last answer is still said.
    if let notice, notice != plain?.notice { plain?.sayings.append(words.spoken(notice)) }
    plain?.notice = nil
    notice = nil
    let filter = filterText
    let effects: [Effect]
    switch overlay {
    case .form: effects = hearInForm(typed)
    case .confirm: effects = hearAnswer(typed)
    case .own(.asking), .filing: effects = hearInLine(typed)
    default: effects = obey(typed)
    }
    let views = leaveScreen()
    if filterText != filter { turn(to: .stages) }
    return effects + views
  }

  /// The keys of a line that a window asks for.
  private mutating func hearInLine(_ typed: String) -> [Effect] {
    if typed == PlainWord.back { return type(Key(.escape)) }
    if !typed.isEmpty {
      if case .filing(var filing) = overlay {
        filing.editor.set("")
        overlay = .filing(filing)
      }
      type(typed)
    }
    return type(Key(.enter))
  }

  private mutating func hearAnswer(_ typed: String) -> [Effect] {
    switch PlainWord.number(typed) {
    case 1: return confirm()
    case 2: return type(.character("n"))
    default:
      if typed == PlainWord.back { return type(.character("n")) }
      return []
    }
  }

  /// What a line means where no window is open.
  private mutating func obey(_ typed: String) -> [Effect] {
    if plain?.asksFilter == true {
      plain?.asksFilter = false
      if typed == PlainWord.back { return [] }
      turn(to: .stages)
      return run(.filter(typed))
    }
    switch typed {
    case "": plain?.isNew = true
    case PlainWord.back: stepBack()
    case "q", "Q", "quit", "退出": return perform(.quit)
    case "?", "？", "help", "帮助":
      offer(PlainWord.offered(paletteRows(Palette(isHelp: true))), atMost: nil)
    case "u", "undo": return perform(.undo)
    default:
      if let number = PlainWord.number(typed) {
        guard let choices = plain?.choices, choices.indices.contains(number - 1) else {
          say(words.noSuchNumber(typed, of: plain?.choices.count ?? 0), .bad)
          return []
        }
        return take(choices[number - 1])
      }
      return take(typed)
    }
    return []
  }

  /// A command, a project's number, or what is looked for.
  private mutating func take(_ typed: String) -> [Effect] {
    if typed.first == "#" || typed.first == "＃",
      let number = PlainWord.number(String(typed.dropFirst()))
    {
      return run(.open(ProjectID(UInt32(number))))
    }
    var palette = Palette(isHelp: false, over: openCard)
    palette.editor.set(typed)
    let under = Overlay.under(openCard)
    overlay = .palette(palette)
    settlePalette()
    guard case .palette(let settled) = overlay else { return [] }
    let rows = paletteRows(settled)
    guard let first = rows.first else {
      overlay = under
      say(nothingFits(settled), .bad)
      return []
    }
    // A command as it stands is done; else it is asked which is meant.
    let isTyped = first.command == ":" + settled.query && first.unavailable == nil
    if rows.count == 1 || isTyped || PaletteSearch(settled.query).isExact(first) {
      return runPalette(row: 0)
    }
    overlay = under
    offer(rows, atMost: PlainWord.most)
    return []
  }

  mutating func offer(_ rows: [PaletteRow], atMost most: Int?) {
    let shown = most.map { rows.prefix($0) } ?? rows[...]
    plain?.choices = shown.map { .row($0) }
    turn(to: .offered)
  }

  private mutating func take(_ choice: PlainChoice) -> [Effect] {
    switch choice {
    case .stage(let stage):
      focus = stage
      turn(to: .stage(stage, from: 0))
    case .more(let stage, let from): turn(to: .stage(stage, from: from))
    case .card(let id): return run(.open(id))
    case .menu(let choice):
      let menu = Menu(isForMarked: false, over: openCard)
      overlay = .menu(menu)
      guard let row = menuRows(menu).firstIndex(where: { $0.choice == choice }) else {
        overlay = .under(menu.under)
        return []
      }
      return runMenu(row: row)
    case .row(let row):
      if let reason = row.unavailable {
        say(reason, .bad)
        return []
      }
      turn(to: openCard.map { .card($0.project) } ?? .stages)
      switch row.choice {
      case .action(let action): return perform(action)
      case .command(let command): return run(command)
      case .completion(let text): return take(text)
      }
    }
    return []
  }

  private mutating func turn(to page: PlainPlace.Page) {
    plain?.page = page
    plain?.isNew = true
  }

  /// From a card to its stage, from there to all of them.
  private mutating func stepBack() {
    if let detail = openCard {
      overlay = .none
      let stage = pipeline[detail.project].map { $0.stage } ?? focus
      focus = stage
      turn(to: columns[stage.index].contains(detail.project) ? .stage(stage, from: 0) : .stages)
    } else {
      turn(to: .stages)
    }
  }

  /// Says a view as a subcommand prints it, and goes on where one was.
  private mutating func leaveScreen() -> [Effect] {
    var views: [PlainView] = []
    switch screen {
    case .board: break
    case .list: views = [.list]
    case .funnel: views = [flow.page == .trend ? .trend : .funnel]
    case .timeline: views = [.timeline]
    case .agenda: views = [.agenda]
    case .report: views = [.report]
    case .requests: views = [.requests]
    case .targets: views = [.targets]
    case .history: views = [.history(history.project)]
    }
    if screen != .board {
      flow.page = .figures
      show(.board)
    }
    switch overlay {
    case .month:
      views.append(.month)
      overlay = .none
    case .menu(let menu): overlay = .under(menu.under)
    case .palette(let palette): overlay = .under(palette.under)
    case .filter:
      overlay = .none
      plain?.asksFilter = true
    case .columns:
      overlay = .none
      say(words.onlyOnScreen, .bad)
    case .importing:
      overlay = .none
      say(words.importLineByLine, .bad)
    case .own(.output(let printed)):
      overlay = .none
      plain?.sayings += [printed.title] + printed.lines
    case .form(var form):
      // All lines of a long form are said at first; a number goes to one.
      if plain?.form != form.purpose, form.isLookedOver {
        form.shown = nil
        form.button = .save
        overlay = .form(form)
      }
    case .none, .detail, .confirm, .filing, .own(.asking): break
    }
    cancelDrag(saying: nil)
    if case .detail(let detail) = overlay {
      if plain?.page != .card(detail.project) { turn(to: .card(detail.project)) }
    } else if case .card? = plain?.page, overlay == .none {
      turn(to: .stages)
    }
    return views.map { .terminal(.tell($0)) }
  }
}
