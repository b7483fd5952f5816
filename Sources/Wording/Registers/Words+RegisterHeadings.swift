/// The heading of a column of the registers.
package enum RegisterHeading: CaseIterable, Sendable {
  case firm, subject, category, received, channel, fast, unit, late, trips, satisfaction
  case code, level, days, year, target, actual, share, known, segments, researchPlace
  case productionPlace, step, decidedBy, done, signed, registered, started, completed
  case inProduction, funds, phase, from, to, answer, firstTalk, firstTalkOn, figure
  case open, closed, part, whole, matter, result, projects
}

extension Words {
  package func column(_ heading: RegisterHeading) -> String {
    switch heading {
    case .firm: say("企业", "Firm")
    case .subject: say("事由", "Subject")
    case .category: say("类别", "Category")
    case .received: say("收到", "Received")
    case .channel: say("渠道", "Channel")
    case .fast: say("快办", "Fast")
    case .unit: say("单位", "Unit")
    case .late: say("超期", "Late")
    case .trips: say("跑动", "Trips")
    case .satisfaction: say("满意度", "Mark")
    case .code: say("编码", "Code")
    case .level: say("层级", "Level")
    case .days: say("时限", "Days")
    case .year: say("年度", "Year")
    case .target: say("目标", "Target")
    case .actual: say("完成", "Reached")
    case .share: say("比例", "Share")
    case .known: say("金额已知", "Known")
    case .segments: say("产业链环节", "Segments")
    case .researchPlace: say("研发地", "R&D")
    case .productionPlace: say("生产地", "Production")
    case .step: say("节点", "Step")
    case .decidedBy: say("机构", "Body")
    case .done: say("完成", "Done")
    case .signed: say("签约", "Signed")
    case .registered: say("注册", "Registered")
    case .started: say("开工", "Started")
    case .completed: say("竣工", "Completed")
    case .inProduction: say("投产", "Producing")
    case .funds: say("到位资金", "Funds")
    case .phase: say("期次", "Phase")
    case .from: say("流出", "From")
    case .to: say("流入", "To")
    case .answer: say("答复", "Answer")
    case .firstTalk: say("首谈单位", "First talk")
    case .firstTalkOn: say("首谈日期", "On")
    case .figure: say("指标", "Figure")
    case .open: say("未办结", "Open")
    case .closed: say("已办结", "Closed")
    case .part: say("其中", "Of them")
    case .whole: say("基数", "Of")
    case .matter: say("权力事项", "Matter")
    case .result: say("结果", "Result")
    case .projects: say("项目", "Projects")
    }
  }
}
