internal import BoardUI
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

/// The bureau's own commands on a board: started, looked after, and told of; no key waits for one.
struct OwnDesk {
  private let commands: [OwnCommand]
  private let store: String
  private var running: [(command: OwnCommand, child: RunningChild)] = []

  /// How long one may run whose output is shown, and how many at a time.
  private static let patience: Int64 = 300_000
  private static let most = 4

  init(_ workplace: Workplace) {
    commands = workplace.configuration.commands
    store = workplace.store?.text ?? ""
  }

  var isBusy: Bool { !running.isEmpty }

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
    guard running.count < OwnDesk.most else { return .refused(ui.words.tooManyOwn) }
    running.append((command, ChildProgram(words).start(within: OwnDesk.patience)))
    return .running
  }

  /// What has come of those that have ended.
  mutating func look(_ words: Words) -> [OwnNews] {
    var news: [OwnNews] = []
    running.removeAll { command, child in
      guard let outcome = child.look() else { return false }
      news.append(OwnDesk.news(command, outcome, words))
      return true
    }
    return news
  }

  private static func news(
    _ command: OwnCommand, _ outcome: ChildProgram.Outcome, _ words: Words
  ) -> OwnNews {
    let title = command.title(in: words)
    guard outcome.isSuccess else {
      let why = words.programFailed(command.program[0], outcome)
      return .said(words.say("\(title)：\(why)", "\(title): \(why)"), isBad: true)
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    switch command.output {
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

  func outputCut(_ bytes: Int) -> String {
    say("（还有 \(bytes) 字节没有显示）", "(\(bytes) bytes more are not shown)")
  }
}
