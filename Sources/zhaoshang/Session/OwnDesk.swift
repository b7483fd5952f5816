internal import BoardUI
internal import Pipeline
internal import Settings
internal import Storage
internal import Vocabulary
internal import Wording

/// Programs that a board starts, looks after and tells of; no key waits for one.
///
/// They are the bureau's own commands, this program's subcommands by which something goes out, and the
/// deliveries to a program that hears of changes.
struct OwnDesk {
  private let commands: [OwnCommand]
  /// Where each names its program: the file, and the line.
  private let places: [String: String]
  private let home: String?
  /// Whether there is a program that takes reminders.
  private let sendsReminders: Bool
  /// What a program finds in its environment.
  let variables: [String: String]
  private var store: String { variables[Workplace.storeVariable] ?? "" }
  private var running: [Running] = []
  /// Whose deliveries are looked after; nil without hooks.
  private let hooked: HookedStore?
  /// What was last said of a hook that fails: it is said once, and not at each change.
  private var hookFailure: String?

  private struct Running {
    let title: String
    /// A bureau's name for its command, or the subcommand.
    let name: String
    let program: String
    let output: OwnCommand.Output
    let child: RunningChild
  }

  /// How long one may run whose output is shown, and how many at a time.
  private static let patience: Int64 = 300_000
  private static let most = 4
  /// This very program, wherever it was started from.
  private static let ownProgram = "/proc/self/exe"

  /// What tells this program that a board has started it, where nobody can give it an option.
  private static let fromBoard = "ZHAOSHANG_FROM_BOARD"
  static var asksForThis: Bool { Surroundings.variable(fromBoard) != nil }

  init(_ workplace: Workplace, _ store: any EventStore, home: String?) {
    hooked = store as? HookedStore
    commands = workplace.configuration.commands
    places = Dictionary(
      workplace.configuration.commands.map {
        ($0.name, workplace.place(of: "commands.\($0.name).run"))
      },
      uniquingKeysWith: { $1 })
    sendsReminders = !workplace.configuration.reminders.command.isEmpty
    self.home = home
    variables = workplace.childVariables
  }

  var isBusy: Bool { !running.isEmpty || hooked?.isDelivering == true }

  /// What an order comes to at once.
  enum Start {
    case running
    case refused(String)
    /// The words of a program that wants the terminal.
    case wantsTerminal([String], name: String)
  }

  mutating func start(_ order: OwnOrder, _ ui: UIState) -> Start {
    guard let command = commands.first(where: { $0.name == order.name }) else {
      return .refused(ui.words.noSuchCommand(order.name))
    }
    var values = ["store": store]
    if let project = order.project.flatMap({ ui.pipeline[$0] }) {
      values["number"] = "\(project.id.number)"
      values["name"] = project.name
      values["owner"] = project.owner ?? ""
      values["stage"] = project.stage.code
    }
    for (index, answer) in order.answers.enumerated() { values["\(index + 1)"] = answer }
    let words = command.words(filling: values)
    if command.output == .screen { return .wantsTerminal(words, name: command.name) }
    return start(words, command.name, called: command.title(in: ui.words), command.output, ui)
  }

  /// Starts the subcommand by which something goes out, on this store and in this language.
  mutating func start(_ order: OutletOrder, _ ui: UIState) -> Start {
    if order.outlet == .remind, order.isSent, !sendsReminders {
      return .refused(ui.words.noReminderCommand)
    }
    if order.outlet == .remind, order.isSent, order.asOf != nil {
      return .refused(ui.words.remindersOfToday)
    }
    let target = order.target.map { TypedPath($0, home: home).full }
    var words = [OwnDesk.ownProgram, order.outlet.rawValue]
    if order.outlet == .calendar, let target { words += ["--output", target] }
    if order.outlet == .remind, !order.isSent { words.append("--dry-run") }
    words += ["--store=" + store, "--lang", ui.words.language.code]
    if ui.today != Surroundings.today { words += ["--today", ui.today.description] }
    if let day = order.asOf { words += ["--as-of", day.description] }
    // What follows is never an option, whatever it begins with.
    words.append("--")
    if order.outlet == .publish, let target { words.append(target) }
    if !order.filter.isEmpty { words.append(order.filter) }
    return start(
      words, order.outlet.rawValue, called: ui.words.outlet(order.outlet),
      order.outlet == .remind ? .pane : .line, ui)
  }

  private mutating func start(
    _ words: [String], _ name: String, called title: String, _ output: OwnCommand.Output,
    _ ui: UIState
  ) -> Start {
    guard running.count < OwnDesk.most else {
      return .refused(ui.words.tooManyOwn(stoppedBy: ui.hint(.stop)))
    }
    var program = ChildProgram(words, variables: variables)
    if words[0] == OwnDesk.ownProgram {
      program.variables[OwnDesk.fromBoard] = "1"
    } else {
      // What goes out by ourselves comes to its end, and is not cut off halfway.
      program.endsWithUs = true
    }
    let child = program.start(within: OwnDesk.patience)
    running.append(
      Running(title: title, name: name, program: words[0], output: output, child: child))
    return .running
  }

  /// Stops what is called so, by its title or its name, with all it has started; what came of it is told
  /// when it has ended.
  ///
  /// - Parameter title: Nil for the only one that is running.
  func stop(_ title: String?, _ ui: UIState) -> Notice {
    let titles = runningTitles
    guard let first = titles.first else { return Notice(ui.words.nothingRuns, tone: .bad) }
    let meant =
      title.map { title in
        running.filter { [$0.title, $0.name].contains { $0.lowercased() == title.lowercased() } }
      } ?? (titles.allSatisfy { $0 == first } ? running : [])
    guard !meant.isEmpty else {
      return Notice(ui.words.whichToStop(title, titles, by: ui.hint(.stop)), tone: .bad)
    }
    for running in meant { running.child.stop() }
    return Notice(ui.words.stops(meant[0].title))
  }

  /// The titles of those that are running and are asked for by somebody; deliveries are not.
  var runningTitles: [String] { running.map(\.title) }

  /// What has come of those that have ended.
  mutating func look(_ words: Words) -> [OwnNews] {
    var news: [OwnNews] = []
    if let delivered = hooked?.lookAfterDeliveries() {
      let failure: String? = if case .failed(let why) = delivered { why } else { nil }
      if let failure, failure != hookFailure { news.append(.said(failure, isBad: true)) }
      hookFailure = failure
    }
    var left: [Running] = []
    for one in running {
      guard let outcome = one.child.look() else {
        left.append(one)
        continue
      }
      news.append(self.news(one, outcome, words))
    }
    running = left
    return news
  }

  /// What became of a command that had the terminal.
  func ended(
    _ name: String, _ program: String, _ ending: ChildProgram.Ending, _ words: Words
  ) -> Notice {
    ending == .exited(0)
      ? Notice(words.programDone(program), tone: .good)
      : Notice(words.programEnded(program, ending) + place(of: name, ending, words), tone: .bad)
  }

  /// Where a program is named that there is none of; empty when it ran.
  private func place(of name: String, _ ending: ChildProgram.Ending, _ words: Words) -> String {
    guard case .notStarted = ending, let place = places[name] else { return "" }
    return words.say("（\(place)）", " (\(place))")
  }

  private func news(
    _ running: Running, _ outcome: ChildProgram.Outcome, _ words: Words
  ) -> OwnNews {
    let title = running.title
    if outcome.ending == .stopped { return .said(words.stopped(title), isBad: false) }
    if running.program == OwnDesk.ownProgram, !outcome.isSuccess || running.output == .line,
      let said = outcome.lastLine
    {
      // This program says itself what it did, or what went wrong, after whatever it remarked on.
      let sentence = said.trimmingPrefix("zhaoshang: ")
      return .said(
        words.say("\(title)：\(sentence)", "\(title): \(sentence)"), isBad: !outcome.isSuccess)
    }
    guard outcome.isSuccess else {
      let why =
        words.programFailed(running.program, outcome)
        + place(of: running.name, outcome.ending, words)
      return .said(words.say("\(title)：\(why)", "\(title): \(why)"), isBad: true)
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    switch running.output {
    case .pane where outcome.firstLine != nil:
      let cut = outcome.lost > 0 ? "\n" + words.outputCut(outcome.lost) : ""
      return .printed(text + cut, title: title)
    case .pane, .line, .screen:
      return .said(outcome.firstLine ?? words.say("\(title)：完成", "\(title): done"), isBad: false)
    }
  }
}

extension OwnCommand {
  func title(in words: Words) -> String {
    words.say(chinese ?? english ?? name, english ?? chinese ?? name)
  }
}

extension Words {
  /// - Parameter way: The command that stops one.
  func tooManyOwn(stoppedBy way: String) -> String {
    say(
      "还有命令在运行：等它们结束，或用 \(way) 中止",
      "Other commands are still running: wait for them, or end one with \(way)")
  }

  var nothingRuns: String { say("没有命令在运行", "No command is running") }

  func whichToStop(_ title: String?, _ titles: [String], by way: String) -> String {
    let running = list(titles)
    return title.map {
      say("没有「\($0)」在运行；在运行的有：\(running)", "“\($0)” is not running; these are: \(running)")
    } ?? say("中止哪个：\(way) 加名称：\(running)", "Which one: \(way) with its name: \(running)")
  }

  func stops(_ title: String) -> String { say("正在中止：\(title)", "Ending: \(title)") }

  func stopped(_ title: String) -> String { say("\(title)：已中止", "\(title): ended") }

  var noReminderCommand: String {
    say(
      "没有发送提醒的程序：先在 [remind] 里写 command",
      "No program sends reminders: write command in [remind] first")
  }

  var remindersOfToday: String { say("提醒只发今天的", "Reminders are only sent of today") }

  func stillRunning(_ titles: [String]) -> String {
    say(
      "\(list(titles))还在运行，离开就会中止：再按一次离开",
      "\(list(titles)) is still running and would be ended: once more to leave")
  }

  func outputCut(_ bytes: Int) -> String {
    say("（还有 \(bytes) 字节没有显示）", "(\(bytes) bytes more are not shown)")
  }
}
