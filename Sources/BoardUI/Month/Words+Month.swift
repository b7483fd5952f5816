internal import Pipeline
internal import Wording

extension Words {
  func monthTitle(_ day: Day) -> String {
    let (year, month, _) = day.civil
    return say("\(year) 年 \(month) 月", "\(year)-\(month < 10 ? "0" : "")\(month)")
  }

  func monthHint(pages: String, open: String, shift: String) -> String {
    say(
      "方向键选日，\(pages) 换月，\(open) 看当天，\(shift) 或拖动改期",
      "arrows choose a day, \(pages) a month, \(open) opens it, \(shift) or dragging moves a step")
  }

  func nothingOnDay(_ day: Day) -> String {
    say("\(day) 没有到期的，也没有做过的", "Nothing is due and nothing was done on \(day)")
  }

  var noStepChosen: String {
    say("先选中一个下步打算（Enter 进入当天）", "Choose a next step first (Enter opens the day)")
  }

  func putOff(_ name: String, to day: Day) -> String {
    say(
      "\(name) 改到 \(day) \(weekday(day))，松开存盘", "\(name) to \(day) \(weekday(day)): release to save"
    )
  }

  func dayCounts(due: Int, done: Int) -> String {
    [
      due > 0 ? say("到期 \(due)", "\(due) due") : nil,
      done > 0 ? say("办 \(done)", "\(done) done") : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }
}
