internal import Glibc

/// A PostgreSQL server of the tests' own: in a temporary folder, on a unix socket, gone with the tests.
///
/// It runs as an account without rights, as servers do; a shell that waits for the tests' end stops it
/// and removes its folder, however they end.
package final class DatabaseServer: Sendable {
  /// The socket's folder.
  package let folder: String
  /// The port, which names the socket.
  package let port: Int

  package enum Fault: Error { case notInstalled, doesNotStart(String) }

  /// The server that all tests of this process share; started by the first who asks.
  package static let shared = Result { try DatabaseServer(port: 54_320 + Int(getpid() % 1000)) }

  /// Where the server's programs are: the newest of Debian's, else what is on the path.
  package static let programs: String? = {
    for version in stride(from: 30, to: 13, by: -1) {
      let folder = "/usr/lib/postgresql/\(version)/bin"
      if access(folder + "/postgres", X_OK) == 0 { return folder }
    }
    return nil
  }()

  /// - Parameters:
  ///   - settings: Lines of `postgresql.conf`.
  ///   - primary: The server that this one is to repeat; nil for one of its own.
  ///   - prepare: Shell lines that run in the folder before the server starts; `as` runs a program as its
  ///     account.
  package init(
    port: Int, settings: [String] = [], repeating primary: DatabaseServer? = nil,
    prepare: String = ""
  ) throws {
    guard let programs = DatabaseServer.programs else { throw Fault.notInstalled }
    var template = Array("/tmp/zhaoshang-pg-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Fault.doesNotStart("mkdtemp") }
    let folder = DatabaseServer.text(template)
    self.folder = folder
    self.port = port
    let lines =
      [
        "listen_addresses = ''", "unix_socket_directories = '\(folder)'", "port = \(port)",
        "fsync = off", "max_connections = 100", "logging_collector = off",
      ] + settings
    let filling =
      primary.map { primary in
        """
        as '\(programs)/pg_basebackup' -h '\(primary.folder)' -p \(primary.port) -U postgres \
          -D '\(folder)/data' -R -X stream -c fast --no-sync || exit 1
        """
      } ?? """
        as '\(programs)/initdb' -D '\(folder)/data' -U postgres -A trust -E UTF8 --locale=C --no-sync \
          || exit 1
        """
    // Servers do not run as root.
    let script = """
      exec 2>'\(folder)/log' >&2
      if [ "$(id -u)" = 0 ]; then
        chown nobody '\(folder)'
        as() { setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; }
      else
        as() { "$@"; }
      fi
      \(filling)
      cat >>'\(folder)/data/postgresql.conf' <<'end'
      \(lines.joined(separator: "\n"))
      end
      cd '\(folder)'
      \(prepare)
      as '\(programs)/postgres' -D '\(folder)/data' 3<&- </dev/null &
      server=$!
      read -r line
      leader=$(head -n 1 '\(folder)/data/postmaster.pid')
      kill -CONT "-$server" $(cat /proc/"$leader"/task/*/children) 2>/dev/null
      kill -QUIT "$leader"
      wait
      for pooler in '\(folder)'/pooler-*.pid; do
        [ ! -e "$pooler" ] || kill "$(cat "$pooler")"
      done
      rm -rf '\(folder)'
      """
    chmod(folder, 0o711)
    try DatabaseServer.start(script)
    for _ in 0..<1200 {
      if access("\(folder)/.s.PGSQL.\(port)", F_OK) == 0, isAnswering { return }
      // The server tells nobody when it is there.
      usleep(100_000)
    }
    throw Fault.doesNotStart(folder)
  }

  /// Kills the server as it stands, and starts it again.
  package func crash() throws {
    let file = fopen("\(folder)/data/postmaster.pid", "r")
    var line = [CChar](repeating: 0, count: 32)
    let isRead = file.map { fgets(&line, 32, $0) != nil } ?? false
    if let file { fclose(file) }
    let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.map { UInt8(bitPattern: $0) }
    guard isRead, let process = Int32(String(decoding: digits, as: UTF8.self)) else {
      throw Fault.doesNotStart("postmaster.pid")
    }
    Glibc.kill(process, SIGKILL)
    let account = geteuid() == 0 ? "setpriv --reuid=nobody --regid=nogroup --clear-groups" : ""
    let start =
      "cd / && \(account) '\(DatabaseServer.programs ?? "")/pg_ctl' -D '\(folder)/data' "
      + "-l '\(folder)/again' -w start >'\(folder)/start' 2>&1 </dev/null"
    for _ in 0..<100 {
      // Its children have to go first.
      if system(start) == 0, isAnswering { return }
      usleep(100_000)
    }
    throw Fault.doesNotStart(folder)
  }

  /// Stops all processes of the server where they are, or lets them go on.
  package func freeze(_ isFrozen: Bool) {
    let signal = isFrozen ? "STOP" : "CONT"
    _ = system(
      "leader=$(head -n 1 '\(folder)/data/postmaster.pid'); "
        + "kill -\(signal) $leader $(cat /proc/$leader/task/*/children) 2>/dev/null")
  }

  /// Kills a server for good.
  package func kill() {
    _ = system(
      "leader=$(head -n 1 '\(folder)/data/postmaster.pid'); "
        + "kill -KILL $leader $(cat /proc/$leader/task/*/children) 2>/dev/null")
  }

  /// Mounts a disk of so many megabytes and makes it the tablespace `klein`; false where none may be
  /// mounted.
  package func smallDisk(megabytes: Int) throws -> Bool {
    let place = "\(folder)/klein"
    let mounted = system(
      "mkdir '\(place)' && mount -t tmpfs -o size=\(megabytes)m none '\(place)' 2>/dev/null "
        + "&& chown nobody '\(place)' && chmod 700 '\(place)'")
    guard mounted == 0 else { return false }
    try run("CREATE TABLESPACE klein LOCATION '\(place)';")
    return true
  }

  package func takeSmallDisk() { _ = system("umount -l '\(folder)/klein' 2>/dev/null") }

  /// Makes a standby the one that takes changes.
  package func promote() throws {
    try run("SELECT pg_promote(true, 30);")
  }

  private var isAnswering: Bool {
    system("'\(DatabaseServer.programs ?? "")/pg_isready' -q -h '\(folder)' -p \(port)") == 0
  }

  private static func text(_ template: [CChar]) -> String {
    String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a script whose standard input ends with this process.
  private static func start(_ script: String) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Fault.doesNotStart("pipe") }
    // Nobody else may hold the end that ends it.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    let words: [String] = ["sh", "-c", script]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 else {
      throw Fault.doesNotStart("sh")
    }
    close(ends[0])
  }

  /// The address of a store, for an account.
  package func address(_ schema: String, as account: String = "postgres", by port: Int? = nil)
    -> String
  {
    "postgresql://\(account)@/postgres?host=\(folder)&port=\(port ?? self.port)&schema=\(schema)"
  }

  /// Has statements done; what they print, a row a line.
  @discardableResult
  package func run(_ statements: String, as account: String = "postgres") throws -> String {
    let command =
      "'\(DatabaseServer.programs ?? "")/psql' -X -q -A -t -v ON_ERROR_STOP=1 -h '\(folder)' "
      + "-p \(port) -U \(account) -d postgres -f - 2>&1"
    return try DatabaseServer.output(of: command, input: statements)
  }

  /// Has statements done by somebody else, and does not wait for them.
  package func begin(_ statements: String, as account: String = "postgres") {
    let quoted = statements.replacing("'", with: "'\\''")
    _ = system(
      "printf '%s' '\(quoted)' | '\(DatabaseServer.programs ?? "")/psql' -X -q -h '\(folder)' "
        + "-p \(port) -U \(account) -d postgres -f - >'\(folder)/begun' 2>&1 &")
  }

  /// What psql refused, and how.
  package struct Refused: Error { package let text: String }

  private static func output(of command: String, input: String) throws -> String {
    var template = Array("/tmp/zhaoshang-sql-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = DatabaseServer.text(template)
    defer {
      close(file)
      unlink(path)
    }
    _ = Array(input.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard let pipe = popen(command + " <'\(path)'", "r") else { throw Refused(text: "popen") }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      text += piece.prefix(count)
    }
    let output = String(decoding: text, as: UTF8.self)
    guard pclose(pipe) == 0 else { throw Refused(text: output) }
    return output
  }
}
