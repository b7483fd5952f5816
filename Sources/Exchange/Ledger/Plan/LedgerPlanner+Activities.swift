internal import Pipeline
internal import Wording

// Tables of journeys and receptions.
extension LedgerPlanner {
  mutating func takeActivity(_ row: Int, _ texts: [String], _ more: [[String]]) {
    let kind = activityKind
    let column = context.layout.column(.ledger(.field(.lead)))
    if let column, texts.indices.contains(column.place), !texts[column.place].isEmpty {
      lead = texts[column.place]
    }
    let (activity, problems) = ActivityRowReader(context: context, kind: kind ?? .outbound).read(
      row, texts, further: more, lead: lead ?? section)
    if kind == nil, context.layout.column(.activity(.kind)) == nil { kindless.append(row + 1) }
    var verdict: LedgerPlan.Verdict
    if answers.leftOut.contains(row + 1) {
      verdict = .leftOut(name: activity.label, problems.first)
    } else if let first = problems.first {
      verdict = unsettled(activity.label, first)
    } else if activities.has(activity.facts) {
      verdict = .keepsActivity(activity.label)
    } else {
      var single = Intake()
      single.activities = [activity.facts]
      do throws(Refusal) {
        _ = try pipeline.decide(.take(single), today: today)
        plan.intake.activities.append(activity.facts)
        activities.add(activity.facts)
        verdict = .createsActivity(activity.label)
      } catch {
        verdict = unsettled(
          activity.label,
          LedgerError(
            row: row + 1, column: nil, problem: .refused(heading: nil, value: "", error.inner)))
      }
    }
    reconciler.add(activity, isOut: verdict.isOut)
    plan.lines.append(LedgerPlan.Line(row: row + 1, kind: .activity, verdict: verdict))
  }

  /// What title and headings say the journeys are, 外出招商 or 来访接待, else what was answered; nil while
  /// nobody has said it.
  private var activityKind: ActivityKind? {
    let said = (plan.block.lines.map(\.text) + context.layout.columns.flatMap(\.headings)).joined()
    if ["接待", "来访"].contains(where: { said.contains($0) }) { return .inbound }
    if ["外出", "出访", "赴", "走出去", "目的地", "前往"].contains(where: { said.contains($0) }) {
      return .outbound
    }
    return answers.activityKind
  }
}
