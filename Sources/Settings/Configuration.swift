package import Canvas

/// What the person, or the bureau, wants to have different: `config.toml`.
package struct Configuration: Equatable, Sendable {
  package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh-Hans"
    case english = "en"
  }

  /// After how many days without a record a project counts as stale, by stage.
  package struct StaleDays: Equatable, Sendable {
    package var contact = 14
    package var visit = 14
    package var returnVisit = 21
    package var intent = 30
    package var approval = 30

    package init() {}
  }

  /// Nil follows the locale.
  package var language: Language?
  /// A theme's name or path.
  package var theme = "default-dark"
  package var colour = ColourChoice.auto
  package var mouse = true
  package var staleDays = StaleDays()
  /// How the person signs; nil takes the login name.
  package var userName: String?
  /// A file of ``ColumnMapFile``'s kind that every import of a ledger goes by.
  package var importMap: String?

  package init() {}
}

extension Configuration {
  /// Reads a configuration; what cannot be used keeps its default and is reported.
  package static func parse(
    _ text: String, file: String
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var configuration = Configuration()
    var problems: [ConfigurationProblem] = []
    do {
      for entry in try SettingsFile(text: text, file: file).entries {
        do throws(Refused) {
          try configuration.take(entry.key, entry.value)
        } catch {
          problems.append(
            ConfigurationProblem(
              file: file, line: entry.line, key: entry.key, value: entry.value.shown,
              expected: error.expected))
        }
      }
    } catch {
      problems.append(error)
    }
    return (configuration, problems)
  }

  /// Reads the file at `path`; a file that is not there is the default and no problem.
  package static func read(
    file path: String
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    do {
      return parse(try SettingsFile.text(ofFile: path), file: path)
    } catch {
      if case .readableFile(let reason) = error.expected, reason == 2 /* ENOENT */ {
        return (Configuration(), [])
      }
      return (Configuration(), [error])
    }
  }

  private struct Refused: Error { var expected: SettingsProblem.Expectation }

  private mutating func take(_ key: String, _ value: SettingsFile.Value) throws(Refused) {
    switch key {
    case "language": language = try choice(value)
    case "theme": theme = try text(value)
    case "colour", "color": colour = try choice(value)
    case "mouse":
      guard case .boolean(let isOn) = value else { throw Refused(expected: .boolean) }
      mouse = isOn
    case "user.name": userName = try text(value)
    case "import.map": importMap = try text(value)
    case "stale.contact": staleDays.contact = try days(value)
    case "stale.visit": staleDays.visit = try days(value)
    case "stale.return-visit": staleDays.returnVisit = try days(value)
    case "stale.intent": staleDays.intent = try days(value)
    case "stale.approval": staleDays.approval = try days(value)
    default: throw Refused(expected: .knownKey)
    }
  }

  private func text(_ value: SettingsFile.Value) throws(Refused) -> String {
    guard case .text(let text) = value, text.contains(where: { !$0.isWhitespace }) else {
      throw Refused(expected: .text)
    }
    return text
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
    let range = 1...3650
    guard case .number(let days) = value, range.contains(days) else {
      throw Refused(expected: .wholeNumber(range))
    }
    return days
  }
}
