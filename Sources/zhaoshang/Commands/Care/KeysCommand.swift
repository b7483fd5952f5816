internal import ArgumentParser
internal import BoardUI
internal import JSON
internal import Wording

/// The subcommand `zhaoshang keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration("keys", .keys)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let (words, keymap) = (workplace.words, workplace.keymap)
    if json {
      return try Output.document(JSONText(.array(ActionTable.rows.map { $0.json(keymap) })).text)
    }
    let table = Table(
      [
        .text(words.heading(.key)), .text(words.heading(.command)), .text(words.heading(.action)),
        .text(words.heading(.what)), .text(words.heading(.screen)),
      ],
      rows: ActionTable.rows.map { row in
        [
          keymap.keys(of: row.action).map(Keymap.name).joined(separator: " "),
          row.commands.map { ":" + $0 }.joined(separator: " "), row.action.settingName,
          words.say(row.zh, row.en),
          (row.screens ?? []).map { words.screen($0) }.joined(separator: " "),
        ]
      })
    try Output.result(table.text(columns: Surroundings.columns))
  }
}

extension ActionRow {
  fileprivate func json(_ keymap: Keymap) -> JSONValue {
    [
      "action": .string(action.rawValue), "setting": .string("keys." + action.settingName),
      "keys": .init(keymap.keys(of: action).map(Keymap.name)),
      "commands": .init(commands), "screens": .init((screens ?? Screen.allCases).map(\.rawValue)),
      "zh": .string(zh), "en": .string(en),
    ]
  }
}
