#if PostgreSQL
  import Pipeline
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  @Suite(.serialized) struct LostAnswerTests {
    /// P3: the line is cut at every byte, or at every sixteenth, on the way to the server and back.
    @Test(
      "Wherever the line is cut, what is called saved is stored once, and what is refused is not",
      arguments: CuttingProxy.Direction.allCases)
    func cut(_ direction: CuttingProxy.Direction) throws {
      let scratch = try ServerScratch()
      let port = scratch.server.port + 1000 + (direction == .toServer ? 0 : 1)
      let proxy = try CuttingProxy(to: scratch.server, port: port)
      defer { proxy.end() }
      let direct = try scratch.store(machine: "direct")
      _ = try direct.commit(Work.add("铝基新材料"))
      let store = try scratch.store(machine: "cut", by: port)
      _ = try store.catchUp()
      proxy.passAll()
      _ = try store.commit(Work.note("先量一遍"))
      let length = try #require(proxy.passAll()[direction])
      var (saved, unknown) = (0, 0)
      for byte in stride(from: 1, through: length, by: Effort.count(16, long: 1)) {
        let text = "\(direction) \(byte)"
        // Connected again, so that it is the commit that is cut.
        _ = try store.catchUp()
        proxy.cut(at: byte, direction)
        let outcome = Result { () throws(StoreError) in try store.commit(Work.note(text)) }
        proxy.passAll()
        _ = try direct.catchUp()
        let times = direct.pipeline[ProjectID(1)]?.notes.count { $0.text == text }
        switch outcome {
        case .success(let commit):
          saved += 1
          #expect(times == 1, "\(text)")
          #expect(commit.events.count == 1)
        case .failure(let error):
          if error.code == .outcomeUnknown {
            unknown += 1
          } else {
            #expect(times == 0, "\(text): \(error)")
          }
        }
      }
      _ = try store.catchUp()
      #expect(store.pipeline == direct.pipeline)
      let rows = try scratch.rows()
      #expect(rows == (1...rows.count).map { "\($0)" })
      // Whoever can wait is told: nothing is left unknown while the server is there.
      #expect(unknown == 0)
      #expect(saved > 0)
      Effort.tell(
        "line cut \(direction)", ["places": length, "saved": saved, "unknown": unknown])
    }
  }
#endif
