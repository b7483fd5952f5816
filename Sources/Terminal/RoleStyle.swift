package import Canvas

/// What a role becomes on one terminal: attributes and two colour numbers, -1 for its own.
package struct RoleStyle: Hashable, Sendable {
  package var attributes: Attributes
  package var foreground: Int32
  package var background: Int32

  /// The styles of all roles, indexed by `Role.rawValue`.
  package static func table(of theme: Theme, at depth: ColourDepth) -> [RoleStyle] {
    Role.allCases.map { role in
      let index = Int(role.rawValue)
      return depth == .none
        ? RoleStyle(attributes: theme.monochrome[index], foreground: -1, background: -1)
        : RoleStyle(theme.look(of: role), at: depth)
    }
  }

  private init(attributes: Attributes, foreground: Int32, background: Int32) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  private init(_ appearance: Appearance, at depth: ColourDepth) {
    attributes = appearance.attributes
    foreground = RoleStyle.number(of: appearance.foreground, at: depth)
    background = RoleStyle.number(of: appearance.background, at: depth)
    if depth == .ansi8 {
      // Eight colours have no bright ones; bold is how such a terminal brightens.
      if foreground >= 8 { attributes.insert(.bold) }
      if foreground >= 0 { foreground &= 7 }
      if background >= 0 { background &= 7 }
    }
  }

  private static func number(of colour: Colour, at depth: ColourDepth) -> Int32 {
    switch depth {
    case .none: return -1
    case .ansi8, .ansi16: return colour.ansi.map { Int32($0 & 15) } ?? -1
    case .indexed: return colour.paletteIndex.map(Int32.init) ?? -1
    case .direct:
      // The user's own eight stay theirs; 0 to 7 mean those, so black and its like move up one.
      if colour.rgb == nil, colour.indexed == nil, let ansi = colour.ansi, ansi < 8 {
        return Int32(ansi)
      }
      return colour.directRGB.map { max(8, Int32($0 & 0xFF_FFFF)) } ?? -1
    }
  }
}
