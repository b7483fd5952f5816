internal import BoardUI
internal import Canvas
internal import JSON
internal import Pipeline
internal import Settings
internal import Storage
internal import TOML
internal import Vocabulary
internal import Wording

/// A setting as it holds now, and what made it so.
struct EffectiveSetting: Hashable {
  enum Origin: Hashable {
    case standard
    case file(String, line: Int)
    case environment(String)
    case option(String)
    /// The login name.
    case account
  }

  let key: String
  let value: String
  let origin: Origin

  init(_ key: String, _ value: String, _ origin: Origin) {
    self.key = key
    self.value = value
    self.origin = origin
  }

  var json: JSONValue {
    var object = JSONObject()
    object["key"] = .string(key)
    object["value"] = .string(value)
    object["from"] = .string(origin.name)
    switch origin {
    case .standard, .account: break
    case .file(let path, let line):
      object["file"] = .string(path)
      object["line"] = .integer(line)
    case .environment(let name), .option(let name): object["name"] = .string(name)
    }
    return .object(object)
  }
}

extension EffectiveSetting.Origin {
  fileprivate var name: String {
    switch self {
    case .standard: "default"
    case .file: "file"
    case .environment: "environment"
    case .option: "option"
    case .account: "account"
    }
  }

  func text(_ words: Words) -> String {
    switch self {
    case .standard: words.defaultOrigin
    case .file(let path, let line): "\(path):\(line)"
    case .environment(let name): "$" + name
    case .option(let name): name
    case .account: words.accountOrigin
    }
  }
}

extension Workplace {
  /// Every setting: its value now, and where it came from.
  func settings(
    _ global: GlobalOptions, _ appearance: AppearanceWish
  ) throws(Failure) -> [EffectiveSetting] {
    var settings = [
      EffectiveSetting("language", words.language.tag, languageOrigin(global)),
      EffectiveSetting("theme", appearance.themeName(self), themeOrigin(appearance)),
      try colour(appearance),
      setting("mouse", "\(configuration.mouse)"),
      setting("ambiguous", configuration.ambiguous.rawValue),
      EffectiveSetting("store", store?.text ?? "", storeOrigin(global)),
      EffectiveSetting(
        "user.name", account.name,
        reading.places["user.name"] == nil ? .account : origin("user.name")),
      setting("user.unit", configuration.userUnit ?? ""),
    ]
    let stale = configuration.staleDays
    for (stage, days) in [
      ("contact", stale.contact), ("visit", stale.visit), ("return-visit", stale.returnVisit),
      ("intent", stale.intent), ("approval", stale.approval),
    ] {
      settings.append(setting("stale." + stage, "\(days)"))
    }
    settings.append(setting("import.map", configuration.importMap ?? ""))
    settings.append(
      setting(
        "store.trusted_file_systems", configuration.trustedFileSystems.joined(separator: " ")))
    let reminders = configuration.reminders
    settings += [
      setting("remind.days", "\(reminders.days)"),
      setting("remind.hand_over_days", "\(reminders.handOverDays)"),
      setting("remind.kinds", reminders.kinds.joined(separator: " ")),
      setting("remind.format", reminders.format.rawValue),
      setting("remind.from", reminders.from ?? ""),
      setting("remind.command", reminders.command.joined(separator: " ")),
      setting("hooks.on-change", configuration.hooks.onChange.joined(separator: " ")),
      setting("hooks.before-commit", configuration.hooks.beforeCommit.joined(separator: " ")),
    ]
    for (name, address) in reminders.addresses.sorted(by: { $0.key < $1.key }) {
      settings.append(setting("remind.mail." + name, address))
    }
    for command in configuration.commands {
      settings.append(
        setting("commands.\(command.name).run", command.program.joined(separator: " ")))
    }
    for row in ActionTable.rows {
      let keys = keymap.keys(of: row.action).map(Keymap.name).joined(separator: " ")
      settings.append(setting("keys." + row.action.settingName, keys))
    }
    return settings
  }

  private func setting(_ key: String, _ value: String) -> EffectiveSetting {
    EffectiveSetting(key, value, origin(key))
  }

  private func origin(_ key: String) -> EffectiveSetting.Origin {
    reading.places[key].map { .file(paths?.configurationFile ?? "", line: $0.line) } ?? .standard
  }

  private func languageOrigin(_ global: GlobalOptions) -> EffectiveSetting.Origin {
    if global.lang != nil { return .option("--lang") }
    if reading.places["language"] != nil { return origin("language") }
    return Surroundings.languageVariable.map { .environment($0) } ?? .standard
  }

  private func themeOrigin(_ appearance: AppearanceWish) -> EffectiveSetting.Origin {
    if appearance.theme != nil { return .option("--theme") }
    let variable = "ZHAOSHANG_THEME"
    return Surroundings.variable(variable) == nil ? origin("theme") : .environment(variable)
  }

  /// NO_COLOR decides what is left to the program.
  private func colour(_ appearance: AppearanceWish) throws(Failure) -> EffectiveSetting {
    let choice = try appearance.colour(self)
    if choice == .auto, Surroundings.variable("NO_COLOR") != nil {
      return EffectiveSetting("colour", ColourChoice.never.rawValue, .environment("NO_COLOR"))
    }
    return EffectiveSetting(
      "colour", choice.rawValue, appearance.colour == nil ? origin("colour") : .option("--colour"))
  }

  private func storeOrigin(_ global: GlobalOptions) -> EffectiveSetting.Origin {
    if global.store != nil { return .option("--store") }
    if Surroundings.variable(Workplace.storeVariable) != nil {
      return .environment(Workplace.storeVariable)
    }
    return Surroundings.variable("XDG_DATA_HOME") == nil ? .standard : .environment("XDG_DATA_HOME")
  }
}
