import JSON
import TestSupport
import Testing

/// What `--csv` gives a spreadsheet: bare numbers, and what they are of.
@Suite struct SheetTests {
  private func rows(_ csv: String) -> [[String]] {
    csv.drop { $0 == "\u{FEFF}" }.split(separator: "\r\n").map { line in
      line.dropFirst().dropLast().split(separator: "\",\"", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  @Test(
    arguments: [
      ["funnel"], ["funnel", "--by", "lead"], ["funnel", "--compare", "2023-07-31", "2023-09-04"],
      ["trend"], ["count"], ["count", "--by", "lead", "--credit", "split"], ["list", "--all"],
      ["rates"],
    ])
  func numbersAreBare(command: [String]) async throws {
    let desk = try await Desk.withExample()
    for language in ["zh", "en"] {
      let outcome = try await desk.run(
        "zhaoshang", command + ["--csv", "--as-of", "2023-09-04", "--lang", language])
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let rows = rows(outcome.stdout)
      #expect(rows.count > 1 && rows.allSatisfy { $0.count == rows[0].count })
      for heading in rows[0] {
        #expect(!heading.contains(" ") && !heading.isEmpty, "\(heading)")
      }
      for cell in rows.dropFirst().flatMap({ $0 }) {
        #expect(cell != "-" && cell != "—", "\(rows)")
        for sign in ["▴", "▾", "%", "'"] { #expect(!cell.contains(sign), "\(cell)") }
      }
    }
  }

  @Test func whatIsFiledSaysWhatItIsOf() async throws {
    let desk = try await Desk.withExample()
    let filter = ["类型:引进", "--as-of", "2023-09-04"]
    for command in [
      ["funnel"], ["trend"], ["count"], ["report", "month"], ["report", "leader"],
      ["report", "ledger"], ["report", "path"], ["report", "week"],
      ["funnel", "--by", "kind"],
    ] {
      let plain = try await desk.run("zhaoshang", command + ["--as-of", "2023-09-04"])
      #expect(!plain.stdout.contains("筛选："), "\(command)")
      let text = try await desk.run("zhaoshang", command + filter)
      #expect(text.stdout.contains("筛选：类型:引进"), "\(command): \(text)")
      #expect(text.stdout.contains("2023-09-04"), "\(command)")
      if command[0] == "report" {
        for format in ["csv", "md", "html"] {
          let file = try await desk.run("zhaoshang", command + filter + ["--format", format])
          #expect(file.stdout.contains("筛选：类型:引进"), "\(command) \(format)")
        }
      } else {
        let csv = rows(try await desk.run("zhaoshang", command + filter + ["--csv"]).stdout)
        try #require(!csv.isEmpty, "\(command)")
        #expect(csv[0].suffix(4) == ["截至", "自", "至", "筛选"])
        #expect(csv.dropFirst().allSatisfy { $0.last == "类型:引进" && $0.contains("2023-09-04") })
        let json = try await desk.run("zhaoshang", command + filter + ["--json"])
        #expect(try JSONValue.parse(json.stdout)["filter"] == "类型:引进")
      }
    }
  }

  @Test func sumsAreExactAndCurrenciesApart() async throws {
    let desk = try await Desk.withStore()
    for (name, amount) in [("甲", "1.60005亿"), ("乙", "2000万美元"), ("丙", "未披露")] {
      try await desk.does(
        "add", name, "投资方=" + name + "公司", "总投资=" + amount, "--on", "2026-11-02")
    }
    func sheet(_ command: String) async throws -> [[String]] {
      rows(try await desk.run("zhaoshang", [command, "--csv", "--today", deskDay]).stdout)
    }
    let list = try await sheet("list")
    let sum = try #require(list[0].firstIndex(of: "总投资"))
    #expect(
      list.dropFirst().map { Array($0[sum...(sum + 2)]) }
        == [["160005000", "CNY", "已知"], ["20000000", "USD", "已知"], ["", "", "未披露"]])
    let funnel = try await sheet("funnel")
    let yuan = try #require(funnel[0].firstIndex(of: "金额（元）"))
    #expect(funnel[0][yuan + 1] == "金额（美元）")
    #expect(funnel[1][yuan...(yuan + 1)] == ["160005000", "20000000"])
    #expect(funnel[1][(yuan - 2)...(yuan - 1)] == ["2", "3"])
    #expect(funnel[2][yuan] == "")
    #expect(try await desk.json("list").array?[0]["amount"]?["fen"] == 16_000_500_000)
  }
}
