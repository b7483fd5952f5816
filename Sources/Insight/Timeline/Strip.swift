package import Pipeline

/// One cell of a project's strip of days.
package enum StripCell: Hashable, Sendable {
  /// The project had not begun.
  case before
  case stage(Stage)
  case onHold(Stage)
  /// Lost, withdrawn or off the register.
  case closed
  /// After the day the strip is drawn as of.
  case future

  /// The character that stands for it: a digit, `.`, `=`, `x` or a blank.
  package var character: Character {
    switch self {
    case .before: "."
    case .stage(let stage): Character("\(stage.number)")
    case .onHold: "="
    case .closed: "x"
    case .future: " "
    }
  }
}

/// The window a strip shows: so many cells of so many days from a day on.
package struct StripWindow: Hashable, Sendable {
  package var first: Day
  package var cells: Int
  /// Days a cell stands for, at least 1.
  package var cellDays: Int

  package init(first: Day, cells: Int, cellDays: Int) {
    self.first = first
    self.cells = max(0, cells)
    self.cellDays = max(1, cellDays)
  }

  /// The last day of a cell.
  package func lastDay(of cell: Int) -> Day { first.adding((cell + 1) * cellDays - 1) }

  /// The cell a day falls into; nil when it is outside.
  package func cell(of day: Day) -> Int? {
    let days = day.days(since: first)
    guard days >= 0, days / cellDays < cells else { return nil }
    return days / cellDays
  }
}

extension Project {
  /// How the project stood at the end of each cell's days, or up to the cut-off in the cell that holds it.
  ///
  /// - Complexity: O(cells × entries).
  package func strip(_ window: StripWindow, asOf cutoff: Cutoff) -> [StripCell] {
    (0..<window.cells).map { cell in
      let last = window.lastDay(of: cell)
      if last.days(since: cutoff.day) >= window.cellDays { return .future }
      guard let standing = standing(asOf: cutoff.moved(to: min(last, cutoff.day))) else {
        return .before
      }
      switch standing.status.kind {
      case .ongoing: return .stage(standing.stage)
      case .hold: return .onHold(standing.stage)
      case .lost, .withdrawn, .archived: return .closed
      }
    }
  }
}
