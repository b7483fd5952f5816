#if PostgreSQL
  internal import Glibc
  package import Pipeline
  package import Storage

  /// Brings the records of a store in a folder onto a server, as a whole or not at all.
  package struct ServerCopy {
    private let care: ServerCare
    private let path: String
    private let advance: (UInt64, UInt64) -> Void

    /// Makes a store on a server with the records of one in a folder, byte for byte.
    ///
    /// One transaction: the records are appended, read back and compared with the folder's, and only
    /// then committed. Where a store without records waits (the DBA's, of `init --sql`), it is filled.
    ///
    /// - Parameters:
    ///   - members: Who wrote in the store that is copied, so that each keeps his number; the accounts get
    ///     no right by it. The account that copies is a member in any case.
    ///   - advance: Told how many events of how many are done, twice over.
    /// - Throws: `alreadyThere` when the schema is there and holds anything.
    package static func make(
      of path: String, on address: ServerAddress, members: [ServerCare.Member] = [],
      advance: @escaping (UInt64, UInt64) -> Void = { _, _ in }
    ) throws(StoreError) -> SequenceNumber {
      let lines = try StoreLines(of: path)
      let copy = ServerCopy(care: try ServerCare(address), path: path, advance: advance)
      // What is left half done ends with the connection.
      try copy.begin(lines)
      try copy.append(lines)
      try copy.compare(with: try StoreLines(of: path), upTo: lines.last)
      try copy.settle(members)
      do throws(StoreError) { _ = try copy.care.run("COMMIT") } catch {
        guard case .server(let fault) = error.code, fault.mayPass else { throw error }
        throw StoreError(.outcomeUnknown, place: address.text)
      }
      return lines.last
    }

    private var schema: ServerSchema { care.schema }

    /// Begins the transaction, and makes the tables or takes those that wait.
    private func begin(_ lines: StoreLines) throws(StoreError) {
      let found = try care.run(
        """
        BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL search_path TO pg_catalog;
        SELECT (to_regnamespace('\(schema.name)') IS NOT NULL)::text,
          (to_regclass('\(schema.name).event') IS NOT NULL)::text;
        """)
      if found.first?[0] != "true" {
        _ = try care.run(schema.making(id: lines.id, format: lines.format))
        return
      }
      let there = StoreError(
        .server(ServerFault(.alreadyThere(schema: schema.name))), place: care.address.text)
      if found.first?[1] != "true" { throw there }
      let isEmpty = try care.run(
        """
        SET LOCAL ROLE \(schema.owner);
        SELECT 1 FROM \(schema.name).store FOR UPDATE;
        SELECT EXISTS (SELECT FROM \(schema.name).event)::text;
        """
      ).last?[0]
      if isEmpty != "false" { throw there }
      _ = try care.run(
        """
        UPDATE \(schema.name).store SET id = \(ServerSchema.literal(lines.id)),
          format = '\(lines.format)';
        """)
    }

    /// Pieces of so many bytes are sent at a time.
    private static let pieceLimit = 4 << 20

    private func append(_ lines: StoreLines) throws(StoreError) {
      var lines = lines
      var piece: [UInt8] = []
      var count: UInt64 = 0
      func send() throws(StoreError) {
        if piece.isEmpty { return }
        let text = String(decoding: piece, as: UTF8.self)
        _ = try care.run(schema.inserting(text))
        piece.removeAll(keepingCapacity: true)
        advance(count, 2 * lines.last.number)
      }
      while let line = try lines.next() {
        if !piece.isEmpty { piece.append(0x0A) }
        piece += line
        count += 1
        if piece.count >= ServerCopy.pieceLimit { try send() }
      }
      try send()
    }

    /// Reads back what the server has taken, and holds each line against the folder's.
    private func compare(with lines: StoreLines, upTo last: SequenceNumber) throws(StoreError) {
      var lines = lines
      var next = SequenceNumber(1)
      var fault: StoreError?
      func damaged(_ kind: Damage.Kind) -> StoreError {
        StoreError(.damaged(Damage(kind, at: .row(next), sequence: next)), place: care.address.text)
      }
      func take(_ row: ServerLink.Row) throws(StoreError) {
        let number: UInt64 = row.number(0) ?? 0
        guard number == next.number, let line = try lines.next() else {
          throw damaged(.sequence(found: SequenceNumber(number)))
        }
        let bytes = row.bytes(1)
        guard bytes.count == line.count, let mine = line.baseAddress, let its = bytes.baseAddress,
          memcmp(mine, its, line.count) == 0
        else { throw damaged(.checksum) }
        next = next.next
      }
      do throws(ServerFault) {
        let link = care.link
        try link.send("SELECT seq, line FROM \(schema.name).event ORDER BY seq")
        while try !link.advance({ row in
          guard fault == nil else { return }
          do throws(StoreError) { try take(row) } catch { fault = error }
        }) {
          advance(last.number + next.number, 2 * last.number)
          if !link.wait(until: Ticks.now + ServerStore.silence) { throw ServerFault(.silent) }
        }
      } catch {
        throw StoreError(.server(error), place: care.address.text)
      }
      if let fault { throw fault }
      if next.number != last.number + 1 { throw damaged(.sequence(found: last)) }
    }

    /// Who wrote before keeps his number; new numbers begin above all that ever signed, so that nobody
    /// takes back what another has done.
    private func settle(_ members: [ServerCare.Member]) throws(StoreError) {
      let name = schema.name
      let waiting = try care.run("SELECT role, name, leaves FROM \(name).member ORDER BY number")
      func left(_ day: String?) -> String {
        day.map { ServerSchema.literal($0) + "::date" } ?? "NULL"
      }
      let known = members.map { member in
        """
        INSERT INTO \(name).member(number, role, name, leaves) VALUES (\(member.number),
          \(ServerSchema.literal(member.role)), \(ServerSchema.literal(member.name)), \(left(member.left)));
        """
      }
      let others = waiting.map { row in
        joining(
          ServerSchema.literal(row[0] ?? ""), ServerSchema.literal(row[1] ?? ""), left(row[2]))
      }
      _ = try care.run(
        """
        DELETE FROM \(name).member;
        \(known.joined(separator: "\n"))
        \(others.joined(separator: "\n"))
        \(joining("session_user", "session_user", "NULL"))
        RESET ROLE;
        GRANT \(schema.writer) TO CURRENT_USER;
        """)
    }

    private func joining(_ role: String, _ called: String, _ left: String) -> String {
      let name = schema.name
      return """
        INSERT INTO \(name).member AS m (number, role, name, leaves)
          SELECT greatest(\(ServerSchema.firstMember) - 1,
            (SELECT max((e.line::json->'by'->>'uid')::bigint) FROM \(name).event e),
            (SELECT max(o.number) FROM \(name).member o)) + 1, \(role), \(called), \(left)
          ON CONFLICT (role) DO UPDATE SET leaves = excluded.leaves;
        """
    }
  }

  extension ServerSchema {
    /// Appends records that were sealed elsewhere, for whoever has the owner's role.
    func inserting(_ lines: String) -> String {
      """
      INSERT INTO \(name).event(seq, id, part, parts, sum, line)
        SELECT (j->>'seq')::bigint, (j->>'id')::uuid, coalesce((j->>'part')::int, 0),
          coalesce((j->>'of')::int, 1), ('x' || lpad(j->>'sum', 16, '0'))::bit(64)::bigint, l.line
        FROM unnest(string_to_array(\(ServerSchema.literal(lines)), E'\\n')) AS l(line),
          LATERAL (SELECT l.line::json AS j) p;
      """
    }
  }
#endif
