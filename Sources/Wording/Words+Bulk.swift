package import Insight
package import Pipeline

// What is said of several cards at once.
extension Words {
  /// How many cards: 5 个项目, 1 project.
  package func projects(_ count: Int) -> String {
    say("\(count) 个项目", count == 1 ? "1 project" : "\(count) projects")
  }

  // MARK: Marking

  package func marked(_ count: Int) -> String { say("已标记 \(count)", "\(count) marked") }
  package func markingRange(end: String, cancel: String) -> String {
    say(
      "连选：移动光标扩大范围，\(end) 结束，\(cancel) 放弃",
      "Range: move to extend it, \(end) ends it, \(cancel) gives it up")
  }
  package var markedOutOfSight: String {
    say("标记的卡片都不在看板上", "None of the marked cards is on the board")
  }
  package func marksCleared(_ count: Int) -> String {
    say("已取消 \(count) 个标记", "\(count) marks cleared")
  }
  package func draggingAll(_ count: Int) -> String { say("移动 \(count) 个项目", "Moving \(count)") }
  /// How many of the cards carried may be put down here.
  package func dropSome(_ passing: Int, refused: Int) -> String {
    say("(\(passing) 个可移，\(refused) 个不可)", "(\(passing) may, \(refused) may not)")
  }

  package var nothingMarked: String { say("没有标记", "nothing is marked") }
  package func sliding(_ name: String, _ id: ProjectID, under above: ProjectID?) -> String {
    guard let above else {
      return say("\(id) \(name) 放到本列最上", "\(id) \(name) to the top of its column")
    }
    return say("\(id) \(name) 放到 \(above) 之下", "\(id) \(name) below \(above)")
  }
  package func moveTo(_ stage: Stage) -> String {
    say("移到 \(self.stage(stage))", "Move to \(self.stage(stage))")
  }

  // MARK: The list

  package func ledgerSums(_ totals: AmountTotals) -> String {
    say(
      "合计 \(totals.count) 个  \(self.totals(totals))",
      "\(totals.count) in all  \(self.totals(totals))")
  }
  package func markedSums(_ totals: AmountTotals) -> String {
    marked(totals.count) + "  " + self.totals(totals)
  }
  package func columnsLeft(_ count: Int) -> String {
    say("  (另有 \(count) 列放不下)", "  (\(count) columns left out)")
  }
  package var pickerTitle: String { say("选列", "Columns") }
  /// - Parameters: The keys that show and leave out, that move, and that close.
  package func pickerHint(toggle: String, move: String, close: String) -> String {
    say("\(toggle) 显示/隐去  \(move) 调位  \(close) 完", "\(toggle) shows/hides  \(move) move  \(close)")
  }
  package var nameStays: String { say("项目名称总要显示", "The name is always shown") }

  // MARK: What is to be done

  package func moveAll(_ count: Int, to stage: Stage) -> String {
    say(
      "将 \(projects(count))移到 \(self.stage(stage))",
      "Move \(projects(count)) to \(self.stage(stage))")
  }
  package func stepAll(_ count: Int, forward: Bool) -> String {
    forward
      ? say("将 \(projects(count))推进一个阶段", "Move \(projects(count)) one stage on")
      : say("将 \(projects(count))退回一个阶段", "Move \(projects(count)) one stage back")
  }
  package func holdAll(_ count: Int) -> String {
    say("将 \(projects(count))挂起", "Put \(projects(count)) on hold")
  }
  package func loseAll(_ count: Int) -> String {
    say("将 \(projects(count))记为流失", "Mark \(projects(count)) as lost")
  }
  package func withdrawAll(_ count: Int) -> String {
    say("将 \(projects(count))记为放弃", "Withdraw \(projects(count))")
  }
  package func archiveAll(_ count: Int) -> String {
    say("将 \(projects(count))退库归档", "Archive \(projects(count))")
  }
  package func assignAll(_ count: Int, to owner: String?) -> String {
    guard let owner else {
      return say("将 \(projects(count))的责任人清空", "Leave \(projects(count)) without an owner")
    }
    return say("将 \(projects(count))交给 \(owner)", "Give \(projects(count)) to \(owner)")
  }
  package func assignForm(_ count: Int) -> String {
    say("分派 \(projects(count))", "Assign \(projects(count))")
  }
  package func tagForm(_ count: Int) -> String {
    say("给 \(projects(count))加减标签", "Tag \(projects(count))")
  }
  package func tagAll(_ count: Int, adding: [String], removing: [String]) -> String {
    let plus = adding.map { "+" + $0 }
    let minus = removing.map { "-" + $0 }
    let tags = (plus + minus).joined(separator: " ")
    return say("给 \(projects(count))改标签: \(tags)", "Tags of \(projects(count)): \(tags)")
  }
  /// One reason for a move of several.
  package var oneReasonForAll: String {
    say(
      "一个原因用于全部；不写则需要原因的不动", "One reason serves all; without it those that want one stay")
  }

  // MARK: The question

  package var confirmTitle: String { say("确认", "Confirm") }
  package func question(_ sentence: String) -> String { say(sentence + "？", sentence + "?") }
  package func reasonLine(_ reason: String) -> String { say("原因: \(reason)", "Reason: \(reason)") }
  package func someRefused(_ count: Int) -> String {
    say("\(projects(count))不能这样做:", "Not possible for \(projects(count)):")
  }
  package func someUnchanged(_ count: Int) -> String {
    say("\(projects(count))已经如此，不变", "\(projects(count)) as asked already")
  }
  package func alsoOutOfSight(_ count: Int) -> String {
    say("其中 \(count) 个不在眼前（被筛选隐去或已关闭）", "\(count) of them out of sight (filtered or closed)")
  }
  package func moreNames(_ count: Int) -> String { say("还有 \(count) 个", "\(count) more") }
  /// - Parameter undo: The key that undoes.
  package func oneStep(undo: String) -> String {
    say("一步存盘；可用 \(undo) 撤销，历史不会删除", "Saved as one step; \(undo) undoes it, history is kept")
  }
  package func goButton(_ count: Int, isPart: Bool) -> String {
    isPart
      ? say("只做其余 \(count) 个 (按 y)", "Do the other \(count) (press y)")
      : say("确定 \(count) 个 (按 y)", "Yes, \(count) (press y)")
  }
  package func stayButton(_ key: String) -> String { say("取消 (\(key))", "Cancel (\(key))") }
  package var bulkCancelled: String { say("没有做，什么都没变", "Nothing was done") }
  package var bulkChangedMeanwhile: String {
    say("同事刚改了其中的项目，请再看一遍", "A colleague has just changed some of them; look again")
  }
}
