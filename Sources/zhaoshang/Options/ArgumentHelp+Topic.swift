internal import ArgumentParser
internal import Vocabulary
internal import Wording

extension ArgumentHelp {
  /// The one line that goes with an option, in the language of the help text.
  static func of(_ topic: OptionTopic, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Help.words.option(topic)).named(valueName)
  }

  private func named(_ valueName: String?) -> ArgumentHelp {
    var help = self
    help.valueName = valueName
    return help
  }
}

extension CommandConfiguration {
  /// A subcommand's name and its one line.
  init(_ name: String, _ topic: CommandTopic, aliases: [String] = []) {
    self.init(commandName: name, abstract: Help.words.about(topic), aliases: aliases)
  }
}

extension CompletionKind {
  /// The codes of a closed set.
  static func codes<Known: Named>(of: Known.Type) -> CompletionKind {
    .list(Known.allCases.map(\.code))
  }
}
