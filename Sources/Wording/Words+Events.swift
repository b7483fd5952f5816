package import Pipeline

extension Words {
  /// What an event did, in one short sentence: #27 光翼激光 从 对接 移到 考察.
  ///
  /// - Parameter pipeline: Where names are looked up; a project that is gone keeps its number.
  package func event(_ event: Event, pipeline: Pipeline) -> String {
    func named(_ id: ProjectID) -> String { project(id, in: pipeline) }
    switch event {
    case .projectAdded(let added):
      let who = addedName(added)
      return say("新增 \(who)，在\(stage(added.stage))", "Added \(who), in \(stage(added.stage))")
    case .fieldsChanged(let id, let changes): return fields(changes, of: named(id))
    case .moved(let id, let move):
      let (from, to) = (stage(move.from), stage(move.to))
      return move.kind == .back
        ? say("\(named(id)) 从 \(from) 退回 \(to)", "\(named(id)) moved back from \(from) to \(to)")
        : say("\(named(id)) 从 \(from) 移到 \(to)", "\(named(id)) moved from \(from) to \(to)")
    case .statusChanged(let id, let change): return statusChange(change, of: named(id))
    case .placed(let id, let placement):
      guard let above = placement.newAfter else {
        return say("\(named(id)) 移到本列最上", "\(named(id)) put on top of its column")
      }
      return say("\(named(id)) 移到 \(above) 之下", "\(named(id)) put below \(above)")
    case .activityLogged(_, let facts):
      let times = facts.times == 1 ? "" : " x\(facts.times)"
      let what = "\(activityKind(facts.kind))\(times) \(date(facts.on))"
      let whom = subjects(facts.projects, nil, pipeline)
      return say("\(whom)记录 \(what)", "\(whom)logged \(what)")
    case .milestoneReached(_, let facts):
      let batch = facts.count == 1 ? "" : " x\(facts.count)"
      let what = "\(facts.name ?? milestone(facts.kind))\(batch) \(date(facts.on))"
      let whom = subjects(facts.projects, facts.subject, pipeline)
      return say("\(whom)节点 \(what)", "\(whom)milestone \(what)")
    case .noted(let id, let text, _):
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return say("\(named(id)) 备注：\(line)", "\(named(id)) note: \(line)")
    case .directoryChanged(let old, let new):
      guard let key = (new ?? old)?.key else { return "" }
      let entry = "\(directoryKind(key.kind)) \(key.name)"
      if new == nil { return say("名录去掉 \(entry)", "Directory: removed \(entry)") }
      return old == nil
        ? say("名录新增 \(entry)", "Directory: added \(entry)")
        : say("名录修改 \(entry)", "Directory: changed \(entry)")
    case .registerChanged(let change): return registerChange(change, pipeline: pipeline)
    case .undone(_, let original): return undone(original, pipeline)
    case .storeRecovered(let recovery): return storeRecovery(recovery)
    case .reminded(let reminder): return self.reminder(reminder)
    case .unknown(let kind, _):
      return say("由更新版本写入（\(kind)）", "Written by a newer version (\(kind))")
    }
  }

  /// Undoing an undo is doing again.
  private func undone(_ original: Event, _ pipeline: Pipeline) -> String {
    if case .undone(_, let inner) = original {
      let what = event(inner, pipeline: pipeline)
      return say("重做：\(what)", "Redone: \(what)")
    }
    let what = event(original, pipeline: pipeline)
    return say("撤销：\(what)", "Undone: \(what)")
  }

  private func addedName(_ added: ProjectAdded) -> String {
    if case .text(let name) = added.fields[.name] { "\(added.id) \(name)" } else { "\(added.id)" }
  }

  private func fields(_ changes: [FieldChange], of project: String) -> String {
    guard changes.count == 1, let change = changes.first else {
      let names = list(changes.map { field($0.field) })
      return say("\(project) 修改\(names)", "\(project) edited: \(names)")
    }
    let (name, old, new) = (field(change.field), value(change.old), value(change.new))
    return say(
      "\(project) \(name)由「\(old)」改为「\(new)」", "\(project) \(name): '\(old)' became '\(new)'")
  }

  private func statusChange(_ change: StatusChange, of project: String) -> String {
    switch (change.old.isOpen, change.new) {
    case (false, .ongoing): say("\(project) 重新启用", "\(project) reopened")
    case (true, .ongoing): say("\(project) 恢复推进", "\(project) resumed")
    default:
      say(
        "\(project) 设为\(statusInFull(change.new))", "\(project) marked \(statusInFull(change.new))")
    }
  }

  /// Whom a record concerns, with a blank after it; empty when it concerns nobody in particular.
  private func subjects(_ ids: [ProjectID], _ subject: String?, _ pipeline: Pipeline) -> String {
    let names = ids.prefix(2).map { project($0, in: pipeline) } + [subject].compactMap { $0 }
    guard !names.isEmpty else { return "" }
    let more = ids.count - 2
    return list(names) + (more > 0 ? say("等\(ids.count)个项目", " and \(more) more") : "") + " "
  }
}
