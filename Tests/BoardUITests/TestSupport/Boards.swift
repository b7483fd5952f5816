import Canvas
import Exchange
import Pipeline
import TestSupport
import Wording

extension Ledger {
  /// The Zouping board on the day of its last dated fact.
  static func zouping() throws -> Ledger {
    var ledger = Ledger(today: Day.of("\(ZoupingExample.lastDay)"))
    try ledger.commit(.take(try ExchangeFile(ZoupingExample.bytes).intake))
    return ledger
  }

  /// Three hundred projects with Chinese names in all stages, some held, lost, overdue or stale.
  static let crowd: Ledger = {
    var random = SplitMix64(seed: 300)
    var intake = Intake()
    for number in 1...300 {
      let name =
        random.pick(["青岛", "内江", "邹平", "济南", "上海", "苏州"])
        + random.pick(["光翼激光雷达", "新材料", "冷链物流产业园", "高端铝轻量化部件", "医药中间体", "智算中心(一期)"])
        + random.pick(["项目", "", "生产基地", "ABC Robotics 合作项目"]) + "\(number)"
      var fields: [Field: FieldValue] = [
        .name: .text(name), .investors: .list([random.pick(["西王集团", "魏桥创业集团有限公司", "特锐德"])]),
        .owner: .text(random.pick(["王敏", "李娜", "张伟"])),
      ]
      if !random.isOnce(in: 3) {
        fields[.amount] = .amount(.of("\(number % 40 + 1)", random.pick([.yi, .wan])))
      }
      if random.isOnce(in: 2) {
        fields[.next] = .next(
          NextStep(text: "带用地红线图回访", due: random.pick(["2023-08-20", "2023-09-30", nil])))
      }
      let month = 1 + number % 8
      var arrival = Intake.Arrival(
        fields: fields,
        stages: [Intake.Step(stage: random.pick(Stage.allCases), on: Ledger.day(month, number))])
      if random.isOnce(in: 10) {
        arrival.status = StatusChange(
          old: .ongoing, new: .onHold(review: "2023-12-01", reason: "待土地指标"), on: "2023-08-30",
          reason: nil)
      } else if random.isOnce(in: 12) {
        arrival.status = StatusChange(
          old: .ongoing, new: .lost(.land, place: "潍坊", note: nil), on: "2023-08-31", reason: nil)
      }
      intake.projects.append(arrival)
    }
    return taking(intake)
  }()

  /// Ten thousand projects of a bureau, made by lot.
  static let tenThousand = Ledger.generated(10_000, seed: 4)

  /// Projects whose names are made to break a screen, as another version's history may hold them.
  static let hostile: Ledger = {
    var ledger = Ledger(today: "2023-09-04")
    let texts = HostileText.all.map { String($0.text.unicodeScalars.prefix(3000)) }
    for (index, text) in texts.enumerated() {
      let id = ledger.pipeline.nextProject
      ledger.record([
        .projectAdded(
          ProjectAdded(
            id: id,
            fields: [
              .name: .text(text), .kind: .kind(.investment), .investors: .list([text]),
              .next: .next(NextStep(text: text, due: "2023-08-20")), .owner: .text(text),
            ], stage: Stage.allCases[index % 6], on: "2023-07-19")),
        .noted(id, text: text, on: "2023-08-01"),
      ])
    }
    return ledger
  }()

  /// Seven projects of which three are closed.
  static func closedOnes() throws -> Ledger {
    var ledger = try Ledger(drawn: "对接: 1 2 3 | 意向: 4 5! | 签约: 6 7", today: "2023-09-04")
    try ledger.commit(.lose(2, .land, place: "潍坊", note: nil, on: "2023-08-01"))
    try ledger.commit(.archive(4, reason: "与 #5 重复", on: "2023-08-02"))
    try ledger.commit(.withdraw(7, reason: "对方放弃", on: "2023-08-03"))
    return ledger
  }

  private static func taking(_ intake: Intake) -> Ledger {
    var ledger = Ledger(today: "2023-09-04")
    do {
      try ledger.commit(.take(intake))
    } catch {
      preconditionFailure("the crowd was refused: \(error)")
    }
    return ledger
  }

  private static func day(_ month: Int, _ number: Int) -> BusinessDate {
    .day(Day.of("2023-0\(month)-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)"))
  }
}
