internal import Canvas
internal import Insight
internal import Pipeline

/// Where the days of a month stand, and the list of the chosen one.
struct MonthGeometry {
  /// The month's frame.
  let area: Rect
  let weekdays: Rect
  /// The list of a day, beside the days or under them.
  let list: Rect
  private let grid: Rect
  private let monday: Day
  private let weeks: Int
  let cellWidth: Int
  let cellHeight: Int

  init(_ plan: MonthPlan, in area: Rect) {
    self.area = area
    monday = plan.first.adding(1 - plan.first.weekday)
    weeks = (plan.last.days(since: monday) + 7) / 7
    let isWide = area.width >= 100
    let side = isWide ? min(44, area.width * 3 / 10) : 0
    let below = isWide ? 0 : max(0, min(area.height / 3, area.height - 1 - weeks))
    cellWidth = max(1, (area.width - side - (isWide ? 2 : 0)) / 7)
    cellHeight = max(1, (area.height - 1 - below) / weeks)
    weekdays = Rect(x: area.x, y: area.y, width: cellWidth * 7, height: min(1, area.height))
    grid = Rect(
      x: area.x, y: area.y + 1, width: cellWidth * 7,
      height: min(cellHeight * weeks, max(0, area.height - 1)))
    list =
      isWide
      ? Rect(
        x: grid.maxX + 2, y: area.y, width: max(0, area.maxX - grid.maxX - 2), height: area.height)
      : Rect(
        x: area.x, y: grid.maxY, width: area.width, height: max(0, area.maxY - grid.maxY))
  }

  /// The cell of a day; empty where there is no room for it.
  func cell(_ day: Day) -> Rect {
    let place = day.days(since: monday)
    let cell = Rect(
      x: grid.x + place % 7 * cellWidth, y: grid.y + place / 7 * cellHeight, width: cellWidth,
      height: cellHeight)
    return cell.intersection(grid).intersection(area)
  }
}
