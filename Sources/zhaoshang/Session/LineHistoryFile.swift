internal import BoardUI
internal import Files

/// Where the lines that were typed are kept from one board to the next: `filters` and `commands`
/// among what may be lost.
///
/// Never in the way: what cannot be read or written is left.
struct LineHistoryFile {
  private let folder: String
  private let name: String
  private var kept: LineHistory

  /// Far more than a history holds.
  private static let limit = 1 << 17

  init(_ name: String, in folder: String) {
    self.folder = folder
    self.name = name
    kept = LineHistoryFile.read(name, in: folder)
  }

  /// What was kept.
  var history: LineHistory { kept }

  /// Keeps the lines, those of other boards behind them; does nothing when they are the same.
  mutating func keep(_ history: LineHistory) {
    guard history != kept else { return }
    kept = history
    let merged = LineHistory(history.lines + LineHistoryFile.read(name, in: folder).lines)
    let path = folder + "/" + name
    do throws(FileFault) {
      try Folder.make(above: path)
      let folder = try Folder(folder)
      var file = try NewFile(in: folder, for: path)
      try file.write(Array(merged.lines.map { $0 + "\n" }.joined().utf8))
      try file.name(name, replacing: true)
    } catch {
      return
    }
  }

  private static func read(_ name: String, in folder: String) -> LineHistory {
    guard let bytes = try? OwnFile(name, in: Folder(folder)).read(limit: limit),
      let text = String(validating: bytes, as: UTF8.self)
    else { return LineHistory() }
    return LineHistory(text.split(separator: "\n").map(String.init))
  }
}

/// What a person's boards remember: lines that were typed, and how the cards stood.
struct Memories {
  private var filters: LineHistoryFile
  private var commands: LineHistoryFile
  private var habits: Habits

  init(folder: String) {
    filters = LineHistoryFile("filters", in: folder)
    commands = LineHistoryFile("commands", in: folder)
    habits = Habits(folder: folder)
  }

  func give(to ui: inout UIState) {
    ui.filterHistory = filters.history
    ui.commandHistory = commands.history
    habits.give(to: &ui)
  }

  mutating func keep(_ ui: UIState) {
    filters.keep(ui.filterHistory)
    commands.keep(ui.commandHistory)
    habits.keep(ui)
  }
}
