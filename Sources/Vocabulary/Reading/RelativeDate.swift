internal import Pipeline

extension DateGrammar {
  /// A date told from today: 昨天, +3d, 周五, 下周, 上月, 今年3月, 本月底; nil when it is told otherwise.
  ///
  /// - Throws: ``TypedFault/Problem/relative`` in a file.
  func relative(_ text: Text) throws(Fault) -> DateReading? {
    guard let date = relativeDate(text) else { return nil }
    if !context.isTyped { throw Fault(.relative) }
    return DateReading(date: date, basis: .relative)
  }

  private func relativeDate(_ text: Text) -> BusinessDate? {
    let (word, today) = (String(text), context.today)
    if let offset = Self.words[word] ?? Self.offset(word) { return Self.day(today, offset) }
    if let date = weekday(word) { return date }
    if let week = Self.weeks[word] {
      let monday = 1 - today.weekday + 7 * week
      guard case .day(let first)? = Self.day(today, monday),
        case .day(let last)? = Self.day(today, monday + 6)
      else { return nil }
      return .range(first, last)
    }
    let (year, month, _) = today.civil
    for (name, step) in Self.years where word.hasPrefix(name) {
      let rest = word.dropFirst(name.count)
      return pattern("\(year + step)年" + rest)
    }
    for (name, step) in Self.months where word.hasPrefix(name) {
      let index = year * 12 + month - 1 + step
      return pattern("\(index / 12)年\(index % 12 + 1)月" + word.dropFirst(name.count))
    }
    return nil
  }

  private func pattern(_ text: String) -> BusinessDate? {
    let digits = ChineseNumerals.digits(Array(text.unicodeScalars)[...])
    return (try? DatePattern(digits, isTyped: true))?.date()
  }

  private static let words = [
    "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2, "大前天": -3,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
  ]
  private static let weeks = [
    "本周": 0, "这周": 0, "本星期": 0, "这个星期": 0, "this week": 0, "上周": -1, "上星期": -1, "上个星期": -1,
    "last week": -1, "下周": 1, "下星期": 1, "下个星期": 1, "next week": 1,
  ]
  private static let years = [("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("明年", 1), ("后年", 2)]
  private static let months = [
    ("本月", 0), ("这个月", 0), ("当月", 0), ("this month", 0), ("上个月", -1), ("上月", -1),
    ("last month", -1), ("下个月", 1), ("下月", 1), ("next month", 1),
  ]

  /// +3d, -2d, +1w, 3天后, 2周前: so many days on.
  private static func offset(_ text: String) -> Int? {
    var rest = text[...]
    let sign: Int
    if let first = rest.first, first == "+" || first == "-" {
      sign = first == "+" ? 1 : -1
      rest.removeFirst()
    } else if let last = rest.last, last == "后" || last == "前" {
      sign = last == "后" ? 1 : -1
      rest.removeLast()
    } else {
      return nil
    }
    let digits = rest.prefix { $0 >= "0" && $0 <= "9" }
    guard digits.utf8.count <= 5, let count = Int(digits) else { return nil }
    switch rest.dropFirst(digits.count) {
    case "", "d", "天", "日": return sign * count
    case "w", "周", "星期", "个星期": return sign * count * 7
    default: return nil
    }
  }

  /// 周五, which is of this week unless it is known to be past or to come; 下周三, 上周五, 本周一.
  private func weekday(_ text: String) -> BusinessDate? {
    var rest = text[...]
    var week: Int?
    for (prefix, shift) in [("上", -1), ("下", 1), ("本", 0), ("这", 0)] where rest.hasPrefix(prefix) {
      week = shift
      rest.removeFirst()
      break
    }
    if week != nil, rest.hasPrefix("个") { rest.removeFirst() }
    guard let number = Weekday.named(String(rest)) else { return nil }
    let offset = number - context.today.weekday
    if let week { return Self.day(context.today, offset + 7 * week) }
    switch context.tense {
    case .happened: return Self.day(context.today, offset > 0 ? offset - 7 : offset)
    case .due: return Self.day(context.today, offset < 0 ? offset + 7 : offset)
    case .either: return Self.day(context.today, offset)
    }
  }

  /// The day so many days on; nil beyond the calendar's range.
  private static func day(_ today: Day, _ offset: Int) -> BusinessDate? {
    let day = today.adding(offset).civil
    return Day(year: day.year, month: day.month, day: day.day).map(BusinessDate.day)
  }
}

/// The days of the week by name.
enum Weekday {
  /// 1 for Monday to 7 for Sunday; nil for what names none, folded.
  static func named(_ text: String) -> Int? {
    for stem in ["星期", "礼拜", "周"] where text.hasPrefix(stem) {
      guard let last = text.dropFirst(stem.count).first, text.count == stem.count + 1 else {
        return nil
      }
      if last == "天" { return 7 }
      return (chinese.firstIndex(of: last).map { $0 + 1 } ?? last.wholeNumberValue)
        .flatMap { (1...7).contains($0) ? $0 : nil }
    }
    return (short.firstIndex(of: text) ?? full.firstIndex(of: text)).map { $0 + 1 }
  }

  private static let chinese: [Character] = ["一", "二", "三", "四", "五", "六", "日"]
  private static let short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let full = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"].map {
    $0 + "day"
  }
}
