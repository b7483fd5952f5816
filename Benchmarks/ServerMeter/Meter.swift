#if PostgreSQL
  internal import Glibc
  internal import Pipeline
  internal import PostgresStorage
  internal import Storage
  internal import Synchronization

  /// One measurement after the other, each on a store of its own folder.
  struct Meter {
    let address: ServerAddress
    let folder: String

    static var now: Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private static var authorship: Authorship {
      var dice = SystemRandomNumberGenerator()
      return Authorship(
        actor: Actor(uid: 1000, name: "王敏"), host: "h", now: { 1_690_000_000_000 },
        random: { dice.next() })
    }

    private static let day = Day(number: 19_557)

    private func store(_ machine: String = "a") throws -> ServerStore {
      try ServerStore(
        address, authorship: Meter.authorship, mirrors: folder + "/" + machine)
    }

    private func note(_ number: Int) -> (Pipeline) throws(Refusal) -> [Event] {
      { (pipeline) throws(Refusal) in
        try pipeline.decide(
          .note(
            ProjectID(1), text: "第 \(number) 次：用地指标待落实，已与开发区管委会对接，下周一回访",
            on: .day(Meter.day)), today: Meter.day)
      }
    }

    func make() throws {
      try ServerCare(address).create(id: Authorship.identifier(Meter.authorship.random))
      _ = try store().commit { (pipeline) throws(Refusal) in
        try pipeline.decide(
          .add(
            NewProject(
              fields: [.name: .text("铝基新材料"), .investors: .list(["创新集团"])],
              on: .day(Meter.day))), today: Meter.day)
      }
    }

    func commit(_ count: Int) throws {
      let store = try store()
      let times = try (0..<count).map { number in
        let began = Meter.now
        _ = try store.commit(note(number))
        return (Meter.now - began) * 1e3
      }
      print("p50_us \(Int(times.sorted()[count / 2]))")
    }

    func bringIn(_ count: Int) throws {
      let store = try store("import\(getpid())")
      _ = try store.catchUp()
      let began = Meter.now
      _ = try store.commit { (pipeline) throws(Refusal) in
        var events: [Event] = []
        for number in 0..<count { events += try note(number)(pipeline) }
        return events
      }
      print("ms \(Int(Meter.now - began))")
    }

    func tail(_ count: Int) throws {
      let (mine, other) = (try store("a"), try store("b"))
      let times = try (0..<21).map { _ in
        for number in 0..<count { _ = try other.commit(note(number)) }
        let began = Meter.now
        _ = try mine.catchUp()
        return Meter.now - began
      }
      print("ms \(times.sorted()[10])")
    }

    func news(_ count: Int) throws {
      let (board, writer) = (try store("a"), try store("b"))
      board.patience = 20
      var delays: [Double] = []
      var shown: SequenceNumber { board.pipeline.version }
      func look(until end: SequenceNumber, within milliseconds: Double) throws {
        let limit = Meter.now + milliseconds
        while shown < end, Meter.now < limit {
          if let wait = board.pollable {
            var entry = pollfd(fd: wait.descriptor, events: wait.events, revents: 0)
            poll(&entry, 1, board.lookInterval ?? 50)
          }
          _ = try board.catchUp()
        }
      }
      try look(until: SequenceNumber(.max), within: 500)
      for number in 0..<count {
        let end = try writer.commit(note(number)).events.last?.sequence ?? .origin
        let saved = Meter.now
        try look(until: end, within: 10_000)
        delays.append(Meter.now - saved)
      }
      delays.sort()
      print(
        "p50_ms \(delays[delays.count / 2]) p95_ms \(delays[delays.count * 95 / 100]) "
          + "max_ms \(delays[delays.count - 1])")
    }

    func writers(_ count: Int, seconds: Int) throws {
      for number in 0..<count {
        let work = Writing(store: try store("w\(number)"), note: note(number))
        var thread = pthread_t()
        pthread_create(
          &thread, nil,
          { (raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? in
            if let raw { Unmanaged<Writing>.fromOpaque(raw).takeRetainedValue().run() }
            return nil
          }, Unmanaged.passRetained(work).toOpaque())
      }
      sleep(1)
      let (before, began) = (Writing.count.load(ordering: .relaxed), Meter.now)
      sleep(UInt32(seconds))
      let done = Writing.count.load(ordering: .relaxed) - before
      print("per_second \(Int(Double(done) * 1e3 / (Meter.now - began)))")
      // Each is at a commit, which ends with the connection.
      exit(0)
    }

    func read() throws {
      let times = try (0..<3).map { round in
        let began = Meter.now
        _ = try store("read\(getpid())-\(round)")
        return Meter.now - began
      }
      // The same lines, folded without a server and without a checkpoint.
      let path = try store("read\(getpid())-0").recordFolder
      let folds = try (0..<3).map { _ in
        let began = Meter.now
        _ = try Journal(path: path, authorship: Meter.authorship, isReadOnly: true)
        return Meter.now - began
      }
      print("ms \(times.sorted()[1]) fold_ms \(folds.sorted()[1])")
    }

    func open() throws {
      let first = try store()
      first.useQuiet()
      let path = first.recordFolder
      let times = try (0..<21).map { _ in
        let began = Meter.now
        _ = try store()
        return Meter.now - began
      }
      let folders = try (0..<21).map { _ in
        let began = Meter.now
        _ = try Journal(path: path, authorship: Meter.authorship, isReadOnly: true)
        return Meter.now - began
      }
      print("ms \(times.sorted()[10]) folder_ms \(folders.sorted()[10])")
    }

    func memory() throws {
      let store = try store()
      withExtendedLifetime(store) { Meter.printMemory() }
    }

    static func memory(ofFolder path: String) throws {
      let journal = try Journal(path: path, authorship: authorship, isReadOnly: true)
      withExtendedLifetime(journal) { printMemory() }
    }

    private static func printMemory() {
      guard let file = fopen("/proc/self/smaps_rollup", "r") else { return }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 200)
      while fgets(&line, 200, file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        let words = text.split(separator: " ")
        if words.first == "Pss:" { print("pss_kb \(words[1])") }
      }
    }
  }

  /// One of several writers, on a thread of its own.
  private final class Writing: @unchecked Sendable {
    static let count = Atomic<Int>(0)
    private let store: ServerStore
    private let note: (Pipeline) throws(Refusal) -> [Event]

    init(store: ServerStore, note: @escaping (Pipeline) throws(Refusal) -> [Event]) {
      (self.store, self.note) = (store, note)
    }

    func run() {
      while true {
        do {
          _ = try store.commit(note)
          Writing.count.add(1, ordering: .relaxed)
        } catch {
          // Another was in the way for too long: the next turn.
        }
      }
    }
  }
#endif
