import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@testable import BoardUI

/// Texts made to break something, typed and pasted into every line of every form.
@Suite struct HostileFormTests {
  @Test(
    "In whatever line of a form, what is seen and what is saved holds nothing that drives a terminal",
    arguments: [
      "new", "edit", "log", "milestone", "next", "note", "hold", "lose", "withdraw", "archive",
      "reopen",
    ])
  func everyLine(command: String) throws {
    var ledger = Ledger()
    try ledger.add("光翼激光", in: .contact, [.owner: .text("王敏")])
    if command == "reopen" {
      try ledger.commit(.lose(1, .land, place: nil, note: nil, on: "2023-07-19"))
    }
    var opened = Sitting(ledger, size: Size(width: 100, height: 40))
    if command == "reopen" { opened.command("open 1") }
    opened.command(command)
    guard case .form(var form) = opened.ui.overlay else {
      Issue.record("\(command) opens no form:\n\(opened.screen)")
      return
    }
    for (line, entry) in form.entries.enumerated() where entry.isRequired && entry.editor.isEmpty {
      form.entries[line].editor = LineEditor(entry.choices.first ?? "某某")
    }
    let texts = HostileText.all.filter { Effort.isLong || $0.text.utf8.count < 20_000 }
    var (saved, tried, refused) = (0, 0, 0)
    defer {
      Effort.tell(
        "hostile texts in forms",
        ["tried in a line": tried, "events saved": saved, "not saved": refused])
    }
    for (line, entry) in form.entries.enumerated() where !form.isClosed(entry) {
      for (index, hostile) in texts.enumerated() {
        // By turns typed and pasted, each in a part of the lines; all for a release.
        let turn = line + index
        // More than a terminal hands over at once goes into the first line alone.
        let isDue = Effort.isLong && (line == 0 || hostile.text.utf8.count <= 1 << 20)
        guard isDue || turn % 16 < 2 && !Effort.isLong else { continue }
        for isPasted in Effort.isLong ? [true, false] : [turn % 16 == 0] {
          var focused = form
          focused.focus = line
          focused.button = nil
          var sitting = opened
          sitting.ui.overlay = .form(focused)
          if isPasted {
            sitting.input(.paste(hostile.text))
          } else if hostile.text.utf8.count < 2000 {
            // Controls are keys of their own, and never reach a form as text.
            let typed = hostile.text.unicodeScalars.filter { $0.value >= 0x20 }
            sitting.type(String(String.UnicodeScalarView(typed)))
          }
          expectHarmless(sitting, "\(hostile) in line \(line) of \(command)")
          tried += 1
          let before = sitting.ledger.log.count
          sitting.press("Enter")
          expectHarmless(sitting, "\(hostile) in line \(line) of \(command), saved")
          if sitting.ledger.log.count == before { refused += 1 }
          for recorded in sitting.ledger.log[before...] {
            saved += 1
            let sentence = Words(.zh).event(recorded.event, pipeline: sitting.ledger.pipeline)
            #expect(Emissions.forbidden(inText: sentence) == [], "\(hostile)")
          }
        }
      }
    }
    #expect(saved > 0)
  }

  private func expectHarmless(_ sitting: Sitting, _ what: @autoclosure () -> String) {
    let forbidden = Emissions.forbidden(inText: sitting.screen)
    if !forbidden.isEmpty { Issue.record("\(what()): \(forbidden)") }
  }
}
