/// The signs a theme may exchange: borders, marks and bars.
///
/// Every one takes exactly one column in every terminal: none is of ambiguous width except the line
/// characters, which the ASCII set replaces.
package struct Glyphs: Hashable, Sendable {
  package var horizontal: Character
  package var vertical: Character
  package var topLeft: Character
  package var topRight: Character
  package var bottomLeft: Character
  package var bottomRight: Character
  package var teeLeft: Character
  package var teeRight: Character
  package var teeDown: Character
  package var teeUp: Character
  package var cross: Character
  package var select: Character
  package var mark: Character
  package var stale: Character
  package var overdue: Character
  package var held: Character
  package var request: Character
  package var carried: Character
  package var more: Character
  package var less: Character
  /// What an area is filled with: blanks, or signs where no colour tells its parts apart.
  package var bar: Character
  package var barStill: Character
  package var barDropped: Character
  package var barEmpty: Character
  package var yes: Character
  package var no: Character
  package var drop: Character

  package static let line = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeDown: "┬", teeUp: "┴", cross: "┼", select: "▸", mark: "*",
    stale: "!", overdue: "@", held: "=", request: "?", carried: "~", more: "▾", less: "▴", bar: " ",
    barStill: " ", barDropped: " ", barEmpty: " ", yes: "✓", no: "✗", drop: "═")

  package static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeDown: "+", teeUp: "+", cross: "+", select: ">", mark: "*",
    stale: "!", overdue: "@", held: "=", request: "?", carried: "~", more: "v", less: "^", bar: "#",
    barStill: "+", barDropped: "x", barEmpty: ".", yes: "x", no: "-", drop: "=")

  package init(
    horizontal: Character, vertical: Character, topLeft: Character, topRight: Character,
    bottomLeft: Character, bottomRight: Character, teeLeft: Character, teeRight: Character,
    teeDown: Character, teeUp: Character, cross: Character, select: Character, mark: Character,
    stale: Character, overdue: Character, held: Character, request: Character,
    carried: Character, more: Character, less: Character, bar: Character, barStill: Character,
    barDropped: Character,
    barEmpty: Character, yes: Character, no: Character,
    drop: Character
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomLeft = bottomLeft
    self.bottomRight = bottomRight
    self.teeLeft = teeLeft
    self.teeRight = teeRight
    self.teeDown = teeDown
    self.teeUp = teeUp
    self.cross = cross
    self.select = select
    self.mark = mark
    self.stale = stale
    self.overdue = overdue
    self.held = held
    self.request = request
    self.carried = carried
    self.more = more
    self.less = less
    self.bar = bar
    self.barStill = barStill
    self.barDropped = barDropped
    self.barEmpty = barEmpty
    self.yes = yes
    self.no = no
    self.drop = drop
  }

  /// These with signs for the parts of a bar, for screens whose colours cannot tell them apart.
  package var withBarSigns: Glyphs {
    var glyphs = self
    (glyphs.bar, glyphs.barStill) = (Glyphs.ascii.bar, Glyphs.ascii.barStill)
    (glyphs.barDropped, glyphs.barEmpty) = (Glyphs.ascii.barDropped, Glyphs.ascii.barEmpty)
    return glyphs
  }
}
