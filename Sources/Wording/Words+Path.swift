package import Insight
package import Pipeline

// The dated path (招商路径) and the strips.
extension Words {
  package func pathTitle(_ count: Int) -> String {
    say("招商路径 \(count) 条 (v 换成阶段条)", "Investment path, \(count) lines (v: strips)")
  }

  /// One line of the path without its date: 单位（带队人，职务）赴/接待 对象，事由，成果.
  package func pathLine(_ entry: PathEntry, in pipeline: Pipeline) -> String {
    guard let bound = entry.boundedBy, entry.on == .unknown else {
      return pathText(entry, in: pipeline)
    }
    return pathText(entry, in: pipeline) + say("（不晚于 \(bound)）", " (by \(bound))")
  }

  private func pathText(_ entry: PathEntry, in pipeline: Pipeline) -> String {
    let names = entry.projects.compactMap { pipeline[$0]?.name }
    switch entry.what {
    case .activity(let activity, let isReturnVisit):
      return pathText(activity.facts, isReturnVisit: isReturnVisit, projects: names)
    case .milestone(let milestone):
      let subject = milestone.facts.subject.map { [$0] } ?? names
      return milestoneLine(milestone.facts)
        + (subject.isEmpty ? "" : say("（\(list(subject))）", " (\(list(subject)))"))
    }
  }

  private func pathText(_ facts: Activity.Facts, isReturnVisit: Bool, projects: [String])
    -> String
  {
    var line = list(facts.lead)
    if let leader = facts.leader {
      let who = leader.name + (leader.title.map { say("，", ", ") + $0 } ?? "")
      line +=
        line.isEmpty
        ? who
        : say("（带队 \(who)）", " (led by \(who))")
    }
    if !line.isEmpty { line += " " }
    let place = facts.place ?? ""
    let whom = list(facts.counterparts)
    switch facts.kind.direction {
    case .outbound: line += say("赴\(place)考察", "visited \(place)")
    case .inbound:
      line +=
        isReturnVisit
        ? say("接待\(whom)回访", "received \(whom) on a return visit")
        : say("接待\(whom)来访", "received \(whom)")
    case .other:
      line += activityKind(facts.kind) + (whom.isEmpty ? "" : " " + whom)
    }
    if facts.times > 1 { line += say(" \(facts.times)次", " x\(facts.times)") }
    let about = facts.sites.isEmpty ? projects : facts.sites
    if !about.isEmpty { line += say("，", ", ") + list(about) }
    if let note = facts.note { line += say("，", ", ") + note }
    if let outcome = facts.outcomeText ?? facts.outcome.map({ self.outcome($0) }) {
      line += say("，", ", ") + outcome
    }
    return line
  }

  package func stripsTitle(from first: Day, to last: Day, days: Int) -> String {
    say(
      "\(first)..\(last) 每格\(days)天  数字=阶段 .=未开始 ==挂起 x=关闭",
      "\(first)..\(last) \(days)d a cell  digit=stage .=not begun ==on hold x=closed")
  }

  /// A month's name over a strip: 7月, or the year in January.
  package func month(_ day: Day) -> String {
    let (year, month, _) = day.civil
    if month == 1 { return say("\(year)年", "\(year)") }
    let english = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return say("\(month)月", english[month - 1])
  }
}
