#if PostgreSQL
  internal import Pipeline
  internal import Storage

  /// What a server says of a store and of who is there.
  struct Greeting {
    let id: String
    let format: FormatVersion
    let schema: Int
    let account: String
    /// The number and the name that the account signs with; nil when it is no member.
    let member: Actor?
    let mayWrite: Bool
    let isStandby: Bool

    /// What may be done here, nothing being wrong with the connection.
    var access: StoreAccess {
      if schema > ServerSchema.version { return .readOnly(.newerSchema(schema)) }
      if format.major > FormatVersion.current.major { return .readOnly(.newerFormat(format)) }
      if isStandby { return .readOnly(.standby) }
      if member == nil { return .readOnly(.notAMember(account: account)) }
      return mayWrite ? .readWrite : .readOnly(.permission)
    }
  }

  extension ServerStore {
    /// How long a connection may take to come about, in milliseconds.
    static let connectPatience: Int64 = 5000

    /// Begins to connect, and tells until when that may take.
    static func beginConnecting(_ address: ServerAddress, _ library: Libpq, isForWriting: Bool)
      throws(ServerFault) -> (link: ServerLink, deadline: Int64)
    {
      let settings = try ServerSettings(address, isForWriting: isForWriting, library: library)
      let link: ServerLink
      do throws(ServerFault) {
        link = try ServerLink(settings, schema: address.schema, library: library)
      } catch {
        // That a service is described nowhere is found out by connecting.
        guard address.service != nil, error.message.contains("service") else { throw error }
        throw ServerFault(.badAddress, message: error.message)
      }
      return (link, Ticks.now + connectPatience * Int64(settings.hosts))
    }

    /// Connects.
    static func connectOnly(_ address: ServerAddress, _ library: Libpq, isForWriting: Bool)
      throws(ServerFault) -> (link: ServerLink, deadline: Int64)
    {
      let (link, deadline) = try beginConnecting(address, library, isForWriting: isForWriting)
      while try !link.connect() {
        if !link.wait(until: deadline) { throw ServerFault(.unreachable) }
      }
      return (link, deadline)
    }

    /// Connects and asks who is there.
    static func connect(_ address: ServerAddress, _ library: Libpq, isForWriting: Bool)
      throws(ServerFault) -> (link: ServerLink, greeting: Greeting)
    {
      let (link, deadline) = try connectOnly(address, library, isForWriting: isForWriting)
      let schema = address.schema
      try link.send(Greeting.statements(schema))
      var reading = Greeting.Reading()
      while true {
        let isDone = try link.advance { reading.take($0) }
        if isDone { break }
        if !link.wait(until: deadline) { throw ServerFault(.silent) }
      }
      guard let greeting = reading.greeting else { throw ServerFault(.noStore(schema: schema)) }
      return (link, greeting)
    }
  }

  extension Greeting {
    /// A greeting on its way.
    struct Reading {
      private(set) var greeting: Greeting?

      mutating func take(_ row: ServerLink.Row) { greeting = Greeting(row) }
    }

    /// What is asked of a server first.
    static func statements(_ schema: String) -> String {
      """
      BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY; SET LOCAL search_path TO pg_catalog;
      SELECT s.id, s.format, (SELECT max(version) FROM \(schema).migration), session_user,
        m.number, m.name,
        has_function_privilege('\(schema).append(bigint,bigint,int,text)', 'EXECUTE'),
        pg_is_in_recovery()
      FROM \(schema).store s LEFT JOIN \(schema).member m
        ON m.role = session_user AND (m.leaves IS NULL OR m.leaves > current_date);
      COMMIT;
      """
    }

    fileprivate init?(_ row: ServerLink.Row) {
      guard let id = row.text(0), let format = row.text(1).flatMap({ FormatVersion($0) }) else {
        return nil
      }
      let number: UInt32? = row.number(4)
      self.init(
        id: id, format: format, schema: row.number(2) ?? 0, account: row.text(3) ?? "",
        member: number.map { Actor(uid: $0, name: row.text(5) ?? "") },
        mayWrite: row.text(6) == "t", isStandby: row.text(7) == "t")
    }
  }

  extension ServerFault {
    /// Whether it may be over by itself, and nothing is wrong with what was asked.
    var mayPass: Bool {
      switch kind {
      case .unreachable, .lost, .silent, .full: true
      default: false
      }
    }
  }
#endif
