package import Canvas
package import Insight
package import Pipeline
package import Wording

/// All the board remembers between two frames.
///
/// A value: ``handle(_:)`` changes it and says what is to be done, ``render(_:)`` draws it. Nothing
/// here can write a file or touch a terminal.
package struct UIState: Hashable, Sendable {
  // What is being looked at.
  package var pipeline: Pipeline
  package var today: Day
  /// The past day whose board is shown; nil for today.
  package var asOf: Day?
  package var filterText = ""
  package var screen: Screen = .board

  // What follows from the above; kept up by ``refresh()``.
  package internal(set) var board: Snapshot
  package var columns: [[ProjectID]] { board.columns }
  package var totals: [AmountTotals] { board.totals }
  /// What the title line warns of.
  package var warnings: LateCounts { board.late }
  package internal(set) var past = KeptHindsight()
  var later = KeptLater()
  var kept = KeptFilter()

  // Where the person is.
  package var focus: Stage = .contact
  /// The selected row of each column, and the first row shown.
  package internal(set) var rows = Array(repeating: 0, count: Stage.allCases.count)
  package internal(set) var tops = Array(repeating: 0, count: Stage.allCases.count)
  package internal(set) var drag: Drag = .idle
  package internal(set) var marks = Marks()
  package internal(set) var overlay: Overlay = .none
  package internal(set) var notice: Notice?
  /// Where somebody is who works line by line; nil on a screen.
  var plain: PlainPlace?
  package var list = ListState()
  package var funnel = FunnelState()
  package var flow = FlowState()
  package var timeline = TimelineState()
  package var agenda = AgendaState()
  package var history = HistoryState()
  package var report = ReportState()
  package var requests = RequestsState()
  package var targets = TargetsState()
  package internal(set) var drafts: [Form.Purpose: Form] = [:]
  package internal(set) var lastClick: Click?
  /// What is offered in the filter or the command line.
  package internal(set) var offer: Offer?
  package var filterHistory = LineHistory()
  package var commandHistory = LineHistory()
  /// Letters typed in a row that mean nothing here: an input method is probably on.
  package internal(set) var strayKeys = 0
  /// Cards a colleague has just changed, marked until the next key.
  package internal(set) var news: Set<ProjectID> = []

  // How it is shown.
  package var size: Size
  package var words: Words
  package var theme: String
  package var themes: [String]
  /// The theme to go back to while another is only looked at.
  package internal(set) var themeBeforePreview: String?
  package var glyphs: Glyphs
  /// Whether the terminal shows colours; without them bars are filled with signs.
  package var hasColours = true
  package var keymap = Keymap.standard
  /// The bureau's own commands.
  package var ownActions: [OwnAction] = []
  /// What one of them printed last, for as long as the board is open.
  package var lastPrinted: OwnWindow.Printed?
  package var savedViews: [SavedView] = []
  package var density: Density = .standard
  /// How the cards of a column stand.
  package internal(set) var boardOrder: BoardOrder = .lateFirst
  package var thresholds = StaleThresholds.standard
  package var mouseIsOn = true
  /// How far the clock on this wall is ahead of UTC, for showing when something was recorded.
  package var secondsFromUTC = 0

  // Who is here, and whether anything can be saved.
  package var actor: Actor
  /// The person's unit, as the settings have it.
  package var unit: String?
  /// What the accounts are called whose changes the history shows, by their numbers.
  package var accounts: [UInt32: String] = [:]
  /// Why nothing can be saved, as a sentence; nil when all is well.
  package var readOnlyReason: String?
  /// Where the store is, for sentences that name it.
  package var storePath = ""

  package enum Density: String, CaseIterable, Hashable, Sendable { case standard, compact, roomy }

  package struct Click: Hashable, Sendable {
    package let target: HitMap.Target
    package let time: Int64
  }

  package init(
    pipeline: Pipeline, today: Day, size: Size, words: Words, actor: Actor,
    theme: String = "default-dark", themes: [String] = [], glyphs: Glyphs = .line,
    thresholds: StaleThresholds = .standard
  ) {
    self.pipeline = pipeline
    board = .empty(at: .now(today: today))
    self.today = today
    self.size = size
    self.words = words
    self.actor = actor
    self.theme = theme
    self.themes = themes
    self.glyphs = glyphs
    self.thresholds = thresholds
    refresh()
    if columns[focus.index].isEmpty,
      let stage = Stage.allCases.first(where: { !columns[$0.index].isEmpty })
    {
      focus = stage
    }
  }

  /// The day everything is counted at.
  package var day: Day { asOf ?? today }
  package var layout: Layout { Layout(size: size, density: density) }

  /// The card that keys act on.
  package var selected: ProjectID? {
    if let detail = openCard { return detail.project }
    if let carried = drag.carried { return carried }
    switch screen {
    // Nobody sees a cursor that is not said: only an open card is chosen.
    case _ where plain != nil: return nil
    case .board:
      let column = columns[focus.index]
      return column.indices.contains(rows[focus.index]) ? column[rows[focus.index]] : nil
    case .list: return list.selected
    case .timeline: return timeline.selected
    case .agenda: return agenda.selected
    case .history: return history.selected?.event.projects.first { pipeline[$0] != nil }
    case .funnel, .report, .requests, .targets: return nil
    }
  }

  /// The open card, also while a form or the palette lies over it.
  package var openCard: Overlay.Detail? {
    switch overlay {
    case .detail(let detail): detail
    case .form(let form): form.under
    case .palette(let palette): palette.under
    case .menu(let menu): menu.under
    case .none, .filter, .confirm, .columns, .filing, .importing, .own, .month: nil
    }
  }

  /// Whether the open form, palette or filter line takes the letters.
  package var isTyping: Bool {
    switch overlay {
    case .form, .palette, .filter, .menu, .confirm, .columns, .filing, .importing, .own, .month:
      true
    case .none, .detail: false
    }
  }
}

/// What lies over the screen.
package enum Overlay: Hashable, Sendable {
  case none
  case detail(Detail)
  case form(Form)
  case palette(Palette)
  /// The filter line, with the text and the card to go back to on Esc.
  case filter(LineEditor, before: String, on: ProjectID?)
  case menu(Menu)
  case confirm(BulkQuestion)
  case columns(ColumnPicker)
  case filing(Filing)
  case importing(ImportState)
  case own(OwnWindow)
  case month(MonthState)

  /// What is left when a window over an open card closes.
  static func under(_ detail: Detail?) -> Overlay { detail.map(Overlay.detail) ?? .none }

  /// An open card.
  package struct Detail: Hashable, Sendable {
    package var project: ProjectID
    package var top = 0

    package init(project: ProjectID) { self.project = project }
  }
}

/// The list of commands, filtered by what is typed; also the help.
package struct Palette: Hashable, Sendable {
  package var editor = LineEditor()
  package var row = 0
  package var isHelp: Bool
  /// The open card it lies over.
  package var under: Overlay.Detail?
  /// The card it was opened over, when a colleague has taken it away since.
  var lost: ProjectID?
  /// What was worked out for the text that stands in it.
  var known = PaletteKnowledge()

  package init(isHelp: Bool, over under: Overlay.Detail? = nil) {
    self.isHelp = isHelp
    self.under = under
  }
}

/// The ledger view.
package struct ListState: Hashable, Sendable {
  package var order: ProjectColumn = .number
  /// Whether the order goes the other way from the column's own.
  package var isReversed = false
  /// The columns chosen, from the left; those without room are left out.
  package var columns = ProjectColumn.standard
  package var row = 0
  package var top = 0
  package var ids: [ProjectID] = []
  /// The amounts of all that are listed, and of those no filter hides.
  package internal(set) var totals = AmountTotals()
  /// What the list is narrowed to, when it was opened from a figure of the funnel.
  package var drill: Drill?

  package struct Drill: Hashable, Sendable {
    package let title: String
    package let ids: Set<ProjectID>
    /// The view of the figure, to go back to.
    package var origin: Screen = .funnel
  }

  package var selected: ProjectID? { ids.indices.contains(row) ? ids[row] : nil }
}
