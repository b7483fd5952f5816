#if PostgreSQL
  import JSON
  import Synchronization
  import TestSupport
  import Testing

  /// `copy` between folders and servers, and `restore` onto a server.
  @Suite struct ServerCopyStories {
    private static let count = Atomic<Int>(0)

    private func place(_ server: DatabaseServer) -> String {
      server.address("k\(Self.count.add(1, ordering: .relaxed).newValue)")
    }

    private func seal(_ desk: Desk, _ store: String) async throws -> String {
      try await desk.does("seal", "--json", "--store", store)
    }

    @Test func everyWayIsTheSameByteForByte() async throws {
      let server = try DatabaseServer.shared.get()
      let desk = try await Desk.withExample()
      let (first, second) = (place(server), place(server))
      let (back, side) = (desk.home.path("回来"), desk.home.path("旁边"))
      for (from, to) in [(desk.store, first), (first, second), (second, back), (back, side)] {
        let said = try await desk.does("copy", from, to)
        #expect(said.contains("逐字节相同") && said.contains("SHA-256"), "\(said)")
        #expect(try await seal(desk, to) == seal(desk, desk.store))
        #expect(try await desk.zhaoshang("verify", "--store", to).status == 0)
      }
      #expect(try await desk.does("doctor", "--from", side).contains("逐字节相同"))
      // Twice is refused, and what is there is left as it is.
      for to in [first, back] {
        let again = try await desk.zhaoshang("copy", desk.store, to)
        #expect(again.status == 1 && again.stdout.isEmpty, "\(again)")
      }
      let table = ["list", "--all", "--csv", "--today", "2023-09-04", "--store"]
      let mine = try await desk.run("zhaoshang", table + [desk.store])
      for to in [first, second, back] {
        #expect(try await desk.run("zhaoshang", table + [to]).stdout == mine.stdout)
      }
      let answer = try await desk.json("copy", side, desk.home.path("末"))
      #expect(answer["sha256"]?.string?.utf8.count == 64)
    }

    @Test func aBackupIsRestoredOntoAServer() async throws {
      let server = try DatabaseServer.shared.get()
      var desk = try await Desk.withExample()
      let backup = desk.home.path("备份")
      try await desk.does("backup", backup)
      desk.environment["ZHAOSHANG_STORE"] = place(server)
      try await desk.refuses("restore", backup, "--group", "users", status: 64)
      #expect(try await desk.does("restore", backup).contains("已从"))
      #expect(try await desk.does("history", "--limit", "1").contains("恢复"))
      try await desk.does("note", "1", "恢复以后接着写")
      try await desk.refuses("restore", backup, status: 1, saying: "已经有模式")
    }

    @Test func whatCannotBeCopiedLeavesNothing() async throws {
      let server = try DatabaseServer.shared.get()
      let desk = try await Desk.withExample()
      let to = place(server)
      try await desk.refuses("copy", desk.home.path("没有"), to, status: 1, saying: "没有")
      try await desk.refuses("copy", to, desk.home.path("新"), status: 78, saying: "没有招商看板的数据")
      try await desk.refuses("copy", "mysql://db1/x", to, status: 78, saying: "mysql://")
      _ = try await desk.run(
        "sh",
        ["-c", "sed -i '3s/directory/direktory/' \"$XDG_DATA_HOME\"/zhaoshang/journal/*.jsonl"])
      try await desk.refuses("copy", desk.store, to, status: 74, saying: "第 3")
      #expect(try await desk.zhaoshang("list", "--store", to).status == 78)
      #expect(try await desk.run("ls", [desk.home.path("新")]).status != 0)
    }

    @Test func aFolderHasNoCopyAndNeedsNoUpgrade() async throws {
      let desk = try await Desk.withStore()
      try await desk.refuses("cache", "clear", status: 1, saying: "是目录")
      #expect(try await desk.does("upgrade").contains("不用升级"))
      #expect(try await desk.json("cache", "list").array?.isEmpty == true)
    }
  }
#endif
