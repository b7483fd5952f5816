import TestSupport
import Testing

/// Reports that are looked at on the board and written from it.
@Suite(.serialized) struct BoardReportStories {
  private func write(_ name: String, on screen: TerminalScreen) async throws {
    try await screen.press("w")
    try await screen.wait(for: "─ 写入文件 ─", "the board asks where to")
    try await screen.press("C-u")
    try await screen.type(name)
    try await screen.wait(for: "文件 \(name)", "the name is typed")
    try await screen.press("Enter")
  }

  @Test func theWeekIsLookedAtAndWrittenAsAPage() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("P")
      try await screen.wait(for: "时段 2023-09-04 至 2023-09-10，截至 2023-09-04", "this week")
      try await screen.press("<")
      try await screen.wait(for: "时段 2023-08-28 至 2023-09-03，截至 2023-09-03", "the week before")
      try await write("~/周报.html", on: screen)
      try await screen.wait(for: "报表已写入 \(desk.home.path)/周报.html", "where it is")
    }
    let page = try #require(desk.home.read("周报.html"))
    #expect(page.contains("<h1>招商工作周报</h1>"))
    let command = try await desk.does(
      "report", "week", "--from", "2023-08-28", "--to", "2023-09-03", "--format", "html",
      "--today", "2023-09-04")
    #expect(page == command)
    let files = try await desk.run("ls", ["-A", desk.home.path]).stdout
    #expect(files.contains("周报.html") && !files.contains(".new"))
  }

  @Test func aReportOnTheBoardSaysWhereItsSealWillStand() async throws {
    let desk = try await Desk.withExample()
    for (keys, hasSeal) in [("P", true), ("P2", false), ("P5", true)] {
      let script = try desk.home.write("keys \(keys)\nkeys G\n", to: "script")
      let board = try await desk.run(
        "zhaoshang", ["board", "--script", script, "--size", "140x60", "--today", "2023-09-04"])
      #expect(board.status == 0)
      #expect(board.stdout.contains("账本指纹：写入文件时算出，附在这里") == hasSeal, "\(keys)")
    }
    let filed = try await desk.does("report", "week", "--today", "2023-09-04")
    #expect(filed.contains("账本指纹 #"))
  }

  @Test func whatIsThereIsReplacedOnlyAfterAYes() async throws {
    let desk = try await Desk.withExample()
    let path = try desk.home.write("手写的周报\n", to: "周报.txt")
    try await desk.onBoard { screen in
      try await screen.press("P")
      try await screen.wait(for: "招商工作周报", "the report")
      try await write(path, on: screen)
      try await screen.wait(for: "已经存在", "it asks")
      try await screen.press("Enter", "n")
      try await screen.wait(for: "[ 写入 Enter ]", "back to the name")
      #expect(desk.home.read("周报.txt") == "手写的周报\n")
      try await screen.press("Enter")
      try await screen.wait(for: "已经存在", "it asks again")
      let yes = try #require(try await screen.place(of: "覆盖 y"))
      try await screen.click(yes)
      try await screen.wait(for: "报表已写入", "it is written")
    }
    #expect(desk.home.read("周报.txt")?.hasPrefix("招商工作周报\n") == true)
  }

  @Test func whatCannotBeWrittenNamesTheFileAndTheReason() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("P")
      try await screen.wait(for: "招商工作周报", "the report")
      try await write("~/没有的目录/周报.md", on: screen)
      let rows = try await screen.wait(for: "写不了", "it says so")
      #expect(rows.contains { $0.contains("没有的目录/周报.md") })
      try await screen.press("C-u")
      try await screen.type("~/周报.doc")
      try await screen.press("Enter")
      try await screen.wait(for: ".txt .md .html .csv .xlsx", "the endings there are")
      try await screen.press("C-u")
      try await screen.type("~/周报.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "报表已写入", "the right ending does")
    }
    #expect(desk.home.read("周报.csv")?.contains("招商工作周报") == true)
  }
}
