package import Canvas
internal import Pipeline

/// Where everything goes at a size: fixed geometry, so that targets never move with the focus.
package struct Layout: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Six columns and a detail panel, from 120 columns up.
    case wide
    /// Six columns, from 78 up.
    case columns
    /// One stage under tabs, from 40×10 up.
    case single
    /// A plain list with the stage digit first.
    case plain
  }

  package let size: Size
  package let kind: Kind
  /// Lines a card takes, with the blank ones under it.
  package let cardHeight: Int
  /// The blank lines under a card.
  package let cardGap: Int
  /// Each column's area for cards, by `Stage.index`; in `single` and `plain` all are the same.
  package let cards: [Rect]
  /// Each column's full area with its head.
  package let columns: [Rect]
  package let title: Rect
  /// Where a view other than the board draws.
  package let body: Rect
  package let panel: Rect
  package let preview: Rect
  package let noticeRow: Rect
  package let keysRow: Rect
  /// Head lines above the cards: name and sums, what is late; under tabs, the tabs and a rule.
  package let headHeight: Int

  package init(size: Size, density: UIState.Density) {
    let (width, height) = (size.width, size.height)
    let kind: Kind =
      width < 40 || height < 10
      ? .plain : width < 78 ? .single : width < 120 ? .columns : .wide
    self.size = size
    self.kind = kind
    let keys = height >= 8 ? 1 : 0
    let notice = height >= 4 ? 1 : 0
    let foot = keys + notice
    title = Rect(x: 0, y: 0, width: width, height: height >= 3 ? 1 : 0)
    noticeRow = Rect(x: 0, y: height - foot, width: width, height: notice)
    keysRow = Rect(x: 0, y: height - keys, width: width, height: keys)
    body = Rect(
      x: 0, y: title.height, width: width, height: height - title.height - foot)

    let panelWidth = kind == .wide ? min(60, max(36, width * 27 / 100)) : 0
    let previewHeight =
      kind == .columns && height >= 20 ? 3 : kind == .single && height >= 16 ? 3 : 0
    let boardWidth = width - panelWidth
    let boardHeight = body.height - previewHeight
    panel = Rect(x: boardWidth, y: body.y, width: panelWidth, height: body.height)
    preview = Rect(x: 0, y: body.y + boardHeight, width: width, height: previewHeight)

    switch kind {
    case .wide, .columns:
      headHeight = height >= 14 ? 2 : 1
      let usable = boardWidth - 1
      let (each, spare) = usable.quotientAndRemainder(dividingBy: Stage.allCases.count)
      var x = 1
      var columns: [Rect] = []
      for index in Stage.allCases.indices {
        let inner = each - 1 + (index < spare ? 1 : 0)
        columns.append(Rect(x: x, y: body.y, width: inner, height: boardHeight))
        x += inner + 1
      }
      self.columns = columns
    case .single:
      headHeight = 2
      columns = Array(
        repeating: Rect(x: 0, y: body.y, width: width, height: boardHeight),
        count: Stage.allCases.count)
    case .plain:
      headHeight = 0
      columns = Array(
        repeating: Rect(x: 0, y: body.y, width: width, height: body.height),
        count: Stage.allCases.count)
    }
    let head = headHeight
    cards = columns.map {
      Rect(x: $0.x, y: $0.y + head, width: $0.width, height: $0.height - head)
    }
    (cardHeight, cardGap) =
      switch (kind, density) {
      case (.plain, _): (1, 0)
      case (.single, .roomy): (3, 1)
      case (.single, _), (_, .compact): (2, 0)
      case (_, .roomy): boardHeight >= 24 ? (6, 1) : (4, 1)
      case (_, .standard): boardHeight >= 24 ? (5, 1) : (2, 0)
      }
  }

  /// How many cards of a column are seen at once; the last line says how many more there are.
  package var visibleCards: Int {
    max(1, (cards[0].height - 1) / cardHeight)
  }

  /// Whether all six columns are on the screen.
  package var showsAllStages: Bool { kind == .wide || kind == .columns }
}
