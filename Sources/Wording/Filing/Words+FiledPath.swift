package import Insight
package import Pipeline

/// A line of the dated path taken apart, as a bureau files it.
package struct FiledPathLine: Hashable, Sendable {
  package let date: String
  package let units: String
  /// The head of the delegation and the title of that day.
  package let leader: String
  /// 赴青岛考察, 接待.
  package let way: String
  package let counterparts: String
  package let purpose: String
  package let outcome: String
  /// How many occurrences, or how many of a batch.
  package let times: Int
  /// 4次, 32个; empty for one.
  package let timesText: String
}

extension Words {
  /// The parts of a line of the path: 日期, 单位, 带队人+职务, 赴/接待, 对象, 事由, 成果.
  package func filedPathLine(_ entry: PathEntry, in pipeline: Pipeline) -> FiledPathLine {
    let day =
      entry.on == .unknown
      ? entry.boundedBy.map { say("日期不详（不晚于\($0)）", "no date (by \($0))") } ?? self.date(.unknown)
      : date(entry.on)
    let names = entry.projects.compactMap { pipeline[$0]?.name }
    switch entry.what {
    case .activity(let activity, let isReturnVisit):
      let facts = activity.facts
      // A firm that is visited is met: once is enough.
      let sites = facts.sites.filter { !facts.counterparts.contains($0) }
      let about = facts.sites.isEmpty ? names : sites
      let purpose = [list(about)].filter { !$0.isEmpty } + [facts.note].compactMap { $0 }
      return FiledPathLine(
        date: day, units: list(facts.lead),
        leader: facts.leader.map { $0.name + ($0.title.map { say("，", ", ") + $0 } ?? "") } ?? "",
        way: way(facts, isReturnVisit: isReturnVisit), counterparts: list(facts.counterparts),
        purpose: purpose.joined(separator: say("；", "; ")),
        outcome: facts.outcomeText ?? facts.outcome.map { outcome($0) } ?? "", times: facts.times,
        timesText: facts.times > 1 ? say("\(facts.times)次", " ×\(facts.times)") : "")
    case .milestone(let milestone):
      let facts = milestone.facts
      let subject = facts.subject.map { [$0] } ?? names
      return FiledPathLine(
        date: day, units: "", leader: "", way: facts.name ?? self.milestone(facts.kind),
        counterparts: list(subject), purpose: facts.note ?? "", outcome: facts.document ?? "",
        times: facts.count,
        timesText: facts.count > 1 ? say("\(facts.count)个", " ×\(facts.count)") : "")
    }
  }

  private func way(_ facts: Activity.Facts, isReturnVisit: Bool) -> String {
    switch facts.kind.direction {
    case .outbound:
      facts.place.map { say("赴\($0)考察", "visited \($0):") } ?? say("外出考察", "visited")
    case .inbound where isReturnVisit: say("接待回访", "received on a return visit")
    case .inbound: say("接待来访", "received")
    case .other: activityKind(facts.kind)
    }
  }

  /// The line as one sentence: 日期 — 单位(带队人，职务) 赴/接待 对象，事由，成果.
  package func sentence(_ line: FiledPathLine) -> String {
    var who = line.units
    if !line.leader.isEmpty {
      who += who.isEmpty ? line.leader : say("（\(line.leader)）", " (\(line.leader))")
    }
    var deed = line.way
    deed += line.timesText
    if !line.counterparts.isEmpty { deed += " " + line.counterparts }
    let parts = [
      [who, deed].filter { !$0.isEmpty }.joined(separator: " "), line.purpose, line.outcome,
    ]
    return line.date + " — "
      + parts.filter { !$0.isEmpty }.joined(separator: say("，", ", "))
  }
}
