internal import SafeText

/// A name without width, case and blanks: what two names have to share to be one.
///
/// Dots, strokes, brackets and 集团 are part of it: 3.5 is not 35.
struct NameKey: Hashable {
  private let text: String

  init(_ name: String) {
    if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }) {
      text = name
      return
    }
    var kept = String.UnicodeScalarView()
    // A sign at a time and no character: a hundred thousand names are looked for.
    for scalar in FullWidth.folded(name).lowercased().unicodeScalars
    where !scalar.properties.isWhitespace {
      kept.append(scalar)
    }
    text = String(kept)
  }
}
