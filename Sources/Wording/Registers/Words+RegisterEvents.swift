package import Pipeline

extension Words {
  /// What a change of a register did: 诉求 3 新增 宏信建发：用电增容.
  package func registerChange(_ change: RegisterChange, pipeline: Pipeline) -> String {
    switch (change.old, change.new) {
    case (nil, .merger(let merger)?):
      let (gone, kept) = (
        project(merger.project, in: pipeline), project(merger.into, in: pipeline)
      )
      return say("\(gone) 并入 \(kept)", "\(gone) merged into \(kept)")
    case (.merger(let merger)?, _):
      let (gone, kept) = (
        project(merger.project, in: pipeline), project(merger.into, in: pipeline)
      )
      return say("\(gone) 与 \(kept) 分开", "\(gone) parted from \(kept)")
    case (.request(let old)?, .request(let new)?)
    where old.status != new.status || old[new.status] != new[new.status]:
      let (what, status) = (entry(.request(new), pipeline), name(new.status))
      let on = new[new.status].map { " " + date($0) } ?? ""
      return say("\(what) → \(status)\(on)", "\(what): \(status.lowercased())\(on)")
    case (.handOver?, .handOver(let new)?) where new.answer != nil:
      let what = entry(.handOver(new), pipeline)
      let answer = new.answer.map { name($0) } ?? ""
      return say("\(what)：\(answer)", "\(what): \(answer.lowercased())")
    case (nil, let new?):
      return say("新增\(entry(new, pipeline))", "Added \(entry(new, pipeline))")
    case (let old?, nil):
      return say("去掉\(entry(old, pipeline))", "Removed \(entry(old, pipeline))")
    case (_, let new?):
      return say("修改\(entry(new, pipeline))", "Changed \(entry(new, pipeline))")
    case (nil, nil): return ""
    }
  }

  /// A record in a few words, its register first.
  package func entry(_ entry: RegisterEntry, _ pipeline: Pipeline) -> String {
    let kind = name(entry.key.kind)
    func named(_ text: String) -> String { "\(kind) \(text)" }
    switch entry {
    case .request(let request):
      return named(
        "\(request.id.number) \(request.organisation)" + say("：", ": ") + request.subject)
    case .matter(let matter): return named("\(matter.code) \(matter.name)")
    case .catalogue(let catalogue):
      return named("\(catalogue.name) " + say("\(catalogue.stated)项", "\(catalogue.stated)"))
    case .target(let target): return named(self.target(target))
    case .decision(let decision):
      let done = decision.done.map { say("（\(date($0)) 完成）", " (done \(date($0)))") } ?? ""
      return named("\(project(decision.project, in: pipeline)) \(decision.name)\(done)")
    case .phase(let phase):
      let whole = phase.project.map { project($0, in: pipeline) } ?? phase.subject ?? ""
      return named("\(whole) \(phase.name) \(name(phase.state))")
    case .handOver(let handOver):
      let from = handOver.from.map { $0 + " → " } ?? "→ "
      return named("\(project(handOver.project, in: pipeline)) \(from)\(handOver.to)")
    case .merger(let merger):
      return named(
        "\(project(merger.project, in: pipeline)) → \(project(merger.into, in: pipeline))")
    }
  }

  /// 2023 投资促进局 签约个数 12.
  package func target(_ target: Target) -> String {
    let whose = [target.unit, target.cluster].compactMap { $0 }
    let whom = whose.isEmpty ? say("全区", "all") : list(whose)
    return "\(target.year) \(whom) \(name(target.measure)) \(targetValue(target))"
  }

  package func targetValue(_ target: Target) -> String {
    target.amount.map { amount($0) } ?? target.count.map { "\($0)" } ?? "—"
  }
}
