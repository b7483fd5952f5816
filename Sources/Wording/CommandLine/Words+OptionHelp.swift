/// An option or argument, as the help text speaks of it.
package enum OptionTopic: CaseIterable, Sendable {
  case store, language, today, asOf, json, csv, colour, theme
  case project, stage, on, reason, toTop, review, lossReason, toPlace, note, text
  case name, fields, expect, startStage, investor, lead, owner, amount, source, cluster, industry
  case kind, tag
  case alsoProject, activityKind, end, place, site, leader, leaderTitle, team, counterpart, times
  case headcount, days, outcome, outcomeText, trip, line
  case milestoneKind, milestoneName, batch, document, due, who, clear, removeTag
  case sequence, anybody, filter, sort, limit, query, everything
  case method, by, from, to, withAmounts, dwell, rule, credit, drill
  case compare, flow, trendBy
  case example, reportKind, profile, filedBy, filingTeam, phone, output, skipBad
  case columnMap, saveMap, sheet, force
  case importUnit, importYear, importStage, importSigned, importReview
  case same, means, columnMeaning, cellValue, leaveOut
  case despiteSums, importKind, struck, blankUnit, importActivity, explain
  case path, copyTo, copyFrom, repairFrom, repairWay, seal, consent, group, keep, file
  case dryRun, again, format, encoding, themeName
  case sql, role, memberName, copySource, copyTarget, keptCopies
  case script, size, plainBoard
  case view
  case addressee, withoutAlarms, afterSequence, dryRunReminders, remindAgain
  case pageFolder, withoutFields, summariesOnly, watchPages
}

extension Words {
  /// What an option is for, in one line.
  package func option(_ topic: OptionTopic) -> String {
    switch topic {
    case .store:
      say(
        "数据目录，或 postgresql://主机/库、service=名称（否则 $ZHAOSHANG_STORE，再否则 $XDG_DATA_HOME/zhaoshang）",
        "The store: a folder, postgresql://HOST/DATABASE or service=NAME (else $ZHAOSHANG_STORE, else $XDG_DATA_HOME/zhaoshang)"
      )
    case .language: say("界面语言：zh 或 en", "Language: zh or en")
    case .today: say("把这一天当作今天，供脚本用", "Take this day for today, for scripts")
    case .asOf: say("看这一天的情形", "Show things as they were on a day")
    case .json: say("输出 JSON", "Print JSON")
    case .csv: say("输出 CSV（带 BOM，Excel 可直接打开）", "Print CSV (with a BOM, for Excel)")
    case .colour: say("颜色：auto、always、never", "Colour: auto, always or never")
    case .theme: say("配色主题", "The colour theme")
    case .project: say("项目编号或名称", "A project's number or name")
    case .stage: say("阶段：代码、中文名或 1–6", "A stage: code, Chinese name or 1–6")
    case .on: say("业务日期（默认今天）", "The business date (today when not given)")
    case .reason: say("原因", "The reason")
    case .toTop: say("放到那一列最上面", "Put it on top of its column")
    case .review: say("复核日期", "The day to look at it again")
    case .lossReason: say("流失原因代码", "The code of the reason")
    case .toPlace: say("落户何处", "Where it went instead")
    case .note: say("备注", "A note")
    case .text: say("内容", "The text")
    case .name: say("项目名称", "The project's name")
    case .fields: say("字段=值，可多个；值为空即清除", "FIELD=VALUE, any number; an empty value clears it")
    case .expect:
      say(
        "字段=值，您看到的值，可多次；若已不是这个值则不改",
        "FIELD=VALUE as you saw it; may be repeated; when it holds another by now, nothing changes")
    case .startStage: say("从哪个阶段开始（默认对接）", "The stage it begins in (contact when not given)")
    case .investor: say("投资方，可多次", "An investor; may be repeated")
    case .lead: say("牵头单位，可多次，第一个为主", "A lead unit; may be repeated, the first leads")
    case .owner: say("责任人", "Who is responsible")
    case .amount: say("总投资，如 1.6亿、2000万美元、未披露", "The amount, like 160m CNY, 20m USD, undisclosed")
    case .source: say("线索来源", "Where the lead came from")
    case .cluster: say("产业集群", "The industrial cluster")
    case .industry: say("产业类型", "The industry")
    case .kind: say("项目类型", "The kind of project")
    case .tag: say("标签", "A tag")
    case .alsoProject: say("同一活动的其他项目，可多次", "Another project of the same record; may be repeated")
    case .activityKind: say("活动类型", "The kind of activity")
    case .end: say("最后一天", "The last day")
    case .place: say("地点", "The place")
    case .site: say("参观点，可多次", "A site; may be repeated")
    case .leader: say("带队领导", "Who led the delegation")
    case .leaderTitle: say("带队领导的职务", "The leader's title")
    case .team: say("陪同人员，可多次", "Who went along; may be repeated")
    case .counterpart: say("对方单位，可多次", "An organisation met; may be repeated")
    case .times: say("次数（默认 1）", "How many occurrences (1 when not given)")
    case .headcount: say("人次", "Person-visits")
    case .days: say("天数", "Days away")
    case .outcome: say("结果代码", "The code of the outcome")
    case .outcomeText: say("结果的原话", "The outcome in words")
    case .trip: say("行程名称", "The trip's name")
    case .line: say("台账行号", "The ledger line")
    case .milestoneKind: say("节点类型", "The kind of milestone")
    case .milestoneName: say("节点名称", "What it is called")
    case .batch: say("一批的个数", "How many at once")
    case .document: say("文号", "The document")
    case .due: say("期限", "When it is due")
    case .who: say("由谁办", "Who does it")
    case .clear: say("清除", "Clear it")
    case .removeTag: say("去掉标签，可多次", "A tag to remove; may be repeated")
    case .sequence: say("记录的序号", "The number of the change")
    case .anybody: say("不限于自己的操作", "Whoever made the change")
    case .filter:
      say("筛选条件，如 阶段:意向 总投资>1亿 -标签:重点", "A filter, like stage:intent owner:me -tag:urgent")
    case .sort: say("排序", "The order")
    case .limit: say("最多几条", "At most so many")
    case .query: say("要找的文字", "The text to find")
    case .everything: say("包括流失、放弃、退库的项目", "Also what was lost, withdrawn or archived")
    case .method: say("算法：step、any、through、strict", "How to count: step, any, through or strict")
    case .by: say("分组", "What to break it down by")
    case .from: say("从这一天", "From this day")
    case .to: say("到这一天", "To this day")
    case .withAmounts: say("同时给出金额", "Give the amounts too")
    case .dwell:
      say(
        "停留天数按：visit、cumulative、first、latest",
        "Dwell figures by: visit, cumulative, first or latest")
    case .compare:
      say(
        "对比两个日期、两段时间或两个单位，如 2023-07-01 2023-09-04",
        "Put two days, periods or units side by side, like 2023-07-01 2023-09-04")
    case .flow:
      say(
        "计期间内的进入次数和当期比率，不限同批",
        "Count entries in the period and their periodic ratio, not a cohort")
    case .trendBy: say("每行一个月或一季：month、quarter", "A row a month or a quarter: month or quarter")
    case .rule: say("计数规则：occurrences、lines、trips", "What to count: occurrences, lines or trips")
    case .credit:
      say(
        "联合带队怎么计：full（各计一次）、split（各计 1/n）",
        "Joint leads: full credit each, or split 1/n")
    case .drill: say("列出所计的每一条", "List what was counted")
    case .example:
      say(
        "zouping（公开报道，缺省）或 bureau（虚构的招商局，120 个项目）",
        "zouping, a public article (the default), or bureau, an invented bureau of 120 projects")
    case .reportKind: say("week、month、path、ledger 或 leader", "week, month, path, ledger or leader")
    case .profile: say("台账栏目：standard、a、b、full", "The ledger's columns: standard, a, b or full")
    case .filedBy: say("填报人（默认自己）", "Who files it (you when not given)")
    case .filingTeam: say("组别", "The team that files it")
    case .phone: say("填报人电话", "The phone of who files it")
    case .output: say("写到这个文件，要么写全要么不写", "Write this file, as a whole or not at all")
    case .skipBad:
      say("有误的行另存到这个文件，其余照常导入", "Put rows that are wrong into this file and import the rest")
    case .columnMap:
      say(
        "本单位列名的对照表（否则按配置 import.map）",
        "What your own headings mean (else import.map of the configuration)")
    case .saveMap:
      say("把这份台账的列名对照写到这个文件，供修改", "Write what this ledger's headings mean, to be edited")
    case .force: say("文件已经存在也覆盖", "Replace a file that is there")
    case .sheet: say("读哪张工作表", "The worksheet to read")
    case .importUnit:
      say("没有写单位的金额按什么算，如 万元、万美元", "What amounts without a unit count, like yuan or m USD")
    case .importYear: say("没有年份的日期是哪一年", "The year of dates without one")
    case .importStage:
      say("没有写阶段的新项目放在哪个阶段", "Where new projects stand whose row tells no stage")
    case .importSigned:
      say(
        "写明已签约、没有写日期的行按哪天签约，可以只到年或月",
        "When rows were signed that say that they are and not when; a year or a month will do")
    case .importReview:
      say("暂停而没有写复核日期的行哪天再看", "When rows on hold are looked at again that do not say it")
    case .same:
      say(
        "行号=项目编号（或 new）：这一行就是那个项目，可多次",
        "ROW=NUMBER (or new): the project that a row is; may be repeated")
    case .means:
      say(
        "词=含义：阶段、状态的词，或列名，可多次",
        "WORD=MEANING of a stage, a status or a heading; may be repeated")
    case .columnMeaning:
      say("列号=字段，如 5=amount (万元)，可多次", "COLUMN=FIELD, like 5=amount (m USD); may be repeated")
    case .cellValue:
      say("行,列=内容：这一格按此读，可多次", "ROW,COLUMN=TEXT to read in a cell's place; may be repeated")
    case .leaveOut: say("不导入这一行，可多次", "A row that is not to be taken; may be repeated")
    case .despiteSums: say("合计对不上也导入", "Import though stated sums differ")
    case .importKind:
      say(
        "行是什么：projects、activities、milestones、requests 或 targets",
        "What the rows are: projects, activities, milestones, requests or targets")
    case .struck: say("画了删除线的行：take 或 leave", "Rows that are struck through: take or leave")
    case .importActivity:
      say("没有写是外出还是来访的活动算哪一类", "What journeys are whose table does not say it")
    case .blankUnit:
      say(
        "单位空着的行：above 同上面的单位，none 没有单位",
        "Rows whose unit is blank: above for the one above, none for none")
    case .explain: say("逐行说明当作什么", "Tell of each row what it was taken for")
    case .path: say("目录", "The folder")
    case .copyTo: say("备份放到哪个目录，必须还不存在", "The folder for the copy; it must not be there yet")
    case .copyFrom: say("备份所在的目录", "The folder of the backup")
    case .repairWay:
      say(
        "没有备份时：gap 放弃受损之处以后的内容，接着写（先列出会失去什么）",
        "Without a backup: gap gives up what follows the damage and goes on (lists the loss first)")
    case .consent: say("同意放弃，真的去做", "Agree to the loss, and do it")
    case .repairFrom:
      say(
        "与这个目录里的备份逐字节对照；受损就用它修补",
        "Compare with the backup in this folder byte for byte; mend with it what is damaged")
    case .seal:
      say(
        "核对一个印出来的账本指纹：'#4711 3f9a…'，至少 16 位",
        "Check a seal that was printed: '#4711 3f9a…', 16 digits of it at least")
    case .sql:
      say("只印出数据库管理员要执行的 SQL，不连接", "Only print the SQL that a DBA would run; connect to nothing")
    case .role: say("服务器上的账号", "An account on the server")
    case .memberName: say("在记录上署的名", "The name that changes are signed with")
    case .copySource:
      say("从哪里复制：目录、postgresql:// 或 service=", "What to copy: a folder, postgresql:// or service=")
    case .copyTarget: say("复制到哪里，那里必须还没有数据", "Where to; there must be no store yet")
    case .keptCopies:
      say(
        "连服务器退回以前的副本也删：那里有服务器已经没有的记录",
        "Also what was kept when the server went back: it holds records that the server has lost")
    case .group: say("可共同使用的用户组", "The group that may share it")
    case .keep: say("把示例留在这个目录", "Keep the example in this folder")
    case .file: say("文件；- 为标准输入或输出", "The file; - for stdin or stdout")
    case .dryRun: say("只检查，不写入", "Check only, write nothing")
    case .again: say("交换文件里已在库的项目也再加一次", "Add projects of an exchange file that are there already")
    case .format: say("格式", "The format")
    case .encoding: say("字符编码：utf-8 或 gb18030", "The character set: utf-8 or gb18030")
    case .plainBoard:
      say(
        "不用整屏：逐行提问、编号回答，给读屏软件用", "no screen: a prompt and numbered answers, for screen readers")
    case .script:
      say(
        "按脚本操作看板并打印画面，不用终端", "Drive the board by a script and print its frames, without a terminal")
    case .size: say("脚本用的画面大小", "The size of the script's screen")
    case .view: say("看板里用 :save 存下的视图", "A view that :save kept on the board")
    case .addressee: say("只要这个人或单位的", "Only what is this person's or unit's")
    case .withoutAlarms: say("不要提醒铃", "Without alarms")
    case .afterSequence: say("从这一条之后开始", "Begin after the change of this number")
    case .dryRunReminders: say("只印出，不发送", "Print them, send nothing")
    case .remindAgain: say("发过或中断过的也再发", "Send also what was sent or cut short today")
    case .pageFolder:
      say("网页放到哪个目录：空的，或以前由本程序写的", "The folder for the pages: empty, or written by us before")
    case .withoutFields:
      say("不放上网页的字段，如 contact,amount", "Fields that stand on no page, like contact,amount")
    case .summariesOnly: say("不写单个项目的网页", "Without a page for each project")
    case .watchPages: say("一有变更就重写", "Write again at each change")
    case .themeName: say("主题名称或文件", "A theme's name or file")
    }
  }
}
