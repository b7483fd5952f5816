@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

/// Money is never cut: where it does not fit its form changes, or it is left out.
@Suite("Amounts are whole or not there")
struct WholeAmountTests {
  private static let sizes = [
    (20, 6), (28, 12), (40, 10), (57, 16), (60, 20), (77, 18), (79, 24), (80, 24), (97, 30),
    (120, 30), (140, 40), (200, 60),
  ].map(Size.init(width:height:))

  private static let ledger: Ledger = {
    var ledger = Ledger(today: "2026-11-30")
    let amounts: [Amount] = [
      .of("7413", .wan), .of("9876.5", .wan), .of("98.76", .yi), .of("0.97", .yi),
    ]
    do {
      for (index, stage) in Stage.allCases.enumerated() {
        for (place, amount) in amounts.enumerated() {
          try ledger.add(
            "光翼激光雷达生产基地", in: stage, on: "2026-11-20",
            [
              .amount: .amount(amount), .owner: .text(place == 0 ? "欧阳静怡" : "王敏"),
              .next: .next(
                NextStep(text: "带红线图", due: index.isMultiple(of: 2) ? "2026-11-28" : nil)),
              .lead: .list(["招商发展公司"]),
            ])
        }
      }
    } catch { preconditionFailure("\(error)") }
    return ledger
  }()

  /// What none of these amounts is written as, whole: their first digits without the rest.
  private static let cut = ["741", "7413", "987", "9876", "9876.5", "98.7", "98.76", "0.9", "0.97"]
  private static let whole = [
    "7413万", "9876.5万", "9876万", "98.76亿", "98.76", "98.8", "0.97亿", "9700万", "0.97", "0.99",
    "0.74",
  ]

  @Test("On no screen and in no window, at any size", arguments: sizes)
  func all(_ size: Size) throws {
    let ways = EverySizeTests.ways + [("leader", ["P", "5"]), ("report", ["P"])]
    for (name, keys) in ways {
      var sitting = Sitting(Self.ledger, size: size)
      for key in keys { sitting.press(key) }
      for line in sitting.lines {
        var rest = line
        for whole in Self.whole { rest = rest.replacing(whole, with: "") }
        for part in Self.cut {
          #expect(!rest.contains(part), "\(name) \(size): \(part) in: \(line)")
        }
      }
    }
  }
}
