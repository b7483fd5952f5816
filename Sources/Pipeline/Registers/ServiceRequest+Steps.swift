extension ServiceRequest {
  /// Takes it to a step, forward or back.
  ///
  /// Going back puts the days and answers of the later steps aside; taking those steps again brings
  /// them forth, unless that would put a step before the one it follows.
  mutating func go(to step: Status, on day: BusinessDate?, today: Day) {
    // Nobody says when a step was taken that was passed over: only that it was before the later ones.
    let usual = step < status ? BusinessDate.unknown : .day(today)
    for later in Status.allCases where later > step {
      earlier[later] = self[later] ?? earlier[later]
      self[later] = nil
    }
    if step < .closed {
      earlier.result = result ?? earlier.result
      earlier.trips = trips ?? earlier.trips
      earlier.satisfaction = satisfaction ?? earlier.satisfaction
      (result, trips, satisfaction) = (nil, nil, nil)
    }
    for between in Status.allCases where between < step { bringForth(between) }
    if day == nil { bringForth(step) }
    self[step] = day ?? self[step] ?? usual
    earlier[step] = nil
    if step >= .closed {
      result = result ?? earlier.result
      trips = trips ?? earlier.trips
      satisfaction = satisfaction ?? earlier.satisfaction
      (earlier.result, earlier.trips, earlier.satisfaction) = (nil, nil, nil)
    }
  }

  /// As it would be at a step that nobody gave a day or an answer for.
  package func taken(to step: Status, today: Day) -> ServiceRequest {
    var request = self
    request.go(to: step, on: nil, today: today)
    return request
  }

  /// Takes a day that was put aside for a step without one, if it is not before the steps it follows.
  private mutating func bringForth(_ step: Status) {
    guard self[step] == nil, let day = earlier[step] else { return }
    let before = Status.allCases.last { $0 < step && self[$0] != nil }.flatMap { self[$0] }
    if let first = before?.earliest, let last = day.settled, last < first { return }
    self[step] = day
    earlier[step] = nil
  }
}

extension ServiceRequest.Earlier {
  /// The day of a step; it was always collected, so that has none here.
  fileprivate subscript(step: ServiceRequest.Status) -> BusinessDate? {
    get {
      switch step {
      case .collected: nil
      case .forwarded: forwarded
      case .handling: started
      case .closed: closed
      case .revisited: revisited
      }
    }
    set {
      switch step {
      case .collected: break
      case .forwarded: forwarded = newValue
      case .handling: started = newValue
      case .closed: closed = newValue
      case .revisited: revisited = newValue
      }
    }
  }
}

extension ServiceRequest.Status: Comparable {
  package static func < (lhs: ServiceRequest.Status, rhs: ServiceRequest.Status) -> Bool {
    (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
  }
}
