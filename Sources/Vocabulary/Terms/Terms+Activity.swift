package import Pipeline

extension Quantity: Named {
  package var term: Term {
    switch self {
    case .times: Term("次数", "Times")
    case .headcount: Term("人次", "Person-visits")
    case .days: Term("天数", "Days")
    case .count: Term("个数", "Count")
    }
  }
}

extension ActivityKind: Named {
  package var term: Term {
    switch self {
    case .call: Term("电话/线上", "Call", "电话", "线上", "线上对接", "电话对接", "phone", "online")
    case .meet: Term("拜访", "Meeting", "会面", "见面", "meet", "call-on")
    case .outbound: Term("外出考察", "Outbound visit", "考察", "外出", "出访", "赴外")
    case .inbound: Term("来访接待", "Inbound visit", "来访", "接待", "reception")
    case .returnVisit: Term("回访", "Return visit", "来访回访", "return-visit")
    case .negotiation: Term("洽谈", "Negotiation", "谈判", "talks", "negotiate")
    case .promotion: Term("推介活动", "Promotion event", "推介", "推介会")
    case .review: Term("内部评审", "Internal review", "评审", "内部研究", "评审会")
    case .ceremony: Term("签约仪式", "Signing ceremony", "仪式", "签约")
    case .resident: Term("走访企业", "Resident firm visit", "走访", "服务企业", "aftercare")
    }
  }
}

extension ActivityKind.Direction: Named {
  package var term: Term {
    switch self {
    case .outbound: Term("外出", "Outbound", "出访", "out")
    case .inbound: Term("来访", "Inbound", "接待", "in")
    case .other: Term("其他", "Other", "其它")
    }
  }
}

extension Outcome: Named {
  package var term: Term {
    switch self {
    case .nothing: Term("无结果", "Nothing", "无", "没有结果")
    case .follow: Term("继续跟踪", "Keep following", "跟踪", "继续跟进", "跟进")
    case .consensus: Term("达成共识", "Consensus", "共识")
    case .preliminary: Term("初步意向", "Preliminary intent", "初步合作意向")
    case .intent: Term("合作意向", "Intent", "意向", "达成意向")
    case .letterOfIntent: Term("意向协议", "Letter of intent", "意向书")
    case .framework: Term("框架协议", "Framework agreement", "框架", "战略协议")
    case .contract: Term("正式合同", "Contract", "合同", "正式签约", "签约")
    }
  }
}

extension MilestoneKind: Named {
  package var term: Term {
    switch self {
    case .approvalStarted: Term("进入立项", "Approval started", "立项流程", "启动立项")
    case .approvalGranted: Term("立项批复", "Approval granted", "批复", "立项通过", "备案")
    case .approvalRefused: Term("立项未批", "Approval refused", "未批复")
    case .committee: Term("投委会", "Investment committee", "投决会")
    case .executive: Term("常务会", "Executive meeting", "常务会议")
    case .letterOfIntent: Term("意向书", "Letter of intent", "意向协议")
    case .contractSigned: Term("正式签约", "Contract signed", "签约", "合同", "signed")
    case .registered: Term("注册设立", "Registered", "注册", "工商设立", "工商注册")
    case .constructionStarted: Term("开工", "Construction started", "动工", "集中开工", "started")
    case .completed: Term("竣工", "Completed", "完工", "建成")
    case .inProduction: Term("投产", "In production", "达产", "production")
    case .fundsInPlace: Term("资金到位", "Funds in place", "到位资金", "funds")
    case .other: Term("其他", "Other", "其它")
    }
  }
}

extension ProjectKind: Named {
  package var term: Term {
    switch self {
    case .investment: Term("引进", "Investment", "引进项目", "招商引资", "投资")
    case .cooperation: Term("合作", "Cooperation", "园区合作")
    case .fund: Term("基金", "Fund", "母基金")
    case .procurement: Term("采购", "Procurement", "购买服务")
    case .expansion: Term("增资", "Expansion", "增资扩产", "扩建")
    }
  }
}
