internal import BoardUI
internal import Canvas
internal import Settings
internal import Vocabulary
internal import Wording

extension ConfigurationReading {
  /// The keymap with the person's own keys; a binding that cannot be is reported with its line.
  mutating func settleKeys(file: String) -> Keymap {
    let bindings = configuration.keys.map { KeyBinding(action: $0.action, keys: $0.keys) }
    let (keymap, problems) = Keymap.rebound(bindings)
    for problem in problems {
      let expected: SettingsProblem.Expectation =
        switch problem.reason {
        case .unknownAction: .action
        case .unknownKey: .keyName
        case .reserved: .unreservedKey
        case .taken(let action): .freeKey(of: action.settingName)
        case .needed: .someKey
        }
      let value = problem.reason == .unknownAction ? problem.action : problem.key
      refuse("keys." + problem.action, value, expected, file: file)
    }
    return keymap
  }

  /// The bureau's own commands as the board offers them.
  ///
  /// A key that is none, or that the board has already, is reported with its line; the command stays,
  /// without it.
  mutating func settleOwnActions(_ keymap: Keymap, file: String) -> [OwnAction] {
    var taken: Set<Key> = []
    return configuration.commands.map { command in
      var keys: [Key] = []
      if let name = command.key {
        let setting = "commands.\(command.name).key"
        if let key = Keymap.key(named: name) {
          let other = ActionTable.rows.first { keymap.keys(of: $0.action).contains(key) }
          if let other {
            refuse(setting, name, .freeKey(of: other.action.settingName), file: file)
          } else if taken.insert(key).inserted {
            keys = [key]
          } else {
            refuse(setting, name, .freeKey(of: "commands"), file: file)
          }
        } else {
          refuse(setting, name, .keyName, file: file)
        }
      }
      let titles = (command.chinese ?? command.english, command.english ?? command.chinese)
      return OwnAction(
        name: command.name, zh: titles.0 ?? command.name, en: titles.1 ?? command.name, keys: keys,
        wantsCard: command.wantsCard, questions: command.questions)
    }
  }

  /// The language that the file asks for; one that there is not is reported with its line.
  mutating func settleLanguage(file: String) -> Language? {
    guard let written = configuration.language else { return nil }
    guard let language = Language(spoken: written) else {
      refuse("language", written, .oneOf(Language.allCases.map(\.tag)), file: file)
      return nil
    }
    return language
  }
}
