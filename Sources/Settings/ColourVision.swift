internal import Glibc

/// How eyes see colours: contrast, difference, and what is left of them without one kind of cone.
enum ColourVision: CaseIterable {
  case full, protanopia, deuteranopia, tritanopia

  /// WCAG's contrast of two colours, from 1 to 21.
  static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let lights = [luminance(linear(one)), luminance(linear(other))].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// The distance of two colours in CIE Lab, as these eyes see them; under 10 they look alike.
  func difference(_ one: UInt32, _ other: UInt32) -> Double {
    let first = ColourVision.lab(seen(ColourVision.linear(one)))
    let second = ColourVision.lab(seen(ColourVision.linear(other)))
    var sum = 0.0
    for index in 0..<3 { sum += (first[index] - second[index]) * (first[index] - second[index]) }
    return sum.squareRoot()
  }

  private func seen(_ colour: [Double]) -> [Double] {
    matrix.map { row in
      min(1, max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]))
    }
  }

  /// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  private static func linear(_ colour: UInt32) -> [Double] {
    [16, 8, 0].map { shift in
      let part = Double(colour >> UInt32(shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ colour: [Double]) -> Double {
    0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
  }

  private static func lab(_ colour: [Double]) -> [Double] {
    let x = (0.4124 * colour[0] + 0.3576 * colour[1] + 0.1805 * colour[2]) / 0.95047
    let y = luminance(colour)
    let z = (0.0193 * colour[0] + 0.1192 * colour[1] + 0.9505 * colour[2]) / 1.08883
    let curve = { (part: Double) in part > 0.008856 ? cbrt(part) : 7.787 * part + 16 / 116 }
    return [116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z))]
  }
}
