package import Wording

extension Words {
  package func pageTitle(_ summary: Publication.Summary) -> String {
    switch summary {
    case .board: say("看板", "Board")
    case .funnel: say("漏斗", "Funnel")
    case .trend: say("趋势", "Trend")
    case .targets: say("目标", "Targets")
    case .agenda: say("待办", "Agenda")
    case .path: say("招商路径", "Path")
    case .leader: say("领导一页通", "For the leader")
    }
  }

  func yearPassed(_ percent: Int) -> String {
    say("全年已过 \(percent)%（竖线处）", "\(percent)% of the year has passed (the upright line)")
  }

  var registersUnfiltered: String {
    say("目标按全部项目计，不受筛选影响。", "Targets count all projects, whatever the filter.")
  }
}
