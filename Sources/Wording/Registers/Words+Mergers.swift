package import Pipeline

// What is said of projects that were merged or taken off the register.
extension Words {
  /// Where a project went that no list shows: 已并入 #1 铝箔项目, 已退库; nil for one that is there.
  package func whereabouts(of id: ProjectID, in pipeline: Pipeline) -> String? {
    guard let project = pipeline[id] else { return nil }
    if project.status.kind == .archived {
      return say("已退库，可重新启用", "archived; it can be reopened")
    }
    guard project.status.isDuplicate else { return nil }
    guard let merger = pipeline.merger(of: id) else {
      return say("已作为重复项目流失，可重新启用", "lost as a duplicate; it can be reopened")
    }
    let last = self.project(pipeline.survivor(of: merger), in: pipeline)
    return say("已并入 \(last)", "merged into \(last)")
  }

  /// What a merger carries over: 并过去：产业类型、3 次活动.
  package func carriedOver(by merger: Merger) -> String {
    func named(_ label: String, _ items: [String]) -> String? {
      items.isEmpty ? nil : label + " " + list(items)
    }
    func counted(_ count: Int, _ zh: String, _ en: String) -> String? {
      count == 0 ? nil : say("\(count) \(zh)", "\(count) \(en)")
    }
    let fields = merger.fields.compactMap { Field(rawValue: $0) }.map { field($0) }
    let rest: [String?] = [
      named(field(.investors), merger.investors), named(field(.tags), merger.tags),
      counted(merger.activities.count, "次活动", "activities"),
      counted(merger.milestones.count, "个里程碑", "milestones"),
      counted(merger.steps.count, "步阶段和备注", "stages and notes"),
      named(say("立项节点", "points"), merger.decisions),
      named(say("分期", "phases"), merger.phases),
      counted(merger.requests.count, "项诉求", "requests"),
      counted(merger.handOvers.count, "次流转", "hand-overs"),
    ]
    let parts = fields + rest.compactMap { $0 }
    let to = say("并到 \(merger.into)：", "Goes over to \(merger.into): ")
    return to + (parts.isEmpty ? say("没有可并的", "nothing") : list(parts))
  }

  /// What a merger did not carry over, as the other project has its own; nil when it carried all.
  package func leftBehind(by merger: Merger, in pipeline: Pipeline) -> String? {
    leftBehind(pipeline.leftBehind(by: merger), by: merger, in: pipeline)
  }

  package func leftBehind(_ left: [LeftBehind], by merger: Merger, in pipeline: Pipeline) -> String?
  {
    if left.isEmpty { return nil }
    let items = list(left.map { leftBehind($0, pipeline) })
    return say(
      "\(merger.into) 已有自己的，\(merger.project) 的下列各项留在原处，不再计入：\(items)",
      "\(merger.into) has its own; this stays with \(merger.project) and counts no more: \(items)")
  }

  private func leftBehind(_ left: LeftBehind, _ pipeline: Pipeline) -> String {
    switch left {
    case .field(let field, let value): "\(self.field(field)) \(self.value(value))"
    case .stage(let stage, let on): "\(self.stage(stage)) \(date(on))"
    case .hold(let status): statusInFull(status)
    case .decision(let decision): entry(.decision(decision), pipeline)
    case .phase(let phase): entry(.phase(phase), pipeline)
    case .handOver(let handOver): entry(.handOver(handOver), pipeline)
    }
  }
}
