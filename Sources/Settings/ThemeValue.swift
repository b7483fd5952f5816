internal import Canvas

/// The small language of a theme's values.
///
/// `FG`, `FG on BG`, and attributes after commas: `"#4f83d1 | 68 | blue, bold"`. A colour is a name
/// of the palette, `default`, or up to three depths between bars, told apart by their shape.
struct ThemeValue {
  /// The `[palette]` section's colours.
  var palette: [String: Colour] = [:]

  /// The appearance that a value describes; nil when it is not understood.
  func appearance(_ text: String) -> Appearance? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard let colours = parts.first, let attributes = attributes(parts.dropFirst()) else {
      return nil
    }
    let sides = colours.split(separator: " on ", omittingEmptySubsequences: false)
    guard sides.count <= 2, let foreground = sides.first.flatMap({ colour(trimmed($0)) }) else {
      return nil
    }
    var appearance = Appearance(foreground: foreground, attributes: attributes)
    if sides.count == 2 {
      guard let background = colour(trimmed(sides[1])) else { return nil }
      appearance.background = background
    }
    return appearance
  }

  /// The attributes of the `[mono]` sections; nil when one is not known.
  func attributes(_ text: String) -> Attributes? {
    if trimmed(text[...]) == "none" { return [] }
    return attributes(
      text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)[...])
  }

  /// The colour that a text describes; nil when it is not understood.
  func colour(_ text: Substring) -> Colour? {
    if text == "default" { return .terminal }
    if let named = palette[String(text)] { return named }
    var colour = Colour()
    for part in text.split(separator: "|", omittingEmptySubsequences: false).map(trimmed) {
      if part.first == "#" {
        guard colour.rgb == nil, let rgb = ThemeValue.rgb(part.dropFirst()) else { return nil }
        colour.rgb = rgb
      } else if let ansi = ThemeValue.ansiNames.firstIndex(of: String(part)) {
        guard colour.ansi == nil else { return nil }
        colour.ansi = UInt8(ansi)
      } else if part.allSatisfy(\.isASCII), let index = UInt8(part) {
        guard colour.indexed == nil else { return nil }
        colour.indexed = index
      } else {
        return nil
      }
    }
    return colour
  }

  private func attributes(_ names: ArraySlice<Substring>) -> Attributes? {
    var attributes: Attributes = []
    for name in names {
      switch name {
      case "bold": attributes.insert(.bold)
      case "dim": attributes.insert(.dim)
      case "italic": attributes.insert(.italic)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      default: return nil
      }
    }
    return attributes
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private static func rgb(_ digits: Substring) -> UInt32? {
    guard digits.allSatisfy({ $0.isHexDigit && $0.isASCII }) else { return nil }
    switch digits.count {
    case 6: return UInt32(digits, radix: 16)
    case 3: return UInt32(digits.map { "\($0)\($0)" }.joined(), radix: 16)
    default: return nil
    }
  }

  private static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta",
    "bright-cyan", "bright-white",
  ]
}
