import JSON
import TestSupport
import Testing

/// `--as-of` counts for everything that a subcommand prints, and today is a day like others.
@Suite struct PastDayTests {
  /// How each subcommand that takes `--as-of` is called; a new one has to be added here.
  private static let calls: [String: [[String]]] = [
    "board": [[]], "list": [[], ["--all"]], "show": [["1"], ["2"], ["3"], ["5"]],
    "search": [["公司"]], "timeline": [[], ["2"]], "agenda": [[]], "calendar": [[]],
    "funnel": [[], ["--by", "lead"], ["--from", "2023-05"]], "trend": [["--drill"]],
    "count": [["--drill"], ["--by", "lead"]],
    "request list": [["--all"], ["--overdue"]], "request show": [["7"]],
    "request figures": [[]], "target list": [[]], "cluster list": [[]],
    "approval show": [["1"]], "phase list": [[]], "rates": [["--drill"]], "alerts": [[]],
    "handover list": [[]], "remind": [[]],
    "report": [["week"], ["month"], ["path"], ["ledger"], ["leader"]],
  ]
  /// Writes files; `PageStories` has it.
  private static let filed = ["publish"]
  /// Those whose records have no dates: they know today alone, and say so.
  private static let undated = ["matter list", "duplicates"]

  @Test func aPastDayIsWhatAStoreThatEndedOnItSays() async throws {
    let desk = try await Desk.withExample()
    try await beginRegisters(desk)
    let ended = desk.home.path("ended")
    _ = try await desk.run("cp", ["-r", desk.store, ended])
    try await goOn(desk)
    let day = ["--as-of", "2023-09-30", "--today", "2023-10-20"]
    var isTold = 0
    for command in try await desk.declaredCommands() where command.options.contains("as-of") {
      if Self.undated.contains(command.name) {
        let refused = try await desk.run("zhaoshang", command.path + day)
        #expect(refused.status == 64 && refused.stderr.contains("--as-of"), "\(command.name)")
        continue
      }
      if Self.filed.contains(command.name) { continue }
      guard let calls = Self.calls[command.name] else {
        Issue.record("no call of \(command.name) with --as-of is known here")
        continue
      }
      for call in calls {
        let whole = command.path + call + day
        let after = try await desk.run("zhaoshang", whole)
        let before = try await desk.run("zhaoshang", whole + ["--store", ended])
        #expect(after.status == 0 && !before.stdout.isEmpty, "\(whole): \(after.stderr)")
        #expect(unsealed(after.stdout) == unsealed(before.stdout), "\(whole)")
        let now = try await desk.run("zhaoshang", command.path + call + ["--today", "2023-10-20"])
        if now.stdout != after.stdout { isTold += 1 }
      }
    }
    // What came later is seen without the option, or nothing was compared here.
    #expect(isTold > 20)
  }

  /// The seal in a report's foot is of the journal as it is when the report is made, whatever its day;
  /// and a calendar says when it was written.
  private func unsealed(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter {
      !$0.contains("账本指纹") && !$0.hasPrefix("DTSTAMP:")
    }
  }

  @Test func allDoorsLeaveOutWhatIsDatedTomorrowAndSaySo() async throws {
    let desk = try await Desk.withExample()
    // A colleague whose clock is a day ahead.
    let ahead = ["--on", "2026-11-23", "--today", "2026-11-23"]
    for call in [
      ["move", "2", "signing", "--reason", "已签约"], ["add", "云岭药业扩建", "--investor", "云岭药业"],
      ["log", "3", "meet"],
    ] {
      let done = try await desk.run("zhaoshang", call + ahead)
      #expect(done.status == 0, "\(call): \(done.stderr)")
    }
    let list = try await desk.json("list", "--all")
    #expect(list.array?.count == 6)
    let card = list.array?.first { $0["id"] == 2 }
    #expect(card?["stage"] != "signing")
    let funnel = try await desk.json("funnel")
    #expect(funnel["population"] == 6)
    #expect(try await desk.json("count")["contacts"] == 13)
    for command in try await desk.declaredCommands() where command.options.contains("as-of") {
      for call in Self.calls[command.name] ?? [] where call != ["7"] {
        let today = ["--today", "2026-11-22"]
        let plain = try await desk.run("zhaoshang", command.path + call + today)
        let asked = try await desk.run(
          "zhaoshang", command.path + call + today + ["--as-of", "2026-11-22"])
        #expect(plain.status == 0, "\(command.name): \(plain.stderr)")
        #expect(plain.stdout == asked.stdout, "\(command.name) \(call)")
        #expect(plain.stderr.contains("另有 3 个日期在今天之后"), "\(command.name): \(plain.stderr)")
        #expect(!plain.stdout.contains("云岭药业扩建"), "\(command.name)")
      }
    }
    let tomorrow = try await desk.run("zhaoshang", ["list", "--json", "--today", "2026-11-23"])
    #expect(tomorrow.stdout.contains("云岭药业扩建") && !tomorrow.stderr.contains("另有"))
  }

  /// What is there on the last day of September.
  private func beginRegisters(_ desk: Desk) async throws {
    for call in [
      ["request", "add", "魏桥创业集团", "用电增容", "--received", "2023-09-10"],
      ["handover", "offer", "2", "--to", "园区办", "--on", "2023-09-12"],
      ["add", "铝箔项目", "--investor", "铝箔公司", "--on", "2023-09-01"],
      ["add", "铝箔扩建", "--investor", "铝箔公司", "--on", "2023-09-02"],
      ["approval", "step", "1", "投委会", "--done", "2023-09-15"],
      ["approval", "step", "1", "常务会"],
      ["phase", "set", "一期", "--project", "1", "--registered", "2023-09-01"],
      ["target", "set", "starts", "5", "--year", "2023"],
    ] {
      let done = try await desk.run("zhaoshang", call + ["--today", "2023-09-30"])
      #expect(done.status == 0, "\(call): \(done.stderr)")
    }
  }

  /// What happens in October.
  private func goOn(_ desk: Desk) async throws {
    for call in [
      ["request", "move", "7", "closed", "--on", "2023-10-05", "--result", "已解决"],
      ["request", "add", "新来的公司", "用水", "--received", "2023-10-06"],
      ["handover", "answer", "1", "declined", "--on", "2023-10-05", "--note", "不接"],
      ["handover", "offer", "3", "--to", "另一园区", "--on", "2023-10-06"],
      ["merge", "7", "8", "--on", "2023-10-07"],
      ["approval", "step", "1", "常务会", "--done", "2023-10-08"],
      ["phase", "set", "一期", "--project", "1", "--started", "2023-10-08"],
      ["milestone", "1", "construction-started", "--on", "2023-10-09"],
      ["batch", "construction-started", "--subject", "产业园", "--count", "3", "--on", "2023-10-09"],
      ["log", "3", "meet", "--on", "2023-10-10"], ["note", "2", "后来的话", "--on", "2023-10-10"],
      ["hold", "4", "--review", "2023-12-01", "--reason", "等用地", "--on", "2023-10-11"],
      ["lose", "5", "--reason", "terms", "--on", "2023-10-12"],
      ["move", "2", "signing", "--reason", "已签约", "--on", "2023-10-13"],
      ["add", "后来的项目", "--investor", "后来的公司", "--on", "2023-10-13"],
    ] {
      let done = try await desk.run("zhaoshang", call + ["--today", "2023-10-20"])
      #expect(done.status == 0, "\(call): \(done.stderr)")
    }
  }
}
