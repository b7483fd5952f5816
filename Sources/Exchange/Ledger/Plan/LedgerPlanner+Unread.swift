internal import Pipeline
internal import Vocabulary

// Columns whose cells are not taken, or are kept as words.
extension LedgerPlanner {
  mutating func countUnread(_ texts: [String]) {
    for column in context.layout.columns
    where (column.isUnread || column.isUnknown) && texts.indices.contains(column.place) {
      let text = texts[column.place]
      if text.isEmpty { continue }
      unread[column.place, default: 0] += 1
      if column.isUnknown, !RowMarks.isBlankWord(text) { unknown.look(at: text, in: column) }
    }
  }

  mutating func tellUnread() {
    guard let layout = plan.layouts.first else { return }
    plan.unread = layout.columns.filter { $0.isUnread || $0.isUnknown }.map { column in
      LedgerPlan.UnreadColumn(
        heading: column.heading, column: column.place + 1, cells: unread[column.place] ?? 0,
        reason: column.isUnknown
          ? .kept : column.meaning == nil ? .unknown : column.isComputed ? .computed : .notNeeded)
    }
  }
}

extension TableColumn {
  var isComputed: Bool { meaning?.column?.isComputed ?? false }

  /// Whether its cells are not taken.
  var isUnread: Bool { meaning == nil || meaning == .nothing || isComputed }
}

extension TableLayout {
  /// With the columns that nobody knows kept as words, if they are to be.
  ///
  /// Another program's own columns are not: there are dozens, and it keeps them itself.
  func keeping(_ keepsWords: Bool) -> TableLayout {
    guard keepsWords else { return self }
    var layout = self
    for place in layout.columns.indices where layout.columns[place].meaning == nil {
      (layout.columns[place].meaning, layout.columns[place].isUnknown) = (.words, true)
    }
    return layout
  }

  /// With the unit that the table or an answer gives where no heading does.
  func filled(from block: TableBlock, _ answers: ImportAnswers) -> TableLayout {
    var layout = self
    for place in layout.columns.indices {
      guard layout.columns[place].meaning?.isAmount ?? false,
        layout.columns[place].alternatives.isEmpty
      else { continue }
      if layout.columns[place].unit == nil {
        if let unit = block.unit {
          (layout.columns[place].unit, layout.columns[place].unitSource) = (unit, .table)
        } else if let unit = answers.unit {
          (layout.columns[place].unit, layout.columns[place].unitSource) = (unit, .answer)
        }
      }
    }
    return layout
  }
}
