import JSON
import TestSupport
import Testing

/// Looking at the example by every subcommand that only looks.
@Suite struct ReadingTests {
  @Test func listGivesTheObjectPromised() async throws {
    let desk = try await Desk.withExample()
    let list = try await desk.json("list", "--as-of", "2023-09-04")
    let expected: JSONValue = [
      "id": 1, "name": "青岛夜经济项目", "stage": "intent", "status": "ongoing",
      "investors": ["青岛夜经济项目方"], "lead": ["投资促进局", "招商发展公司", "城市运营公司"],
      "owner": nil, "cluster": nil, "industry": "商贸文旅(夜经济)", "kind": "investment",
      "amount": nil, "entered": "2023-07-23", "days_in_stage": 43, "idle_days": 43, "next": nil,
      "tags": [],
    ]
    #expect(list.array?.count == 6)
    // Beside these there is every other field that has a value.
    for member in try #require(expected.object).members {
      #expect(list.array?.first?[member.key] == member.value, "\(member.key)")
    }
    #expect(list.array?.first?["source"] == nil || list.array?.first?["source"]?.string != "")
  }

  @Test func anAmountAndANextStepAreObjects() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼项目", "--investor", "光翼科技", "--amount", "1.6亿")
    try await desk.does("next", "1", "带红线图回访", "--due", "2026-11-25")
    try await desk.does("add", "外资项目", "--investor", "甲", "--amount", "2000万美元")
    try await desk.does("add", "保密项目", "--investor", "乙", "--amount", "未披露")
    let list = try #require(try await desk.json("list").array)
    #expect(
      list.map { $0["amount"] } == [
        ["value": "1.6", "unit": "亿元", "currency": "CNY", "fen": 16_000_000_000],
        ["value": "2000", "unit": "万元", "currency": "USD", "fen": 2_000_000_000],
        "undisclosed",
      ])
    #expect(list.first?["next"] == ["text": "带红线图回访", "due": "2026-11-25"])
  }

  @Test func thePastIsOneOptionAway() async throws {
    let desk = try await Desk.withExample()
    let list = try await desk.json("list", "--as-of", "2023-07-20")
    let first = list.array?.first
    #expect(first?["stage"] == "visit")
    #expect(first?["days_in_stage"] == 1)
    let board = try await desk.does("board", "--as-of", "2023-07-20")
    #expect(board.contains("截至 2023-07-20"))
  }

  @Test func filtersSortsAndPinyinFindWhatTheyShould() async throws {
    let desk = try await Desk.withExample()
    func ids(_ arguments: String...) async throws -> [Int] {
      let outcome = try await desk.run("zhaoshang", arguments + ["--json"])
      return try JSONValue.parse(outcome.stdout).array?.compactMap { $0["id"]?.integer } ?? []
    }
    #expect(try await ids("list", "stage:意向") == [1, 2])
    #expect(try await ids("list", "stage:signing", "kind:fund") == [3])
    #expect(try await ids("search", "ydhx") == [5])
    #expect(try await ids("search", "光伏") == [6])
    #expect(try await ids("list", "--sort", "stage") == [5, 1, 2, 6, 3, 4])
    #expect(try await ids("list", "--sort", "阶段") == [5, 1, 2, 6, 3, 4])
    // Whatever the board's list is sorted by, a saved view takes to the command line.
    let whole = try await ids("list").sorted()
    _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
    for column in ["status", "lead", "investors", "next", "grade", "tags", "entered", "kind"] {
      _ = try desk.home.write(
        "[\"视图\"]\nfilter = \"\"\nsort = \"\(column)\"\n", to: "config/zhaoshang/views.toml")
      #expect(try await ids("list", "--view", "视图").sorted() == whole, "\(column)")
    }
  }

  @Test func showTellsAllOfOneProjectByNumberNameOrInitials() async throws {
    let desk = try await Desk.withExample()
    let byNumber = try await desk.does("show", "3")
    #expect(byNumber.contains("#3 招商母基金(江控创富)"))
    #expect(byNumber.contains("马学福"))
    #expect(byNumber.contains("2023-09-04  签约"))
    for name in ["#3", "招商母基金", "zsmjj"] {
      #expect(try await desk.does("show", name) == byNumber, "\(name)")
    }
    let json = try await desk.json("show", "3")
    #expect(json["stages"]?.array?.last?["stage"] == "signing")
  }

  @Test func boardIsPrintedWhereThereIsNoTerminal() async throws {
    let desk = try await Desk.withExample()
    let board = try await desk.does()
    #expect(board.contains("6 个项目"))
    #expect(board.contains("4 意向  2"))
    #expect(board.contains("#1  青岛夜经济项目"))
    #expect(try await desk.does("board") == board)
  }

  @Test func demoPrintsBoardAndFunnelAndLeavesNothing() async throws {
    let desk = try Desk()
    let outcome = try await desk.zhaoshang("demo")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("4 意向  2"))
    #expect(outcome.stdout.contains("2/6 = 33%"))
    #expect(try await desk.run("find", [desk.home.path, "-mindepth", "1"]).stdout == "")
  }

  @Test func demoBureauIsAnInventedOneAndEachDemoNamesTheOther() async throws {
    let desk = try Desk()
    let bureau = try await desk.zhaoshang("demo", "bureau")
    #expect(bureau.status == 0)
    #expect(bureau.stdout.contains("91 个项目"))
    #expect(bureau.stdout.contains("13/120 = 11%"))
    #expect(bureau.stderr == "另一个示例是邹平的公开报道：zhaoshang demo\n")
    #expect(
      try await desk.zhaoshang("demo").stderr
        == "另有一个虚构的招商局，120 个项目：zhaoshang demo bureau\n")
    let wrong = try await desk.zhaoshang("demo", "局")
    #expect(wrong.status == 64)
    #expect(wrong.stderr.contains("zouping"))
    #expect(try await desk.run("find", [desk.home.path, "-mindepth", "1"]).stdout == "")
  }

  /// Its history is that of eight people over two years, and what 王磊 did is his to undo.
  @Test func theBureauHasAHistory() async throws {
    let desk = try Desk()
    try await desk.does("demo", "bureau", "--keep", desk.store)
    let history = try await desk.json("history", "--limit", "2000")
    let names = Set(history.array?.compactMap { $0["by"]?["name"]?.string } ?? [])
    #expect(names == ["王磊", "赵敏", "周强", "李娜", "陈静", "刘洋", "孙浩", "吴倩"])
    // One of 121 is the duplicate of another; three began after the desk's day.
    #expect(try await desk.json("list", "--all").array?.count == 118)
  }

  @Test func timelineAgendaAndHistoryTellWhen() async throws {
    let desk = try await Desk.withExample()
    let timeline = try await desk.json("timeline", "4")
    #expect(
      timeline.array?.map { $0["on"] } == ["2023-08-16", "2023-08-30", "2023-08-30"])
    let agenda = try await desk.json("agenda", "--as-of", "2023-09-04")
    #expect(agenda["no_next_step"]?.array?.compactMap { $0["id"]?.integer } == [1, 2, 5, 6])
    #expect(agenda["stale"]?.array?.compactMap { $0["id"]?.integer } == [1, 2])
    let history = try await desk.json("history", "--limit", "3")
    #expect(history.array?.count == 3)
    #expect(history.array?.first?["kind"] == "register.changed")
  }

  @Test func tablesAreCSVForExcelWithoutFormulas() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "=1+2", "--investor", "甲\"乙\"")
    let csv = try await desk.does("export", "--format", "csv")
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    #expect(csv.contains("\"'=1+2\""))
    #expect(csv.contains("\"甲\"\"乙\"\"\""))
    #expect(csv.hasSuffix("\r\n"))
    #expect(csv.split(separator: "\r\n").count == 2)
  }

  @Test(arguments: ["list", "timeline", "history", "agenda", "show 3", "count --drill", "funnel"])
  func tablesFitTheTerminal(subcommand: String) async throws {
    let desk = try await Desk.withExample()
    // A shell variable holds what was printed there, so that a wrapped line would show as longer.
    let script = "script -qec 'stty cols 80; zhaoshang \(subcommand)' /dev/null"
    let printed = try await desk.run("sh", ["-c", script])
    #expect(printed.status == 0 && !printed.stdout.isEmpty)
    for line in printed.stdout.split(separator: "\r\n") {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(width <= 80, "\(line)")
    }
  }

  @Test func englishIsASwitchAway() async throws {
    let desk = try await Desk.withExample(language: "en_GB.UTF-8")
    #expect(try await desk.does("board").contains("4 Intent  2"))
    #expect(try await desk.does("--lang", "zh", "board").contains("4 意向  2"))
    let refused = try await desk.zhaoshang("show", "99")
    #expect(refused.stderr == "zhaoshang: There is no project #99; check the number\n")
  }
}
