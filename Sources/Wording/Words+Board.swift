package import Insight
package import Pipeline

// The board's own sentences: titles, counts, hints and news.
extension Words {
  package var productName: String { say("招商", "Zhaoshang") }

  /// Of bytes that are no UTF-8, where a line is typed.
  package var unreadableLine: String {
    say(
      "这一行不是 UTF-8，没有照办；请把终端的字符编码设为 UTF-8",
      "This line is not UTF-8 and was not obeyed; set the terminal's character encoding to UTF-8")
  }

  // MARK: The title line

  /// Open projects before signing.
  package func openCount(_ count: Int) -> String { say("在谈 \(count)", "\(count) open") }
  package func signedCount(_ count: Int) -> String { say("签约 \(count)", "\(count) signed") }
  package var overdueFilter: String { say("逾期:是", "overdue:yes") }
  package var staleFilter: String { say("停滞:是", "stale:yes") }
  package var mineFilter: String { say("负责人:我", "owner:me") }
  package var everybodyShown: String { say("显示全部项目", "All projects are shown") }
  package func overdueCount(_ count: Int) -> String { say("逾期 \(count)", "\(count) overdue") }
  /// Who signed, and by which account where that is called otherwise: a name is anybody's to choose.
  package func signature(of actor: Actor, account: String?) -> String {
    guard let account, account != actor.name else { return actor.name }
    return actor.name + say("（账号 \(account)）", " (account \(account))")
  }

  /// Records of a newer version, which the board does not show.
  package func newerCount(_ count: Int) -> String {
    say("较新 \(count)", "\(count) newer")
  }
  package func staleCount(_ count: Int) -> String { say("停滞 \(count)", "\(count) stale") }
  package func asOfChip(_ day: Day) -> String { say("截至 \(day)", "as of \(day)") }
  package func filterChip(_ text: String) -> String { say("筛选: \(text)", "filter: \(text)") }
  package var readOnlyChip: String { say("只读", "read-only") }

  // MARK: Columns and cards

  /// The stage's name where room is short: 对接, Cont.
  package func stageTab(_ stage: Stage) -> String {
    switch stage {
    case .contact: say("对接", "Cont")
    case .visit: say("考察", "Visit")
    case .returnVisit: say("回访", "Retn")
    case .intent: say("意向", "Int")
    case .approval: say("立项", "Appr")
    case .signing: say("签约", "Sign")
    }
  }

  package var amountUnknown: String { say("未填", "unset") }
  /// An amount on a card, where a missing one must be plain to see.
  package func cardAmount(_ amount: Amount?) -> String {
    amount == nil ? amountUnknown : self.amount(amount)
  }
  /// The same without the name of the yuan, for where room is short.
  package func cardAmountBrief(_ amount: Amount?) -> String {
    guard case .known(let money) = amount, money.currency == .yuan, language == .en else {
      return cardAmount(amount)
    }
    return String(self.amount(amount).prefix { $0 != " " })
  }
  /// What a card on hold shows instead of its days.
  package var cardHeld: String { say("挂起", "held") }
  /// So many days late, on a card: 逾6天.
  package func cardLate(_ days: Int) -> String { say("逾\(days)天", "\(days)d late") }
  package func heldUntil(_ day: Day) -> String {
    say("挂起至 \(shortDate(day))", "held to \(shortDate(day))")
  }
  package var noOwner: String { say("无责任人", "no owner") }
  package func olderTitle(_ count: Int) -> String { say("更早 \(count)", "Earlier \(count)") }
  package var cardNoNext: String { say("无下步", "no next step") }
  package var noDays: String { say("日期不详", "no date") }
  /// Days on a card that nobody can count.
  package var cardNoDays: String { say("?天", "?d") }
  package func more(_ count: Int, glyph: Character) -> String {
    say("\(glyph) 还有\(count)个", "\(glyph) \(count) more")
  }

  /// What an empty board says.
  ///
  /// - Parameters:
  ///   - begin: The key that asks who the person is and where to begin.
  ///   - new: The key that adds a project.
  ///   - ledger: The command that takes in a ledger.
  ///   - help: The key of the help.
  package func welcome(begin: String, new: String, ledger: String, help: String) -> [String] {
    func key(_ name: String) -> String {
      let width = name.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
      return "  " + name + String(repeating: " ", count: max(1, 9 - width))
    }
    return [
      say("这里还没有项目。可以这样开始:", "No projects yet. To begin:"),
      key(begin) + say("三个问题：姓名、单位、从哪里开始", "three questions: name, unit, where to begin"),
      key(new) + say("新建第一个项目", "add the first project"),
      key(ledger) + say("收旧台账 (.xlsx .csv)，先预览", "take in a ledger (.xlsx .csv), a preview first"),
      say("  示例     退出后运行 zhaoshang demo bureau", "  example  quit, then: zhaoshang demo bureau"),
      key(help) + say("所有按键和命令", "all keys and commands"),
    ]
  }

  // MARK: Dragging and carrying

  package func dragging(_ name: String, _ id: ProjectID) -> String {
    say("移动 \(id) \(name)", "Moving \(id) \(name)")
  }
  package var dropOrigin: String { say("还在原列，松开不变", "its own column: nothing changes") }
  package var dropOutside: String { say("在看板外，松开取消", "outside the board: cancels") }
  package func dropAsks(_ missing: [String]) -> String {
    say("放下后补填: \(points(missing))", "will ask: \(points(missing))")
  }
  package func dragHintMouse(cancel: String) -> String {
    say("松开=移动 \(cancel)/右键=取消", "release=move \(cancel)/right=cancel")
  }
  /// - Parameters:
  ///   - choose: The keys that go from column to column.
  ///   - drop: The key that lets the card go.
  ///   - cancel: The key that puts it back.
  package func dragHintKeys(choose: String, drop: String, cancel: String) -> String {
    say("\(choose) 选列 \(drop)=放下 \(cancel)=取消", "\(choose) choose \(drop)=drop \(cancel)=cancel")
  }
  package var droppedWhereItWas: String {
    say("放回原列，没有变化", "Dropped where it was; nothing changed")
  }
  package var dragCancelled: String { say("已取消移动，卡片还在原处", "Move cancelled; the card stays") }
  package var dragCancelledOutside: String {
    say("在看板外松开，已取消移动", "Released outside the board; move cancelled")
  }
  package var dragCancelledByResize: String {
    say("窗口大小改变，已取消移动", "The window was resized; move cancelled")
  }
  package var dragCardGone: String { say("这张卡片已不在看板上", "That card has left the board") }
  package var dragCardChanged: String {
    say("同事刚改了这张卡片，已取消移动", "A colleague has just changed that card; move cancelled")
  }
  package var alreadyLast: String { say("已在最后一个阶段", "Already in the last stage") }
  package var alreadyFirst: String { say("已在第一个阶段", "Already in the first stage") }

  // MARK: Why something cannot be done now

  /// - Parameter key: The key that goes back to today.
  package func pastDay(_ day: Day, key: String) -> String {
    say(
      "正在看 \(day) 的看板，不能改动；按 \(key) 回到今天",
      "This is the board of \(day) and cannot be changed; \(key) goes back to today")
  }
  package var noCardSelected: String { say("没有选中卡片", "No card is selected") }
  package var noFilter: String { say("没有筛选", "There is no filter") }
  package var alreadyToday: String { say("看的就是今天", "This is today already") }
  package func onlyOn(_ screen: String) -> String { say("只在「\(screen)」里可用", "only in \(screen)") }
  package var notClosed: String { say("项目没有关闭", "the project is not closed") }
  package var notOnHold: String { say("项目没有挂起", "the project is not on hold") }
  package func isAlready(_ status: Status.Kind) -> String {
    say(
      "项目已是「\(self.status(status))」", "the project is \(self.status(status).lowercased()) already")
  }
  /// - Parameter key: The key that changes the order.
  package func noReorderLateFirst(_ key: String) -> String {
    say(
      "现在逾期、停滞的排在前面；按 \(key) 换成手动顺序再移动",
      "Late cards come first now; \(key) takes the order by hand, in which cards can be moved")
  }
  package func boardOrder(_ order: BoardOrder) -> String {
    switch order {
    case .lateFirst: say("逾期、停滞在前", "late first")
    case .byHand: say("手动顺序", "by hand")
    }
  }
  package func orderedBy(_ order: BoardOrder) -> String {
    say("排序：\(boardOrder(order))", "Order: \(boardOrder(order))")
  }
  package var noReorderWhileFiltered: String {
    say("筛选时不能调整顺序", "Cards cannot be reordered while filtered")
  }
  package var nothingEarlier: String { say("再早没有记录了", "Nothing is recorded before that") }

  // MARK: News

  package func saved(_ sentence: String, sequence: SequenceNumber) -> String {
    sentence + "  " + say("已存盘 记录 \(sequence)", "saved as record \(sequence)")
  }
  /// A step's place in what was recorded, which is no project's number.
  package func recordNumber(_ sequence: SequenceNumber) -> String {
    say("记录\(sequence)", "rec \(sequence)")
  }
  package func colleague(_ name: String, did sentence: String) -> String {
    say("\(name): \(sentence)", "\(name): \(sentence)")
  }
  package func andMore(_ count: Int) -> String { say(" 等\(count + 1)项", " and \(count) more") }
  /// - Parameter key: The key that undoes.
  package func undoHint(_ key: String) -> String { say("\(key) 撤销", "\(key) undo") }
  /// - Parameter key: The key that does again what was undone.
  package func redoHint(_ key: String) -> String { say("\(key) 重做", "\(key) redo") }
  package var tooLongToCopy: String {
    say(
      "太长，没有送往剪贴板；可用 :copy 文件名.txt 写成文件",
      "Too long for the clipboard; :copy FILE.txt writes it into a file")
  }
  /// Whether the terminal took it nobody is told.
  ///
  /// - Parameter command: What writes the text into a file instead.
  package func sentToClipboard(command: String) -> String {
    say(
      "卡片文字已送往终端的剪贴板；贴不出来就用 \(command) 文件名.txt",
      "Sent to the terminal's clipboard; if it cannot be pasted: \(command) FILE.txt")
  }
  package func textKept(_ path: String) -> String { say("已写入 \(path)", "Written to \(path)") }
  package func textFileTaken(_ path: String) -> String {
    say(
      "\(path) 已经有了，没有写入；请换个名字",
      "\(path) is there already and was left as it is; choose another name")
  }
  package var mouseOn: String { say("鼠标已开；选取文字请按住 Shift", "Mouse on; hold Shift to select text") }
  package var mouseOff: String { say("鼠标已关，可直接选取文字", "Mouse off; text can be selected") }
  package var languageNow: String { say("界面语言: 中文", "Language: English") }
  /// - Parameters:
  ///   - news: The keys that jump to days with news.
  ///   - today: The key that goes back to today.
  package func lookingAt(_ day: Day, news: String, today: String) -> String {
    say(
      "看 \(day) 的看板；\(news) 跳到有动作的日子，\(today) 回到今天",
      "The board of \(day); \(news) jump to days with news, \(today) back to today")
  }
  package var backToToday: String { say("回到今天", "Back to today") }
  package func unknownTheme(_ name: String, known: [String]) -> String {
    say("没有主题「\(name)」；有: \(list(known))", "No theme \(name); there are: \(list(known))")
  }
  /// - Parameter keys: Keys that an input method lets through, each with what it does.
  package func inputMethodHint(_ keys: [(key: String, label: String)]) -> String {
    let list = keys.map { "\($0.key) \($0.label)" }
    return say(
      "输入法可能开着：切回英文" + (list.isEmpty ? "" : "，或用 " + list.joined(separator: "、")),
      "An input method seems to be on: switch it off"
        + (list.isEmpty ? "" : ", or use " + list.joined(separator: ", ")))
  }
  package func pastedAsNewProject(cancel: String) -> String {
    say("粘贴的文字放进了新项目，\(cancel) 放弃", "The pasted text is in a new project; \(cancel) drops it")
  }
  package var nothingChanged: String { say("没有变化", "Nothing changed") }
  package func matches(_ count: Int) -> String { say("命中 \(count)", "\(count) found") }

  // MARK: Palette and help

  package var helpTitle: String { say("帮助", "Help") }
  package var paletteTitle: String { say("命令", "Commands") }
  package func paletteHint(run: String, close: String) -> String {
    say("输入中文、拼音或英文筛选，\(run) 执行，\(close) 关闭", "type to filter, \(run) runs, \(close) closes")
  }
  package func runCommand(_ text: String) -> String { say("执行 :\(text)", "Run :\(text)") }
  package func useTheme(_ name: String) -> String { say("主题 \(name)", "Theme \(name)") }
  package func noSuchCommand(_ text: String) -> String {
    say("没有命令「\(text)」", "No command '\(text)'")
  }

  // MARK: Agenda and history

  /// How late or how quiet an item of the agenda is.
  package func agendaDays(_ item: Agenda.Item) -> String {
    switch item.subject {
    case .nextStep, .review:
      item.days > 0 ? dueIn(-item.days) : item.due.map { shortDate($0) + " " + weekday($0) } ?? ""
    case .quiet: say("未动 \(days(item.days))", "quiet \(item.days)d")
    case .nothing: say("停留 \(days(item.days))", "\(item.days)d here")
    }
  }

  /// - Parameter key: The key that undoes the selected step.
  package func historyTitle(of project: ProjectID?, count: Int, undo key: String) -> String {
    let whose = project.map { "\($0) " } ?? ""
    return say(
      "\(whose)历史：最近 \(count) 步，新的在前；\(key) 撤销选中的一步",
      "\(whose)History: the last \(count) steps, newest first; \(key) undoes the selected one")
  }

  package func imported(_ projects: Int, records: Int) -> String {
    say("导入 \(projects) 个项目，共 \(records) 条记录", "Imported \(projects) projects, \(records) records")
  }

  /// When something was recorded, by the clock on the wall: 09-04 14:05.
  package func moment(_ milliseconds: Int64, offset: Int) -> String {
    let seconds = Int(milliseconds / 1000) + offset
    let day = Day(number: Int32(clamping: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
    let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return shortDate(day) + " " + two(minutes / 60) + ":" + two(minutes % 60)
  }

  // MARK: Lists

  package func listTitle(_ count: Int, order: String, isDescending: Bool) -> String {
    say(
      "全部项目 \(count) 个，按\(order)排序" + (isDescending ? "，从大到小" : ""),
      "\(count) projects by \(order)" + (isDescending ? ", largest first" : ""))
  }
  /// - Parameter back: The key that goes back to where the figure is.
  package func drillTitle(_ title: String, _ count: Int, back: String) -> String {
    say(
      "\(title): \(count) 个项目 (\(back) 返回漏斗)",
      "\(title): \(count) projects (\(back): back to the funnel)")
  }
  package func sortedBy(_ order: String, isDescending: Bool) -> String {
    say(
      "按\(order)排序" + (isDescending ? "，从大到小" : ""),
      "Sorted by \(order)" + (isDescending ? ", largest first" : ""))
  }
  package var nothingFound: String { say("没有符合的内容", "Nothing fits") }
}
