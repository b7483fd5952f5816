#if PostgreSQL
  internal import Glibc
  internal import Pipeline
  package import Storage

  /// What an administrator does to a store on a server: makes it, and says who writes in it.
  package struct ServerCare {
    let address: ServerAddress
    let schema: ServerSchema
    let link: ServerLink

    /// Connects; the account has to be one that may do it.
    package init(_ address: ServerAddress) throws(StoreError) {
      self.address = address
      schema = ServerSchema(address.schema)
      do throws(ServerFault) {
        guard let library = Libpq.shared else { throw ServerFault(.noLibrary) }
        link = try ServerStore.connectOnly(address, library, isForWriting: true).link
      } catch {
        throw StoreError(.server(error), place: address.text)
      }
    }

    /// Makes an empty store with the account as its first member.
    ///
    /// - Parameter id: Names the store among all: a UUID.
    package func create(id: String) throws(StoreError) {
      _ = try run(schema.creation(id: id, member: nil))
    }

    /// Somebody who may write in a store, or could once.
    package struct Member: Hashable, Sendable {
      /// What changes are signed with, and whose undo they are.
      package let number: UInt32
      /// The account on the server.
      package let role: String
      package let name: String
      /// The day from which on the account may not write; nil for a member.
      package let left: String?
    }

    /// All members, those who left among them, by number.
    package func members() throws(StoreError) -> [Member] {
      try run("SELECT number, role, name, leaves FROM \(schema.name).member ORDER BY number;")
        .compactMap { row in
          guard let number = row[0].flatMap({ UInt32($0) }), let role = row[1] else { return nil }
          return Member(number: number, role: role, name: row[2] ?? role, left: row[3])
        }
    }

    /// Lets an account of the server write; one that had left comes back under its number.
    ///
    /// - Parameter name: What it signs with; nil for the account's name, or the name it had.
    package func add(_ role: String, name: String?) throws(StoreError) {
      let (account, literal) = (ServerSchema.identifier(role), ServerSchema.literal(role))
      let said = name.map(ServerSchema.literal) ?? "NULL"
      _ = try run(
        """
        BEGIN; SET LOCAL search_path TO pg_catalog; SET LOCAL ROLE \(schema.owner);
        LOCK TABLE \(schema.name).member IN SHARE ROW EXCLUSIVE MODE;
        GRANT \(schema.writer) TO \(account);
        INSERT INTO \(schema.name).member AS m (number, role, name)
          SELECT greatest(coalesce(max(number), 0), \(ServerSchema.firstMember) - 1) + 1, \(literal),
            coalesce(\(said), \(literal))
          FROM \(schema.name).member
          ON CONFLICT (role) DO UPDATE SET leaves = NULL, name = coalesce(\(said), m.name);
        COMMIT;
        """, about: role)
    }

    /// Takes the right to write and to look from an account; what it stored stays.
    ///
    /// - Returns: Whether it was a member.
    package func remove(_ role: String) throws(StoreError) -> Bool {
      // An account that is gone from the server has no rights to take.
      let isThere = try !run(
        "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = \(ServerSchema.literal(role))"
      ).isEmpty
      let revoking =
        "REVOKE \(schema.writer), \(schema.reader) FROM \(ServerSchema.identifier(role));"
      let rows = try run(
        """
        BEGIN; SET LOCAL search_path TO pg_catalog; SET LOCAL ROLE \(schema.owner);
        UPDATE \(schema.name).member SET leaves = current_date
          WHERE role = \(ServerSchema.literal(role)) AND leaves IS NULL RETURNING number;
        \(isThere ? revoking : "")
        COMMIT;
        """, about: role)
      return !rows.isEmpty
    }

    /// Reads every row anew and makes sure that it follows the one before, and that what stands beside
    /// it in columns is what it says.
    ///
    /// - Parameter remove: Removes the folder that the rows were read into.
    /// - Throws: `damaged` with the first row that is not what was sealed.
    package func verify(
      _ authorship: Authorship, remove: (String) -> Void,
      advance: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) {
      let folder = ServerCare.temporaryFolder
      defer { remove(folder) }
      _ = try readAnew(into: folder, authorship, advance: advance)
    }

    /// Reads every row into a folder where nothing of the store is yet, makes sure that each follows
    /// the one before and that the columns say the same.
    ///
    /// - Returns: Where its records are now, as in a store's folder.
    /// - Throws: `damaged` with the first row that is not what was sealed.
    package func readAnew(
      into folder: String, _ authorship: Authorship,
      advance: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) -> String {
      let store = try ServerStore(
        address, authorship: authorship, mirrors: folder, isReadOnly: true, advance: advance)
      switch store.access {
      case .readOnly(.damaged(let damage)):
        throw StoreError(.damaged(damage), place: address.text)
      case .readOnly(.offline(let fault, _)):
        throw StoreError(.server(fault), place: address.text)
      default: break
      }
      let odd = try run(
        """
        SELECT seq FROM (SELECT e.*, line::json AS j FROM \(schema.name).event e) e
        WHERE (j->>'seq')::bigint IS DISTINCT FROM seq OR (j->>'id')::uuid IS DISTINCT FROM id
          OR coalesce((j->>'part')::int, 0) <> part OR coalesce((j->>'of')::int, 1) <> parts
          OR ('x' || lpad(j->>'sum', 16, '0'))::bit(64)::bigint IS DISTINCT FROM sum
        ORDER BY seq LIMIT 1;
        """)
      if let text = odd.first?.first ?? nil, let number = UInt64(text) {
        let sequence = SequenceNumber(number)
        throw StoreError(
          .damaged(Damage(.notARecord, at: .row(sequence), sequence: sequence)),
          place: address.text)
      }
      return store.recordFolder
    }

    private static var temporaryFolder: String {
      let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      var template = Array("\(parent)/zhaoshang-verify.XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return parent + "/zhaoshang-verify" }
      return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func run(_ statements: String, about role: String? = nil) throws(StoreError)
      -> [[String?]]
    {
      do throws(ServerFault) {
        return try link.rows(of: statements, within: ServerStore.silence)
      } catch {
        // undefined_object: the account itself.
        if error.state == "42704", let role {
          throw StoreError(.server(ServerFault(.noAccount(role))), place: address.text)
        }
        // duplicate_object: the roles of a store under this name, here or in another database.
        if error.state == "42710" {
          throw StoreError(
            .server(ServerFault(.alreadyThere(schema: schema.name), state: error.state)),
            place: address.text)
        }
        throw StoreError(.server(error), place: address.text)
      }
    }
  }
#endif
