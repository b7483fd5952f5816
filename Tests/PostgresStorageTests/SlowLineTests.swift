#if PostgreSQL
  import Glibc
  import Pipeline
  import StoreSupport
  import Storage
  import TestSupport
  import Testing

  @testable import PostgresStorage

  /// P4: a line that is slow, or goes nowhere and does not say so.
  @Suite(.serialized) struct SlowLineTests {
    /// Does what a board does, turn by turn: it tries to save, or looks.
    ///
    /// - Returns: How long the longest turn took, in milliseconds.
    private func drive(
      _ store: ServerStore, for milliseconds: Int64, until isDone: () -> Bool = { false },
      _ turn: () throws -> Void
    ) rethrows -> Int64 {
      var longest: Int64 = 0
      let limit = Ticks.now + milliseconds
      while Ticks.now < limit, !isDone() {
        let before = Ticks.now
        try turn()
        longest = max(longest, Ticks.now - before)
        // As the board: it sleeps until the server has something or a key comes.
        if let wait = store.pollable {
          var entry = pollfd(fd: wait.descriptor, events: wait.events, revents: 0)
          poll(&entry, 1, 20)
        } else {
          usleep(20_000)
        }
      }
      return longest
    }

    private var bound: Int64 { Int64(50 * Effort.crowding) }

    @Test("Where a line is silent a key waits for nothing, and it comes back by itself")
    func silent() throws {
      for round in 0..<Effort.count(2, long: 50) {
        let scratch = try ServerScratch()
        let proxy = try CuttingProxy(
          to: scratch.server, port: scratch.server.port + 1100 + round)
        defer { proxy.end() }
        let direct = try scratch.store(machine: "direct")
        _ = try direct.commit(Work.add("铝基新材料"))
        let store = try scratch.store(machine: "slow", by: proxy.port)
        store.patience = 20
        _ = try drive(store, for: 300) { _ = try store.catchUp() }
        proxy.hold(true)
        // Half of the rounds with a change under way.
        var isSaved = false
        let longest = try drive(store, for: Int64(Effort.count(1500, long: 8000))) {
          if round % 2 == 0, !isSaved {
            do throws(StoreError) {
              _ = try store.commit(Work.note("慢"))
              isSaved = true
            } catch {}
          } else {
            _ = try store.catchUp()
          }
        }
        #expect(longest <= bound, "\(longest) ms")
        #expect(!isSaved)
        // Whoever is gone with the turn in his hand keeps it for ten seconds at most.
        let gone = Ticks.now
        while Ticks.now < gone + 30_000 {
          do throws(StoreError) {
            _ = try direct.commit(Work.note("别人的"))
            break
          } catch {
            #expect(error.code == .busy(nil))
          }
        }
        #expect(Ticks.now - gone <= 12_000)
        proxy.hold(false)
        _ = drive(
          store, for: 40_000,
          until: { store.pipeline[ProjectID(1)]?.notes.contains { $0.text == "别人的" } == true }
        ) {
          if round % 2 == 0, !isSaved {
            do throws(StoreError) {
              _ = try store.commit(Work.note("慢"))
              isSaved = true
            } catch {}
          }
          _ = try? store.catchUp()
        }
        #expect(store.pipeline[ProjectID(1)]?.notes.contains { $0.text == "别人的" } == true)
        _ = try direct.catchUp()
        let times = direct.pipeline[ProjectID(1)]?.notes.count { $0.text == "慢" } ?? 0
        #expect(times <= 1 && (!isSaved || times == 1), "saved \(isSaved), stored \(times)")
      }
    }

    @Test("What is stored when the patience is over is not called unsaved")
    func late() throws {
      let scratch = try ServerScratch()
      let proxy = try CuttingProxy(to: scratch.server, port: scratch.server.port + 1191)
      defer { proxy.end() }
      let store = try scratch.store(by: proxy.port)
      _ = try store.commit(Work.add("铝基新材料"))
      proxy.delay(600)
      // The turn comes just within five seconds, and the answer to the commit after them.
      scratch.server.begin(
        "BEGIN; SELECT \(scratch.schema).take_turn(); SELECT pg_sleep(4); COMMIT;")
      for _ in 0..<200 {
        let held = try scratch.server.run(
          "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(4)%' AND wait_event = 'PgSleep';"
        )
        if held == "1\n" { break }
        usleep(10_000)
      }
      let outcome = Result { () throws(StoreError) in try store.commit(Work.note("晚到")) }
      let rows = try scratch.rows()
      if case .failure(let error) = outcome {
        // On a busy machine the server may be silent for too long instead.
        if error.code != .outcomeUnknown { #expect(rows == ["1"], "\(error) \(rows)") }
      } else {
        #expect(rows == ["1", "2"])
      }
    }

    @Test("With 200 ms each way a change is saved, and no call takes longer for it")
    func far() throws {
      let scratch = try ServerScratch()
      let proxy = try CuttingProxy(to: scratch.server, port: scratch.server.port + 1190)
      defer { proxy.end() }
      let store = try scratch.store(by: proxy.port)
      _ = try store.commit(Work.add("铝基新材料"))
      store.patience = 20
      _ = try drive(store, for: 300) { _ = try store.catchUp() }
      proxy.delay(200)
      for round in 0..<Effort.count(2, long: 20) {
        var isSaved = false
        let longest = try drive(store, for: 10_000, until: { isSaved }) {
          do throws(StoreError) {
            _ = try store.commit(Work.note("远 \(round)"))
            isSaved = true
          } catch {
            guard case .busy = error.code else { throw error }
          }
        }
        #expect(isSaved)
        #expect(longest <= bound, "\(longest) ms")
      }
    }
  }
#endif
