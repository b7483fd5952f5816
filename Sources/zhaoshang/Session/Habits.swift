internal import BoardUI
internal import Files
internal import Insight

/// How a person has the cards of the board stand, from one board to the next: `looks` among what may
/// be lost.
///
/// Never in the way: what cannot be read or written is left.
struct Habits {
  private let folder: String
  private var kept: String?

  private static let name = "looks"
  private static let limit = 1 << 12

  init(folder: String) {
    self.folder = folder
    guard let bytes = try? OwnFile(Habits.name, in: Folder(folder)).read(limit: Habits.limit) else {
      return
    }
    kept = String(validating: bytes, as: UTF8.self)
  }

  func give(to ui: inout UIState) {
    var values: [Substring: String] = [:]
    for line in kept?.split(separator: "\n") ?? [] {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = String(parts[1]) }
    }
    ui.resume(
      order: values["order"].flatMap(BoardOrder.init(rawValue:)),
      density: values["density"].flatMap(UIState.Density.init(rawValue:)))
  }

  /// Keeps them when they are others than before; the usual ones are not written down for that.
  mutating func keep(_ ui: UIState) {
    let text = "order \(ui.boardOrder.rawValue)\ndensity \(ui.density.rawValue)\n"
    let isUsual = ui.boardOrder == .lateFirst && ui.density == .standard
    guard text != kept, kept != nil || !isUsual else { return }
    kept = text
    let path = folder + "/" + Habits.name
    do throws(FileFault) {
      try Folder.make(above: path)
      let folder = try Folder(folder)
      var file = try NewFile(in: folder, for: path)
      try file.write(Array(text.utf8))
      try file.name(Habits.name, replacing: true)
    } catch {
      return
    }
  }
}
