package import Insight
package import Pipeline

// What is said of registers, figures and alerts.
extension Words {
  package var yes: String { say("是", "yes") }
  package var receivedRequests: String { say("收到诉求", "Received") }
  package var overdueRequests: String { say("超期未办结", "Open and overdue") }
  package var oneTripFigure: String { say("只跑一次", "One trip or none") }
  package var inTimeFigure: String { say("按时办结", "Closed in time") }
  package var contentFigure: String { say("满意（4 分以上）", "Content (4 or more)") }
  package var fastFigure: String { say("快速办理通道", "On the fast lane") }

  /// 目录所载 137 项，已列 0 项，还差 137 项.
  package func matterCheck(_ check: MatterCheck) -> String {
    guard let stated = check.stated, let difference = check.difference else {
      return say(
        "已列 \(check.listed) 项，没有总数可核对（matter total）",
        "\(check.listed) listed; no total is stated to check against (matter total)")
    }
    let listed = say(
      "应有 \(stated) 项，已列 \(check.listed) 项", "\(stated) stated, \(check.listed) listed")
    switch difference {
    case 0: return listed + say("，相符", ", complete")
    case ..<0: return listed + say("，还差 \(-difference) 项", ", \(-difference) still to be listed")
    default: return listed + say("，多出 \(difference) 项", ", \(difference) too many")
    }
  }

  package func alertKind(_ kind: Alert.Kind) -> String {
    switch kind {
    case .exit: say("签约满三季度未履约，应清退", "Signed three quarters ago, nothing done: strike off")
    case .unperformed: say("签约满三月未履约，应约谈", "Signed three months ago, nothing done: talk to them")
    case .unstarted: say("签约满 90 天未开工", "Signed 90 days ago, not started")
    case .followUp: say("两周以上无进展", "Nothing reported for over a fortnight")
    case .request: say("诉求超期", "Requests past their due day")
    case .handOver: say("流转未答复", "Hand-overs without an answer")
    }
  }

  package var alertsHeading: String { say("预警", "Alerts") }
  package var nothingToAlert: String { say("没有预警", "There is nothing to alert") }

  package func alertSubject(_ subject: Alert.Subject, in pipeline: Pipeline) -> String {
    switch subject {
    case .project(let id): project(id, in: pipeline)
    case .request(let id):
      pipeline.request(id).map { entry(.request($0), pipeline) } ?? "\(id.number)"
    case .handOver(let id, let project):
      pipeline.handOver(id).map { entry(.handOver($0), pipeline) }
        ?? self.project(project, in: pipeline)
    }
  }

  /// 可能与 #3 光翼激光 重复（名称相近）：首谈 投资促进局，2023-06-01.
  package func likeness(_ likeness: Likeness, in pipeline: Pipeline) -> String {
    let who = project(likeness.project, in: pipeline)
    let why = likenessReason(likeness.reason)
    let first = [likeness.firstTalkUnit, likeness.firstTalkOn.map { date($0) }].compactMap { $0 }
    let talk =
      first.isEmpty
      ? say("首谈单位没有记载", "who talked first is not noted")
      : say("首谈 ", "first talk ") + list(first)
    let gone = whereabouts(of: likeness.project, in: pipeline).map { say("，", ", ") + $0 } ?? ""
    return say(
      "可能与 \(who) 重复（\(why)\(gone)）：\(talk)", "It may be \(who) again (\(why)\(gone)): \(talk)")
  }

  package func likenessReason(_ reason: Likeness.Reason) -> String {
    switch reason {
    case .name: say("名称相同", "same name")
    case .investor(let name): say("投资方 \(name)", "investor \(name)")
    case .alias(let name, let other): say("投资方 \(name) 即 \(other)", "\(name) is \(other)")
    case .creditCode(let code): say("信用代码 \(code)", "credit code \(code)")
    }
  }

  /// `4000 个项目的投资方都有 待定，没有逐对列出`.
  package func likelyCrowd(_ crowd: LikelyCrowd) -> String {
    let count = crowd.projects.count
    let what =
      switch crowd.common {
      case .name(let name): say("\(count) 个项目都叫 \(name)", "\(count) projects are called \(name)")
      case .investor(let name):
        say("\(count) 个项目的投资方都有 \(name)", "\(count) projects share the investor \(name)")
      case .creditCode(let code):
        say(
          "\(count) 个项目的投资方信用代码都是 \(code)",
          "\(count) projects have investors of the credit code \(code)")
      }
    return what
      + say(
        "，没有逐对列出（\(crowd.pairCount) 对）；要全部列出，用 duplicates 加这个名称",
        ", not listed in pairs (\(crowd.pairCount)); duplicates with this name lists them all")
  }

  package var noLikeness: String { say("没有可能重复的项目", "No project is like it") }

  package var performanceRate: String { say("履约率", "Performed") }
  package var startRate: String { say("开工率", "Started") }
  package var completionRate: String { say("竣工率", "Completed") }
  package var productionRate: String { say("投产率", "In production") }
  package var fundsRate: String { say("资金到位率", "Funds in place") }

  /// What has arrived of the contracts that are known, the numerators of the funds rate.
  package func fundsCounted(_ after: AfterSigning) -> String {
    let sums = after.fundsCounted
    return sums.isEmpty ? "-" : sums.map { sum($0.minor, $0.currency) }.joined(separator: "+")
  }

  /// What stands beside the rates: which projects are in them, and batches.
  package func rateFootnote(_ after: AfterSigning) -> String {
    var lines = [
      say(
        "履约：有注册、开工、竣工、投产或资金到位任一节点，不论在签约之前还是之后；已竣工、投产的算已开工；基金和采购不计开工、竣工、投产。",
        "Performed: any milestone, before the signing or after it. What is completed or in production has started. Funds and purchases have no construction to start."
      ),
      say(
        "资金到位率：合同额已知的签约项目里，同币种的到位资金 / 合同额，按人民币；n/m 是 m 个签约项目中 n 个金额已知。",
        "Funds in place: of signed projects with a known amount, what has arrived in its currency over it, in yuan; n/m: of m signed n amounts are known."
      ),
    ]
    let beside = after.fundsBeside
    if beside.known > 0 {
      let sums = beside.sums.map { sum($0.minor, $0.currency) }.joined(separator: "+")
      lines.append(
        say(
          "另有到位资金 \(sums)，合同额未知或币种不同，不计入资金到位率。",
          "Besides, \(sums) have arrived for contracts of no known amount or another currency; they are in no rate."
        ))
    }
    if !after.batches.isEmpty {
      lines.append(
        say(
          "库外集中开工 \(after.startedBeside) 个，不计入上列各率。",
          "\(after.startedBeside) started in batches beside these projects, in none of the rates."))
    }
    return lines.joined(separator: "\n")
  }

  package func approvalLine(route: String?, _ progress: ApprovalProgress) -> String {
    let route = route ?? say("方式未定", "no route yet")
    return "\(route)  \(name(progress.state))  \(progress.done)/\(progress.decisions.count)"
  }

  package func unknownRoute(_ id: ProjectID) -> String {
    say(
      "\(id) 还没有定立项方式，请用 --route 指定", "\(id) has no route yet; give one with --route")
  }

  package func matterTwice(_ code: String, _ first: Int, _ second: Int, file: String) -> String {
    say(
      "\(file) 第 \(first) 行和第 \(second) 行都是编码「\(code)」，请留下一行，没有导入",
      "\(file) lines \(first) and \(second) both have the code “\(code)”; keep one. Nothing was imported"
    )
  }

  package func badMatterRow(_ row: Int, _ value: String, file: String) -> String {
    say(
      "\(file) 第 \(row) 行「\(value)」读不懂：每行应为 编码,名称,层级,单位,时限",
      "\(file) line \(row), “\(value)”: a row is code, name, level, unit, days")
  }

  package var nothingToSet: String {
    say("没有要改的内容，请给出至少一项", "There is nothing to change; give at least one option")
  }
}
