package import Pipeline

extension Words {
  /// One sentence: which rule of the registers refused, and what would satisfy it.
  package func registerRefusal(_ refusal: RegisterRefusal, pipeline: Pipeline) -> String {
    switch refusal {
    case .unknownRequest(let id):
      return say(
        "没有第 \(id.number) 件诉求，请核对编号", "There is no request \(id.number); check the number")
    case .unknownHandOver(let id):
      return say(
        "没有第 \(id.number) 次流转，请核对编号", "There is no hand-over \(id.number); check the number")
    case .unknownEntry(let key):
      let kind = name(key.kind)
      let what = key.parts.enumerated().map { place, part in
        switch (key.kind, place) {
        case (.target, 1): Target.Measure(rawValue: part).map { name($0) } ?? part
        case (.decision, 0), (.phase, 0):
          UInt32(part).map { project(ProjectID($0), in: pipeline) } ?? part
        default: part
        }
      }.filter { !$0.isEmpty }.joined(separator: " ")
      return say("没有这条\(kind)：\(what)", "There is no such \(kind.lowercased()): \(what)")
    case .unknownMatter(let code):
      return say(
        "权力事项目录中没有编码「\(code)」，请先加入目录",
        "The catalogue has no matter “\(code)”; add it first")
    case .matterInUse(let code, let id):
      return say(
        "第 \(id.number) 件诉求按事项「\(code)」办理，不能去掉",
        "Request \(id.number) falls under the matter “\(code)”, so it stays")
    case .missing(let kind, let member):
      let kind = name(kind)
      return say("\(kind)缺少 \(member)，请填写", "The \(kind.lowercased()) lacks \(member); give it")
    case .outOfRange(let value, let range):
      return say(
        "\(value) 超出范围，请填 \(range.lowerBound) 到 \(range.upperBound)",
        "\(value) is out of range; give \(range.lowerBound) to \(range.upperBound)")
    case .before(let date, let earliest):
      return say(
        "日期 \(self.date(date)) 早于上一步的 \(earliest)，请核对",
        "The date \(self.date(date)) is before the step it follows, \(earliest); check it")
    case .dueBefore(let due, let received):
      return say(
        "期限 \(due) 早于收到日期 \(received)，请选之后的一天",
        "The due day \(due) is before it was received, \(received); choose a later one")
    case .notClosed:
      return say("办结以后才记满意度", "Satisfaction is asked for once the request is closed")
    case .wantsAmount(let measure):
      let measure = name(measure)
      return say(
        "\(measure)的目标是金额，如 200亿", "A target for \(measure.lowercased()) is an amount, like 200亿")
    case .wantsCount(let measure):
      let measure = name(measure)
      return say(
        "\(measure)的目标是个数，如 12", "A target for \(measure.lowercased()) is a number, like 12")
    case .phaseOfNothing:
      return say("请说明是哪个项目或园区的期次", "Say which project or park it is a phase of")
    case .handedToItself(let unit):
      return say("流转的去向就是「\(unit)」自己，请另选单位", "It is with “\(unit)” already; name another unit")
    case .alreadyOffered(let id, let unit):
      let who = project(id, in: pipeline)
      return say(
        "\(who) 正流转给「\(unit)」，请等答复", "\(who) is offered to “\(unit)” already; wait for the answer")
    case .alreadyAnswered(let answer):
      let answer = name(answer)
      return say("这次流转已有答复：\(answer)", "This hand-over is answered: \(answer.lowercased())")
    case .mergedWithItself(let id):
      return say(
        "\(project(id, in: pipeline)) 不能并入自己", "\(project(id, in: pipeline)) is the same one")
    case .mergedIntoRemoved(let id):
      let who = project(id, in: pipeline)
      return say("\(who) 已不在库，请先重新启用", "\(who) is off the register; reopen it first")
    case .mergerInUse(let id):
      let who = project(id, in: pipeline)
      return say(
        "\(who) 的推进以并入的活动为依据，请先撤销那次移动",
        "A move of \(who) goes by an activity of the merger; undo that move first")
    case .mergedFurther(let id, let other):
      return say(
        "请先分开 \(id) 与 \(other)：\(project(id, in: pipeline)) 后来又并入了 \(other)",
        "Part \(id) from \(other) first: \(project(id, in: pipeline)) was merged on")
    case .movedSinceMerger(let id):
      let who = project(id, in: pipeline)
      return say(
        "\(who) 并入之后又换过阶段，请先撤销那次移动",
        "\(who) changed stage after the merger; undo that move first")
    case .leadChanged(let id, let from, let now):
      let who = project(id, in: pipeline)
      let from = from ?? "—"
      return say(
        "\(who) 的第一牵头单位已由「\(from)」换成「\(now)」，请退回这次流转，由「\(now)」重新发起",
        "\(who) was offered by “\(from)” but “\(now)” leads it now; decline, and let it offer anew")
    case .answerBeforeClosing:
      return say(
        "办结以后才记办理结果和跑动次数", "Result and trips are asked for once the request is closed")
    case .changedMeanwhile(let kind):
      let kind = name(kind)
      return say("这条\(kind)刚被别人改过，请看过再改", "This \(kind.lowercased()) was just changed; look again")
    }
  }
}
