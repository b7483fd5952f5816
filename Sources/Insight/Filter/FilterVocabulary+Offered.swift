// The words of the filter language that are offered while it is typed: one for each meaning.
extension FilterVocabulary {
  /// The keys with what follows them.
  static func offeredKeys(_ tongue: FilterCompletion.Tongue) -> [String] {
    switch tongue {
    case .chinese:
      [
        "阶段:", "负责人:", "牵头:", "集群:", "产业:", "类型:", "金额>", "标签:", "状态:", "停滞:", "逾期:",
        "下步:",
      ]
    case .english:
      [
        "stage:", "owner:", "lead:", "cluster:", "industry:", "kind:", "amount>", "tag:",
        "status:", "stale:", "overdue:", "next:",
      ]
    }
  }

  static func offeredStages(_ tongue: FilterCompletion.Tongue) -> [String] {
    switch tongue {
    case .chinese: ["对接", "考察", "回访", "意向", "立项", "签约"]
    case .english: ["contact", "visit", "return", "intent", "approval", "signing"]
    }
  }

  static func offeredStatuses(_ tongue: FilterCompletion.Tongue) -> [String] {
    switch tongue {
    case .chinese: ["推进中", "挂起", "流失", "放弃", "退库", "在谈", "已关闭", "全部"]
    case .english:
      ["ongoing", "hold", "lost", "withdrawn", "archived", "open", "closed", "all"]
    }
  }

  static func offeredKinds(_ tongue: FilterCompletion.Tongue) -> [String] {
    switch tongue {
    case .chinese: ["引进", "合作", "基金", "采购", "增资"]
    case .english: ["investment", "cooperation", "fund", "procurement", "expansion"]
    }
  }
}
