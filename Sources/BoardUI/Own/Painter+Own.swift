internal import Canvas
internal import SafeText
internal import Wording

extension Painter {
  mutating func drawOwn(_ window: OwnWindow) {
    switch window {
    case .asking(let asking): drawQuestion(asking)
    case .output(let printed): drawPrinted(printed)
    }
  }

  private mutating func drawQuestion(_ asking: OwnWindow.Asking) {
    let width = min(layout.size.width, 74)
    let height = min(layout.body.height, 4)
    let rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    let inner = self.window(rect, title: words.say(asking.action.zh, asking.action.en))
    guard !inner.isEmpty else { return }
    let question = TextWidth.clipped(
      SafeText(asking.question, keepingLines: false).string + " ", to: inner.width / 2)
    let x = frame.write(
      question, at: Point(x: inner.x, y: inner.y), role: .accent, limit: inner.maxX)
    let field = Rect(x: x, y: inner.y, width: max(0, inner.maxX - x), height: 1)
    frame.fill(field, role: .input)
    drawEditor(asking.editor, in: field, hasCaret: true, as: .own)
    guard inner.height >= 2 else { return }
    let hint = words.ownHint(run: textKey(.open), close: textKey(.back))
    frame.write(
      TextWidth.clipped(hint, to: inner.width), at: Point(x: inner.x, y: inner.maxY - 1),
      role: .dim, limit: inner.maxX)
  }

  /// What a command printed, as safe text: nothing of it drives the terminal.
  private mutating func drawPrinted(_ printed: OwnWindow.Printed) {
    let width = min(layout.size.width, 100)
    let height = min(layout.body.height, max(3, printed.lines.count + 2))
    let rect = Rect(
      x: (layout.size.width - width) / 2, y: layout.body.y, width: width, height: height)
    let inner = window(rect, title: SafeText(printed.title, keepingLines: false).string)
    guard !inner.isEmpty else { return }
    for (offset, line) in printed.lines.dropFirst(printed.top).prefix(inner.height).enumerated() {
      let text = SafeText(line, keepingLines: false).string.replacing("\t", with: "    ")
      frame.write(
        TextWidth.clipped(text, to: inner.width), at: Point(x: inner.x, y: inner.y + offset),
        role: .text, limit: inner.maxX)
    }
  }
}
