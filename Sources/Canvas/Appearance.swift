/// A colour as a theme gives it: up to three depths, so that every terminal gets a chosen one.
package struct Colour: Hashable, Sendable {
  /// 0xRRGGBB for terminals with direct colour; also the source of a computed 256-colour index.
  package var rgb: UInt32?
  /// An index of the 256-colour palette.
  package var indexed: UInt8?
  /// One of the terminal's own 16 colours.
  package var ansi: UInt8?

  /// The terminal's own foreground or background.
  package static let terminal = Colour()

  package init(rgb: UInt32? = nil, indexed: UInt8? = nil, ansi: UInt8? = nil) {
    self.rgb = rgb
    self.indexed = indexed
    self.ansi = ansi
  }
}

/// How a role looks.
package struct Appearance: Hashable, Sendable {
  package var foreground: Colour
  package var background: Colour
  package var attributes: Attributes

  package init(
    foreground: Colour = .terminal, background: Colour = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// The terminal attributes a theme may use.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
}

/// A theme: an appearance for every role in colour, one without colour, and the glyphs.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var isDark: Bool
  /// Indexed by `Role.rawValue`.
  package var appearances: [Appearance]
  /// Attributes alone, for NO_COLOR and terminals without colours; indexed by `Role.rawValue`.
  package var monochrome: [Attributes]
  package var glyphs: Glyphs

  package init(
    name: String, isDark: Bool, appearances: [Appearance], monochrome: [Attributes], glyphs: Glyphs
  ) {
    precondition(appearances.count == Role.allCases.count, "a theme has an appearance per role")
    precondition(monochrome.count == Role.allCases.count, "a theme has attributes per role")
    self.name = name
    self.isDark = isDark
    self.appearances = appearances
    self.monochrome = monochrome
    self.glyphs = glyphs
  }

  /// How a role is drawn: where it names no colour of its own it has that of `Role.text`.
  package func look(of role: Role) -> Appearance {
    var look = appearances[Int(role.rawValue)]
    let plain = appearances[Int(Role.text.rawValue)]
    if look.foreground == .terminal { look.foreground = plain.foreground }
    if look.background == .terminal { look.background = plain.background }
    return look
  }
}
