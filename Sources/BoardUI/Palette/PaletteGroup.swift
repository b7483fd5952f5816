internal import Canvas
internal import Wording

/// What stands together in the palette and in the help, under a heading.
enum PaletteGroup: Hashable, Sendable {
  /// What the line of keys offers here.
  case here
  case section(ActionRow.Section)
  /// The bureau's own commands.
  case own
  case notNow
}

extension ActionRow {
  /// What somebody wants who looks for an action, in the order in which they are looked for.
  package enum Section: Int, CaseIterable, Sendable {
    case recording, advancing, closing, choosing, finding, viewing, past, figures, reporting
    case registers, program, moving
  }
}

extension Words {
  func paletteGroup(_ group: PaletteGroup, on screen: Screen) -> String {
    switch group {
    case .here: say("\(self.screen(screen))里常用", "Often on \(self.screen(screen))")
    case .own: say("单位自己的命令", "The bureau's own commands")
    case .notNow: say("现在不能做的，和原因", "Not now, and why")
    case .section(let section): paletteSection(section)
    }
  }

  private func paletteSection(_ section: ActionRow.Section) -> String {
    switch section {
    case .recording: say("记下来", "Write down")
    case .advancing: say("推进、移动、撤销", "Move on, move, undo")
    case .closing: say("挂起、流失、归档、重启", "Hold, lose, archive, reopen")
    case .choosing: say("选几个一起做", "Several at once")
    case .finding: say("找、筛选、排序", "Find, filter, sort")
    case .viewing: say("换个看法", "Look at another view")
    case .past: say("看过去的日子", "Past days")
    case .figures: say("漏斗、路径上的换法", "On funnel and timeline")
    case .reporting: say("报表、文件、发出去", "Reports, files, sending")
    case .registers: say("诉求、目标、立项、流转", "Requests, targets, approval, hand-over")
    case .program: say("程序、外观", "The program and its looks")
    case .moving: say("移动光标", "Moving about")
    }
  }
}

/// The rows with the headings between them, as they are drawn.
struct PaletteLines {
  enum Line: Hashable {
    case heading(PaletteGroup)
    /// By its number among the rows.
    case row(Int)
  }

  private(set) var all: [Line] = []

  init(_ rows: [PaletteRow]) {
    var group: PaletteGroup?
    for (index, row) in rows.enumerated() {
      if let next = row.group, next != group { all.append(.heading(next)) }
      group = row.group
      all.append(.row(index))
    }
  }

  /// The first line that is shown when a row stands in the middle, with the heading of the first row.
  func top(showing row: Int, in height: Int) -> Int {
    guard let line = all.firstIndex(of: .row(row)) else { return 0 }
    return max(0, min(line - height / 2, all.count - height))
  }

  /// The row at a line, that below a heading.
  func row(at line: Int) -> Int {
    for case .row(let row) in all.dropFirst(max(0, line)) { return row }
    return 0
  }
}
