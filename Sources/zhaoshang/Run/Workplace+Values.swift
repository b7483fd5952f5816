internal import Insight
internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

// What is typed for a value, read in one way by all subcommands.
extension Workplace {
  /// A day that something is due on: of a vaguer date the last, of one without a year the next.
  func day(_ text: String, _ tense: DateContext.Tense = .due) throws(Failure) -> Day {
    try reading { () throws(TypedFault) in
      let reading = try DateReading(text, in: DateContext(today: today, tense: tense))
      guard let day = try reading.day(of: text, orLast: true) else {
        throw TypedFault(text, .notADate)
      }
      return day
    }
  }

  /// A date as it was typed; today when none was.
  ///
  /// Without a year it is the last one by now, as of all that has happened.
  func date(_ text: String?, _ tense: DateContext.Tense = .happened) throws(Failure)
    -> BusinessDate
  {
    guard let text else { return .day(today) }
    return try reading { () throws(TypedFault) in
      let reading = try DateReading(text, in: DateContext(today: today, tense: tense))
      guard let date = reading.date else { throw TypedFault(text, .notADate) }
      return date
    }
  }

  /// What a reader of typed text makes of it, with the one sentence of what it refuses.
  func reading<Value>(_ read: () throws(TypedFault) -> Value) throws(Failure) -> Value {
    do throws(TypedFault) {
      return try read()
    } catch {
      throw Failure(.wrongCommandLine, words.typed(error))
    }
  }

  /// From one date to the end of another, when there is another.
  func date(_ text: String?, until end: String?) throws(Failure) -> BusinessDate {
    let start = try date(text)
    guard let end else { return start }
    let last = try day(end, .happened)
    guard let first = start.earliest, first <= last else {
      throw Failure(.wrongCommandLine, words.endBeforeStart(last, start.description))
    }
    return first == last ? .day(first) : .range(first, last)
  }

  /// A stage by its code, its name or its number.
  func stage(_ text: String) throws(Failure) -> Stage {
    if let number = UInt8(FullWidth.folded(text)), let stage = Stage(rawValue: number) {
      return stage
    }
    return try known(text, called: words.heading(of: .stage))
  }

  /// One of a closed set, by code or name.
  func known<Known: Named>(_ text: String, as heading: Heading) throws(Failure) -> Known {
    try known(text, called: words.heading(heading))
  }

  /// - Parameter what: What the set is called in a refusal.
  func known<Known: Named>(_ text: String, called what: String) throws(Failure) -> Known {
    guard let known = Known(spoken: text) else {
      throw Failure(.wrongCommandLine, words.unknownWord(text, what, of: Known.self))
    }
    return known
  }

  func amount(_ text: String, for field: Field = .amount) throws(Failure) -> Amount {
    guard case .amount(let amount)? = try typed(text, of: field).value else {
      throw Failure(.wrongCommandLine, words.typed(TypedFault(text, .notAnAmount)))
    }
    return amount
  }
}
