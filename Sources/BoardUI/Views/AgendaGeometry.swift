internal import Canvas

/// Where the agenda's lines go, and the card beside them.
struct AgendaPanes {
  let lines: Rect
  /// The chosen card; empty where there is no room for it.
  let card: Rect

  init(_ layout: Layout) {
    let body = layout.body
    let width = body.width >= 120 ? max(40, body.width * 3 / 10) : 0
    lines = Rect(
      x: body.x, y: body.y, width: body.width - width - (width > 0 ? 2 : 0), height: body.height)
    card = Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
  }
}

/// Where the cells of a line of the agenda begin.
struct AgendaCells {
  let name: Int
  let stage: Int
  let next: Int
  /// Past the line where there is no room for owner and amount.
  let owner: Int
  let amount: Int

  init(_ row: Rect) {
    let isWide = row.width >= 76
    name = row.x + 13
    let tail = isWide ? 18 : 0
    let rest = max(0, row.width - 13 - tail)
    stage = name + max(10, min(30, rest * 4 / 10))
    next = stage + 8
    owner = row.maxX - tail
    amount = row.maxX - 8
  }
}
