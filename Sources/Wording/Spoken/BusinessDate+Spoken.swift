package import Pipeline
internal import SafeText

extension BusinessDate {
  /// Reads a date as people type it.
  ///
  /// The exact forms of ``init(_:)``; 2026年11月22日, 2026/11/22, 2026年11月; 11月22日, 11-22 and 11月,
  /// in the year that brings them closest to `today`; 今天 and its like; 周五 (of this week, which
  /// begins on Monday), 上周五, 下周五; +3d, -2d, 3天后, +1w; two days joined by `..`, ~, 至 or 到;
  /// 不详. Digits may be full-width.
  ///
  /// Nil for anything else, and for a date that does not exist.
  package init?(spoken: some StringProtocol, today: Day) {
    let text = SpokenDate.tidy(spoken)
    if let exact = BusinessDate(text) {
      self = exact
    } else if SpokenDate.unknownWords.contains(text) {
      self = .unknown
    } else if let day = SpokenDate.day(text, today: today, near: today) {
      self = .day(day)
    } else if let month = SpokenDate.month(text, near: today) {
      self = month
    } else if let (first, last) = SpokenDate.range(text, today: today) {
      self = first == last ? .day(first) : .range(first, last)
    } else {
      return nil
    }
  }
}

extension Day {
  /// Reads one day as people type it; see ``BusinessDate/init(spoken:today:)``.
  package init?(spoken: some StringProtocol, today: Day) {
    guard let day = BusinessDate(spoken: spoken, today: today)?.exactDay else { return nil }
    self = day
  }
}

extension String {
  /// Whether more than two digits follow each other.
  fileprivate var hasLongNumber: Bool {
    split { !($0.isASCII && $0.isNumber) }.contains { $0.utf8.count > 2 }
  }
}

/// The grammar of typed dates.
private enum SpokenDate {
  static let unknownWords: Set = ["unknown", "不详", "日期不详", "未知", "不明", "不清楚", "no date"]

  private static let relativeWords = [
    "今天": 0, "今日": 0, "today": 0, "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
  ]

  static func tidy(_ spoken: some StringProtocol) -> String {
    var text = FullWidth.folded(spoken).lowercased()[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// - Parameter near: The day that a date without a year is closest to.
  static func day(_ text: String, today: Day, near: Day) -> Day? {
    if let offset = relativeWords[text] ?? offset(text) { return inRange(today, offset) }
    if let offset = weekday(text, today) { return inRange(today, offset) }
    return calendarDay(text, near: near)
  }

  static func range(_ text: String, today: Day) -> (Day, Day)? {
    for joint in ["..", "~", "至", "到"] {
      let sides = split(text, by: joint)
      guard sides.count == 2, let first = day(sides[0], today: today, near: today),
        let last = day(sides[1], today: today, near: first), first <= last
      else { continue }
      return (first, last)
    }
    return nil
  }

  /// 2026年11月, 2026/11, 11月.
  static func month(_ text: String, near: Day) -> BusinessDate? {
    let numbers: [Int]?
    if text.hasSuffix("月") || text.hasSuffix("月份") {
      numbers = self.numbers(text, separators: "年月份")
    } else {
      numbers = self.numbers(text, separators: "-/.")
      if (numbers?.first ?? 0) < 1900 { return nil }
    }
    switch numbers ?? [] {
    case let parts where parts.count == 2: return monthOf(year: parts[0], parts[1])
    case let parts where parts.count == 1 && text.contains("月"):
      let year = near.civil.year
      return (year - 1...year + 1).compactMap { monthOf(year: $0, parts[0]) }
        .min { distance($0.earliest, near) < distance($1.earliest, near) }
    default: return nil
    }
  }

  private static func monthOf(year: Int, _ month: Int) -> BusinessDate? {
    Day(year: year, month: month, day: 1) == nil ? nil : .month(year: year, month: month)
  }

  private static func distance(_ day: Day?, _ other: Day) -> Int {
    day.map { abs($0.days(since: other)) } ?? .max
  }

  /// 2026-11-22, 2026/1/5, 2026年11月22日, 20261122, 11-22, 11月22号.
  private static func calendarDay(_ text: String, near: Day) -> Day? {
    if text.utf8.count == 8, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int(text)
    {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let isChinese = text.contains("月")
    if isChinese && text.hasSuffix("月") { return nil }
    guard let parts = numbers(text, separators: isChinese ? "年月日号" : "-/.") else { return nil }
    switch parts.count {
    case 3: return Day(year: parts[0], month: parts[1], day: parts[2])
    // 0001-01 is no day of this year: neither a month nor a day has four digits.
    case 2 where !parts.contains { $0 > 31 } && !text.hasLongNumber:
      let year = near.civil.year
      // The nearest year; the past one when both are as near.
      return (year - 1...year + 1).compactMap { Day(year: $0, month: parts[0], day: parts[1]) }
        .min { distance($0, near) < distance($1, near) }
    default: return nil
    }
  }

  /// +3d, -2d, +1w, 3天后, 2周前.
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
    case "w", "周", "星期": return sign * count * 7
    default: return nil
    }
  }

  /// Days from today to 周五, 下周三, 星期日, fri.
  private static func weekday(_ text: String, _ today: Day) -> Int? {
    var rest = text[...]
    var weeks = 0
    for (prefix, shift) in [("上", -1), ("下", 1), ("本", 0), ("这", 0)] where rest.hasPrefix(prefix) {
      weeks = shift
      rest.removeFirst()
      break
    }
    let stems = ["星期", "礼拜", "周"]
    let number: Int?
    if let stem = stems.first(where: { rest.hasPrefix($0) }) {
      let names: [Character] = ["一", "二", "三", "四", "五", "六", "日"]
      let name = rest.dropFirst(stem.count)
      guard name.count == 1, let last = name.last else { return nil }
      number = last == "天" ? 7 : names.firstIndex(of: last).map { $0 + 1 } ?? last.wholeNumberValue
    } else {
      let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      let full = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"].map { $0 + "day" }
      let name = String(rest)
      number = (names.firstIndex(of: name) ?? full.firstIndex(of: name)).map { $0 + 1 }
    }
    guard let number, (1...7).contains(number) else { return nil }
    return number - today.weekday + 7 * weeks
  }

  private static func inRange(_ today: Day, _ offset: Int) -> Day? {
    let day = today.adding(offset)
    return Day(year: day.civil.year, month: day.civil.month, day: day.civil.day)
  }

  /// The numbers between separators; nil when anything else is met.
  private static func numbers(_ text: String, separators: String) -> [Int]? {
    var numbers: [Int] = []
    let pieces = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    for (index, piece) in pieces.enumerated() {
      if piece.isEmpty, index == pieces.count - 1, index > 0, separators.contains("月") { continue }
      if piece.isEmpty, index >= pieces.count - 2, text.hasSuffix("月份") { continue }
      guard piece.utf8.count <= 4, piece.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let number = Int(piece)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func split(_ text: String, by joint: String) -> [String] {
    guard let place = text.indices.first(where: { text[$0...].hasPrefix(joint) }) else { return [] }
    return [tidy(text[..<place]), tidy(text[place...].dropFirst(joint.count))]
  }
}
