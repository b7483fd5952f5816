#if PostgreSQL
  internal import CPostgres
  internal import Glibc
  internal import Storage

  /// One connection to a server.
  ///
  /// It never blocks: ``advance(_:)`` takes what has come and says whether that is all, and whoever
  /// has nothing else to do waits with ``wait(until:)``. Only a host's name is looked up in one go,
  /// which is the library's doing.
  final class ServerLink {
    let account: String
    private let schema: String
    private let library: Libpq
    private let connection: OpaquePointer
    private var use: zs_libpq { library.use }
    /// What the library waits for, in terms of `poll`.
    private var wants = Int16(POLLOUT)
    private(set) var isReady = false
    /// The first error of the statements that were sent last.
    private var fault: ServerFault?
    private var statement = 0
    private(set) var isAsked = false
    /// Nobody waits for what was sent last.
    private var isInPassing = false
    /// The server's process behind this connection; nil when it is not known yet, or works for others
    /// too, because a pooler stands between.
    var backend: Backend?
    var isBackendKnown = false
    /// Whether the server was told that we want to hear of news.
    var isListening = false

    /// Begins to connect.
    init(_ settings: ServerSettings, schema: String, library: Libpq) throws(ServerFault) {
      self.library = library
      self.schema = schema
      account = settings.account
      let made = settings.withPointers { names, values in
        library.use.PQconnectStartParams(names, values, 1)
      }
      guard let made else { throw ServerFault(.unreachable) }
      connection = made
      // Errors with the server's own codes, of which the words depend on the server's language.
      _ = library.use.PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
      withUnsafePointer(to: library.use) { zs_silence($0, connection) }
      if use.PQstatus(connection) == CONNECTION_BAD { throw connectFault() }
    }

    deinit { library.use.PQfinish(connection) }

    /// What to poll, and for what; -1 when there is nothing.
    var descriptor: Int32 { use.PQsocket(connection) }
    var events: Int16 { wants }
    /// The server's process, by which it can be looked up.
    var process: Int32 { use.PQbackendPID(connection) }
    var host: String { use.PQhost(connection).map { String(cString: $0) } ?? "" }

    private func connectFault() -> ServerFault {
      ServerFault(
        connecting: text(use.PQerrorMessage(connection)),
        needsPassword: use.PQconnectionNeedsPassword(connection) != 0, schema: schema,
        account: account)
    }

    /// Goes on connecting; whether that is done.
    func connect() throws(ServerFault) -> Bool {
      if isReady { return true }
      switch use.PQconnectPoll(connection) {
      case PGRES_POLLING_OK:
        isReady = true
        wants = Int16(POLLIN)
        _ = use.PQsetnonblocking(connection, 1)
        return true
      case PGRES_POLLING_READING: wants = Int16(POLLIN)
      case PGRES_POLLING_WRITING: wants = Int16(POLLOUT)
      default: throw connectFault()
      }
      return false
    }

    // MARK: Asking

    /// Sends statements; what comes of them is taken by ``advance(_:)``.
    func send(_ sql: String) throws(ServerFault) {
      if isInPassing { try finishPassing() }
      precondition(!isAsked, "asked before the last answer was taken")
      (fault, statement) = (nil, 0)
      guard use.PQsendQuery(connection, sql) == 1 else { throw brokenFault() }
      _ = use.PQsetSingleRowMode(connection)
      isAsked = true
    }

    /// Sends a statement that nobody waits for.
    func sendInPassing(_ sql: String) throws(ServerFault) {
      try send(sql)
      isInPassing = true
      _ = use.PQflush(connection)
    }

    /// Whether nothing is under way; without waiting.
    func isIdle() throws(ServerFault) -> Bool {
      guard isAsked else { return true }
      guard isInPassing, try advance({ _ in }) else { return false }
      isInPassing = false
      return true
    }

    private func finishPassing() throws(ServerFault) {
      isInPassing = false
      while try !advance({ _ in }) {
        if !wait(until: Ticks.now + 1000) { throw ServerFault(.silent) }
      }
    }

    /// Whether a transaction is open, sound or not.
    var isInTransaction: Bool { use.PQtransactionStatus(connection) != PQTRANS_IDLE }

    /// A row of an answer; its values are valid while it is looked at.
    struct Row {
      fileprivate let use: zs_libpq
      fileprivate let result: OpaquePointer
      fileprivate let index: Int32
      /// The statement it answers, from 0.
      let statement: Int

      var columns: Int32 { use.PQnfields(result) }
      func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
          start: use.PQgetvalue(result, index, column),
          count: Int(use.PQgetlength(result, index, column)))
      }
      /// Nil for no value.
      func text(_ column: Int32) -> String? {
        use.PQgetisnull(result, index, column) == 1
          ? nil : String(decoding: bytes(column), as: UTF8.self)
      }
      /// Nil for no value, and for what is no number of this kind.
      func number<Value: FixedWidthInteger>(_ column: Int32, as type: Value.Type = Value.self)
        -> Value?
      {
        var digits = bytes(column)[...]
        let isNegative = digits.first == 0x2D
        if isNegative { digits = digits.dropFirst() }
        if digits.isEmpty { return nil }
        var value: Value = 0
        for digit in digits {
          guard (0x30...0x39).contains(digit) else { return nil }
          let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
          let step = Value(digit - 0x30)
          let (next, isTooFar) =
            isNegative
            ? tens.subtractingReportingOverflow(step) : tens.addingReportingOverflow(step)
          if isTooLarge || isTooFar { return nil }
          value = next
        }
        return value
      }
    }

    /// Takes what has come; whether all that was asked is answered.
    ///
    /// - Throws: What the server refused, when everything has come; nothing of a transaction that was
    ///   refused is stored, unless its end was on the way.
    func advance(_ take: (Row) -> Void) throws(ServerFault) -> Bool {
      guard isAsked else { return true }
      let flushed = use.PQflush(connection)
      if flushed < 0 { throw broken() }
      wants = Int16(POLLIN) | (flushed == 1 ? Int16(POLLOUT) : 0)
      guard use.PQconsumeInput(connection) == 1 else { throw broken() }
      while use.PQisBusy(connection) == 0 {
        guard let result = use.PQgetResult(connection) else {
          isAsked = false
          if let fault { throw fault }
          if use.PQstatus(connection) != CONNECTION_OK { throw brokenFault() }
          return true
        }
        defer { use.PQclear(result) }
        switch use.PQresultStatus(result) {
        case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK:
          for index in 0..<use.PQntuples(result) {
            take(Row(use: use, result: result, index: index, statement: statement))
          }
          if use.PQresultStatus(result) == PGRES_TUPLES_OK { statement += 1 }
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: statement += 1
        default:
          fault = fault ?? self.fault(of: result)
        }
      }
      return false
    }

    /// Everything that statements answer; for whoever has nothing else to do.
    func rows(of sql: String, within milliseconds: Int64) throws(ServerFault) -> [[String?]] {
      try send(sql)
      let deadline = Ticks.now + milliseconds
      var rows: [[String?]] = []
      while try !advance({ row in rows.append((0..<row.columns).map(row.text)) }) {
        if !wait(until: deadline) { throw ServerFault(.silent) }
      }
      return rows
    }

    /// Whether the server has said something that nobody asked for: a notice of news.
    func takeNotices() throws(ServerFault) -> Bool {
      guard use.PQconsumeInput(connection) == 1 else { throw broken() }
      var isNotified = false
      while let notice = use.PQnotifies(connection) {
        isNotified = true
        use.PQfreemem(notice)
      }
      return isNotified
    }

    /// Waits for the server until a moment, by the clock's ticks; whether it has moved.
    func wait(until deadline: Int64) -> Bool {
      while true {
        let left = deadline - Ticks.now
        var wait = pollfd(fd: descriptor, events: wants, revents: 0)
        let found = poll(&wait, 1, Int32(clamping: max(0, left)))
        if found > 0 { return true }
        if found < 0, errno == EINTR { continue }
        return false
      }
    }

    private func fault(of result: OpaquePointer) -> ServerFault {
      let state = text(use.PQresultErrorField(result, Int32(zs_sqlstate)))
      let message = text(use.PQresultErrorField(result, Int32(zs_primary)))
      // Made by the library itself: the connection is gone.
      if state.isEmpty {
        return ServerFault(
          .lost, message: ServerFault.plain(text(use.PQerrorMessage(connection))))
      }
      return ServerFault(state: state, message: message, schema: schema, account: account)
    }

    private func broken() -> ServerFault {
      isAsked = false
      return brokenFault()
    }

    private func brokenFault() -> ServerFault {
      fault
        ?? ServerFault(.lost, message: ServerFault.plain(text(use.PQerrorMessage(connection))))
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
  }

  /// Milliseconds of a clock that only goes forward.
  enum Ticks {
    static var now: Int64 {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
  }
#endif
