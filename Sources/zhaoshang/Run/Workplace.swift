internal import Insight
internal import Pipeline
internal import SafeText
internal import Wording

/// One run of the program: in which language, on which day, of which store.
struct Workplace {
  let words: Words
  let today: Day
  /// The day the picture is asked for; nil for now.
  let asOf: Day?
  /// The store's folder, as it was named or found.
  let storePath: String?

  static let storeVariable = "ZHAOSHANG_STORE"

  init(store: String?, language: String?, today: String?, asOf: String?) throws(Failure) {
    var words = Words(Surroundings.language ?? .zh)
    if let language {
      guard let known = Language(spoken: language) else {
        throw Failure(
          .wrongCommandLine,
          words.unknownWord(language, "--lang", choices: Language.allCases.map(\.code)))
      }
      words = Words(known)
    }
    self.words = words
    let clock = Surroundings.today
    self.today = try today.map { text throws(Failure) in
      try Workplace.day(text, words, today: clock)
    } ?? clock
    let reference = self.today
    self.asOf = try asOf.map { text throws(Failure) in
      try Workplace.day(text, words, today: reference)
    }
    storePath =
      store ?? Surroundings.variable(Workplace.storeVariable)
      ?? Surroundings.folder("XDG_DATA_HOME", orHome: ".local/share")
  }

  /// The moment that is asked for: a day, or now with everything recorded.
  var moment: Moment { asOf.map(Moment.asOf) ?? .now(today: today) }

  /// Today, or the day the picture is asked for.
  var day: Day { asOf ?? today }

  private static func day(_ text: String, _ words: Words, today: Day) throws(Failure) -> Day {
    guard let day = Day(spoken: text, today: today) else {
      throw Failure(.wrongCommandLine, words.notADay(text))
    }
    return day
  }
}

// What is typed for a value, read in one way by all subcommands.
extension Workplace {
  func day(_ text: String) throws(Failure) -> Day { try Workplace.day(text, words, today: today) }

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
    return try known(text, as: .stage)
  }

  /// One of a closed set, by code or name.
  func known<Known: Named>(_ text: String, as heading: Heading) throws(Failure) -> Known {
    guard let known = Known(spoken: text) else {
      throw Failure(
        .wrongCommandLine, words.unknownWord(text, words.heading(heading), of: Known.self))
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
