package import Insight
package import Pipeline

/// The agenda view: what calls for attention, section by section.
package struct AgendaState: Hashable, Sendable {
  package enum Section: CaseIterable, Hashable, Sendable {
    case overdue, today, thisWeek, heldPastReview, noNextStep, stale
  }

  package enum Line: Hashable, Sendable {
    case heading(Section, count: Int)
    case item(Agenda.Item)
  }

  package var lines: [Line] = []
  package var row = 0
  package var top = 0

  package var selected: ProjectID? {
    guard lines.indices.contains(row), case .item(let item) = lines[row] else { return nil }
    return item.project
  }

  mutating func show(_ agenda: Agenda) {
    let sections: [(Section, [Agenda.Item])] = [
      (.overdue, agenda.overdue), (.today, agenda.today), (.thisWeek, agenda.thisWeek),
      (.heldPastReview, agenda.heldPastReview), (.noNextStep, agenda.withoutNextStep),
      (.stale, agenda.stale),
    ]
    lines = sections.filter { !$0.1.isEmpty }.flatMap { section, items in
      [.heading(section, count: items.count)] + items.map(Line.item)
    }
    settle(towards: 1)
  }

  /// Puts the selection on an item: headings are passed over, in the direction of the step.
  mutating func settle(towards step: Int) {
    row = min(max(0, row), max(0, lines.count - 1))
    while lines.indices.contains(row), case .heading = lines[row] {
      let next = row + (step < 0 && row > 0 ? -1 : 1)
      guard lines.indices.contains(next) else { break }
      row = next
    }
    // Upwards from the first item there is only its heading: stay below it.
    if lines.indices.contains(row), case .heading = lines[row] { row += 1 }
  }
}
