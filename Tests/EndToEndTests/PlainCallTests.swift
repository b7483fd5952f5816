import TestSupport
import Testing

/// A plain call is read without the parser; with `--` at its end it is one for the parser, and has to
/// say and do the same.
@Suite("Plain calls")
struct PlainCallTests {
  private static let reading: [[String]] = [
    ["board"], ["board", "--filter", "青岛", "--as-of", "2023-09-04"],
    [
      "board", "--script=/dev/null", "--size", "60x20", "--theme", "default-light", "--color=never",
    ],
    ["board", "--lang", "en"], ["board", "--theme", "没有"], ["board", "--size", "大"],
    ["list"], ["list", "青岛", "stage:intent", "--sort", "amount", "--json"],
    ["list", "--all", "--csv", "--as-of=2023-07-20"], ["list", "--view", "没有"],
    ["search", "青岛", "--json"], ["show", "1"], ["show", "1", "--json", "--lang", "en"],
    ["show", "9999"], ["funnel"], ["funnel", "--method", "step", "--by", "lead", "--amount"],
    ["funnel", "--from", "2023-01-01", "--to", "2023-12-31", "--flow", "--csv"],
    ["funnel", "--dwell", "乱"],
  ]

  @Test("What is asked plainly is answered as the parser has it answered", arguments: reading)
  func reads(call: [String]) async throws {
    let desk = try await Desk.withExample()
    let plain = try await desk.run("zhaoshang", call + ["--today", "2026-11-22"])
    let parsed = try await desk.run("zhaoshang", call + ["--today", "2026-11-22", "--"])
    #expect(plain.stdout == parsed.stdout)
    #expect(plain.stderr == parsed.stderr)
    #expect(plain.status == parsed.status)
    #expect(!(plain.stdout + plain.stderr).isEmpty)
  }

  private static let writing: [[String]] = [
    [
      "add", "光翼项目", "industry=新材料", "--investor", "光翼科技", "--investor=光翼控股", "--lead", "投资促进局",
      "--owner", "王", "--amount", "1.6亿", "--source", "推介会", "--cluster", "铝", "--kind",
      "investment",
      "--tag", "重点", "--stage", "visit", "--on", "2026-10-01", "--json",
    ],
    ["add", "旧改项目", "--investor", "甲"], ["edit", "1", "owner=李", "tags=重点、外资"],
    ["edit", "1", "owner=赵", "--expect", "owner=李", "--expect=tags=重点、外资"],
    ["move", "1", "return", "--on", "2026-11-01", "--reason", "再访"],
    ["move", "2", "visit", "--to-top", "--reason=直接"],
    [
      "log", "1", "outbound", "--also", "2", "--on", "2026-11-02", "--place", "青岛", "--site", "园区",
      "--lead", "投资促进局", "--counterpart", "光翼科技", "--leader", "张", "--title", "局长", "--team", "赵",
      "--trip", "十一月", "--note", "看了厂房",
    ],
    ["note", "2", "已联系", "--on", "2026-11-03"],
    ["next", "1", "带红线图回访", "--due", "2026-11-25", "--who", "王"], ["next", "1", "--clear"],
    ["undo"], ["undo", "--anybody", "--json"],
  ]

  @Test("What is done plainly is what the parser has done")
  func writes() async throws {
    let (one, other) = (try await Desk.withStore(), try await Desk.withStore())
    for call in Self.writing {
      let plain = try await one.run("zhaoshang", call + ["--today", "2026-11-22"])
      let parsed = try await other.run("zhaoshang", call + ["--today", "2026-11-22", "--"])
      #expect(plain.status == 0, "\(call): \(plain.stderr)")
      #expect(plain.status == parsed.status, "\(call)")
      #expect(plain.stdout == parsed.stdout, "\(call)")
    }
    for call in [["show", "1", "--json"], ["show", "2", "--json"], ["timeline", "1", "--json"]] {
      let plain = try await one.run("zhaoshang", call + ["--today", "2026-11-22"])
      let parsed = try await other.run("zhaoshang", call + ["--today", "2026-11-22"])
      #expect(plain.stdout == parsed.stdout)
    }
  }
}
