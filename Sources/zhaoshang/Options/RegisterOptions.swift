internal import ArgumentParser
internal import Wording

extension ArgumentHelp {
  /// The one line that goes with an option of the registers.
  static func entry(_ topic: RegisterOption, _ valueName: String? = nil) -> ArgumentHelp {
    var help = ArgumentHelp(stringLiteral: Help.words.option(topic))
    help.valueName = valueName
    return help
  }
}

extension CommandConfiguration {
  /// A subcommand of the registers.
  init(_ name: String, _ topic: RegisterTopic, aliases: [String] = []) {
    self.init(commandName: name, abstract: Help.words.about(topic), aliases: aliases)
  }

  /// A subcommand with subcommands of its own, the first of which it is without one.
  init(_ name: String, _ topic: RegisterTopic, _ subcommands: [any ParsableCommand.Type]) {
    self.init(
      commandName: name, abstract: Help.words.about(topic), subcommands: subcommands,
      defaultSubcommand: subcommands.first)
  }
}
