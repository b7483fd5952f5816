internal import Storage

extension StoreAccess {
  /// Whether the store was moved or is damaged.
  ///
  /// Nothing tells when somebody mends it, so whoever waits for it has to look.
  var isAstray: Bool {
    switch self {
    case .readOnly(.replaced), .readOnly(.damaged): true
    default: false
    }
  }
}
