package import Pipeline

extension RegisterKind: Named {
  package var term: Term {
    switch self {
    case .request: Term("服务诉求", "Request", "诉求", "问需")
    case .matter: Term("权力事项", "Matter", "事项")
    case .catalogue: Term("事项总数", "Catalogue", "目录")
    case .target: Term("目标", "Target", "任务")
    case .decision: Term("立项节点", "Approval step", "决策节点")
    case .phase: Term("期次", "Phase", "分期")
    case .handOver: Term("流转", "Hand-over", "移交")
    case .merger: Term("合并", "Merger")
    }
  }
}

extension ServiceRequest.Kind: Named {
  package var term: Term {
    switch self {
    case .need: Term("需求", "Need", "问需", "诉求")
    case .advice: Term("建议", "Advice", "问策")
    case .result: Term("成效", "Result", "问效")
    }
  }
}

extension ServiceRequest.Category: Named {
  package var term: Term {
    switch self {
    case .infrastructure: Term("基础配套", "Infrastructure", "配套")
    case .talent: Term("人才保障", "Talent", "人才", "用工")
    case .finance: Term("金融服务", "Finance", "金融", "融资")
    case .policy: Term("惠企政策", "Policy", "政策")
    case .land: Term("用地", "Land", "土地")
    case .approval: Term("审批服务", "Approvals", "审批", "手续")
    case .other: Term("其他", "Other", "其它")
    }
  }
}

extension ServiceRequest.Status: Named {
  package var term: Term {
    switch self {
    case .collected: Term("收集", "Collected", "登记")
    case .forwarded: Term("转办", "Forwarded", "交办")
    case .handling: Term("办理", "Handling", "在办", "办理中")
    case .closed: Term("办结", "Closed", "完成")
    case .revisited: Term("回访", "Revisited", "回访完成")
    }
  }
}

extension Matter.Level: Named {
  package var term: Term {
    switch self {
    case .province: Term("省级", "Province", "省")
    case .city: Term("市级", "City", "市")
    case .county: Term("县级", "County", "县", "区级")
    }
  }
}

extension Target.Measure: Named {
  package var term: Term {
    switch self {
    case .signings: Term("签约个数", "Signings", "签约", "签约数")
    case .signedAmount: Term("签约额", "Signed amount", "签约金额", "合同额")
    case .contacts: Term("对接次数", "Contacts", "对接")
    case .visits: Term("外出考察次数", "Visits", "外出考察", "外出")
    case .leads: Term("新对接项目", "Leads", "线索", "新增项目")
    case .starts: Term("开工个数", "Starts", "开工")
    case .funds: Term("到位资金", "Funds in place", "资金到位")
    case .scale: Term("集群规模", "Scale", "规模", "总投资规模")
    }
  }
}

extension Renaming.Kind: Named {
  package var term: Term {
    switch self {
    case .unit: Term("单位", "Unit", "牵头单位", "责任单位")
    case .organisation: Term("企业", "Organisation", "机构", "投资方", "firm")
    case .person: Term("人", "Person", "人员", "责任人", "姓名")
    case .cluster: Term("产业集群", "Cluster", "集群")
    case .tag: Term("标签", "Tag")
    }
  }
}

extension ApprovalRoute: Named {
  package var term: Term {
    switch self {
    case .filing: Term("备案", "Filing", "备案制")
    case .verification: Term("核准", "Verification", "核准制")
    case .approval: Term("审批", "Approval", "审批制")
    }
  }
}

extension ApprovalState: Named {
  package var term: Term {
    switch self {
    case .notStarted: Term("未启动", "Not started", "未开始")
    case .inProgress: Term("进行中", "In progress", "办理中", "已进入")
    case .granted: Term("已批复", "Granted", "通过", "已通过")
    case .refused: Term("未通过", "Refused", "不予批复")
    }
  }
}

extension Phase.State: Named {
  package var term: Term {
    switch self {
    case .planned: Term("规划", "Planned", "谋划")
    case .registered: Term("已注册", "Registered", "注册")
    case .started: Term("在建", "Under construction", "开工")
    case .completed: Term("竣工", "Completed", "完工")
    case .inProduction: Term("投产", "In production", "达产")
    }
  }
}

extension HandOver.Answer: Named {
  package var term: Term {
    switch self {
    case .accepted: Term("接收", "Accepted", "接受", "同意", "accept", "yes")
    case .declined: Term("退回", "Declined", "拒绝", "不接收", "decline", "no")
    }
  }
}
