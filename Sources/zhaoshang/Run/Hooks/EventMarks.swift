internal import Pipeline
internal import Storage

/// Where others have come in a store's events, by number and by the events' own names: a store that
/// was brought back from a backup gives its numbers again, to other events.
struct EventMarks: Equatable {
  struct Mark: Equatable {
    let last: SequenceNumber
    let event: String
  }

  private(set) var all: [Mark]

  init(_ marks: [Mark] = []) { all = marks }

  private static let most = 64

  mutating func add(_ event: RecordedEvent) {
    all.append(Mark(last: event.sequence, event: event.id))
    if all.count > EventMarks.most { thin(from: event.sequence.number) }
  }

  /// Takes one away, so that those that stay lie the denser the nearer they are: however old a backup
  /// is, a mark lies before it that is not much older.
  private mutating func thin(from newest: UInt64) {
    let gaps = (1..<all.count - 1).map { index in
      let gap = all[index + 1].last.number &- all[index - 1].last.number
      return (index, Double(gap) / Double(max(1, newest &- all[index].last.number)))
    }
    if let (index, _) = gaps.min(by: { $0.1 < $1.1 }) { all.remove(at: index) }
  }

  /// Marks of what a store holds already, the denser the nearer to its end.
  ///
  /// - Complexity: O(log events) looks into the store.
  init(of store: any EventStore) throws(StoreError) {
    all = []
    let last = store.pipeline.version.number
    var back: UInt64 = 1
    var found: [Mark] = []
    while back <= last {
      let before = SequenceNumber(last - back)
      if let event = try store.events(after: before, limit: 1).first {
        found.append(Mark(last: event.sequence, event: event.id))
      }
      back *= 2
    }
    all = found.reversed()
  }

  /// Up to where this store's own history was heard: the last event that both histories have.
  ///
  /// - Parameter last: What was heard last; for lack of a mark of it, its number has to do.
  func place(after last: SequenceNumber, in store: any EventStore) throws(StoreError)
    -> SequenceNumber
  {
    guard let newest = all.last, newest.last == last else {
      return min(last, store.pipeline.version)
    }
    for mark in all.reversed() where (1...store.pipeline.version.number).contains(mark.last.number)
    {
      let before = SequenceNumber(mark.last.number - 1)
      if try store.events(after: before, limit: 1).first?.id == mark.event { return mark.last }
    }
    return .origin
  }
}
