package import Insight
package import Pipeline

/// A heading or a label in the reports a bureau files.
package enum ReportTerm: CaseIterable, Sendable {
  case weekly, monthly, path, ledger, leader
  case overview, measure, thisPeriod, previousPeriod, soFar, stock, new
  case newLeads, outbound, inbound, otherContacts, moved, signed, problems, nextPlans, units,
    reviews
  case funnel, red, biggest, changes, upcoming, bySize, byMonth
  case contactsMade, outboundTimes, inboundTimes, otherTimes, underNegotiation, projectsAdded
  case advances, signings, closings, reviewsHeld
  case unit, trips, headcount, days, work, destination, leader1, counterpart, purpose, outcome, way
  case date, project, investors, stage, from, to, reason, owner, amount, number, step, due, count
  case soFarOrStock, groups, noUnit
  case size, share, rank, month, span, underWay
  case sources, figure, records, within7, within14
  // Targets and registers.
  case targets, clusters, afterSigning, requests, lateRequests, alerts, redBlack
  case everybody, targetValue, actual, amountsKnown, cluster, startsSoFar, base, part, batchStarts
  case firm, subject, daysLate, alerted, alertDays, tripsSoFar, redList, blackList
  case intents, approvals, starts, firmsReceived, promotions
}

extension Words {
  package func report(_ term: ReportTerm) -> String {
    switch term {
    case .weekly: say("招商工作周报", "Weekly report")
    case .monthly: say("招商工作月报", "Monthly report")
    case .path: say("招商路径", "Investment path")
    case .ledger: say("招商项目台账", "Project ledger")
    case .leader: say("招商工作一页通", "One page for the leader")
    case .overview: say("总体情况", "Overview")
    case .measure: say("指标", "Measure")
    case .thisPeriod: say("本期", "This period")
    case .previousPeriod: say("上期", "Previous")
    case .soFar: say("累计", "So far")
    case .stock: say("存量", "Stock")
    case .soFarOrStock: say("累计/存量", "Total or stock")
    case .groups: say("分组存量", "Stock by group")
    case .noUnit: unclassified
    case .new: say("新增", "New")
    case .newLeads: say("新增线索", "New leads")
    case .outbound: say("外出考察", "Outbound visits")
    case .inbound: say("来访接待", "Receptions")
    case .otherContacts: say("洽谈及其他对接", "Talks and other contacts")
    case .moved: say("阶段推进", "Stage moves")
    case .signed: say("签约", "Signings")
    case .problems: say("需协调的问题", "Problems to coordinate")
    case .nextPlans: say("下步打算", "What comes next")
    case .units: say("各单位情况", "Unit by unit")
    case .reviews: say("内部评审", "Internal reviews")
    case .funnel: say("漏斗", "Funnel")
    case .red: say("红色清单", "Red list")
    case .biggest: say("投资额最大的五个", "The five biggest")
    case .changes: say("本期变化", "What changed in the period")
    case .upcoming: say("今后七天和十四天", "The next 7 and 14 days")
    case .bySize: say("按规模", "By size")
    case .byMonth: say("逐月对接", "Contacts by month")
    case .contactsMade: say("对接（次）", "Contacts")
    case .outboundTimes: say("外出考察（次）", "Outbound visits")
    case .inboundTimes: say("来访接待（次）", "Receptions")
    case .otherTimes: say("其他对接（次）", "Other contacts")
    case .underNegotiation: say("在谈（个）", "Under negotiation")
    case .projectsAdded: say("新增项目（个）", "Projects added")
    case .advances: say("阶段推进（次）", "Moves forward")
    case .signings: say("签约（个）", "Projects signed")
    case .closings: say("流失和放弃（个）", "Lost or withdrawn")
    case .reviewsHeld: say("内部评审（次）", "Internal reviews")
    case .unit: say("单位", "Unit")
    case .trips: say("外出批次", "Trips")
    case .headcount: say("外出人次", "People away")
    case .days: say("外出天数", "Days away")
    case .work: say("工作开展情况", "What was done")
    case .destination: say("去向", "Where to")
    case .leader1: say("带队", "Led by")
    case .counterpart: say("对象", "Whom")
    case .purpose: say("事由", "About")
    case .outcome: say("成果", "Outcome")
    case .way: say("方式", "How")
    case .date: say("日期", "Date")
    case .project: say("项目", "Project")
    case .investors: say("投资方", "Investors")
    case .stage: say("阶段", "Stage")
    case .from: say("由", "From")
    case .to: say("到", "To")
    case .reason: say("说明", "Note")
    case .owner: say("责任人", "Owner")
    case .amount: say("金额", "Amount")
    case .number: say("序号", "No.")
    case .step: say("下步打算", "Next step")
    case .due: say("时限", "Due")
    case .count: say("数", "Count")
    case .size: say("规模", "Size")
    case .share: say("占比", "Share")
    case .rank: say("名次", "Rank")
    case .month: say("月份", "Month")
    case .span: say("期限", "When")
    case .underWay: say("在办项目", "Open")
    case .sources: say("数据来源", "What the figures count")
    case .figure: say("数字", "Figure")
    case .records: say("所计内容", "Counted")
    case .within7: say("七天内", "within 7 days")
    case .within14: say("十四天内", "within 14 days")
    case .targets: say("年度目标完成情况", "The year's targets")
    case .clusters: say("产业集群", "Clusters")
    case .afterSigning: say("签约后落地情况", "After signing")
    case .requests: say("企业诉求", "Service requests")
    case .lateRequests: say("超期未办结的诉求", "Requests overdue")
    case .alerts: say("预警", "Alerts")
    case .redBlack: say("红黑榜", "Best and last")
    case .everybody: say("全区", "All")
    case .targetValue: say("目标", "Target")
    case .actual: say("完成", "Reached")
    case .amountsKnown: say("金额已知", "Known")
    case .cluster: say("集群", "Cluster")
    case .startsSoFar: say("累计开工", "Started")
    case .base: say("基数", "Of")
    case .part: say("其中", "Of them")
    case .batchStarts: say("库外集中开工", "Batch starts beside the projects")
    case .firm: say("企业", "Firm")
    case .subject: say("事由", "Subject")
    case .daysLate: say("超期天数", "Days late")
    case .alerted: say("项目或诉求", "Project or request")
    case .alertDays: say("已过天数", "Days")
    case .tripsSoFar: say("累计外出", "Trips so far")
    case .redList: say("红榜", "Best")
    case .blackList: say("黑榜", "Last")
    case .intents: say("意向（个）", "At Intent")
    case .approvals: say("立项（个）", "At Approval")
    case .starts: say("开工（个）", "Starts of construction")
    case .firmsReceived: say("来访企业（家）", "Firms received")
    case .promotions: say("招商活动（场）", "Promotions")
    }
  }

  package func reportPeriod(from: Day, to: Day) -> String {
    from == to
      ? say("日期 \(from)", "On \(from)") : say("时段 \(from) 至 \(to)", "From \(from) to \(to)")
  }

  /// What one page has no room for.
  package func moreLeftOut(_ count: Int) -> String {
    say("另有 \(count) 项未列", "\(count) more not listed")
  }

  /// Whatever belongs to no unit, cluster or person, in every table.
  package var unclassified: String { say("未归类", "unclassified") }

  /// What the running totals hold and no period does, for want of a date.
  package func undatedFigures(_ figures: [(ReportTerm, Int)]) -> String {
    let list = figures.map { report($0) + say(" ", ": ") + "\($1)" }
      .joined(separator: say("，", ", "))
    return say("注：没有日期，只计入累计：\(list)。", "Note: without a date, in running totals only: \(list).")
  }

  package var reachedOnce: String {
    say(
      "注：意向、立项、签约是到过该阶段的项目，每个项目一次，本期看首次进入；在谈是签约前的存量，挂起也算；流失和放弃包括签约后的。",
      "Note: Intent, Approval and signed are projects that reached the stage, each once, new by its first entry; under negotiation is the stock before signing, holds too; lost or withdrawn counts those signed before."
    )
  }

  package var closedAfterSigningFigure: String {
    say("签约后流失和放弃", "Lost or withdrawn after signing")
  }

  package func closedAfterSigningNote(_ count: Int) -> String {
    say(
      "注：流失和放弃的项目中，\(count) 个是签约后的，也在累计签约里。",
      "Note: of the lost or withdrawn, \(count) had been signed, and are among the signed too.")
  }

  package func undatedEntries(_ count: Int) -> String {
    say(
      "注：\(count) 次进入阶段没有日期，不计入本期新增。",
      count == 1
        ? "Note: 1 stage entry has no date and is new in no period."
        : "Note: \(count) stage entries have no date and are new in no period.")
  }

  package var rangeCounts: String {
    say(
      "注：跨多日的活动计入最后一天所在的时段；共同牵头的单位各计一次，合计行按实际计。",
      "Note: an activity over several days counts in the period of its last day; joint units get full "
        + "credit each, the total counts once.")
  }

  package var nobodyAway: String { say("未外出", "nobody away") }
  package var none: String { say("无", "none") }

  package func amountCoverage(_ known: Int, of all: Int) -> String {
    say("金额已知 \(known)/\(all)", "\(known) of \(all) amounts known")
  }

  /// Known sums and how many are known, for a column that is headed 金额 already: 12亿 2/6, — 0/6.
  package func sums(_ totals: AmountTotals) -> String {
    totals.known == 0 ? "— " + coverage(0, of: totals.count) : self.totals(totals)
  }

  package func amountsOtherwise(_ text: String) -> String {
    say("外币项目：\(text)", "Other currencies: \(text)")
  }

  package func sizeBand(from: Int?, to: Int?) -> String {
    switch (from, to) {
    case (nil, let to?): say("\(to)亿元以下", "below ¥\(to)00m")
    case (let from?, let to?): say("\(from)–\(to)亿元", "¥\(from)00m–\(to)00m")
    case (let from?, nil): say("\(from)亿元及以上", "¥\(from)00m and more")
    case (nil, nil): say("金额未知或外币", "unknown or another currency")
    }
  }

  package func overdueFor(_ days: Int) -> String { say("逾期\(days)天", "\(days)d overdue") }
  package func quietFor(_ days: Int) -> String { say("\(days)天未跟进", "quiet for \(days)d") }
  package func reviewLate(_ days: Int) -> String {
    say("挂起已过复核期\(days)天", "hold \(days)d past review")
  }
  package var reviewDue: String { say("挂起到期复核", "hold to be reviewed") }
}
