internal import BoardUI
internal import Glibc

/// Where the lines that were typed are kept from one board to the next: `filters` and `commands`
/// among what may be lost.
///
/// Never in the way: what cannot be read or written is left.
struct LineHistoryFile {
  private let path: String
  private var kept: LineHistory

  init(path: String) {
    self.path = path
    kept = LineHistoryFile.read(path)
  }

  /// What was kept.
  var history: LineHistory { kept }

  /// Keeps the lines, those of other boards behind them; does nothing when they are the same.
  mutating func keep(_ history: LineHistory) {
    guard history != kept else { return }
    kept = history
    let merged = LineHistory(history.lines + LineHistoryFile.read(path).lines)
    makeFolder()
    let temporary = path + ".\(getpid()).new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(merged.lines.map { $0 + "\n" }.joined().utf8)
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    if count != bytes.count || rename(temporary, path) != 0 { unlink(temporary) }
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  private static func read(_ path: String) -> LineHistory {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return LineHistory() }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 17)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    guard count > 0, let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      return LineHistory()
    }
    return LineHistory(text.split(separator: "\n").map(String.init))
  }
}

/// The histories of a person's boards.
struct LineHistories {
  private var filters: LineHistoryFile
  private var commands: LineHistoryFile

  init(folder: String) {
    filters = LineHistoryFile(path: folder + "/filters")
    commands = LineHistoryFile(path: folder + "/commands")
  }

  func give(to ui: inout UIState) {
    ui.filterHistory = filters.history
    ui.commandHistory = commands.history
  }

  mutating func keep(_ ui: UIState) {
    filters.keep(ui.filterHistory)
    commands.keep(ui.commandHistory)
  }
}
