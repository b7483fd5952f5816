internal import Pipeline

/// The words of the filter language, in both languages, folded.
enum FilterVocabulary {
  static func key(_ word: String) -> FilterKey? {
    switch word {
    case "stage", "阶段": .stage
    case "owner", "负责人", "招商员": .text(.owner)
    case "lead", "牵头", "牵头单位", "单位": .text(.lead)
    case "cluster", "集群": .text(.cluster)
    case "industry", "产业", "行业": .text(.industry)
    case "kind", "类型": .kind
    case "amount", "金额": .amount
    case "tag", "标签": .text(.tag)
    case "status", "状态": .status
    case "stale", "停滞": .stale
    case "overdue", "逾期": .overdue
    case "next", "下步", "下一步": .next
    default: nil
    }
  }

  /// A stage by its code or the beginning of it, its number, or one of its names.
  static func stage(_ word: String) -> Stage? {
    switch word {
    case "对接", "接洽", "接触": return .contact
    case "考察", "外出考察", "拜访": return .visit
    case "回访", "来访", "来访接待": return .returnVisit
    case "意向", "合作意向": return .intent
    case "立项", "审批": return .approval
    case "签约", "已签约": return .signing
    default:
      return Stage.allCases.first { "\($0.number)" == word }
        ?? only(Stage.allCases.filter { $0.code.hasPrefix(word) })
    }
  }

  static func statuses(_ word: String) -> [Status.Kind] {
    switch word {
    case "all", "全部": Status.Kind.allCases
    case "open", "在谈": [.ongoing, .hold]
    case "closed", "已关闭": [.lost, .withdrawn]
    case "推进中", "推进": [.ongoing]
    case "挂起": [.hold]
    case "流失": [.lost]
    case "放弃": [.withdrawn]
    case "退库", "归档": [.archived]
    default: Status.Kind.allCases.filter { $0.rawValue == word }
    }
  }

  static func kind(_ word: String) -> ProjectKind? {
    switch word {
    case "引进", "投资": .investment
    case "合作": .cooperation
    case "基金": .fund
    case "采购": .procurement
    case "增资", "扩产": .expansion
    default: ProjectKind(rawValue: word)
    }
  }

  /// An empty value is a yes.
  static func yesOrNo(_ word: String) -> Bool? {
    switch word {
    case "", "yes", "y", "true", "是": true
    case "no", "n", "false", "否": false
    default: nil
    }
  }

  static func isNone(_ word: String) -> Bool { word == "none" || word == "无" || word == "未归类" }
  static func isAny(_ word: String) -> Bool { word == "any" || word == "有" }
  static func isMe(_ word: String) -> Bool { word == "me" || word == "本人" || word == "我" }
  static func isUndisclosed(_ word: String) -> Bool { word == "undisclosed" || word == "未公开" }

  private static func only(_ stages: [Stage]) -> Stage? { stages.count == 1 ? stages[0] : nil }
}

/// A key of the filter language.
enum FilterKey: Hashable {
  case stage, status, kind, amount, stale, overdue, next
  case text(Filter.TextKey)
}
