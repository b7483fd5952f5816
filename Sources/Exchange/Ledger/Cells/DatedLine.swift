internal import Pipeline

/// A line that begins with a day: 2026-07-11 7月10日到访.
struct DatedLine {
  let day: Day?
  let text: String

  init(_ line: some StringProtocol) {
    let line = String(line).trimmingBlanks
    day = Day(line.prefix(10))
    text = day == nil ? line : String(line.dropFirst(10)).trimmingBlanks
  }

  func remark(today: Day) -> Intake.Remark {
    Intake.Remark(text: text, on: .day(day ?? today))
  }
}
