/// Programs of the bureau's that hear of changes: `[hooks]`; each a program and its arguments.
package struct HookSettings: Equatable, Sendable {
  /// Gets every stored event as a line of JSON.
  package var onChange: [String] = []
  /// Gets the events that are to be stored, and may refuse.
  package var beforeCommit: [String] = []

  package var isEmpty: Bool { onChange.isEmpty && beforeCommit.isEmpty }
}
