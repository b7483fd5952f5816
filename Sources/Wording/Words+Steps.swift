package import Pipeline

extension Words {
  /// What one step did, in one short sentence; a step with many cards is summed up.
  ///
  /// 2 个项目移到 考察; other steps are told by the event that says most, and how many more there are.
  package func step(_ events: [Event], pipeline: Pipeline) -> String {
    if let summary = summary(events) { return summary }
    let said =
      events.last.flatMap { $0.isMerger ? $0 : nil }
      ?? events.first { if case .moved = $0 { true } else { false } } ?? events.last
    guard let said else { return "" }
    return event(said, pipeline: pipeline) + (events.count > 1 ? andMore(events.count - 1) : "")
  }

  /// The same thing done with several projects; nil when it is not that.
  private func summary(_ events: [Event]) -> String? {
    guard events.count > 1, let first = events.first else { return nil }
    if case .undone = first {
      var inner: [Event] = []
      for case .undone(_, let event) in events { inner.append(event) }
      guard inner.count == events.count else { return nil }
      if case .undone = inner[0] {
        var again: [Event] = []
        for case .undone(_, let event) in inner { again.append(event) }
        return again.count == inner.count
          ? summary(again).map { say("重做：\($0)", "Redone: \($0)") } : nil
      }
      return summary(inner).map { say("撤销：\($0)", "Undone: \($0)") }
    }
    guard Set(events.flatMap(\.projects)).count == events.count else { return nil }
    return moves(events) ?? statuses(events) ?? edits(events)
  }

  private func moves(_ events: [Event]) -> String? {
    var targets: Set<Stage> = []
    for event in events {
      guard case .moved(_, let move) = event else { return nil }
      targets.insert(move.to)
    }
    let many = projects(events.count)
    guard targets.count == 1, let target = targets.first else {
      return say("\(many)换了阶段", "\(many) changed stage")
    }
    return say("\(many)移到 \(stage(target))", "\(many) moved to \(stage(target))")
  }

  private func statuses(_ events: [Event]) -> String? {
    var kinds: Set<Status.Kind> = []
    for event in events {
      guard case .statusChanged(_, let change) = event else { return nil }
      kinds.insert(change.new.kind)
    }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    let many = projects(events.count)
    return say("\(many)设为\(status(kind))", "\(many) marked \(status(kind).lowercased())")
  }

  private func edits(_ events: [Event]) -> String? {
    var fields: Set<Field> = []
    var values: Set<FieldValue?> = []
    for event in events {
      guard case .fieldsChanged(_, let changes) = event, changes.count == 1 else { return nil }
      fields.insert(changes[0].field)
      values.insert(changes[0].new)
    }
    guard fields.count == 1, let field = fields.first else { return nil }
    let (many, name) = (projects(events.count), self.field(field))
    guard values.count == 1, case .text(let text)?? = values.first else {
      return say("\(many)修改\(name)", "\(many) edited: \(name)")
    }
    return say("\(many)的\(name)改为「\(text)」", "\(many) \(name): '\(text)'")
  }
}
