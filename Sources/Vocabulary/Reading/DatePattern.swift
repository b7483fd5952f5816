internal import Pipeline

/// A date as it is written, with what it leaves out: 11月中旬 has no year, 25日 no month either.
struct DatePattern {
  /// Which days of a month or a year.
  enum Span {
    case day(Int)
    /// The days of a month between two; the last is at most the month's.
    case days(ClosedRange<Int>)
    case wholeMonth
    /// The months of a year between two.
    case months(ClosedRange<Int>)
  }

  var year: Int?
  var month: Int?
  var span: Span

  /// Whether it is of a year, not of a month of it.
  var isOfYear: Bool { if case .months = span { true } else { false } }

  /// The same in a year and a month, where it has none.
  func `in`(year: Int, month: Int?) -> DatePattern {
    var pattern = self
    pattern.year = self.year ?? year
    pattern.month = self.month ?? month
    return pattern
  }

  /// The date; nil when the calendar has no such day, or something is left out.
  func date() -> BusinessDate? {
    guard let year else { return nil }
    switch span {
    case .day(let day):
      return month.flatMap { Day(year: year, month: $0, day: day) }.map(BusinessDate.day)
    case .days(let days):
      guard let month, (1...12).contains(month) else { return nil }
      let last = min(days.upperBound, Day.length(ofMonth: month, year: year))
      guard let first = Day(year: year, month: month, day: days.lowerBound),
        let end = Day(year: year, month: month, day: last)
      else { return nil }
      return .range(first, end)
    case .wholeMonth:
      guard let month, Day(year: year, month: month, day: 1) != nil else { return nil }
      return .month(year: year, month: month)
    case .months(let months):
      guard let first = Day(year: year, month: months.lowerBound, day: 1),
        let last = Day(
          year: year, month: months.upperBound,
          day: Day.length(ofMonth: months.upperBound, year: year))
      else { return nil }
      return .range(first, last)
    }
  }

  /// Whether some year and month have such a day.
  var isPossible: Bool { self.in(year: 2024, month: 1).date() != nil }
}

extension DatePattern {
  /// Reads a text without blanks around it, whose Chinese numerals are digits already; nil when it has
  /// no form of a date.
  ///
  /// - Parameter isTyped: Whether 1225 may be a day, which a cell never means.
  init?(_ text: ArraySlice<Unicode.Scalar>, isTyped: Bool) throws(DateGrammar.Fault) {
    if let words = DatePattern(words: text) {
      self = words
    } else if let digits = try DatePattern(digits: text, isTyped: isTyped) {
      self = digits
    } else if let parts = try DatePattern(parts: text) {
      self = parts
    } else if let english = DatePattern(english: text) {
      self = english
    } else {
      return nil
    }
  }

  /// 2026年11月22日, 11月中旬, 25号, 2026年初, 上半年, 三季度.
  private init?(words text: ArraySlice<Unicode.Scalar>) {
    var text = text.filter { !$0.properties.isWhitespace }[...]
    guard text.contains(where: { "年月日号旬季初底末".unicodeScalars.contains($0) }) else { return nil }
    var year: Int?
    var month: Int?
    if let number = Self.number(&text, before: ["年度", "年"]) {
      guard let full = Self.year(number) else { return nil }
      year = full
    }
    if let span = Self.partOfYear(text) {
      self.init(year: year, month: nil, span: span)
      return
    }
    if let number = Self.number(&text, before: ["月份", "月"]) { month = number.value }
    if text.isEmpty {
      if month != nil {
        self.init(year: year, month: month, span: .wholeMonth)
      } else if year != nil {
        self.init(year: year, month: nil, span: .months(1...12))
      } else {
        return nil
      }
      return
    }
    if year != nil, month == nil { return nil }
    if let days = Self.partOfMonth(text, isAfterMonth: month != nil) {
      self.init(year: year, month: month, span: .days(days))
      return
    }
    var end = text
    guard
      let day = Self.number(&end, before: ["日", "号"])
        ?? (month == nil ? nil : Self.number(&end, before: [""])),
      end.isEmpty
    else { return nil }
    self.init(year: year, month: month, span: .day(day.value))
  }

  private static func partOfMonth(_ text: ArraySlice<Unicode.Scalar>, isAfterMonth: Bool)
    -> ClosedRange<Int>?
  {
    switch (isAfterMonth ? "月" : "") + String(text) {
    case "月初", "上旬", "月上旬": 1...10
    case "月中", "中旬", "月中旬": 11...20
    case "月底", "月末", "下旬", "月下旬": 21...31
    case "上半月", "月上半月": 1...15
    case "下半月", "月下半月": 16...31
    default: nil
    }
  }

  private static func partOfYear(_ text: ArraySlice<Unicode.Scalar>) -> Span? {
    switch String(text) {
    case "初", "年初": .months(1...3)
    case "中", "年中": .months(6...7)
    case "底", "末", "年底", "年末": .months(11...12)
    case "上半年": .months(1...6)
    case "下半年": .months(7...12)
    case "1季度", "第1季度", "q1": .months(1...3)
    case "2季度", "第2季度", "q2": .months(4...6)
    case "3季度", "第3季度", "q3": .months(7...9)
    case "4季度", "第4季度", "q4": .months(10...12)
    default: nil
    }
  }

  /// 20261122, 202611, 1122.
  private init?(digits text: ArraySlice<Unicode.Scalar>, isTyped: Bool)
    throws(DateGrammar.Fault)
  {
    guard text.allSatisfy(TypedText.isDigit), let number = Int(String(text)) else { return nil }
    switch text.count {
    case 8:
      self.init(
        year: number / 10_000, month: number / 100 % 100, span: .day(number % 100))
    case 6:
      let month = DatePattern(year: number / 100, month: number % 100, span: .wholeMonth)
      let day = DatePattern(
        year: 2000 + number / 10_000, month: number / 100 % 100, span: .day(number % 100))
      switch (month.date(), day.date()) {
      case (_?, nil): self = month
      case (nil, let .day(day)?):
        self.init(year: day.civil.year, month: day.civil.month, span: .day(day.civil.day))
      case (let .month(year, number)?, let .day(day)?):
        throw .init(.eitherDay(Day(year: year, month: number, day: 1) ?? day, day))
      default: return nil
      }
    case 4 where isTyped:
      self.init(year: nil, month: number / 100, span: .day(number % 100))
      // 2026 is a year, and no day.
      if !isPossible { return nil }
    default: return nil
    }
  }

  /// 2026-11-22, 2026/11, 11.22, 26.11.22, 7/19/2023.
  private init?(parts text: ArraySlice<Unicode.Scalar>) throws(DateGrammar.Fault) {
    guard let sign = text.first(where: { !TypedText.isDigit($0) }),
      "-/.".unicodeScalars.contains(sign)
    else { return nil }
    let pieces = text.split(omittingEmptySubsequences: false) { "-/.".unicodeScalars.contains($0) }
    var parts: [Number] = []
    for piece in pieces {
      guard let number = Number(DateGrammar.trimmed(piece)) else { return nil }
      parts.append(number)
    }
    switch parts.count {
    case 3 where parts[0].digits == 4:
      self.init(year: parts[0].value, month: parts[1].value, span: .day(parts[2].value))
    case 3: try self.init(shortYear: parts, isSlashed: sign == "/")
    case 2 where parts[0].digits == 4:
      guard parts[0].value >= 1900 else { return nil }
      self.init(year: parts[0].value, month: parts[1].value, span: .wholeMonth)
    case 2 where parts.allSatisfy { $0.digits <= 2 }:
      // 3-40 is no date; 2-30 is one that does not exist.
      guard (1...12).contains(parts[0].value), (1...31).contains(parts[1].value) else { return nil }
      self.init(year: nil, month: parts[0].value, span: .day(parts[1].value))
    default: return nil
    }
  }

  /// 26.11.22, 7/19/23, 19.7.2023: the one order that the calendar has; two make a question.
  private init?(shortYear parts: [Number], isSlashed: Bool) throws(DateGrammar.Fault) {
    guard parts.dropLast().allSatisfy({ $0.digits <= 2 }) else { return nil }
    var orders: [DatePattern] = []
    if parts[2].digits <= 2, parts[0].digits == 2 {
      orders.append(
        DatePattern(year: 2000 + parts[0].value, month: parts[1].value, span: .day(parts[2].value)))
    }
    if let year = Self.year(parts[2]), isSlashed || parts[2].digits == 4 {
      orders.append(
        DatePattern(year: year, month: parts[0].value, span: .day(parts[1].value)))
      if parts[2].digits == 4 {
        orders.append(
          DatePattern(year: year, month: parts[1].value, span: .day(parts[0].value)))
      }
    }
    let days = orders.compactMap { $0.date()?.exactDay }
    guard let first = days.first else { return nil }
    if let other = days.first(where: { $0 != first }) { throw .init(.eitherDay(first, other)) }
    self.init(year: first.civil.year, month: first.civil.month, span: .day(first.civil.day))
  }

  /// 22 Nov 2026, Nov 22, 2026, 12/Mar/26, November 2026.
  private init?(english text: ArraySlice<Unicode.Scalar>) {
    let parts = text.split { $0.properties.isWhitespace || ",/-.".unicodeScalars.contains($0) }
    guard (2...3).contains(parts.count),
      let place = parts.firstIndex(where: { Self.month(named: $0) != nil }),
      let month = Self.month(named: parts[place])
    else { return nil }
    var numbers: [Number] = []
    for (index, part) in parts.enumerated() where index != place {
      guard let number = Number(part) else { return nil }
      numbers.append(number)
    }
    if numbers.count == 1, numbers[0].digits == 4 {
      self.init(year: numbers[0].value, month: month, span: .wholeMonth)
    } else if numbers.count == 1, numbers[0].digits <= 2 {
      self.init(year: nil, month: month, span: .day(numbers[0].value))
    } else if place < 2, numbers.count == 2, let year = Self.year(numbers[1]),
      numbers[0].digits <= 2
    {
      self.init(year: year, month: month, span: .day(numbers[0].value))
    } else {
      return nil
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(named text: ArraySlice<Unicode.Scalar>) -> Int? {
    let name = String(text)
    guard name.utf8.count >= 3 else { return nil }
    return months.firstIndex {
      $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }
}

extension DatePattern {
  /// A number as it is written.
  fileprivate struct Number {
    let value: Int
    let digits: Int

    init?(_ text: ArraySlice<Unicode.Scalar>) {
      guard (1...4).contains(text.count), text.allSatisfy(TypedText.isDigit),
        let value = Int(String(text))
      else { return nil }
      self.value = value
      digits = text.count
    }
  }

  /// The year of a number of four digits, or of two, which are of this century.
  fileprivate static func year(_ number: Number) -> Int? {
    switch number.digits {
    case 4: number.value
    case 2: 2000 + number.value
    default: nil
    }
  }

  /// Takes a number and the word behind it off the front of a text.
  fileprivate static func number(_ text: inout ArraySlice<Unicode.Scalar>, before words: [String])
    -> Number?
  {
    let digits = text.prefix(while: TypedText.isDigit)
    let rest = text.dropFirst(digits.count)
    guard let number = Number(digits),
      let word = words.first(where: { rest.starts(with: $0.unicodeScalars) })
    else { return nil }
    text = rest.dropFirst(word.unicodeScalars.count)
    return number
  }
}
