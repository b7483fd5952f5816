import JSON
import TestSupport
import Testing

/// Trend, comparison and the finer figures of the funnel, on the worked example.
@Suite struct FlowFigureTests {
  @Test func theTrendCountsWhatHappenedInEachMonth() async throws {
    let desk = try await Desk.withExample()
    let trend = try await desk.json("trend", "--as-of", "2023-09-04")
    #expect(trend["as_of"] == "2023-09-04" && trend["by"] == "month")
    let rows = try #require(trend["rows"]?.array)
    #expect(rows.compactMap { $0["from"] } == ["2023-07-01", "2023-08-01", "2023-09-01"])
    #expect(rows.compactMap { $0["advanced"] } == [5, 8, 1])
    #expect(rows.compactMap { $0["signed"] } == [0, 1, 1])
    #expect(rows[2]["projects"]?["signed"]?.array?.count == 1)
    #expect(trend["total"] == ["entered": 0, "advanced": 14, "signed": 2, "lost": 0])
    #expect(trend["undated"] == ["entered": 6, "advanced": 3, "signed": 0, "lost": 0])
    let quarters = try await desk.json("trend", "--by", "quarter", "--as-of", "2023-09-04")
    #expect(quarters["rows"]?.array?.compactMap { $0["advanced"] } == [14])
    try await desk.refuses("trend", "--by", "week", status: 64, saying: "week", "month")
  }

  @Test func theTrendIsTextAndCSVAndListsWhatItCounts() async throws {
    let desk = try await Desk.withExample()
    let text = try await desk.does("trend", "--as-of", "2023-09-04", "--drill")
    #expect(text.contains("2023-08     0     8  ▪▪▪▪▪▪▪▪     1"))
    #expect(text.contains("2023-08  签约  #4 招商大数据系统项目"))
    #expect(text.contains("没有日期，不在任何一期：新进 6，推进 3"))
    let csv = try await desk.does("trend", "--csv", "--from", "2023-08", "--as-of", "2023-09-04")
    #expect(csv.contains("\"2023-08\",\"0\",\"8\",\"1\",\"0\"") && !csv.contains("2023-07"))
  }

  @Test func twoDaysAreCompared() async throws {
    let desk = try await Desk.withExample()
    let compared = try await desk.json("funnel", "--compare", "2023-07-24", "2023-09-04")
    #expect(compared["compare"] == ["by": "as_of", "left": "2023-07-24", "right": "2023-09-04"])
    let differences = try #require(compared["differences"]?.array)
    #expect(differences.compactMap { $0["reached"] } == [0, 4, 2, 3, 0, 2])
    #expect(differences.compactMap { $0["stock"] } == [-4, 0, 1, 1, 0, 2])
    #expect(differences[2]["rate"] == .number("-0.25") && differences[5]["rate"] == .null)
    #expect(compared["left"]?["signed"] == 0 && compared["right"]?["signed"] == 2)
    let text = try await desk.does("funnel", "--compare", "2023-07-24", "2023-09-04")
    #expect(text.contains("差 = 后（2023-09-04）减前（2023-07-24）"))
    #expect(text.contains("2 考察       1       5  ▴+4"))
  }

  @Test func twoUnitsAndTwoPeriodsAreCompared() async throws {
    let desk = try await Desk.withExample()
    let units = try await desk.json("funnel", "--compare", "招商发展", "国信")
    #expect(units["compare"] == ["by": "lead", "left": "招商发展公司", "right": "国信发展集团"])
    #expect(units["left"]?["population"] == 3 && units["right"]?["population"] == 1)
    let months = try await desk.json("funnel", "--compare", "2023-07", "2023-08")
    #expect(months["compare"]?["by"] == "cohort")
    #expect(months["compare"]?["right"] == ["from": "2023-08-01", "to": "2023-08-31"])
    try await desk.refuses(
      "funnel", "--compare", "甲", "乙", status: 64, saying: "两个日期、两段时间或两个单位")
    try await desk.refuses(
      "funnel", "--by", "kind", "--compare", "2023-07", "2023-08", status: 64, saying: "--compare")
  }

  @Test func ratesDwellAndEntriesAreNamedAsWhatTheyAre() async throws {
    let desk = try await Desk.withExample()
    let funnel = try await desk.json("funnel", "--as-of", "2023-09-04", "--dwell", "latest")
    let stages = try #require(funnel["stages"]?.array)
    #expect(
      stages.compactMap { $0["decided_rate"] } == [
        .number("1.0"), .number("1.0"), .number("1.0"), .number("1.0"), .null, .null,
      ])
    #expect(funnel["win_rate"] == .number("1.0") && funnel["dwell_rule"] == "latest")
    #expect(funnel["lost"] == 0 && funnel["withdrawn"] == 0 && funnel["basis"] == nil)
    let flow = try await desk.json(
      "funnel", "--from", "2023-08", "--to", "2023-08", "--flow", "--as-of", "2023-09-04")
    #expect(flow["basis"] == "flow" && flow["population"] == 6 && flow["from"] == "2023-08-01")
    #expect(flow["stages"]?.array?.compactMap { $0["entries"] } == [0, 3, 2, 2, 0, 1])
    #expect(flow["stages"]?.array?[2]["periodic_ratio"] == .number("1.0"))
    let text = try await desk.does("funnel", "--from", "2023-08", "--flow")
    #expect(text.contains("当期比率") && text.contains("可超过 100%"))
    let cohort = try await desk.does("funnel", "--from", "2023-08")
    #expect(!cohort.contains("当期比率") && cohort.contains("首次进入 2023-08-01.."))
    #expect(cohort.contains("已决率"))
  }
}
