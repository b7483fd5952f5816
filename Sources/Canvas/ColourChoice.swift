/// Whether colours are used.
package enum ColourChoice: String, CaseIterable, Sendable {
  case always, auto, never

  /// Whether colours are used at all; asking for them outright wins over NO_COLOR.
  package func allowsColour(noColour: Bool) -> Bool {
    switch self {
    case .always: true
    case .auto: !noColour
    case .never: false
    }
  }
}
