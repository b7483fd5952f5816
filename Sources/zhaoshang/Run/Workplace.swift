internal import BoardUI
internal import Canvas
internal import Insight
internal import Pipeline
internal import SafeText
internal import Settings
internal import Storage
internal import Vocabulary
internal import Wording

/// One run of the program: in which language, on which day, of which store, for whom.
struct Workplace {
  let words: Words
  let today: Day
  /// The day the picture is asked for; nil for now.
  let asOf: Day?
  /// The store as it was named or found; nil when there is no home to look in.
  let store: StoreAddress?
  /// Who asks: the account, by the name it signs with.
  let account: Actor
  var configuration: Configuration { reading.configuration }
  var configurationProblems: [ConfigurationProblem] { reading.problems }
  /// What the file of the configuration says, where, and what in it cannot be used.
  let reading: ConfigurationReading
  /// The board's keys, the person's own among them.
  let keymap: Keymap
  /// The bureau's own commands on the board.
  let ownActions: [OwnAction]
  let paths: SettingsPaths?

  static let storeVariable = "ZHAOSHANG_STORE"

  /// Settles everything that options, the configuration, the environment and the clock say.
  init(store: String?, language: String?, today: String?, asOf: String?) throws(Failure) {
    paths = Surroundings.paths
    let file = paths?.configurationFile ?? ""
    var reading = paths == nil ? ConfigurationReading() : ConfigurationReading(file: file)
    keymap = reading.settleKeys(file: file)
    ownActions = reading.settleOwnActions(keymap, file: file)
    let configured = reading.settleLanguage(file: file)
    self.reading = reading
    let configuration = reading.configuration
    let words = try Workplace.words(language, configured)
    self.words = words
    let clock = Surroundings.today
    let reference =
      try today.map { text throws(Failure) in
        try Workplace.day(text, words, today: clock)
      } ?? clock
    self.today = reference
    self.asOf = try asOf.map { text throws(Failure) in
      try Workplace.day(text, words, today: reference)
    }
    self.store = try Workplace.address(
      store ?? Surroundings.variable(Workplace.storeVariable) ?? paths?.dataFolder, words)
    let account = Surroundings.account
    self.account = Actor(uid: account.uid, name: configuration.userName ?? account.name)
  }

  private init(
    _ other: Workplace, today: Day, store: StoreAddress, account: Actor
  ) {
    words = other.words
    self.today = today
    asOf = other.asOf
    self.store = store
    self.account = account
    reading = other.reading
    keymap = other.keymap
    ownActions = other.ownActions
    paths = other.paths
  }

  /// The same run on another day, of another store, under another name if one is given.
  func moved(toFolder path: String, today: Day, named name: String? = nil) -> Workplace {
    Workplace(
      self, today: today, store: .folder(path),
      account: name.map { Actor(uid: account.uid, name: $0) } ?? account)
  }

  /// The option, else the configuration, else the environment, else Chinese.
  private static func words(_ option: String?, _ configured: Language?) throws(Failure) -> Words {
    let words = Words(configured ?? Surroundings.language ?? .zh)
    guard let option else { return words }
    guard let language = Language(spoken: option) else {
      throw Failure(
        .wrongCommandLine,
        words.unknownChoice(option, "--lang", choices: Language.allCases.map(\.code)))
    }
    return Words(language)
  }

  private static func day(_ text: String, _ words: Words, today: Day) throws(Failure) -> Day {
    do throws(TypedFault) {
      let reading = try DateReading(text, in: DateContext(today: today))
      guard let day = try reading.day(of: text, orLast: false) else {
        throw TypedFault(text, .notADay)
      }
      return day
    } catch {
      throw Failure(.wrongCommandLine, words.typed(error))
    }
  }

  /// The moment that is asked for: a day, else today; says beside the result what is dated later.
  ///
  /// - Complexity: O(1) when nothing is dated after today, else O(all that has a date).
  func moment(of pipeline: Pipeline) -> Moment {
    let moment = pipeline.moment(today: today, asOf: asOf)
    if moment.limit == .today(today) {
      let later = pipeline.laterDates(than: moment.limit).count
      if later > 0 { Output.say(words.laterDates(later)) }
    }
    return moment
  }

  /// Today, or the day the picture is asked for.
  var day: Day { asOf ?? today }

  /// After how many quiet days a card is stale here.
  var thresholds: StaleThresholds {
    var thresholds = StaleThresholds.standard
    let days = configuration.staleDays
    thresholds[.contact] = days.contact
    thresholds[.visit] = days.visit
    thresholds[.returnVisit] = days.returnVisit
    thresholds[.intent] = days.intent
    thresholds[.approval] = days.approval
    return thresholds
  }
}
