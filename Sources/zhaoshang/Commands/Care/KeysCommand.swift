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
    let words = try global.workplace().words
    if json {
      return try Output.document(JSONText(.array(ActionTable.rows.map(\.json))).text)
    }
    let table = Table(
      [.text(words.heading(.key)), .text(words.heading(.command)), .text(words.heading(.what))],
      rows: ActionTable.rows.map { row in
        [
          row.keys.map(Keymap.name).joined(separator: " "),
          row.commands.map { ":" + $0 }.joined(separator: " "), words.say(row.zh, row.en),
        ]
      })
    try Output.result(table.text(columns: Surroundings.columns))
  }
}

extension ActionRow {
  fileprivate var json: JSONValue {
    [
      "action": .string(action.rawValue), "keys": .init(keys.map(Keymap.name)),
      "commands": .init(commands), "zh": .string(zh), "en": .string(en),
    ]
  }
}
