internal import Insight
internal import Pipeline
internal import Wording

// The leader's page on the board.
extension Words {
  /// A figure over the page: what it is, and how much.
  struct LeaderFigure {
    let name: String
    let value: String
    /// Whether it is there on a narrow screen too.
    var isVital = false
    /// Whether it tells of something wrong.
    var warns = false
  }

  func leaderFigures(_ figures: LeaderFigures) -> [LeaderFigure] {
    func money(_ minor: Int64?) -> String {
      minor.flatMap { cardAmounts(.known(Money(minor: $0))).first } ?? "-"
    }
    let target = figures.signings
    let signed =
      target.map { reached($0.actual) + "/" + targetValue($0.target) + " " + share($0.share) }
      ?? "\(figures.signed)"
    let isBehind = target?.standing(at: figures.pace) == .behind
    return [
      LeaderFigure(
        name: say("在谈", "in talks"), value: "\(figures.talks)  \(money(figures.talksAmount))",
        isVital: true),
      LeaderFigure(
        name: say("本月新增", "new this month"),
        value: say(
          "\(figures.begun) (上月\(figures.begunBefore))",
          "\(figures.begun) (before \(figures.begunBefore))")),
      LeaderFigure(name: say("今年签约", "signed this year"), value: signed, isVital: true),
      LeaderFigure(name: say("签约额", "amount signed"), value: money(figures.signedAmount)),
      LeaderFigure(
        name: "@" + say("逾期", "overdue"), value: "\(figures.late.overdue)", isVital: true,
        warns: figures.late.overdue > 0),
      LeaderFigure(
        name: "!" + say("停滞", "stale"), value: "\(figures.late.stale)", isVital: true,
        warns: false),
      LeaderFigure(
        name: say("时序", "of the year"),
        value: "\(figures.pace.percent)%" + (isBehind ? say(" @签约滞后", " @behind") : ""),
        isVital: true, warns: isBehind),
    ]
  }

  func leaderLargest(_ count: Int) -> String { say("最大 \(count) 个", "The largest \(count)") }
  func leaderRed(_ count: Int) -> String { say("红色清单 \(count) 项", "Red list \(count)") }
  func leaderUpcoming(_ count: Int) -> String {
    say("七天内 \(count)", "Within seven days \(count)")
  }
  func leaderMore(_ count: Int) -> String { say("(另 \(count) 项)", "(\(count) more)") }
}
