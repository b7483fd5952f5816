/// The heading of a column or a section in what the command line prints.
package enum Heading: CaseIterable, Sendable {
  case project, when, what, who, change, date, kind, times, place, outcome, note, trip
  case entered
  case investors, cluster, industry, tags, fields, path, activities, milestones, notes
  case overdue, today, noNextStep, stale, heldPastReview, thisWeek, dayCount
  case contacts, outbound, inbound, other, group, key, value, theme, order, reason, command, field
  case action, origin, screen
}

extension Words {
  package func heading(_ heading: Heading) -> String {
    switch heading {
    case .project: say("项目", "Project")
    case .when: say("时间", "When")
    case .what: say("内容", "What")
    case .who: say("经手", "Who")
    case .change: say("变更", "Change")
    case .date: say("日期", "Date")
    case .kind: say("类型", "Kind")
    case .times: say("次数", "Times")
    case .place: say("地点", "Place")
    case .outcome: say("结果", "Outcome")
    case .note: say("备注", "Note")
    case .trip: say("行程", "Trip")
    case .entered: say("进入日期", "Entered")
    case .investors: say("投资方", "Investors")
    case .cluster: say("产业集群", "Cluster")
    case .industry: say("产业类型", "Industry")
    case .tags: say("标签", "Tags")
    case .fields: say("基本情况", "Particulars")
    case .path: say("招商路径", "Path")
    case .activities: say("活动", "Activities")
    case .milestones: say("节点", "Milestones")
    case .notes: say("备注", "Notes")
    case .overdue: say("逾期", "Overdue")
    case .today: say("今天", "Today")
    case .noNextStep: say("没有下步打算", "No next step")
    case .stale: say("久未跟进", "Stale")
    case .heldPastReview: say("挂起待复核", "On hold past review")
    case .thisWeek: say("本周", "This week")
    case .dayCount: say("天数", "Days")
    case .contacts: say("对接", "Contacts")
    case .outbound: say("外出考察", "Outbound")
    case .inbound: say("来访接待", "Inbound")
    case .other: say("其他", "Other")
    case .group: say("分组", "Group")
    case .key: say("键", "Key")
    case .value: say("值", "Value")
    case .theme: say("主题", "Theme")
    case .reason: say("原因", "Reason")
    case .field: say("字段", "Field")
    case .action: say("动作", "Action")
    case .screen: say("屏幕", "Screen")
    case .origin: say("来自", "From")
    case .command: say("命令", "Command")
    case .order: say("序号", "Seq.")
    }
  }
}
