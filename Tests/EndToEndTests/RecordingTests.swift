import JSON
import TestSupport
import Testing

/// Every subcommand that changes something, one story each.
@Suite struct RecordingTests {
  private func withProject() async throws -> Desk {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼激光雷达项目", "--investor", "光翼科技", "--on", "2026-11-16")
    return desk
  }

  private func row(_ desk: Desk) async throws -> JSONValue? {
    try await desk.json("list", "--all").array?.first
  }

  @Test func addTakesOptionsAndAssignmentsAndSaysTheNumber() async throws {
    let desk = try await Desk.withStore()
    let outcome = try await desk.zhaoshang(
      "add", "光翼激光雷达项目", "投资方=光翼科技", "source=展会", "--owner", "王磊", "--tag", "重点",
      "--stage", "考察", "--on", "2026-11-16", "--today", "2026-11-22")
    #expect(
      outcome
        == .init(status: 0, stdout: "新增 #1 光翼激光雷达项目，在考察\n", stderr: "已存盘 记录 1\n"))
    let row = try await row(desk)
    #expect(row?["owner"] == "王磊")
    #expect(row?["stage"] == "visit")
    #expect(row?["days_in_stage"] == 6)
    #expect(
      try await desk.json("add", "二期", "--investor", "光翼科技")
        == ["seq": 2, "events": 1, "projects": [2]])
  }

  @Test func editChangesAndClearsFields() async throws {
    let desk = try await withProject()
    try await desk.does("edit", "1", "金额=2亿", "责任人=李梅", "tags=重点、急")
    #expect(try await row(desk)?["tags"] == ["重点", "急"])
    try await desk.does("edit", "光翼", "owner=")
    #expect(try await row(desk)?["owner"] == .null)
    let again = try await desk.zhaoshang("edit", "1", "金额=2亿")
    #expect(again == .init(status: 0, stdout: "", stderr: "没有变化\n"))
  }

  @Test func whatIsTypedIsReadByWhatItIsAndItsWordsAreKept() async throws {
    let desk = try await Desk.withStore()
    try await desk.does(
      "add", "樱花模具项目", "投资方=Sakura Mold Co., Ltd.；甲公司", "--amount", "约2亿", "--on", "12月28日",
      "--today", "2026-11-30")
    let row = try await row(desk)
    #expect(row?["investors"] == ["Sakura Mold Co., Ltd.", "甲公司"])
    let shown = try await desk.zhaoshang("show", "1").stdout
    #expect(shown.contains("总投资：约2亿") && shown.contains("2025-12-28"), "\(shown)")
    try await desk.does(
      "edit", "1", "金额=￥1,200.00", "expected_signing=12月28日", "--today", "2026-11-30")
    #expect(try await desk.zhaoshang("show", "1").stdout.contains("2026-12-28"))
    for (value, said) in [
      ("3-5亿元", "不是一个数"), ("1200", "没有单位"), ("（4500）", "是负数"), ("三千万", "不是金额"),
    ] {
      try await desk.refuses("edit", "1", "金额=" + value, status: 64, saying: value, said)
    }
    try await desk.refuses("note", "1", "电话", "--on", "2月30日", status: 64, saying: "日历上没有「2月30日」")
    try await desk.refuses("edit", "1", "联系方式=1.38E+10", status: 64, saying: "科学计数")
  }

  @Test func aDateIsReadByWhatItIsAtEveryDoor() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼激光雷达", "投资方=光翼科技", "--on", "25日")
    // On a Sunday, the 22nd: of what has happened, and of what is due.
    for (typed, happened, due) in [
      ("1225", "2025-12-25", "2026-12-25"), ("25日", "2026-10-25", "2026-11-25"),
      ("12月28日", "2025-12-28", "2026-12-28"), ("周三", "2026-11-18", "2026-11-25"),
    ] {
      try await desk.does(
        "log", "1", "call", "--on", typed, "--note", "问\(typed)")
      try await desk.does("next", "1", "再谈", "--due", typed)
      let shown = try await desk.zhaoshang("show", "1", "--today", deskDay).stdout
      #expect(shown.contains(happened) && shown.contains(due), "\(typed): \(shown)")
    }
    for (typed, due) in [("月底", "2026-11-30"), ("下周", "2026-11-29"), ("下月底", "2026-12-31")] {
      try await desk.does("next", "1", "再谈", "--due", typed)
      #expect(try await row(desk)?["next"]?["due"] == .string(due), "\(typed)")
    }
  }

  @Test func whatCannotBeReadIsRefusedByOneSentenceAtEveryDoor() async throws {
    let desk = try await withProject()
    for typed in ["2月30日", "昨天的昨天", "45126", "3/4/2023"] {
      var said: Set<String> = []
      for door in [
        ["add", "另一个项目", "投资方=乙公司", "--on", typed], ["move", "1", "visit", "--on", typed],
        ["log", "1", "call", "--on", typed], ["note", "1", "电话", "--on", typed],
        ["milestone", "1", "registered", "--on", typed], ["next", "1", "回访", "--due", typed],
        ["hold", "1", "--reason", "等批", "--review", typed],
        ["edit", "1", "预计签约=" + typed], ["edit", "1", "首谈日期=" + typed],
      ] {
        let result = try await desk.run("zhaoshang", door)
        #expect(result.status == 64, "\(door)")
        said.insert(result.stderr)
      }
      #expect(said.count == 1, "\(typed): \(said)")
    }
  }

  @Test func anEditThatExpectsAnotherValueChangesNothing() async throws {
    let desk = try await withProject()
    try await desk.does("edit", "1", "金额=2亿", "责任人=李梅", "tags=重点、急")
    try await desk.does("edit", "1", "金额=3亿", "--expect", "金额=2亿")
    let late = try await desk.zhaoshang("edit", "1", "金额=4亿", "--expect", "amount=2亿")
    #expect(late.status == 1)
    #expect(late.stderr.contains("刚被改为「3亿」，您的是「4亿」"), "\(late)")
    // One that is not to be changed must be as it was seen too, and one of many stops all.
    try await desk.refuses(
      "edit", "1", "landing=经开区", "--expect", "owner=王敏", "--lang", "en", status: 1,
      saying: "李梅", "王敏")
    #expect(try await desk.json("history").array?.count == 3)
    // Both want the same; nothing is expected to be there; a list is read as it is for an edit.
    let same = try await desk.zhaoshang("edit", "1", "金额=3亿", "--expect", "金额=2亿")
    #expect(same == .init(status: 0, stdout: "", stderr: "没有变化\n"))
    try await desk.does("edit", "1", "landing=经开区", "--expect", "landing=")
    try await desk.does("edit", "1", "tags=急", "--expect", "tags=重点，急", "--expect", "金额=3亿")
    try await desk.refuses("edit", "1", "tags=急", "--expect", "颜色=红", status: 64, saying: "颜色")
    try await desk.refuses(
      "edit", "1", "tags=急", "--expect", "tags=急", "--expect", "tags=慢", status: 64, saying: "标签")
  }

  @Test(.enabled(if: Tracing.works, "strace is not here, or may not trace"))
  func anEditIsAskedWhenAColleagueChangesTheFieldAfterTheStoreWasRead() async throws {
    let desk = try await withProject()
    try await desk.does("edit", "1", "owner=王敏")
    // What the colleague stores is written beside, to be put into the store at the right moment.
    let (here, there) = (desk.store, desk.home.path("另一处"))
    _ = try await desk.run("cp", ["-a", here, there])
    try await desk.does("edit", "1", "owner=李娜", "--store", there)
    let journal = "journal/0000000000000001.jsonl"
    let outcome = try await desk.run(
      "bash",
      [
        "-c",
        """
        exec 9<"\(here)/lock"; flock 9; : >"$HOME/calls"
        strace -f -e trace=flock -o "$HOME/calls" zhaoshang edit 1 owner=王磊 9<&- &
        # It has read the store, and waits for whoever writes.
        until grep -q EAGAIN "$HOME/calls"; do kill -0 $! || exit 99; done
        cat "\(there)/\(journal)" >"\(here)/\(journal)"
        exec 9<&-; wait $!
        """,
      ])
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("刚被改为「李娜」，您的是「王磊」"), "\(outcome)")
    #expect(try await row(desk)?["owner"] == "李娜")
  }

  @Test func aMoveAsksForWhatIsMissingAndTakesAReason() async throws {
    let desk = try await withProject()
    try await desk.refuses("move", "1", "visit", status: 1, saying: "外出考察", "--reason")
    try await desk.does("log", "1", "outbound", "--on", "2026-11-18", "--place", "深圳")
    try await desk.does("move", "1", "2", "--on", "2026-11-18")
    try await desk.does("move", "1", "意向", "--reason", "对方直接给了意向书")
    let row = try await row(desk)
    #expect(row?["stage"] == "intent")
    let stages = try await desk.json("show", "1")["stages"]?.array
    #expect(stages?.map { $0["stage"] } == ["contact", "visit", "intent"])
    #expect(stages?.last?["skipped"] == ["return-visit"])
  }

  @Test func holdResumeLoseReopenWithdrawAndArchiveKeepTheStage() async throws {
    let desk = try await withProject()
    func status() async throws -> JSONValue? { try await row(desk)?["status"] }
    try await desk.does("hold", "1", "--review", "2026-12-10", "--reason", "等厂房检测")
    #expect(try await status() == "hold")
    try await desk.refuses(
      "hold", "1", "--review", "2026-12-10", "--reason", "再等", status: 1, saying: "已经挂起")
    try await desk.does("resume", "1")
    #expect(try await status() == "ongoing")
    try await desk.does("lose", "1", "--reason", "elsewhere", "--to-place", "苏州")
    #expect(try await status() == "lost")
    try await desk.refuses("move", "1", "visit", status: 1, saying: "流失")
    try await desk.does("reopen", "1")
    try await desk.does("withdraw", "1", "--reason", "不做了")
    #expect(try await status() == "withdrawn")
    try await desk.does("archive", "1", "--reason", "重复登记")
    #expect(try await status() == "archived")
    #expect(try await row(desk)?["stage"] == "contact")
  }

  @Test func anActivityMayBelongToSeveralProjects() async throws {
    let desk = try await withProject()
    try await desk.does("add", "光翼二期", "--investor", "光翼科技")
    try await desk.does(
      "log", "1", "来访接待", "--also", "2", "--on", "2026-11-20", "--end", "2026-11-21", "--place",
      "邹平", "--site", "标准厂房", "--lead", "投资促进局", "--leader", "张三", "--title", "局长",
      "--team", "李四", "--counterpart", "光翼科技", "--times", "2", "--headcount", "8", "--outcome",
      "consensus", "--outcome-text", "达成共识", "--trip", "十一月来访", "--note", "看了三处")
    let path = try await desk.json("timeline", "2").array
    #expect(path?.count == 1)
    let activity = path?.first
    #expect(activity?["projects"] == [1, 2])
    #expect(activity?["on"] == "2026-11-20..2026-11-21")
    #expect(activity?["kind"] == "inbound")
    #expect(activity?["leader"] == ["name": "张三", "title": "局长"])
    #expect(activity?["outcome"] == "consensus")
    #expect(activity?["times"] == 2)
  }

  @Test func milestoneNextNoteTagAndAssignAreKept() async throws {
    let desk = try await withProject()
    try await desk.does(
      "milestone", "1", "approval-started", "--on", "2026-11", "--name", "进入立项流程")
    try await desk.does("next", "1", "带用地红线图回访", "--due", "11-25", "--who", "王磊")
    try await desk.does("note", "1", "对厂房层高有疑问")
    try await desk.does("tag", "1", "重点", "急")
    try await desk.does("tag", "1", "大项目", "--remove", "急")
    try await desk.does("assign", "1", "李梅", "--lead", "投资促进局")
    let show = try await desk.json("show", "1")
    #expect(show["next"] == ["text": "带用地红线图回访", "due": "2026-11-25", "who": "王磊"])
    #expect(show["notes"] == [["on": "2026-11-22", "text": "对厂房层高有疑问"]])
    #expect(show["tags"] == ["重点", "大项目"])
    #expect(show["owner"] == "李梅")
    #expect(show["lead"] == ["投资促进局"])
    #expect(show["path"]?.array?.first?["name"] == "进入立项流程")
    try await desk.does("next", "1", "--clear")
    #expect(try await row(desk)?["next"] == .null)
  }

  @Test func aNoteOfSeveralLinesIsShownLineByLine() async throws {
    let desk = try await withProject()
    try await desk.does("note", "1", "层高不够\r\n要 12 米\n下周再看")
    let show = try await desk.does("show", "1")
    let lines = show.split(separator: "\n").map(String.init)
    #expect(
      lines.suffix(3) == [
        "  2026-11-22  层高不够", "              要 12 米", "              下周再看",
      ])
    #expect(!show.contains("U+000D"))
  }

  @Test func undoAndRedoWorkOnAnotherDay() async throws {
    let desk = try await withProject()
    try await desk.does("edit", "1", "owner=王磊")
    try await desk.does("edit", "1", "owner=李梅")
    try await desk.does("undo")
    #expect(try await row(desk)?["owner"] == "王磊")
    try await desk.does("redo")
    #expect(try await row(desk)?["owner"] == "李梅")
    try await desk.refuses("redo", status: 1, saying: "没有可重做的操作")
    // The second change is still there, so the first cannot be taken back alone.
    try await desk.refuses("undo", "2", status: 1, saying: "责任人")
    try await desk.refuses("undo", "99", status: 1, saying: "99")
  }

  @Test func whatIsTypedCannotDriveATerminal() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "红\u{1B}[31m色", "--investor", "甲\u{7}乙")
    try await desk.refuses("add", "反\u{202E}向", "--investor", "甲", status: 1)
    for subcommand in ["list", "board", "history", "show 1"] {
      let words = subcommand.split(separator: " ").map(String.init)
      let outcome = try await desk.run("zhaoshang", words)
      #expect(!outcome.stdout.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
    let wrong = try await desk.zhaoshang("show", "没有\u{1B}[2J")
    #expect(!wrong.stderr.unicodeScalars.contains("\u{1B}"))
    let unparsed = try await desk.zhaoshang("\u{1B}[2J")
    #expect(unparsed.status == 64)
    #expect(!unparsed.stderr.unicodeScalars.contains("\u{1B}"))
  }
}
