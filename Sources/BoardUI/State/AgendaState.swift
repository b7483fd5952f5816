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
    case alertHeading(Alert.Kind, count: Int)
    case alert(Alert)

    var isHeading: Bool {
      switch self {
      case .heading, .alertHeading: true
      case .item, .alert: false
      }
    }
  }

  package var lines: [Line] = []
  package var row = 0
  package var top = 0

  package var selected: ProjectID? {
    guard lines.indices.contains(row) else { return nil }
    switch lines[row] {
    case .item(let item): return item.project
    case .alert(let alert): return alert.subject.project
    case .heading, .alertHeading: return nil
    }
  }

  /// The service request that is selected, when an alert speaks of one.
  package var request: RequestID? {
    guard lines.indices.contains(row), case .alert(let alert) = lines[row],
      case .request(let id) = alert.subject
    else { return nil }
    return id
  }

  mutating func show(_ agenda: Agenda, alerts: [Alert]) {
    let sections: [(Section, [Agenda.Item])] = [
      (.overdue, agenda.overdue), (.today, agenda.today), (.thisWeek, agenda.thisWeek),
      (.heldPastReview, agenda.heldPastReview), (.noNextStep, agenda.withoutNextStep),
      (.stale, agenda.stale),
    ]
    func lines(_ sections: ArraySlice<(Section, [Agenda.Item])>) -> [Line] {
      sections.filter { !$0.1.isEmpty }.flatMap { section, items in
        [.heading(section, count: items.count)] + items.map(Line.item)
      }
    }
    // What somebody has to answer for comes before what merely lies there.
    let alerted = Alert.Kind.allCases.filter { $0 != .followUp }.flatMap { kind -> [Line] in
      let alerts = alerts.filter { $0.kind == kind }
      if alerts.isEmpty { return [] }
      return [.alertHeading(kind, count: alerts.count)] + alerts.map(Line.alert)
    }
    let chosen = self.lines.indices.contains(row) ? self.lines[row] : nil
    self.lines = lines(sections[..<4]) + alerted + lines(sections[4...])
    // What was chosen stays chosen, whatever colleagues put before it.
    if let chosen, let place = place(of: chosen) { row = place }
    settle(towards: 1)
  }

  /// Where a line stands now; one whose days have changed is known by its project.
  private func place(of line: Line) -> Int? {
    if let same = lines.firstIndex(of: line) { return same }
    return switch line {
    case .item(let item):
      lines.firstIndex {
        if case .item(let other) = $0 { other.project == item.project } else { false }
      }
    case .alert(let alert):
      lines.firstIndex {
        if case .alert(let other) = $0 {
          other.kind == alert.kind && other.subject == alert.subject
        } else {
          false
        }
      }
    case .heading, .alertHeading: nil
    }
  }

  /// Puts the selection on an item: headings are passed over, in the direction of the step.
  mutating func settle(towards step: Int) {
    row = min(max(0, row), max(0, lines.count - 1))
    while lines.indices.contains(row), lines[row].isHeading {
      let next = row + (step < 0 && row > 0 ? -1 : 1)
      guard lines.indices.contains(next) else { break }
      row = next
    }
    // Upwards from the first item there is only its heading: stay below it.
    if lines.indices.contains(row), lines[row].isHeading { row += 1 }
  }
}

extension Alert.Subject {
  /// The card it is about; nil for a service request.
  fileprivate var project: ProjectID? {
    switch self {
    case .project(let id), .handOver(_, let id): id
    case .request: nil
    }
  }
}
