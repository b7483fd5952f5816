import JSON
import TestSupport
import Testing

/// One filter at every subcommand that takes one.
@Suite struct FilterDoorTests {
  private static let doors = [
    ["list", "--all"], ["search"], ["agenda"], ["funnel"], ["trend"], ["count"], ["rates"],
    ["alerts"], ["report", "month"], ["report", "leader"], ["report", "ledger"],
    ["report", "path"],
  ]

  private func withNames() async throws -> Desk {
    let desk = try await Desk.withStore()
    for (name, owner, unit, tag) in [
      ("光翼激光雷达", "王磊", "招商一局", "重点"), ("蓝湾冷链", "王磊磊", "招商一局分局", "省重点"),
      ("锦程新材料", "李娜", "招商二局", "外资"),
    ] {
      try await desk.does(
        "add", name, "投资方=" + name + "公司", "责任人=" + owner, "牵头单位=" + unit, "标签=" + tag, "--on",
        "2026-11-02")
    }
    return desk
  }

  @Test func whatCannotBeReadAndWhoIsNobodyIsToldEverywhere() async throws {
    let desk = try await withNames()
    for door in Self.doors {
      for (filter, status, said) in [
        ("领导:王磊", 64, "筛选里没有「领导」这个键"), ("责任人:", 64, "筛选「责任人」缺少值，例如 责任人:王磊"),
        ("责任人>3", 64, "「责任人」没有大小"), ("总投资>5", 64, "「5」不是金额条件"),
        ("责任人:李雷", 1, "没有一个项目的责任人是「李雷」，有：李娜、王磊、王磊磊"), ("-标签=急", 1, "没有一个项目的标签是「急」"),
      ] {
        let result = try await desk.run("zhaoshang", door + [filter, "--today", deskDay])
        #expect(result.status == status && result.stdout == "", "\(door) \(filter): \(result)")
        #expect(result.stderr.contains(said), "\(door) \(filter): \(result.stderr)")
      }
    }
    let board = try await desk.zhaoshang("board", "--filter", "责任人:李雷", "--today", deskDay)
    #expect(board.status == 1 && board.stderr.contains("没有一个项目的责任人是「李雷」"))
  }

  @Test func aNameIsTheWholeNameAndADashLeavesOut() async throws {
    let desk = try await withNames()
    for (filter, ids) in [
      ("责任人:王磊", [1]), ("owner=王磊", [1]), ("owner:王*", [1, 2]), ("lead:招商一局", [1]),
      ("-tag:重点", [2, 3]), ("-责任人=王磊", [2, 3]), ("-雷达", [2, 3]), ("owner!=李娜", [1, 2]),
    ] {
      let rows = try await desk.json("list", filter).array ?? []
      #expect(rows.compactMap { $0["id"] } == ids.map { .integer($0) }, "\(filter)")
      let funnel = try await desk.json("funnel", filter)
      #expect(funnel["population"] == .integer(ids.count), "\(filter)")
    }
    let board = try await desk.zhaoshang("board", "--filter", "-tag:重点", "--today", deskDay)
    #expect(board.status == 0 && !board.stdout.contains("光翼") && board.stdout.contains("蓝湾"))
    // Still an option, and told as one.
    #expect(try await desk.zhaoshang("list", "-x").status == 64)
  }
}
