internal import Pipeline
internal import Wording

// Calendar, events and hooks: what is said of what goes out.
extension Words {
  func calendarWritten(_ path: String, _ count: Int) -> String {
    say("已写入 \(path)：\(count) 项", "Wrote \(path): \(count) entries")
  }

  func published(_ path: String, _ count: Int) -> String {
    say("已写入 \(path)：\(count) 个网页", "Wrote \(count) pages into \(path)")
  }

  func pagesAreBeingWritten(_ path: String) -> String {
    say("另一个 publish 正在写 \(path)", "another publish is writing \(path)")
  }

  func pagesLeaveOut(_ path: String, _ fields: [String]) -> String {
    let list = fields.joined(separator: ",")
    return say(
      "\(path) 的网页以前不放 \(list)：加 --without \(list)，或换一个目录",
      "the pages in \(path) leave out \(list): add --without \(list), or take another folder")
  }

  func filterOnHidden(_ fields: String) -> String {
    say(
      "筛选用到了 --without \(fields) 不放上网页的内容：两个去掉一个",
      "the filter asks for what --without \(fields) leaves out: take one of them away")
  }

  func pagesStay(_ why: String) -> String {
    say("\(why)。网页先不动", "\(why). The pages stay as they are")
  }

  func notAPageFolder(_ path: String) -> String {
    say(
      "\(path) 里有别的东西：网页只写进空目录，或以前由 publish 写的目录",
      "\(path) holds something else: pages go into an empty folder, or one that publish wrote before"
    )
  }

  func watchBeyond(_ asked: SequenceNumber, last: SequenceNumber) -> String {
    say("还没有第 \(asked) 条：最后一条是 \(last)", "There is no change \(asked) yet: the last is \(last)")
  }

  func hookFailed(_ program: String, _ ending: ChildProgram.Ending) -> String {
    say("钩子 ", "the hook ") + programEnded(program, ending)
  }

  var hookSaysNo: String { say("本单位的规则不同意", "The bureau's own rule refuses") }
  var noHooks: String {
    say("没有设置钩子：见配置的 [hooks]", "No hooks are set: see [hooks] of the configuration")
  }
  var hooksBusy: String { say("另一个进程正在送出", "Another process is delivering") }

  func hookPlaceUnreadable(_ path: String) -> String {
    say(
      "\(path) 读不出，不知送到了哪一条：用 zhaoshang hooks deliver --after N 从第 N 条之后接着送",
      "\(path) cannot be read, and it is not known how far the hook has heard: zhaoshang hooks deliver --after N goes on behind N"
    )
  }

  func hookLags(behind last: SequenceNumber) -> String {
    say(
      "钩子还没有收到第 \(last) 条以后的变更：zhaoshang hooks deliver 再送，并说明原因",
      "the hook has not heard of what is behind change \(last): zhaoshang hooks deliver tells it again, and why"
    )
  }

  func hookAnswersItself(_ program: String, _ times: Int) -> String {
    say(
      "钩子 \(program) 一再记录，又一再听到自己的记录：连续 \(times) 次后停下，其余的下一次变更时再送",
      "the hook \(program) records and hears of its own records again: stopped after \(times) times in a row, the rest comes with the next change"
    )
  }

  func hookDelivered(_ delivered: SequenceNumber?, of last: SequenceNumber) -> String {
    guard let delivered else { return say("还没有送出过", "Nothing was delivered yet") }
    return delivered < last
      ? say(
        "送到第 \(delivered) 条，还有 \(last.number - delivered.number) 条",
        "Delivered up to \(delivered), \(last.number - delivered.number) to go")
      : say("已送到第 \(last) 条", "Delivered up to \(last)")
  }
}
