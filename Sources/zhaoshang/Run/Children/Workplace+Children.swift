internal import Storage

extension Workplace {
  /// What the bureau's programs find in their environment: the store that they are started for, so
  /// that `zhaoshang` in them means the same one.
  var childVariables: [String: String] {
    guard let store else { return [:] }
    let address =
      if case .folder(let path) = store { TypedPath(path, home: nil).full } else { store.text }
    return [Workplace.storeVariable: address]
  }
}
