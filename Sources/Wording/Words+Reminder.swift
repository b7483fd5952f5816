internal import Pipeline

extension Words {
  /// How far the digest of a day for one person has come.
  func reminder(_ reminder: Reminder) -> String {
    let (who, day, count) = (reminder.person, reminder.day, reminder.count)
    return switch reminder.step {
    case .begun:
      say(
        "提醒：开始把 \(day) 的 \(count) 项发给 \(who)",
        "Reminder: sending \(who) the \(count) items of \(day)")
    case .sent:
      say("提醒：\(day) 的 \(count) 项已发给 \(who)", "Reminder: sent \(who) the \(count) items of \(day)")
    case .failed:
      say(
        "提醒：\(day) 的 \(count) 项没能发给 \(who)",
        "Reminder: could not send \(who) the \(count) items of \(day)")
    }
  }
}
