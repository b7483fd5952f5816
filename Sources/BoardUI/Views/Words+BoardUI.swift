internal import Pipeline
internal import Vocabulary
internal import Wording

// Names of the board's own things: screens, keys and form lines.
extension Words {
  func densityIs(_ density: UIState.Density) -> String {
    switch density {
    case .standard: say("疏密：标准", "Density: standard")
    case .compact: say("疏密：紧凑", "Density: compact")
    case .roomy: say("疏密：宽松", "Density: roomy")
    }
  }

  func onlyOneCard(marked: Int, clear: String) -> String {
    say(
      "已选 \(marked) 个，这个操作一次一个；按 \(clear) 清除选择",
      "\(marked) are marked, but this takes one card; \(clear) clears the marks")
  }

  package func screen(_ screen: Screen) -> String {
    switch screen {
    case .board: say("看板", "Board")
    case .list: say("列表", "List")
    case .funnel: say("漏斗", "Funnel")
    case .timeline: say("路径", "Path")
    case .agenda: say("待办", "Agenda")
    case .report: say("报表", "Reports")
    case .requests: say("诉求", "Requests")
    case .targets: say("目标", "Targets")
    case .history: say("历史", "History")
    }
  }

  /// A word for the line of keys.
  func keyLabel(_ action: Action, on screen: Screen) -> String {
    switch action {
    case .help: say("帮助", "Help")
    case .newProject: say("新建", "New")
    case .search: say("筛选", "Filter")
    case .open: screen == .funnel ? say("看卡片", "Cards") : say("详情", "Open")
    case .pushForward: say("移动", "Move")
    case .carry: say("选阶段", "Carry")
    case .logActivity: say("跟进", "Log")
    case .undo: screen == .history ? say("撤销这一步", "Undo this") : say("撤销", "Undo")
    case .nextStep: say("下一步", "Next step")
    case .showTimeline: say("路径", "Path")
    case .showFunnel: say("漏斗", "Funnel")
    case .showBoard: say("看板", "Board")
    case .palette: say("命令", "Cmd")
    case .quit: say("退出", "Quit")
    case .sort: say("排序", "Sort")
    case .back: say("返回", "Back")
    case .switchMethod:
      switch screen {
      case .funnel: say("口径", "Method")
      case .report: say("换报表", "Report")
      default: say("样式", "Style")
      }
    case .switchDimension: say("分组", "By")
    case .compare: say("对比", "Compare")
    case .trend: say("趋势", "Trend")
    case .switchPeriod: say("期间", "Period")
    case .switchDwell: say("停留", "Dwell")
    case .finishStep: say("办结", "Done")
    case .mine: say("我的", "Mine")
    case .switchWeight: say("个数/金额", "Count/amount")
    case .switchBasis: say("同批/当期", "Cohort/flow")
    case .eventEarlier: say("前后动作日", "News day")
    case .dayEarlier: say("前后一天", "Day")
    case .newRequest: say("登记", "New")
    case .advanceRequest: say("下一步", "Next step")
    case .requestScope: say("范围", "Scope")
    case .newTarget: say("定目标", "Set")
    case .mark: say("标记", "Mark")
    case .assign: say("分派", "Assign")
    case .tag: say("标签", "Tags")
    case .archive: say("退库", "Archive")
    case .clearMarks: say("取消标记", "Unmark")
    case .chooseColumns: say("选列", "Columns")
    case .writeReport: say("写入文件", "Write")
    case .reportEarlier: say("前后一期", "Period")
    case .reportSources: say("来源", "Sources")
    case .zoomIn: say("缩放", "Zoom")
    case .previousStage: say("平移", "Pan")
    default: ActionTable.row(action).map { say($0.zh, $0.en) } ?? action.rawValue
    }
  }

  func agendaSection(_ section: AgendaState.Section) -> String {
    switch section {
    case .overdue: say("逾期", "Overdue")
    case .today: say("今天", "Today")
    case .thisWeek: say("本周", "This week")
    case .heldPastReview: say("挂起已过复核日", "On hold past review")
    case .noNextStep: say("没有下一步", "No next step")
    case .stale: say("停滞", "Stale")
    }
  }

  /// What a form is for, with the card's name.
  func formTitle(_ action: FormTitle, _ name: String) -> String {
    switch action {
    case .edit: say("编辑 \(name)", "Edit \(name)")
    case .log: say("记活动 \(name)", "Log for \(name)")
    case .milestone: say("里程碑 \(name)", "Milestone of \(name)")
    case .nextStep: say("下一步 \(name)", "Next step of \(name)")
    case .note: say("备注 \(name)", "Note on \(name)")
    case .hold: say("挂起 \(name)", "Hold \(name)")
    case .lose: say("记为流失 \(name)", "Lost: \(name)")
    case .withdraw: say("记为放弃 \(name)", "Withdraw \(name)")
    case .archive: say("退库 \(name)", "Archive \(name)")
    case .reopen: say("重新打开 \(name)", "Reopen \(name)")
    case .assign: say("分派 \(name)", "Assign \(name)")
    case .tag: say("标签 \(name)", "Tags of \(name)")
    }
  }

  enum FormTitle {
    case edit, log, milestone, nextStep, note, hold, lose, withdraw, archive, reopen
    case assign, tag
  }

  func formLabel(_ key: Form.Key) -> String {
    switch key {
    case .field(let field): self.field(field)
    case .on: say("日期", "Date")
    case .end: say("到 (日期)", "Until")
    case .reason: say("原因", "Reason")
    case .activityKind: say("活动类型", "Kind")
    case .outcome: say("成果", "Outcome")
    case .outcomeText: say("成果原话", "In words")
    case .place: say("地点", "Place")
    case .sites: say("考察点", "Sites")
    case .leader: say("带队", "Led by")
    case .leaderTitle: say("带队职务", "Title")
    case .unit: say("牵头单位", "Lead unit")
    case .team: say("陪同", "Team")
    case .times: say("次数", "Times")
    case .trip: say("行程", "Trip")
    case .note: say("说明", "Note")
    case .milestoneKind: say("里程碑", "Milestone")
    case .lossReason: say("流失原因", "Reason")
    case .lossPlace: say("落户何地", "Went to")
    case .review: say("复核日", "Review on")
    case .due: say("时限", "Due")
    case .stage: say("阶段", "Stage")
    case .metOn: say("活动日期", "Activity on")
    case .startedOn: say("进入立项日期", "Approval began")
    case .grantedOn: say("立项批复日期", "Approval granted")
    case .addTags: say("加标签", "Add tags")
    case .removeTags: say("去标签", "Remove tags")
    case .line(let line): registerLabel(line)
    }
  }

  func formFault(_ fault: Form.Fault) -> String {
    switch fault {
    case .empty: emptyFault
    case .typed(let fault): typedBriefly(fault.problem)
    case .beforeStart: endFault
    case .notANumber: numberFault
    case .notAChoice: choiceFault
    case .notWithin(let range): rangeFault(range)
    case .tooLong(let limit): tooLongFault(limit)
    }
  }

  private func tooLongFault(_ limit: Int) -> String {
    say("太长，上限 \(limit)，没有放进去", "Longer than \(limit): not put in")
  }

  /// Why what was typed or pasted is not in a line.
  func passedLimit(_ limit: Int, at site: String) -> String {
    say(
      "\(site)太长，上限 \(limit) 字节，多出的没有放进去",
      "\(site) is longer than \(limit) bytes; what is beyond is not put in")
  }

  var filterLine: String { say("筛选", "The filter") }
  var commandLine: String { say("命令", "The command") }
  var filePath: String { say("文件名", "The file name") }

  // MARK: Commands that take words

  /// What asks for all of something, in either language.
  static let all = ["all", "全部"]
  var everybody: String { say("全部", "all") }
  /// The filter for what somebody is responsible for.
  func ownerFilter(_ name: String) -> String { say("负责人:\"\(name)\"", "owner:\"\(name)\"") }
  /// How a filter by the person responsible begins.
  var ownerFilterStart: String { say("负责人:", "owner:") }
  func showWhose(_ name: String?) -> String {
    name.map { say("只看 \($0) 负责的", "Only what \($0) is responsible for") }
      ?? say("看全部", "Everybody's")
  }
  /// What would be written where: #23 -> 责任人 张伟.
  func fills(_ whom: String, _ lines: [(label: String, value: String)]) -> String {
    whom + (whom.isEmpty ? "" : " -> ")
      + lines.map {
        $0.value.isEmpty ? say("无\($0.label)", "no \($0.label)") : "\($0.label) \($0.value)"
      }
      .joined(separator: say("，", ", "))
  }
  /// - Parameter now: What is selected instead.
  func cardWentAway(_ card: ProjectID, now: ProjectID? = nil) -> String {
    say("同事刚改了 \(card)，没有照办", "A colleague has just changed \(card); nothing was done")
      + (now.map {
        say("；现在选中的是 \($0)，再按一次回车才对它做", "; \($0) is selected now: Enter again does it there")
      } ?? "")
  }
  /// Behind what a command would fill in, where the form asks for the rest.
  var opensForm: String { say("（打开表单补全）", " (opens the form)") }
  func formWants(_ label: String) -> String {
    say("没有说\(label)，请在表单里补上", "\(label) was not said; fill it in")
  }
  func notBehind(_ verb: String, _ rest: String) -> String {
    say("「:\(verb)」后面的「\(rest)」认不出来", "'\(rest)' behind ':\(verb)' cannot be read")
  }
  func metMeanwhile(_ met: [Requirement]) -> String {
    let names = list(met.map { requirement($0) })
    return say(
      "同事刚补上：\(names)。表单里的活动再存一次就会再记一次；不要就清空活动类型",
      "A colleague has just supplied \(names). Saving again records the activity of this form as well; "
        + "empty its kind if it should not be")
  }
  func goOnWith(_ text: String) -> String { say("补全 \(text)", "Complete \(text)") }
  func filterBy(_ text: String) -> String { say("筛选 \(text)", "Filter by \(text)") }
  func boardOf(_ day: Day) -> String {
    say(
      "看 \(date(.day(day))) \(weekday(day)) 的看板", "The board of \(date(.day(day))) \(weekday(day))")
  }
  var cardKind: String { say("卡片", "card") }
  var filterKind: String { say("用过的筛选", "filter") }
  var dayKind: String { say("日子", "day") }
  var viewKind: String { say("视图", "view") }
}
