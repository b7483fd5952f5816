import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

/// How many keys the commonest tasks take, beside the text that is typed.
@Suite("Keys that the commonest tasks take")
struct KeyCountTests {
  enum Step: Sendable {
    case press(String)
    case type(String)
  }

  struct Task: Sendable, CustomTestStringConvertible {
    let name: String
    let most: Int
    let steps: [Step]
    let isDone: @Sendable (Sitting) -> Bool

    var testDescription: String { name }
  }

  static let tasks: [Task] = [
    Task(
      name: "新建项目", most: 4,
      steps: [
        .press("n"), .type("宏远无纺布项目"), .press("Tab"), .type("宏远科技有限公司"), .press("Enter"),
      ]
    ) { $0.ui.pipeline.projects.count == 2 },
    Task(
      name: "新建项目，另一个责任人", most: 6,
      steps: [
        .press("n"), .type("宏远无纺布项目"), .press("Tab"), .type("宏远科技有限公司"), .press("Tab"),
        .press("Tab"), .press("Tab"), .type("李娜"), .press("Enter"),
      ]
    ) { $0.ui.pipeline[2]?.owner == "李娜" },
    Task(
      name: "记一次电话", most: 4,
      steps: [.press("a"), .type("dh"), .press("Tab"), .type("沟通用地指标"), .press("Enter")]
    ) { sitting in
      sitting.ui.pipeline.activities.contains {
        $0.facts.kind == .call && $0.facts.outcomeText == "沟通用地指标"
      }
    },
    Task(
      name: "定下一步", most: 3,
      steps: [.press("@"), .type("催补可研报告"), .press("Tab"), .type("12-05"), .press("Enter")]
    ) { $0.ui.pipeline[1]?.next == NextStep(text: "催补可研报告", due: "2026-12-05") },
    Task(
      name: "记为流失", most: 3,
      steps: [.press("X"), .type("td"), .press("Enter"), .press("Enter")]
    ) { $0.ui.pipeline[1]?.status.kind == .lost },
    Task(name: "只看我的", most: 1, steps: [.press("f")]) { !$0.ui.filterText.isEmpty },
    Task(name: "推进一个阶段", most: 1, steps: [.press("L")]) {
      if case .form = $0.ui.overlay { true } else { $0.ui.pipeline[1]?.stage == .visit }
    },
    Task(
      name: "用首字母找", most: 4, steps: [.press("/"), .type("gyjg"), .press("Enter")]
    ) { $0.ui.columns[0] == [1] },
    Task(name: "撤销", most: 1, steps: [.press("u")]) { $0.ui.pipeline.projects.count == 0 },
    Task(
      name: "办结下一步", most: 4,
      steps: [.press("@"), .type("看厂房"), .press("Enter"), .press("d"), .press("Enter")]
    ) { sitting in
      sitting.ui.pipeline[1]?.next == nil
        && sitting.ui.pipeline.activities.contains { $0.facts.outcomeText == "看厂房" }
    },
  ]

  @Test("Each is done with so many keys", arguments: tasks)
  func count(_ task: Task) throws {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("光翼激光项目", on: "2026-11-20")
    var sitting = Sitting(ledger, size: Size(width: 100, height: 30))
    var keys = 0
    for step in task.steps {
      switch step {
      case .press(let key):
        sitting.press(key)
        keys += 1
      case .type(let text): sitting.type(text)
      }
    }
    #expect(task.isDone(sitting), "\(sitting.screen)")
    #expect(keys <= task.most)
  }

  @Test("What is prefilled is replaced by the first character, and comes back with Ctrl-Z")
  func replacing() throws {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("光翼激光项目", on: "2026-11-20", [.owner: .text("王敏")])
    var sitting = Sitting(ledger, size: Size(width: 100, height: 30))
    sitting.press("O")
    sitting.type("李娜")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜")
    sitting.press("O", "End")
    sitting.type("娜")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜娜")
  }
}
