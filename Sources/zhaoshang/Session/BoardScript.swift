internal import BoardUI
internal import Canvas

/// A board driven by a file instead of a terminal, for tests and bug reports.
///
/// One step a line; blank lines and those beginning with `#` are passed over:
///
///     keys jjL          each character a key
///     key Enter         a key by its name in the help: Esc, F5, Ctrl-P, Shift-Left
///     text 落户意向      typed in one go, into whatever takes text
///     paste 某某项目     a bracketed paste
///     press 40 5        the left button at column and row, from 0; also drag, release, right
///     wheel down 40 5
///     size 140x40
///     print             prints the frame; the last frame is printed anyway
struct BoardScript {
  enum Step: Hashable {
    case input(Input)
    case print
  }

  /// Why a line could not be read: its number, from 1, and its text.
  struct Fault: Error, Hashable {
    let line: Int
    let text: String
  }

  let steps: [Step]

  init(_ text: String) throws(Fault) {
    var steps: [Step] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) && line.first != "#" {
      guard let read = BoardScript.steps(of: String(line)) else {
        throw Fault(line: index + 1, text: String(line))
      }
      steps += read
    }
    self.steps = steps
  }

  /// Plays the script and returns the frames it printed.
  func play(on desk: inout BoardDesk) -> [String] {
    var frames: [String] = []
    var rendering = desk.ui.render()
    var time: Int64 = 0
    for step in steps {
      time += 1000
      switch step {
      case .print: frames.append(rendering.frame.text)
      case .input(.typed(let text)):
        var rest = text[...].unicodeScalars
        while let intent = desk.ui.intent(ofTyped: &rest) {
          if desk.handle(intent).contains(.quit) { return frames }
        }
        rendering = desk.ui.render(after: rendering)
      case .input(let input):
        guard let intent = desk.ui.intent(for: input, hits: rendering.hits, at: time) else { break }
        let effects = desk.handle(intent)
        while desk.isReadingImport { _ = desk.lookAfterImport() }
        rendering = desk.ui.render(after: rendering)
        if effects.contains(.quit) { return frames }
      }
    }
    frames.append(rendering.frame.text)
    return frames
  }

  private static func steps(of line: String) -> [Step]? {
    let parts = line.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let words = rest.split(separator: " ").map(String.init)
    switch parts.first {
    case "keys": return rest.map { .input(.key(.character($0))) }
    case "text": return [.input(.typed(rest))]
    case "key": return Keymap.key(named: rest).map { [.input(.key($0))] }
    case "paste": return [.input(.paste(rest))]
    case "press": return pointer(.down(.left), words)
    case "right": return pointer(.down(.right), words)
    case "drag": return pointer(.drag(.left), words)
    case "release": return pointer(.up(.left), words)
    case "wheel":
      guard let way = words.first, ["up", "down"].contains(way) else { return nil }
      return pointer(way == "up" ? .wheelUp : .wheelDown, Array(words.dropFirst()))
    case "size": return size(rest).map { [.input(.resized($0))] }
    case "print": return rest.isEmpty ? [.print] : nil
    default: return nil
    }
  }

  private static func pointer(_ action: Pointer.Action, _ words: [String]) -> [Step]? {
    guard words.count == 2, let x = Int(words[0]), let y = Int(words[1]) else { return nil }
    return [.input(.pointer(Pointer(action, at: Point(x: x, y: y))))]
  }

  /// Reads `80x24`; at most 1000 either way.
  static func size(_ text: String) -> Size? {
    let sides = text.split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2, sides.allSatisfy({ (1...1000).contains($0) }) else { return nil }
    return Size(width: sides[0], height: sides[1])
  }
}
