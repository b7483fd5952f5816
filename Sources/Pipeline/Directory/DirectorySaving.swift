/// An entry of the directory that somebody wants stored, and what they saw when they wrote it.
package struct DirectorySaving: Hashable, Sendable {
  package var entry: DirectoryEntry
  package var expected: Expectation

  package enum Expectation: Hashable, Sendable {
    /// Whatever is there is replaced.
    case anything
    /// The entry that was there, or none. A member left as it was seen keeps what others wrote; a
    /// member changed by both is a conflict.
    case entry(DirectoryEntry?)
  }

  package init(_ entry: DirectoryEntry, expected: Expectation) {
    self.entry = entry
    self.expected = expected
  }
}
