package import Insight
package import Pipeline
internal import SafeText
internal import Vocabulary

extension Period {
  /// Reads a period as people type it: 2023, 2023年, 2023Q3, 2023-07, 2023-07-01..2023-09-04, one
  /// day, and 本月, 本季, 今年, 去年 or their English; nil for anything else.
  package init?(spoken text: some StringProtocol, today: Day) {
    let text = FullWidth.folded(text).lowercased()
    let (year, month, _) = today.civil
    switch text {
    case "本月", "this month", "month": self.init(year: year, months: month...month)
    case "本季", "本季度", "this quarter", "quarter":
      let start = (month - 1) / 3 * 3 + 1
      self.init(year: year, months: start...start + 2)
    case "今年", "本年", "this year", "year": self.init(year: year, months: 1...12)
    case "去年", "last year": self.init(year: year - 1, months: 1...12)
    default:
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      if digits.count == 4, let year = Int(digits) {
        let rest = text.dropFirst(4)
        let quarters: [Substring: Int] = ["q1": 1, "q2": 2, "q3": 3, "q4": 4]
        if rest.isEmpty || rest == "年" {
          self.init(year: year, months: 1...12)
          return
        }
        if let quarter = quarters[rest.drop { $0 == "-" }] {
          self.init(year: year, months: (quarter * 3 - 2)...(quarter * 3))
          return
        }
      }
      if let joint = text.firstRange(of: ".."),
        let first = Period(spoken: text[..<joint.lowerBound], today: today),
        let last = Period(spoken: text[joint.upperBound...], today: today)
      {
        guard let from = first.from, let to = last.to, from <= to else { return nil }
        self.init(from: from, to: to)
        return
      }
      guard let date = BusinessDate(spoken: text, today: today), let first = date.earliest,
        let last = date.settled
      else { return nil }
      self.init(from: first, to: last)
    }
  }

  /// Whole months of one year; nil outside the calendar's range.
  package init?(year: Int, months: ClosedRange<Int>) {
    guard let first = Day(year: year, month: months.lowerBound, day: 1),
      let last = Day(
        year: year, month: months.upperBound,
        day: Day.length(ofMonth: months.upperBound, year: year))
    else { return nil }
    self.init(from: first, to: last)
  }
}

extension ComparisonSubject {
  /// Reads what is to be compared: two days (or one, and the day looked at), two periods, or two
  /// names of one breakdown; nil when it is none of these.
  ///
  /// - Parameters:
  ///   - words: The two in order; more words are tried as names with blanks in them.
  ///   - day: The day looked at.
  package init?(spoken words: [String], today: Day, on day: Day, in pipeline: Pipeline) {
    if words.count == 1, let first = Day(spoken: words[0], today: today) {
      self = .days(first, day)
      return
    }
    for split in words.indices.dropFirst() {
      let left = words[..<split].joined(separator: " ")
      let right = words[split...].joined(separator: " ")
      if let first = Day(spoken: left, today: today), let second = Day(spoken: right, today: today)
      {
        self = .days(first, second)
        return
      }
      if let first = Period(spoken: left, today: today),
        let second = Period(spoken: right, today: today)
      {
        self = .periods(first, second)
        return
      }
      if let groups = pipeline.groups(named: left, right) {
        self = groups
        return
      }
    }
    return nil
  }
}
