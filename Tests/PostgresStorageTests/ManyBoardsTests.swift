#if PostgreSQL
  import Glibc
  import Pipeline
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  /// P7: many boards on one store, some of which go without a word.
  @Suite(.serialized) struct ManyBoardsTests {
    @Test("All boards see one order within a second, though one in ten is killed")
    func manyBoards() throws {
      let (boards, changes) = (Effort.count(16, long: 60), Effort.count(40, long: 1500))
      let server = try DatabaseServer(
        port: 58_400 + Int(getpid() % 500), settings: ["max_connections = 200"])
      guard case .server(let address) = try StoreAddress(server.address("p7")) else { return }
      try ServerCare(address).create(id: Authorship.identifier { .random(in: .min ... .max) })
      let home = try ScratchFolder()
      func board(_ name: String) throws -> ServerStore {
        let store = try ServerStore(address, authorship: .sample, mirrors: home.path(name))
        store.patience = 20
        return store
      }
      let writer = try ServerStore(address, authorship: .sample, mirrors: home.path("w"))
      _ = try writer.commit(Work.add("铝基新材料"))
      var open = try (0..<boards).map { try board("m\($0 % 8)") }
      /// What each board has shown, in its order.
      var seen: [[UInt64]] = open.map { _ in [] }
      var delays: [Int64] = []
      var saved: [UInt64: Int64] = [:]

      func look(for milliseconds: Int64) throws {
        let limit = Ticks.now + milliseconds
        repeat {
          var waits = open.map { store -> pollfd in
            let wait = store.pollable
            return pollfd(fd: wait?.descriptor ?? -1, events: wait?.events ?? 0, revents: 0)
          }
          poll(&waits, nfds_t(waits.count), 10)
          for (index, store) in open.enumerated() {
            for event in try store.catchUp().events {
              seen[index].append(event.sequence.number)
              if let at = saved[event.sequence.number] { delays.append(Ticks.now - at) }
            }
          }
        } while Ticks.now < limit
      }
      try look(for: 500)
      for number in 0..<changes {
        let commit = try writer.commit(Work.note("第 \(number) 次"))
        for event in commit.events { saved[event.sequence.number] = Ticks.now }
        if number % 5 == 4, open.count > boards / 2 {
          // Killed: its connection goes without a word, and its turn with it.
          let victim = Int.random(in: 0..<open.count)
          let last = seen[victim]
          #expect(last == Array(2..<(2 + UInt64(last.count))))
          open.remove(at: victim)
          seen.remove(at: victim)
        }
        try look(for: 20)
      }
      try look(for: 3000)
      let all = Array(2...UInt64(changes + 1))
      for order in seen { #expect(order == all) }
      delays.sort()
      let p95 = delays[delays.count * 95 / 100]
      #expect(p95 <= Int64(1000 * Effort.crowding), "\(p95) ms")
      Effort.tell(
        "many boards",
        ["boards": boards, "changes": changes, "p95 ms": Int(p95), "looks": delays.count])
    }

    @Test("Without notices a change shows within three seconds")
    func polled() throws {
      guard let pooler = try DatabaseServer.shared.get().pooler(offset: 2100) else { return }
      let scratch = try ServerScratch()
      let writer = try scratch.store(machine: "w")
      _ = try writer.commit(Work.add("铝基新材料"))
      let store = try scratch.store(machine: "b", by: pooler.port)
      store.patience = 20
      let began = Ticks.now
      while Ticks.now < began + 500 { _ = try store.catchUp() }
      _ = try writer.commit(Work.note("没有通知"))
      let saved = Ticks.now
      while store.pipeline.version != writer.pipeline.version, Ticks.now < saved + 10_000 {
        usleep(UInt32(store.lookInterval ?? 50) * 100)
        _ = try store.catchUp()
      }
      #expect(Ticks.now - saved <= Int64(3000 * Effort.crowding))
    }
  }
#endif
