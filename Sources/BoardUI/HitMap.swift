package import Canvas
package import Insight
package import Pipeline

/// Where a click lands: the regions of the last frame, topmost last.
package struct HitMap: Hashable, Sendable {
  package struct Region: Hashable, Sendable {
    package let rect: Rect
    package let target: Target
  }

  /// What a region stands for.
  package enum Target: Hashable, Sendable {
    case card(ProjectID)
    case column(Stage)
    case stageTab(Stage)
    case edge(Edge)
    case viewTab(Screen)
    case action(Action)
    case undo
    case filterChip
    /// The line of a form that says what is folded away.
    case unfold
    /// A project that is named: its card.
    case project(ProjectID)
    /// A count over the board: the filter that shows what it counts, or takes it off again.
    case filter(String)
    case asOfChip
    case formEntry(Int)
    case formButton(Form.Button)
    /// A choice offered for what is being typed.
    case offer(Int)
    case paletteRow(Int)
    case funnelRow(Int)
    case method(FunnelMethod)
    case trendCell(Int, TrendMeasure)
    case trendStep(TrendStep)
    case listRow(Int)
    case timelineRow(Int)
    case agendaRow(Int)
    /// A day of the month view, or what is on it.
    case monthDay(Day, MonthPlan.Item?)
    case historyRow(Int)
    case requestRow(Int)
    case requestScope(RequestsState.Scope)
    case targetRow(Int)
    case menuRow(Int)
    case confirmButton(BulkQuestion.Button)
    case scrollBar(Scroller, Rect)
    case ledgerHead(ProjectColumn)
    case pickerRow(Int)
    case reportKind(ReportQuestion.Kind)
    case filingButton(Filing.Button)
    case importing(ImportTarget)
    /// A text being typed: the column it begins at, and how many characters before are not shown.
    case text(TextPlace, x: Int, skipped: Int)
    case marksChip
    /// Inside a window, on nothing in particular.
    case window
    /// Outside the window that is open.
    case outside
  }

  package enum Edge: Hashable, Sendable { case left, right }

  package private(set) var regions: [Region] = []

  package init() {}

  package mutating func add(_ rect: Rect, _ target: Target) {
    if !rect.isEmpty { regions.append(Region(rect: rect, target: target)) }
  }

  /// The topmost region at a point.
  package func region(at point: Point) -> Region? {
    regions.last { $0.rect.contains(point) }
  }

  package func target(at point: Point) -> Target? { region(at: point)?.target }

  /// The stage whose column or tab lies at a point, whatever card is drawn on it.
  package func stage(at point: Point) -> Stage? {
    for region in regions.reversed() where region.rect.contains(point) {
      switch region.target {
      case .column(let stage), .stageTab(let stage): return stage
      case .card, .edge, .scrollBar: continue
      default: return nil
      }
    }
    return nil
  }
}
