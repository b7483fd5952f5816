package import Pipeline

extension DateReading {
  /// Reads a date as people type it, in forms, on the command line and in files.
  ///
  /// 2026-11-22, 2026/11/22, 2026.11.22, 20261122, 2026年11月22日（周日）, 二〇二六年十一月二十二日, 22 Nov 2026,
  /// each with a time behind it, and of a time with a zone the bureau's day; less exactly 2026年11月,
  /// 11月中旬, 11月底, 2026年初, 上半年, 三季度, 2026年; 11月22日, 11-22, 11.22, 1122 and 25日, in the year or
  /// the month by the context; 今天 and its like; 周五, 上周五, 下周, 下月, +3d, 3天后, +1w; two of them joined
  /// by `..`, ~, 至, 到 or a dash; 不详. In files a number of a spreadsheet, and 无, a dash or 未开工 for
  /// no date. Digits may be full-width.
  ///
  /// - Complexity: O(length).
  package init(_ text: some StringProtocol, in context: DateContext) throws(TypedFault) {
    if let exact = BusinessDate(text) {
      self.init(date: exact)
    } else {
      do throws(DateGrammar.Fault) {
        self = try DateGrammar(context: context).read(TypedText.folded(text), as: String(text))
      } catch {
        throw TypedFault(text, error.problem)
      }
    }
    if !context.isTyped, context.tense == .happened { try endToday(text, context.today) }
  }

  /// A file's date of something that has happened is never after today; of a month or a time that is
  /// not over, as much as has come.
  private mutating func endToday(_ text: some StringProtocol, _ today: Day) throws(TypedFault) {
    guard let date, let first = date.earliest, let last = date.settled, last > today else { return }
    if first > today { throw TypedFault(text, .notYet(date, today: today)) }
    self.date = first == today ? .day(today) : .range(first, today)
  }

  /// The day of a reading: of a vaguer date its last day when it is due then, else none.
  ///
  /// - Parameter text: As it was typed, for the fault.
  package func day(of text: String, orLast isLast: Bool) throws(TypedFault) -> Day? {
    guard let date else { return nil }
    guard let day = date.exactDay ?? (isLast ? date.settled : nil) else {
      throw TypedFault(text, .notADay)
    }
    return day
  }
}
