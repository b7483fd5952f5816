package import Pipeline

// The registers as they stood at a moment: what is dated later is not in them yet. What has no date of
// its own (a target, a power, a cluster's words, a point of a checklist) is today's.
extension Pipeline {
  /// The phases by project and name, without the steps that were taken later.
  package func phases(at moment: Moment) -> [Phase] {
    phases.map { $0.standing(asOf: moment.limit) }
  }

  /// The hand-overs offered by a moment, by number, without the answers that came later.
  package func handOvers(at moment: Moment) -> [HandOver] {
    handOvers.compactMap { $0.standing(asOf: moment.limit) }
  }

  /// What a project had been merged into; nil when it stood for itself.
  package func merger(of project: ProjectID, at moment: Moment) -> Merger? {
    merger(of: project).flatMap { $0.on.isSettled(by: moment.limit) ? $0 : nil }
  }

  /// A service request without the steps that were taken later; nil when it had not come in.
  package func request(_ id: RequestID, at moment: Moment) -> ServiceRequest? {
    guard let request = request(id), request.received.isSettled(by: moment.limit) else {
      return nil
    }
    return request.standing(asOf: moment.limit)
  }
}

extension Phase {
  fileprivate func standing(asOf cutoff: Cutoff) -> Phase {
    var standing = self
    standing.registered = registered?.by(cutoff)
    standing.started = started?.by(cutoff)
    standing.completed = completed?.by(cutoff)
    standing.inProduction = inProduction?.by(cutoff)
    return standing
  }
}

extension HandOver {
  fileprivate func standing(asOf cutoff: Cutoff) -> HandOver? {
    guard on.isSettled(by: cutoff) else { return nil }
    var standing = self
    if let answered, answered.by(cutoff) == nil {
      standing.answered = nil
      standing.answer = nil
      standing.note = nil
    }
    return standing
  }
}

extension Decision {
  func standing(asOf cutoff: Cutoff) -> Decision {
    var standing = self
    standing.done = done?.by(cutoff)
    if done != nil, standing.done == nil { standing.document = nil }
    return standing
  }
}

extension BusinessDate {
  /// The date, when it belongs to a picture.
  func by(_ cutoff: Cutoff) -> BusinessDate? { isSettled(by: cutoff) ? self : nil }
}
