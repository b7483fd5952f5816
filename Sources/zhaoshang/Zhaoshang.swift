internal import ArgumentParser
internal import Glibc
internal import Vocabulary
internal import Wording

@main
struct Zhaoshang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhaoshang",
    abstract: Help.words.programAbstract,
    discussion: Help.words.programDiscussion,
    version: Version.text,
    subcommands: [BoardCommand.self, DemoCommand.self, InitCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: Help.words.readingGroup,
        subcommands: [
          ListCommand.self, ShowCommand.self, SearchCommand.self, TimelineCommand.self,
          AgendaCommand.self, HistoryCommand.self, FunnelCommand.self, TrendCommand.self,
          CountCommand.self,
        ]),
      CommandGroup(
        name: Help.words.writingGroup,
        subcommands: [
          AddCommand.self, EditCommand.self, MoveCommand.self, HoldCommand.self,
          ResumeCommand.self, LoseCommand.self, WithdrawCommand.self, ArchiveCommand.self,
          ReopenCommand.self, LogCommand.self, MilestoneCommand.self, NextCommand.self,
          NoteCommand.self, TagCommand.self, AssignCommand.self, UndoCommand.self,
          RedoCommand.self,
        ]),
      CommandGroup(
        name: Help.words.registersGroup,
        subcommands: [
          RequestCommand.self, MatterCommand.self, TargetCommand.self, ClusterCommand.self,
          ApprovalCommand.self, PhaseCommand.self, BatchCommand.self, RatesCommand.self,
          AlertsCommand.self, MergeCommand.self, DuplicatesCommand.self, RenameCommand.self,
          HandOverCommand.self,
        ]),
      CommandGroup(
        name: Help.words.filesGroup,
        subcommands: [ReportCommand.self, ImportCommand.self, ExportCommand.self]),
      CommandGroup(
        name: Help.words.reachingGroup,
        subcommands: [
          RemindCommand.self, CalendarCommand.self, WatchCommand.self, HooksCommand.self,
          PublishCommand.self,
        ]),
      CommandGroup(
        name: Help.words.careGroup,
        subcommands: [
          BackupCommand.self, RestoreCommand.self, CopyCommand.self, DoctorCommand.self,
          VerifyCommand.self, SealCommand.self, MemberCommand.self, UpgradeCommand.self,
          CacheCommand.self, ThemeCommand.self, ConfigCommand.self, KeysCommand.self,
        ]),
    ],
    defaultSubcommand: BoardCommand.self)

  static func main() {
    Surroundings.prepare()
    // Not even our own name: whoever started us lost the arguments, and it is not known what they
    // were. The plain call, which may make a store, is not to be guessed.
    guard let name = CommandLine.arguments.first, !name.isEmpty else {
      Output.say("zhaoshang: " + Help.words.noArguments)
      Glibc.exit(ExitStatus.wrongCommandLine.rawValue)
    }
    if isatty(STDOUT_FILENO) == 1, let name = Surroundings.foreignCharacterSet {
      Output.say(
        "zhaoshang: this terminal is set to \(name), but only UTF-8 is printed; set it to UTF-8")
    }
    do {
      let arguments = ExcludingWords.marked(
        LeadingOptions.moved(Array(CommandLine.arguments.dropFirst())))
      if let page = HandbookCall(arguments, isSubcommand: isSubcommand) {
        try page.run(in: Help.words)
      } else if let call = BoardCall(arguments) {
        try call.run()
      } else {
        var command = try EverydayCommand.parse(arguments) ?? parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func isSubcommand(_ word: String) -> Bool {
    (configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands))
      .contains { $0.configuration.commandName == word }
  }

  /// Says why, in one sentence where it is ours, and ends with the status that belongs to it.
  private static func end(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Output.say("zhaoshang: " + failure.message)
      // For whoever sits there; programs read the sentence and the status.
      if isatty(STDERR_FILENO) == 1, let task = failure.status.task {
        Output.say(Help.words.helpingPage(task))
      }
      Glibc.exit(failure.status.rawValue)
    }
    if let interruption = error as? Interruption { Glibc.exit(interruption.status) }
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      do {
        if CompletionScript.isAsked(Array(CommandLine.arguments.dropFirst())) {
          try Output.document(CompletionScript.safe(text))
        } else {
          let isPage = !text.hasPrefix("{")
          try Output.result(
            isPage
              ? ParserWords.said(
                CompletionScript.offeringProjects(text),
                of: Array(CommandLine.arguments.dropFirst()), in: Help.words)
              : CompletionScript.offeringProjects(text))
        }
      } catch {
        Output.say("zhaoshang: " + error.message)
        Glibc.exit(error.status.rawValue)
      }
    } else if !text.isEmpty {
      Output.say(
        ParserWords.said(text, of: Array(CommandLine.arguments.dropFirst()), in: Help.words))
    }
    Glibc.exit(code.rawValue)
  }
}

/// The program's version.
enum Version {
  static let text = "0.1.0"
}

/// The words of the help text: its language is settled before the command line is parsed.
enum Help {
  static let words = Words(language)

  private static var language: Language {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(spoken: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(spoken: argument.dropFirst(7))
      {
        return language
      }
    }
    return Surroundings.language ?? .zh
  }
}
