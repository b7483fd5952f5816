#if PostgreSQL
  internal import Pipeline
  package import Storage

  /// Looks a server and the store on it over: what saved is worth there, who may do what, whether all
  /// that was sealed is there.
  package struct ServerCheck {
    private let address: ServerAddress
    private let schema: ServerSchema
    private var report = ServerReport()
    /// The server's process as the connection names it.
    private var process: Int32 = 0

    /// - Parameters:
    ///   - mirrors: This person's folder of copies: what was read before is held against the server.
    ///   - remove: Removes the folder that the rows are read into.
    /// - Throws: When the server cannot be asked; what is wrong with the store is in the report.
    /// - Complexity: O(events): all are read anew.
    package static func run(
      on address: ServerAddress, _ authorship: Authorship, mirrors: String,
      remove: (String) -> Void, advance: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) -> ServerReport {
      var check = ServerCheck(address: address, schema: ServerSchema(address.schema))
      let care = try ServerCare(address)
      try check.open(authorship, mirrors)
      try check.ask(care)
      do throws(StoreError) {
        try care.verify(authorship, remove: remove, advance: advance)
      } catch {
        guard case .damaged(let damage) = error.code else { throw error }
        check.report.findings.insert(.damage(damage), at: 0)
      }
      return check.report
    }

    /// What the tables, rights and settings are; the rows are left alone.
    static func tables(of address: ServerAddress, by care: ServerCare) throws(StoreError)
      -> ServerReport
    {
      var check = ServerCheck(address: address, schema: ServerSchema(address.schema))
      try check.ask(care)
      return check.report
    }

    private mutating func ask(_ care: ServerCare) throws(StoreError) {
      process = care.link.process
      for row in try care.run(questions) { take(row) }
      judge()
    }

    private init(address: ServerAddress, schema: ServerSchema) {
      self.address = address
      self.schema = schema
    }

    /// Opens it as a board would: what the copies here know, and whether it can be written.
    private mutating func open(_ authorship: Authorship, _ mirrors: String) throws(StoreError) {
      do throws(StoreError) {
        let store = try ServerStore(address, authorship: authorship, mirrors: mirrors)
        if case .readOnly(.offline(let fault, _)) = store.access {
          throw StoreError(.server(fault), place: address.text)
        }
        report.access = store.access
        report.storeID = store.storeID
        if case .readOnly(.rewound(let last, let known)) = store.access {
          let kept = store.mirrors.folder(of: store.storeID) + ".rewound-\(known)"
          report.findings.append(.rewound(to: last, from: known, kept: kept))
        }
      } catch {
        // What is damaged is looked for once more, from the first row on.
        guard case .damaged(let damage) = error.code else { throw error }
        report.access = .readOnly(.damaged(damage))
      }
    }

    // MARK: Asking

    private static let settings = [
      "fsync", "full_page_writes", "synchronous_commit", "synchronous_standby_names",
      "wal_writer_delay", "max_connections", "superuser_reserved_connections",
    ]

    /// Statements whose rows begin with what they tell of.
    private var questions: String {
      let name = schema.name
      let literal = ServerSchema.literal
      let settings = ServerCheck.settings.map(literal).joined(separator: ", ")
      return """
        BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path TO pg_catalog;
        SELECT 'setting', name, setting FROM pg_settings WHERE name IN (\(settings));
        SELECT 'server', current_setting('server_version_num'), current_setting('server_version'),
          getdatabaseencoding(), pg_backend_pid()::text, session_user,
          coalesce((SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()), false)::text,
          coalesce(inet_server_addr() <> inet_client_addr()
            AND NOT inet_client_addr() << '127.0.0.0/8', false)::text,
          (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::text;
        SELECT 'store', s.id::text, s.format, (SELECT max(version)::text FROM \(name).migration),
          (SELECT m.number::text FROM \(name).member m WHERE m.role = session_user
            AND (m.leaves IS NULL OR m.leaves > current_date)),
          (SELECT count(*)::text FROM \(name).event),
          coalesce((SELECT max(seq) FROM \(name).event), 0)::text,
          pg_total_relation_size('\(name).event')::text
        FROM \(name).store s;
        SELECT 'standby', application_name, sync_state FROM pg_stat_replication
          WHERE state IS DISTINCT FROM 'backup';
        SELECT 'trigger', tgname, tgenabled::text FROM pg_trigger
          WHERE tgrelid = '\(name).event'::regclass AND NOT tgisinternal;
        SELECT 'index', relname, '' FROM pg_class
          WHERE relnamespace = '\(name)'::regnamespace AND relkind = 'i';
        SELECT 'function', p.proname, p.prosecdef::text, pg_get_userbyid(p.proowner),
          EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            WHERE a.grantee = 0)::text, p.prosrc
          FROM pg_proc p WHERE p.pronamespace = '\(name)'::regnamespace;
        SELECT 'grant', c.relname, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE
            pg_get_userbyid(a.grantee)::text END, a.privilege_type
          FROM pg_class c, aclexplode(c.relacl) a
          WHERE c.relnamespace = '\(name)'::regnamespace AND c.relkind = 'r'
            AND a.grantee <> c.relowner
            AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES');
        SELECT 'owner', c.relname, pg_get_userbyid(c.relowner)
          FROM pg_class c WHERE c.relnamespace = '\(name)'::regnamespace AND c.relkind = 'r';
        SELECT 'login', rolname, rolcanlogin::text FROM pg_roles WHERE rolname = \(literal(schema.owner));
        SELECT 'member', m.role, (r.oid IS NOT NULL)::text,
          coalesce(pg_has_role(r.oid, \(literal(schema.writer)), 'MEMBER'), false)::text
          FROM \(name).member m LEFT JOIN pg_roles r ON r.rolname = m.role
          WHERE m.leaves IS NULL OR m.leaves > current_date;
        SELECT 'stranger', r.rolname, '' FROM pg_roles r
          WHERE pg_has_role(r.oid, \(literal(schema.writer)), 'MEMBER') AND NOT r.rolsuper
            AND NOT pg_has_role(r.oid, \(literal(schema.owner)), 'MEMBER')
            AND r.rolname NOT IN (\(literal(schema.writer)), \(literal(schema.owner)))
            AND NOT EXISTS (SELECT FROM \(name).member m WHERE m.role = r.rolname
              AND (m.leaves IS NULL OR m.leaves > current_date));
        COMMIT;
        """
    }

    private var triggers: Set<String> { ["keep", "keep_all"] }
    private var found: (triggers: Set<String>, functions: Set<String>, indexes: Set<String>) = (
      [], [], []
    )

    private mutating func take(_ row: [String?]) {
      func text(_ column: Int) -> String { column < row.count ? row[column] ?? "" : "" }
      let isTrue = { (column: Int) in text(column) == "true" }
      switch text(0) {
      case "setting": take(setting: text(1), text(2))
      case "server":
        report.version = text(2).split(separator: " ").first.map(String.init) ?? text(2)
        if (Int(text(1)) ?? 0) < 150_000 { add(.oldServer(version: report.version)) }
        if text(3) != "UTF8" { add(.encoding(text(3))) }
        if text(4) != "\(process)" { add(.pooled) }
        report.account = text(5)
        if !isTrue(6), isTrue(7) { add(.unencrypted) }
        report.connections = Int(text(8)) ?? 0
      case "store":
        (report.storeID, report.format) = (text(1), FormatVersion(text(2)) ?? report.format)
        report.schema = Int(text(3)) ?? 0
        report.member = UInt32(text(4))
        report.events = Int(text(5)) ?? 0
        report.last = SequenceNumber(UInt64(text(6)) ?? 0)
        report.bytes = Int64(text(7)) ?? 0
      case "standby":
        report.standbys.append(
          ServerReport.Standby(
            name: ServerFault.plain(text(1)),
            isSynchronous: row[2].map { ["sync", "quorum"].contains($0) }))
      case "trigger": if text(2) == "A" || text(2) == "O" { found.triggers.insert(text(1)) }
      case "index": found.indexes.insert(text(1))
      case "function":
        let isSealed = text(1) == "never" || isTrue(2)
        let isOurs = text(3) == schema.owner && !isTrue(4) && schema.holdsBody(text(5), of: text(1))
        if isSealed, isOurs { found.functions.insert(text(1)) }
      case "grant": add(.grant(table: "\(schema.name).\(text(1))", role: text(2), right: text(3)))
      case "owner":
        if text(2) != schema.owner {
          add(
            .foreignOwner(table: "\(schema.name).\(text(1))", role: text(2), owner: schema.owner))
        }
      case "login": if isTrue(2) { add(.ownerMayLogIn(text(1))) }
      case "member":
        if !isTrue(2) {
          add(.memberWithoutAccount(text(1)))
        } else if !isTrue(3) {
          add(.memberWithoutRight(text(1)))
        }
      case "stranger":
        add(.writerWithoutMembership(role: text(1), writer: schema.writer))
      default: break
      }
    }

    private mutating func take(setting name: String, _ value: String) {
      switch name {
      case "fsync": report.promise.fsync = value == "on"
      case "full_page_writes": report.promise.fullPageWrites = value == "on"
      case "synchronous_commit": report.promise.synchronousCommit = value
      case "synchronous_standby_names": report.promise.standbyNames = value
      case "wal_writer_delay": report.promise.delay = 3 * (Int(value) ?? 200)
      case "max_connections": report.connectionLimit += Int(value) ?? 0
      case "superuser_reserved_connections": report.connectionLimit -= Int(value) ?? 0
      default: break
      }
    }

    private mutating func add(_ finding: ServerReport.Finding) { report.findings.append(finding) }

    // MARK: Judging

    private mutating func judge() {
      let promise = report.promise
      if !promise.fsync { add(.fsyncOff) }
      if !promise.fullPageWrites { add(.fullPageWritesOff) }
      if promise.synchronousCommit == "off" { add(.commitNotWaitedFor) }
      let waits = !["off", "local"].contains(promise.synchronousCommit)
      if !promise.standbyNames.isEmpty {
        if !waits, promise.synchronousCommit == "local" { add(.standbysNotWaitedFor) }
        // Whoever may not see which of them are waited for sees at least whether there are any.
        if !report.standbys.contains(where: { $0.isSynchronous != false }) {
          add(.standbysMissing(names: promise.standbyNames))
        }
      } else if !report.standbys.isEmpty {
        add(.standbysBehind(report.standbys.count))
      }
      for name in triggers.subtracting(found.triggers).sorted() { add(.noTrigger(name)) }
      for name in Set(["never", "take_turn", "append"]).subtracting(found.functions).sorted() {
        add(.strangeFunction(name))
      }
      if !found.indexes.contains("event_commit") { add(.noIndex("event_commit")) }
      if report.connectionLimit > 0, report.connections * 10 >= report.connectionLimit * 9 {
        add(.nearlyFull(used: report.connections, limit: report.connectionLimit))
      }
    }
  }
#endif
