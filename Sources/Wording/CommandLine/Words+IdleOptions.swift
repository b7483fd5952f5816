package import Pipeline

// Options that would be taken and not used, and files whose name and format do not agree.
extension Words {
  /// An option that changes nothing where it was given, and where it does.
  package func optionIsIdle(_ option: String, in call: String, useful: [String]) -> String {
    let list = useful.joined(separator: language == .zh ? "、" : ", ")
    return say(
      "\(option) 对 \(call) 不起作用，它用于：\(list)",
      "\(option) changes nothing in \(call); it is for \(list)")
  }

  /// A reading that knows today only.
  package func hasNoPast(_ command: String) -> String {
    say(
      "\(command) 的内容没有日期，只能看今天的，请去掉 --as-of",
      "What \(command) shows has no dates and is today's only; leave --as-of out")
  }

  /// A number that is too small to mean anything.
  package func tooFew(_ option: String, _ least: Int) -> String {
    say("\(option) 至少是 \(least)", "\(option) is at least \(least)")
  }

  package func startsLater(_ start: Day, than day: Day) -> String {
    say(
      "开始日期 \(start) 在 \(day) 之后，那时的事还没有发生",
      "The start \(start) is after \(day); nothing of that time has happened yet")
  }

  /// A week that is longer than a week.
  package func tooLong(_ report: String, from first: Day, to last: Day, most days: Int) -> String {
    let count = last.days(since: first) + 1
    return say(
      "report \(report) 最多 \(days) 天，\(first) 至 \(last) 有 \(count) 天；更长的时间可用 report leader 或 report path",
      "report \(report) covers at most \(days) days, and \(first) to \(last) are \(count); for longer times there are report leader and report path"
    )
  }

  /// A name that says another format than the option.
  package func endingDisagrees(_ path: String, format: String) -> String {
    say(
      "「\(path)」的结尾与 --format \(format) 不符，请改其中一个",
      "“\(path)” ends in another format than --format \(format); change one of them")
  }

  /// A file that is another thing than was said.
  package func contentDisagrees(_ path: String, is found: String, not asked: String) -> String {
    say(
      "\(path)：内容是 \(found)，不是 \(asked)",
      "\(path): this is \(found) inside, not \(asked)")
  }
}
