internal import Canvas

/// Colours for text that is printed and not drawn.
struct Paint {
  let depth: ColourDepth

  /// A text in the colours of a role; as it is where there are none.
  func painted(_ text: String, as role: Role, of theme: Theme) -> String {
    var look = theme.appearances[Int(role.rawValue)]
    // What is printed stands on the terminal's own ground, among what other programs print.
    if look.background == theme.look(of: .text).background { look.background = .terminal }
    var codes: [String] = []
    let attributes = depth == .none ? [] : look.attributes
    for (attribute, code) in [
      (Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ] where attributes.contains(attribute) {
      codes.append(code)
    }
    codes += self.codes(look.foreground, base: 30) + self.codes(look.background, base: 40)
    return codes.isEmpty
      ? text : "\u{1B}[" + codes.joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }

  private func codes(_ colour: Colour, base: Int) -> [String] {
    switch depth {
    case .none: return []
    case .ansi8, .ansi16:
      guard let index = colour.ansi else { return [] }
      return ["\(index < 8 ? base + Int(index) : base + 52 + Int(index))"]
    case .indexed: return colour.paletteIndex.map { ["\(base + 8)", "5", "\($0)"] } ?? []
    case .direct:
      guard let rgb = colour.directRGB else { return [] }
      return [
        "\(base + 8)", "2", "\(rgb >> 16 & 0xFF)", "\(rgb >> 8 & 0xFF)", "\(rgb & 0xFF)",
      ]
    }
  }
}
