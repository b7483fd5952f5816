internal import Storage

/// The tables, functions and rights of a store on a server: what `init` makes and a DBA reads.
///
/// Available without a server, so that any program can print it.
package struct ServerSchema {
  package let name: String

  /// What this program's tables are.
  package static let version = 1

  package init(_ name: String) { self.name = name }

  package var owner: String { name + "_owner" }
  package var writer: String { name + "_writer" }
  package var reader: String { name + "_reader" }

  /// The numbers of journals are those of accounts; members of a server begin above all of them, so
  /// that nobody takes back what another did elsewhere.
  package static let firstMember: UInt32 = 1 << 31

  /// Makes the store, whole or not at all, with whoever runs it as its first member.
  ///
  /// Needs the right to make roles and, in this database, schemas.
  ///
  /// - Parameters:
  ///   - id: A UUID that names the store among all.
  ///   - member: What the first member is called; nil for the account's name.
  package func creation(id: String, member: String?) -> String {
    """
    BEGIN;
    SET LOCAL search_path TO pg_catalog;
    \(making(id: id, format: .current))
    INSERT INTO \(name).member(number, role, name)
      VALUES (\(ServerSchema.firstMember), session_user, coalesce(\(member.map(ServerSchema.literal) ?? "NULL"), session_user));
    RESET ROLE;
    GRANT \(writer) TO CURRENT_USER;
    COMMIT;

    """
  }

  /// Roles, tables, functions and rights of a store without members, with the owner's role taken; to be
  /// done within a transaction.
  func making(id: String, format: FormatVersion) -> String {
    """
    \(roles)
    CREATE SCHEMA \(name) AUTHORIZATION \(owner);
    SET LOCAL ROLE \(owner);
    REVOKE ALL ON SCHEMA \(name) FROM PUBLIC;
    GRANT USAGE ON SCHEMA \(name) TO \(reader);
    \(tables)
    \(history)
    \(functions)
    \(rights)
    INSERT INTO \(name).migration(version, program) VALUES (\(ServerSchema.version), 'zhaoshang');
    INSERT INTO \(name).store(id, format) VALUES (\(ServerSchema.literal(id)), '\(format)');
    """
  }

  /// Makes functions, triggers and rights what they were when the store was made, where somebody has
  /// changed them.
  ///
  /// - Parameter roles: Who has rights that nobody is given.
  func mending(revoking roles: Set<String>) -> String {
    let names = roles.sorted().map { $0 == "PUBLIC" ? $0 : ServerSchema.identifier($0) }
    let revoked = names.map { "REVOKE ALL ON ALL TABLES IN SCHEMA \(name) FROM \($0);" }
    return """
      BEGIN; SET LOCAL search_path TO pg_catalog; SET LOCAL ROLE \(owner);
      SELECT 1 FROM \(name).store FOR UPDATE;
      \(index)
      \(history)
      \(functions)
      \(revoked.joined(separator: "\n"))
      \(rights)
      COMMIT;
      """
  }

  /// Whether a function's body is the one it was made with.
  func holdsBody(_ body: String, of function: String) -> Bool {
    let text = history + functions
    guard let start = text.firstRange(of: "FUNCTION \(name).\(function)(") else { return false }
    let parts = text[start.upperBound...].split(
      separator: "$zs$", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1] == body
  }

  private var index: String {
    "CREATE UNIQUE INDEX IF NOT EXISTS event_commit ON \(name).event(id) WHERE part = 0;"
  }

  private var roles: String {
    """
    CREATE ROLE \(owner) NOLOGIN;
    CREATE ROLE \(reader) NOLOGIN;
    CREATE ROLE \(writer) NOLOGIN IN ROLE \(reader);
    GRANT \(reader), \(writer) TO \(owner) WITH ADMIN OPTION;
    GRANT \(owner) TO CURRENT_USER;
    """
  }

  private var tables: String {
    """
    CREATE TABLE \(name).migration(
      version int PRIMARY KEY, program text NOT NULL, at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE \(name).store(
      one bool PRIMARY KEY DEFAULT true CHECK (one), id uuid NOT NULL, format text NOT NULL);
    CREATE TABLE \(name).member(
      number bigint PRIMARY KEY CHECK (number BETWEEN 1 AND 4294967295),
      role name UNIQUE NOT NULL, name text NOT NULL, leaves date);
    CREATE TABLE \(name).event(
      seq bigint PRIMARY KEY CHECK (seq > 0), id uuid NOT NULL,
      part int NOT NULL, parts int NOT NULL, sum bigint NOT NULL,
      line text NOT NULL CHECK (octet_length(line) <= 1048576),
      CHECK (part >= 0 AND part < parts));
    \(index)
    """
  }

  /// What was stored stays as it is, whoever asks.
  private var history: String {
    """
    CREATE OR REPLACE FUNCTION \(name).never() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, pg_temp AS $zs$
    BEGIN RAISE EXCEPTION 'history stays' USING ERRCODE = 'ZS002'; END $zs$;
    CREATE OR REPLACE TRIGGER keep BEFORE UPDATE OR DELETE ON \(name).event
      FOR EACH ROW EXECUTE FUNCTION \(name).never();
    CREATE OR REPLACE TRIGGER keep_all BEFORE TRUNCATE ON \(name).event EXECUTE FUNCTION \(name).never();
    ALTER TABLE \(name).event ENABLE ALWAYS TRIGGER keep;
    ALTER TABLE \(name).event ENABLE ALWAYS TRIGGER keep_all;
    """
  }

  /// The row of `store` is what writers queue at; it is locked and, but for a new format, never
  /// updated: a row that each commit updates grows until nothing is quick any more.
  private var functions: String {
    """
    CREATE OR REPLACE FUNCTION \(name).take_turn() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $zs$
    BEGIN PERFORM 1 FROM \(name).store FOR UPDATE; END $zs$;
    CREATE OR REPLACE FUNCTION \(name).append(after bigint, after_sum bigint, minor int, records text)
      RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $zs$
    DECLARE
      lines text[] := string_to_array(records, E'\\n');
      last record;
      mine bigint;
      own text;
    BEGIN
      SELECT s.format INTO own FROM \(name).store s FOR UPDATE;
      SELECT e.seq, e.sum INTO last FROM \(name).event e ORDER BY e.seq DESC LIMIT 1;
      IF coalesce(last.seq, 0) <> after OR (after > 0 AND last.sum <> after_sum) THEN
        RETURN -1;
      END IF;
      SELECT m.number INTO mine FROM \(name).member m
        WHERE m.role = session_user AND (m.leaves IS NULL OR m.leaves > current_date);
      IF mine IS NULL THEN RAISE EXCEPTION 'not a member' USING ERRCODE = 'ZS001'; END IF;
      IF EXISTS (
        SELECT FROM unnest(lines) WITH ORDINALITY AS l(line, i), LATERAL (SELECT l.line::json AS j) p
        WHERE (j->>'seq')::bigint IS DISTINCT FROM after + i
          OR (j->'by'->>'uid')::bigint IS DISTINCT FROM mine)
      THEN RAISE EXCEPTION 'signed by another' USING ERRCODE = 'ZS003'; END IF;
      INSERT INTO \(name).event(seq, id, part, parts, sum, line)
        SELECT after + i, (j->>'id')::uuid, coalesce((j->>'part')::int, 0),
          coalesce((j->>'of')::int, 1),
          ('x' || lpad(j->>'sum', 16, '0'))::bit(64)::bigint, l.line
        FROM unnest(lines) WITH ORDINALITY AS l(line, i), LATERAL (SELECT l.line::json AS j) p;
      IF minor > split_part(own, '.', 2)::int THEN
        UPDATE \(name).store SET format = split_part(own, '.', 1) || '.' || minor;
      END IF;
      RETURN after + cardinality(lines);
    END $zs$;
    """
  }

  private var rights: String {
    """
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA \(name) FROM PUBLIC;
    GRANT SELECT ON \(name).event, \(name).store, \(name).member, \(name).migration TO \(reader);
    GRANT EXECUTE ON FUNCTION \(name).take_turn(), \(name).append(bigint, bigint, int, text)
      TO \(writer);
    """
  }

  /// A name in a statement, whatever it holds.
  static func identifier(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// A text in a statement, whatever it holds and however the server reads backslashes.
  static func literal(_ text: String) -> String {
    let tag = "$zs\(String(UInt64.random(in: .min ... .max), radix: 16))$"
    // A name of sixteen digits by lot is in no text that was written before it was drawn.
    return text.contains(tag) ? literal(text) : tag + text + tag
  }
}
