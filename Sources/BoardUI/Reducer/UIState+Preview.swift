extension UIState {
  /// Shows the theme of the palette's selected line, and the one of before when there is none.
  ///
  /// What is shown for a look is not chosen: only running the line keeps it.
  mutating func settlePreview() -> [Effect] {
    guard let previewed = previewedTheme else {
      guard let before = themeBeforePreview else { return [] }
      themeBeforePreview = nil
      return before == theme ? [] : [.store(.loadTheme(before))]
    }
    if themeBeforePreview == nil {
      guard previewed != theme else { return [] }
      themeBeforePreview = theme
    }
    return previewed == theme ? [] : [.store(.loadTheme(previewed))]
  }

  /// Keeps a theme for this session.
  mutating func use(theme name: String) -> [Effect] {
    themeBeforePreview = nil
    return name == theme ? [] : [.store(.loadTheme(name))]
  }

  private var previewedTheme: String? {
    guard case .palette(let palette) = overlay else { return nil }
    let rows = paletteRows(palette)
    guard rows.indices.contains(palette.row),
      case .command(.theme(let name)) = rows[palette.row].choice, themes.contains(name)
    else { return nil }
    return name
  }
}
