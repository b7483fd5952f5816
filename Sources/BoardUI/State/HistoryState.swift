package import Pipeline

/// The history view: who did what when, newest first, a line per commit.
package struct HistoryState: Hashable, Sendable {
  /// One step as it was saved.
  package struct Entry: Hashable, Sendable {
    package let commit: CommitReference
    package let by: Actor
    package let recordedAt: Int64
    /// The event that describes the step best.
    package let event: Event
    /// How many of the step's events the view shows: all, or those of its project.
    package let count: Int
    /// All of them, newest first, as the store gave them.
    package fileprivate(set) var events: [Event] = []
    /// How many projects it added.
    package let added: Int
  }

  /// The project it is narrowed to; nil for all.
  package var project: ProjectID?
  package var entries: [Entry] = []
  package var row = 0
  package var top = 0

  package var selected: Entry? { entries.indices.contains(row) ? entries[row] : nil }

  /// Takes in events, newest first, as the store gave them.
  mutating func show(_ events: [RecordedEvent]) {
    var grouped: [Entry] = []
    var parts: [[Event]] = []
    for recorded in events {
      if let last = grouped.last, last.commit.first == recorded.commit {
        grouped[grouped.count - 1] = HistoryState.entry(recorded, joining: last)
        parts[grouped.count - 1].append(recorded.event)
      } else {
        grouped.append(HistoryState.entry(recorded, joining: nil))
        parts.append([recorded.event])
      }
    }
    for index in grouped.indices { grouped[index].events = parts[index] }
    // What was chosen stays chosen, however much was recorded since; at the top, what is new is.
    let chosen = row > 0 ? selected?.commit.first : nil
    entries = grouped
    let place = chosen.flatMap { first in grouped.firstIndex { $0.commit.first == first } }
    row = min(place ?? row, max(0, grouped.count - 1))
  }

  /// A move says more than the edits that were saved with it, a merger more than what it moved.
  private static func entry(_ recorded: RecordedEvent, joining other: Entry?) -> Entry {
    var event = recorded.event
    if let other, other.event.isMerger { event = other.event }
    if let other, case .moved = other.event { event = other.event }
    var added = other?.added ?? 0
    if case .projectAdded = recorded.event { added += 1 }
    return Entry(
      commit: CommitReference(
        first: recorded.commit, count: recorded.parts, uid: recorded.by.uid),
      by: recorded.by, recordedAt: recorded.recordedAt, event: event,
      count: (other?.count ?? 0) + 1, added: added)
  }
}
