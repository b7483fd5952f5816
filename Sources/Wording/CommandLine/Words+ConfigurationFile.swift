// The file that `config init` writes, and how `config show` speaks of where things come from.
extension Words {
  package var defaultOrigin: String { say("默认", "default") }
  package var accountOrigin: String { say("登录名", "login name") }
  package func isThereAlready(_ path: String) -> String {
    say("\(path) 已经有了，没有改动", "\(path) is there already and was left as it is")
  }

  /// An action of the board whose keys may be set.
  package struct ConfigurableKeys {
    package let action: String
    package let keys: [String]
    package let title: String

    package init(action: String, keys: [String], title: String) {
      self.action = action
      self.keys = keys
      self.title = title
    }
  }

  /// A configuration with every setting in it, commented out at its default.
  package func configurationFile(themes: [String], keys: [ConfigurableKeys]) -> String {
    let head = [
      say(
        "招商看板的配置。去掉行首的 # 就生效；删掉这一行就回到默认。",
        "The configuration of zhaoshang. Take the # off a line to set it; without the line the default holds."
      ),
      say(
        "zhaoshang config show 说明每一项现在的值和出处；写错的行会连同行号报出来。",
        "zhaoshang config show tells each value and where it comes from, and which lines are wrong."
      ),
    ]
    let general = [
      setting(
        "language = \"\(language.tag)\"",
        say("界面语言：zh-Hans 或 en；不设就跟随系统的 LANG", "zh-Hans or en; LANG decides when not set")),
      setting(
        "theme = \"default-dark\"",
        say("主题的名称或文件：", "a theme's name or file: ") + themes.joined(separator: " ")),
      setting(
        "colour = \"auto\"",
        say(
          "颜色：auto、always 或 never；auto 时听 NO_COLOR 的",
          "auto, always or never; auto obeys NO_COLOR")),
      setting(
        "mouse = true",
        say("打开看板时是否接管鼠标；看板里用 % 开关", "whether the board takes the mouse; % switches it there")),
      setting(
        "ambiguous = \"auto\"",
        say(
          "“①…—” 一类字符占几列：auto（打开看板时问终端）、1 或 2",
          "columns of characters like “①…—”: auto (the terminal is asked), 1 or 2")),
    ]
    let user = [
      "[user]",
      setting(
        "name = \"\(say("王敏", "Wang Min"))\"",
        say("记录上署的名字；不设就用登录名", "the name you sign with; the login name when not set")),
      setting(
        "unit = \"\(say("招商一局", "Bureau One"))\"",
        say("所在单位；新建项目时先填作牵头单位", "your unit; a new project's lead at first")),
    ]
    let stale =
      [
        "[stale]",
        comment(
          say(
            "在一个阶段多少天没有动静算停滞，1 到 3650", "days without news after which a card is stale, 1 to 3650")),
      ]
      + [
        ("contact", 14), ("visit", 14), ("return-visit", 21), ("intent", 30), ("approval", 30),
      ].map { "# \($0.0) = \($0.1)" }
    let bindings =
      [
        "[keys]",
        comment(
          say(
            "动作 = \"键\" 或 [\"键\", \"键\"]，代替默认的键；[] 表示不要键。",
            "action = \"key\" or [\"key\", \"key\"], in place of the usual keys; [] takes them away."
          )),
        comment(
          say(
            "键写作 a、A、/、Ctrl-R、Alt-x、Shift-Up、F5、Space、Enter、PgDn；同一屏上不能重复。",
            "Keys are a, A, /, Ctrl-R, Alt-x, Shift-Up, F5, Space, Enter, PgDn; none may mean two things."
          )),
        comment(
          say(
            "Ctrl-S Q Z C H I J M A B 由终端、tmux 和 screen 使用，不能绑定。",
            "Ctrl-S Q Z C H I J M A B belong to the terminal, tmux and screen.")),
      ]
      + keys.map { binding in
        let names = binding.keys.map(quoted).joined(separator: ", ")
        let value = binding.keys.count == 1 ? names : "[\(names)]"
        return setting("\(binding.action) = \(value)", binding.title)
      }
    let ledgers = [
      "[import]",
      setting(
        "map = \"\(say("/家/列名.toml", "/home/map.toml"))\"",
        say("导入台账时的列名对照文件；不设就只认常用列名", "a file of column names for ledgers; none when not set")),
    ]
    let store = [
      "[store]",
      setting(
        "trusted_file_systems = []",
        say(
          "锁和落盘确实靠得住、可以写入的其他文件系统，如 [\"fuse\"]；不写就只写本机磁盘",
          "other file systems where locks and flushes hold, such as [\"fuse\"]; none but local disks"
        )),
    ]
    let sections = [
      head.map(comment), general, user, stale, ledgers, store, reminders, hooks, ownCommands,
      bindings,
    ]
    return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var reminders: [String] {
    [
      "[remind]",
      setting("days = 3", say("提前几天提醒", "how many days ahead")),
      setting("hand_over_days = 1", say("流转等了几天起提醒", "from how many days on for hand-overs")),
      setting(
        "kinds = [\"step\", \"review\", \"request\", \"hand-over\", \"stale\"]",
        say("提醒什么", "what of")),
      setting(
        "format = \"text\"",
        say(
          "写成什么：text、mail、wecom、dingtalk、feishu 或 json",
          "text, mail, wecom, dingtalk, feishu or json")),
      setting("from = \"zhaoshang@ju.example\"", say("邮件的发件人", "the sender of mail")),
      setting(
        "command = [\"sendmail\", \"-t\"]",
        say("从标准输入收一份提醒的程序；不设就只印出", "the program that gets a message on stdin; none prints only")),
      "[remind.mail]",
      setting(
        "\"\(say("王敏", "Wang Min"))\" = \"wang@ju.example\"",
        say("各人的邮箱；\"*\" 收没有责任人、没有邮箱的", "mail addresses; \"*\" for everything else")),
    ]
  }

  private var hooks: [String] {
    [
      "[hooks]",
      setting(
        "on-change = [\"/opt/hear\"]",
        say("每存盘一条，从标准输入收一行 JSON", "gets each stored change as a line of JSON on stdin")),
      setting(
        "before-commit = [\"/opt/rule\"]",
        say(
          "存盘前看一眼；退出非 0 就不存，第一行是理由",
          "looks before; ending with other than 0 it refuses, its first line says why")),
    ]
  }

  private var ownCommands: [String] {
    [
      "[commands.card]",
      setting("key = \"Alt-w\"", say("看板上的键", "its key on the board")),
      setting("zh = \"打印名片\"", say("中文名", "its name in Chinese")),
      setting("en = \"Print the card\"", say("英文名", "its name in English")),
      setting(
        "run = [\"lp\", \"{number}\", \"{name}\"]",
        say(
          "程序和参数；{number} {name} {owner} {stage} {store} 和 {1}… 各是一个词",
          "program and arguments; {number} {name} {owner} {stage} {store} and {1}… are one word each"
        )),
      setting(
        "output = \"pane\"", say("输出到：pane、line 或 screen", "where it prints: pane, line or screen")),
      setting(
        "ask = [\"\(say("份数", "Copies"))\"]",
        say("先问什么，答案是 {1}、{2}…", "what is asked first, {1}, {2}…")),
    ]
  }

  private func comment(_ text: String) -> String { "## " + text }

  /// A setting that is commented out, with what it is for beside it.
  private func setting(_ assignment: String, _ about: String) -> String {
    let gap = String(repeating: " ", count: max(1, 34 - assignment.utf8.count))
    return "# " + assignment + gap + "# " + about
  }

  private func quoted(_ key: String) -> String {
    key == "\\" || key == "\"" ? "'\(key)'" : "\"\(key)\""
  }
}
