package import Pipeline

extension Field: Named {
  package var term: Term {
    switch self {
    case .name: Term("项目名称", "Name", "名称", "项目")
    case .kind: Term("项目类型", "Kind", "类型", "性质")
    case .investors: Term("投资方", "Investors", "投资主体", "客商", "investor")
    case .lead: Term("牵头单位", "Lead units", "牵头", "责任单位")
    case .owner: Term("责任人", "Owner", "负责人", "招商员", "跟进人员", "handler")
    case .industry: Term("产业类型", "Industry", "产业", "行业")
    case .cluster: Term("产业集群", "Cluster", "集群")
    case .amount: Term("总投资", "Amount", "金额", "投资额", "总投资额")
    case .next: Term("下步打算", "Next step", "下次", "下一步", "下步", "下一步计划")
    case .tags: Term("标签", "Tags", "tag")
    case .sponsor: Term("包保领导", "Sponsor", "包联领导")
    case .steward: Term("项目管家", "Steward", "帮办", "帮办代办")
    case .source: Term("线索来源", "Source", "来源")
    case .origin: Term("来源地", "Origin")
    case .landing: Term("落地平台", "Landing place", "选址", "落户地")
    case .firstTalkUnit: Term("首谈单位", "First-talk unit", "首谈")
    case .firstTalkOn: Term("首谈日期", "First talk on", "首谈时间", "对接时间")
    case .researchPlace: Term("研发地", "R&D place", "research-place")
    case .productionPlace: Term("生产地", "Production place")
    case .chainSegment: Term("产业链环节", "Chain segment", "链条环节")
    case .phase: Term("期次", "Phase", "分期")
    case .grade: Term("项目分级", "Grade", "分级", "级别")
    case .fixedAssets: Term("固定资产投资", "Fixed assets", "固投")
    case .foreignPart: Term("外资", "Foreign part", "利用外资")
    case .land: Term("需用土地", "Land", "用地", "土地")
    case .energy: Term("能耗", "Energy", "用能")
    case .jobs: Term("就业", "Jobs", "用工")
    case .output: Term("预计产值", "Output", "产值")
    case .tax: Term("预计税收", "Tax", "税收")
    case .description: Term("项目内容", "Description", "内容", "简介")
    case .problems: Term("存在问题", "Problems", "问题", "堵点")
    case .contact: Term("企业联系人", "Contact", "联系人")
    case .contactPhone: Term("联系方式", "Contact phone", "电话", "联系电话", "phone")
    case .expectedSigning: Term("预计签约", "Expected signing", "拟签约时间")
    case .route: Term("立项方式", "Approval route", "备案/核准/审批")
    case .reviewingBody: Term("评审机构", "Reviewing body")
    case .approvalStatus: Term("立项进度", "Approval status", "立项状态")
    case .contractKind: Term("合同类型", "Contract kind", "协议类型")
    case .attachments: Term("附件", "Attachments", "attachment")
    case .externalKeys: Term("外部编号", "External keys", "外部编码", "external key")
    case .unknownMembers: Term("未识别内容", "Unknown members")
    }
  }
}

extension DirectoryKey.Kind: Named {
  package var term: Term {
    switch self {
    case .organisation: Term("单位", "Organisation", "机构", "企业")
    case .person: Term("人员", "Person", "联系人")
    case .cluster: Term("产业集群", "Cluster", "集群")
    }
  }
}
