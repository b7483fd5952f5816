/// A subcommand of the registers, as the help text speaks of it.
package enum RegisterTopic: CaseIterable, Sendable {
  case request, requestAdd, requestList, requestShow, requestMove, requestEdit, requestRemove
  case requestFigures
  case matter, matterAdd, matterImport, matterTotal, matterList, matterRemove
  case target, targetSet, targetList, cluster, clusterSet, clusterList, clusterRemove
  case approval, approvalShow, approvalSet, approvalStep, approvalChecklist
  case phase, phaseSet, phaseList, batch, rates, alerts
  case merge, duplicates, rename, handOver, handOverOffer, handOverAnswer, handOverList
}

/// An option of theirs.
package enum RegisterOption: CaseIterable, Sendable {
  case firm, subject, requestKind, category, received, channel, fast, unit, due, matter, project
  case requestNumber, requestStatus, trips, satisfaction, result, onlyOverdue, withClosed
  case code, matterName, level, days, table, stated
  case measure, value, year, targetUnit, targetCluster, clusterName, segment, clusterTarget
  case researchPlace, productionPlace
  case route, body, step, done, document, place, phaseName, ofSubject, registered, started
  case completed, inProduction, milestone, count, on
  case renamedKind, oldName, newName, mergeNames
  case merged, into, handOverNumber, answer, from, to, likeName, remove
}

extension Words {
  package var registersGroup: String { say("登记与目标", "Registers and targets") }

  /// What a subcommand of the registers does, in one line.
  package func about(_ topic: RegisterTopic) -> String {
    switch topic {
    case .request:
      say("企业诉求：问需、问策、问效。", "Service requests of firms: needs, advice, results.")
    case .requestAdd: say("登记一件诉求。", "Add a request.")
    case .requestList: say("列出未办结的诉求。", "List the open requests.")
    case .requestShow: say("显示一件诉求的全部内容。", "Show all of one request.")
    case .requestMove: say("收集、转办、办理、办结、回访。", "Take a request to a step.")
    case .requestEdit: say("修改一件诉求。", "Change a request.")
    case .requestRemove: say("去掉一件误登的诉求，可撤销。", "Take a request out that was entered by mistake.")
    case .requestFigures: say("只跑一次、按时办结、满意率。", "One trip, closed in time, satisfaction.")
    case .matter: say("承接的权力事项目录。", "The catalogue of delegated powers.")
    case .matterAdd:
      say("加一项权力事项；编码已有的只改所给的内容。", "Add a power, or change what is given of a known one.")
    case .matterRemove: say("去掉一项没有诉求在用的事项。", "Take out a power that no request falls under.")
    case .matterImport:
      say("从 CSV 导入：编码,名称,层级,单位,时限。", "Import a CSV of code, name, level, unit, days.")
    case .matterTotal: say("记下文件所载的总数，供核对。", "State the total to check the list against.")
    case .matterList: say("列出权力事项，并与总数核对。", "List the powers and check their number.")
    case .target: say("年度目标。", "Targets of a year.")
    case .targetSet: say("定一个目标。", "Set a target.")
    case .targetList: say("目标与完成情况。", "Targets, and what has been reached.")
    case .cluster: say("产业集群和产业链。", "Industrial clusters and their chains.")
    case .clusterSet: say("新增或修改一个集群。", "Add or change a cluster.")
    case .clusterRemove: say("去掉一个无人引用的集群。", "Take out a cluster that nothing names.")
    case .clusterList: say("集群、环节、项目和规模。", "Clusters, segments, projects and scale.")
    case .approval: say("立项：方式、进度和决策节点。", "Approval: route, state and checklist.")
    case .approvalShow: say("显示立项进度。", "Show how far the approval has come.")
    case .approvalSet: say("定立项方式和评审机构。", "Set route and reviewing body.")
    case .approvalStep: say("记一个决策节点，或它的完成。", "Add a point of the checklist, or its day.")
    case .approvalChecklist: say("按立项方式列出常用节点。", "Begin with the usual points of the route.")
    case .phase: say("项目或园区的期次。", "Phases of a project or a park.")
    case .phaseSet: say("新增或修改一期。", "Add or change a phase.")
    case .phaseList: say("列出各期。", "List the phases.")
    case .batch: say("一批项目的节点，如集中开工。", "A milestone of many at once, like a batch start.")
    case .rates: say("履约率、开工率、投产率、资金到位率。", "Performance, start, production and funds rates.")
    case .alerts: say("签约未履约、未开工、久无进展、诉求超期。", "Signed and not begun, silent, overdue.")
    case .merge: say("把重复的项目并入另一个，可撤销。", "Merge a duplicate into another project.")
    case .duplicates: say("找可能重复的项目，并列首谈单位。", "Find likely duplicates and who talked first.")
    case .rename: say("改名：处处一起改，可撤销。", "Rename everywhere, as one step that can be undone.")
    case .handOver: say("项目流转。", "Hand-overs between units.")
    case .handOverOffer: say("把项目流转给另一单位。", "Offer a project to another unit.")
    case .handOverAnswer: say("接收或退回流转。", "Accept or decline a hand-over.")
    case .handOverList: say("列出流转。", "List the hand-overs.")
    }
  }

  /// What an option of the registers is for, in one line.
  package func option(_ topic: RegisterOption) -> String {
    switch topic {
    case .firm: say("提出诉求的企业", "The firm that asks")
    case .subject: say("事由", "What it is about")
    case .requestKind: say("need 需求、advice 建议、result 成效", "need, advice or result")
    case .category: say("类别", "The category")
    case .received: say("收到的日期（默认今天）", "When it came (today when not given)")
    case .channel: say("渠道，如走访、座谈会、热线", "How it came")
    case .fast: say("快速办理通道，期限更短", "The fast lane, with a shorter due day")
    case .unit: say("承办单位", "The unit that deals with it")
    case .due: say("期限（默认 7 天，快速通道 2 天）", "When it is due (7 days, 2 on the fast lane)")
    case .matter: say("所属权力事项的编码", "The code of the delegated power")
    case .project: say("相关项目", "The project it concerns")
    case .requestNumber: say("诉求编号", "The request's number")
    case .requestStatus: say("到哪一步", "The step")
    case .trips: say("企业跑了几次", "How often the firm had to come")
    case .satisfaction: say("满意度 1–5", "Satisfaction, 1 to 5")
    case .result: say("办理结果", "What came of it")
    case .onlyOverdue: say("只看超期的", "Only those past their due day")
    case .withClosed: say("包括已办结的", "Also those that are closed")
    case .code: say("事项编码", "The code")
    case .matterName: say("事项名称", "The name")
    case .level: say("层级：province 省、city 市、county 县", "province, city or county")
    case .days: say("办理时限（天）", "Within how many days")
    case .table: say("CSV 文件；- 为标准输入", "The CSV file; - for stdin")
    case .renamedKind:
      say(
        "unit（单位）、organisation（企业）、person（人）、cluster（集群）或 tag（标签）",
        "unit, organisation, person, cluster or tag")
    case .oldName: say("现在的名称，写全", "What it is called now, in full")
    case .newName: say("要改成的名称", "What it is to be called")
    case .mergeNames: say("新名称已有时，把两个合成一个", "When the new name is taken, make the two one")
    case .stated: say("文件所载的事项总数", "How many there are by the document")
    case .measure: say("指标", "What is counted or summed up")
    case .value: say("目标值，如 12 或 200亿", "The value, like 12 or 200亿")
    case .year: say("年度（默认今年）", "The year (this one when not given)")
    case .targetUnit: say("哪个单位（默认全区）", "For one unit (all when not given)")
    case .targetCluster: say("哪个产业集群", "For one cluster")
    case .clusterName: say("集群名称", "The cluster's name")
    case .segment: say("产业链环节，可多次", "A segment of its chain; may be repeated")
    case .clusterTarget: say("目标的原话", "Its target in words")
    case .researchPlace: say("研发地", "Where research is done")
    case .productionPlace: say("生产地", "Where production is")
    case .route: say("filing 备案、verification 核准、approval 审批", "filing, verification or approval")
    case .body: say("评审或决策机构", "Who decides")
    case .step: say("节点名称，如投委会", "The point's name, such as a committee")
    case .done: say("完成日期", "The day it was passed")
    case .document: say("文号", "The document")
    case .place: say("在清单中的次序", "Its place in the checklist")
    case .phaseName: say("期次，如一期", "The phase's name")
    case .ofSubject: say("园区、基地等库外名称", "A park or base that is no project here")
    case .registered: say("注册日期", "When it was registered")
    case .started: say("开工日期", "When construction started")
    case .completed: say("竣工日期", "When it was completed")
    case .inProduction: say("投产日期", "When it went into production")
    case .milestone: say("节点类型", "The kind of milestone")
    case .count: say("一批的个数", "How many at once")
    case .on: say("业务日期（默认今天）", "The business date (today when not given)")
    case .merged: say("重复的那个项目", "The duplicate")
    case .into: say("保留的项目", "The project that goes on")
    case .handOverNumber: say("流转编号", "The hand-over's number")
    case .answer: say("accepted 接收 或 declined 退回", "accepted or declined")
    case .from: say("流出单位（默认第一牵头单位）", "From which unit (the first lead when not given)")
    case .to: say("流转去向", "To which unit")
    case .likeName:
      say(
        "项目编号或名称，或要比对的名称；同一投资方的项目很多时，用它的名称全部列出",
        "A project, or a name to compare with; an investor's name lists all its projects")
    case .remove: say("去掉", "Take it out")
    }
  }
}
