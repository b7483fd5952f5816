internal import Insight
package import Pipeline
package import Wording

extension Words {
  package func duty(_ kind: Duty.Kind) -> String {
    switch kind {
    case .step: say("下步", "Next step")
    case .review: say("挂起复核", "Review of a hold")
    case .request: say("企业诉求", "Request")
    case .handOver: say("流转待答复", "Hand-over to answer")
    case .stale: say("久未跟进", "Stale")
    }
  }

  /// A duty without its day: #27 光翼激光：送用地红线图.
  package func dutySubject(_ duty: Duty, in pipeline: Pipeline) -> String {
    let subject = duty.project.map { project($0, in: pipeline) } ?? ""
    let parts = [subject, duty.text.split(whereSeparator: \.isNewline).joined(separator: " ")]
    return parts.filter { !$0.isEmpty }.joined(separator: say("：", ": "))
  }

  /// How late or how long: 逾期 3 天, 今天到期, 12-02 周三, 40 天未动, 等了 5 天.
  package func dutyDays(_ duty: Duty, on day: Day) -> String {
    switch duty.kind {
    case .stale: return say("\(duty.days) 天未动", "quiet for \(duty.days) days")
    case .handOver: return say("等了 \(duty.days) 天", "waiting for \(duty.days) days")
    case .step, .review, .request:
      guard let due = duty.due else { return "" }
      if duty.days > 0 { return say("逾期 \(duty.days) 天", "\(duty.days) days late") }
      if due == day { return say("今天到期", "due today") }
      return shortDate(due) + " " + weekday(due)
    }
  }

  func calendarSummary(_ duty: Duty, in pipeline: Pipeline) -> String {
    duty.kind == .step
      ? dutySubject(duty, in: pipeline)
      : self.duty(duty.kind) + say("：", ": ") + dutySubject(duty, in: pipeline)
  }

  /// Stage, who is responsible and who invests, a line each.
  func calendarDescription(_ duty: Duty, in pipeline: Pipeline) -> String {
    guard let project = duty.project.flatMap({ pipeline[$0] }) else { return duty.person ?? "" }
    var lines = [say("阶段：", "Stage: ") + stage(project.stage)]
    if let person = duty.person { lines.append(say("责任人：", "Owner: ") + person) }
    if !project.investors.isEmpty {
      lines.append(say("投资方：", "Investors: ") + list(project.investors))
    }
    return lines.joined(separator: "\n")
  }

  /// What a calendar is called: what it is of, and what was asked for.
  package func calendarName(of person: String?, passing filter: String) -> String {
    let name = person.map { say("招商下步：\($0)", "Next steps of \($0)") } ?? say("招商下步", "Next steps")
    return filter.isEmpty ? name : say("\(name)（\(filter)）", "\(name) (\(filter))")
  }
}
