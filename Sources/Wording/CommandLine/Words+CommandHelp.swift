/// A subcommand, as the help text speaks of it.
package enum CommandTopic: CaseIterable, Sendable {
  case board, demo, initialise
  case list, show, search, timeline, agenda, history, funnel, trend, count
  case add, edit, move, hold, resume, lose, withdraw, archive, reopen
  case log, milestone, next, note, tag, assign, undo, redo
  case importing, exporting, report, backup, restore, copy, doctor, verify, seal
  case member, memberAdd, memberLeave, memberList, upgrade, cache, cacheList, cacheClear
  case remind, calendar, watch, publish, hooks, hooksStatus, hooksDeliver
  case theme, themeList, themeCheck, themePreview, themePath, config, configShow, configPath,
    configInit, keys
}

extension Words {
  package var programAbstract: String {
    say("招商项目看板：从对接到签约，一张终端里的看板。", "A pipeline board for investment promotion, in a terminal.")
  }

  package var programDiscussion: String {
    say(
      "不带子命令就打开看板；标准输出不是终端时，把看板印成文字。\n"
        + "项目可写编号（27、#27）或能唯一对上的名称，也可用拼音首字母。\n"
        + "使用手册按任务分页：zhaoshang help 任务 列出各页，zhaoshang help 一次拜访 印出一页。\n\n"
        + "退出状态：0 做完；1 按规则不能做，或没有找到；64 命令写错；65 导入的文件有误；"
        + "73 已经做完并存盘，只是结果打印不出来，不要再做；74 数据受损或写不进去；75 别人正在写；78 配置有误。",
      "Without a subcommand it opens the board; where stdout is no terminal, it prints the board.\n"
        + "A project is 27, #27, or a name (or pinyin initials) that fits exactly one.\n"
        + "The handbook has a page a task: zhaoshang help tasks lists them, zhaoshang help visit prints one.\n\n"
        + "Exit status: 0 done; 1 refused by a rule, or not found; 64 the command line is wrong; "
        + "65 bad input file; 73 done and stored, but not printed: do not do it again; "
        + "74 the store is damaged or cannot be written; 75 the store is busy; 78 bad configuration."
    )
  }

  package var readingGroup: String { say("查看", "Reading") }
  package var writingGroup: String { say("记录", "Recording") }
  package var filesGroup: String { say("文件", "Files") }
  package var reachingGroup: String { say("送到人手里", "Reaching people") }
  package var careGroup: String { say("维护", "Care") }

  /// What a subcommand does, in one line.
  package func about(_ topic: CommandTopic) -> String {
    switch topic {
    case .board: say("打开看板。", "Open the board.")
    case .demo: say("打开示例，不碰自己的数据。", "Open an example; nothing of yours is touched.")
    case .initialise: say("新建数据目录，或服务器上的数据。", "Make a store.")
    case .list: say("列出项目。", "List projects.")
    case .show: say("显示一个项目的全部内容。", "Show all of one project.")
    case .search: say("按文字、拼音或首字母查找。", "Find by text, pinyin or initials.")
    case .timeline: say("招商路径：按日期列出做过的事。", "The dated path of what was done.")
    case .agenda: say("逾期、今天、没有下步、久未跟进。", "What is overdue, due, without a next step or stale.")
    case .history: say("谁在什么时候改了什么。", "Who changed what, and when.")
    case .funnel: say("漏斗：每个阶段到过多少、推进多少。", "How many reached each stage and went on.")
    case .trend:
      say("趋势：每月新进、推进、签约、流失多少。", "What entered, advanced, was signed and lost per month.")
    case .count: say("对接、外出考察、来访接待的次数。", "Count contacts, outbound visits and receptions.")
    case .add: say("新增项目。", "Add a project.")
    case .edit: say("修改项目的字段。", "Change fields of a project.")
    case .move: say("把项目移到另一阶段。", "Move a project to a stage.")
    case .hold: say("挂起，到期复核。", "Put on hold until a review date.")
    case .resume: say("恢复推进。", "Take off hold.")
    case .lose: say("记为流失，要有原因。", "Mark as lost, with a reason.")
    case .withdraw: say("放弃，要有原因。", "Give up, with a reason.")
    case .archive: say("退库：不再计入统计。", "Take off the register; it is no longer counted.")
    case .reopen: say("重新启用，回到原来的阶段。", "Take back into the stage it held.")
    case .log: say("记录一次活动。", "Record an activity.")
    case .milestone: say("记录一个节点。", "Record a milestone.")
    case .next: say("定下步打算和期限。", "Set the next step and when it is due.")
    case .note: say("加一条备注。", "Add a note.")
    case .tag: say("加或去掉标签。", "Add or remove tags.")
    case .assign: say("指定责任人或牵头单位。", "Set who is responsible.")
    case .undo: say("撤销自己最近一次操作，或指定的一次。", "Take back your last change, or a given one.")
    case .redo: say("重做刚撤销的操作。", "Do again what was undone.")
    case .importing: say("从文件导入，作为可撤销的一步。", "Import a file as one step that can be undone.")
    case .exporting: say("导出为文件。", "Export to a file.")
    case .report:
      say("周报、月报、招商路径、台账、领导一页通。", "What a bureau files: weekly, monthly, path, ledger, one page.")
    case .backup: say("备份数据目录，别人可以照常写。", "Copy the store, while others go on writing.")
    case .restore: say("从备份恢复，不覆盖已有的数据。", "Bring a backup back; nothing is overwritten.")
    case .copy:
      say(
        "把全部记录逐字节复制到新的目录或服务器。", "Copy all records, byte for byte, to a new folder or server.")
    case .doctor:
      say("检查数据，说明怎么办，或与备份对照。", "Look the store over, say what to do, or hold it against a backup.")
    case .verify: say("逐条核对数据，好就不出声。", "Check every record; silent when all is well.")
    case .seal: say("算出全部记录的指纹，印在纸上可作凭证。", "Print a digest of all records, to be kept on paper.")
    case .remind: say("每人每天一份提醒：逾期、到期、停滞、流转、诉求。", "One digest a person a day of what is due.")
    case .calendar:
      say("下步、复核和诉求的日历（.ics），可订阅。", "A calendar (.ics) of what is due, to subscribe to.")
    case .watch: say("记录一存盘就印出，供其他程序用。", "Print changes as they are stored, for other programs.")
    case .publish: say("写出不用终端也能看的网页。", "Write pages for those without a terminal.")
    case .hooks: say("本单位听取变更的程序。", "The bureau's own programs that hear of changes.")
    case .hooksStatus: say("送到哪一条，上次出了什么错。", "Up to where they have heard, and what went wrong.")
    case .hooksDeliver: say("把还没有送出的送出。", "Deliver what is not delivered yet.")
    case .member: say("服务器上的数据由谁写。", "Who writes in a store on a server.")
    case .memberAdd: say("让一个账号可以写。", "Let an account write.")
    case .memberLeave: say("收回一个账号的权限；写过的仍在。", "Take an account's rights; what it wrote stays.")
    case .memberList: say("列出成员。", "List the members.")
    case .upgrade:
      say(
        "把服务器上的表、函数和权限补成该有的样子。",
        "Make tables, functions and rights on a server what they should be.")
    case .cache: say("服务器上的数据在本机的副本。", "This machine's copies of stores on servers.")
    case .cacheList: say("列出本机的副本。", "List the copies.")
    case .cacheClear:
      say("删掉本机的副本，下次打开重新读。", "Remove this machine's copy; the next opening reads it anew.")
    case .theme: say("配色主题。", "Colour themes.")
    case .themeList: say("列出主题。", "List the themes.")
    case .themeCheck: say("检查主题文件。", "Check a theme file.")
    case .themePreview: say("预览主题。", "Show a theme's colours.")
    case .themePath: say("主题文件放在哪里。", "Where theme files are looked for.")
    case .config: say("配置。", "The configuration.")
    case .configShow:
      say("显示生效的配置，以及每一项从哪里来。", "Show the configuration in force and where it comes from.")
    case .configInit:
      say("写一份带说明的配置文件，不覆盖已有的。", "Write a configuration file with comments; never over another.")
    case .keys: say("看板的按键和命令。", "The board's keys and commands.")
    case .configPath: say("配置文件的位置。", "Where the configuration file is.")
    }
  }
}
