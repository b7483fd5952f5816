package import Insight
package import Pipeline
internal import SafeText
internal import Vocabulary
package import Wording

/// A `:` command with words of its own: `:move 意向`, `:open 27`, `:asof 2023-07-25`.
package enum CommandLine: Hashable, Sendable {
  case open(ProjectID)
  case stage(Stage)
  case move(Stage)
  case view(Screen)
  case savedView(String)
  case saveView(String)
  case forgetView(String)
  case asOf(Day?)
  case theme(String)
  case language(Language)
  case mouse(Bool)
  case filter(String)
  /// Two days, periods or names, as they were typed.
  case compare(String)
  /// The funnel's period; nil for all time.
  case period(Period?)
  case sort(ProjectColumn)
  case report(ReportQuestion.Kind, Period?)
  /// Writes the report that is shown.
  case writeReport(String)
  /// Puts one name in the place of another everywhere.
  case rename(Renaming)
  /// Opens the preview of a file.
  case importFile(String)
  /// Lets reminders, a calendar or pages out, to a place.
  case letOut(Outlet, String)
  /// Runs a command of the bureau's own.
  case own(String)
  /// Fills in the form of an action with what was typed, and saves it.
  case fill(Action, String)
  /// Writes the card as text into a file.
  case copy(to: String)
  /// Shows what somebody is responsible for; nil for everybody's.
  case whose(String?)

  /// Reads a command; nil when it is none of these (the palette's list then decides).
  package init?(_ text: String, today: Day) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let verb = words.first?.lowercased() else { return nil }
    let rest = words.count > 1 ? String(words[1].drop { $0 == " " }) : ""
    if let id = ProjectID(spoken: verb) {
      self = .open(id)
      return
    }
    guard !rest.isEmpty else { return nil }
    switch ActionTable.rows.first(where: { $0.commands.contains(verb) })?.action {
    case .open:
      guard let id = ProjectID(spoken: rest) else { return nil }
      self = .open(id)
    case .carry:
      guard let stage = Stage(spoken: rest) else { return nil }
      self = .move(stage)
    case .theme: self = .theme(rest)
    case .language:
      guard let language = Language(spoken: rest) else { return nil }
      self = .language(language)
    case .mouse:
      switch rest {
      case "on", "开": self = .mouse(true)
      case "off", "关": self = .mouse(false)
      default: return nil
      }
    case .compare: self = .compare(rest)
    case .switchPeriod:
      if Words.all.contains(rest.lowercased()) {
        self = .period(nil)
      } else {
        guard let period = Period(spoken: rest, today: today) else { return nil }
        self = .period(period)
      }
    case .search: self = .filter(rest)
    case .mine:
      self = .whose(Words.all.contains(rest.lowercased()) ? nil : TypedArguments.whole(rest))
    case .sort:
      guard let column = ProjectColumn(spoken: rest) else { return nil }
      self = .sort(column)
    case .showReports:
      let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
      guard let name = parts.first, let kind = ReportQuestion.Kind(spoken: name) else {
        return nil
      }
      let period = parts.count > 1 ? Period(spoken: parts[1], today: today) : nil
      if parts.count > 1, period == nil { return nil }
      self = .report(kind, period)
    case .writeReport: self = .writeReport(rest)
    case .importFile: self = .importFile(rest)
    case .copy: self = .copy(to: TypedArguments.whole(rest))
    case .calendar: self = .letOut(.calendar, rest)
    case .publish: self = .letOut(.publish, rest)
    case .remind:
      guard ["send", "发送"].contains(rest.lowercased()) else { return nil }
      self = .letOut(.remind, rest)
    case .rename:
      guard let renaming = Renaming(spoken: rest) else { return nil }
      self = .rename(renaming)
    case let action? where action.takesWords && !action.isTitled(text): self = .fill(action, rest)
    default: self.init(verb, rest, today: today)
    }
  }

  /// Reads a command whose verb stands for no action by itself.
  private init?(_ verb: String, _ rest: String, today: Day) {
    switch verb {
    case "stage", "阶段":
      guard let stage = Stage(spoken: rest) else { return nil }
      self = .stage(stage)
    case "view", "视图":
      self = Screen(spoken: rest).map(CommandLine.view) ?? .savedView(rest)
    case "save", "保存", "存为": self = .saveView(rest)
    case "forget", "忘记", "删视图": self = .forgetView(rest)
    case "asof", "截至":
      guard let day = BusinessDate(spoken: rest, today: today)?.settled else { return nil }
      self = .asOf(day)
    default: return nil
    }
  }
}

extension ProjectID {
  /// Reads `#27`, `27` or `２７`.
  fileprivate init?(spoken: String) {
    guard let number = UInt32(FullWidth.folded(spoken).drop { $0 == "#" }) else { return nil }
    self.init(number)
  }
}

extension Renaming {
  /// Reads `unit 招商一局 投资一局`, `单位 …`, with `merge` or `合并` at the end when the two become one.
  ///
  /// A name with a blank in it stands between quotation marks.
  fileprivate init?(spoken: String) {
    let arguments = TypedArguments(spoken)
    let words = arguments.words.map(\.text)
    guard words.count == 3 || words.count == 4 && ["merge", "合并"].contains(words[3].lowercased()),
      !arguments.isQuoted, let kind = Renaming.Kind(spoken: words[0])
    else { return nil }
    self.init(kind, from: words[1], to: words[2], merges: words.count == 4)
  }
}

extension Screen {
  /// Reads a view's name in either language.
  package init?(spoken: String) {
    switch spoken.lowercased() {
    case "board", "看板": self = .board
    case "list", "列表", "台账": self = .list
    case "funnel", "漏斗": self = .funnel
    case "timeline", "时间线", "路径", "招商路径": self = .timeline
    case "agenda", "待办": self = .agenda
    case "report", "reports", "报表": self = .report
    case "history", "历史": self = .history
    case "requests", "诉求": self = .requests
    case "targets", "目标": self = .targets
    default: return nil
    }
  }
}
