package import Canvas

extension Theme {
  /// The theme that needs no file.
  ///
  /// `themes/default-dark.toml` says the same, and a test holds the two together.
  package static let defaultDark: Theme = {
    var appearances: [Appearance] = []
    var monochrome: [Attributes] = []
    for role in Role.allCases {
      appearances.append(appearance(of: role))
      monochrome.append(attributes(of: role))
    }
    return Theme(
      name: "default-dark", isDark: true, appearances: appearances, monochrome: monochrome,
      glyphs: .line)
  }()

  private static func appearance(of role: Role) -> Appearance {
    switch role {
    case .text: Appearance()
    case .dim: Appearance(foreground: .quiet)
    case .accent: Appearance(foreground: .blue)
    case .border: Appearance(foreground: .faint)
    case .borderFocus: Appearance(foreground: .blue, attributes: .bold)
    case .header: Appearance(foreground: .ink, attributes: .bold)
    case .key: Appearance(foreground: .amber)
    case .status:
      Appearance(
        foreground: Colour(rgb: 0xD0D0D0, indexed: 252, ansi: 7),
        background: Colour(rgb: 0x303030, indexed: 236, ansi: 0))
    case .error: Appearance(foreground: .rose, attributes: .bold)
    case .warn: Appearance(foreground: .amber)
    case .ok: Appearance(foreground: .green)
    case .selected:
      Appearance(
        foreground: Colour(rgb: 0xFFFFFF, indexed: 231, ansi: 15),
        background: Colour(rgb: 0x005F87, indexed: 24, ansi: 4), attributes: .bold)
    case .marked: Appearance(foreground: .amber, attributes: .bold)
    case .drag: Appearance(foreground: .night, background: .amber)
    case .drop: Appearance(foreground: .night, background: .green, attributes: .bold)
    case .dropClosed: Appearance(foreground: .night, background: .rose)
    case .input:
      Appearance(
        foreground: Colour(rgb: 0xFFFFFF, indexed: 231, ansi: 15),
        background: Colour(rgb: 0x3A3A3A, indexed: 237, ansi: 0), attributes: .underline)
    case .hit: Appearance(foreground: .amber, attributes: .underline)
    case .held: Appearance(foreground: .quiet, attributes: .italic)
    case .stage1: Appearance(foreground: Colour(rgb: 0x7AA2D6, indexed: 110, ansi: 6))
    case .stage2: Appearance(foreground: Colour(rgb: 0x56B6A8, indexed: 73, ansi: 14))
    case .stage3: Appearance(foreground: Colour(rgb: 0xB294D8, indexed: 140, ansi: 13))
    case .stage4: Appearance(foreground: Colour(rgb: 0xD9B35F, indexed: 179, ansi: 3))
    case .stage5: Appearance(foreground: Colour(rgb: 0xE38B6B, indexed: 173, ansi: 9))
    case .stage6: Appearance(foreground: Colour(rgb: 0x87BF6A, indexed: 107, ansi: 2))
    case .ageFresh: Appearance(foreground: .quiet)
    case .ageWarn: Appearance(foreground: .amber)
    case .ageStale: Appearance(foreground: .rose, attributes: .bold)
    case .bar: Appearance(foreground: .blue)
    case .tab: Appearance(foreground: .quiet)
    case .tabActive: Appearance(foreground: .night, background: .blue, attributes: .bold)
    }
  }

  private static func attributes(of role: Role) -> Attributes {
    switch role {
    case .text, .border, .ok, .stage1, .stage2, .stage3, .stage4, .stage5, .stage6, .ageFresh, .bar,
      .tab:
      []
    case .dim: .dim
    case .accent, .borderFocus, .header, .key, .warn, .marked, .ageWarn: .bold
    case .status, .selected, .tabActive: .reverse
    case .error: [.bold, .underline, .reverse]
    case .drag: [.bold, .reverse]
    case .drop: [.bold, .underline]
    case .dropClosed: [.dim, .underline]
    case .input: [.underline, .reverse]
    case .hit, .ageStale: .underline
    case .held: [.dim, .italic]
    }
  }
}

extension Colour {
  fileprivate static let ink = Colour(rgb: 0xD0D0D0, indexed: 252, ansi: 7)
  fileprivate static let quiet = Colour(rgb: 0x9E9E9E, indexed: 247, ansi: 7)
  fileprivate static let faint = Colour(rgb: 0x767676, indexed: 243, ansi: 8)
  fileprivate static let blue = Colour(rgb: 0x8AB4F8, indexed: 111, ansi: 6)
  fileprivate static let rose = Colour(rgb: 0xFF8787, indexed: 210, ansi: 9)
  fileprivate static let amber = Colour(rgb: 0xE5C07B, indexed: 180, ansi: 11)
  fileprivate static let green = Colour(rgb: 0x87D787, indexed: 114, ansi: 2)
  fileprivate static let night = Colour(rgb: 0x1C1C1C, indexed: 234, ansi: 0)
}
