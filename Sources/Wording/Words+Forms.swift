package import Pipeline

// What forms say around the fields.
extension Words {
  /// What a form has folded away.
  ///
  /// - Parameter key: The key that shows it.
  package func folded(_ names: [String], key: String) -> String {
    say("\(key) 更多：", "\(key) more: ") + names.joined(separator: say("、", ", "))
  }

  package var newProjectTitle: String { say("新建项目", "New project") }
  package func moveTitle(_ name: String, from origin: Stage, to stage: Stage) -> String {
    let way = "\(self.stage(origin)) -> \(self.stage(stage))"
    return say("移动 \(name): \(way)", "Move \(name): \(way)")
  }
  package func moveLacks(_ stage: Stage, _ missing: [String]) -> String {
    say(
      "进入「\(self.stage(stage))」: \(points(missing))",
      "Entering \(self.stage(stage)): \(points(missing))")
  }
  /// - Parameter cancel: The key that closes the form.
  package func moveExplains(cancel: String) -> String {
    say(
      "补填，或写明原因后保存；\(cancel) 取消，卡片不动。",
      "Fill in what is missing or give a reason; \(cancel) leaves the card where it is.")
  }
  package var moveCancelled: String { say("没有移动，卡片还在原处", "Not moved; the card stays where it was") }
  package var draftKept: String {
    say("没有保存；写的内容还在，再打开可接着写", "Not saved; what you typed is kept for the next time")
  }
  package func draftsFound(_ count: Int) -> String {
    say(
      "上次有 \(count) 份没写完的表单，再打开同一张表就能接着写",
      "\(count) unfinished forms were kept; open the same form to go on")
  }
  package func saveButton(_ key: String) -> String { say("保存 \(key)", "Save \(key)") }
  package func cancelButton(_ key: String) -> String { say("取消 \(key)", "Cancel \(key)") }

  package var chooseHint: String { say("<- -> 选择", "<- -> choose") }
  package var suggestionHint: String { say("拼音选已有", "letters pick") }
  package var dateHint: String { say("如 2023-07-19 +3d 周五", "2023-07-19 +3d Fri") }
  package var amountHint: String { say("如 1.6亿 3000万 未披露", "1.6亿 3000万 undisclosed") }

  /// What a line is taken for: -> 2025-12-28 周日.
  package func takenFor(_ value: String) -> String { "-> " + value }

  package var emptyFault: String { say("必填", "needed") }
  package var dateFault: String { say("没有这个日期", "no such date") }
  package var endFault: String { say("早于开始日期", "before it began") }
  package var amountFault: String { say("不是金额，如 1.6亿", "not an amount, as 1.6亿") }
  package var numberFault: String { say("要 1 到 9999 的数", "a number from 1 to 9999") }
  package var choiceFault: String { say("不在可选项里", "not one of the choices") }
}
