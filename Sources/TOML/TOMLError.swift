/// Where a text stops being TOML, and what would have been right: facts, no sentence.
package struct TOMLError: Error, Hashable, Sendable {
  /// What the reader was looking for.
  package enum Expectation: Hashable, Sendable {
    case value
    /// A bare key of `A-Z a-z 0-9 - _`, or a key in quotation marks.
    case key
    /// `=` or a dot after a key.
    case equals
    /// Nothing more on the line but a comment.
    case lineEnd
    /// The sign that closes what was opened: a quotation mark, `]`, `]]`, `}`.
    case closing(String)
    /// A comma or the bracket that closes.
    case comma(or: String)
    /// A key that the table does not have yet; it was given at `first`.
    case newKey(first: TOMLPlace)
    /// A table that may still be added to; what stands there was given at `first`.
    case openTable(first: TOMLPlace)
    /// One of `\b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX`.
    case escape
    /// A Unicode scalar value: no half of a pair, nothing above U+10FFFF.
    case scalarValue
    /// No control character but tab; it can be written as an escape.
    case noControl
    /// A whole number or a number with a point, as TOML writes them.
    case number
    /// A whole number that fits into 64 bits.
    case integerOf64Bits
    /// A date, a time or both that there is.
    case dateOrTime
    /// Tables and arrays inside one another at most so deep.
    case depth(atMost: Int)
  }

  package let place: TOMLPlace
  /// What stands there instead; empty at the end of a line or of the text.
  package let found: String
  package let expected: Expectation

  package init(place: TOMLPlace, found: String, expected: Expectation) {
    self.place = place
    self.found = found
    self.expected = expected
  }
}
