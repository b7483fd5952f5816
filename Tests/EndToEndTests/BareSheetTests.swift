import JSON
import TestSupport
import Testing

/// What `--csv` gives is counted with: bare numbers, and a project's number in a column of its own.
@Suite struct BareSheetTests {
  @Test(arguments: [
    ["agenda"], ["timeline"], ["history"], ["target", "list"], ["alerts"], ["handover", "list"],
    ["request", "list", "--all"], ["rates"], ["list"], ["count"], ["trend"], ["funnel"],
  ])
  func nothingIsWrittenForTheEyeAlone(call: [String]) async throws {
    let desk = try Desk()
    let store = desk.home.path("局")
    _ = try await desk.run("zhaoshang", ["demo", "bureau", "--keep", store])
    let outcome = try await desk.run(
      "zhaoshang", call + ["--csv", "--store", store, "--today", "2026-11-27"])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let rows = outcome.stdout.dropFirst().split(whereSeparator: \.isNewline).map { line in
      line.dropFirst().dropLast().split(separator: "\",\"", omittingEmptySubsequences: false)
    }
    #expect(rows.count > 1)
    #expect(Set(rows.map(\.count)).count == 1, "\(rows.first ?? [])")
    let headings = try #require(rows.first)
    #expect(Set(headings).count == headings.count && !headings.contains { $0.contains(" ") })
    for (column, heading) in headings.enumerated()
    where !["变更", "内容", "结果", "事由", "项目"].contains(heading) {
      for row in rows.dropFirst() {
        let cell = row[column]
        #expect(!cell.hasPrefix("#") && !cell.hasSuffix("%"), "\(heading) \(cell)")
        #expect(cell.wholeMatch(of: /[0-9.,]+(亿|万|万元|亿元|天|项)/) == nil, "\(heading) \(cell)")
        #expect(cell.wholeMatch(of: /[0-9]+\/[0-9]+/) == nil, "\(heading) \(cell)")
      }
    }
  }

  @Test func aTargetsSheetCounts() async throws {
    let desk = try Desk()
    try await desk.does("init")
    try await desk.does("target", "set", "signed-amount", "6亿", "--year", "2026")
    try await desk.does("target", "set", "contacts", "160", "--year", "2026")
    let sheet = try await desk.does("target", "list", "--csv")
    #expect(sheet.contains("\"600000000\",\"\",\"CNY\",\"0\",\"0\""), "\(sheet)")
    #expect(sheet.contains("\"160\",\"0\",\"\",\"\",\"\",\"0\""), "\(sheet)")
  }
}
