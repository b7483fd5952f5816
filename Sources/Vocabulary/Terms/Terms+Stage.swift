package import Pipeline

extension Stage: Named {
  package var term: Term {
    switch self {
    case .contact: Term("对接", "Contact", "1", "接洽", "接触", "联系", "线索", "lead")
    case .visit: Term("考察", "Visit", "2", "外出考察", "外出", "拜访", "outbound")
    case .returnVisit:
      Term("回访", "Return", "3", "来访", "接待", "来访接待", "inbound", "reception")
    case .intent: Term("意向", "Intent", "4", "合作意向", "初步意向")
    case .approval: Term("立项", "Approval", "5", "审批", "报批", "filing")
    case .signing: Term("签约", "Signing", "6", "正式签约", "已签约", "signed", "sign")
    }
  }
}

extension Status.Kind: Named {
  package var term: Term {
    switch self {
    case .ongoing: Term("推进中", "Ongoing", "推进", "进行中", "active")
    case .hold: Term("挂起", "On hold", "暂停", "延缓", "暂缓", "held")
    case .lost: Term("流失", "Lost", "丢失")
    case .withdrawn: Term("放弃", "Withdrawn", "终止", "中止", "abandoned", "withdraw")
    case .archived: Term("退库", "Archived", "归档", "移除", "removed", "archive")
    }
  }
}

extension LossReason: Named {
  package var term: Term {
    switch self {
    case .elsewhere: Term("落户他地", "Went elsewhere", "落户外地", "去了别处")
    case .investorWithdrew: Term("投资方放弃", "Investor withdrew", "企业放弃")
    case .land: Term("用地不满足", "Land", "用地", "土地")
    case .utilities: Term("要素/能耗不足", "Utilities or energy", "要素不足", "能耗", "要素", "energy")
    case .environment:
      Term("环评安评不过", "Environment or safety", "环评", "安评", "环保", "safety")
    case .terms: Term("政策未达成", "Terms not agreed", "政策", "条件未谈拢")
    case .offStrategy: Term("产业不符", "Off strategy", "不符合产业")
    case .credit: Term("资信问题", "Credit", "资信", "信用")
    case .reviewRefused: Term("评审未通过", "Review refused", "评审", "未通过评审")
    case .noResponse: Term("失联", "No response", "无回应", "联系不上")
    case .duplicate: Term("重复", "Duplicate", "重复项目")
    case .other: Term("其他", "Other", "其它")
    }
  }
}

extension MoveKind: Named {
  package var term: Term {
    switch self {
    case .start: Term("起始", "Start", "新建")
    case .advance: Term("推进", "Advance", "前进")
    case .skip: Term("跳过", "Skip", "越级")
    case .back: Term("退回", "Back", "后退")
    }
  }
}
