internal import Settings
internal import TOML

extension Workplace {
  /// Where a setting stands: the file, the line where there is one, and the key.
  func place(of key: String) -> String {
    let file = paths?.configurationFile ?? ""
    return reading.places[key].map { "\(file):\($0.line): \(key)" } ?? "\(file): \(key)"
  }
}
