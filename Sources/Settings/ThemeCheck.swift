package import Canvas

/// What a theme does badly: text that is hard to read, and states that look alike.
package struct ThemeCheck: Equatable, Sendable {
  package enum Finding: Hashable, Sendable {
    /// Contrast in tenths, and the least in tenths: 4.5 for text, 3 for lines and bars.
    case lowContrast(Role, ColourDepth, tenths: Int, least: Int)
    /// Two stages that look the same in a depth.
    case stagesAlike(Role, Role, ColourDepth)
    /// Two parts of one stage's bar that look the same in a depth, and have no sign.
    case partsAlike(Role, Role, ColourDepth)
    /// Two states that look the same without colour.
    case statesAlike(Role, Role)
  }

  package let findings: [Finding]

  /// Looks at a theme at every depth, on the background it is made for.
  package init(_ theme: Theme) {
    var findings: [Finding] = []
    for depth in ThemeCheck.colourDepths {
      for role in Role.allCases {
        let least = ThemeCheck.drawn.contains(role) ? 30 : 45
        let tenths = Int(ThemeCheck.contrast(of: role, in: theme, at: depth) * 10)
        if tenths < least {
          findings.append(.lowContrast(role, depth, tenths: tenths, least: least))
        }
      }
      findings += ThemeCheck.stagesAlike(in: theme, at: depth, to: .full)
      findings += ThemeCheck.partsAlike(in: theme, at: depth, to: .full)
    }
    findings += ThemeCheck.statesAlike(in: theme)
    self.findings = findings
  }

  static let colourDepths: [ColourDepth] = [.direct, .indexed, .ansi16]
  /// Lines and bars need not be read.
  private static let drawn: Set<Role> = [.border, .bar]

  /// The contrast of a role's text and ground.
  static func contrast(of role: Role, in theme: Theme, at depth: ColourDepth) -> Double {
    let look = theme.look(of: role)
    // Where only the sixteen are named, the terminal's own black is what they were chosen for.
    let isANSI = [look.foreground, look.background].allSatisfy { $0.paletteIndex == $0.ansi }
    let depth = isANSI && look.foreground != .terminal ? ColourDepth.ansi16 : depth
    return ColourVision.contrast(
      look.foreground.rgb(at: depth) ?? ink(of: theme, at: depth),
      look.background.rgb(at: depth) ?? ground(of: theme, at: depth))
  }

  /// Stages that nothing tells apart: neither attributes nor a ground nor a colour these eyes part.
  static func stagesAlike(
    in theme: Theme, at depth: ColourDepth, to eyes: ColourVision
  ) -> [Finding] {
    var findings: [Finding] = []
    for (index, one) in stages.enumerated() {
      for other in stages[(index + 1)...] {
        let (first, second) = (theme.look(of: one), theme.look(of: other))
        if first.attributes != second.attributes || first.background != second.background {
          continue
        }
        let inks = [first, second].map { $0.foreground.rgb(at: depth) ?? ink(of: theme, at: depth) }
        if eyes.difference(inks[0], inks[1]) < 10 {
          findings.append(.stagesAlike(one, other, depth))
        }
      }
    }
    // A theme without colour means to have the stages alike: their names tell them apart.
    let isColourless = stages.allSatisfy {
      theme.appearances[Int($0.rawValue)].foreground == .terminal
    }
    return isColourless ? [] : findings
  }

  /// Parts of a bar that nothing tells apart: neither a sign nor a ground these eyes part.
  static func partsAlike(
    in theme: Theme, at depth: ColourDepth, to eyes: ColourVision
  ) -> [Finding] {
    let signs: [Role: Character] = [
      .dropped: theme.glyphs.barDropped, .track: theme.glyphs.barEmpty,
    ]
    func sign(_ role: Role) -> Character {
      signs[role]
        ?? (role.rawValue >= Role.still1.rawValue ? theme.glyphs.barStill : theme.glyphs.bar)
    }
    var findings: [Finding] = []
    for (area, still) in zip(areas, stills) {
      for (one, other) in [(area, still), (area, .dropped), (still, .dropped), (area, .track)]
      where sign(one) == sign(other) {
        let grounds = [one, other].map {
          theme.look(of: $0).background.rgb(at: depth) ?? ground(of: theme, at: depth)
        }
        if eyes.difference(grounds[0], grounds[1]) < 10 {
          findings.append(.partsAlike(one, other, depth))
        }
      }
    }
    return findings
  }

  private static func statesAlike(in theme: Theme) -> [Finding] {
    var findings: [Finding] = []
    for (index, one) in states.enumerated() {
      for other in states[(index + 1)...]
      where theme.monochrome[Int(one.rawValue)] == theme.monochrome[Int(other.rawValue)] {
        findings.append(.statesAlike(one, other))
      }
    }
    for role in notPlain where theme.monochrome[Int(role.rawValue)] == plain(theme) {
      findings.append(.statesAlike(.text, role))
    }
    return findings
  }

  private static func plain(_ theme: Theme) -> Attributes {
    theme.monochrome[Int(Role.text.rawValue)]
  }

  private static let areas: [Role] = [.area1, .area2, .area3, .area4, .area5, .area6]
  private static let stills: [Role] = [.still1, .still2, .still3, .still4, .still5, .still6]
  private static let stages: [Role] = [.stage1, .stage2, .stage3, .stage4, .stage5, .stage6]
  /// What a card or a column may be at once: every two must differ.
  private static let states: [Role] = [
    .text, .selected, .marked, .drag, .drop, .dropClosed, .held, .error, .ageStale,
  ]
  private static let notPlain: [Role] = [.warn, .hit, .input, .tabActive, .header, .ageWarn]

  /// A terminal's usual grounds: black where there are sixteen colours, near it where there are more.
  private static func ground(of theme: Theme, at depth: ColourDepth) -> UInt32 {
    switch (theme.isDark, depth) {
    case (true, .ansi16): 0x000000
    case (true, _): 0x1C1C1C
    case (false, .ansi16): 0xFFFFFF
    case (false, _): 0xFAFAFA
    }
  }

  private static func ink(of theme: Theme, at depth: ColourDepth) -> UInt32 {
    theme.isDark ? 0xD0D0D0 : 0x1C1C1C
  }
}
