internal import Insight
internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

// What is typed for a value, read in one way by all subcommands.
extension Workplace {
  func day(_ text: String) throws(Failure) -> Day {
    guard let day = Day(spoken: text, today: today) else {
      throw Failure(.wrongCommandLine, words.notADay(text))
    }
    return day
  }

  /// A date as it was typed; today when none was.
  func date(_ text: String?) throws(Failure) -> BusinessDate {
    guard let text else { return .day(today) }
    guard let date = BusinessDate(spoken: text, today: today) else {
      throw Failure(.wrongCommandLine, words.notADate(text))
    }
    return date
  }

  /// From one date to the end of another, when there is another.
  func date(_ text: String?, until end: String?) throws(Failure) -> BusinessDate {
    let start = try date(text)
    guard let end else { return start }
    let last = try day(end)
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
    guard let amount = Amount(spoken: text) else {
      throw Failure(
        .wrongCommandLine,
        words.refusal(.notAnAmount(field, text), pipeline: Pipeline()))
    }
    return amount
  }
}
