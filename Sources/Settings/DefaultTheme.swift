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
    case .text: Appearance(foreground: .ink, background: .ground)
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
    case .stage1, .stage2, .stage3, .stage4, .stage5, .stage6:
      Appearance(foreground: stages[Int(role.rawValue - Role.stage1.rawValue)])
    case .ageFresh: Appearance(foreground: .quiet)
    case .ageWarn: Appearance(foreground: .amber)
    case .ageStale: Appearance(foreground: .rose, attributes: .bold)
    case .bar: Appearance(foreground: .blue)
    case .tab: Appearance(foreground: .quiet)
    case .tabActive: Appearance(foreground: .night, background: .blue, attributes: .bold)
    case .area1, .area2, .area3, .area4, .area5, .area6:
      Appearance(foreground: .night, background: stages[Int(role.rawValue - Role.area1.rawValue)])
    case .still1, .still2, .still3, .still4, .still5, .still6:
      Appearance(
        foreground: Colour(rgb: 0xFFFFFF, indexed: 231, ansi: 0),
        background: shades[Int(role.rawValue - Role.still1.rawValue)])
    case .dropped:
      Appearance(
        foreground: Colour(rgb: 0xFFFFFF, indexed: 231, ansi: 15),
        background: Colour(rgb: 0x7A2E2E, indexed: 88, ansi: 1))
    case .track:
      Appearance(
        foreground: Colour(rgb: 0xD0D0D0, indexed: 252, ansi: 0),
        background: Colour(rgb: 0x3A3D47, indexed: 238, ansi: 8))
    case .thumb:
      Appearance(foreground: .night, background: Colour(rgb: 0x8A8D98, indexed: 245, ansi: 7))
    case .card: Appearance(foreground: .ink, background: .block)
    case .cardDim:
      Appearance(foreground: Colour(rgb: 0xA8A8A8, indexed: 248, ansi: 7), background: .block)
    case .cardLate: Appearance(foreground: .rose, background: .block)
    case .cardStale: Appearance(foreground: .amber, background: .block)
    case .cardHeld:
      Appearance(
        foreground: Colour(rgb: 0xA8A8A8, indexed: 248, ansi: 7), background: .block,
        attributes: .italic)
    case .stripeLate:
      Appearance(
        foreground: Colour(rgb: 0xFFFFFF, indexed: 231, ansi: 15),
        background: Colour(rgb: 0xAF2E2E, indexed: 124, ansi: 1))
    case .stripeStale:
      Appearance(foreground: .night, background: Colour(rgb: 0xC08A2E, indexed: 172, ansi: 3))
    case .stripeHeld:
      Appearance(foreground: .night, background: Colour(rgb: 0x8A8D98, indexed: 245, ansi: 7))
    }
  }

  private static let stages: [Colour] = [
    Colour(rgb: 0x7AA2D6, indexed: 110, ansi: 6), Colour(rgb: 0x56B6A8, indexed: 73, ansi: 14),
    Colour(rgb: 0xB294D8, indexed: 140, ansi: 13), Colour(rgb: 0xD9B35F, indexed: 179, ansi: 3),
    Colour(rgb: 0xE38B6B, indexed: 173, ansi: 9), Colour(rgb: 0x87BF6A, indexed: 107, ansi: 2),
  ]

  private static let shades: [Colour] = [
    Colour(rgb: 0x3F5F87, indexed: 60, ansi: 7), Colour(rgb: 0x2E6B62, indexed: 23, ansi: 7),
    Colour(rgb: 0x63477F, indexed: 96, ansi: 7), Colour(rgb: 0x7A5F24, indexed: 94, ansi: 7),
    Colour(rgb: 0x86472F, indexed: 95, ansi: 7), Colour(rgb: 0x4C6B2F, indexed: 22, ansi: 7),
  ]

  private static func attributes(of role: Role) -> Attributes {
    switch role {
    case .text, .border, .ok, .stage1, .stage2, .stage3, .stage4, .stage5, .stage6, .ageFresh, .bar,
      .tab, .still1, .still2, .still3, .still4, .still5, .still6, .track, .card:
      []
    case .dim, .cardDim, .dropped: .dim
    case .area1, .area2, .area3, .area4, .area5, .area6, .thumb, .stripeStale: .reverse
    case .stripeLate: [.bold, .reverse]
    case .stripeHeld: [.dim, .reverse]
    case .cardLate: [.bold, .underline]
    case .cardStale: .bold
    case .accent, .borderFocus, .header, .key, .warn, .marked, .ageWarn: .bold
    case .status, .selected, .tabActive: .reverse
    case .error: [.bold, .underline, .reverse]
    case .drag: [.bold, .reverse]
    case .drop: [.bold, .underline]
    case .dropClosed: [.dim, .underline]
    case .input: [.underline, .reverse]
    case .hit, .ageStale: .underline
    case .held, .cardHeld: [.dim, .italic]
    }
  }
}

extension Colour {
  fileprivate static let ink = Colour(rgb: 0xD0D0D0, indexed: 252, ansi: 7)
  fileprivate static let ground = Colour(rgb: 0x14171C, indexed: 233, ansi: 0)
  /// What a card stands on.
  fileprivate static let block = Colour(rgb: 0x23272F, indexed: 236, ansi: 0)
  fileprivate static let quiet = Colour(rgb: 0x9E9E9E, indexed: 247, ansi: 7)
  fileprivate static let faint = Colour(rgb: 0x767676, indexed: 243, ansi: 8)
  fileprivate static let blue = Colour(rgb: 0x8AB4F8, indexed: 111, ansi: 6)
  fileprivate static let rose = Colour(rgb: 0xFF8787, indexed: 210, ansi: 9)
  fileprivate static let amber = Colour(rgb: 0xE5C07B, indexed: 180, ansi: 11)
  fileprivate static let green = Colour(rgb: 0x87D787, indexed: 114, ansi: 2)
  fileprivate static let night = Colour(rgb: 0x1C1C1C, indexed: 234, ansi: 0)
}
