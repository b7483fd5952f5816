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
    let program: String
    let output: OwnCommand.Output
    let child: RunningChild
  }

  /// How long one may run whose output is shown, and how many at a time.
  private static let patience: Int64 = 300_000
  private static let most = 4
  /// This very program, wherever it was started from.
  private static let ownProgram = "/proc/self/exe"

  init(_ workplace: Workplace, _ store: any EventStore, home: String?) {
    hooked = store as? HookedStore
    commands = workplace.configuration.commands
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
    case wantsTerminal([String])
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
    if command.output == .screen { return .wantsTerminal(words) }
    return start(words, called: command.title(in: ui.words), command.output, ui.words)
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
      words, called: ui.words.outlet(order.outlet), order.outlet == .remind ? .pane : .line,
      ui.words)
  }

  private mutating func start(
    _ program: [String], called title: String, _ output: OwnCommand.Output, _ words: Words
  ) -> Start {
    guard running.count < OwnDesk.most else { return .refused(words.tooManyOwn) }
    let child = ChildProgram(program, variables: variables).start(within: OwnDesk.patience)
    running.append(Running(title: title, program: program[0], output: output, child: child))
    return .running
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
    running.removeAll { running in
      guard let outcome = running.child.look() else { return false }
      news.append(OwnDesk.news(running, outcome, words))
      return true
    }
    return news
  }

  private static func news(
    _ running: Running, _ outcome: ChildProgram.Outcome, _ words: Words
  ) -> OwnNews {
    let title = running.title
    if running.program == ownProgram, !outcome.isSuccess || running.output == .line,
      let said = outcome.lastLine
    {
      // This program says itself what it did, or what went wrong, after whatever it remarked on.
      let sentence = said.trimmingPrefix("zhaoshang: ")
      return .said(
        words.say("\(title)：\(sentence)", "\(title): \(sentence)"), isBad: !outcome.isSuccess)
    }
    guard outcome.isSuccess else {
      let why = words.programFailed(running.program, outcome)
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
  var tooManyOwn: String { say("还有命令在运行，等它们结束", "Other commands are still running; wait for them") }

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
