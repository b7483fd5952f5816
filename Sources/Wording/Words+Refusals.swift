package import Pipeline

extension Words {
  /// One sentence: which rule refused, and what would satisfy it.
  ///
  /// - Parameter pipeline: Where the names of projects are looked up; a project that is not there is
  ///   named by its number.
  package func refusal(_ refusal: Refusal, pipeline: Pipeline) -> String {
    func named(_ id: ProjectID) -> String { project(id, in: pipeline) }
    switch refusal {
    case .unknownProject(let id):
      return say("没有项目 \(id)，请核对编号", "There is no project \(id); check the number")
    case .missing(let id, let stage, let missing):
      let who = id.map(named) ?? say("新项目", "The new project")
      let points = requirements(missing)
      return say(
        "\(who) 不能进入\(self.stage(stage))：\(points)",
        "\(who) cannot enter \(self.stage(stage)): \(points)")
    case .reasonNeeded(let id, let stage, let missing):
      let points = requirements(missing)
      return say(
        "\(named(id)) 移到\(self.stage(stage))需补齐或说明原因：\(points)",
        "\(named(id)) may enter \(self.stage(stage)) with a reason: \(points)")
    case .closed(let id, let status):
      if let merger = pipeline.merger(of: id), status.isDuplicate {
        return say(
          "\(named(id)) 已并入 \(named(merger.into))，请在 \(merger.into) 上办理",
          "\(named(id)) is merged into \(named(merger.into)); go on with \(merger.into)")
      }
      let kind = self.status(status.kind)
      return say(
        "\(named(id)) 已\(kind)，请先重新启用", "\(named(id)) is \(kind.lowercased()); reopen it first")
    case .notOnHold(let id):
      return say("\(named(id)) 没有挂起，无需恢复", "\(named(id)) is not on hold, nothing to resume")
    case .notClosed(let id):
      return say("\(named(id)) 仍在推进，无需重新启用", "\(named(id)) is still open, nothing to reopen")
    case .alreadyOnHold(let id):
      return say(
        "\(named(id)) 已经挂起，请先恢复再挂起", "\(named(id)) is on hold already; resume it first")
    case .reasonMissing(let id, let kind):
      let kind = status(kind)
      return say(
        "\(named(id)) 设为\(kind)需要填写原因",
        "\(named(id)) cannot be marked \(kind.lowercased()) without a reason; give one")
    case .dateMissing(let id, let kind):
      let kind = status(kind)
      return say(
        "\(named(id)) 设为\(kind)需要日期，请填发生的日子，只知道月份也可以",
        "\(named(id)) cannot be marked \(kind.lowercased()) without a date; give the day, or the month"
      )
    case .reviewNotAfter(let review, let today):
      return say(
        "复核日期 \(review) 不晚于挂起日期，请选 \(today) 之后的一天",
        "The review date \(review) is not after the hold begins; choose a day after \(today)")
    case .inFuture(let date, let today):
      return say(
        "日期 \(self.date(date)) 在今天 \(today) 之后，只能记已发生的事",
        "The date \(self.date(date)) is after today, \(today); give a day that has come")
    case .text(let site, let fault): return text(fault, at: self.site(site))
    case .notAnAmount(let field, let value) where field.form != .amount:
      return say(
        "\(self.field(field))不能是「\(value)」，请换成这一栏能填的内容",
        "\(self.field(field)) cannot be \(value); give what that field holds")
    case .notAnAmount(let field, let value):
      return say(
        "\(self.field(field))「\(value)」不是金额，请写成 1.6亿、3000万、2000万美元 或 未披露",
        "\(self.field(field)) 「\(value)」 is not an amount; write 1.6亿, 3000万, 20m USD or undisclosed"
      )
    case .outOfRange(let quantity, let value):
      let (name, range) = (self.name(quantity), quantity.range)
      return say(
        "\(name) \(value) 超出范围，请填 \(range.lowerBound) 到 \(range.upperBound)",
        "\(name) cannot be \(value); give \(range.lowerBound) to \(range.upperBound)")
    case .tooMany(let site, let limit):
      return say(
        "\(self.site(site))最多 \(limit) 项，请删减",
        "\(self.site(site)) takes at most \(limit) items; leave some out")
    case .lastInColumn(let id):
      return say("\(named(id)) 已在本列尽头", "\(named(id)) is at the end of its column already")
    case .conflict(let id, let field, let theirs, let mine):
      let (theirs, mine) = (value(theirs), value(mine))
      return say(
        "\(named(id)) 的\(self.field(field))刚被改为「\(theirs)」，您的是「\(mine)」，请确认后再改",
        "\(self.field(field)) of \(named(id)) was just changed to '\(theirs)'; yours is '\(mine)'. "
          + "Look again, then change it")
    case .entryConflict(let key, let member, let theirs, let mine):
      let what = "\(directoryKind(key.kind)) \(key.name)"
      let (theirs, mine) = (value(theirs), value(mine))
      return say(
        "\(what) 的\(name(member))刚被改为「\(theirs)」，您的是「\(mine)」，请确认后再改",
        "\(name(member)) of \(what) was just changed to '\(theirs)'; yours is "
          + "'\(mine)'. Look again, then change it")
    case .unknownCluster(let name):
      return say(
        "名录中没有产业集群「\(name)」，请核对名称", "The directory has no cluster “\(name)”; check the name")
    case .clusterInUse(let name, let user):
      let user = clusterUser(user, pipeline)
      return say(
        "产业集群「\(name)」还有 \(user) 在用，不能去掉", "\(user) names the cluster “\(name)”, so it stays")
    case .nameUnknown(let kind, let name):
      return say(
        "没有叫「\(name)」的\(self.name(kind))，请写全名",
        "There is no \(self.name(kind).lowercased()) called '\(name)'; give the whole name")
    case .nameTaken(let renaming):
      return say(
        "已经有\(self.name(renaming.kind))叫「\(renaming.to)」；要把两个合成一个，命令行请加 --merge，看板请在末尾加 合并",
        "The name of a \(self.name(renaming.kind).lowercased()) '\(renaming.to)' already; to make the two one, add "
          + "--merge, or merge at the end on the board")
    case .targetsMeet(let entry):
      return say(
        "两边都有「\(self.entry(entry, pipeline))」，请先改好或删去其中一个",
        "Both have '\(self.entry(entry, pipeline))'; change or remove one of them first")
    case .movedMeanwhile(let id, let now):
      return say(
        "\(named(id)) 刚被移到\(stage(now))，请确认后再移",
        "\(named(id)) was just moved to \(stage(now)); look again, then move it")
    case .register(let refusal): return registerRefusal(refusal, pipeline: pipeline)
    case .hook(let sentence): return sentence
    case .nothingToUndo: return say("没有可撤销的操作", "There is nothing to undo")
    case .closingInNewerUse(let id, let newer):
      return say(
        "\(project(id, in: pipeline)) 作为重复项目关闭，之后的第 \(newer) 条由更新的版本写入，可能以此为据；请用新版本重新打开",
        "\(project(id, in: pipeline)) closed as a duplicate, and change \(newer), which a newer version "
          + "wrote, may rest on that; reopen it with that version")
    case .cannotUndo(let sequence, let obstacle):
      let why = self.obstacle(obstacle, pipeline)
      return say("第 \(sequence) 条不能撤销：\(why)", "Change \(sequence) cannot be undone: \(why)")
    case .intake(let site, let inner):
      let member = site.member(of: inner).map { "." + $0 } ?? ""
      return "\(site.path)\(member): \(self.refusal(inner, pipeline: pipeline))"
    }
  }

  /// A project by number and name: #27 光翼激光雷达项目.
  package func project(_ id: ProjectID, in pipeline: Pipeline) -> String {
    pipeline[id].map { "\(id) \($0.name)" } ?? id.description
  }

  private func clusterUser(_ user: ClusterUser, _ pipeline: Pipeline) -> String {
    switch user {
    case .project(let id): project(id, in: pipeline)
    case .entry(let entry): self.entry(entry, pipeline)
    case .milestone(let id):
      pipeline.milestone(id).map {
        event(.milestoneReached(id, $0.facts), pipeline: pipeline)
      } ?? ""
    }
  }

  private func obstacle(_ obstacle: UndoObstacle, _ pipeline: Pipeline) -> String {
    switch obstacle {
    case .changedSince(let id):
      say(
        "\(project(id, in: pipeline)) 之后又被移动或改了状态，请先撤销后来的操作",
        "\(project(id, in: pipeline)) was moved or closed since; undo that first")
    case .fieldChanged(let id, let field):
      say(
        "\(project(id, in: pipeline)) 的\(self.field(field))之后又改过，请直接编辑",
        "\(self.field(field)) of \(project(id, in: pipeline)) was changed since; edit it instead")
    case .inUse(let id):
      say(
        "\(project(id, in: pipeline)) 之后已有记录，可改为退库",
        "\(project(id, in: pipeline)) has records by now; archive it instead")
    case .entryChanged(let key):
      say(
        "\(name(key.kind))之后又改过，请直接修改",
        "the \(name(key.kind).lowercased()) was changed since; change it instead")
    case .gone: say("所涉记录已不在", "the record is no longer there")
    case .noStep:
      say("它没有改动任何项目，没有可撤销的", "it changed no project; there is nothing to take back")
    case .unknownEvent:
      say("由更新版本写入，请用新版本撤销", "a newer version wrote it; undo it with that version")
    case .inNewerUse(let newer):
      say(
        "之后的第 \(newer) 条由更新的版本写入，可能以此为据；请用新版本撤销",
        "change \(newer), which a newer version wrote, may rest on it; undo it with that version")
    }
  }
}
