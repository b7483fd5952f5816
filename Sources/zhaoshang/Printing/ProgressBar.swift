internal import Wording

/// How far a long piece of work is, on stderr, where somebody is there to see it.
struct ProgressBar {
  /// Fewer rows are done before anybody could read it.
  static let threshold = 1000
  private static let width = 24

  private let words: Words
  private let total: Int
  private var shown = -1

  /// A bar for so many rows; nil when there are few, or nobody looks on.
  init?(rows total: Int, _ words: Words) {
    guard total >= Self.threshold, Surroundings.isErrorTerminal else { return nil }
    self.words = words
    self.total = total
  }

  /// Draws the bar again when a percent more is done.
  mutating func show(_ done: Int) {
    let percent = done * 100 / total
    guard percent != shown else { return }
    shown = percent
    let filled = percent * Self.width / 100
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: ".", count: Self.width - filled)
    Output.overwrite("[\(bar)] \(percent)% " + words.rowsDone(done, of: total))
  }

  /// Takes the bar off the screen.
  func clear() {
    if shown >= 0 { Output.overwrite(String(repeating: " ", count: 72)) }
    if shown >= 0 { Output.overwrite("") }
  }
}
