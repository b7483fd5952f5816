internal import Storage
internal import Wording

/// Says once that a store was moved, is damaged or out of reach, for whoever follows it, and once that its
/// server is there again.
struct StoreNotice {
  private var standing: Standing

  private enum Standing {
    case well
    /// Its server is away.
    case away
    case astray

    init(_ access: StoreAccess) {
      if case .readOnly(.offline) = access {
        self = .away
      } else {
        self = access.isAstray ? .astray : .well
      }
    }
  }

  /// A server that was away when the store was opened has been told of.
  init(_ store: any EventStore) {
    standing = Standing(store.access) == .away ? .away : .well
  }

  /// What is to be said, and whether it is that nothing comes for the time being; nil when that was said.
  mutating func news(of store: any EventStore, _ words: Words) -> (sentence: String, isBad: Bool)? {
    let before = standing
    standing = Standing(store.access)
    guard standing != before else { return nil }
    switch (standing, store.access) {
    case (.well, _):
      return before == .away ? (words.serverIsBack(store.place), false) : nil
    case (.away, .readOnly(.offline(let fault, let since))):
      return (words.serverIsAway(fault, since: since, at: store.place), true)
    case (_, .readOnly(let reason)): return (words.readOnly(reason, path: store.place), true)
    case (_, .readWrite): return nil
    }
  }
}
