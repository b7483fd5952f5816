internal import Pipeline

/// The grammar of dates: what stands around a date, and which of its forms it has.
struct DateGrammar {
  typealias Text = ArraySlice<Unicode.Scalar>

  let context: DateContext

  struct Fault: Error {
    let problem: TypedFault.Problem
    init(_ problem: TypedFault.Problem) { self.problem = problem }
  }

  /// - Parameters:
  ///   - folded: The text by ``TypedText/folded(_:)``.
  ///   - words: The text as it was typed.
  func read(_ folded: [Unicode.Scalar], as words: String) throws(Fault) -> DateReading {
    if TypedText.isBlank(folded) {
      // A line of a form that is to be empty is left empty.
      if folded.isEmpty, context.isTyped { throw Fault(.notADate) }
      return DateReading(date: nil)
    }
    let whole = String(folded)
    if Self.unknown.contains(whole) { return DateReading(date: .unknown) }
    if !context.isTyped, Self.isNotYet(whole) { return DateReading(date: nil, words: words) }
    if let day = try serial(folded) { return day }
    var text = folded[...]
    let weekday = takeWeekday(&text)
    text = ChineseNumerals.digits(text)
    let time = TimeOfDay.take(&text)
    var reading = try reading(text)
    if let time, let day = reading.date?.exactDay {
      guard let shifted = time.day(on: day, zone: context.zone) else { throw Fault(.notADate) }
      if time.zone != nil { reading = DateReading(date: .day(shifted), basis: .zone) }
    } else if time != nil {
      throw Fault(.notADate)
    }
    if let weekday, let day = reading.date?.exactDay, day.weekday != weekday {
      throw Fault(.weekdayDiffers(day))
    }
    return reading
  }

  private static let unknown: Set = ["unknown", "不详", "日期不详", "未知", "不明", "不清楚", "no date"]

  /// 未开工, 未签约, 待定: what a table says of a day that is not there yet.
  private static func isNotYet(_ text: String) -> Bool {
    ["未", "尚未", "暂未", "待"].contains { text.hasPrefix($0) }
      && !text.unicodeScalars.contains(where: TypedText.isDigit)
  }

  // MARK: Around a date

  /// Excel's number for a day, whose fraction is a time of day.
  private func serial(_ text: [Unicode.Scalar]) throws(Fault) -> DateReading? {
    let whole = text.prefix(while: TypedText.isDigit)
    let fraction = text.dropFirst(whole.count)
    guard whole.count == 5, let number = Int(String(whole)),
      fraction.isEmpty
        || fraction.first == "." && fraction.dropFirst().allSatisfy(TypedText.isDigit)
    else { return nil }
    switch context.place {
    case .typed:
      if let day = SerialDays.from1900.day(number) { throw Fault(.serial(day)) }
      return nil
    case .file(_, nil):
      if let day = SerialDays.from1900.day(number) { throw Fault(.serial(day)) }
      return nil
    case .file(_, let serials?):
      guard let day = serials.day(number) else { throw Fault(.notADate) }
      return DateReading(date: .day(day), basis: .serial)
    }
  }

  /// Takes a weekday behind a date, in brackets or not, off a text: 2023年7月19日（周三）.
  private func takeWeekday(_ text: inout Text) -> Int? {
    for place in text.indices.dropFirst().reversed() where text.endIndex - place <= 11 {
      var name = text[place...]
      if name.first == "(", name.last == ")" { name = name.dropFirst().dropLast() }
      guard let weekday = Weekday.named(String(name)) else { continue }
      var rest = Self.trimmed(text[..<place])
      if rest.last == "," { rest.removeLast() }
      guard let last = rest.last, TypedText.isDigit(last) || last == "日" || last == "号" else {
        return nil
      }
      text = rest
      return weekday
    }
    return nil
  }

  // MARK: The forms

  private func reading(_ text: Text) throws(Fault) -> DateReading {
    if let exact = BusinessDate(String(text)) { return DateReading(date: exact) }
    if let relative = try relative(text) { return relative }
    if let pattern = try DatePattern(text, isTyped: context.isTyped) {
      return try complete(pattern, context.tense, near: context.today)
    }
    if let range = try range(text) { return range }
    // A deadline: 6月底前.
    if context.tense != .happened,
      let word = Self.before.first(where: { text.ends(with: $0) && text.count > $0.count })
    {
      return try reading(Self.trimmed(text.dropLast(word.count)))
    }
    throw Fault(.notADate)
  }

  private static let before = ["之前", "以前", "前"].map { Array($0.unicodeScalars) }

  /// Two dates with a joint between them; the second may leave out what the first tells.
  private func range(_ text: Text) throws(Fault) -> DateReading? {
    for joint in Self.joints {
      guard
        let place = text.indices.dropFirst().first(where: { text[$0...].starts(with: joint) })
      else { continue }
      let (left, right) = (
        Self.trimmed(text[..<place]), Self.trimmed(text[place...].dropFirst(joint.count))
      )
      let start: DateReading
      if let relative = try relative(left) {
        start = relative
      } else if let pattern = try DatePattern(left, isTyped: context.isTyped) {
        start = try complete(pattern, context.tense, near: context.today)
      } else {
        continue
      }
      guard let first = start.date?.earliest, let last = try end(right, after: first)?.settled,
        first <= last
      else { continue }
      return DateReading(
        date: first == last ? .day(first) : .range(first, last), basis: start.basis)
    }
    return nil
  }

  private func end(_ text: Text, after first: Day) throws(Fault) -> BusinessDate? {
    if let relative = try relative(text) { return relative.date }
    guard let pattern = try DatePattern(text, isTyped: context.isTyped) else { return nil }
    if pattern.year != nil { return pattern.date() }
    // The first such day that is not before the start.
    let (year, month, _) = first.civil
    let candidates =
      pattern.month == nil && !pattern.isOfYear
      ? (0...2).map {
        pattern.in(year: year + (month + $0 - 1) / 12, month: (month + $0 - 1) % 12 + 1)
      }
      : (0...1).map { pattern.in(year: year + $0, month: nil) }
    return candidates.compactMap { $0.date() }.first { ($0.settled ?? first) >= first }
  }

  private static let joints = ["..", "~", "至", "到", "—", "–", "-"].map { Array($0.unicodeScalars) }

  static func trimmed(_ text: Text) -> Text {
    var text = text
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return text
  }

  // MARK: What a pattern leaves out

  private func complete(_ pattern: DatePattern, _ tense: DateContext.Tense, near: Day)
    throws(Fault) -> DateReading
  {
    if pattern.year != nil {
      guard let date = pattern.date() else { throw Fault(.noSuchDay) }
      return DateReading(date: date)
    }
    if case .file(let year, _) = context.place {
      guard let year, pattern.month != nil || pattern.isOfYear else {
        throw Fault(pattern.isPossible ? .yearMissing : .noSuchDay)
      }
      guard let date = pattern.in(year: year, month: nil).date() else { throw Fault(.noSuchDay) }
      if tense == .happened, let earliest = date.earliest, earliest > context.today {
        throw Fault(.notYet(date, today: context.today))
      }
      return DateReading(date: date, basis: .sheet)
    }
    guard let date = nearest(pattern, tense, near) else { throw Fault(.noSuchDay) }
    return DateReading(date: date, basis: .nearest)
  }

  /// The date of a pattern without year, or without month, that is nearest by what it is of.
  private func nearest(_ pattern: DatePattern, _ tense: DateContext.Tense, _ near: Day)
    -> BusinessDate?
  {
    let (year, month, _) = near.civil
    let candidates: [BusinessDate]
    if pattern.month != nil || pattern.isOfYear {
      candidates = (year - 1...year + 1).compactMap { pattern.in(year: $0, month: nil).date() }
    } else {
      // A month without a 31st has one beside it that has.
      candidates = (-2...2).compactMap { step in
        let index = year * 12 + month - 1 + step
        return pattern.in(year: index / 12, month: index % 12 + 1).date()
      }
    }
    func distance(_ date: BusinessDate) -> Int {
      date.earliest.map { abs($0.days(since: near)) } ?? .max
    }
    let fitting = candidates.filter { date in
      switch tense {
      case .happened: date.earliest.map { $0 <= near } ?? false
      case .due: date.settled.map { $0 >= near } ?? false
      case .either: true
      }
    }
    return fitting.min { distance($0) < distance($1) }
  }
}
