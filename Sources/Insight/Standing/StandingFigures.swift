package import Pipeline

/// Where a project stood at a moment, as far as figures ask.
///
/// Only what a ``Cutoff`` lets in counts.
package struct StandingFigures: Hashable, Sendable {
  package let stage: Stage
  package let status: Status.Kind
  /// Whether it was outside every count.
  package let isRemoved: Bool
  /// The day by which that stage was entered; nil without a date.
  package let entered: Day?
}

extension ProjectReading {
  /// Where the project stood in a picture, nil for one of everything recorded; nil when it had not begun.
  ///
  /// - Complexity: O(1) without a cut-off, else O(entries and changes of status).
  package func figures(asOf cutoff: Cutoff?, in pipeline: Pipeline) -> StandingFigures? {
    guard let cutoff else {
      return StandingFigures(
        stage: stage, status: statusKind, isRemoved: isRemoved, entered: enteredDay)
    }
    return history(in: pipeline).figures(asOf: cutoff)
  }

  /// Whether it was outside every count, begun or not.
  func isRemoved(asOf cutoff: Cutoff?, in pipeline: Pipeline) -> Bool {
    cutoff == nil ? isRemoved : history(in: pipeline).isRemoved(asOf: cutoff)
  }
}

extension StageHistory {
  /// Where the project stood in a picture; nil when it had not begun.
  func figures(asOf cutoff: Cutoff?) -> StandingFigures? {
    guard let last = lastEntry(asOf: cutoff) else { return nil }
    let entry = entries[last]
    let change = lastChange(asOf: cutoff).map { changes[$0] }
    return StandingFigures(
      stage: entry.stage, status: change?.status ?? .ongoing,
      isRemoved: change?.isRemoved ?? false, entered: entry.on.settled)
  }

  /// The place of the entry that counts, of the last one without a cut-off; nil when the project had not
  /// begun.
  ///
  /// An undated entry does not bring a project into a picture from before the dated ones that were
  /// recorded before it.
  func lastEntry(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return entries.count - 1 }
    // From the end: nearly always the last or the one before.
    var index = entries.count
    while index > 0 {
      index -= 1
      if counts(entry: index, by: cutoff) { return index }
    }
    return nil
  }

  /// The place of the change of status that counts; nil when there is none.
  func lastChange(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return changes.isEmpty ? nil : changes.count - 1 }
    return changes.indices.last { counts(change: $0, by: cutoff) }
  }

  func isRemoved(asOf cutoff: Cutoff?) -> Bool {
    lastChange(asOf: cutoff).map { changes[$0].isRemoved } ?? false
  }
}
