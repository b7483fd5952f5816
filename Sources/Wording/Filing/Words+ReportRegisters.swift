internal import Insight
package import Pipeline

// Targets and registers in the reports a bureau files.
extension Words {
  /// 2023 年已过 68%（247/365 天）: what a year's target would be at, taken evenly.
  package func yearElapsed(_ day: Day, of year: Int) -> String {
    let pace = YearPace(of: year, on: day)
    return say(
      "时序进度 \(pace.percent)%（\(year) 年已过 \(pace.passed)/\(pace.days) 天）",
      "\(pace.percent)% of \(year) has passed (\(pace.passed) of \(pace.days) days)")
  }

  package var registersLeftOut: String {
    say(
      "注：按条件筛选了项目，目标、集群和企业诉求不按项目计，未列。",
      "Note: projects were filtered; targets, clusters and requests belong to no project and are "
        + "left out.")
  }

  /// 本期新增线索 5 个，其中 2 个已进入考察及以后阶段.
  package func leadsTakenUp(_ count: Int, of all: Int) -> String {
    say(
      "本期新增 \(all) 个，其中 \(count) 个已进入考察及以后阶段",
      "\(all) new, \(count) of them at Visit or beyond by now")
  }

  /// 5批12人次，新增2批4人次.
  package func batches(
    _ batches: Int, people: Int?, newBatches: Int, newPeople: Int?
  ) -> String {
    func text(_ batches: Int, _ people: Int?) -> String {
      say("\(batches)批", "\(batches) trips")
        + (people.map { say("\($0)人次", ", \($0) people") } ?? "")
    }
    return text(batches, people) + say("，新增", "; new ") + text(newBatches, newPeople)
  }

  package var redBlackRule: String {
    say(
      "按本期对接次数：红榜为最多的单位（至多三个），黑榜为没有对接的单位。",
      "By contacts in the period: the best are those with most (three at most), the last those with none."
    )
  }
}
