internal import Storage
internal import Wording

/// Says once that a store was moved or is damaged, for whoever follows it; and anew when it was back.
struct AstrayNotice {
  private var isSaid = false

  /// Why the store is not what it was; nil when it is, or when that was said.
  mutating func news(of store: any EventStore, _ words: Words) -> String? {
    guard store.access.isAstray != isSaid else { return nil }
    isSaid.toggle()
    guard isSaid, case .readOnly(let reason) = store.access else { return nil }
    return words.readOnly(reason, path: store.place)
  }
}
