package import Insight
package import Pipeline
internal import Vocabulary

// A card in full.
extension Words {
  package var detailTitle: String { say("项目详情", "Project") }
  package func missingFor(_ stage: Stage) -> String {
    say("进入「\(self.stage(stage))」所需", "For \(self.stage(stage))")
  }
  package func historyTitle(_ count: Int) -> String { say("经过 (\(count))", "History (\(count))") }
  /// - Parameter key: The key that sets one; empty when there is none.
  package func noNextStep(_ key: String) -> String {
    say("没有下一步", "no next step") + hint(key, "填", "sets it")
  }
  package func noActivity(_ key: String) -> String {
    say("还没有活动记录", "no activity yet") + hint(key, "记", "logs one")
  }
  private func hint(_ key: String, _ zh: String, _ en: String) -> String {
    key.isEmpty ? "" : say(" (按 \(key) \(zh))", " (\(key) \(en))")
  }

  /// What a met requirement is called.
  package func met(_ requirement: Requirement) -> String {
    switch requirement {
    case .name: field(.name)
    case .organisation: field(.investors)
    case .source: field(.source)
    case .outboundActivity: say("有外出考察记录", "outbound visit logged")
    case .inboundActivity: say("有来访或回访记录", "inbound visit logged")
    case .intentOutcome: say("有初步意向以上的成果", "outcome of intent or stronger")
    case .approvalStarted: milestone(.approvalStarted)
    case .intentReached: say("到过意向阶段", "has reached Intent")
    case .signingDate: say("签约日期", "signing date")
    case .approvalGranted: milestone(.approvalGranted)
    case .amount: field(.amount)
    case .reasonToSkip, .reasonToStepBack: say("已写原因", "reason given")
    case .dateInOrder: say("日期顺序", "dates in order")
    case .field(let field): self.field(field)
    }
  }

  /// How long it has been where it is: 停留 6天 / 未动 3天 (阈值 14天).
  package func ageingLine(_ ageing: Ageing, limit: Int?) -> String {
    var parts: [String] = []
    if let days = ageing.daysInStage {
      parts.append(say("停留 \(self.days(days))", "\(days)d in stage"))
    }
    if let idle = ageing.idleDays { parts.append(say("未动 \(days(idle))", "idle \(idle)d")) }
    if let limit { parts.append(say("阈值 \(days(limit))", "limit \(limit)d")) }
    if ageing.isStale { parts.append(say("! 停滞", "! stale")) }
    if let overdue = ageing.overdueDays { parts.append(dueIn(-overdue)) }
    if let review = ageing.reviewDays {
      parts.append(say("复核已过 \(days(review))", "review \(review)d late"))
    }
    return parts.isEmpty ? noDays : parts.joined(separator: " | ")
  }

  /// 07-30 周日 还剩3天.
  package func dueLine(_ due: Day, today: Day) -> String {
    "\(due) \(weekday(due)) (\(dueIn(due.days(since: today))))"
  }

  /// A date in a history's first column; short enough for ten columns.
  package func historyDate(_ date: BusinessDate) -> String {
    switch date {
    case .range(_, let last):
      say("至\(last.description.dropFirst(2))", "<\(last.description.dropFirst(2))")
    default: self.date(date)
    }
  }

  /// One entry into a stage: 考察 -> 意向 (跳过 回访) 原因.
  package func entryLine(_ entry: StageEntry) -> String {
    var line =
      entry.from.map { "\(stage($0)) -> \(stage(entry.stage))" }
      ?? say("从「\(stage(entry.stage))」开始", "began in \(stage(entry.stage))")
    if !entry.skipped.isEmpty {
      line += say(
        " (跳过 \(list(entry.skipped.map(stage))))", " (skipped \(list(entry.skipped.map(stage))))")
    }
    if entry.kind == .back { line += " (\(moveKind(.back)))" }
    return line + (entry.reason.map { "  " + $0 } ?? "")
  }

  /// One activity without its date: 外出考察 青岛, 带队 宗新(…): 初步意向.
  package func activityLine(_ facts: Activity.Facts) -> String {
    var parts = [activityKind(facts.kind)]
    if facts.times > 1 { parts[0] += say(" \(facts.times)次", " x\(facts.times)") }
    if let place = facts.place { parts[0] += " " + place }
    if !facts.lead.isEmpty { parts.append(list(facts.lead)) }
    if let leader = facts.leader { parts.append(say("带队 ", "led by ") + self.leader(leader)) }
    if !facts.sites.isEmpty { parts.append(list(facts.sites)) }
    if let note = facts.note { parts.append(note) }
    let outcome = facts.outcomeText ?? facts.outcome.map { self.outcome($0) }
    let line = parts.joined(separator: say("，", ", "))
    return outcome.map { line + ": " + $0 } ?? line
  }

  package func leader(_ leader: Leader) -> String {
    leader.name + (leader.title.map { say("（\($0)）", " (\($0))") } ?? "")
  }

  package func milestoneLine(_ facts: Milestone.Facts) -> String {
    let kind = milestone(facts.kind)
    let own = facts.name.flatMap { $0 == facts.kind.term.zh || $0 == kind ? nil : $0 }
    let name = own.map { "\(kind): \($0)" } ?? kind
    let count = facts.count > 1 ? say(" \(facts.count)个", " x\(facts.count)") : ""
    return name + count + (facts.note.map { "  " + $0 } ?? "")
  }

  /// The preview's right side: 意向 | 金额 | 停留.
  package func previewFacts(_ project: Project, _ standing: Standing, _ ageing: Ageing) -> String {
    let days = ageing.daysInStage.map { self.days($0) } ?? noDays
    let owner = project.owner.map { "  " + say("责任人 ", "owner ") + $0 } ?? ""
    return "\(cardAmount(project.amount))  \(stage(standing.stage)) \(days)\(owner)"
  }

  package func lastActivity(_ facts: Activity.Facts) -> String {
    say("上次: ", "Last: ") + date(facts.on) + " " + activityLine(facts)
  }
}
