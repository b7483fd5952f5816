package import Canvas
internal import Files
internal import Glibc
package import TOML

/// What the person, or the bureau, wants to have different: `config.toml`.
package struct Configuration: Equatable, Sendable {
  /// After how many days without a record a project counts as stale, by stage.
  package struct StaleDays: Equatable, Sendable {
    package var contact = 14
    package var visit = 14
    package var returnVisit = 21
    package var intent = 30
    package var approval = 30

    package init() {}
  }

  /// How many columns the characters take whose width Unicode leaves to the terminal.
  package enum AmbiguousWidth: String, CaseIterable, Sendable {
    /// Asked of the terminal when the board opens.
    case auto
    case narrow = "1"
    case wide = "2"
  }

  /// The keys wanted for an action of the board, as they are written.
  package struct Keys: Equatable, Sendable {
    package let action: String
    package let keys: [String]

    package init(action: String, keys: [String]) {
      self.action = action
      self.keys = keys
    }
  }

  /// As it is written; nil follows the locale, and which ones there are is not known here.
  package var language: String?
  /// A theme's name or path.
  package var theme = "default-dark"
  package var colour = ColourChoice.auto
  package var mouse = true
  package var ambiguous = AmbiguousWidth.auto
  /// In the order of the file; what the board makes of them is not known here.
  package var keys: [Keys] = []
  package var staleDays = StaleDays()
  /// How the person signs; nil takes the login name.
  package var userName: String?
  /// The person's unit: what a new project's lead is at first.
  package var userUnit: String?
  /// A file of ``ColumnMapFile``'s kind that every import of a ledger goes by.
  package var importMap: String?
  /// File systems that are taken for disks of this machine though they are not known to be.
  package var trustedFileSystems: [String] = []
  package var reminders = ReminderSettings()
  package var hooks = HookSettings()
  /// The bureau's own commands on the board, in the order of the file.
  package var commands: [OwnCommand] = []

  package init() {}
}

extension Configuration {
  /// Reads a configuration; what cannot be used keeps its default and is reported.
  package static func parse(
    _ text: String, file: String
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let reading = ConfigurationReading(text, file: file)
    return (reading.configuration, reading.problems)
  }
}

/// A configuration as a file has it: the values, their places, and what could not be used.
package struct ConfigurationReading: Equatable, Sendable {
  package private(set) var configuration = Configuration()
  package private(set) var problems: [ConfigurationProblem] = []
  /// The place of every value that was taken, by its key: `stale.contact`.
  package private(set) var places: [String: TOMLPlace] = [:]

  /// What could not be read as settings; nil when all could.
  private var unread: Unread?

  private enum Unread: Equatable, Sendable {
    case text(String)
    /// Not even its bytes.
    case everything
  }

  /// The reading of no file.
  package init() {}

  /// Reads a configuration; what cannot be used keeps its default and is reported.
  package init(_ text: String, file: String) {
    do {
      for entry in try SettingsFile(text: text, file: file).entries {
        do throws(Configuration.Refused) {
          try configuration.take(entry)
          // The other spelling is the same setting.
          places[entry.key == "color" ? "colour" : entry.key] = entry.valuePlace
        } catch {
          problems.append(entry.problem(error.expected, file: file))
        }
      }
    } catch {
      problems.append(error)
      unread = .text(text)
    }
    for problem in configuration.commands.compactMap(\.problem) {
      refuse("commands.\(problem.name).\(problem.key)", problem.value, problem.expected, file: file)
    }
    configuration.commands.removeAll { $0.problem != nil }
  }

  /// Reads the file at `path`; a file that is not there is the default and no problem.
  package init(file path: String) {
    do {
      self.init(try SettingsFile.text(ofFile: path), file: path)
    } catch {
      self.init()
      if case .readableFile(let reason) = error.expected, reason == ENOENT { return }
      problems = [error]
      let bytes = try? WholeFile.bytes(
        ofFile: path, limit: SettingsFile.sizeLimit, waitsForPipes: false)
      unread = bytes.map { .text(String(decoding: $0, as: UTF8.self)) } ?? .everything
    }
  }

  /// Whether a file that could not be read as settings may hold one of a table: `hooks.`.
  package func mayHold(_ prefix: String) -> Bool {
    switch unread {
    case nil: false
    case .text(let text): text.contains(prefix.prefix { $0 != "." })
    case .everything: true
    }
  }

  /// Takes away the place of a value that turned out not to be usable after all, and says why.
  package mutating func refuse(
    _ key: String, _ value: String, _ expected: SettingsProblem.Expectation, file: String
  ) {
    problems.append(
      ConfigurationProblem(
        file: file, place: places[key], key: key, value: value, expected: expected))
    places[key] = nil
  }
}

extension Configuration {
  /// Reads the file at `path`; a file that is not there is the default and no problem.
  package static func read(
    file path: String
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let reading = ConfigurationReading(file: path)
    return (reading.configuration, reading.problems)
  }

  struct Refused: Error { var expected: SettingsProblem.Expectation }

  fileprivate mutating func take(_ entry: SettingsFile.Entry) throws(Refused) {
    let (key, value) = (entry.key, entry.value)
    switch key {
    case "language": language = try text(value)
    case "theme": theme = try text(value)
    case "colour", "color": colour = try choice(value)
    case "mouse":
      guard case .boolean(let isOn) = value else { throw Refused(expected: .boolean) }
      mouse = isOn
    case "ambiguous":
      if case .number(let columns) = value {
        ambiguous = try choice(.text(String(columns)))
      } else {
        ambiguous = try choice(value)
      }
    case "user.name": userName = try name(value)
    case "user.unit": userUnit = try name(value)
    case "import.map": importMap = try text(value)
    case "store.trusted_file_systems": trustedFileSystems = try texts(value)
    case "stale.contact": staleDays.contact = try days(value)
    case "stale.visit": staleDays.visit = try days(value)
    case "stale.return-visit": staleDays.returnVisit = try days(value)
    case "stale.intent": staleDays.intent = try days(value)
    case "stale.approval": staleDays.approval = try days(value)
    case let key where key.hasPrefix("keys."):
      keys.append(Keys(action: String(key.dropFirst(5)), keys: try texts(value)))
    case "remind.days": reminders.days = try number(value, 0...60)
    case "remind.hand_over_days": reminders.handOverDays = try number(value, 0...365)
    case "remind.kinds":
      reminders.kinds = try words(value, of: ReminderSettings.allKinds)
    case "remind.format": reminders.format = try choice(value)
    case "remind.from": reminders.from = try text(value)
    case "remind.command": reminders.command = try program(value)
    case "hooks.on-change": hooks.onChange = try program(value)
    case "hooks.before-commit": hooks.beforeCommit = try program(value)
    default: try takeNamed(entry)
    }
  }

  /// Takes a value whose key has a name of the person's own in it.
  private mutating func takeNamed(_ entry: SettingsFile.Entry) throws(Refused) {
    let (path, value) = (entry.path, entry.value)
    switch (path.count, path.first, path.dropFirst().first) {
    case (3, "remind", "mail"): reminders.addresses[path[2]] = try text(value)
    case (3, "commands", let name?):
      if !commands.contains(where: { $0.name == name }) { commands.append(OwnCommand(name: name)) }
      guard let index = commands.firstIndex(where: { $0.name == name }) else { return }
      switch path[2] {
      case "key": commands[index].key = try text(value)
      case "zh": commands[index].chinese = try text(value)
      case "en": commands[index].english = try text(value)
      case "run": commands[index].program = try program(value)
      case "output": commands[index].output = try choice(value)
      case "ask": commands[index].questions = try texts(value)
      default: throw Refused(expected: .knownKey)
      }
    default: throw Refused(expected: .knownKey)
    }
  }

  /// A program and its arguments, each a word: no shell reads them.
  private func program(_ value: SettingsFile.Value) throws(Refused) -> [String] {
    let words = try texts(value)
    guard words.first?.contains(where: { !$0.isWhitespace }) ?? false else {
      throw Refused(expected: .texts)
    }
    return words
  }

  private func words(_ value: SettingsFile.Value, of known: [String]) throws(Refused) -> [String] {
    let words = try texts(value)
    guard words.allSatisfy(known.contains) else { throw Refused(expected: .oneOf(known)) }
    return words
  }

  private func number(_ value: SettingsFile.Value, _ range: ClosedRange<Int>) throws(Refused)
    -> Int
  {
    guard case .number(let number) = value, range.contains(number) else {
      throw Refused(expected: .wholeNumber(range))
    }
    return number
  }

  private func texts(_ value: SettingsFile.Value) throws(Refused) -> [String] {
    switch value {
    case .text(let text): return [text]
    case .texts(let texts): return texts
    // A digit is a key as well, and easily written without quotation marks.
    case .number(let number) where (0...9).contains(number): return [String(number)]
    case .number, .boolean, .other: throw Refused(expected: .texts)
    }
  }

  private func text(_ value: SettingsFile.Value) throws(Refused) -> String {
    guard case .text(let text) = value, text.contains(where: { !$0.isWhitespace }) else {
      throw Refused(expected: .text)
    }
    return text
  }

  /// How many characters a name may have, and how many bytes: it stands on every record.
  package static let nameLimit = 64
  private static let nameByteLimit = 256

  private func name(_ value: SettingsFile.Value) throws(Refused) -> String {
    let name = try text(value)
    let isShort =
      name.utf8.count <= Configuration.nameByteLimit
      && name.count <= Configuration.nameLimit
    let isLine = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isShort, isLine else { throw Refused(expected: .name(limit: Configuration.nameLimit)) }
    return name
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: SettingsFile.Value
  ) throws(Refused) -> Choice {
    guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
      throw Refused(expected: .oneOf(Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  private func days(_ value: SettingsFile.Value) throws(Refused) -> Int {
    try number(value, 1...3650)
  }
}
