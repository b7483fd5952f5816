/// Where something stands in a text: the line and the character in it, both from 1.
package struct TOMLPlace: Hashable, Comparable, Sendable {
  package var line: Int
  /// In Unicode scalars, as editors count them.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (one: TOMLPlace, other: TOMLPlace) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
