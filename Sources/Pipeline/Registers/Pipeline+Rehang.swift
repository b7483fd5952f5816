// What hangs on a project by its number, and goes with it.
extension Pipeline {
  /// Hangs a project's requests, checklist, phases and open offer onto another one.
  func rehanging(_ gone: ProjectID, onto kept: ProjectID, _ merger: inout Merger) -> [Event] {
    var changes: [RegisterChange] = []
    for request in requests where request.project == gone {
      merger.requests.append(request.id.number)
      changes.append(hanging(.request(request), from: gone, to: kept))
    }
    let theirs = handOvers.filter { $0.answer == nil && ($0.project == gone || $0.project == kept) }
    // A project is offered to one unit at a time.
    if theirs.count == 1, theirs[0].project == gone {
      merger.handOvers.append(theirs[0].id.number)
      changes.append(hanging(.handOver(theirs[0]), from: gone, to: kept))
    }
    let points = named(decisions(of: kept), \.name)
    for decision in decisions(of: gone) {
      let mine = points[decision.name]
      // Of two points of one name the one that was passed counts.
      if let mine, mine.done != nil || decision.done == nil { continue }
      merger.decisions.append(decision.name)
      changes += exchanging(.decision(decision), mine.map(RegisterEntry.decision), gone, kept)
    }
    let (phases, ours) = (phases, named(phases.filter { $0.project == kept }, \.title))
    for phase in phases where phase.project == gone {
      let mine = ours[phase.title]
      if let mine, mine.state >= phase.state { continue }
      merger.phases.append(phase.name)
      changes += exchanging(.phase(phase), mine.map(RegisterEntry.phase), gone, kept)
    }
    return changes.map(Event.registerChanged)
  }

  /// Hangs back what a merger took, as far as it still hangs there.
  func returning(_ merger: Merger) -> [Event] {
    let (gone, kept) = (merger.project, merger.into)
    var changes: [RegisterChange] = []
    for number in merger.requests {
      guard let request = request(RequestID(number)), request.project == kept else { continue }
      changes.append(hanging(.request(request), from: kept, to: gone))
    }
    for number in merger.handOvers {
      guard let handOver = handOver(HandOverID(number)), handOver.project == kept,
        handOver.answer == nil
      else { continue }
      changes.append(hanging(.handOver(handOver), from: kept, to: gone))
    }
    let (taken, points) = (Set(merger.decisions), named(decisions(of: gone), \.name))
    for decision in decisions(of: kept) where taken.contains(decision.name) {
      let own = points[decision.name].map(RegisterEntry.decision)
      changes += exchanging(.decision(decision), own, kept, gone)
    }
    let (names, phases) = (Set(merger.phases), phases)
    let theirs = named(phases.filter { $0.project == gone }, \.title)
    for phase in phases where phase.project == kept && names.contains(phase.name) {
      changes += exchanging(
        .phase(phase), theirs[phase.title].map(RegisterEntry.phase), kept, gone)
    }
    return changes.map(Event.registerChanged)
  }

  private func named<Record, Name: Hashable>(
    _ records: [Record], _ name: (Record) -> Name
  ) -> [Name: Record] {
    Dictionary(records.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A record with a number of its own, on another project.
  private func hanging(_ entry: RegisterEntry, from: ProjectID, to: ProjectID) -> RegisterChange {
    RegisterChange(from: entry, to: entry.renumbered { $0 == from ? to : $0 })
  }

  /// Puts a record found by its project onto another one; a record that stands there goes the other
  /// way, so that nothing is lost and the same exchange brings both back.
  private func exchanging(
    _ entry: RegisterEntry, _ other: RegisterEntry?, _ from: ProjectID, _ to: ProjectID
  ) -> [RegisterChange] {
    let moved = entry.renumbered { $0 == from ? to : $0 }
    guard let other else {
      return [RegisterChange(removing: entry), RegisterChange(from: nil, to: moved)]
    }
    return [
      RegisterChange(from: other, to: moved),
      RegisterChange(from: entry, to: other.renumbered { $0 == to ? from : $0 }),
    ]
  }
}

extension Phase {
  /// What tells it from the other phases of its project.
  fileprivate var title: [String] { [subject ?? "", name] }
}

extension Phase.State: Comparable {
  package static func < (lhs: Phase.State, rhs: Phase.State) -> Bool {
    (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
  }
}
