internal import Pipeline
internal import Storage

/// The very state of a store that something was worked out on.
///
/// Numbers alone do not tell: another store, or an older copy of this one that went on, may stand at the
/// path by now.
struct StoreState: Hashable {
  private let store: String
  let last: SequenceNumber
  private let event: String?

  init(_ store: any EventStore) throws(StoreError) {
    self.store = store.storeID
    last = store.pipeline.version
    event =
      last == .origin
      ? nil : try store.events(after: SequenceNumber(last.number - 1), limit: 1).last?.id
  }
}
