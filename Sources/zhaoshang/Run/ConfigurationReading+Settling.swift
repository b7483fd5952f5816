internal import BoardUI
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
