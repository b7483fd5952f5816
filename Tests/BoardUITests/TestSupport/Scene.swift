import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing

/// A way to a screen worth looking at.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  var sizes = GoldenScreenTests.sizes
  var ledger: @Sendable () throws -> Ledger = { try .zouping() }
  let play: @Sendable (inout Sitting) throws -> Void

  init(
    _ name: String, sizes: [Size] = GoldenScreenTests.sizes,
    of ledger: @escaping @Sendable () throws -> Ledger = { try .zouping() },
    _ play: @escaping @Sendable (inout Sitting) throws -> Void
  ) {
    self.name = name
    self.sizes = sizes
    self.ledger = ledger
    self.play = play
  }

  var testDescription: String { name }

  static let terminal = [Size(width: 80, height: 24)]

  static let all: [Scene] =
    [
      Scene("board") { _ in },
      Scene("board-crowd", of: { .crowd }) { $0.press("l", "j", "j", "j", "j", "j", "j") },
      Scene("board-as-of") { $0.command("asof 2023-07-25") },
      Scene("empty", of: { Ledger(today: "2023-09-04") }) { _ in },
      Scene("carry") { $0.press("m", "l") },
      Scene("carry-asks") { $0.press("m", "l", "l", "l") },
      Scene("move-form") { $0.press("m", "6") },
      Scene("detail") { $0.command("open 4") },
      Scene("new-project") { $0.press("n") },
      Scene("edit", sizes: terminal) { $0.press("e") },
      Scene("log", sizes: terminal) { $0.press("a") },
      Scene("log-faults", sizes: terminal) { sitting in
        sitting.press("a", "Tab")
        sitting.type("xx")
        sitting.press("Enter")
      },
      Scene("lose", sizes: terminal) { $0.command("lose") },
      Scene("filter") { sitting in
        sitting.press("/")
        sitting.type("gf")
      },
      Scene("path") { $0.press("T") },
      Scene("strips") { $0.press("T", "v") },
      Scene("list") { $0.press("S") },
      Scene("list-crowd", sizes: terminal, of: { .crowd }) { $0.press("S", "s", "G") },
      Scene("month", of: { .crowd }) { $0.press(";", "j") },
      Scene("month-day") { $0.press(";", "PgUp", "Enter") },
      Scene("palette") { sitting in
        sitting.press(":")
        sitting.type("yi")
      },
      Scene("help") { $0.press("?") },
      Scene("news", sizes: terminal) { sitting in
        try sitting.colleague(
          .edit(5, [FieldEdit(.next, to: .next(NextStep(text: "送合作方案", due: "2023-09-01")))]))
      },
      Scene("saved", sizes: terminal) { sitting in
        sitting.press("i")
        sitting.type("电话沟通")
        sitting.press("Enter")
      },
      Scene("marks", of: { .crowd }) { $0.press("l", "Space", "j", "Space", "j", "v", "j") },
      Scene("bulk-move", of: { try Ledger(drawn: "对接: 1 2! 3 4 | 回访: 5 6 7 8 9") }) { sitting in
        sitting.press("V", "L")
        sitting.type("补录历史阶段")
        sitting.press("Enter")
      },
      Scene("bulk-refused", of: { try .closedOnes() }) { sitting in
        sitting.press("S", "V")
        sitting.command("withdraw")
        sitting.type("不再推进")
        sitting.press("Enter")
      },
      Scene("bulk-form", of: { try Ledger(drawn: "对接: 1 2! 3 4") }) { $0.press("V", "m", "2") },
      Scene("bulk-drag", sizes: terminal, of: { try Ledger(drawn: "对接: 1 2 3") }) { sitting in
        sitting.press("Space", "j", "Space", "m", "l")
      },
      Scene("menu") { sitting in
        sitting.pointer(.down(.right), at: sitting.place(of: .card(sitting.ui.selected ?? 1)))
      },
      Scene("menu-marked", sizes: terminal) { sitting in
        sitting.press("Space", "c")
      },
      Scene("columns") { $0.press("S", "C", "j", "j", "j") },
      Scene("ledger", of: { .crowd }) { sitting in
        sitting.press("S", "Space", "j", "Space")
        sitting.command("sort 金额")
      },
      Scene("slide", sizes: terminal, of: { try Ledger(drawn: "对接: 1 2 3 4") }) { sitting in
        sitting.press("s")
        sitting.pull(.card(1), to: sitting.place(of: .card(3)))
      },
      Scene("report") { $0.press("P") },
      Scene("report-leader") { $0.press("P", "5", "Ctrl-D", "l") },
      Scene("leader", of: { .crowd }) { $0.press("P", "5") },
      Scene("report-filing") { $0.press("P", "w") },
      Scene("import-question") { sitting in
        sitting.command("import 台账.csv")
        sitting.handle(.importNews(.shown(.sample())))
      },
      Scene("import-rows") { sitting in
        sitting.command("import 台账.csv")
        sitting.handle(.importNews(.shown(.sample(asks: false))))
        sitting.press("j", "j")
      },
      Scene("import-columns") { sitting in
        sitting.command("import 台账.csv")
        sitting.handle(.importNews(.shown(.sample(asks: false))))
        sitting.press("Tab", "j", "j")
      },
      Scene("funnel-grouped", sizes: terminal) { $0.press("F", "b", "b") },
      Scene("trend") { $0.press("F", "t") },
      Scene("trend-crowd", of: { .crowd }) { $0.press("F", "t", "l", "k") },
      Scene("compare") { $0.command("compare 2023-07-24 2023-09-04") },
      Scene("compare-units") { $0.command("对比 招商发展 国信") },
      Scene("funnel-period", sizes: terminal) { sitting in
        sitting.command("period 2023-08")
        sitting.press("w", "d", "j")
      },
      Scene("drill", sizes: terminal) { $0.press("F", "j", "j", "Enter") },
      Scene("requests", of: { try .service() }) { $0.press("W") },
      Scene("request-form", of: { try .service() }) { $0.press("W", "n") },
      Scene("request-close", of: { try .service() }) { $0.press("W", "j", ">") },
      Scene("targets", of: { try .service() }) { $0.press("Y", "j") },
      Scene("approval", of: { try .service() }) {
        $0.command("open 1"); $0.press("E")
      },
      Scene("approval-card", of: { try .service() }) { sitting in
        sitting.command("open 1")
        sitting.press("E")
        sitting.type("审批")
        sitting.press("Enter", "Enter", "D", "Enter")
      },
      Scene("hand-over", sizes: terminal, of: { try .service() }) { $0.press("Z") },
      Scene(
        "merge", sizes: terminal,
        of: {
          var ledger = try Ledger.zouping()
          try ledger.add("远东宏信集团合作", in: .contact)
          return ledger
        }
      ) { sitting in
        sitting.command("open 7")
        sitting.command("merge")
      },
      Scene("first-talk") { sitting in
        sitting.press("n")
        sitting.type("远东宏信集团合作")
      },
      Scene("agenda-alerts", of: { try .service() }) { $0.press("A") },
      Scene("target-form", sizes: terminal, of: { try .service() }) { $0.press("Y", "n") },
    ]
    + FunnelMethod.allCases.enumerated().map { index, method in
      Scene("funnel-\(method)", sizes: index == 0 ? GoldenScreenTests.sizes : terminal) { sitting in
        sitting.press("F")
        for _ in 0..<index { sitting.press("v") }
      }
    }
}
