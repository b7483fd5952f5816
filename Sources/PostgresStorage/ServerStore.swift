#if PostgreSQL
  package import Pipeline
  package import Storage

  /// A store on a PostgreSQL server, with a copy of it on this machine.
  ///
  /// The server keeps the truth: a commit is decided while nobody else can write, and is saved when the
  /// server has committed. The copy is a journal that takes its lines from there alone (a mirror): by
  /// it the store opens quickly, tells its history, and can be looked at while the server is away.
  ///
  /// Not for use by two threads at once.
  package final class ServerStore: EventStore {
    package let place: String
    package let storeID: String
    package internal(set) var access: StoreAccess
    package internal(set) var author: Actor
    /// The server says who its members are.
    package func sign(as name: String) {}
    package var patience = Journal.patience

    let address: ServerAddress
    let authorship: Authorship
    let mirrors: MirrorFolder
    let library: Libpq
    let isReadOnly: Bool
    var mirror: Journal
    /// The connection, once it is made and the server has said who is there.
    var link: ServerLink?
    /// A commit that is under way.
    var flight: Flight?
    /// What was sent when the answer failed to come: stored or not, nobody knows until it is looked
    /// for under its id.
    var unsettled: Unsettled?
    /// The server's process that works on the commit under way.
    var backend: Backend?
    /// What the server said of the commit under way: the number of its last event; -1 before that.
    var storedNumber: Int64 = -1
    /// A look that is under way, for whoever listens to keys meanwhile.
    var look: Look?
    /// When the server was last asked, when it is to be tried next, and how often that failed.
    var lastLook: Int64 = 0
    var nextTry: Int64 = 0
    var failures = 0
    /// Whether whoever has this open listens to keys meanwhile: then nothing waits.
    var isDriven: Bool { patience < Journal.patience }
    /// The copy was thrown away for another.
    private var startsOver = false

    package var pipeline: Pipeline { mirror.pipeline }
    package var news: StoreNews { mirror.news }
    package var recordFolder: String { mirror.path }

    /// Connects and brings the copy up to date; where nobody answers, opens the copy for looking.
    ///
    /// - Parameters:
    ///   - authorship: Host, clock and dice; who signs is what the server says of the account.
    ///   - mirrors: A folder of this person for copies; made when it is missing.
    ///   - advance: Told how many events of how many have come.
    package init(
      _ address: ServerAddress, authorship: Authorship, mirrors path: String,
      isReadOnly: Bool = false, advance: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) {
      self.address = address
      self.authorship = authorship
      self.isReadOnly = isReadOnly
      place = address.text
      mirrors = MirrorFolder(path: path)
      guard let library = Libpq.shared else {
        throw StoreError(.server(ServerFault(.noLibrary)), place: address.text)
      }
      self.library = library
      do throws(ServerFault) {
        let (link, greeting) = try ServerStore.connect(address, library, isForWriting: !isReadOnly)
        self.link = link
        storeID = greeting.id
        author = greeting.member ?? authorship.actor
        access = isReadOnly ? .readOnly(.asked) : greeting.access
      } catch {
        guard error.mayPass, let known = mirrors.store(at: address) else {
          throw StoreError(.server(error), place: address.text)
        }
        storeID = known
        author = authorship.actor
        access = .readOnly(.offline(error, since: authorship.now()))
      }
      mirror = try mirrors.open(storeID, authorship)
      guard link != nil else { return }
      mirrors.note(storeID, at: address)
      do throws(StoreError) {
        try readTail(wantsEvents: false, advance)
      } catch {
        try standOff(error)
      }
      if let kept = mirrors.rewound(storeID).last, access == .readWrite {
        access = .readOnly(.rewound(to: mirror.end.sequence, from: kept))
      }
      _ = mirror.takeUndelivered()
    }

    // MARK: Looking

    package func events(after sequence: SequenceNumber, limit: Int) throws(StoreError)
      -> [RecordedEvent]
    {
      try mirror.events(after: sequence, limit: limit)
    }

    package var wantsQuiet: Bool { mirror.wantsQuiet }

    package func useQuiet(isInterrupted: @escaping () -> Bool) {
      mirror.useQuiet(isInterrupted: isInterrupted)
    }

    package func catchUp() throws(StoreError) -> Changes {
      // What is under way brings the news along.
      guard flight == nil else { return mirror.takeUndelivered() }
      if isDriven {
        try advanceLook()
        if link == nil { return news(try mirror.catchUp()) }
        return news(mirror.takeUndelivered())
      }
      do throws(StoreError) {
        try connectAgain()
        if unsettled != nil { try settle() }
        try readTail(wantsEvents: true)
      } catch {
        try standOff(error)
        return try mirror.catchUp()
      }
      return news(mirror.takeUndelivered())
    }

    private func news(_ changes: Changes) -> Changes {
      defer { startsOver = false }
      return startsOver ? Changes(startsOver: true) : changes
    }

    // MARK: Reading

    /// How long a server may say nothing while it is asked, in milliseconds.
    static let silence: Int64 = 30_000

    /// Takes from the server what the copy does not have yet.
    ///
    /// A server that is not where we left it has what it no longer holds kept, and is read anew.
    ///
    /// - Parameter advance: Told how many events of how many have come.
    func readTail(
      wantsEvents: Bool, _ advance: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) {
      let known = mirror.end
      var rows = TailRows(after: known)
      try ask(reading(from: known), &rows, wantsEvents: wantsEvents, advance)
      noteStanding(rows)
      if rows.isBorneOut == true { return }
      // What another program of this machine has read meanwhile is not lost by the server.
      _ = try mirror.catchUp()
      mirrors.putAside(storeID, rewoundFrom: known.sequence)
      startsOver = true
      mirror = try mirrors.open(storeID, authorship)
      rows = TailRows(after: mirror.end)
      try ask(reading(from: mirror.end), &rows, wantsEvents: false, advance)
      access = .readOnly(.rewound(to: mirror.end.sequence, from: known.sequence))
    }

    /// The statements that ask for all from an event on.
    func reading(from known: ChainEnd) -> String {
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path TO pg_catalog;
      SELECT max(seq) FROM \(address.schema).event;
      \(TailRows.statements(address.schema, from: known)) COMMIT;
      """
    }

    private func ask(
      _ statements: String, _ rows: inout TailRows, wantsEvents: Bool,
      _ advance: (UInt64, UInt64) -> Void
    ) throws(StoreError) {
      guard let link else { return }
      try asking { () throws(ServerFault) in try link.send(statements) }
      var total: UInt64 = 0
      while true {
        let isDone = try asking { () throws(ServerFault) in
          try link.advance { row in
            if row.columns == 1 { total = row.number(0) ?? 0 }
            rows.take(row)
          }
        }
        try take(&rows, atEnd: isDone, wantsEvents: wantsEvents)
        advance(rows.end.sequence.number, total)
        if isDone { return }
        if !link.wait(until: Ticks.now + ServerStore.silence) {
          throw failure(ServerFault(.silent))
        }
      }
    }

    /// Hands what has come to the copy.
    func take(_ rows: inout TailRows, atEnd: Bool, wantsEvents: Bool) throws(StoreError) {
      while let piece = rows.piece(atEnd: atEnd) {
        try take(
          piece.lines, after: piece.after, minor: (rows.format ?? .current).minor,
          wantsEvents: wantsEvents)
      }
    }

    func take(_ lines: [UInt8], after: ChainEnd, minor: Int, wantsEvents: Bool = true)
      throws(StoreError)
    {
      let taken = lines.withUnsafeBytes { bytes in
        Result { () throws(StoreError) in
          try mirror.take(bytes, after: after, minor: minor, wantsEvents: wantsEvents)
        }
      }
      do throws(StoreError) { try taken.get() } catch {
        // Somebody has removed the copy under us: another is begun, and filled with the next look.
        if case .readOnly(.replaced) = error.code {
          mirror = try mirrors.open(storeID, authorship)
          startsOver = true
          throw failure(ServerFault(.lost))
        }
        // A row that is not what was sealed is the server's, whoever reads it.
        guard case .damaged(let damage) = error.code, case .row = damage.place else { throw error }
        access = .readOnly(.damaged(damage))
        throw StoreError(.damaged(damage), place: place)
      }
    }

    // MARK: The connection

    /// Connects again when the connection was lost.
    func connectAgain() throws(StoreError) {
      if link != nil { return }
      let (link, greeting) = try asking { () throws(ServerFault) in
        try ServerStore.connect(address, library, isForWriting: !isReadOnly)
      }
      try adopt(link, greeting)
    }

    /// Goes on with a new connection.
    func adopt(_ link: ServerLink, _ greeting: Greeting) throws(StoreError) {
      guard greeting.id == storeID else {
        access = .readOnly(.replaced)
        throw StoreError(.readOnly(.replaced), place: place)
      }
      self.link = link
      author = greeting.member ?? authorship.actor
      switch access {
      case .readOnly(.rewound), .readOnly(.damaged), .readOnly(.asked): break
      default: access = isReadOnly ? .readOnly(.asked) : greeting.access
      }
    }

    /// A standby that has been made the primary is greeted anew, to be written.
    func noteStanding(_ rows: TailRows) {
      guard access == .readOnly(.standby), rows.isStandby == false else { return }
      link = nil
      nextTry = 0
    }

    /// Gives the connection up after a fault that may pass, and goes on with the copy; other errors are
    /// thrown.
    func standOff(_ error: StoreError) throws(StoreError) {
      guard case .server(let fault) = error.code else { throw error }
      link = nil
      guard fault.mayPass else { throw error }
      switch access {
      case .readOnly(.offline), .readOnly(.rewound), .readOnly(.damaged): break
      default: access = .readOnly(.offline(fault, since: authorship.now()))
      }
    }

    func asking<Value>(_ body: () throws(ServerFault) -> Value) throws(StoreError) -> Value {
      do throws(ServerFault) { return try body() } catch { throw failure(error) }
    }

    func failure(_ fault: ServerFault) -> StoreError {
      StoreError(fault.kind == .busy ? .busy(nil) : .server(fault), place: place)
    }
  }
#endif
