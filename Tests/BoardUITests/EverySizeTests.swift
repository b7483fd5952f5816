@testable import BoardUI
import Canvas
import Pipeline
import SafeText
import TestSupport
import Testing
import Wording

/// What must hold of every frame, whatever the size, the language and the texts.
@Suite("Every size")
struct EverySizeTests {
  ///
  /// Everyday the sizes about which the layout changes; in the long run every width from 20 to 400
  /// and every height from 6 to 120, each with those of the other side.
  static let sizes: [Size] = {
    var sizes = [(1, 1), (2, 1), (1, 40), (3, 3), (5, 4), (19, 5), (400, 120), (400, 6), (20, 120)]
    let widths = [20, 33, 39, 40, 58, 77, 78, 80, 119, 120, 150]
    let heights = [6, 9, 10, 13, 20, 24, 45]
    for width in Effort.isLong ? Array(20...400) : widths {
      for height in heights { sizes.append((width, height)) }
    }
    if Effort.isLong {
      for height in 6...120 { for width in widths { sizes.append((width, height)) } }
    }
    return sizes.map(Size.init(width:height:))
  }()

  /// A few sizes of each layout, for pipelines that are slow to go about in.
  static let fewSizes: [Size] = {
    let everyday = [(20, 6), (60, 18), (80, 24), (140, 40)]
    let long = [(33, 9), (39, 45), (40, 10), (77, 13), (78, 20), (119, 14), (120, 24), (400, 120)]
    return (Effort.isLong ? everyday + long : everyday).map(Size.init(width:height:))
  }()

  /// Keys from the board to every screen and window; the last ones leave a card carried.
  static let ways: [(name: String, keys: [String])] = [
    ("board", []), ("last card", ["G"]), ("detail", ["Enter", "End"]), ("new", ["n"]),
    ("edit", ["e", "Shift-Tab"]), ("log", ["a", "Tab"]), ("move form", ["m", "6"]),
    ("palette", [":"]), ("help", ["?", "PgDn"]), ("filter", ["/", "a"]), ("list", ["S", "G"]),
    ("funnel", ["F", "b", "G"]),
    ("trend", ["F", "t", "l"]), ("comparison", ["F", "c", "c", "c", "G"]),
    ("flow", ["F", "p", "p", "p", "w", "d"]), ("path", ["T", "G"]), ("strips", ["T", "v", "G"]),
    ("carry", ["m", "l", "l"]), ("carry far", ["m", "G"]),
    ("agenda", ["A", "G"]), ("history", ["Ctrl-O", "G"]), ("month", [";", "PgUp"]),
    ("month day", [";", "PgUp", "Enter"]), ("menu", ["c", "G"]),
    ("marks", ["Space", "j", "v", "j"]), ("menu of marked", ["V", "c"]),
    ("form for several", ["S", "V", "#", "a"]), ("question", ["S", "V", "O", "a", "Enter", "j"]),
    ("question of a move", ["S", "V", "L", "a", "Enter", "PgDn"]),
    ("carry several", ["S", "V", "m", "l"]), ("columns", ["S", "C", "G"]),
    ("owner", ["O", "a"]), ("tags", ["#"]),
    ("requests", ["W", "v", "v", "v", "G"]), ("request form", ["W", "n", "G"]),
    ("targets", ["Y", "G"]), ("target form", ["Y", "n"]),
    ("approval", ["E"]), ("approval point", ["D"]), ("hand-over", ["Z"]),
  ]

  @Test(
    "Every screen and window of the Zouping board is sound", arguments: sizes, Language.allCases)
  func zouping(_ size: Size, _ language: Language) throws {
    try check(.zouping(), size, language, ways: Self.ways)
  }

  @Test(
    "Three hundred projects and hostile names are drawn soundly on the board",
    arguments: sizes, [Ledger.crowd, .hostile])
  func board(_ size: Size, _ ledger: Ledger) throws {
    try check(ledger, size, .en, ways: Array(Self.ways.prefix(2)))
  }

  @Test(
    "Hostile names are drawn soundly everywhere", arguments: fewSizes, Language.allCases)
  func hostile(_ size: Size, _ language: Language) throws {
    try check(.hostile, size, language, ways: Self.ways)
  }

  @Test(
    "Ten thousand generated projects are drawn soundly everywhere",
    arguments: fewSizes, Effort.isLong ? Language.allCases : [.zh])
  func tenThousand(_ size: Size, _ language: Language) throws {
    try check(.tenThousand, size, language, ways: Self.ways)
  }

  private func check(
    _ ledger: Ledger, _ size: Size, _ language: Language, ways: [(name: String, keys: [String])]
  ) throws {
    let start = Sitting(ledger, size: size, language: language)
    for way in ways {
      var sitting = start
      for key in way.keys { sitting.press(key) }
      let faults = Soundness(of: sitting).faults
      #expect(faults.isEmpty, "\(way.name): \(faults.prefix(3))\n\(sitting.screen)")
    }
  }
}

/// What is wrong with a frame.
private struct Soundness {
  private(set) var faults: [String] = []
  private let ui: UIState
  private let rendering: Rendering

  init(of sitting: Sitting) {
    ui = sitting.ui
    rendering = sitting.rendering
    checkCells()
    checkRegions()
    if ui.screen == .board, ui.overlay == .none {
      checkBorders()
      checkCards()
    }
  }

  private mutating func checkCells() {
    let frame = rendering.frame
    if frame.size != ui.size { faults.append("size \(frame.size)") }
    for y in 0..<frame.size.height {
      var x = 0
      while x < frame.size.width {
        let cell = frame[x, y]
        if cell.width == 2, x + 1 == frame.size.width || frame[x + 1, y].width != 0 {
          faults.append("half a character at \(x),\(y)")
        }
        if cell.width == 0 { faults.append("a second half alone at \(x),\(y)") }
        for value in frame.scalars(x: x, y: y) where !isSafe(value) {
          faults.append("U+\(String(value, radix: 16)) at \(x),\(y)")
        }
        x += max(1, Int(cell.width))
      }
    }
    if let cursor = frame.cursor, !Rect(frame.size).contains(cursor) {
      faults.append("cursor at \(cursor)")
    }
  }

  private func isSafe(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch ScalarClass(scalar) {
    case .printable, .mark, .blank: return true
    default: return false
    }
  }

  private mutating func checkRegions() {
    let screen = Rect(ui.size)
    for region in rendering.hits.regions where region.rect.intersection(screen) != region.rect {
      faults.append("\(region.target) at \(region.rect)")
    }
  }

  private mutating func checkBorders() {
    let layout = ui.layout
    guard layout.showsAllStages, ui.pipeline.projects.count > 0 else { return }
    // Between two columns there is a blank one, or the bar of a column that has more cards than room.
    for x in layout.columns.map({ $0.x - 1 }) + [layout.columns[5].maxX] {
      for y in layout.columns[0].y..<layout.columns[0].maxY {
        let cell = rendering.frame[x, y]
        if ![0x20, ui.glyphs.barEmpty.unicodeScalars.first?.value].contains(cell.base) {
          faults.append("something between the columns at \(x),\(y)")
        }
      }
    }
  }

  private mutating func checkCards() {
    let layout = ui.layout
    let drawn = rendering.hits.regions.compactMap { region -> ProjectID? in
      if case .card(let id) = region.target { id } else { nil }
    }
    if Set(drawn).count != drawn.count { faults.append("a card with two regions") }
    let stages = layout.showsAllStages ? Stage.allCases : [ui.focus]
    guard layout.cards[0].height > layout.cardHeight else { return }
    for stage in stages {
      let column = ui.columns[stage.index]
      let here = column.filter { drawn.contains($0) }
      let top = ui.tops[stage.index]
      if here != Array(column[top..<(top + here.count)]) { faults.append("\(stage) has a gap") }
      let wanted = min(layout.visibleCards, column.count - top)
      if here.count < wanted { faults.append("\(stage) shows \(here.count), not \(wanted)") }
    }
    if let selected = ui.selected, ui.drag == .idle, !drawn.contains(selected) {
      faults.append("the selected card is out of sight")
    }
    for region in rendering.hits.regions {
      if case .card = region.target, region.rect.height != layout.cardHeight {
        faults.append("\(region.target) is \(region.rect.height) high")
      }
    }
  }
}

extension Ledger: CustomTestStringConvertible {
  public var testDescription: String { "\(pipeline.projects.count) projects" }
}
