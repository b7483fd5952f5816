@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("What the board says of records it does not show, and of who signed")
struct NewerRecordViewTests {
  @Test("Records of a newer version are counted in the top line", arguments: Language.allCases)
  func counted(language: Language) throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    let size = Size(width: 120, height: 24)
    let count = Words(language).newerCount(1)
    #expect(!Sitting(ledger, size: size, language: language).lines[0].contains(count))
    ledger.record([.unknown(kind: "project.financed", json: "{}")])
    #expect(Sitting(ledger, size: size, language: language).lines[0].contains(count))
  }

  @Test("The history shows the account beside a name that is not its own")
  func accounts() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.commit(
      .note(1, text: "电话", on: "2023-11-22"), by: Actor(uid: 1001, name: "bob"))
    var sitting = Sitting(ledger)
    sitting.ui.accounts = [1000: "王敏", 1001: "ann"]
    sitting.command("history")
    #expect(sitting.screen.contains("bob（账号 ann） 记录2"))
    #expect(sitting.screen.contains("王敏     记录1"))
  }
}
