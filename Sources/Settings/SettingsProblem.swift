package import TOML

/// Something in a file of settings that could not be used: the facts, no sentence.
///
/// Whatever it spoilt keeps its earlier value; nothing is ever abandoned for it.
package struct SettingsProblem: Error, Hashable, Sendable {
  /// What would have been right.
  package enum Expectation: Hashable, Sendable {
    /// `#rrggbb`, 0 to 255, a name of the sixteen, a palette's name or `default`; up to one a depth.
    case colour
    /// `bold`, `dim`, `italic`, `underline`, `reverse`, or `none` alone.
    case attributes
    /// A key that exists.
    case knownKey
    /// One character that takes one column.
    case glyph
    case text
    /// One line of at most so many characters.
    case name(limit: Int)
    /// A text, or an array of texts.
    case texts
    /// The name of an action of the board.
    case action
    /// The name of a key that a keyboard sends.
    case keyName
    /// A key that the terminal leaves to programs.
    case unreservedKey
    /// A key that is not this action's.
    case freeKey(of: String)
    /// A key at least, for what the board cannot be used without.
    case someKey
    /// A filter that can be read.
    case filter
    /// A view's name: no blanks, quotation marks, dots, brackets, `=`, `#` or backslashes.
    case viewName
    case boolean
    case wholeNumber(ClosedRange<Int>)
    case oneOf([String])
    /// A theme that the library has.
    case theme
    /// A theme that does not inherit from itself, and not through more than eight others.
    case inheritance
    /// A file that can be read.
    case readableFile(errno: Int32)
    case size(atMost: Int)
    case depth(atMost: Int)
    /// UTF-8 without U+0000.
    case utf8
    /// TOML.
    case toml(TOMLError.Expectation)
  }

  package var file: String
  /// Nil when it is about the whole file.
  package var place: TOMLPlace?
  /// Empty when it is about the whole file, or about what is no TOML.
  package var key: String
  package var value: String
  package var expected: Expectation

  package init(
    file: String, place: TOMLPlace? = nil, key: String = "", value: String = "",
    expected: Expectation
  ) {
    self.file = file
    self.place = place
    self.key = key
    self.value = value
    self.expected = expected
  }

  /// What keeps a text from being read as TOML.
  init(_ error: TOMLError, file: String) {
    self.init(file: file, place: error.place, value: error.found, expected: .toml(error.expected))
    if case .depth(let limit) = error.expected { expected = .depth(atMost: limit) }
  }
}

package typealias ThemeWarning = SettingsProblem
package typealias ConfigurationProblem = SettingsProblem
