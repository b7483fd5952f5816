internal import Insight
internal import Pipeline
internal import Wording

// What is said on the screens and forms of requests, targets, approvals and hand-overs.
extension Words {
  func registerLabel(_ line: Form.RegisterLine) -> String {
    switch line {
    case .firm: column(.firm)
    case .requestKind: say("类型", "Kind")
    case .category: column(.category)
    case .subject: column(.subject)
    case .unit: say("承办单位", "Unit")
    case .received: say("收到日期", "Received")
    case .fast: say("快速办理", "Fast lane")
    case .channel: column(.channel)
    case .requestStep: say("办到", "Step")
    case .result: say("办理结果", "Result")
    case .trips: say("跑动次数", "Trips")
    case .mark: say("满意度 1-5", "Mark 1-5")
    case .year: column(.year)
    case .measure: say("指标", "Measure")
    case .value: column(.target)
    case .targetUnit: say("单位", "Unit")
    case .cluster: field(.cluster)
    case .route: say("立项方式", "Route")
    case .checklist: say("列常用节点", "Usual points")
    case .point: column(.step)
    case .body: say("决策机构", "Body")
    case .done: say("完成日期", "Done on")
    case .document: say("文号", "Document")
    case .to: say("流转给", "To")
    case .answer: column(.answer)
    case .same: say("并入", "Same as")
    }
  }

  func rangeFault(_ range: ClosedRange<Int>) -> String {
    say("要 \(range.lowerBound) 到 \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)")
  }

  var no: String { say("否", "no") }

  // MARK: Requests

  var noRequestSelected: String { say("没有选中诉求", "No request is selected") }
  var requestIsDone: String { say("已经回访，没有下一步", "Revisited already; there is no next step") }
  var requestIsAtStart: String { say("还在收集，没有上一步", "Just collected; there is no step before") }
  var newRequestTitle: String { say("登记诉求", "New service request") }
  func editRequestTitle(_ what: String) -> String { say("诉求 \(what)", "Request \(what)") }
  func advanceTitle(_ what: String, from step: ServiceRequest.Status) -> String {
    say("诉求 \(what): \(name(step)) ->", "Request \(what): \(name(step)) ->")
  }

  func requestScope(_ scope: RequestsState.Scope) -> String {
    switch scope {
    case .open: say("未办结", "Open")
    case .overdue: say("超期", "Overdue")
    case .closed: say("已办结", "Closed")
    case .all: say("全部", "All")
    }
  }

  func fastCount(_ count: Int) -> String { say("快速办理 \(count)", "fast lane \(count)") }

  func noRequests(_ scope: RequestsState.Scope, key: String) -> String {
    switch scope {
    case .open: say("没有未办结的诉求；按 \(key) 登记", "No open requests; \(key) adds one")
    case .overdue: say("没有超期的诉求", "Nothing is overdue")
    case .closed: say("还没有办结的诉求", "None is closed yet")
    case .all: say("还没有诉求；按 \(key) 登记", "No requests yet; \(key) adds one")
    }
  }

  /// 按时办结 3/4 75%  只跑一次 2/3 67%  满意 2/2 100%.
  func requestShares(_ figures: RequestFigures) -> String {
    func figure(_ name: String, _ part: Int, _ whole: Int, _ share: Double?) -> String {
      "\(name) \(part)/\(whole) \(self.share(share))"
    }
    return [
      figure(inTimeFigure, figures.inTime, figures.timed, figures.inTimeShare),
      figure(say("只跑一次", "One trip"), figures.oneTrip, figures.tripsKnown, figures.oneTripShare),
      figure(say("满意", "Content"), figures.content, figures.asked, figures.contentShare),
    ].joined(separator: "   ")
  }

  func requestHead(_ cell: RequestCell.Kind) -> String {
    switch cell {
    case .number: say("号", "No")
    case .firm: column(.firm)
    case .kind: say("类型", "Kind")
    case .subject: column(.subject)
    case .category: column(.category)
    case .received: column(.received)
    case .fast: column(.fast)
    case .unit: column(.unit)
    case .due: say("期限", "Due")
    case .status: say("状态", "Status")
    }
  }

  func requestCell(_ cell: RequestCell.Kind, _ request: ServiceRequest, on day: Day) -> String {
    switch cell {
    case .number: "\(request.id.number)"
    case .firm: request.organisation
    case .kind: name(request.kind)
    case .subject: request.subject
    case .category: request.category.map { name($0) } ?? ""
    case .received: date(request.received)
    case .fast: request.isFast ? yes : ""
    case .unit: request.unit ?? ""
    case .due: requestDue(request, on: day)
    case .status: name(request.status)
    }
  }

  /// How late, or when it is due.
  private func requestDue(_ request: ServiceRequest, on day: Day) -> String {
    if let late = request.daysLate(on: day) { return say("超期\(late)天", "\(late)d late") }
    return request.due?.description ?? ""
  }

  /// A request in full, in three lines.
  func requestInFull(_ request: ServiceRequest, in pipeline: Pipeline, on day: Day) -> [String] {
    let lane = request.isFast ? say("，快速办理", ", fast lane") : ""
    let kind = ([name(request.kind)] + [request.category.map { name($0) }].compactMap { $0 })
    let head =
      "\(request.id.number) \(request.organisation)  \(kind.joined(separator: " "))\(lane)"
      + (request.unit.map { "  " + $0 } ?? "")
      + (request.project.map { "  " + project($0, in: pipeline) } ?? "")
    let steps = ServiceRequest.Status.allCases.compactMap { step in
      request.date(of: step).map { "\(name(step)) \(date($0))" }
    }.joined(separator: " > ")
    var outcome = [request.result, request.note].compactMap { $0 }
    if let trips = request.trips { outcome.append(say("跑动 \(trips) 次", "\(trips) trips")) }
    if let mark = request.satisfaction {
      outcome.append(say("满意度 \(mark)", "mark \(mark)"))
    }
    let said = outcome.isEmpty ? "" : "  (" + list(outcome) + ")"
    return [head, request.subject + said, steps]
  }

  /// All that a filter may find in a request.
  func searchable(_ request: ServiceRequest) -> [String] {
    [
      "\(request.id.number)", request.organisation, request.subject, request.unit ?? "",
      request.channel ?? "", name(request.kind), request.category.map { name($0) } ?? "",
      name(request.status), request.isFast ? fastFigure : "",
    ].filter { !$0.isEmpty }
  }

  // MARK: Targets

  var noTargetSelected: String { say("没有选中目标", "No target is selected") }
  var newTargetTitle: String { say("定目标", "Set a target") }
  var editTargetTitle: String { say("修改目标", "Change the target") }
  var allUnits: String { say("全区", "All units") }
  var noCluster: String { say("未归类", "Unclassified") }
  func noTargets(key: String) -> String {
    say("还没有目标；按 \(key) 定一个", "No targets yet; \(key) sets one")
  }

  func pace(_ pace: YearPace) -> String {
    say("| 时序 \(pace.percent)%", "| \(pace.percent)% of the year")
  }

  func gap(_ gap: Int) -> String {
    gap > 0 ? say("差\(gap)", "\(gap) to go") : gap < 0 ? say("超\(-gap)", "+\(-gap)") : ""
  }

  func standing(_ standing: TargetStanding) -> String {
    switch standing {
    case .behind: say("滞后", "behind")
    case .onPace: say("正常", "on pace")
    case .reached: say("完成", "reached")
    case .exceeded: say("超额", "exceeded")
    }
  }

  func targetHeading(_ heading: TargetsState.Heading) -> (name: String, value: String) {
    switch heading {
    case .year(let year):
      (say("\(year) 年度目标", "Targets of \(year)"), say("完成 / 目标", "reached / target"))
    case .clusters:
      (say("产业集群", "Clusters"), say("项目 金额 已知 / 目标", "projects amount known / target"))
    case .afterSigning: (say("签约之后", "After signing"), say("其中 / 签约", "of them / signed"))
    }
  }

  /// What was reached; of money also of how many it is known.
  func reached(_ actual: TargetProgress.Actual) -> String {
    switch actual {
    case .count(let count): "\(count)"
    case .amounts(let amounts): totals(amounts)
    }
  }

  func clusterValue(_ standing: ClusterStanding, wanted: String?) -> String {
    let started =
      standing.started > 0 ? say(" 开工\(standing.started)", " \(standing.started) started") : ""
    return "\(standing.projects)  \(totals(standing.amounts))\(started)"
      + (wanted.map { " / " + $0 } ?? "")
  }

  func rate(_ rate: TargetsState.Rate) -> String {
    switch rate {
    case .performed: performanceRate
    case .started: startRate
    case .completed: completionRate
    case .producing: productionRate
    case .funds: fundsRate
    }
  }

  func ratePart(_ part: Int?, of whole: Int) -> String {
    part.map { "\($0) / \(whole)" } ?? say("金额已知 \(whole) 个", "amount known of \(whole)")
  }

  /// Beside a line: 像 #5，首谈 2023-08-26.
  ///
  /// - Parameter isShort: Where the line itself needs the room, only which one it is.
  func likenessMark(_ likeness: Likeness, isShort: Bool) -> String {
    let first =
      isShort ? "" : likeness.firstTalkOn.map { say("，首谈 \(date($0))", ", met \(date($0))") } ?? ""
    return say("像 \(likeness.project)", "like \(likeness.project)") + first
  }

  var likenessHold: String {
    say(
      "还没有保存：是另一个项目就再按 Enter 保存，否则 Esc", "Not saved: Enter again if it is another project, else Esc"
    )
  }

  // MARK: Approval, hand-over, merging

  func approvalTitle(_ name: String) -> String { say("立项 \(name)", "Approval of \(name)") }
  func stepTitle(_ name: String) -> String { say("立项节点 \(name)", "Approval point of \(name)") }
  func offerTitle(_ name: String) -> String { say("流转 \(name)", "Hand over \(name)") }
  func answerTitle(_ name: String) -> String { say("答复流转 \(name)", "Answer the offer of \(name)") }
  func mergeTitle(_ name: String) -> String { say("并入 \(name)", "Merge \(name)") }

  func offerExplains(from unit: String?) -> String {
    say(
      "由\(unit ?? "未定的单位")流转；对方接收后改牵头单位，阶段不变。",
      "From \(unit ?? "no unit"); once accepted the lead unit changes, the stage does not.")
  }

  var answerExplains: String {
    say("接收后成为牵头单位，阶段不变；退回则一切照旧。", "Accepting makes it the lead unit; the stage stays.")
  }

  func unlike(_ name: String) -> String {
    say("与 \(name) 没有相同的名称和投资方，请核对", "\(name) shares neither name nor investor; check it")
  }

  var mergeExplains: String {
    say(
      "本项目按重复关闭；阶段、记录和缺的字段归到并入的项目。一步可撤销。",
      "This project closes as a duplicate; its stages and records go to the "
        + "other. One step, which can be undone."
    )
  }

  /// 一期 在建 5亿 期限 2024-06-30.
  func phaseLine(_ phase: Phase) -> String {
    let parts: [String?] = [
      phase.name, name(phase.state), phase.firm, phase.amount.map { amount($0) },
      phase.due.map { say("期限 \($0)", "due \($0)") },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// 招商一组 -> 国信，2023-08-01（说明）：未答复.
  func handOverLine(_ handOver: HandOver) -> String {
    let from = handOver.from.map { $0 + " " } ?? ""
    let why = handOver.reason.map { say("（\($0)）", " (\($0))") } ?? ""
    let answer =
      handOver.answer.map { name($0) + (handOver.answered.map { " " + date($0) } ?? "") }
      ?? say("未答复", "no answer yet")
    return "\(from)-> \(handOver.to) \(date(handOver.on))\(why): \(answer)"
  }
}

extension ServiceRequest {
  /// When a step was taken.
  func date(of step: Status) -> BusinessDate? { self[step] }
}
