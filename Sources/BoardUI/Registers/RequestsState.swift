package import Insight
package import Pipeline

/// The view of service requests: what firms ask for, and how far it has come.
package struct RequestsState: Hashable, Sendable {
  /// Which of them are listed.
  package enum Scope: CaseIterable, Hashable, Sendable { case open, overdue, closed, all }

  package var scope: Scope = .open
  package var row = 0
  package var top = 0
  /// Those listed, the longest late first, then by the day they are due.
  package internal(set) var requests: [ServiceRequest] = []
  /// The figures of all that pass the filter, whatever is listed.
  package internal(set) var figures = RequestFigures()

  package var selected: ServiceRequest? { requests.indices.contains(row) ? requests[row] : nil }

  /// Lists what passes, with the selection on the request it was on.
  mutating func show(_ all: [ServiceRequest], figures: RequestFigures, on day: Day) {
    let chosen = selected?.id
    self.figures = figures
    requests = all.filter { request in
      switch scope {
      case .open: !request.isClosed
      case .overdue: request.daysLate(on: day) != nil
      case .closed: request.isClosed
      case .all: true
      }
    }.sorted { first, second in
      if first.isClosed != second.isClosed { return second.isClosed }
      let (left, right) = (first.due ?? .distant, second.due ?? .distant)
      return first.isClosed || left == right ? first.id < second.id : left < right
    }
    row = chosen.flatMap { id in requests.firstIndex { $0.id == id } } ?? row
    row = min(max(0, row), max(0, requests.count - 1))
  }
}

extension Day {
  /// After every day something can be due.
  fileprivate static let distant = Day(number: .max)
}
