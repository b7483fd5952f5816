/// How many colours a terminal can show.
package enum ColourDepth: CaseIterable, Hashable, Sendable {
  case none, ansi8, ansi16, indexed, direct

  /// The depth of a terminal that says it has so many colours.
  package init(colours: Int) {
    switch colours {
    case 0x100_0000...: self = .direct
    case 256...: self = .indexed
    case 16...: self = .ansi16
    case 8...: self = .ansi8
    default: self = .none
    }
  }
}

extension Colour {
  /// The index of the 256-colour palette: the theme's own, or the nearest to its RGB, or its ANSI.
  package var paletteIndex: UInt8? {
    if let indexed { return indexed }
    if let rgb { return Colour.nearestIndex(to: rgb) }
    return ansi
  }

  /// The RGB to be sent to a terminal with direct colour; nil for the terminal's own colour.
  package var directRGB: UInt32? {
    rgb ?? paletteIndex.map(Colour.rgb(ofIndex:))
  }

  /// The colour that a depth shows, as RGB; nil for the terminal's own.
  package func rgb(at depth: ColourDepth) -> UInt32? {
    switch depth {
    case .none: nil
    case .ansi8, .ansi16: ansi.map(Colour.rgb(ofIndex:))
    case .indexed: paletteIndex.map(Colour.rgb(ofIndex:))
    case .direct: directRGB
    }
  }

  /// The usual RGB of a palette index: xterm's 16, the 6×6×6 cube, and the greys.
  package static func rgb(ofIndex index: UInt8) -> UInt32 {
    switch index {
    case 0..<16: return ansiRGB[Int(index)]
    case 232...:
      let level = UInt32(8 + 10 * (Int(index) - 232))
      return level << 16 | level << 8 | level
    default:
      let cell = Int(index) - 16
      return cubeLevels[cell / 36] << 16 | cubeLevels[cell / 6 % 6] << 8 | cubeLevels[cell % 6]
    }
  }

  /// The nearest index from 16 up; the first sixteen are the user's own and may be anything.
  package static func nearestIndex(to rgb: UInt32) -> UInt8 {
    var best: UInt8 = 16
    var least = Int.max
    for index in UInt8(16)...255 {
      let distance = distance(rgb, Colour.rgb(ofIndex: index))
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    var sum = 0
    for shift in [16, 8, 0] as [UInt32] {
      let step = Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF)
      sum += step * step
    }
    return sum
  }

  private static let cubeLevels: [UInt32] = [0, 95, 135, 175, 215, 255]
  private static let ansiRGB: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
