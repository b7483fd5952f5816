package import Pipeline

// Which of a project's events belong to a picture, and which entry was the first: said here, and
// nowhere else.
extension StageHistory {
  /// Whether an entry belongs to a picture.
  ///
  /// One without a date is in from the day of the latest dated entry recorded before it; when there is
  /// none, always.
  func counts(entry index: Int, by cutoff: Cutoff) -> Bool {
    let on = entries[index].on
    if on.settled != nil { return on.isSettled(by: cutoff) }
    return latest(before: index).isSettled(by: cutoff)
  }

  /// Whether a change of status belongs to a picture.
  ///
  /// One without a date is in from the day of the latest dated event recorded before it, as far as
  /// the next dated change leaves room.
  func counts(change index: Int, by cutoff: Cutoff) -> Bool {
    let on = changes[index].on
    if on.settled != nil { return on.isSettled(by: cutoff) }
    var from = latest(before: entries.count)
    for change in changes[..<index] { from = from.later(change.on) }
    if let next = changes[(index + 1)...].first(where: { $0.on.settled != nil })?.on.settled,
      let day = from.settled, next < day
    {
      return next <= cutoff.day
    }
    return from.isSettled(by: cutoff)
  }

  private func latest(before index: Int) -> SettledDate {
    var latest = SettledDate(.unknown)
    for entry in entries[..<index] { latest = latest.later(entry.on) }
    return latest
  }

  /// The first entry that counts, into one stage or into any: the one of the earliest date, or one
  /// without a date that was recorded before all others; nil when there is none.
  ///
  /// - Complexity: O(entries).
  func firstEntry(into stage: Stage? = nil, asOf cutoff: Cutoff) -> Int? {
    var first: Int?
    for index in entries.indices {
      let entry = entries[index]
      if let stage, entry.stage != stage { continue }
      guard counts(entry: index, by: cutoff) else { continue }
      guard let earlier = first else {
        first = index
        continue
      }
      guard let known = entries[earlier].on.settled else { return earlier }
      if let day = entry.on.settled, day < known { first = index }
    }
    return first
  }
}

extension SettledDate {
  /// The later one of two; no date is before all.
  func later(_ other: SettledDate) -> SettledDate {
    guard let day = other.settled else { return self }
    return settled.map { $0 < day } ?? true ? other : self
  }
}

extension Project {
  /// When the project first entered a stage, or any, by a moment; unknown without a date, nil when it
  /// had not.
  ///
  /// - Complexity: O(entries).
  package func firstEntry(into stage: Stage? = nil, at moment: Moment) -> StageEntry? {
    history.firstEntry(into: stage, asOf: moment.limit).map { entries[$0] }
  }

  /// The entries that count at a moment, in the order recorded.
  package func entries(at moment: Moment) -> [StageEntry] {
    let history = history
    return entries.indices.filter { history.counts(entry: $0, by: moment.limit) }
      .map { entries[$0] }
  }

  /// The changes of status that count at a moment, in the order recorded.
  package func statuses(at moment: Moment) -> [StatusEntry] {
    let history = history
    return statuses.indices.filter { history.counts(change: $0, by: moment.limit) }
      .map { statuses[$0] }
  }
}
