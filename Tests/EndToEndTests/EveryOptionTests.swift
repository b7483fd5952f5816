import JSON
import TestSupport
import Testing

/// An option that is taken is used; one that would change nothing is refused with where it would.
@Suite struct EveryOptionTests {
  @Test(arguments: [
    (["report", "week", "--profile", "a"], ["--profile", "report ledger"]),
    (["report", "week", "--by", "lead"], ["--by", "report month", "report leader"]),
    (["report", "week", "--method", "strict"], ["--method", "report month"]),
    (["report", "ledger", "--by", "lead"], ["--by", "report month"]),
    (["report", "ledger", "--from", "2023-07"], ["--from", "report week", "report path"]),
    (["report", "month", "--phone", "0543"], ["--phone", "report ledger"]),
    (["report", "path", "--filed-by", "王敏"], ["--filed-by", "report ledger"]),
    (["funnel", "--compare", "2023-07-01", "2023-09-01", "--amount"], ["--compare", "--amount"]),
    (["count", "--credit", "split"], ["--credit", "--by lead|person"]),
    (["request", "list", "--all", "--overdue"], ["--all", "--overdue"]),
    (["target", "set", "starts", "4", "--remove"], ["--remove"]),
    (
      ["approval", "step", "1", "投委会", "--remove", "--done", "2023-09-01"], ["--remove", "--done"]
    ),
    (["phase", "set", "一期", "--project", "1", "--remove", "--note", "x"], ["--remove", "--note"]),
    (["history", "--json", "--csv"], ["--csv", "--json"]),
    (["remind", "--again", "--dry-run"], ["--again", "--dry-run"]),
    (["history", "--limit", "0"], ["--limit", "1"]),
    (["log", "1", "meet", "--title", "市长"], ["--title", "--leader"]),
    (["next", "1", "--clear", "--due", "2026-12-01"], ["--clear", "--due"]),
    (["report", "month", "--from", "2023-07-01", "--to", "2026-06-30"], ["31", "report leader"]),
    (["report", "week", "--from", "2023-07"], ["7", "2023-07-31"]),
    (["report", "month", "--from", "2027-01"], ["2027-01-01", "2026-11-22"]),
    (["count", "--from", "2027-01"], ["2027-01-01", "2026-11-22"]),
    (["funnel", "--from", "2027-01"], ["2027-01-01", "2026-11-22"]),
    (["trend", "--from", "2027-01"], ["2027-01-01", "2026-11-22"]),
    (["timeline", "--from", "2023-09-04", "--to", "2023-09-01"], ["2023-09-04", "2023-09-01"]),
    (["report", "leader", "--from", "0001-01"], ["0001-01"]),
    (["count", "--to", "0001-01"], ["0001-01"]),
  ])
  func anIdleOptionIsRefused(_ call: [String], saying words: [String]) async throws {
    let desk = try await Desk.withExample()
    let refused = try await desk.run("zhaoshang", call + ["--today", "2026-11-22"])
    #expect(refused.status == 64 && refused.stdout.isEmpty, "\(call): \(refused)")
    for word in words { #expect(refused.stderr.contains(word), "\(call): \(refused.stderr)") }
    let english = try await desk.run(
      "zhaoshang", call + ["--today", "2026-11-22", "--lang", "en"])
    #expect(english.status == 64)
    #expect(
      english.stderr.unicodeScalars.allSatisfy {
        $0.value < 0x3000 || call.joined().unicodeScalars.contains($0)
      })
  }

  @Test func oneBoundBelongsToTheWeekOrTheMonthItLiesIn() async throws {
    let desk = try await Desk.withExample()
    #expect(
      try await desk.does("report", "month", "--from", "2023-07")
        .contains("2023-07-01 至 2023-07-31"))
    #expect(
      try await desk.does("report", "month", "--to", "2023-07-20")
        .contains("2023-07-01 至 2023-07-20"))
    #expect(
      try await desk.does("report", "week", "--from", "2023-08-30")
        .contains("2023-08-30 至 2023-09-03"))
    #expect(
      try await desk.does("report", "week", "--to", "2023-08-31")
        .contains("2023-08-28 至 2023-08-31"))
  }

  @Test func aNumberAfterPathIsAProject() async throws {
    let desk = try await Desk.withExample()
    let one = try await desk.does("report", "path", "2")
    #expect(one == (try await desk.does("report", "path", "#2")))
    #expect(one != (try await desk.does("report", "path")))
    try await desk.refuses("report", "path", "99", status: 1, saying: "#99")
  }

  @Test func aNameAndAFormatAgreeOrItIsSaid() async throws {
    let desk = try await Desk.withExample()
    let file = desk.home.path("a.xlsx")
    try await desk.refuses(
      "report", "week", "--format", "csv", "-o", file, status: 64, saying: "a.xlsx", "csv")
    try await desk.refuses("export", file, "--format", "csv", status: 64, saying: "a.xlsx", "csv")
    #expect(desk.home.read("a.xlsx") == nil)
    let letters = desk.home.path("g.pdf")
    try await desk.refuses("report", "week", "-o", letters, status: 64, saying: "g.pdf", ".html")
    try await desk.refuses("export", letters, status: 64, saying: "g.pdf", ".json")
    #expect(desk.home.read("g.pdf") == nil)
    // Asked for, it is written; and capital letters are an ending too.
    try await desk.does("report", "week", "--format", "csv", "-o", letters)
    try await desk.does("report", "week", "-o", desk.home.path("周报.HTML"))
    #expect(desk.home.read("周报.HTML")?.contains("<html") ?? false)
    try await desk.does("export", desk.home.path("a.JSON"))
    _ = try await desk.run("cp", [desk.home.path("a.JSON"), desk.home.path("a.csv")])
    // What is in it decides, not what it is called.
    #expect(try await desk.does("import", desk.home.path("a.csv"), "--dry-run").contains("6"))
    try await desk.refuses(
      "import", desk.home.path("a.csv"), "--format", "csv", "--dry-run", status: 65,
      saying: "JSON", "CSV")
  }

  @Test func whatIsMadeTellsItsNumber() async throws {
    let desk = try await Desk.withExample()
    let request = try await desk.json("request", "add", "魏桥创业集团", "用电增容")
    #expect(request["requests"] == [7] && request["seq"] != nil)
    let handOver = try await desk.json("handover", "offer", "2", "--to", "园区办")
    #expect(handOver["hand_overs"] == [1] && handOver["projects"] == [2])
    let moved = try await desk.json("request", "move", "7", "forwarded")
    #expect(moved["requests"] == nil)
  }
}
