internal import Canvas

/// The one list of what can be done; see ``ActionRow``.
package enum ActionTable {
  package static let rows: [ActionRow] =
    moving + cards + looking + reports + registers + program

  package static func row(_ action: Action) -> ActionRow? { rows.first { $0.action == action } }

  private static func keys(_ characters: Character...) -> [Key] { characters.map(Key.character) }
  private static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }

  private static let moving: [ActionRow] = [
    ActionRow(
      .previousStage, .moving, keys("h") + [Key(.left), Key(.tab, .shift)], ["left", "左"],
      "上一阶段", "Previous stage"),
    ActionRow(
      .nextStage, .moving, keys("l") + [Key(.right), Key(.tab)], ["right", "右"], "下一阶段",
      "Next stage"),
    ActionRow(
      .nextCard, .moving, keys("j") + [Key(.down)], ["down", "下"], "下一张卡片", "Next card"),
    ActionRow(
      .previousCard, .moving, keys("k") + [Key(.up)], ["up", "上"], "上一张卡片", "Previous card"),
    ActionRow(
      .firstCard, .moving, keys("g") + [Key(.home)], ["top", "顶"], "到第一张", "First card"),
    ActionRow(.lastCard, .moving, keys("G") + [Key(.end)], ["end", "底"], "到最后一张", "Last card"),
    ActionRow(
      .halfPageUp, .moving, [control("u"), Key(.pageUp)], ["pageup", "上翻"], "上翻半页",
      "Half a page up"),
    ActionRow(
      .halfPageDown, .moving, [control("d"), Key(.pageDown)], ["pagedown", "下翻"], "下翻半页",
      "Half a page down"),
    ActionRow(.stage1, .moving, keys("1"), ["stage 对接", "stage contact"], "到 对接", "Go to Contact"),
    ActionRow(.stage2, .moving, keys("2"), ["stage 考察", "stage visit"], "到 考察", "Go to Visit"),
    ActionRow(.stage3, .moving, keys("3"), ["stage 回访", "stage return"], "到 回访", "Go to Return"),
    ActionRow(.stage4, .moving, keys("4"), ["stage 意向", "stage intent"], "到 意向", "Go to Intent"),
    ActionRow(
      .stage5, .moving, keys("5"), ["stage 立项", "stage approval"], "到 立项", "Go to Approval"),
    ActionRow(.stage6, .moving, keys("6"), ["stage 签约", "stage signing"], "到 签约", "Go to Signing"),
    ActionRow(.open, .moving, [Key(.enter)], ["open", "打开"], "打开", "Open", needs: [.opening]),
    ActionRow(
      .back, .moving, [Key(.escape)], ["back", "返回"], "返回 / 取消", "Back / cancel"),
  ]

  private static let cards: [ActionRow] = [
    ActionRow(
      .pushForward, .advancing, keys(">", "L") + [Key(.right, .shift)], ["move next", "推进"],
      "移到下一阶段", "Move to the next stage", on: [.board, .list], needs: [.writable, .cards, .open]),
    ActionRow(
      .pushBack, .advancing, keys("<", "H") + [Key(.left, .shift)], ["move prev", "退回"],
      "移到上一阶段", "Move to the previous stage", on: [.board, .list],
      needs: [.writable, .cards, .open]),
    ActionRow(
      .carry, .advancing, keys("m") + [Key(.function(5))], ["move", "移动", "移到"], "拿起卡片，选阶段移动",
      "Carry the card to a stage", needs: [.writable, .cards, .open]),
    ActionRow(
      .reorderUp, .advancing, keys("K") + [Key(.up, .shift)], ["reorder up", "上移"], "在列中上移",
      "Move up in the column", on: [.board],
      needs: [.writable, .card, .open, .here, .unfiltered, .byHand]),
    ActionRow(
      .reorderDown, .advancing, keys("J") + [Key(.down, .shift)], ["reorder down", "下移"], "在列中下移",
      "Move down in the column", on: [.board],
      needs: [.writable, .card, .open, .here, .unfiltered, .byHand]),
    ActionRow(
      .newProject, .recording, keys("n") + [Key(.function(2))], ["new", "新建"], "新建项目",
      "New project",
      on: projectScreens, needs: [.writable]),
    ActionRow(
      .logActivity, .recording, keys("a"), ["log", "跟进"], "记一次活动（考察、接待、电话等）",
      "Log an activity", needs: [.writable, .oneCard]),
    ActionRow(
      .edit, .recording, keys("e") + [Key(.function(4))], ["edit", "编辑"], "编辑项目", "Edit project",
      on: projectScreens, needs: [.writable, .oneCard]),
    ActionRow(
      .nextStep, .recording, keys("@"), ["next", "下步"], "下一步与时限", "Next step and due date",
      needs: [.writable, .oneCard]),
    ActionRow(
      .finishStep, .recording, keys("d"), ["done", "办结"], "下步已办：记下结果，再定下一步",
      "The next step is done: log it, and set the one after", on: [.board, .list, .agenda],
      needs: [.writable, .here, .oneCard]),
    ActionRow(
      .note, .recording, keys("i"), ["note", "备注"], "加备注", "Add a note",
      needs: [.writable, .oneCard]),
    ActionRow(
      .milestone, .recording, keys("M"), ["milestone", "节点"], "记里程碑", "Record a milestone",
      needs: [.writable, .oneCard]),
    ActionRow(
      .hold, .closing, keys("="), ["hold", "挂起"], "挂起（须定复核日）", "Put on hold",
      on: cardScreens, needs: [.writable, .cards, .ongoing]),
    ActionRow(
      .resume, .closing, [], ["resume", "恢复"], "恢复推进", "Resume",
      needs: [.writable, .oneCard, .onHold]),
    ActionRow(
      .lose, .closing, keys("X"), ["lose", "流失"], "记为流失", "Mark as lost",
      needs: [.writable, .cards, .open]),
    ActionRow(
      .withdraw, .closing, keys("N"), ["withdraw", "放弃"], "记为放弃", "Withdraw",
      needs: [.writable, .cards, .open]),
    ActionRow(
      .archive, .closing, keys("x") + [Key(.function(8))], ["archive", "退库"], "退库归档（须写原因）",
      "Archive (asks for a reason)", needs: [.writable, .cards, .unarchived]),
    ActionRow(
      .reopen, .closing, keys("R"), ["reopen", "重启"], "重新打开已关闭的项目", "Reopen a closed project",
      needs: [.writable, .oneCard, .closed]),
    ActionRow(
      .assign, .recording, keys("O"), ["owner", "分派"], "分派责任人", "Assign an owner",
      needs: [.writable, .cards]),
    ActionRow(
      .tag, .recording, keys("#"), ["tag", "标签"], "加减标签", "Add or remove tags",
      needs: [.writable, .cards]),
    ActionRow(
      .mark, .choosing, keys(" "), ["mark", "标记"], "标记 / 取消标记", "Mark or unmark",
      on: [.board, .list], needs: [.here, .card]),
    ActionRow(
      .markRange, .choosing, keys("v"), ["mark range", "连选"], "连选：从这里标记到光标处",
      "Mark a range from here", on: [.board, .list], needs: [.here, .card]),
    ActionRow(
      .markAll, .choosing, keys("V"), ["mark all", "全选"], "标记整列 / 全部取消",
      "Mark all of the column, or none", on: [.board, .list], needs: [.here, .card]),
    ActionRow(
      .clearMarks, .choosing, [], ["unmark", "取消标记"], "取消所有标记", "Clear all marks", needs: [.marks]),
    ActionRow(
      .menu, .recording, keys("c"), ["menu", "菜单"], "菜单：这张卡片能做什么", "Menu of the card",
      on: [.board, .list, .timeline, .agenda, .history], needs: [.cards]),
    ActionRow(
      .copy, .recording, keys("y"), ["copy", "复制"], "复制卡片文字", "Copy the card as text",
      needs: [.card]),
    ActionRow(.undo, .advancing, keys("u"), ["undo", "撤销"], "撤销", "Undo", needs: [.writable]),
    ActionRow(
      .redo, .advancing, keys("U") + [control("r")], ["redo", "重做"], "重做", "Redo",
      needs: [.writable]),
  ]

  private static let looking: [ActionRow] = [
    ActionRow(
      .search, .finding, keys("/") + [Key(.function(3))], ["filter", "筛选"],
      "筛选：原文、拼音、首字母", "Filter by text, pinyin or initials"),
    ActionRow(
      .mine, .finding, keys("f"), ["mine", "我的"], "只看我负责的 / 看全部",
      "Only mine, or everybody's"),
    ActionRow(
      .clearFilter, .finding, [], ["clear", "清除"], "清除筛选", "Clear the filter", needs: [.filter]),
    ActionRow(.showBoard, .viewing, keys("B"), ["view board", "看板"], "看板", "Board"),
    ActionRow(.showList, .viewing, keys("S"), ["view list", "列表"], "列表", "List"),
    ActionRow(
      .showFunnel, .viewing, keys("F") + [Key(.function(7))], ["view funnel", "漏斗"], "漏斗", "Funnel"),
    ActionRow(
      .showTimeline, .viewing, keys("T") + [Key(.function(6))], ["view timeline", "时间线"],
      "招商路径（时间线）", "Timeline"),
    ActionRow(
      .showMonth, .viewing, keys(";"), ["month", "月历", "日历"], "月历：到期的和做过的",
      "Month: what is due, and what was done"),
    ActionRow(
      .showAgenda, .viewing, keys("A"), ["view agenda", "待办"], "待办：逾期、今天、没有下一步、停滞",
      "Agenda: late, today, without a next step, stale"),
    ActionRow(
      .showHistory, .viewing, [control("o")], ["history", "历史"], "历史：谁在何时改了什么",
      "History: who changed what"),
    ActionRow(
      .cardHistory, .viewing, keys("o"), ["history card", "本项历史"], "这张卡片的历史",
      "History of this card", needs: [.card]),
    ActionRow(.nextView, .viewing, keys("]"), ["view next", "下一视图"], "下一视图", "Next view"),
    ActionRow(.previousView, .viewing, keys("["), ["view prev", "上一视图"], "上一视图", "Previous view"),
    ActionRow(
      .dayEarlier, .past, keys(","), ["earlier", "前一天"], "看前一天的看板", "As of a day earlier"),
    ActionRow(
      .dayLater, .past, keys("."), ["later", "后一天"], "看后一天的看板", "As of a day later",
      needs: [.past]),
    ActionRow(
      .eventEarlier, .past, keys("("), ["asof prev", "上一动作日"], "看上一个有动作的日子",
      "As of the last day with news"),
    ActionRow(
      .eventLater, .past, keys(")"), ["asof next", "下一动作日"], "看下一个有动作的日子",
      "As of the next day with news", needs: [.past]),
    ActionRow(
      .backToToday, .past, keys("0"), ["today", "今天"], "回到今天", "Back to today", needs: [.past]),
    ActionRow(
      .sort, .finding, keys("s"), ["sort", "排序"], "换排序", "Change the order",
      on: [.board, .list], needs: [.here]),
    ActionRow(
      .reverseSort, .finding, keys("I"), ["reverse", "倒序"], "倒过来排", "Reverse the order",
      on: [.list], needs: [.here]),
    ActionRow(
      .chooseColumns, .finding, keys("C"), ["columns", "选列"], "选择台账的列",
      "Choose the ledger's columns", on: [.list], needs: [.here]),
    ActionRow(
      .density, .finding, keys("z"), ["density", "疏密"], "卡片疏密", "Card density", on: [.board],
      needs: [.here]),
    ActionRow(
      .switchMethod, .figures, keys("v"), ["method", "口径"], "换口径 / 换样式 / 换报表",
      "Switch method, style or report", on: [.funnel, .timeline, .report], needs: [.here]),
    ActionRow(
      .switchDimension, .figures, keys("b"), ["by", "分组"], "换分组", "Switch grouping",
      on: [.funnel], needs: [.here]),
    ActionRow(
      .compare, .figures, keys("c"), ["compare", "对比"],
      "对比：上月、去年同日、两个单位", "Compare: a month or year earlier, two units", on: [.funnel],
      needs: [.here]),
    ActionRow(
      .trend, .figures, keys("t"), ["trend", "趋势"], "趋势：每月新进、推进、签约、流失",
      "Trend: entered, advanced, signed, lost per month", on: [.funnel], needs: [.here]),
    ActionRow(
      .switchDwell, .figures, keys("d"), ["dwell", "停留"], "停留天数：按次、累计、首次、末次",
      "Dwell per visit, cumulative, first or latest", on: [.funnel], needs: [.here]),
    ActionRow(
      .switchPeriod, .figures, keys("p"), ["period", "期间"], "期间：全部、本月、本季、今年、去年",
      "Period: all, this month, quarter, year, last year", on: [.funnel], needs: [.here]),
    ActionRow(
      .switchBasis, .figures, keys("w"), ["basis", "同批"], "同批 / 当期（当期比率）",
      "Cohort or flow (periodic ratio)", on: [.funnel], needs: [.here]),
    ActionRow(
      .switchWeight, .figures, keys("$"), ["weight", "条长"], "漏斗按个数 / 按金额画",
      "Draw the funnel by projects or by amounts", on: [.funnel], needs: [.here]),
    ActionRow(
      .zoomIn, .figures, keys("+", "="), ["zoom in", "放大"], "放大", "Zoom in", on: [.timeline],
      needs: [.here]),
    ActionRow(
      .zoomOut, .figures, keys("-"), ["zoom out", "缩小"], "缩小", "Zoom out", on: [.timeline],
      needs: [.here]),
  ]

  private static let reports: [ActionRow] = [
    ActionRow(
      .showReports, .reporting, keys("P"), ["report", "报表"], "报表：周报、月报、路径、台账、一页通",
      "Reports: week, month, path, ledger, leader"),
    ActionRow(
      .reportEarlier, .reporting, keys("<"), ["report prev", "上一期"], "上一期的报表",
      "Report of the period before", on: [.report], needs: [.here]),
    ActionRow(
      .reportLater, .reporting, keys(">"), ["report next", "下一期"], "下一期的报表",
      "Report of the next period", on: [.report], needs: [.here]),
    ActionRow(
      .reportSources, .reporting, keys("d"), ["report sources", "数字来源"], "附上每个数字的来源",
      "Say what each figure counts", on: [.report], needs: [.here]),
    ActionRow(
      .writeReport, .reporting, keys("w"), ["write", "写入文件", "写入"], "把报表写入文件",
      "Write the report to a file", on: [.report], needs: [.here]),
  ]

  /// Where the sign of a card on hold puts one on hold; on the timeline it widens the days.
  private static let cardScreens = Screen.allCases.filter { $0 != .timeline }

  /// Where new and edit speak of projects; the registers' screens have their own.
  private static let projectScreens = Screen.allCases.filter {
    $0 != .requests && $0 != .targets
  }

  private static let registers: [ActionRow] = [
    ActionRow(
      .showRequests, .registers, keys("W"), ["view requests", "诉求"], "诉求：问需、问策、问效于企",
      "Service requests of firms"),
    ActionRow(
      .newRequest, .registers, keys("n") + [Key(.function(2))], ["request", "登记诉求"], "登记诉求",
      "New service request", on: [.requests], needs: [.writable]),
    ActionRow(
      .advanceRequest, .registers, keys(">", "L") + [Key(.right, .shift)],
      ["request next", "办下一步"],
      "诉求办到下一步：转办、办理、办结、回访", "Take the request to its next step", on: [.requests],
      needs: [.writable, .here, .request, .nextStep]),
    ActionRow(
      .returnRequest, .registers, keys("<", "H") + [Key(.left, .shift)], ["request back", "退上一步"],
      "诉求退回上一步", "Take the request a step back", on: [.requests],
      needs: [.writable, .here, .request, .previousStep]),
    ActionRow(
      .editRequest, .registers, keys("e") + [Key(.function(4))], ["request edit", "改诉求"], "修改诉求",
      "Change the request", on: [.requests], needs: [.writable, .here, .request]),
    ActionRow(
      .requestScope, .registers, keys("v"), ["request scope", "诉求范围"],
      "范围：未办结、超期、已办结、全部", "Open, overdue, closed or all requests", on: [.requests], needs: [.here]),
    ActionRow(
      .showTargets, .registers, keys("Y"), ["view targets", "目标"], "年度目标、产业集群、签约之后",
      "Targets, clusters, after signing"),
    ActionRow(
      .newTarget, .registers, keys("n") + [Key(.function(2))], ["target", "定目标"], "定目标",
      "Set a target",
      on: [.targets], needs: [.writable]),
    ActionRow(
      .editTarget, .registers, keys("e") + [Key(.function(4))], ["target edit", "改目标"], "修改目标",
      "Change the target", on: [.targets], needs: [.writable, .here, .target]),
    ActionRow(
      .approval, .registers, keys("E"), ["approval", "立项方式"], "立项：方式、机构、常用节点",
      "Approval: route, body, checklist", needs: [.writable, .oneCard]),
    ActionRow(
      .approvalStep, .registers, keys("D"), ["approval step", "立项节点"], "立项节点：完成一个或加一个",
      "Approval: tick a point, or add one", needs: [.writable, .oneCard]),
    ActionRow(
      .handOver, .registers, keys("Z"), ["handover", "流转"], "流转给另一单位，或答复流转",
      "Offer to another unit, or answer an offer", needs: [.writable, .oneCard]),
    ActionRow(
      .merge, .closing, [], ["merge", "并入"], "重复项目：并入另一项目", "Merge into another project",
      needs: [.writable, .oneCard, .open]),
  ]

  private static let program: [ActionRow] = [
    ActionRow(
      .importFile, .reporting, [], ["import", "导入"], "导入台账：先预览，确认后写入",
      "Import a ledger: a preview first", needs: [.writable]),
    ActionRow(
      .rename, .program, [], ["rename", "改名"], "改名：单位 人 企业 集群 标签，处处一起改",
      "Rename a unit, person, firm, cluster or tag everywhere", needs: [.writable]),
    ActionRow(
      .remind, .reporting, [], ["remind", "提醒"], "提醒：看各人的一份；:remind send 发送",
      "Reminders: each person's digest; :remind send sends them"),
    ActionRow(
      .calendar, .reporting, [], ["calendar", "日历文件"], "日历文件：下步、复核、诉求写成 .ics",
      "Calendar file: next steps, reviews, requests as .ics"),
    ActionRow(
      .publish, .reporting, [], ["publish", "发布", "网页"], "发布：手机和大屏看的网页",
      "Publish: pages for telephones and wall screens"),
    ActionRow(
      .output, .program, [], ["output", "输出"], "再看命令印出的", "What a command printed, again"),
    ActionRow(
      .palette, .program, keys(":") + [control("p"), Key(.function(9))], ["palette", "命令"], "命令",
      "Commands"),
    ActionRow(.help, .program, keys("?") + [Key(.function(1))], ["help", "帮助"], "帮助", "Help"),
    ActionRow(.theme, .program, [], ["theme", "主题"], "换主题", "Next theme"),
    ActionRow(.language, .program, [], ["lang", "语言", "language"], "中文 / English", "中文 / English"),
    ActionRow(.mouse, .program, keys("%"), ["mouse", "鼠标"], "鼠标捕获 开/关", "Mouse capture on or off"),
    ActionRow(.redraw, .program, [control("l")], ["redraw", "重画"], "重画屏幕", "Redraw the screen"),
    ActionRow(.reload, .program, keys("r"), ["reload", "刷新"], "重新读取", "Read the store again"),
    ActionRow(
      .suspend, .program, [control("z")], ["suspend", "挂到后台"], "挂到后台 (fg 回来)",
      "Suspend to the shell"),
    ActionRow(
      .quit, .program, keys("q", "Q") + [Key(.function(10))], ["q", "quit", "退出"], "退出", "Quit"),
  ]
}
