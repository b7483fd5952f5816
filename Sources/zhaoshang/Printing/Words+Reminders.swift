internal import Pipeline
internal import SafeText
internal import Wording

// What is said of digests that are sent, or are not.
extension Words {
  var filterOnlyShows: String {
    say(
      "筛选只能用来看（加 --dry-run）：一人一天一份，发一部分，其余的就没人说了；要只发给某人用 --for",
      "a filter only shows (add --dry-run): a person gets one digest a day, and what a part leaves out nobody would be told; --for chooses whom to send to"
    )
  }

  var nothingToRemind: String { say("没有要提醒的", "There is nothing to remind of") }

  func reminded(_ person: String, _ count: Int) -> String {
    say("\(person)：\(count) 项，已发", "\(person): \(count), sent")
  }

  func reminderSentBefore(_ person: String) -> String {
    say("\(person)：今天已发过", "\(person): sent before today")
  }

  func reminderElsewhere(_ person: String) -> String {
    say("\(person)：正由别处发送", "\(person): is being sent from elsewhere")
  }

  func reminderCutOff(_ person: String, on day: Day) -> String {
    say(
      "\(person)：\(day) 的提醒发送中断，不知是否发出",
      "\(person): the digest of \(day) was cut off, and it is not known whether it went out")
  }

  func reminderUnknown(_ person: String) -> String {
    say(
      "\(person)：上次发送中断，不知是否发出，没有再发；要再发就加 --again --for=\(ShellWord.quoted(person))",
      "\(person): the last attempt was cut short and may have gone out; nothing was sent now (to send it again: --again --for=\(ShellWord.quoted(person)))"
    )
  }

  func notReminded(_ person: String, _ problem: String) -> String {
    say("\(person)：没有发出，\(problem)", "\(person): not sent, \(problem)")
  }

  func remindersFailed(_ failed: Int, of all: Int) -> String {
    say("\(all) 份提醒有 \(failed) 份没有发出", "\(failed) of \(all) reminders were not sent")
  }

  func noAddress(_ person: String, file: String) -> String {
    say(
      "\(person)：没有邮箱地址，请在 \(file) 的 [remind.mail] 写上 \"\(person)\" = \"…@…\"，或用 \"*\" 统一收",
      "\(person): no mail address; in \(file) under [remind.mail] write \"\(person)\" = \"…@…\", or \"*\" for all"
    )
  }

  func notAnAddress(_ text: String, at place: String) -> String {
    say("\(place)：“\(text)”不是邮箱地址", "\(place): “\(text)” is no mail address")
  }

  /// How a program of the bureau's ended, and the first line that it said.
  func programFailed(_ program: String, _ outcome: ChildProgram.Outcome) -> String {
    programEnded(program, outcome.ending) + (outcome.firstLine.map { say("：", ": ") + $0 } ?? "")
  }

  func programDone(_ program: String) -> String { say("\(program) 已结束", "\(program) has ended") }

  func programEnded(_ program: String, _ ending: ChildProgram.Ending) -> String {
    switch ending {
    case .late: say("\(program) 超时，已终止", "\(program) took too long and was ended")
    case .notStarted(let errno):
      say("\(program) 无法运行：", "\(program) cannot be run: ") + system(errno)
    case .signalled(let number):
      say("\(program) 被信号 \(number) 终止", "\(program) was ended by signal \(number)")
    case .exited(126), .exited(127): say("\(program) 无法运行", "\(program) cannot be run")
    case .exited(let status): say("\(program) 以 \(status) 退出", "\(program) ended with \(status)")
    }
  }
}
