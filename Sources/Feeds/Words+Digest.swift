package import Pipeline
package import Wording

/// A part of a digest.
package enum DigestSection: Hashable, Sendable { case overdue, today, soon }

extension Words {
  package func digestSection(_ section: DigestSection) -> String {
    switch section {
    case .overdue: say("已逾期", "Overdue")
    case .today: say("今天", "Today")
    case .soon: say("近日", "Soon")
    }
  }

  package func digestTitle(of person: String?, on day: Day, _ count: Int) -> String {
    let who = person ?? say("没有责任人的", "nobody's")
    return say(
      "招商提醒 \(day) \(weekday(day))：\(who) \(count) 项",
      "Zhaoshang \(day) \(weekday(day)): \(count) for \(who)")
  }
}
